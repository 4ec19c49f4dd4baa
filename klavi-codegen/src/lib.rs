//! Lowers JSON Schemas to validators and types: the library behind `klavi-derive` and the build script of `klavi-types`.
//!
//! The way is always the same. The text of a schema becomes a [`SchemaFile`]: it is read with the place of every value kept,
//! and checked against the metaschema of the dialect, so that a keyword nobody implements is a [`SchemaError`] with line,
//! column, pointer and suggestion, never silence. [`program`] lowers a schema of the file to a
//! [`Program`](klavi_core::program::Program), flat tables that the evaluator of `klavi-core` runs. [`emit::program`] writes
//! those tables as Rust; [`derive()`] does so for a type. [`types()`] writes the types themselves, shapes without meaning.
//!
//! A program can be run where it was lowered, without a compiler. The contracts, the official test suite and the tests
//! with changed documents are all judged in this way, by the evaluator that ships:
//!
//! ```
//! use klavi_codegen::{SchemaFile, emit, program};
//! use klavi_core::{Code, Finding, Limits, run};
//!
//! let schema = r#"{"type": "object", "properties": {"amount": {"type": "string", "pattern": "^[0-9]+[.][0-9]{2}$"}}}"#;
//! let file = SchemaFile::new("transfer.json", schema).unwrap();
//! let transfer = program(&file, "", "transfer").unwrap();
//!
//! let mut findings: Vec<Finding> = Vec::new();
//! run(transfer, br#"{"amount": "10"}"#, Limits::default(), None, &mut findings);
//! assert_eq!(findings[0].code, Code::Pattern);
//!
//! let paths = emit::Paths { core: quote::quote!(::klavi_core), vocabulary: quote::quote!(::klavi_pix::vocabulary) };
//! let tokens = emit::program(transfer, &paths).to_string();
//! assert!(tokens.contains("static PROGRAM"));
//!
//! let mistakes = SchemaFile::new("transfer.json", r#"{"maxLenght": 3}"#).unwrap_err();
//! assert_eq!(
//!     mistakes[0].to_string(),
//!     "transfer.json:1:2: `maxLenght` is not a keyword of the dialect (at `/maxLenght`); did you mean `maxLength`?"
//! );
//! ```
//!
//! A program is made of `&'static` tables, because the same type is a `static` in generated code. One that is lowered
//! while a process runs therefore leaks its tables. That is deliberate: build scripts, macros and tests lower a few
//! schemas and end. Do not lower schemas in a loop of a service.

#![forbid(unsafe_code)]

mod build_script;
mod catalogue;
mod derive;
mod dialect;
mod draft;
pub mod emit;
mod english;
mod error;
mod fields;
mod file;
mod keyword;
mod location;
mod lower;
mod others;
mod passes;
mod pattern;
mod resolve;
mod schema;
mod types;
mod vocabulary;

pub use build_script::build_script;
pub use catalogue::{Catalogue, CatalogueSentence};
pub use derive::derive;
pub use error::SchemaError;
pub use file::SchemaFile;
pub use lower::program;
pub use others::Read;
pub use types::{ContractSchema, contract_types, type_name, types};
