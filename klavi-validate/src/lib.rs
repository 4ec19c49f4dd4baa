//! Checks the requests and responses of the Klavi payment API (Pix and Automatic Pix under Open Finance Brasil).
//!
//! A request that breaks a documented pattern or rule costs a failed checkout. [`check`] finds every mistake in one
//! pass over the bytes, with its place and its cause; [`parse`] and [`to_vec`] tie the check to reading and writing the
//! types of [`types`]. [`contracts`] does the same by name.
//!
//! ```
//! use klavi_validate::types::CreatePaymentRequest;
//! use klavi_validate::{Lang, check};
//!
//! let order = br#"{
//!     "clientRequestId": "order-1", "institutionId": "bank-1", "initType": "PIX_DICT",
//!     "customer": {"identifierType": "CNPJ", "identifier": "44471172000119"},
//!     "date": "2099-07-01", "proxy": "fulano@example.com", "amount": "1333.00", "currency": "BRL",
//!     "redirectUrl": "https://shop.example/return",
//!     "clientMetadata": {"platform": "BROWSER", "os": "LINUX", "osVersion": "6.1"}
//! }"#;
//! let report = check::<CreatePaymentRequest>(order);
//! assert_eq!(report.findings.len(), 1);
//! let finding = &report.findings[0];
//! assert_eq!((finding.code.name(), &*finding.pointer), ("logged-user-cpf-required", "/loggedUserCpf"));
//! assert_eq!(finding.because[0].pointer, "/customer/identifierType");
//! println!("{}", finding.message(Lang::PtBr));
//! ```
//!
//! A struct of your own with a schema file of your own:
//!
//! ```ignore
//! #[derive(serde::Deserialize, klavi_validate::Validate)]
//! #[klavi(schema_file = "schemas/order.json")]
//! struct Order { amount: String }
//! ```

#![forbid(unsafe_code)]

mod check;
mod collector;
mod contracts;
mod example_day;
mod levels;
mod message;
mod options;
mod registry;
mod report;
mod suggest;

pub(crate) use check::verdict;
pub use check::{Error, Valid, check, check_with, is_valid, parse, parse_with, to_vec, to_vec_with};
pub use contracts::{Contract, contract, contracts};
pub use klavi_core::Validate;
pub use klavi_derive::Validate;
pub use levels::{Level, Levels, RuleSelector, SelectorError};
pub use message::Lang;
pub use options::{Options, today};
pub use registry::*;
pub use report::{Cause, Finding, Localized, Report, Span};

/// The runtime: codes, limits, formats, the machine.
pub use klavi_core as core;
/// The types of the contracts.
pub use klavi_types as types;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
