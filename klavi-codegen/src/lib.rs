//! stub
#![forbid(unsafe_code)]
mod derive;
pub mod emit;
mod error;
mod lower;
mod pattern;
mod resolve;
mod schema;
mod set;
mod types;

pub use derive::derive;
pub use error::Error;
pub use lower::program;
pub use set::File;
pub use types::{Contract, contract_types, types};
