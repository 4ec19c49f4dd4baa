//! One keyword of JSON Schema, or one family, one file: its table, if it has one, and its check.

pub(crate) mod bounds;
pub(crate) mod condition;
pub(crate) mod contains;
pub(crate) mod enumeration;
mod format;
pub(crate) mod items;
mod known_values;
mod length;
pub(crate) mod pattern;
pub(crate) mod pattern_properties;
pub(crate) mod properties;
mod property_count;
mod property_names;
pub(crate) mod relation;
mod required;
pub(crate) mod types;
mod unevaluated;
pub(crate) mod unique_items;
