//! `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`: whatever compares a number

use crate::draft::leak;
use crate::schema::Keywords;
use crate::vocabulary;
use klavi_core::Tree;
use klavi_core::program::{Bound, NumberRules, number_keyword};

pub(crate) fn number_rules(keywords: &Keywords<'_>) -> Option<&'static NumberRules> {
    let bounds = number_keyword::ALL.iter().filter_map(|keyword| {
        let number = keywords.get(keyword.name).and_then(Tree::as_number)?;
        Some(Bound { keyword, number: leak(number) })
    });
    let rules = NumberRules {
        bounds: bounds.collect::<Vec<_>>().leak(),
        format: vocabulary::format(keywords.get("x-format")).filter(|format| format.check_number.is_some()),
    };
    (rules != NumberRules::ANY).then(|| &*Box::leak(Box::new(rules)))
}
