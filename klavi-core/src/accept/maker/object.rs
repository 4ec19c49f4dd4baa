//! Objects of a plan.

use super::Maker;
use super::conditions::Conditions;
use crate::accept::lookup::PlanLookup;
use crate::accept::object::{MOST_MEMBERS, Object, PlanMember};
use crate::program::ObjectRules;

impl Object {
    /// The object of these rules, if a plan can hold them.
    pub fn of(maker: &mut Maker, rules: &'static ObjectRules) -> Option<Self> {
        // What is not named here only the evaluator knows.
        let known = ObjectRules {
            properties: rules.properties,
            declared: rules.declared,
            lookup: rules.lookup,
            required: rules.required,
            additional: rules.additional,
            slots: rules.slots,
            conditions: rules.conditions,
            relations: rules.relations,
            ..ObjectRules::ANY
        };
        if known != *rules || rules.properties.len() > MOST_MEMBERS {
            return None;
        }
        let mut members = Vec::with_capacity(rules.properties.len() + 1);
        for (index, property) in (0..).zip(rules.properties) {
            members.push(PlanMember::of(property, index)?);
        }
        members.push(PlanMember::NONE);
        let Conditions { rules: conditions, facts, absent } = Conditions::of(maker, rules)?;
        Some(Self {
            members: members.into(),
            lookup: PlanLookup::of(rules.properties.iter().map(|property| property.key.name))?,
            required: rules.required.first().copied().unwrap_or(0),
            others: maker.others(rules.additional).map(PlanMember::others),
            facts,
            absent,
            rules: conditions.into(),
            relations: maker.relations(rules),
        })
    }
}
