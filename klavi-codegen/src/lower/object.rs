//! What holds for objects.

use super::{Context, Lower};
use crate::keyword::in_place::Residual;
use crate::keyword::properties::lookup;
use klavi_core::program::{Applicator, ObjectRules, SchemaLocation, Types};

impl<'a> Lower<'a> {
    /// The rules for objects, which take what they can from the applicators, and those that they need beside.
    pub(super) fn object_rules(
        &mut self,
        left: &mut Residual<'a>,
        pointer: &str,
        context: Context<'a>,
        own: &'static SchemaLocation,
        types: Types,
    ) -> (Option<&'static ObjectRules>, Vec<Applicator>) {
        let keywords = left.keywords;
        if !types.meets(Types::OBJECT) {
            return (None, Vec::new());
        }
        let mut members = self.members(&keywords, pointer, context);
        self.required(&mut members, &keywords, pointer);
        let from = self.slots;
        let mut conditions = self.conditions(&mut members, left, pointer, context, own);
        let dependent = self.dependent_required(&mut members, &mut conditions, &keywords, pointer, context);
        let relations = self.relations(&mut members, &keywords, pointer, context);
        let rules = ObjectRules {
            lookup: lookup(&members.properties.iter().map(|property| property.key.name).collect::<Vec<_>>()),
            properties: members.properties.leak(),
            declared: members.declared,
            required: members.required.leak(),
            patterns: members.patterns.leak(),
            names: self.property_names(&keywords, pointer, context),
            additional: members.additional,
            slots: (from, self.slots),
            conditions: conditions.leak(),
            relations: relations.leak(),
        };
        let asks = keywords.get("properties").is_some() || keywords.get("additionalProperties").is_some();
        let rules = (asks || ObjectRules { slots: (0, 0), ..rules } != ObjectRules::ANY).then_some(rules);
        (rules.map(|rules| &*Box::leak(Box::new(rules))), dependent)
    }
}
