//! How a declared member is found by its name.

use super::value::NOTHING;

/// A perfect hash of the names of an object's members.
#[derive(Debug)]
pub(super) struct PlanLookup {
    factor: u64,
    bits: u32,
    /// The index of the member for each hash.
    table: Box<[u16]>,
}

/// The most bits of a lookup.
const MOST_BITS: u32 = 10;

impl PlanLookup {
    /// That of no names.
    pub fn none() -> Self {
        Self { factor: 1, bits: 1, table: Box::default() }
    }

    /// Keeps these names apart, if it can.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Option<Self> {
        let hashes: Vec<Hash> = names.map(Hash::of_name).collect();
        if hashes.is_empty() {
            return Some(Self::none());
        }
        let least = hashes.len().next_power_of_two().trailing_zeros().max(1);
        (least..=MOST_BITS).find_map(|bits| {
            let mut factor = GOLDEN;
            (0..64).find_map(|_| {
                factor = factor.wrapping_mul(0xd134_2543_de82_ef95).wrapping_add(1) | 1;
                let mut lookup = Self { factor, bits, table: vec![NOTHING; 1 << bits].into() };
                for (index, &hash) in (0..).zip(&hashes) {
                    let slot = lookup.slot(hash);
                    if core::mem::replace(&mut lookup.table[slot], index) != NOTHING {
                        return None;
                    }
                }
                Some(lookup)
            })
        })
    }

    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "it has ten bits at most")]
    fn slot(&self, hash: Hash) -> usize {
        (hash.0.wrapping_mul(self.factor) >> (64 - self.bits)) as usize
    }

    /// The index of the only member whose name may have this hash.
    #[inline(always)]
    pub fn candidate(&self, hash: Hash) -> Option<usize> {
        self.table.get(self.slot(hash)).map(|&index| usize::from(index))
    }
}

/// A number that spreads bits when something is multiplied by it: that of the golden ratio.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// What is known of a name: its first and last eight bytes, as far as it has so many, and its length, mixed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hash(u64);

impl Hash {
    #[inline(always)]
    pub fn of(first: u64, last: u64, len: usize) -> Self {
        Self(first ^ last.rotate_left(29) ^ (len as u64) << 56)
    }

    /// Of a whole name. The last bytes of one that has not so many are left out.
    fn of_name(name: &str) -> Self {
        let word = |bytes: &[u8]| bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
        let name = name.as_bytes();
        Self::of(word(&name[..name.len().min(8)]), name.last_chunk::<8>().map_or(0, |last| word(last)), name.len())
    }

    /// In half as many bits.
    #[inline(always)]
    pub fn short(self) -> u32 {
        (self.0.wrapping_mul(GOLDEN) >> 32) as u32
    }

    /// As one of 64 bits.
    #[inline(always)]
    pub fn bit(self) -> u64 {
        1 << (self.short() % 64)
    }
}
