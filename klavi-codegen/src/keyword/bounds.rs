//! `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`

use crate::schema::Keywords;
use crate::vocabulary;
use klavi_core::Tree;
use klavi_core::program::NumberRules;

pub(crate) fn number_rules(keywords: &Keywords<'_>) -> Option<&'static NumberRules> {
    let bound = |tree: Option<&Tree>| tree.and_then(Tree::as_number).map(|number| &*String::leak(number.to_owned()));
    let rules = NumberRules {
        minimum: bound(keywords.get("minimum")),
        maximum: bound(keywords.get("maximum")),
        exclusive_minimum: bound(keywords.get("exclusiveMinimum")),
        exclusive_maximum: bound(keywords.get("exclusiveMaximum")),
        multiple_of: bound(keywords.get("multipleOf")),
        format: vocabulary::format(keywords.get("x-format")).filter(|format| format.check_number.is_some()),
    };
    (rules != NumberRules::ANY).then(|| &*Box::leak(Box::new(rules)))
}
