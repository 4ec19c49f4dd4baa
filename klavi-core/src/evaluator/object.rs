//! Objects: their members in schema order or any other, and what is known at the closing brace.

use super::Evaluator;
use crate::expected::Expected;
use crate::finding::Sink;
use crate::keyword::condition::conditions;
use crate::keyword::pattern_properties::pattern_properties;
use crate::keyword::properties::additional_property;
use crate::keyword::property_names::property_name;
use crate::program::{Node, ObjectRules, Property, Types};
use crate::reader::{Abort, span};
use crate::state::{ABSENT, Seen, Step};

/// A property and its index.
type Declared = (usize, &'static Property);

impl Evaluator<'_> {
    pub(super) fn object<S: Sink>(&mut self, node: &'static Node, sink: &mut S) -> Step {
        let start = self.state.reader.at;
        match node.object {
            Some(rules) if node.types.meets(Types::OBJECT) => {
                let outer = core::mem::replace(&mut self.state.object_at, start);
                self.members(node, rules, sink)?;
                self.state.object_at = outer;
            }
            _ => self.state.skip(sink)?,
        }
        if node.allowed.is_empty() && node.types.meets(Types::OBJECT) {
            return Ok(());
        }
        self.after_container(node, Types::OBJECT, start, sink)
    }

    fn members<S: Sink>(&mut self, node: &'static Node, rules: &'static ObjectRules, sink: &mut S) -> Step {
        let start = self.state.reader.at;
        self.state.enter()?;
        for slot in rules.slots.0..rules.slots.1 {
            self.state.slots[usize::from(slot)] = ABSENT;
        }
        let mark = self.state.keys.len();
        let (mut seen, mut repeated) = (Seen::default(), false);
        let mut next = 0;
        let mut follows = self.state.reader.first_member();
        while follows {
            let byte = self.state.reader.skip_whitespace();
            let key_at = self.state.reader.at;
            if let Some((index, property)) = self.name(byte, rules, next, sink)? {
                next = index + 1;
                repeated |= seen.add(index);
                self.declared(property, sink)?;
            } else {
                self.other(node, rules, key_at, sink)?;
            }
            if let Some(names) = rules.names {
                property_name(self, node.location, names, key_at, sink)?;
            }
            follows = self.state.reader.next_member()?;
        }
        self.state.depth -= 1;
        if repeated && !self.state.again {
            self.remember_all(start, mark, sink)?;
        }
        self.state.forget(mark, sink)?;
        if rules.required.iter().enumerate().any(|(word, bits)| bits & !seen.word(word) != 0) {
            self.state.missing(node.location, rules, self.program.nodes, &seen, start, sink)?;
        }
        conditions(self, rules.conditions, rules.properties, &seen, start, sink)?;
        if rules.relations.is_empty() { Ok(()) } else { self.state.relations(rules.relations, sink) }
    }

    /// Passes a member name, which starts with this byte, and its colon, and gives its property. The names are expected
    /// in schema order.
    #[inline]
    fn name<S: Sink>(
        &mut self,
        byte: u8,
        rules: &'static ObjectRules,
        next: usize,
        sink: &mut S,
    ) -> Result<Option<Declared>, Abort> {
        if byte != b'"' {
            return self.state.reader.fail(Expected::Name);
        }
        let window = self.state.reader.window(self.state.reader.at);
        let stands_here = |index: usize| rules.properties.get(index).filter(|property| property.key.is_in(&window));
        // Both ways lead to the same length. But that of the expected name is known before the window is read.
        let (index, property, len) = if let Some(property) = stands_here(next) {
            (next, property, property.key.name.len() + 2)
        } else {
            let quote = window.closing_quote();
            let index = rules.lookup.candidate(window.head(quote));
            match stands_here(index) {
                Some(property) => (index, property, quote + 1),
                None => return self.long_name(rules, sink),
            }
        };
        self.state.reader.at += len;
        self.state.reader.colon()?;
        Ok(Some((index, property)))
    }

    /// The same for a name that is escaped, long, or not declared.
    #[cold]
    fn long_name<S: Sink>(&mut self, rules: &'static ObjectRules, sink: &mut S) -> Result<Option<Declared>, Abort> {
        let key = self.state.key(sink)?;
        Ok(rules.properties.iter().enumerate().find(|(_, property)| self.state.reader.says(key, property.key.name)))
    }

    /// Passes the value of a declared member.
    #[inline]
    fn declared<S: Sink>(&mut self, property: &'static Property, sink: &mut S) -> Step {
        let byte = self.state.reader.skip_whitespace();
        let start = self.state.reader.at;
        self.value_from(property.node, byte, sink)?;
        self.state.slots[usize::from(property.slot)] = span(start, self.state.reader.at);
        Ok(())
    }

    /// Passes the value of a member that is not declared.
    #[cold]
    fn other<S: Sink>(
        &mut self,
        node: &'static Node,
        rules: &'static ObjectRules,
        key_at: usize,
        sink: &mut S,
    ) -> Step {
        let key = self.state.name_at(key_at);
        self.state.remember(key);
        if !rules.patterns.is_empty() && pattern_properties(self, rules.patterns, key, sink)? {
            return Ok(());
        }
        additional_property(self, node.location, rules.additional, rules.properties, key, sink)
    }

    /// A declared name occurred again: reads the object once more to remember its declared names too.
    #[cold]
    fn remember_all<S: Sink>(&mut self, start: usize, mark: usize, sink: &mut S) -> Step {
        let end = core::mem::replace(&mut self.state.reader.at, start);
        self.state.keys.truncate(mark);
        let mut follows = self.state.reader.first_member();
        while follows {
            let name = self.state.reader.name()?;
            self.state.again = true;
            self.state.skip(sink)?;
            self.state.again = false;
            self.state.remember(name);
            follows = self.state.reader.next_member()?;
        }
        self.state.reader.at = end;
        Ok(())
    }
}
