//! The names of members: the one that is expected next, any other that is declared, and those that are not.

use super::lookup::Hash;
use super::object::{Object, Open, PlanMember, UndeclaredNames};
use super::vector::Bytes;
use super::walk::PlanWalk;
use fearless_simd::Simd;

/// The most bytes of a name that is read from the blocks.
const LONGEST: usize = 64;

/// The bytes of eight that belong to a name of this length.
const HEADS: [u64; 9] = {
    let mut heads = [u64::MAX; 9];
    let mut len = 0;
    while len < 8 {
        heads[len] = !(u64::MAX << (8 * len));
        len += 1;
    }
    heads
};

impl<'a> PlanWalk<'a> {
    /// Passes white space and the name that stands behind it with its colon.
    #[inline(always)]
    pub(super) fn name<S: Simd>(
        &mut self,
        simd: S,
        object: &'a Object,
        open: &mut Open,
        mut at: usize,
    ) -> Option<(&'a PlanMember, usize)> {
        loop {
            let window = self.index.bytes(simd, at);
            if let Some(member) = object.members.get(open.next)
                && window.has(&member.literal, member.mask)
            {
                open.see(member)?;
                return Some((member, at + usize::from(member.len)));
            }
            if self.index.byte(at) == b'"' {
                return self.other_name(simd, object, open, window, at);
            }
            let start = at;
            at = self.index.white_space(simd, at);
            if at == start {
                return None;
            }
        }
    }

    /// Passes a name that is not the expected one.
    #[inline(always)]
    fn other_name<S: Simd>(
        &mut self,
        simd: S,
        object: &'a Object,
        open: &mut Open,
        window: Bytes<S>,
        at: usize,
    ) -> Option<(&'a PlanMember, usize)> {
        let end = self.index.quote(simd, at + 1);
        let hash = self.hash(at, end)?;
        let candidate = object.lookup.candidate(hash).and_then(|index| object.members.get(index));
        let member = match candidate {
            Some(member) if window.has(&member.literal, member.mask >> 1) => {
                open.see(member)?;
                member
            }
            _ => {
                let others = object.others.as_ref()?;
                self.undeclared_name(&mut open.names, hash, at, end)?;
                others
            }
        };
        let at = self.index.white_space(simd, end + 1);
        (self.index.byte(at) == b':').then_some((member, at + 1))
    }

    /// The hash of the name between two quotes.
    #[inline(always)]
    pub(super) fn hash(&self, start: usize, end: usize) -> Option<Hash> {
        let len = end - start - 1;
        if len > LONGEST {
            return self.long_hash(start, end);
        }
        let last = self.index.word(end.wrapping_sub(8)) & if len < 8 { 0 } else { u64::MAX };
        Some(Hash::of(self.index.word(start + 1) & HEADS[len.min(8)], last, len))
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
