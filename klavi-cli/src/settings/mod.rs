//! What is asked for, on the command line, in variables and in `validate.toml`.

pub mod config;
pub mod flags;
pub mod help;
pub mod levels;
pub mod resolve;
mod toml_entry;
mod written;
