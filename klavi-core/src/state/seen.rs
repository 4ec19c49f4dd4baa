//! The members that an object has.

/// The properties that an object has, by their index. The first 64 take no memory of their own.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    first: u64,
    rest: Vec<u64>,
}

impl Seen {
    /// Adds a property and says whether it was there.
    #[inline]
    pub fn add(&mut self, index: usize) -> bool {
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
    pub fn word(&self, index: usize) -> u64 {
        if index == 0 { self.first } else { self.rest.get(index - 1).copied().unwrap_or(0) }
    }

    #[inline]
    pub fn contains(&self, property: u16) -> bool {
        self.word(usize::from(property / 64)) >> (property % 64) & 1 == 1
    }
}
