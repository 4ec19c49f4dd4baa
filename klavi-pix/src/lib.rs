//! The formats of the Pix world: documents, keys, QR texts, identifiers, dates and amounts.
//!
//! Every module reads one format from a `&str`. None allocates for a text that is right, none can panic, and each has an
//! error type that says what is wrong and where. Positions are byte offsets counted from 0. An error never holds the text
//! that was read and its message never repeats it, so that it may be logged.
//!
//! The parsers know the formats, not the contracts: whether a wrong check digit is an error or only a warning in a
//! given field is decided by the schema of that field. The feature `vocabulary` makes them the formats, relations and
//! classes that schemas name.
//!
//! ```
//! use klavi_pix::{PixKeyRef, PixKeyKind, cpf};
//!
//! assert_eq!(cpf::check("76109277673"), Ok(()));
//! assert_eq!(PixKeyRef::parse("+5511912345678").map(PixKeyRef::kind), Ok(PixKeyKind::Phone));
//! ```

#![forbid(unsafe_code)]

pub mod amount;
pub mod br_code;
pub mod cnpj;
pub mod cpf;
pub mod date;
pub mod date_time;
pub mod email;
pub mod end_to_end_id;
pub mod ispb;
pub mod jwt;
pub mod phone;
pub mod pix_key;
#[cfg(feature = "vocabulary")]
mod problem;
mod scan;
pub mod tax_id;
pub mod town_code;
pub mod transaction_id;
pub mod url;

#[cfg(test)]
mod tests;
#[cfg(feature = "vocabulary")]
pub mod vocabulary;

pub use amount::{AmountError, AmountNotation, Centavos};
pub use br_code::{BrCodeProblem, BrCodeRef, ElementPath, FixedValue, LengthCause};
pub use cnpj::CnpjError;
pub use cpf::CpfError;
pub use date::{CalendarDate, DateError};
pub use date_time::{DateTime, DateTimeError};
pub use email::EmailError;
pub use end_to_end_id::{EndToEndIdError, EndToEndIdRef};
pub use ispb::IspbError;
pub use jwt::JwtError;
pub use phone::PhoneError;
pub use pix_key::{PixKeyDifference, PixKeyError, PixKeyKind, PixKeyRef};
#[cfg(feature = "vocabulary")]
pub use problem::FormatProblem;
pub use tax_id::{TaxIdError, TaxIdKind};
pub use town_code::TownCodeError;
pub use transaction_id::TransactionIdError;
pub use url::UrlError;
