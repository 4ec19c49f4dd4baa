//! `if`, `then`, `else` and `dependentRequired` as facts about the members of one object, tested at its closing brace

use crate::Code;
use crate::evaluator::object::Seen;
use crate::evaluator::{ABSENT, Evaluator, Step};
use crate::finding::{Details, Sink, Span, Target};
use crate::program::{Key, NodeId, ObjectRules, SchemaLocation, table};
use crate::reader::{StringForm, StringToken, span};

table! {
    /// `if`, `then` and `else` on the members of one object, as facts that are known at its closing brace.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Condition {
        /// Where the condition stands in the schema.
        pub location: &'static SchemaLocation,
        /// What must hold, all of it.
        pub when: &'static [Guard],
        /// What is asked if it holds.
        pub then: &'static [Consequence],
        /// What is asked if it does not.
        pub otherwise: &'static [Consequence],
        /// It comes from `x-expect`: an object that fails it is still valid.
        pub advice: bool,
    }
}

table! {
    /// One part of a condition: what holds for a remembered member.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Guard {
        /// The member's slot.
        pub slot: u8,
        /// The test fails if the member is absent; otherwise absence passes.
        pub required: bool,
        /// What the member must be.
        pub predicate: Predicate,
    }
}

table! {
    /// What a member must be for a [`Guard`].
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Predicate {
        /// Anything.
        Present,
        /// One of these strings.
        OneOf(texts: &'static [Key]),
        /// A value that the node accepts.
        Node(node: NodeId),
    }
}

table! {
    /// One consequence of a condition.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Consequence {
        /// The object has this property (an index into its properties).
        Present {
            /// The location of the `then` or `else` schema.
            location: &'static SchemaLocation,
            /// The keyword below that location, or none where the location is the keyword's own.
            keyword: &'static str,
            /// The property.
            property: u16,
        },
        /// The member in this slot, if it is there, fits the node.
        Fits {
            /// The member's slot.
            slot: u8,
            /// The node.
            node: NodeId,
        },
    }
}

impl Condition {
    pub(crate) fn children(&self, found: &mut Vec<NodeId>) {
        found.extend(
            self.when
                .iter()
                .filter_map(|guard| if let Predicate::Node(id) = guard.predicate { Some(id) } else { None }),
        );
        for consequence in self.then.iter().chain(self.otherwise) {
            if let Consequence::Fits { node, .. } = consequence {
                found.push(*node);
            }
        }
    }
}

impl Evaluator<'_> {
    #[inline]
    pub(crate) fn conditions<S: Sink>(
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
            let holds = condition.when.iter().all(|guard| self.holds(guard));
            let consequences = if holds { condition.then } else { condition.otherwise };
            if !consequences.is_empty() {
                self.consequence(condition, consequences, rules, seen, start, sink)?;
            }
        }
        if rules.relations.is_empty() { Ok(()) } else { self.relations(rules.relations, sink) }
    }

    #[inline]
    fn holds(&mut self, guard: &Guard) -> bool {
        let value = self.slots[usize::from(guard.slot)];
        if value == ABSENT {
            return !guard.required;
        }
        match guard.predicate {
            Predicate::Present => true,
            Predicate::OneOf(texts) => self.is_one_of(value, texts),
            Predicate::Node(id) => self.fits(id, value.start as usize),
        }
    }

    #[inline]
    fn is_one_of(&self, value: Span, texts: &[Key]) -> bool {
        let window = self.reader.window(value.start as usize);
        texts.iter().any(|text| text.is_in(&window)) || self.is_one_of_spelt_out(value, texts)
    }

    /// The same for strings that are long, or escaped: an escaped string is longer than what it says.
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
        let form = if token.contains('\\') { StringForm::Escaped } else { StringForm::Plain };
        let text = StringToken::new(value.start as usize + 1, value.end as usize - 1, form);
        token.starts_with('"') && texts.iter().any(|known| self.reader.says(text, known.name))
    }

    fn consequence<S: Sink>(
        &mut self,
        condition: &'static Condition,
        consequences: &'static [Consequence],
        rules: &'static ObjectRules,
        seen: &Seen,
        start: usize,
        sink: &mut S,
    ) -> Step {
        let outer = self.cause;
        self.cause = self.cause_of(condition).or(outer);
        let step = consequences.iter().try_for_each(|consequence| match *consequence {
            Consequence::Present { property, .. } if seen.contains(property) => Ok(()),
            Consequence::Present { location, keyword, property } => {
                let name = rules.properties[usize::from(property)].key.name;
                let brace = span(start, start + 1);
                let target = Target::Missing(brace.start, name);
                let marker = self.cause.unwrap_or(brace);
                self.report_at(location, Code::Required, keyword, marker, target, Details::None, sink)
            }
            Consequence::Fits { slot, node } => match self.slots[usize::from(slot)] {
                ABSENT => Ok(()),
                value => self.judge(node, value.start as usize, sink),
            },
        });
        self.cause = outer;
        step
    }

    /// The member that triggered the condition: the first that its guards found.
    fn cause_of(&self, condition: &Condition) -> Option<Span> {
        condition.when.iter().map(|guard| self.slots[usize::from(guard.slot)]).find(|span| *span != ABSENT)
    }
}

/// Whether the consequences are met by the members that were seen, so that nothing depends on the condition.
#[inline]
fn is_satisfied(consequences: &[Consequence], seen: &Seen) -> bool {
    matches!(consequences, [Consequence::Present { property, .. }] if seen.contains(*property))
}
