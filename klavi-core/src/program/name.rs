//! Member names and short strings, recognised from 32 bytes at once.

use crate::scan::Window;

/// A way to see that a string is right before it is read. It never refuses: what it does not accept is judged in full.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Glance {
    /// There is none.
    None,
    /// Whatever the string says, it is right.
    Anything,
    /// A string of one of these shapes is right.
    Shapes(&'static Shapes),
}

/// Short strings, sorted by their length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shapes {
    shapes: &'static [Shape],
    /// How many shapes are shorter than each length.
    shorter: [u8; Shape::LONGEST + 2],
}

impl Shapes {
    /// Prepares shapes, which are sorted by their length and at most 255.
    #[must_use]
    pub const fn new(shapes: &'static [Shape]) -> Self {
        let mut shorter = [0; Shape::LONGEST + 2];
        let mut index = 0;
        while index < shapes.len() {
            let mut longer = shapes[index].len() + 1;
            while longer < shorter.len() {
                shorter[longer] += 1;
                longer += 1;
            }
            index += 1;
        }
        Self { shapes, shorter }
    }

    /// The shapes.
    #[must_use]
    pub const fn all(&self) -> &'static [Shape] {
        self.shapes
    }

    /// Whether the string up to this quote has one of the shapes.
    #[inline]
    pub(crate) fn accept(&self, window: &Window, closing_quote: usize) -> bool {
        let shorter = |quote: usize| self.shorter.get(quote);
        let (Some(&from), Some(&to)) = (shorter(closing_quote - 1), shorter(closing_quote)) else { return false };
        let shapes = self.shapes.get(usize::from(from)..usize::from(to)).unwrap_or_default();
        // Without a way out: which of them it is cannot be predicted, how many there are can.
        shapes.iter().fold(false, |found, shape| found | (window.within(&shape.lowest, &shape.spread) == u32::MAX))
    }
}

/// Strings of one length: a range of ASCII characters for each place.
#[derive(Clone, Copy, PartialEq)]
pub struct Shape {
    /// A quote, and the lowest character of each place.
    lowest: [u8; 32],
    /// How far each byte may lie above the lowest; behind the string, anything is right.
    spread: [u8; 32],
}

impl Shape {
    /// The length of the longest strings that a glance takes in, with the quotes around them.
    pub const LONGEST: usize = 30;

    /// Prepares a shape: the strings whose every character lies between those of `low` and `high`, which have the same
    /// length, up to [`Self::LONGEST`], and no room between them for quotes, backslashes and control characters.
    #[must_use]
    pub const fn new(low: &str, high: &str) -> Self {
        let (low, high) = (low.as_bytes(), high.as_bytes());
        let mut shape = Self { lowest: [b'"'; 32], spread: [u8::MAX; 32] };
        shape.spread[0] = 0;
        let mut at = 0;
        while at < low.len() {
            shape.lowest[at + 1] = low[at];
            shape.spread[at + 1] = high[at] - low[at];
            at += 1;
        }
        shape.spread[at + 1] = 0;
        shape
    }

    /// The shape of the strings between these two, if it can be told at a glance: they are of one length, not too long, and
    /// no character between them is special in JSON or takes more than a byte.
    #[must_use]
    pub fn between(low: &str, high: &str) -> Option<Self> {
        let is_plain = |(low, high): (u8, u8)| {
            let has = |byte: u8| low <= byte && byte <= high;
            low <= high && low >= 0x20 && high.is_ascii() && !has(b'"') && !has(b'\\')
        };
        let fits = low.len() == high.len() && low.len() <= Self::LONGEST && low.bytes().zip(high.bytes()).all(is_plain);
        fits.then(|| Self::new(low, high))
    }

    /// The strings in their quotes: the lowest byte of each place, and how far it may lie above.
    pub(crate) fn range(&self) -> (&[u8; 32], &[u8; 32]) {
        (&self.lowest, &self.spread)
    }

    /// The length of the strings in bytes.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a shape is no collection")]
    pub const fn len(&self) -> usize {
        let mut len = 0;
        while self.lowest[len + 1] != b'"' {
            len += 1;
        }
        len
    }

    /// The strings of the lowest and of the highest characters.
    #[must_use]
    pub fn ends(&self) -> (String, String) {
        let places = || self.lowest.into_iter().zip(self.spread).skip(1).take(self.len());
        (
            places().map(|(low, _)| char::from(low)).collect(),
            places().map(|(low, spread)| char::from(low + spread)).collect(),
        )
    }
}

impl core::fmt::Debug for Shape {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let (low, high) = self.ends();
        write!(f, "Shape({low:?}, {high:?})")
    }
}

/// A perfect hash of the names of an object's members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lookup {
    /// The multiplier that keeps all names apart.
    pub factor: u64,
    /// The index of the property for each hash; [`Lookup::NONE`] where there is none. The length is a power of two.
    pub table: &'static [u16],
}

impl Lookup {
    /// No property has this hash.
    pub const NONE: u16 = u16::MAX;
    /// The lookup of an object without properties.
    pub const EMPTY: Self = Self { factor: 0, table: &[Self::NONE] };

    /// The property whose name may start with these bytes: a candidate, to be compared.
    #[inline]
    pub(crate) fn candidate(&self, head: [u64; 2]) -> usize {
        let index = (hash(head, self.factor) >> 32) as usize & (self.table.len() - 1);
        usize::from(self.table.get(index).copied().unwrap_or(Self::NONE))
    }

    /// The hash of a name, before it is cut to the length of the table. It sees the first fifteen bytes.
    #[must_use]
    pub fn hash(name: &str, factor: u64) -> u64 {
        let token = format!("\"{name}\"");
        hash(Window::new(token.as_bytes(), 0).head(token.len() - 1), factor)
    }
}

#[inline]
const fn hash([first, second]: [u64; 2], factor: u64) -> u64 {
    (first ^ second.rotate_left(29)).wrapping_mul(factor)
}

/// A member name, prepared for comparison with 32 bytes of input at once.
#[derive(Clone, Copy, PartialEq)]
pub struct Key {
    /// The name.
    pub name: &'static str,
    /// The name in its quotes.
    literal: [u8; 32],
    /// A bit for each byte of `literal` that counts.
    mask: u32,
}

impl Key {
    /// Prepares a name.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        // No string has this byte: a name that is too long, or always escaped, must be compared the slow way.
        let never = Self { name, literal: [u8::MAX; 32], mask: u32::MAX };
        if bytes.len() > Shape::LONGEST {
            return never;
        }
        let mut key = Self { name, literal: [b'"'; 32], mask: u32::MAX >> (30 - bytes.len()) };
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == b'"' || bytes[at] == b'\\' || bytes[at] < 0x20 {
                return never;
            }
            key.literal[at + 1] = bytes[at];
            at += 1;
        }
        key
    }

    /// The name in its quotes. There is none of a name that is compared the slow way.
    pub(crate) fn quoted(&self) -> Option<String> {
        (self.literal[0] == b'"').then(|| format!("\"{}\"", self.name))
    }

    /// Whether the name stands here in its quotes.
    #[inline]
    pub(crate) fn is_in(&self, window: &Window) -> bool {
        !window.equals(&self.literal) & self.mask == 0
    }
}

impl core::fmt::Debug for Key {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Key({:?})", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(text: &str) -> Window {
        Window::new(format!("\"{text}\": 1").as_bytes(), 0)
    }

    #[test]
    fn a_key_is_its_name_and_no_other() {
        for length in 0..40 {
            let name = &*"abcdefghij".repeat(4)[..length].to_owned().leak();
            let key = Key::new(name);
            assert_eq!(key.is_in(&window(name)), length <= Shape::LONGEST, "{length}");
            assert!(!key.is_in(&window(&format!("{name}x"))), "{length}");
            for at in 0..length {
                let other = format!("{}X{}", &name[..at], &name[at + 1..]);
                assert!(!key.is_in(&window(&other)), "{other}");
                assert!(!key.is_in(&window(&name[..at])), "{length} cut at {at}");
            }
        }
        for escaped in ["a\"b", "a\\b", "a\nb"] {
            assert!(!Key::new(escaped).is_in(&window(escaped)), "{escaped}");
        }
    }

    #[test]
    fn a_name_in_its_quotes_is_in_32_bytes_or_not_at_all() {
        for length in [0, 1, 30, 31, 40] {
            let name: &str = "n".repeat(length).leak();
            assert_eq!(Key::new(name).quoted(), (length <= 30).then(|| format!("\"{name}\"")));
        }
        for escaped in ["a\"b", "a\\b", "a\nb"] {
            assert_eq!(Key::new(escaped).quoted(), None, "{escaped}");
        }
        assert_eq!(format!("{:?}", Key::new("a")), "Key(\"a\")");
    }

    #[test]
    fn shapes_accept_what_lies_between_their_ends() {
        const SHAPES: &[Shape] =
            &[Shape::new("", ""), Shape::new("a0", "c0"), Shape::new("x5", "x7"), Shape::new("000", "999")];
        let shapes = Shapes::new(SHAPES);
        let accepts = |text: &str| {
            let window = window(text);
            shapes.accept(&window, window.closing_quote())
        };
        for text in ["", "a0", "b0", "c0", "x5", "x6", "x7", "000", "909", "999"] {
            assert!(accepts(text), "{text}");
        }
        for text in ["a", "`0", "d0", "a1", "a/", "x4", "x8", "00:", "/00", "0000", "b0\\", "é0"] {
            assert!(!accepts(text), "{text}");
        }
        assert!(!shapes.accept(&Window::new(b"\"000", 0), 32), "no closing quote");
        for length in 0..40 {
            let (low, high) = ("a".repeat(length), "z".repeat(length));
            let ends = Shape::between(&low, &high).map(|shape| shape.ends());
            assert_eq!(ends, (length <= Shape::LONGEST).then_some((low, high)));
        }
        for (low, high) in [(" ", " "), ("#", "["), ("]", "\u{7f}")] {
            assert_eq!(Shape::between(low, high).map(|shape| shape.ends()), Some((low.to_owned(), high.to_owned())));
        }
        for (low, high) in [("a", "bc"), ("b", "a"), ("!", "#"), ("[", "]"), ("\n", "z"), ("a", "\u{e9}"), ("\"", "\"")]
        {
            assert_eq!(Shape::between(low, high), None, "{low} to {high}");
        }
    }

    #[test]
    fn the_longest_shape_is_accepted() {
        const LONGEST: &str = "012345678901234567890123456789";
        const SHAPES: &[Shape] = &[Shape::new(LONGEST, LONGEST)];
        let (shapes, window) = (Shapes::new(SHAPES), window(LONGEST));
        assert_eq!((LONGEST.len(), window.closing_quote()), (Shape::LONGEST, 31));
        assert!(shapes.accept(&window, 31));
    }
}
