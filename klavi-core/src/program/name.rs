//! Member names and short texts, recognised from 32 bytes of input at once.

/// A way to see that a text is right before it is read. It never refuses: what it does not accept is judged in full.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Glance {
    /// There is none.
    None,
    /// Whatever the text says, it is right.
    Anything,
    /// The text is a member of a closed list, and the other rules hold for all of them.
    Listed(&'static [Key], Lookup),
    /// The text is `min` to `max` digits, at most 31, and that is all the node asks.
    Digits(u8, u8),
}

impl Glance {
    /// How many bytes the text and its closing quote take, or 0 if a glance does not tell.
    #[inline]
    pub(crate) fn accepts(&self, window: [u64; 4]) -> usize {
        match *self {
            Self::None | Self::Anything => 0,
            Self::Listed(keys, lookup) => keys.get(lookup.candidate(window)).map_or(0, |key| key.matches(window)),
            Self::Digits(min, max) => {
                let digits = leading_digits(window);
                let quote = window[digits / 8] >> (digits % 8 * 8) & 0xff;
                if digits >= usize::from(min) && digits <= usize::from(max) && quote == u64::from(b'"') {
                    digits + 1
                } else {
                    0
                }
            }
        }
    }
}

/// How many of the bytes are digits, from the first on; 31 at most.
#[inline]
fn leading_digits(window: [u64; 4]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let mut count = 0;
    for word in window {
        let value = word ^ (ONES * u64::from(b'0'));
        // The lowest bit that is set is exact; carries can only disturb the bytes above it.
        let others = (value.wrapping_add(ONES * (0x80 - 10)) | value) & (ONES << 7);
        if others != 0 {
            return count + (others.trailing_zeros() / 8) as usize;
        }
        count += 8;
    }
    31
}

/// A perfect hash of the names of an object's members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lookup {
    /// The multiplier that keeps all names apart.
    pub factor: u64,
    /// The index of the property for each hash; [`Lookup::NONE`] where there is none. The length is a power of two.
    pub table: &'static [u8],
}

impl Lookup {
    /// No property has this hash.
    pub const NONE: u8 = u8::MAX;
    /// The lookup of an object without properties.
    pub const EMPTY: Self = Self { factor: 0, table: &[Self::NONE] };

    /// The property whose name may stand in these bytes: a candidate, to be compared.
    #[inline]
    pub(crate) fn candidate(&self, window: [u64; 4]) -> usize {
        let hash = name_hash([window[0], window[1]], self.factor);
        let index = (hash >> 32) as usize & (self.table.len() - 1);
        usize::from(self.table.get(index).copied().unwrap_or(Self::NONE))
    }

    /// The hash of a name, before it is cut to the length of the table.
    #[must_use]
    pub fn hash(name: &str, factor: u64) -> u64 {
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(name.bytes().chain([b'"'])).for_each(|(to, from)| *to = from);
        let half = |bytes: &[u8]| bytes.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
        name_hash([half(&bytes[..8]), half(&bytes[8..])], factor)
    }
}

/// Hashes the bytes of a name up to its closing quote, sixteen at most.
#[inline]
const fn name_hash(words: [u64; 2], factor: u64) -> u64 {
    let first = up_to_quote(words[0]);
    let second = if first == words[0] { up_to_quote(words[1]) } else { 0 };
    (first ^ second.rotate_left(29)).wrapping_mul(factor)
}

/// The bytes before the first quote; all eight if there is none.
#[inline]
const fn up_to_quote(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let quotes = word ^ (ONES * b'"' as u64);
    // The lowest bit that is set is exact; borrows can only disturb the bytes above it.
    let found = quotes.wrapping_sub(ONES) & !quotes & (ONES << 7);
    if found == 0 { word } else { word & ((found & found.wrapping_neg()) >> 7).wrapping_sub(1) }
}

/// A member name, prepared for comparison with 32 bytes of input at once.
#[derive(Clone, Copy, PartialEq)]
pub struct Key {
    /// The name.
    pub name: &'static str,
    /// The bytes that follow the opening quote: the name and its closing quote.
    literal: [u64; 4],
    mask: [u64; 4],
    /// The length of `literal`; 0 for a name that must be compared the slow way.
    len: u8,
}

impl Key {
    /// Prepares a name.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        let mut key = Self { name, literal: [0; 4], mask: [0; 4], len: 0 };
        if bytes.len() > 31 {
            return key;
        }
        let mut at = 0;
        while at <= bytes.len() {
            let byte = if at < bytes.len() { bytes[at] } else { b'"' };
            if at < bytes.len() && (byte == b'"' || byte == b'\\' || byte < 0x20) {
                return Self { name, literal: [0; 4], mask: [0; 4], len: 0 };
            }
            key.literal[at / 8] |= (byte as u64) << (at % 8 * 8);
            key.mask[at / 8] |= 0xff << (at % 8 * 8);
            at += 1;
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most 32")]
        let len = at as u8;
        key.len = len;
        key
    }

    /// How many of these bytes the name and its closing quote take, or 0 if they do not stand there.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the comparison is the inner loop of every object")]
    pub(crate) fn matches(&self, window: [u64; 4]) -> usize {
        let differs = |index: usize| (window[index] ^ self.literal[index]) & self.mask[index];
        if differs(0) | differs(1) != 0 || (self.len > 16 && differs(2) | differs(3) != 0) {
            return 0;
        }
        usize::from(self.len)
    }
}

impl core::fmt::Debug for Key {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Key({:?})", self.name)
    }
}
