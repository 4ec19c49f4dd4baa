//! Documents in YAML.

mod convert;
pub mod documents;
pub mod errors;
mod scalar;
pub mod source_map;
