//! `uniqueItems`

use crate::Code;
use crate::decimal::Decimal;
use crate::finding::{Details, Sink, Target, Verdict};
use crate::machine::{Machine, Step, put};
use crate::program::Node;
use crate::reader::{Abort, narrow, span};
use std::collections::HashMap;
use std::hash::{BuildHasher as _, Hash, Hasher as _, RandomState};

/// What the items of an array say, each in 128 bits under a key that nobody knows: two that agree are the same value.
#[derive(Default)]
pub(crate) struct Fingerprints {
    keys: [RandomState; 2],
    /// Where each value stood first.
    known: HashMap<u128, u32>,
}

impl Fingerprints {
    fn of(&self, kind: u8, content: impl Hash) -> u128 {
        let [high, low] = [0, 1].map(|half| {
            let mut hasher = self.keys[half].build_hasher();
            kind.hash(&mut hasher);
            content.hash(&mut hasher);
            hasher.finish()
        });
        u128::from(high) << 64 | u128::from(low)
    }
}

impl Machine<'_> {
    /// Judges the item that was passed: no earlier one may be equal.
    pub(crate) fn unique_item<S: Sink>(
        &mut self,
        node: &'static Node,
        items: &mut Fingerprints,
        start: usize,
        sink: &mut S,
    ) -> Step {
        let end = core::mem::replace(&mut self.reader.at, start);
        let again = core::mem::replace(&mut self.again, true);
        let print = self.fingerprint(items)?;
        (self.reader.at, self.again) = (end, again);
        let first = *items.known.entry(print).or_insert(narrow(start));
        if first == narrow(start) {
            return Ok(());
        }
        let earlier = self.value_span(first as usize)?;
        let outer = self.cause.replace(earlier);
        let item = span(start, end);
        let finding = self.finding(
            node.location,
            Code::UniqueItems,
            "uniqueItems",
            item,
            Target::Value(item.start),
            Details::None,
        );
        self.cause = outer;
        put(finding, sink)
    }

    /// The span of a value that was passed before.
    fn value_span(&mut self, start: usize) -> Result<crate::Span, Abort> {
        let end = core::mem::replace(&mut self.reader.at, start);
        let again = core::mem::replace(&mut self.again, true);
        self.skip(&mut Verdict::of_applicator())?;
        let value = self.reader.since(start);
        (self.reader.at, self.again) = (end, again);
        Ok(value)
    }

    /// Passes the value that starts after whitespace, and tells what it says: numbers by value, strings without their
    /// escapes, members in any order.
    fn fingerprint(&mut self, prints: &Fingerprints) -> Result<u128, Abort> {
        match self.reader.skip_whitespace() {
            b'"' => {
                let text = self.reader.string()?;
                Ok(prints.of(b'"', &*self.reader.unescaped(text)))
            }
            b'[' => {
                self.reader.at += 1;
                let mut items = Vec::new();
                while !self.reader.eat(b']') {
                    items.push(self.fingerprint(prints)?);
                    self.reader.eat(b',');
                }
                Ok(prints.of(b'[', items))
            }
            b'{' => {
                self.reader.at += 1;
                let mut sum = 0u128;
                while !self.reader.eat(b'}') {
                    self.reader.skip_whitespace();
                    let name = self.key(&mut Verdict::of_applicator())?;
                    let name = self.reader.unescaped(name);
                    let member = (&*name, self.fingerprint(prints)?);
                    sum = sum.wrapping_add(prints.of(b':', member));
                    self.reader.eat(b',');
                }
                Ok(prints.of(b'{', sum))
            }
            byte => {
                let start = self.reader.at;
                self.skip(&mut Verdict::of_applicator())?;
                let token = self.reader.slice(self.reader.since(start));
                match byte {
                    b't' | b'f' | b'n' => Ok(prints.of(b'l', token)),
                    _ => Ok(prints.of(b'0', Decimal::new(token))),
                }
            }
        }
    }
}
