//! What the tool says in its own words.

pub mod config_fault;
pub mod hint;
pub mod pace;
pub mod usage_error;
pub mod words;
