//! One keyword of JSON Schema, one file: its table, if it has one, and its check.

pub(crate) mod contains;
pub(crate) mod pattern_properties;
mod property_count;
mod property_names;
mod unevaluated;
pub(crate) mod unique_items;
