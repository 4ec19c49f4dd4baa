//! `x-relations`: comparisons of two members of one object, tested at its closing brace

use crate::Severity;
use crate::finding::{Details, Sink, Span};
use crate::members;
use crate::program::{ObjectText, Operand, OperandValue, Parts, RelationKind, SchemaLocation, table};
use crate::reader::Reader;
use crate::state::{ABSENT, RunState, Step};

table! {
    /// A comparison of two members (`x-relations`).
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Relation {
        /// Where the relation stands in the schema.
        pub location: &'static SchemaLocation,
        /// What is compared.
        pub kind: &'static RelationKind,
        /// The slot of the first member.
        pub first: u8,
        /// The slot of the second member.
        pub second: u8,
    }
}

impl RunState<'_> {
    /// Tests the relations of an object.
    pub(crate) fn relations<S: Sink>(&mut self, relations: &'static [Relation], sink: &mut S) -> Step {
        let slot = |slot: u8| Some(self.slots[usize::from(slot)]).filter(|value| *value != ABSENT);
        let is_asked = |kind: &RelationKind| S::COLLECTS || kind.code.severity(self.direction) == Severity::Error;
        let broken = broken(&self.reader, relations, slot, |_| None, is_asked);
        broken.into_iter().try_for_each(|relation| self.tell_broken(relation, sink))
    }

    #[cold]
    fn tell_broken<S: Sink>(&mut self, relation: &'static Relation, sink: &mut S) -> Step {
        let (first, second) = (self.slots[usize::from(relation.first)], self.slots[usize::from(relation.second)]);
        let outer = self.cause.replace(second);
        let step = self.report(relation.location, relation.kind.code, "", first, Details::None, sink);
        self.cause = outer;
        step
    }
}

/// Those of some relations of an object that are asked for and do not hold, given the members of the object by their
/// slots, and the parts of a value that was read before. A member with which several of them begin is read once.
pub(crate) fn broken<'a>(
    reader: &Reader<'a>,
    relations: &'static [Relation],
    slot: impl Fn(u8) -> Option<Span>,
    known: impl Fn(Span) -> Option<Parts<'a>>,
    is_asked: impl Fn(&RelationKind) -> bool,
) -> Vec<&'static Relation> {
    let mut broken = Vec::new();
    for same in relations.chunk_by(|one, next| one.first == next.first) {
        let Some(first) = same.first().and_then(|relation| slot(relation.first)) else { continue };
        let asked = same.iter().filter(|relation| is_asked(relation.kind));
        let mut pairs = asked.filter_map(|relation| Some((relation, slot(relation.second)?))).peekable();
        if pairs.peek().is_none() {
            continue;
        }
        let parts = known(first);
        let Some(first) = operand(reader, first) else { continue };
        let first = Operand::with_parts(&first, parts);
        let fails =
            |relation: &Relation, second: &OperandValue<'_>| !(relation.kind.holds)(&first, &Operand::new(second));
        let failing =
            pairs.filter(|(relation, second)| operand(reader, *second).is_some_and(|second| fails(relation, &second)));
        broken.extend(failing.map(|(relation, _)| relation));
    }
    broken
}

/// The value of a member, as relations compare it.
fn operand<'a>(reader: &Reader<'a>, value: Span) -> Option<OperandValue<'a>> {
    let start = value.start as usize;
    Some(match reader.bytes().get(start) {
        Some(b'"') => {
            let mut reader = reader.clone();
            reader.at = start;
            let text = reader.string().ok()?;
            OperandValue::String(reader.unescaped(text))
        }
        Some(b'{') => OperandValue::Object(ObjectText {
            text: reader.slice(value),
            string: |text, name| members::string(&Reader::of(text), 0, name),
        }),
        _ => OperandValue::Number(reader.slice(value)),
    })
}
