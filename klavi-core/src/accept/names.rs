//! The names of members: the one that is expected next, any other that is declared, and those that are not.

use super::lookup::Hash;
use super::object::{Next, Object, Open, UndeclaredNames};
use super::walk::PlanWalk;
use fearless_simd::Simd;

/// The most bytes of a name that is read from the blocks.
const LONGEST: usize = 64;

/// The bytes of eight that belong to a name of this length.
const NAME_BYTES: [u64; 9] = {
    let mut bytes = [u64::MAX; 9];
    let mut len = 0;
    while len < 8 {
        bytes[len] = !(u64::MAX << (8 * len));
        len += 1;
    }
    bytes
};

impl<'a> PlanWalk<'a> {
    /// What stands behind the opening brace, which is here, or behind the value of the member before.
    #[inline(always)]
    pub(super) fn next<S: Simd>(
        &mut self,
        simd: S,
        object: &'a Object,
        open: &mut Open,
        at: usize,
    ) -> Option<Next<'a>> {
        if let Some(member) = object.members.get(open.next) {
            let head = &member.heads[usize::from(self.is_spaced)];
            if self.index.bytes(simd, at).has(head) {
                open.see(member)?;
                return Some(Next::Member(member, at + usize::from(head.len)));
            }
        }
        self.unexpected(simd, object, open, at)
    }

    /// The same where it is not how the member begins that is expected.
    #[inline(always)]
    fn unexpected<S: Simd>(&mut self, simd: S, object: &'a Object, open: &mut Open, at: usize) -> Option<Next<'a>> {
        let at = self.index.white_space(simd, at);
        let is_first = at == open.at;
        if self.index.byte(at) != b',' && !is_first {
            return Some(Next::Brace(at));
        }
        let at = self.index.white_space(simd, at + 1);
        if self.index.byte(at) != b'"' {
            return is_first.then_some(Next::Brace(at));
        }
        let end = self.index.quote(simd, at + 1);
        let hash = self.hash(at, end)?;
        let candidate = object.lookup.candidate(hash).and_then(|index| object.members.get(index));
        let member = match candidate {
            Some(member) if self.index.bytes(simd, at).has(&member.name) => {
                open.see(member)?;
                member
            }
            _ => {
                let others = object.others.as_ref()?;
                // Behind a brace only the first member stands, and this was the first, or one behind it.
                open.next = open.next.max(1);
                self.undeclared_name(&mut open.names, hash, at, end)?;
                others
            }
        };
        let at = self.index.white_space(simd, end + 1);
        self.is_spaced = self.index.byte(at + 1) == b' ';
        (self.index.byte(at) == b':').then_some(Next::Member(member, at + 1))
    }

    /// The hash of the name between two quotes.
    #[inline(always)]
    pub(super) fn hash(&self, start: usize, end: usize) -> Option<Hash> {
        let len = end - start - 1;
        if len > LONGEST {
            return self.long_hash(start, end);
        }
        let last = self.index.word(end.wrapping_sub(8)) & if len < 8 { 0 } else { u64::MAX };
        Some(Hash::of(self.index.word(start + 1) & NAME_BYTES[len.min(8)], last, len))
    }

    /// The same for a name that is longer than what is in memory for sure.
    #[inline(never)]
    fn long_hash(&self, start: usize, end: usize) -> Option<Hash> {
        let name = self.index.document().get(start + 1..end)?;
        let word = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
        Some(Hash::of(word(name.first_chunk()?), word(name.last_chunk()?), name.len()))
    }

    /// Notes the name of an undeclared member, if it is not known already.
    #[inline(always)]
    pub(super) fn undeclared_name(
        &mut self,
        names: &mut UndeclaredNames,
        hash: Hash,
        start: usize,
        end: usize,
    ) -> Option<()> {
        // An escape may hide a declared name, or one that was there before.
        if self.index.first_escape(start..end).is_some() {
            return None;
        }
        let (hash, bit) = (hash.short(), hash.bit());
        if names.sketch & bit != 0 && self.names.get(names.before..self.known)?.contains(&hash) {
            return None;
        }
        names.sketch |= bit;
        *self.names.get_mut(self.known)? = hash;
        self.known += 1;
        Some(())
    }
}
