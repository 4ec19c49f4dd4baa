//! `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`

use crate::schema::Keywords;
use crate::vocabulary;
use klavi_core::Tree;
use klavi_core::program::NumberRules;

pub(crate) fn number_rules(keywords: &Keywords<'_>) -> Option<&'static NumberRules> {
    let bound = |tree: Option<&Tree>| tree.and_then(Tree::as_number).map(|number| &*String::leak(number.to_owned()));
    let rules = NumberRules {
        minimum: bound(keywords.minimum),
        maximum: bound(keywords.maximum),
        exclusive_minimum: bound(keywords.exclusive_minimum),
        exclusive_maximum: bound(keywords.exclusive_maximum),
        multiple_of: bound(keywords.multiple_of),
        format: vocabulary::format(keywords.format).filter(|format| format.check_number.is_some()),
    };
    (rules != NumberRules::ANY).then(|| &*Box::leak(Box::new(rules)))
}
