//! What holds for objects.

use super::context::Context;
use super::state::Lower;
use crate::draft::Comparison;
use crate::keyword::properties::lookup;
use crate::schema::Keywords;
use klavi_core::program::ObjectRules;

impl<'a> Lower<'a> {
    /// The rules for objects, but for conditions, and the comparisons of their members.
    pub(super) fn object_rules(
        &mut self,
        keywords: &Keywords<'a>,
        pointer: &str,
        context: Context<'a>,
    ) -> (Option<&'static ObjectRules>, Vec<Comparison>) {
        let mut members = self.members(keywords, pointer, context);
        self.required(&mut members, keywords, pointer);
        let relations = self.relations(&mut members, keywords, pointer, context);
        let rules = ObjectRules {
            lookup: lookup(&members.properties.iter().map(|property| property.key.name).collect::<Vec<_>>()),
            properties: members.properties.leak(),
            declared: members.declared,
            required: members.required.leak(),
            patterns: members.patterns.leak(),
            names: self.property_names(keywords, pointer, context),
            additional: members.additional,
            ..ObjectRules::ANY
        };
        let asks = keywords.get("properties").is_some() || keywords.get("additionalProperties").is_some();
        let rules = (asks || rules != ObjectRules::ANY).then(|| &*Box::leak(Box::new(rules)));
        (rules, relations)
    }
}
