//! `uniqueItems`

use crate::Code;
use crate::decimal::Decimal;
use crate::finding::{Details, Sink, Span, Target, Verdict};
use crate::machine::{Machine, Step, put};
use crate::program::Node;
use crate::reader::{Abort, narrow};
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
        let print = self.reread(start, |machine| machine.fingerprint(items))?;
        let first = *items.known.entry(print).or_insert(narrow(start));
        if first == narrow(start) {
            return Ok(());
        }
        let earlier = self.value_span(first as usize)?;
        let outer = self.cause.replace(earlier);
        let item = self.reader.since(start);
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
    fn value_span(&mut self, start: usize) -> Result<Span, Abort> {
        self.reread(start, |machine| {
            machine.skip(&mut Verdict::default())?;
            Ok(machine.reader.since(start))
        })
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
                let mut items = Vec::new();
                let mut follows = self.reader.first_item();
                while follows {
                    items.push(self.fingerprint(prints)?);
                    follows = self.reader.next_item()?;
                }
                Ok(prints.of(b'[', items))
            }
            b'{' => {
                let mut sum = 0u128;
                let mut follows = self.reader.first_member();
                while follows {
                    let name = self.reader.name()?;
                    let name = self.reader.unescaped(name);
                    let member = (&*name, self.fingerprint(prints)?);
                    sum = sum.wrapping_add(prints.of(b':', member));
                    follows = self.reader.next_member()?;
                }
                Ok(prints.of(b'{', sum))
            }
            byte => {
                let start = self.reader.at;
                self.skip(&mut Verdict::default())?;
                let token = self.reader.slice(self.reader.since(start));
                match byte {
                    b't' | b'f' | b'n' => Ok(prints.of(b'l', token)),
                    _ => Ok(prints.of(b'0', Decimal::new(token))),
                }
            }
        }
    }
}
