//! One keyword of JSON Schema, one file: how it is lowered. Its check stands in the file of the same name in `klavi-core`.

pub(crate) mod anchor;
mod dependent_required;
mod dependent_schemas;
mod items;
mod pattern_properties;
mod property_names;
pub(crate) mod reference;
mod unevaluated;
