//! `uniqueItems`

use super::assertion::Breach;
use crate::decimal::Decimal;
use crate::finding::{Details, Span, Verdict};
use crate::program::Value;
use crate::reader::Abort;
use crate::state::RunState;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher as _, Hash, Hasher as _, RandomState};

/// What a value says, in 128 bits under a key that nobody knows: two that agree are the same value.
#[derive(Default)]
struct Fingerprints([RandomState; 2]);

impl Fingerprints {
    fn of(&self, kind: u8, content: impl Hash) -> u128 {
        let [high, low] = self.0.each_ref().map(|key| {
            let mut hasher = key.build_hasher();
            kind.hash(&mut hasher);
            content.hash(&mut hasher);
            hasher.finish()
        });
        u128::from(high) << 64 | u128::from(low)
    }
}

/// No item may be equal to an earlier one.
pub(super) fn unique_items(state: &mut RunState<'_>, _: &Value) -> Result<Vec<Breach>, Abort> {
    let mut breaches = Vec::new();
    let prints = Fingerprints::default();
    let mut known: HashMap<u128, Span> = HashMap::new();
    let mut follows = state.reader.first_item();
    while follows {
        state.reader.skip_whitespace();
        let start = state.reader.at;
        let print = state.fingerprint(&prints)?;
        let span = state.reader.since(start);
        match known.entry(print) {
            Entry::Vacant(entry) => drop(entry.insert(span)),
            Entry::Occupied(entry) => {
                breaches.push(Breach { span, cause: Some(*entry.get()), details: Details::None });
            }
        }
        follows = state.reader.next_item()?;
    }
    Ok(breaches)
}

impl RunState<'_> {
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
