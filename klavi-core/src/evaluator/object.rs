//! Objects: their members in schema order or any other, and what is known at the closing brace.

use super::{ABSENT, Evaluator, Step};
use crate::expected::Expected;
use crate::finding::Sink;
use crate::program::{Node, ObjectRules, Property, Types};
use crate::reader::{Abort, span};

/// A property and its index.
type Declared = (usize, &'static Property);

impl Evaluator<'_> {
    pub(super) fn object<S: Sink>(&mut self, node: &'static Node, sink: &mut S) -> Step {
        let start = self.reader.at;
        match node.object {
            Some(rules) if node.types.meets(Types::OBJECT) => {
                let outer = core::mem::replace(&mut self.object_at, start);
                self.members(node, rules, sink)?;
                self.object_at = outer;
            }
            _ => self.skip(sink)?,
        }
        if node.allowed.is_empty() && node.types.meets(Types::OBJECT) {
            return Ok(());
        }
        self.after_container(node, Types::OBJECT, start, sink)
    }

    fn members<S: Sink>(&mut self, node: &'static Node, rules: &'static ObjectRules, sink: &mut S) -> Step {
        let start = self.reader.at;
        self.enter()?;
        for slot in rules.slots.0..rules.slots.1 {
            self.slots[usize::from(slot)] = ABSENT;
        }
        let mark = self.keys.len();
        let (mut seen, mut repeated) = (Seen::default(), false);
        let mut next = 0;
        let mut follows = self.reader.first_member();
        while follows {
            let byte = self.reader.skip_whitespace();
            let key_at = self.reader.at;
            if let Some((index, property)) = self.name(byte, rules, next, sink)? {
                next = index + 1;
                repeated |= seen.add(index);
                self.declared(property, sink)?;
            } else {
                self.other(node, rules, key_at, sink)?;
            }
            if let Some(names) = rules.names {
                self.property_name(node, names, key_at, sink)?;
            }
            follows = self.reader.next_member()?;
        }
        self.depth -= 1;
        if repeated && !self.again {
            self.remember_all(start, mark, sink)?;
        }
        self.forget(mark, sink)?;
        if rules.required.iter().enumerate().any(|(word, bits)| bits & !seen.word(word) != 0) {
            self.missing(node, rules, &seen, start, sink)?;
        }
        self.conditions(rules, &seen, start, sink)
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
            return self.reader.fail(Expected::Name);
        }
        let window = self.reader.window(self.reader.at);
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
        self.reader.at += len;
        self.reader.colon()?;
        Ok(Some((index, property)))
    }

    /// The same for a name that is escaped, long, or not declared.
    #[cold]
    fn long_name<S: Sink>(&mut self, rules: &'static ObjectRules, sink: &mut S) -> Result<Option<Declared>, Abort> {
        let key = self.key(sink)?;
        Ok(rules.properties.iter().enumerate().find(|(_, property)| self.reader.says(key, property.key.name)))
    }

    /// Passes the value of a declared member.
    #[inline]
    fn declared<S: Sink>(&mut self, property: &'static Property, sink: &mut S) -> Step {
        let byte = self.reader.skip_whitespace();
        let start = self.reader.at;
        self.value_from(property.node, byte, sink)?;
        self.slots[usize::from(property.slot)] = span(start, self.reader.at);
        Ok(())
    }

    /// A declared name occurred again: reads the object once more to remember its declared names too.
    #[cold]
    fn remember_all<S: Sink>(&mut self, start: usize, mark: usize, sink: &mut S) -> Step {
        let end = core::mem::replace(&mut self.reader.at, start);
        self.keys.truncate(mark);
        let mut follows = self.reader.first_member();
        while follows {
            let name = self.reader.name()?;
            self.again = true;
            self.skip(sink)?;
            self.again = false;
            self.remember(name);
            follows = self.reader.next_member()?;
        }
        self.reader.at = end;
        Ok(())
    }
}

/// The properties that an object has, by their index. The first 64 take no memory of their own.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    first: u64,
    rest: Vec<u64>,
}

impl Seen {
    /// Adds a property and says whether it was there.
    #[inline]
    fn add(&mut self, index: usize) -> bool {
        let word = if index < 64 { &mut self.first } else { self.far(index / 64) };
        let bit = 1 << (index % 64);
        let before = core::mem::replace(word, *word | bit);
        before & bit != 0
    }

    #[cold]
    fn far(&mut self, word: usize) -> &mut u64 {
        if self.rest.len() < word {
            self.rest.resize(word, 0);
        }
        &mut self.rest[word - 1]
    }

    #[inline]
    pub(crate) fn word(&self, index: usize) -> u64 {
        if index == 0 { self.first } else { self.rest.get(index - 1).copied().unwrap_or(0) }
    }

    #[inline]
    pub fn contains(&self, property: u16) -> bool {
        self.word(usize::from(property / 64)) >> (property % 64) & 1 == 1
    }
}
