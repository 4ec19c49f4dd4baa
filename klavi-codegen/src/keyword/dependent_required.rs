//! `dependentRequired`: conditions on the members of one object, or where such cannot be had, an applicator for each.

use super::properties::{Members, lookup, property};
use crate::lower::{Context, Lower, leak, location};
use crate::schema::{Keywords, escaped, texts};
use klavi_core::Tree;
use klavi_core::program::{
    Applicator, Condition, Consequence, Guard, Node, NodeId, ObjectRules, Predicate, SLOTS, SchemaLocation, Types,
};

impl<'a> Lower<'a> {
    /// Takes up the keyword, and gives what is left for applicators.
    pub(crate) fn dependent_required(
        &mut self,
        members: &mut Members,
        conditions: &mut Vec<Condition>,
        keywords: &Keywords<'a>,
        pointer: &str,
        context: Context<'a>,
    ) -> Vec<Applicator> {
        let mut left = Vec::new();
        for member in keywords.get("dependentRequired").into_iter().flat_map(Tree::members) {
            let names: Vec<&str> = texts(Some(&member.value)).collect();
            let at = format!("{pointer}/dependentRequired/{}", escaped(&member.name));
            let location = location(&at, context, None);
            if let Some(condition) = self.as_condition(members, &member.name, &names, location) {
                conditions.push(condition);
            } else {
                let then = self.mandatory(&names, location);
                left.push(Applicator::If(self.mandatory(&[&member.name], location), Some(then), None));
            }
        }
        left
    }

    fn as_condition(
        &mut self,
        members: &mut Members,
        name: &str,
        names: &[&str],
        location: &'static SchemaLocation,
    ) -> Option<Condition> {
        if self.free_slots() == 0 || self.contains_open_node(members) {
            return None;
        }
        self.member(members, name)?;
        let slot = self.slot(members, name)?;
        let consequence = |name: &&str| {
            let property = u16::try_from(self.member(members, name)?).ok()?;
            Some(Consequence::Present { location, keyword: "", property })
        };
        let then: Vec<Consequence> = names.iter().map(consequence).collect::<Option<_>>()?;
        let when = vec![Guard { slot, required: true, predicate: Predicate::Present }];
        Some(Condition { location, when: when.leak(), then: then.leak(), otherwise: &[], advice: false })
    }

    /// A node of objects that have these members, whatever else; another value has none.
    pub(crate) fn mandatory(&mut self, names: &[&str], location: &'static SchemaLocation) -> NodeId {
        let anything = self.push(Node::ANYTHING);
        let properties: Vec<_> = names.iter().map(|name| property(leak(name), anything, &[])).collect();
        let mut required = vec![0u64; names.len().div_ceil(64)];
        (0..names.len()).for_each(|index| required[index / 64] |= 1 << (index % 64));
        let rules = ObjectRules {
            properties: properties.leak(),
            lookup: lookup(names),
            required: required.leak(),
            ..ObjectRules::ANY
        };
        self.push(Node { location, types: Types::OBJECT, object: Some(Box::leak(Box::new(rules))), ..Node::ANYTHING })
    }

    fn free_slots(&self) -> usize {
        SLOTS - usize::from(self.slots)
    }
}
