//! What is judged about single values: texts that have no shape, and values about which the evaluator is asked.

use super::checks::{MOST_ASKED, applies, characters, is_silent_from, passes};
use super::scope::Scope;
use super::texts::Advice;
use super::value::ValueId;
use super::walk::PlanWalk;
use crate::evaluator;
use crate::program::{Diagnosis, Format, StringCheck, StringRules, Types, Value as Json};
use crate::reader::narrow;
use core::ops::Range;

impl PlanWalk<'_> {
    /// Judges a text between two quotes that has no shape, the value of a member with this slot.
    #[inline(never)]
    pub(super) fn other_text(&mut self, id: ValueId, slot: u8, start: usize, end: usize) -> Option<()> {
        if !self.rules_agree(id, start, end) {
            self.defer(id, start)?;
        }
        let facts = self.plan.facts.get(usize::from(slot))?;
        if !facts.texts.is_empty() {
            // An escape may hide one of the texts.
            let text =
                self.index.document().get(start + 1..end).filter(|_| self.index.first_escape(start..end).is_none())?;
            let hold = facts.texts.iter().filter(|(known, _)| known.name.as_bytes() == text);
            self.facts |= hold.fold(0, |facts, (_, fact)| facts | fact);
        }
        Some(())
    }

    /// Whether a node finds nothing in the text between two quotes.
    pub(super) fn rules_agree(&mut self, id: ValueId, start: usize, end: usize) -> bool {
        let agrees = match self.index.first_escape(start..end) {
            None => self.agrees(id, &(start + 1..end), self.plan.scope, &mut { MOST_ASKED }),
            Some(_) => None,
        };
        agrees.unwrap_or_else(|| self.evaluator_finds_nothing(id, start, end + 1))
    }

    /// Whether a node has nothing of this scope to say about a text without escapes. It is undecided where more nodes would
    /// have to be asked.
    fn agrees(&mut self, id: ValueId, part: &Range<usize>, scope: Scope, to_ask: &mut u8) -> Option<bool> {
        *to_ask = to_ask.checked_sub(1)?;
        let node = self.plan.program.nodes.get(usize::from(id))?;
        let text = self.index.document().get(part.clone())?;
        let is_listed = |value: &Json| matches!(value, Json::String(known) if known.as_bytes() == text);
        let is_right = node.types.meets(Types::STRING)
            && node.allowed.iter().all(|allowed| allowed.values.iter().any(is_listed))
            && node.string.is_none_or(|rules| self.holds(rules, text, part.clone(), scope));
        if !is_right {
            return Some(false);
        }
        for applicator in node.applicators {
            if !applies(applicator, scope, |id, scope| self.agrees(id, part, scope, to_ask))? {
                return Some(false);
            }
        }
        match node.expect {
            Some(id) if scope == Scope::Findings => self.agrees(id, part, scope, to_ask),
            _ => Some(true),
        }
    }

    fn holds(&mut self, rules: &StringRules, text: &[u8], part: Range<usize>, scope: Scope) -> bool {
        let is_short = |max: u32| text.len() <= max as usize || characters(text) <= max as usize;
        let is_long = |min: u32| text.len() >= min as usize && characters(text) >= min as usize;
        let mut checks = rules.checks.iter().filter(|check| !check.implied && !check.advice);
        rules.max_length.is_none_or(is_short)
            && rules.min_length.is_none_or(is_long)
            && rules.max_bytes.is_none_or(|max| text.len() <= max as usize)
            && checks.all(|check| passes(check, text))
            && (scope == Scope::Errors || self.says_what_it_should(rules, true, part))
    }

    /// Whether a text of the right form between two quotes is worth no warning. One with escapes is undecided.
    #[inline(never)]
    pub(super) fn is_silent(&mut self, Advice { rules, has_checks }: Advice, start: usize, end: usize) -> bool {
        match self.index.first_escape(start..end) {
            Some(at) => self.index.text(start + 1..at).is_some_and(|head| is_silent_from(rules, head.as_bytes())),
            None => self.says_what_it_should(rules, has_checks, start + 1..end),
        }
    }

    /// Whether the text of a part is worth no warning, by its rules and the advice among their checks if there may be any.
    #[inline]
    fn says_what_it_should(&mut self, rules: &StringRules, has_checks: bool, part: Range<usize>) -> bool {
        let start = part.start - 1;
        let Some(text) = self.index.text(part) else { return false };
        let advises = |check: &StringCheck| check.advice && !passes(check, text.as_bytes());
        if has_checks && rules.checks.iter().any(advises) || !(rules.known.is_empty() || rules.known.contains(&text)) {
            return false;
        }
        let mut is_silent = true;
        let mut report = |_, _: &dyn Diagnosis| is_silent = false;
        match rules.format {
            Some(Format { parts: Some(parts), .. }) => match parts(text) {
                Some(parts) => self.parts = Some((start, parts)),
                None => return false,
            },
            Some(Format { check, .. }) => check(text, self.plan.program.direction, &mut report),
            None => {}
        }
        if let Some((rule, today)) = rules.time.zip(self.today) {
            (rule.check)(text, today, &mut report);
        }
        is_silent
    }

    /// Whether the evaluator finds nothing in a value that was passed.
    #[inline(never)]
    pub(super) fn evaluator_finds_nothing(&mut self, id: ValueId, start: usize, end: usize) -> bool {
        let depth = narrow(self.max_depth.saturating_sub(self.depth));
        let all = self.plan.scope == Scope::Findings;
        let token = self.index.text(start..end);
        token.is_some_and(|token| evaluator::finds_nothing(self.plan.program, id, token, depth, self.today, all))
    }
}
