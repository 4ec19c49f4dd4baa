//! The closing brace: conditions and relations between the members of an object.

use super::Scope;
use super::object::Object;
use super::rules::{Asked, Fits, Part};
use super::walk::{PlanWalk, SLOTS, Slot};
use crate::Severity;
use crate::finding::Span;
use crate::keyword::relation::broken;
use crate::program::{Relation, RelationKind};
use crate::reader::Reader;

impl PlanWalk<'_> {
    /// Whether conditions and relations hold, given the members that an object has.
    #[inline(always)]
    pub(super) fn close(&mut self, object: &Object, seen: u64) -> bool {
        let mut is_wrong = object.required & !seen;
        // Without a way out: which of the conditions hold cannot be predicted.
        for rule in &object.rules {
            let asked = rule.asked(self.facts);
            is_wrong |= asked.members & !seen | asked.holds & !self.facts | asked.fails & self.facts;
        }
        (is_wrong == 0 || self.rules_hold(object, seen))
            && (object.relations.is_empty() || self.relations_hold(object.relations))
    }

    /// The same where not all facts that should hold are known.
    #[inline(never)]
    fn rules_hold(&mut self, object: &Object, seen: u64) -> bool {
        let facts = self.facts;
        let mut holds = |asked: &Asked| {
            let mut is_known = |part: &Part| facts & part.fact != 0 || self.part_holds(part);
            asked.members & !seen == 0 && asked.fails & facts == 0 && asked.parts.iter().all(&mut is_known)
        };
        object.required & !seen == 0 && object.rules.iter().all(|rule| holds(rule.asked(facts)))
    }

    fn part_holds(&mut self, part: &Part) -> bool {
        let Slot { span: Span { start, end }, members } = self.slot(part.slot);
        let (start, end) = (start as usize, end as usize);
        let first = self.index.document().get(start);
        match part.is {
            Fits::Members(wanted) => first == Some(&b'{') && wanted & !members == 0,
            Fits::Node(node) if first == Some(&b'"') => self.rules_agree(node, start, end - 1),
            Fits::Node(node) => self.evaluator_finds_nothing(node, start, end),
        }
    }

    /// Whether the relations between remembered members hold.
    #[inline(never)]
    fn relations_hold(&mut self, relations: &'static [Relation]) -> bool {
        let has_two = |relation: &Relation| self.has(relation.first) && self.has(relation.second);
        if !relations.iter().any(has_two) {
            return true;
        }
        let Some(document) = self.index.text(..) else { return false };
        let slot = |slot: u8| self.has(slot).then(|| self.slot(slot).span);
        let (all, direction) = (self.plan.scope == Scope::Findings, self.plan.program.direction);
        let is_asked = |kind: &RelationKind| all || kind.code.severity(direction) == Severity::Error;
        let known = |value: Span| self.parts.filter(|(at, _)| *at == value.start as usize).map(|(_, parts)| parts);
        broken(&Reader::of(document), relations, slot, known, is_asked).is_empty()
    }

    /// Whether there is a value in a slot. The first facts tell.
    fn has(&self, slot: u8) -> bool {
        self.facts >> (slot % 64) & 1 == 1
    }

    fn slot(&self, slot: u8) -> Slot {
        self.slots[usize::from(slot) % SLOTS]
    }
}
