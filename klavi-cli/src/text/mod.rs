//! What the tool says in its own words.

pub mod usage_error;
pub mod words;
