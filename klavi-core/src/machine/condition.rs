//! Conditions and relations between the members of one object, tested at its closing brace.

use super::object::Seen;
use super::{ABSENT, Machine, Step};
use crate::finding::{Details, Sink, Span, Target, Verdict};
use crate::program::{Condition, Demand, Is, Key, ObjectRules, Operand, Relation, Test};
use crate::reader::{Form, Text, span};
use crate::{Code, Severity};

impl<'a> Machine<'a> {
    #[inline]
    pub(super) fn conditions<S: Sink>(
        &mut self,
        rules: &'static ObjectRules,
        seen: &Seen,
        start: usize,
        sink: &mut S,
    ) -> Step {
        for condition in rules.conditions {
            if (condition.advice && !S::COLLECTS)
                || (condition.otherwise.is_empty() && is_satisfied(condition.then, seen))
            {
                continue;
            }
            let holds = condition.when.iter().all(|test| self.holds(test));
            let demands = if holds { condition.then } else { condition.otherwise };
            if !demands.is_empty() {
                self.demand(condition, demands, rules, seen, start, sink)?;
            }
        }
        for relation in rules.relations {
            self.relate(relation, sink)?;
        }
        Ok(())
    }

    #[inline]
    fn holds(&mut self, test: &Test) -> bool {
        let value = self.slots[usize::from(test.slot)];
        if value == ABSENT {
            return !test.required;
        }
        match test.is {
            Is::Present => true,
            Is::OneOf(texts) => self.is_one_of(value, texts),
            Is::Node(id) => self.fits(id, value.start as usize),
        }
    }

    #[inline]
    fn is_one_of(&self, value: Span, texts: &[Key]) -> bool {
        let window = self.reader.window(value.start as usize);
        texts.iter().any(|text| text.is_in(&window)) || self.is_one_of_spelt_out(value, texts)
    }

    /// The same for texts that are long, or escaped: an escaped text is longer than what it says.
    #[inline]
    fn is_one_of_spelt_out(&self, value: Span, texts: &[Key]) -> bool {
        let token = self.reader.bytes().get(value.start as usize..value.end as usize).unwrap_or_default();
        texts.iter().any(|text| {
            let len = text.name.len() + 2;
            (len < token.len() && token.contains(&b'\\')) || (len > 32 && len == token.len())
        }) && self.says_one_of(value, texts)
    }

    #[cold]
    fn says_one_of(&self, value: Span, texts: &[Key]) -> bool {
        let token = self.reader.slice(value);
        let form = if token.contains('\\') { Form::Escaped } else { Form::Plain };
        let text = Text::new(value.start as usize + 1, value.end as usize - 1, form);
        token.starts_with('"') && texts.iter().any(|known| self.reader.says(text, known.name))
    }

    fn demand<S: Sink>(
        &mut self,
        condition: &'static Condition,
        demands: &'static [Demand],
        rules: &'static ObjectRules,
        seen: &Seen,
        start: usize,
        sink: &mut S,
    ) -> Step {
        let outer = self.cause;
        self.cause = self.cause_of(condition).or(outer);
        let step = demands.iter().try_for_each(|demand| match *demand {
            Demand::Present { property, .. } if seen.contains(property) => Ok(()),
            Demand::Present { place, keyword, property } => {
                let name = rules.properties[usize::from(property)].key.name;
                let brace = span(start, start + 1);
                let target = Target::Missing(brace.start, name);
                let marker = self.cause.unwrap_or(brace);
                self.report_at(place, Code::Required, keyword, marker, target, Details::None, sink)
            }
            Demand::Fits { slot, node } => match self.slots[usize::from(slot)] {
                ABSENT => Ok(()),
                value => self.judge(node, value.start as usize, sink),
            },
        });
        self.cause = outer;
        step
    }

    /// The member that triggered the condition: the first that its tests found.
    fn cause_of(&self, condition: &Condition) -> Option<Span> {
        condition.when.iter().map(|test| self.slots[usize::from(test.slot)]).find(|span| *span != ABSENT)
    }

    fn relate<S: Sink>(&mut self, relation: &'static Relation, sink: &mut S) -> Step {
        let (first, second) = (self.slots[usize::from(relation.first)], self.slots[usize::from(relation.second)]);
        let wanted = S::COLLECTS || relation.kind.code.severity(self.program.direction) == Severity::Error;
        if first == ABSENT || second == ABSENT || !wanted {
            return Ok(());
        }
        let members = relation.kind.members;
        let (Some(a), Some(b)) = (self.operand(first, members), self.operand(second, members)) else { return Ok(()) };
        if (relation.kind.holds)(&a, &b) {
            return Ok(());
        }
        let outer = self.cause.replace(second);
        let step = self.report(relation.place, relation.kind.code, "", first, Details::None, sink);
        self.cause = outer;
        step
    }

    /// The value of a remembered member, as relations compare it.
    #[cold]
    fn operand(&mut self, value: Span, members: &[&str]) -> Option<Operand<'a>> {
        let end = core::mem::replace(&mut self.reader.at, value.start as usize);
        let operand = match self.reader.peek() {
            b'"' => self.reader.string().ok().map(|text| Operand::String(self.reader.unescaped(text))),
            b'{' => Some(Operand::Object(members.iter().map(|name| self.member(value, name)).collect())),
            _ => Some(Operand::Number(self.reader.slice(value))),
        };
        self.reader.at = end;
        operand
    }

    /// The text of a member of an object that was passed before.
    pub(super) fn member(&mut self, object: Span, name: &str) -> Option<String> {
        let again = core::mem::replace(&mut self.again, true);
        self.reader.at = object.start as usize + 1;
        let mut found = None;
        while self.reader.white_space() == b'"' && found.is_none() {
            let Ok(key) = self.key(&mut Verdict) else { break };
            if self.reader.white_space() == b'"' && self.reader.says(key, name) {
                found = self.reader.string().ok().map(|text| self.reader.chars(text).collect());
            } else if self.skip(&mut Verdict).is_err() {
                break;
            }
            if self.reader.white_space() == b',' {
                self.reader.at += 1;
            }
        }
        self.again = again;
        found
    }
}

/// Whether the demands are met by the members that were seen, so that nothing depends on the condition.
#[inline]
fn is_satisfied(demands: &[Demand], seen: &Seen) -> bool {
    matches!(demands, [Demand::Present { property, .. }] if seen.contains(*property))
}
