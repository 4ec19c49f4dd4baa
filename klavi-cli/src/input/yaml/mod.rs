//! Documents in YAML.

mod convert;
pub mod documents;
mod errors;
mod scalar;
pub mod source_map;
