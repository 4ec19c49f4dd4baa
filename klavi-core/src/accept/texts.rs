//! Texts that are right at once: those of a few shapes, told from 32 bytes without a decision for each.

use super::Scope;
use super::plan::Maker;
use crate::program::{Glance, Node, Shape, StringRules, Types};

/// Which texts are right at once. Of all others the rules tell.
#[derive(Debug)]
pub(super) struct Texts {
    /// No longer than this, in bytes.
    pub longest: u32,
    /// A text of the right form may still be worth a warning.
    pub may_warn: bool,
    /// Keeps apart closed lists of texts of one length.
    pub factor: u64,
    /// The shapes of texts by where their closing quote is; the last is for all that are longer.
    pub groups: [Group; 33],
}

/// Shapes of one length.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
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
}

/// The shape of any text, and that of none. They begin every plan.
const ANY: u16 = 0;
const NONE: u16 = 1;

/// The most bits of the hash of a closed list.
const MOST_BITS: u8 = 6;

impl Range {
    pub const ANY: Self = Self { lowest: [0; 32], spread: [u8::MAX; 32] };
    /// No text begins with this byte.
    pub const NONE: Self = Self { lowest: [u8::MAX; 32], spread: [0; 32] };

    fn of(shape: &Shape) -> Self {
        let (lowest, spread) = shape.range();
        Self { lowest: *lowest, spread: *spread }
    }

    /// The last two bytes of the only text of this shape, whose closing quote stands there.
    fn only(&self, quote: usize) -> Option<u16> {
        let is_one = self.spread[..=quote].iter().all(|&spread| spread == 0);
        let last = self.lowest.get(quote.checked_sub(2)?..quote)?.first_chunk()?;
        is_one.then(|| u16::from_le_bytes(*last))
    }
}

impl Group {
    const fn of(shape: u16) -> Self {
        Self { start: shape, bits: 0, count: 1 }
    }
}

impl Texts {
    /// All texts of at most so many bytes.
    pub fn any(longest: u32) -> Self {
        Self { longest, may_warn: false, factor: 1, groups: [Group::of(ANY); 33] }
    }

    /// None: the rules tell of each.
    const fn none() -> Self {
        Self { longest: 0, may_warn: false, factor: 1, groups: [Group::of(NONE); 33] }
    }

    /// Where the shapes of a text begin, given its last two bytes.
    #[inline(always)]
    pub fn first(&self, group: Group, last: u16) -> usize {
        usize::from(group.start) + slot(last, self.factor, group.bits)
    }

    /// The texts of a node that are right.
    pub(super) fn of(maker: &mut Maker, node: &Node) -> Option<Self> {
        if !node.types.meets(Types::STRING) || maker.asked(node).meets(Types::STRING) {
            return Some(Self::none());
        }
        let longest = match node.string {
            _ if !node.allowed.is_empty() => None,
            None => Some(u32::MAX),
            Some(rules) => bounded(rules),
        };
        let texts = match (longest, node.glance) {
            (Some(longest), _) => Self::any(longest),
            (None, Glance::Shapes(shapes)) => Self::shaped(maker, shapes.all())?,
            (None, _) => Self::none(),
        };
        let may_warn = maker.scope == Scope::Findings && node.string.is_some_and(may_warn);
        Some(Self { may_warn, ..texts })
    }

    fn shaped(maker: &mut Maker, shapes: &[Shape]) -> Option<Self> {
        let mut texts = Self { longest: u32::MAX, ..Self::none() };
        let by_quote = |quote: usize| shapes.iter().filter(move |shape| shape.len() + 1 == quote).map(Range::of);
        let lists: Vec<(usize, Vec<(u16, Range)>)> = (0..32)
            .filter_map(|quote| {
                let list: Option<Vec<_>> = by_quote(quote).map(|range| Some((range.only(quote)?, range))).collect();
                Some((quote, list.filter(|list| list.len() > 1)?))
            })
            .collect();
        let (factor, bits) = factor(&lists).unwrap_or((1, 0));
        texts.factor = factor;
        for quote in 0..32 {
            let found: Vec<Range> = by_quote(quote).collect();
            let Some(count) = u8::try_from(found.len()).ok().filter(|&count| count > 0) else { continue };
            let start = u16::try_from(maker.shapes.len()).ok()?;
            texts.groups[quote] = match lists.iter().find(|(other, _)| *other == quote) {
                Some((_, list)) if bits > 0 => {
                    let mut slots = vec![Range::NONE; 1 << bits];
                    for (last, range) in list {
                        slots[slot(*last, factor, bits)] = *range;
                    }
                    maker.shapes.extend(slots);
                    Group { start, bits, count: 1 }
                }
                _ => {
                    maker.shapes.extend(found);
                    Group { start, bits: 0, count }
                }
            };
        }
        Some(texts)
    }
}

/// The place of a text in a closed list, given its last two bytes.
#[inline(always)]
fn slot(last: u16, factor: u64, bits: u8) -> usize {
    (u64::from(last).wrapping_mul(factor) >> 1 >> (63 - bits)) as usize
}

/// A factor that gives the texts of each list slots of their own, and the bits that it takes.
fn factor(lists: &[(usize, Vec<(u16, Range)>)]) -> Option<(u64, u8)> {
    lists.first()?;
    (1..=MOST_BITS).find_map(|bits| {
        let mut factor = 0x9e37_79b9_7f4a_7c15u64;
        (0..256).find_map(|_| {
            factor = factor.wrapping_mul(0xd134_2543_de82_ef95).wrapping_add(1) | 1;
            let is_perfect = |(_, list): &(usize, Vec<(u16, Range)>)| {
                let mut taken = 0u64;
                list.iter().all(|(last, _)| {
                    let bit = 1 << slot(*last, factor, bits);
                    let is_free = taken & bit == 0;
                    taken |= bit;
                    is_free
                })
            };
            lists.iter().all(is_perfect).then_some((factor, bits))
        })
    })
}

/// Whether a text of the right form may still be worth a warning.
pub(super) fn may_warn(rules: &StringRules) -> bool {
    let advises = rules.checks.iter().any(|check| check.advice);
    advises || rules.format.is_some() || !rules.known.is_empty() || rules.time.is_some()
}

/// The most bytes of a text whose form is free otherwise. A character takes at least one, and an escape more.
fn bounded(rules: &StringRules) -> Option<u32> {
    let asks = rules.checks.iter().any(|check| !check.advice);
    let longest = [rules.max_length, rules.max_bytes].into_iter().flatten().min().unwrap_or(u32::MAX);
    (!asks && rules.min_length.unwrap_or(0) == 0).then_some(longest)
}
