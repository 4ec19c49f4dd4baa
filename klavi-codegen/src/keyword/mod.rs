//! One keyword of JSON Schema, or one family, one file: how it is lowered. Its check stands in the file of the same name in
//! `klavi-core`.

pub(crate) mod anchor;
pub(crate) mod bounds;
pub(crate) mod condition;
mod dependent_required;
mod dependent_schemas;
pub(crate) mod enumeration;
mod format;
pub(crate) mod in_place;
mod items;
pub(crate) mod pattern;
mod pattern_properties;
pub(crate) mod properties;
mod property_names;
pub(crate) mod reference;
mod relation;
mod required;
pub(crate) mod types;
mod unevaluated;
