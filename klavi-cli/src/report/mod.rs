//! Outcomes in the formats that people and tools read.

mod fingerprint;
pub mod flow;
mod forges;
pub mod format;
mod json;
mod json_text;
mod junit;
pub mod output;
pub mod progress;
pub mod render;
mod sarif;
pub mod sinks;
mod snippet;
mod tap;
mod text;
