//! `x-relations`: comparisons of two members of one object, tested at its closing brace

use crate::Severity;
use crate::evaluator::{ABSENT, Evaluator, Step};
use crate::finding::{Details, Sink, Span, Verdict};
use crate::program::{Operand, OperandValue, RelationKind, SchemaLocation, table};
use crate::reader::Abort;
use std::borrow::Cow;

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

impl<'a> Evaluator<'a> {
    /// Tests the relations of an object. A member with which several of them begin is read once.
    pub(crate) fn relations<S: Sink>(&mut self, relations: &'static [Relation], sink: &mut S) -> Step {
        let mut known: Option<(u8, &[&str], Operand<'a>)> = None;
        for relation in relations {
            let (slot, kind) = (relation.first, relation.kind);
            let (first, second) = (self.slots[usize::from(slot)], self.slots[usize::from(relation.second)]);
            let wanted = S::COLLECTS || kind.code.severity(self.program.direction) == Severity::Error;
            if first == ABSENT || second == ABSENT || !wanted {
                continue;
            }
            if !matches!(known, Some((of, members, _)) if of == slot && members == kind.members) {
                known = self.operand(first, kind.members).map(|operand| (slot, kind.members, operand));
            }
            if let (Some((_, _, first)), Some(second)) = (&known, self.operand(second, kind.members))
                && !(kind.holds)(first, &second)
            {
                self.unrelated(relation, sink)?;
            }
        }
        Ok(())
    }

    #[cold]
    fn unrelated<S: Sink>(&mut self, relation: &'static Relation, sink: &mut S) -> Step {
        let (first, second) = (self.slots[usize::from(relation.first)], self.slots[usize::from(relation.second)]);
        let outer = self.cause.replace(second);
        let step = self.report(relation.location, relation.kind.code, "", first, Details::None, sink);
        self.cause = outer;
        step
    }

    /// The value of a remembered member, as relations compare it.
    #[cold]
    fn operand(&mut self, value: Span, members: &[&str]) -> Option<Operand<'a>> {
        let start = value.start as usize;
        let value = match self.reader.bytes().get(start) {
            Some(b'"') => {
                let text = self.reread(start, |evaluator| evaluator.reader.string().ok())?;
                OperandValue::String(self.reader.unescaped(text))
            }
            Some(b'{') => OperandValue::Object(self.strings_of(start, members)),
            _ => OperandValue::Number(self.reader.slice(value)),
        };
        Some(Operand::new(value))
    }

    /// The string of a member of the object at this offset, as far as the object can be read.
    pub(crate) fn member(&mut self, object: usize, name: &str) -> Option<String> {
        self.strings_of(object, &[name]).pop().flatten().map(Cow::into_owned)
    }

    /// The strings of some members of the object at this offset. Of a name that comes twice it is the first that counts.
    fn strings_of(&mut self, object: usize, names: &[&str]) -> Vec<Option<Cow<'a, str>>> {
        let mut found = vec![None; names.len()];
        // Where the object cannot be read further, nothing more is known of it.
        let _ = self.reread(object, |evaluator| {
            let mut follows = evaluator.reader.first_member();
            while follows && found.iter().any(Option::is_none) {
                let key = evaluator.reader.name()?;
                let is_string = evaluator.reader.skip_whitespace() == b'"';
                let index = names.iter().position(|name| is_string && evaluator.reader.says(key, name));
                match index.and_then(|index| found.get_mut(index)).filter(|text| text.is_none()) {
                    Some(text) => {
                        let token = evaluator.reader.string()?;
                        *text = Some(evaluator.reader.unescaped(token));
                    }
                    None => evaluator.skip(&mut Verdict::default())?,
                }
                follows = evaluator.reader.next_member()?;
            }
            Ok::<(), Abort>(())
        });
        found
    }
}
