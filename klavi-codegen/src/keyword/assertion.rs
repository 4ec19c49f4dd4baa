//! `minProperties`, `maxProperties`, `uniqueItems`: whatever judges a whole object or array, given a value of the schema

use super::enumeration::value;
use crate::schema::Keywords;
use klavi_core::Json;
use klavi_core::program::{Applicator, Assertion, Types, assertion_keyword};

/// The assertions of a schema whose values are of these types.
pub(super) fn assertions(keywords: &Keywords<'_>, types: Types) -> impl Iterator<Item = Applicator> {
    let known = assertion_keyword::ALL.iter().filter(move |keyword| keyword.types.meets(types));
    known.filter_map(|keyword| {
        // `false` asks nothing.
        let argument = value(keywords.get(keyword.name).filter(|tree| tree.value != Json::Bool(false))?);
        Some(Applicator::Assert(Box::leak(Box::new(Assertion { keyword, argument }))))
    })
}
