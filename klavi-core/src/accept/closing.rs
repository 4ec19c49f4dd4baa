//! The closing brace: conditions and relations between the members of an object.

use super::Scope;
use super::object::{Closing, Part, Probe, Rule};
use super::vector::Bytes;
use super::walk::{SLOTS, Slot, Walk};
use crate::finding::Span;
use crate::machine;
use crate::program::{NodeId, Relation};
use fearless_simd::Simd;

impl Walk<'_, '_> {
    /// Whether conditions and relations hold, given the members that an object has.
    #[inline(always)]
    pub(super) fn close<S: Simd>(&self, simd: S, closing: &Closing, seen: u64) -> bool {
        let mut facts = 0;
        for probe in &closing.probes {
            match self.facts(simd, probe) {
                Some(more) => facts |= more,
                None => return false,
            }
        }
        closing.rules.iter().all(|rule| self.rule_holds(simd, rule, facts, seen))
            && (closing.relations.is_empty() || self.relations_hold(closing.relations))
    }

    /// The tests on a member that hold; `None` if one look does not tell.
    #[inline(always)]
    fn facts<S: Simd>(&self, simd: S, probe: &Probe) -> Option<u64> {
        if !self.has(probe.slot) {
            return Some(probe.absent);
        }
        let Span { start, end } = self.slot(probe.slot).span;
        let window = Bytes::padded(simd, self.index.document(), start as usize);
        let mut facts = probe.present;
        let mut is_listed = probe.texts.is_empty();
        for (text, tests) in &probe.texts {
            let (literal, mask) = text.in_quotes();
            let is_this = !window.equals(literal) & mask == 0;
            facts |= tests & u64::from(is_this).wrapping_neg();
            is_listed |= is_this;
        }
        // An escape may hide one of the texts.
        let may_hide = !is_listed && self.index.has_escapes();
        (!may_hide || !self.index.document().get(start as usize..end as usize)?.contains(&b'\\')).then_some(facts)
    }

    #[inline(always)]
    fn rule_holds<S: Simd>(&self, simd: S, rule: &Rule, facts: u64, seen: u64) -> bool {
        let asked = if facts & rule.when == rule.when { &rule.then } else { &rule.otherwise };
        asked.present & !seen == 0
            && asked.absent & self.present == 0
            && asked.parts.iter().all(|(slot, part)| !self.has(*slot) || self.part_holds(simd, *slot, *part))
    }

    #[inline(always)]
    fn part_holds<S: Simd>(&self, simd: S, slot: u8, part: Part) -> bool {
        let Slot { span: Span { start, end }, members } = self.slot(slot);
        let (start, end) = (start as usize, end as usize);
        match part {
            Part::Has(wanted) => self.index.document().get(start) == Some(&b'{') && wanted & !members == 0,
            Part::Fits(node) => self.is_right(simd, node, start, end) || self.evaluator_finds_nothing(node, start, end),
        }
    }

    /// Whether a remembered value is a text that a node takes at once.
    #[inline(always)]
    fn is_right<S: Simd>(&self, simd: S, node: NodeId, start: usize, end: usize) -> bool {
        let document = self.index.document();
        let Some(texts) = self.plan.value(node).and_then(|value| self.plan.texts.get(usize::from(value.texts))) else {
            return false;
        };
        let Some(text) = document.get(start + 1..end - 1) else { return false };
        let last = document
            .get(end.saturating_sub(3)..)
            .and_then(<[u8]>::first_chunk)
            .map_or(0, |last| u16::from_le_bytes(*last));
        let window = Bytes::padded(simd, document, start);
        !texts.may_warn && document.get(start) == Some(&b'"') && self.are_right(texts, window, last, text.len())
    }

    /// Whether the relations between remembered members hold.
    #[inline(never)]
    fn relations_hold(&self, relations: &'static [Relation]) -> bool {
        let span = |slot: u8| self.has(slot).then(|| self.slot(slot).span);
        let has_two = |relation: &Relation| self.has(relation.first) && self.has(relation.second);
        let (document, all) = (self.index.document(), self.plan.scope == Scope::Findings);
        !relations.iter().any(has_two) || machine::relations_hold(self.plan.program, relations, document, span, all)
    }

    #[inline(always)]
    fn has(&self, slot: u8) -> bool {
        self.present >> (slot % 64) & 1 == 1
    }

    #[inline(always)]
    fn slot(&self, slot: u8) -> Slot {
        self.slots[usize::from(slot) % SLOTS]
    }
}
