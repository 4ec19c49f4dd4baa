//! Bytes looked at many at once: the end of a string, and the 32 bytes that follow an opening quote.

mod half;

use half::Half;

/// The offset of the first byte from `at` on that ends the plain part of a string: a quote, a backslash or a control
/// character.
#[inline]
pub(crate) fn plain(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<16>) {
        let stops = stops(Half::load(chunk));
        if stops != 0 {
            return at + stops.trailing_zeros() as usize;
        }
        at += 16;
    }
    while bytes.get(at).is_some_and(|&byte| !is_stop(byte)) {
        at += 1;
    }
    at
}

fn is_stop(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < 0x20
}

/// A bit for each of sixteen bytes that ends the plain part of a string.
#[inline]
fn stops(half: Half) -> u32 {
    let controls = half.within(Half::splat(0), Half::splat(0x1f));
    half.equals(Half::splat(b'"')).or(half.equals(Half::splat(b'\\'))).or(controls).bits()
}

/// The 32 bytes from an offset on, zero where the text has ended.
#[derive(Clone, Copy)]
pub(crate) struct Window {
    halves: [Half; 2],
}

impl Window {
    pub const LEN: usize = 32;

    #[inline]
    pub fn new(bytes: &[u8], at: usize) -> Self {
        let whole = bytes.get(at..at.wrapping_add(Self::LEN)).and_then(<[u8]>::first_chunk);
        whole.map_or_else(|| Self::of(&padded(bytes, at)), Self::of)
    }

    #[inline]
    fn of(bytes: &[u8; 32]) -> Self {
        Self { halves: halves(bytes) }
    }

    /// Where the closing quote of the string is that starts here; 32 if there is none.
    #[inline]
    pub fn closing_quote(&self) -> usize {
        let quote = Half::splat(b'"');
        (bits(self.halves.map(|half| half.equals(quote))) & !1).trailing_zeros() as usize
    }

    /// A bit for each byte that is the same.
    #[inline]
    pub fn equals(&self, other: &[u8; 32]) -> u32 {
        let other = halves(other);
        bits([self.halves[0].equals(other[0]), self.halves[1].equals(other[1])])
    }

    /// A bit for each byte that is at least `low` and at most `low + spread`.
    #[inline]
    pub fn within(&self, low: &[u8; 32], spread: &[u8; 32]) -> u32 {
        let (low, spread) = (halves(low), halves(spread));
        let within = |index: usize| self.halves[index].within(low[index], spread[index]);
        bits([within(0), within(1)])
    }

    /// How many digits stand here; at most 32.
    #[inline]
    pub fn digits(&self) -> usize {
        let within = self.halves.map(|half| half.within(Half::splat(b'0'), Half::splat(9)));
        bits(within).trailing_ones() as usize
    }

    /// The first `len` bytes, at most sixteen, as two numbers.
    #[inline]
    pub fn head(&self, len: usize) -> [u64; 2] {
        self.halves[0].and(Half::load(&HEADS[len.min(16)])).words()
    }
}

/// The bytes that belong to a head, by its length.
const HEADS: [[u8; 16]; 17] = {
    let mut heads = [[0; 16]; 17];
    let mut index = 0;
    while index < 16 * 17 {
        if index % 16 < index / 16 {
            heads[index / 16][index % 16] = u8::MAX;
        }
        index += 1;
    }
    heads
};

#[inline]
fn halves(bytes: &[u8; 32]) -> [Half; 2] {
    let half = |half: &[u8]| half.first_chunk().map_or(Half::splat(0), Half::load);
    [half(&bytes[..16]), half(&bytes[16..])]
}

#[inline]
fn bits([low, high]: [Half; 2]) -> u32 {
    low.bits() | high.bits() << 16
}

/// The bytes from an offset on, filled up with zeros.
#[cold]
fn padded(bytes: &[u8], at: usize) -> [u8; 32] {
    let mut padded = [0; 32];
    padded.iter_mut().zip(bytes.get(at..).unwrap_or_default()).for_each(|(to, from)| *to = *from);
    padded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stop_at_every_place() {
        for length in 0..40 {
            for at in 0..length {
                for byte in 0..=255 {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = byte;
                    let is_stop = byte == b'"' || byte == b'\\' || byte < 0x20;
                    assert_eq!(plain(&bytes, 0), if is_stop { at } else { length }, "{byte} at {at} of {length}");
                }
            }
        }
        assert_eq!(plain(b"\"abc\"", 1), 4);
    }

    #[test]
    fn a_window_ends_with_zeros_where_the_text_does() {
        for length in 0..40usize {
            let bytes: Vec<u8> = (1..).take(length).collect();
            for at in 0..=length {
                let window = Window::new(&bytes, at);
                let expected = padded(&bytes, at);
                assert_eq!(window.equals(&expected), u32::MAX);
                let half = |range: core::ops::Range<usize>| u64::from_le_bytes(expected[range].try_into().unwrap());
                assert_eq!(window.head(40), [half(0..8), half(8..16)]);
            }
        }
    }

    #[test]
    fn a_window_knows_its_closing_quote_and_what_stands_before() {
        for at in 1..=32 {
            let mut bytes = [b'a'; 70];
            bytes[0] = b'"';
            bytes[at] = b'"';
            bytes[at + 9] = b'"';
            let window = Window::new(&bytes, 0);
            assert_eq!(window.closing_quote(), at);
            let letters = (1..at.min(16)).fold(u128::from(b'"'), |all, index| all | u128::from(b'a') << (index * 8));
            let [first, second] = window.head(at);
            assert_eq!(u128::from(second) << 64 | u128::from(first), letters);
        }
    }

    #[test]
    fn a_window_counts_digits() {
        for count in 0..40 {
            for after in [&b""[..], b"/1", b":1", b".5"] {
                let text = [&b"0123456789".repeat(4)[..count], after].concat();
                assert_eq!(Window::new(&text, 0).digits(), count.min(32), "{count}");
            }
        }
    }

    #[test]
    fn ranges_include_their_ends() {
        for byte in 0..=255 {
            let window = Window::new(&[byte; 32], 0);
            for (low, high) in [(0, 255), (b'0', b'9'), (b'x', b'x'), (0x7f, 0x80), (200, 255)] {
                let expected = if (low..=high).contains(&byte) { u32::MAX } else { 0 };
                assert_eq!(window.within(&[low; 32], &[high - low; 32]), expected, "{byte} in {low}..={high}");
            }
        }
    }
}
