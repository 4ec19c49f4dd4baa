//! `dependentRequired`: conditions on the members of one object, or where such cannot be had, an applicator for each.

use super::properties::{Members, lookup, property};
use crate::lower::{Context, Lower, leak, place};
use crate::schema::{Keywords, escaped, texts};
use klavi_core::Tree;
use klavi_core::program::{Applicator, Condition, Demand, Is, Node, NodeId, ObjectRules, Place, SLOTS, Test, Types};

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
        for member in keywords.dependent_required.into_iter().flat_map(Tree::members) {
            let names: Vec<&str> = texts(Some(&member.value)).collect();
            let at = format!("{pointer}/dependentRequired/{}", escaped(&member.name));
            let place = place(&at, context, None);
            if let Some(condition) = self.as_condition(members, &member.name, &names, place) {
                conditions.push(condition);
            } else {
                let then = self.mandatory(&names, place);
                left.push(Applicator::If(self.mandatory(&[&member.name], place), Some(then), None));
            }
        }
        left
    }

    fn as_condition(
        &mut self,
        members: &mut Members,
        name: &str,
        names: &[&str],
        place: &'static Place,
    ) -> Option<Condition> {
        if self.free_slots() == 0 || self.contains_open_node(members) {
            return None;
        }
        self.member(members, name)?;
        let slot = self.slot(members, name)?;
        let demand = |name: &&str| {
            let property = u16::try_from(self.member(members, name)?).ok()?;
            Some(Demand::Present { place, keyword: "", property })
        };
        let then: Vec<Demand> = names.iter().map(demand).collect::<Option<_>>()?;
        let when = vec![Test { slot, required: true, is: Is::Present }];
        Some(Condition { place, when: when.leak(), then: then.leak(), otherwise: &[], advice: false })
    }

    /// A node of objects that have these members, whatever else; another value has none.
    pub(crate) fn mandatory(&mut self, names: &[&str], place: &'static Place) -> NodeId {
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
        self.push(Node { place, types: Types::OBJECT, object: Some(Box::leak(Box::new(rules))), ..Node::ANYTHING })
    }

    fn free_slots(&self) -> usize {
        SLOTS - usize::from(self.slots)
    }
}
