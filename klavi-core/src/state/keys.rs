//! The member names that no schema declares, kept as offsets to find those that occur twice.

/// Names kept without an allocation; free-form parts of payments have far fewer.
const INLINE: usize = 32;

/// One member name.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Entry {
    pub hash: u32,
    pub at: u32,
}

/// A stack: the entries of an inner object lie above those of the objects around it.
#[derive(Debug)]
pub(crate) struct Keys {
    inline: [Entry; INLINE],
    len: usize,
    /// All entries, once they are more than fit inline.
    spill: Vec<Entry>,
}

impl Default for Keys {
    fn default() -> Self {
        Self { inline: [Entry::default(); INLINE], len: 0, spill: Vec::new() }
    }
}

impl Keys {
    #[inline]
    pub fn len(&self) -> usize {
        if self.spill.is_empty() { self.len } else { self.spill.len() }
    }

    #[inline]
    pub fn push(&mut self, entry: Entry) {
        if self.spill.is_empty()
            && let Some(slot) = self.inline.get_mut(self.len)
        {
            *slot = entry;
            self.len += 1;
            return;
        }
        self.push_spilled(entry);
    }

    #[cold]
    fn push_spilled(&mut self, entry: Entry) {
        if self.spill.is_empty() {
            self.spill.extend_from_slice(&self.inline[..self.len]);
            self.len = 0;
        }
        self.spill.push(entry);
    }

    /// The entries of the innermost object, whose first one has this index.
    #[inline]
    pub fn since(&mut self, mark: usize) -> &mut [Entry] {
        let all = if self.spill.is_empty() { &mut self.inline[..self.len] } else { &mut self.spill[..] };
        &mut all[mark..]
    }

    #[inline]
    pub fn truncate(&mut self, mark: usize) {
        if self.spill.is_empty() {
            self.len = mark;
        } else {
            self.spill.truncate(mark);
        }
    }
}

/// Whether two hashes of an object may be equal, told without comparing each with each.
#[derive(Debug, Default)]
pub(crate) struct Repeats {
    seen: u64,
    possible: bool,
}

impl Repeats {
    #[inline]
    pub fn add(&mut self, hash: u32) {
        let bit = 1 << (hash % u64::BITS);
        self.possible |= self.seen & bit != 0;
        self.seen |= bit;
    }

    #[inline]
    pub fn are_possible(&self) -> bool {
        self.possible
    }
}

/// A hash of a name from its first eight bytes and its length.
#[inline]
pub(crate) fn hash(first: u64, len: usize) -> u32 {
    let mixed = (first ^ (len as u64).rotate_left(56)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 32) as u32
}

/// The first eight bytes of a name as a number.
#[inline]
pub(crate) fn first_bytes(name: &[u8]) -> u64 {
    name.iter().take(8).enumerate().fold(0, |word, (index, &byte)| word | u64::from(byte) << (index * 8))
}
