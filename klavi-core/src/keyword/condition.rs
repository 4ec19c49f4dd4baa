//! `if`, `then`, `else` and `dependentRequired` as facts about the members of one object, tested at its closing brace

use crate::Code;
use crate::finding::{Details, Sink, Span, Target};
use crate::program::{Key, NodeId, Property, SchemaLocation, table};
use crate::reader::{StringForm, StringToken, span};
use crate::state::{ABSENT, RunState, Seen, Step, Subschemas};

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

/// Tests the conditions of an object, given its properties and those that are there.
#[inline]
pub(crate) fn conditions<'a, S: Sink>(
    evaluator: &mut impl Subschemas<'a>,
    conditions: &'static [Condition],
    properties: &'static [Property],
    seen: &Seen,
    start: usize,
    sink: &mut S,
) -> Step {
    for condition in conditions {
        if (condition.advice && !S::COLLECTS) || (condition.otherwise.is_empty() && is_satisfied(condition.then, seen))
        {
            continue;
        }
        let holds = condition.when.iter().all(|guard| holds(evaluator, guard));
        let consequences = if holds { condition.then } else { condition.otherwise };
        if !consequences.is_empty() {
            consequence(evaluator, condition, consequences, properties, seen, start, sink)?;
        }
    }
    Ok(())
}

#[inline]
fn holds<'a>(evaluator: &mut impl Subschemas<'a>, guard: &Guard) -> bool {
    let state = evaluator.state();
    let value = state.slots[usize::from(guard.slot)];
    if value == ABSENT {
        return !guard.required;
    }
    match guard.predicate {
        Predicate::Present => true,
        Predicate::OneOf(texts) => state.is_one_of(value, texts),
        Predicate::Node(id) => evaluator.fits(id, value.start as usize),
    }
}

fn consequence<'a, S: Sink>(
    evaluator: &mut impl Subschemas<'a>,
    condition: &'static Condition,
    consequences: &'static [Consequence],
    properties: &'static [Property],
    seen: &Seen,
    start: usize,
    sink: &mut S,
) -> Step {
    let state = evaluator.state();
    let outer = state.cause;
    state.cause = state.cause_of(condition).or(outer);
    let step = consequences.iter().try_for_each(|consequence| match *consequence {
        Consequence::Present { property, .. } if seen.contains(property) => Ok(()),
        Consequence::Present { location, keyword, property } => {
            let name = properties[usize::from(property)].key.name;
            let brace = span(start, start + 1);
            let target = Target::Missing(brace.start, name);
            let state = evaluator.state();
            let marker = state.cause.unwrap_or(brace);
            state.report_at(location, Code::Required, keyword, marker, target, Details::None, sink)
        }
        Consequence::Fits { slot, node } => match evaluator.state().slots[usize::from(slot)] {
            ABSENT => Ok(()),
            value => evaluator.judge(node, value.start as usize, sink),
        },
    });
    evaluator.state().cause = outer;
    step
}

impl RunState<'_> {
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
