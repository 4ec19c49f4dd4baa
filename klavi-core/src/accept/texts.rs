//! Texts that are right at once: those of a few shapes, told from 32 bytes without a decision for each.

use super::index::LONGEST;
use crate::program::{Shape, StringRules};

/// Which texts are right at once. Of all others the rules tell.
#[derive(Debug)]
pub(super) struct Texts {
    /// No longer than this, in bytes, and no longer than any document.
    pub longest: u32,
    /// The rules by which a text of the right form may still be worth a warning.
    pub advice: Option<Advice>,
    /// Keeps apart closed lists of texts of one length.
    pub factor: u64,
    /// The shapes of texts by their length; the last is for all that are longer.
    pub groups: [ShapeGroup; 32],
}

/// What may be said about a text of the right form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Advice {
    pub rules: &'static StringRules,
    /// Some of the checks are advice.
    pub has_checks: bool,
}

/// Shapes of one length.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShapeGroup {
    /// Where they begin.
    pub start: u16,
    /// One among so many bits of a hash, the first of those that are compared.
    pub bits: u8,
    /// How many are compared.
    pub count: u8,
}

/// Texts of one length in their quotes, as a range of bytes for each place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub lowest: [u8; 32],
    pub spread: [u8; 32],
    /// The facts that hold if a member is such a text.
    pub facts: u64,
    /// Such a text may be worth a warning, of which the rules tell.
    pub may_warn: bool,
}

/// The shape of any text, and that of none. They begin every plan.
const ANY: u16 = 0;
pub(super) const NONE: u16 = 1;
impl Range {
    pub const ANY: Self = Self { lowest: [0; 32], spread: [u8::MAX; 32], facts: 0, may_warn: false };
    /// No text begins with this byte.
    pub const NONE: Self = Self { lowest: [u8::MAX; 32], spread: [0; 32], ..Self::ANY };

    /// The texts whose characters lie in these ranges.
    pub fn between(places: &[(u8, u8)]) -> Self {
        let mut range = Self::ANY;
        let places = [places, &[(b'"', b'"')]].concat();
        for (at, (first, last)) in places.into_iter().enumerate() {
            range = range.at(at, first, last);
        }
        range
    }

    /// The same with this place in a range, behind the opening quote.
    pub fn at(mut self, place: usize, first: u8, last: u8) -> Self {
        (self.lowest[0], self.spread[0]) = (b'"', 0);
        (self.lowest[place + 1], self.spread[place + 1]) = (first, last - first);
        self
    }

    pub fn of(shape: &Shape) -> Self {
        let (lowest, spread) = shape.range();
        let mut range = Self { lowest: *lowest, spread: *spread, ..Self::ANY };
        // What may be any byte starts with the first, so that shapes can be compared.
        range.lowest.iter_mut().zip(spread).filter(|(_, spread)| **spread == u8::MAX).for_each(|(low, _)| *low = 0);
        range
    }

    /// The only text of this shape, which has this length, with its opening quote.
    pub fn only(&self, len: usize) -> Option<&[u8]> {
        self.spread[..=len + 1].iter().all(|&spread| spread == 0).then(|| &self.lowest[..=len])
    }

    /// Whether all texts of another shape are of this one.
    pub fn covers(&self, other: &Self) -> bool {
        self.and(other).is_some_and(|both| both.lowest == other.lowest && both.spread == other.spread)
    }

    /// The texts that are of both shapes.
    pub fn and(&self, other: &Self) -> Option<Self> {
        let mut both = Self { facts: self.facts | other.facts, ..*self };
        for place in 0..both.lowest.len() {
            let low = self.lowest[place].max(other.lowest[place]);
            let high = |range: &Self| range.lowest[place].saturating_add(range.spread[place]);
            (both.lowest[place], both.spread[place]) = (low, high(self).min(high(other)).checked_sub(low)?);
        }
        Some(both)
    }
}

impl ShapeGroup {
    pub const fn of(shape: u16) -> Self {
        Self { start: shape, bits: 0, count: 1 }
    }

    /// Where its shapes are.
    pub fn range(self) -> core::ops::Range<usize> {
        let start = usize::from(self.start);
        start..start + if self.bits == 0 { usize::from(self.count) } else { 1 << self.bits }
    }
}

impl Texts {
    /// All texts of at most so many bytes.
    pub fn any(longest: u32) -> Self {
        Self { longest: longest.min(LONGEST), ..Self::of_shape(ANY) }
    }

    /// None: the rules tell of each.
    pub const fn none() -> Self {
        Self::of_shape(NONE)
    }

    pub const fn of_shape(shape: u16) -> Self {
        Self { longest: LONGEST, advice: None, factor: 1, groups: [ShapeGroup::of(shape); 32] }
    }

    /// Where in its group the shapes of a text begin, given its last two bytes.
    #[inline(always)]
    pub fn slot(&self, group: ShapeGroup, last: u16) -> usize {
        slot(last, self.factor, group.bits)
    }
}

/// The place of a text in a closed list, given its last two bytes.
#[inline(always)]
pub(super) fn slot(last: u16, factor: u64, bits: u8) -> usize {
    (u64::from(last).wrapping_mul(factor) >> 1 >> (63 - bits)) as usize
}
