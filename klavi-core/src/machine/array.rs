//! Arrays, and the comparison of whole values.

use super::{Machine, Step};
use crate::Code;
use crate::decimal::Decimal;
use crate::finding::{Details, Sink};
use crate::keyword::unique_items::Fingerprints;
use crate::program::{Node, Types, Value};
use crate::reader::span;

impl Machine<'_> {
    #[inline(never)]
    pub(super) fn array<S: Sink>(&mut self, node: &'static Node, sink: &mut S) -> Step {
        let start = self.reader.at;
        let rules = match node.array {
            Some(rules) if node.types.meets(Types::ARRAY) => rules,
            _ => {
                self.skip(sink)?;
                return self.after_container(node, Types::ARRAY, start, sink);
            }
        };
        self.enter()?;
        let mut count = 0u32;
        let mut contained = 0u32;
        let mut unique = rules.unique.then(Fingerprints::default);
        if self.reader.white_space() == b']' {
            self.reader.at += 1;
        } else {
            loop {
                self.reader.white_space();
                let item = self.reader.at;
                match rules.prefix.get(count as usize).copied().or(rules.items) {
                    Some(id) => self.value(id, sink)?,
                    None => self.skip(sink)?,
                }
                count = count.saturating_add(1);
                if let Some(contains) = rules.contains {
                    contained += u32::from(self.fits(contains.node, item));
                }
                if let Some(unique) = &mut unique {
                    self.unique_item(node, unique, item, sink)?;
                }
                match self.reader.white_space() {
                    b',' => self.reader.at += 1,
                    b']' => break self.reader.at += 1,
                    _ => return self.reader.fail("a comma or the closing bracket"),
                }
            }
        }
        self.depth -= 1;
        let bounds = [
            (rules.min_items, rules.min_items.is_some_and(|min| count < min), Code::MinItems, "minItems"),
            (rules.max_items, rules.max_items.is_some_and(|max| count > max), Code::MaxItems, "maxItems"),
        ];
        for (bound, broken, code, keyword) in bounds {
            if broken {
                let details = Details::Count(bound.unwrap_or(0), count);
                self.report(node.place, code, keyword, span(start, self.reader.at), details, sink)?;
            }
        }
        if let Some(contains) = rules.contains {
            self.contains(node, contains, contained, start, sink)?;
        }
        self.after_container(node, Types::ARRAY, start, sink)
    }

    /// The type, `enum` and `const` of an object or array that was passed.
    pub(super) fn after_container<S: Sink>(
        &mut self,
        node: &'static Node,
        found: Types,
        start: usize,
        sink: &mut S,
    ) -> Step {
        if !node.types.meets(found) {
            return self.wrong_type(node, found, span(start, self.reader.at), sink);
        }
        for allowed in node.allowed {
            if !allowed.values.iter().any(|value| self.equals(start, value)) {
                self.not_listed(node, allowed, span(start, self.reader.at), sink)?;
            }
        }
        Ok(())
    }

    /// Whether the value at this offset, which was passed before, is this one.
    fn equals(&mut self, start: usize, value: &Value) -> bool {
        let end = core::mem::replace(&mut self.reader.at, start);
        let equal = self.next_equals(value);
        self.reader.at = end;
        equal
    }

    /// Compares the value that starts here. Passes it if it is equal; otherwise the position is of no use.
    fn next_equals(&mut self, value: &Value) -> bool {
        let reader = &mut self.reader;
        match (reader.white_space(), value) {
            (b'n', Value::Null) => reader.word("null").is_ok(),
            (b't', Value::Bool(true)) => reader.word("true").is_ok(),
            (b'f', Value::Bool(false)) => reader.word("false").is_ok(),
            (b'-' | b'0'..=b'9', Value::Number(known)) => {
                let start = reader.at;
                reader.number().is_ok() && Decimal::new(reader.slice(reader.since(start))) == Decimal::new(known)
            }
            (b'"', Value::String(known)) => reader.string().is_ok_and(|text| reader.says(text, known)),
            (b'[', Value::Array(items)) => self.items_equal(items),
            (b'{', Value::Object(members)) => self.members_equal(members),
            _ => false,
        }
    }

    fn items_equal(&mut self, items: &[Value]) -> bool {
        self.reader.at += 1;
        for (index, item) in items.iter().enumerate() {
            if index > 0 && self.reader.white_space() == b',' {
                self.reader.at += 1;
            }
            if !self.next_equals(item) {
                return false;
            }
        }
        let closes = self.reader.white_space() == b']';
        self.reader.at += 1;
        closes
    }

    fn members_equal(&mut self, members: &[(&'static str, Value)]) -> bool {
        self.reader.at += 1;
        let mut count = 0;
        while self.reader.white_space() == b'"' {
            let Ok(key) = self.reader.string() else { return false };
            self.reader.white_space();
            self.reader.at += 1;
            let Some((_, value)) = members.iter().find(|(name, _)| self.reader.says(key, name)) else { return false };
            if !self.next_equals(value) {
                return false;
            }
            count += 1;
            if self.reader.white_space() == b',' {
                self.reader.at += 1;
            }
        }
        self.reader.at += 1;
        count == members.len()
    }
}
