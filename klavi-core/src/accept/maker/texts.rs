//! Texts of a plan.

use super::Maker;
use crate::accept::checks::is_silent_from;
use crate::accept::index::LONGEST;
use crate::accept::object::PlanMember;
use crate::accept::rules::Facts;
use crate::accept::scope::Scope;
use crate::accept::texts::{Advice, NONE, Range, ShapeGroup, Texts, slot};
use crate::program::{Glance, Key, Node, Shape, StringRules, Types};

/// What texts without a glance may be made of: the first character and all others. None holds a quote, a backslash or more
/// than ASCII. The first says most.
const LIKELY: [[(u8, u8); 2]; 3] = [[(b'#', b'['); 2], [(b'0', b'9'); 2], [(b'+', b'+'), (b'0', b'9')]];
/// Characters that texts begin with, none of them a quote, a backslash or more than ASCII.
const FIRST: [(u8, u8); 2] = [(b'#', b'['), (b']', b'~')];
/// The most characters of a text with a shape.
const MOST: usize = 30;

/// The most shapes of one length that tell of one more node.
const MOST_TOLD: usize = 8;

/// The most bits of the hash of a closed list.
const MOST_BITS: u8 = 6;

impl ShapeGroup {
    /// All of these shapes, the likeliest first.
    fn of_list(maker: &mut Maker, shapes: &[Range]) -> Option<Self> {
        if shapes.is_empty() {
            return Some(Self::of(NONE));
        }
        let start = u16::try_from(maker.shapes.len()).ok()?;
        maker.shapes.extend_from_slice(shapes);
        Some(Self { start, bits: 0, count: u8::try_from(shapes.len()).ok()? })
    }
}

impl Texts {
    /// The texts of a node that are right.
    pub fn of(maker: &mut Maker, node: &Node) -> Option<Self> {
        if !node.types.meets(Types::STRING) {
            return Some(Self::none());
        }
        let first = maker.shapes.len();
        let is_asked = maker.asked(node).meets(Types::STRING);
        let longest = match node.string {
            _ if is_asked || !node.allowed.is_empty() => None,
            None => Some(u32::MAX),
            Some(rules) => bounded(rules),
        };
        let advice = node.string.filter(|rules| maker.scope == Scope::Findings && may_warn(rules));
        let texts = match (longest, node.glance) {
            (Some(longest), _) => match advice {
                Some(rules) => Self::told_by_first(maker, rules, longest)?,
                None => Self::any(longest),
            },
            (None, Glance::Shapes(shapes)) if !is_asked => Self::shaped(maker, shapes.all())?,
            (None, _) if node.allowed.is_empty() => Self::likely(maker, node)?,
            (None, _) => Self::none(),
        };
        if longest.is_none() && advice.is_some() {
            maker.shapes[first..].iter_mut().for_each(|shape| shape.may_warn = true);
        }
        let advice = advice.map(|rules| Advice { rules, has_checks: rules.checks.iter().any(|check| check.advice) });
        Some(Self { advice, ..texts })
    }

    /// All of at most so many bytes, first those that are worth no warning whatever follows their first character.
    fn told_by_first(maker: &mut Maker, rules: &StringRules, longest: u32) -> Option<Self> {
        let is_silent = |&(first, last): &(u8, u8)| (first..=last).all(|byte| is_silent_from(rules, &[byte]));
        let shape = |(first, last)| Range::ANY.at(0, first, last);
        let mut shapes: Vec<_> = FIRST.into_iter().filter(is_silent).map(shape).collect();
        shapes.push(Range { may_warn: true, ..Range::ANY });
        let group = ShapeGroup::of_list(maker, &shapes)?;
        Some(Self { groups: [group; 32], ..Self::any(longest) })
    }

    /// Those of likely characters that the node accepts whatever they are in detail.
    fn likely(maker: &mut Maker, node: &Node) -> Option<Self> {
        let mut texts = Self::none();
        for len in 0..=MOST {
            let mut found = Vec::new();
            for [first, others] in LIKELY {
                let places: Vec<_> = (0..len).map(|at| if at == 0 { first } else { others }).collect();
                if maker.verdict(node, &places) == Some(true) {
                    found.push(Range::between(&places));
                    if first.0 == b'#' {
                        break;
                    }
                }
            }
            texts.groups[len] = ShapeGroup::of_list(maker, &found)?;
        }
        Some(texts)
    }

    /// The texts of a member about which conditions ask, with the facts that hold for each. Where the shape does not tell
    /// them, the text is looked at once more.
    pub fn that_tell(maker: &mut Maker, member: &PlanMember) -> Option<Self> {
        let facts = maker.facts.get(usize::from(member.slot))?;
        let own = maker.texts.get(usize::from(member.value.texts))?;
        if facts.texts.is_empty() && facts.nodes.is_empty() {
            return None;
        }
        let mut groups = own.groups;
        let mut shapes = Vec::new();
        for (len, group) in groups.iter_mut().enumerate() {
            let start = u16::try_from(maker.shapes.len() + shapes.len()).ok()?;
            let before = shapes.len();
            for shape in maker.shapes.get(group.range())? {
                let found = facts.tell(maker, len, shape);
                // A place of a hash has room for one; the last is the shape itself.
                shapes.extend_from_slice(if group.bits == 0 {
                    &found
                } else {
                    &found[found.len().saturating_sub(1)..]
                });
            }
            let count = shapes.len() - before;
            *group = match group.bits {
                0 if count == 0 => ShapeGroup::of(NONE),
                0 => ShapeGroup { start, bits: 0, count: u8::try_from(count).ok()? },
                bits => ShapeGroup { start, bits, count: 1 },
            };
        }
        let texts = Self { groups, ..*own };
        maker.shapes.extend(shapes);
        Some(texts)
    }

    fn shaped(maker: &mut Maker, shapes: &[Shape]) -> Option<Self> {
        let mut texts = Self::none();
        let by_len = |len: usize| shapes.iter().filter(move |shape| shape.len() == len).map(Range::of);
        let lists: Vec<(usize, Vec<(u16, Range)>)> = (1..31)
            .filter_map(|len| {
                let end = |range: &Range| Some(u16::from_le_bytes(*range.only(len)?.last_chunk()?));
                let list: Option<Vec<_>> = by_len(len).map(|range| Some((end(&range)?, range))).collect();
                Some((len, list.filter(|list| list.len() > 1)?))
            })
            .collect();
        let (factor, bits) = factor(&lists).unwrap_or((1, 0));
        texts.factor = factor;
        for len in 0..31 {
            texts.groups[len] = match lists.iter().find(|(other, _)| *other == len) {
                Some((_, list)) if bits > 0 => {
                    let start = u16::try_from(maker.shapes.len()).ok()?;
                    let mut slots = vec![Range::NONE; 1 << bits];
                    for (last, range) in list {
                        slots[slot(*last, factor, bits)] = *range;
                    }
                    maker.shapes.extend(slots);
                    ShapeGroup { start, bits, count: 1 }
                }
                _ => ShapeGroup::of_list(maker, &by_len(len).collect::<Vec<_>>())?,
            };
        }
        Some(texts)
    }
}

impl Facts {
    /// The texts of a shape that has this length, by the facts that hold for them.
    fn tell(&self, maker: &Maker, len: usize, shape: &Range) -> Vec<Range> {
        let mut found = vec![*shape];
        for (node, fact) in &self.nodes {
            let theirs = maker.texts_of(*node).filter(|texts| texts.advice.is_none() && texts.longest == LONGEST);
            let theirs = theirs.and_then(|texts| maker.shapes.get(texts.groups[len].range())).unwrap_or_default();
            let and_theirs = |shape: &Range| {
                theirs.iter().filter_map(|other| shape.and(&Range { facts: *fact, ..*other })).collect::<Vec<_>>()
            };
            let both: Vec<_> = found.iter().flat_map(and_theirs).filter(|_| len <= MOST).take(MOST_TOLD).collect();
            found.splice(0..0, both);
            found = reached(&found);
        }
        if !self.texts.is_empty() {
            // Of many texts one may be asked for; an escape may hide it, too.
            found.retain(|shape| len <= MOST && shape.only(len).is_some());
        }
        for shape in &mut found {
            let is_this = |text: &Key| shape.only(len).is_some_and(|only| &only[1..] == text.name.as_bytes());
            let more = self.texts.iter().filter(|(text, _)| is_this(text)).fold(0, |facts, (_, fact)| facts | fact);
            shape.facts |= more;
        }
        found
    }
}

/// The shapes that are ever met where they are tried in this order.
fn reached(shapes: &[Range]) -> Vec<Range> {
    let is_new = |(index, shape): &(usize, &Range)| !shapes[..*index].iter().any(|before| before.covers(shape));
    shapes.iter().enumerate().filter(is_new).map(|(_, shape)| *shape).collect()
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
