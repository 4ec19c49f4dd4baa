//! Checks the requests and responses of the Klavi payment API (Pix and Automatic Pix under Open Finance Brasil).
//!
//! A request that breaks a documented pattern or rule costs a failed checkout. [`check`] finds every mistake in one
//! pass over the bytes, with its place and its cause; [`parse`] and [`Valid`] tie the check to reading and writing the
//! types of [`types`], and [`read`] reads a response whatever it lacks. [`contracts`] does the same by name, and
//! [`catalogue`] holds what there is to know of every code.
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
//! ```
//! #[derive(serde::Deserialize, klavi_validate::Validate)]
//! #[klavi(schema_file = "examples/schemas/order.json")]
//! struct Order { amount: String }
//!
//! let order = klavi_validate::parse::<Order>(br#"{"amount": "10.00"}"#)?;
//! assert_eq!(order.amount, "10.00");
//! # Ok::<(), klavi_validate::Error>(())
//! ```

#![forbid(unsafe_code)]

pub mod catalogue;
mod check;
mod collector;
mod contracts;
mod error;
mod example_day;
mod finding;
#[cfg(feature = "generate")]
pub mod generate;
mod json;
mod lang;
mod levels;
mod message;
mod names;
pub mod operations;
mod options;
mod report;
#[doc(hidden)]
pub mod sentence;
mod sentences;
mod suggest;
mod valid;

pub use check::{check, check_with, is_valid, is_valid_by, read, read_with, to_vec, to_vec_with};
pub use contracts::{Contract, contract, contracts};
pub use error::{Error, TypeError};
pub use finding::{Cause, Finding, Span};
pub use json::{Localized, LocalizedReport, LocalizedRule};
pub use klavi_core::Validate;
pub use klavi_derive::Validate;
pub use lang::Lang;
pub use levels::{Level, Levels, RuleKind, RuleSelector, SelectorError, Specificity};
pub use options::{Options, today};
pub use report::{Report, is_silent};
pub use valid::{Valid, parse, parse_with};

/// The runtime: codes, limits, the evaluator.
pub use klavi_core as runtime;
/// The formats of the Pix world, usable by themselves.
pub use klavi_pix as pix;
/// The types of the contracts.
pub use klavi_types as types;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
