//! Values that no schema describes: only JSON itself and the uniqueness of member names are checked.

use super::keys::{Entry, Repeats, first_bytes, hash};
use super::{RunState, Step, put};
use crate::Code;
use crate::expected::Expected;
use crate::finding::{Details, Finding, Sink, Span, Target};
use crate::reader::{Abort, StringForm, StringToken};
use core::cmp::Ordering;
use core::ops::Range;

impl RunState<'_> {
    /// Passes the value that starts after white space.
    pub fn skip<S: Sink>(&mut self, sink: &mut S) -> Step {
        match self.reader.skip_whitespace() {
            b'"' => self.string(sink).map(|_| ()),
            b'{' => self.skip_object(sink),
            b'[' => self.skip_array(sink),
            first => self.reader.number_or_literal(first),
        }
    }

    fn skip_array<S: Sink>(&mut self, sink: &mut S) -> Step {
        self.enter()?;
        let mut follows = self.reader.first_item();
        while follows {
            self.skip(sink)?;
            follows = self.reader.next_item()?;
        }
        self.depth -= 1;
        Ok(())
    }

    fn skip_object<S: Sink>(&mut self, sink: &mut S) -> Step {
        self.enter()?;
        let mark = self.keys.len();
        let mut repeats = Repeats::default();
        let mut follows = self.reader.first_member();
        while follows {
            self.reader.skip_whitespace();
            let key = self.key(sink)?;
            repeats.add(self.remember(key));
            self.skip(sink)?;
            follows = self.reader.next_member()?;
        }
        self.depth -= 1;
        if repeats.are_possible() {
            return self.forget(mark, sink);
        }
        self.keys.truncate(mark);
        Ok(())
    }

    /// Passes a member name and its colon, and reports its lone surrogates.
    pub fn key<S: Sink>(&mut self, sink: &mut S) -> Result<StringToken, Abort> {
        if self.reader.peek() != b'"' {
            return self.reader.fail(Expected::Name);
        }
        let key = self.string(sink)?;
        self.reader.colon()?;
        Ok(key)
    }

    /// Keeps the name of a member that no schema declares, and gives its hash.
    #[inline]
    pub fn remember(&mut self, key: StringToken) -> u32 {
        if self.again {
            return 0;
        }
        let hash =
            if key.is_escaped() { self.escaped_hash(key) } else { hash(self.first_bytes(key), key.range().len()) };
        self.keys.push(Entry { hash, at: key.span().start });
        hash
    }

    #[cold]
    fn escaped_hash(&self, key: StringToken) -> u32 {
        let mut first = [0; 8];
        let mut len = 0;
        for character in self.reader.chars(key) {
            let mut buffer = [0; 4];
            for &byte in character.encode_utf8(&mut buffer).as_bytes() {
                if let Some(slot) = first.get_mut(len) {
                    *slot = byte;
                }
                len += 1;
            }
        }
        hash(u64::from_le_bytes(first), len)
    }

    /// The first eight bytes of a name without escapes, as a number.
    #[inline]
    fn first_bytes(&self, key: StringToken) -> u64 {
        let Range { start, end } = key.range();
        let chunk = self.reader.bytes().get(start..).and_then(<[u8]>::first_chunk::<8>);
        let word = chunk.map_or_else(|| first_bytes(self.reader.raw_bytes(key)), |chunk| u64::from_le_bytes(*chunk));
        if end - start >= 8 { word } else { word & !(u64::MAX << ((end - start) * 8)) }
    }

    /// Reports the names since the mark that occur twice, and drops them all.
    #[inline]
    pub fn forget<S: Sink>(&mut self, mark: usize, sink: &mut S) -> Step {
        let entries = self.keys.since(mark);
        let suspicious = match entries.len() {
            0 | 1 => false,
            2..=16 => entries
                .iter()
                .enumerate()
                .any(|(index, entry)| entries[..index].iter().any(|other| other.hash == entry.hash)),
            _ => true,
        };
        if suspicious {
            self.report_duplicates(mark, sink)?;
        }
        self.keys.truncate(mark);
        Ok(())
    }

    #[cold]
    fn report_duplicates<S: Sink>(&mut self, mark: usize, sink: &mut S) -> Step {
        let mut names: Vec<(u32, StringToken)> = self
            .keys
            .since(mark)
            .to_vec()
            .into_iter()
            .map(|entry| (entry.hash, self.name_at(entry.at as usize)))
            .collect();
        names.sort_by(|a, b| {
            a.0.cmp(&b.0)
                .then_with(|| self.compare_names(a.1, b.1))
                .then_with(|| a.1.range().start.cmp(&b.1.range().start))
        });
        let mut repeated = Vec::new();
        let mut first = 0;
        for index in 1..names.len() {
            if names[index].0 == names[first].0 && self.compare_names(names[index].1, names[first].1).is_eq() {
                repeated.push((names[index].1.span(), names[first].1.span()));
            } else {
                first = index;
            }
        }
        repeated.sort_unstable();
        repeated.into_iter().try_for_each(|(second, first)| duplicate(second, first, sink))
    }

    /// The name whose token starts at this offset, which was passed before.
    pub fn name_at(&self, at: usize) -> StringToken {
        let mut reader = self.reader.clone();
        reader.at = at;
        reader.string().unwrap_or(StringToken::new(at, at, StringForm::Plain))
    }

    fn compare_names(&self, a: StringToken, b: StringToken) -> Ordering {
        if a.is_escaped() || b.is_escaped() {
            self.reader.chars(a).cmp(self.reader.chars(b))
        } else {
            self.reader.raw_bytes(a).cmp(self.reader.raw_bytes(b))
        }
    }
}

/// Reports the second occurrence of a name.
#[cold]
fn duplicate<S: Sink>(second: Span, first: Span, sink: &mut S) -> Step {
    let finding = Finding::about_text(Code::DuplicateKey, second, Details::None);
    put(Finding { target: Target::Member(second.start), cause: Some(first), ..finding }, sink)
}
