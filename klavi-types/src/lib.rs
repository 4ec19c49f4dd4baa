//! The requests and responses of the Klavi payment API as Rust types.
//!
//! The structs and enums are generated from the schemas of `klavi-schema`: field names on the wire are the documents',
//! mandatory fields of a request cannot be missing, responses keep members and values that no document names. The
//! small types inside them stand in this crate by hand, one file each.
//!
//! A type says what can be *read*; whether a document is *valid* is for `klavi-validate` to say. `Debug` shows no
//! personal data.
//!
//! ```
//! use klavi_types::create_payment_request::{ClientMetadata, Currency, Customer, IdentifierType, InitType, Os, Platform};
//! use klavi_types::CreatePaymentRequest;
//!
//! let request = CreatePaymentRequest::builder()
//!     .client_request_id("order-1")
//!     .institution_id("c8f0bf49-4744-4933-8960-7add6e590841")
//!     .init_type(InitType::PixDict)
//!     .customer(Customer::builder().identifier_type(IdentifierType::Cpf).identifier("76109277673".parse()?).build())
//!     .date("2025-07-01".parse()?)
//!     .proxy("fulano@example.com".parse()?)
//!     .amount("1333.00".parse()?)
//!     .currency(Currency::Brl)
//!     .redirect_url("https://shop.example/return")
//!     .client_metadata(
//!         ClientMetadata::builder().platform(Platform::Browser).os(Os::Linux).os_version("6.1").build(),
//!     )
//!     .build();
//! assert_eq!(request.amount.minor_units(), 133_300);
//! assert!(!format!("{request:?}").contains("76109277673"));
//! # Ok::<(), klavi_types::FormError>(())
//! ```
//!
//! A builder that lacks a mandatory field has no `build`:
//!
//! ```
//! let request = klavi_types::AuthRequest::builder().access_key("key").secret_key("secret").build();
//! assert_eq!(request.access_key, "key");
//! ```
//!
//! ```compile_fail
//! let request = klavi_types::AuthRequest::builder().access_key("key").build();
//! assert_eq!(request.access_key, "key");
//! ```

#![forbid(unsafe_code)]

mod amount;
mod br_code;
mod by_value;
mod cnpj;
mod contract_amount;
mod cpf;
mod cpf_or_text;
mod date;
mod end_to_end_id;
mod extra;
mod foreign_date;
mod integer;
mod ispb;
mod json_text;
mod list;
mod pix_key;
mod tax_id;
mod text;
mod text_or_list;
mod town_code;

pub use amount::Amount;
pub use br_code::BrCode;
pub use cnpj::Cnpj;
pub use contract_amount::ContractAmount;
pub use cpf::Cpf;
pub use cpf_or_text::CpfOrText;
pub use date::Date;
pub use end_to_end_id::EndToEndId;
pub use extra::Extra;
pub use integer::Integer;
pub use ispb::Ispb;
pub use json_text::JsonText;
pub use pix_key::PixKey;
pub use tax_id::TaxId;
pub use text::FormError;
pub use text_or_list::TextOrList;
pub use town_code::TownCode;

use klavi_core::program::Program;

/// A contract, for use without its type.
#[derive(Debug, Clone, Copy)]
pub struct ContractProgram {
    /// `<operation>.<request|response>`
    pub name: &'static str,
    /// The schema, ready to run.
    pub program: &'static Program,
    /// The path of the schema in the crate `klavi-schema`.
    pub schema: &'static str,
    /// The paths of the documented examples there.
    pub examples: &'static [&'static str],
}

/// What reads and writes the type of a contract.
#[derive(Debug, Clone, Copy)]
pub struct Codec {
    /// Reads the type and drops it.
    pub read: fn(&[u8]) -> serde_json::Result<()>,
    /// Reads the type and writes it again.
    pub rewrite: fn(&[u8]) -> serde_json::Result<Vec<u8>>,
}

/// What reads and writes the type of the contract that this program checks; a program of another schema has none.
///
/// ```
/// let contract = &klavi_types::CONTRACTS[0];
/// let written = (klavi_types::codec(contract.program).unwrap().rewrite)(br#"{"secretKey": "b", "accessKey": "a"}"#)?;
/// assert_eq!(written, br#"{"accessKey":"a","secretKey":"b"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn codec(program: &'static Program) -> Option<&'static Codec> {
    let place = CONTRACTS.iter().position(|contract| std::ptr::eq(contract.program, program))?;
    CODECS.get(place)
}

include!(concat!(env!("OUT_DIR"), "/contracts.rs"));
