//! One keyword of JSON Schema, or one family, one file: how it is lowered. Its check stands in the file of the same name in
//! `klavi-core`.

use crate::draft::Check;
use crate::lower::context::Context;
use crate::lower::state::Lower;
use crate::schema::Keywords;
use klavi_core::program::SchemaLocation;

pub(crate) mod anchor;
mod assertion;
pub(crate) mod bounds;
pub(crate) mod dependent_required;
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

/// Takes up what a keyword says of a string as a pattern; for the schema at this location and pointer.
type StringCheckOf =
    for<'a> fn(&mut Lower<'a>, &mut Vec<Check>, &Keywords<'a>, &'static SchemaLocation, &str, Context<'a>);

/// The keywords that ask of a string what a pattern can say, in the order in which they are asked.
pub(crate) const STRING_CHECKS: &[StringCheckOf] = &[pattern::pattern, format::format];
