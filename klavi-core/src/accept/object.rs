//! Objects of a plan: their members, and what is asked at their closing brace.

use super::plan::{Maker, NOTHING, ValueId};
use crate::Severity;
use crate::program::{Demand, Is, Key, Node, NodeId, ObjectRules, Relation, Test, Types};

/// The most members of an object: a bit for each.
pub(super) const MOST_MEMBERS: usize = 64;
/// The most tests of an object's conditions: a bit for each.
const MOST_TESTS: usize = 64;

/// An object with these members and others.
#[derive(Debug)]
pub(super) struct Object {
    /// In schema order.
    pub members: Box<[Member]>,
    /// Where to find a member that is not the next in order.
    pub lookup: Lookup,
    /// A bit for each mandatory member.
    pub required: u64,
    /// What other members may be, or [`NOTHING`](super::plan::NOTHING).
    pub others: ValueId,
    /// The slots of its conditions, each as a bit.
    pub slots: u64,
    /// What is asked at the closing brace.
    pub closing: Option<Box<Closing>>,
}

/// A perfect hash of the names of an object's members.
#[derive(Debug)]
pub(super) struct Lookup {
    factor: u32,
    bits: u32,
    /// The index of the member for each hash.
    table: Box<[u16]>,
}

/// The most bits of a lookup.
const MOST_BITS: u32 = 10;

impl Lookup {
    /// Keeps these names apart, if it can.
    fn of<'a>(names: impl Iterator<Item = &'a str>) -> Option<Self> {
        let hashes: Vec<u32> = names.map(hash_of).collect();
        let least = hashes.len().next_power_of_two().trailing_zeros().max(1);
        (least..=MOST_BITS).find_map(|bits| {
            let mut factor = 1u32;
            (0..64).find_map(|_| {
                factor = factor.wrapping_mul(0x2c1b_3c6d).wrapping_add(0x9e37_79b9) | 1;
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
    fn slot(&self, hash: u32) -> usize {
        (hash.wrapping_mul(self.factor) >> (32 - self.bits)) as usize
    }

    /// The only member whose name may have this hash.
    #[inline(always)]
    pub fn candidate(&self, hash: u32) -> usize {
        usize::from(self.table.get(self.slot(hash)).copied().unwrap_or(NOTHING))
    }
}

/// A hash of a name from its first and last eight bytes, as far as it has so many, and its length.
#[inline(always)]
pub(super) fn hash(first: u64, last: u64, len: usize) -> u32 {
    let mixed = (first ^ last.rotate_left(29) ^ (len as u64) << 56).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 32) as u32
}

/// The hash of a whole name. The last bytes of one that has not so many are left out.
pub(super) fn hash_of(name: &str) -> u32 {
    let word = |bytes: &[u8]| bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
    let name = name.as_bytes();
    hash(word(&name[..name.len().min(8)]), name.last_chunk::<8>().map_or(0, |last| word(last)), name.len())
}

/// A declared member.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    /// The name in its quotes with a colon behind.
    pub literal: [u8; 32],
    /// A bit for each byte of `literal` that counts.
    pub mask: u32,
    /// How many bytes of `literal` count.
    pub len: u8,
    pub place: Place,
}

/// Where a value stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// What the value may be.
    pub value: ValueId,
    /// Where to remember it.
    pub slot: u8,
}

/// Conditions and relations.
#[derive(Debug)]
pub(super) struct Closing {
    pub probes: Box<[Probe]>,
    pub rules: Box<[Rule]>,
    pub relations: &'static [Relation],
}

/// One look at a remembered member that answers all tests on it. A test that holds is a bit.
#[derive(Debug)]
pub(super) struct Probe {
    pub slot: u8,
    /// The tests that hold if the member is there, and if it is not.
    pub present: u64,
    pub absent: u64,
    /// The tests that hold if it is this text.
    pub texts: Vec<(Key, u64)>,
}

/// `if`, `then`, `else`.
#[derive(Debug)]
pub(super) struct Rule {
    /// The tests that must hold.
    pub when: u64,
    pub then: Asked,
    pub otherwise: Asked,
}

/// What is asked of the members.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The members that must be there.
    pub present: u64,
    /// The slots that must be empty.
    pub absent: u64,
    pub parts: Vec<(u8, Part)>,
}

/// What is asked of one member, if it is there.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    /// As an object it has these members.
    Has(u64),
    /// It fits this node.
    Fits(NodeId),
}

impl Object {
    /// An object of which nothing is asked.
    pub fn free(others: ValueId) -> Self {
        let members = Box::default();
        Self {
            members,
            lookup: Lookup { factor: 1, bits: 1, table: Box::default() },
            required: 0,
            others,
            slots: 0,
            closing: None,
        }
    }

    /// The object of these rules, if a plan can hold them.
    pub fn of(maker: &Maker, rules: &'static ObjectRules) -> Option<Self> {
        let is_plain = rules.patterns.is_empty()
            && rules.names.is_none()
            && rules.min_properties.is_none()
            && rules.max_properties.is_none()
            && rules.properties.len() <= MOST_MEMBERS;
        if !is_plain {
            return None;
        }
        let members: Option<Box<[Member]>> = rules
            .properties
            .iter()
            .map(|property| {
                let (literal, mask, len) = property.key.with_colon()?;
                let place = Place { value: property.node, slot: property.slot };
                Some(Member { literal, mask, len, place })
            })
            .collect();
        let closing = Closing::of(maker, rules)?;
        let asks = !closing.rules.is_empty() || !closing.relations.is_empty();
        Some(Self {
            members: members?,
            lookup: Lookup::of(rules.properties.iter().map(|property| property.key.name))?,
            required: rules.required.first().copied().unwrap_or(0),
            others: maker.others(rules.additional),
            slots: (rules.slots.0..rules.slots.1).fold(0, |slots, slot| slots | 1 << slot),
            closing: asks.then(|| Box::new(closing)),
        })
    }
}

impl Closing {
    fn of(maker: &Maker, rules: &'static ObjectRules) -> Option<Self> {
        let (mut probes, mut tests, mut list) = (Vec::new(), 0, Vec::new());
        for condition in rules.conditions.iter().filter(|condition| maker.wants(condition.advice)) {
            let mut when = 0;
            for test in condition.when {
                when |= 1 << tests;
                Probe::add(&mut probes, test, 1 << tests)?;
                tests += 1;
                if tests == MOST_TESTS {
                    return None;
                }
            }
            list.push(Rule {
                when,
                then: Asked::of(maker, rules, condition.then),
                otherwise: Asked::of(maker, rules, condition.otherwise),
            });
        }
        let direction = maker.program.direction;
        let decides = |relation: &Relation| maker.wants(relation.kind.code.severity(direction) != Severity::Error);
        let relations = if rules.relations.iter().any(decides) { rules.relations } else { &[] };
        Some(Self { probes: probes.into(), rules: list.into(), relations })
    }
}

impl Probe {
    /// Adds a test, which this bit stands for. A member that any node may judge is no matter of a plan.
    fn add(probes: &mut Vec<Self>, test: &Test, bit: u64) -> Option<()> {
        let at = probes.iter().position(|probe| probe.slot == test.slot).unwrap_or_else(|| {
            probes.push(Self { slot: test.slot, present: 0, absent: 0, texts: Vec::new() });
            probes.len() - 1
        });
        let probe = &mut probes[at];
        probe.absent |= if test.required { 0 } else { bit };
        match test.is {
            Is::Present => probe.present |= bit,
            Is::Node(_) => return None,
            Is::OneOf(texts) => {
                for text in texts {
                    // A text that is too long for one look.
                    text.with_colon()?;
                    match probe.texts.iter_mut().find(|(known, _)| known.name == text.name) {
                        Some((_, bits)) => *bits |= bit,
                        None => probe.texts.push((*text, bit)),
                    }
                }
            }
        }
        Some(())
    }
}

impl Asked {
    fn of(maker: &Maker, rules: &'static ObjectRules, demands: &'static [Demand]) -> Self {
        let mut asked = Self::default();
        for demand in demands {
            match *demand {
                Demand::Present { property, .. } => asked.present |= 1 << property,
                // The schema `false`.
                Demand::Fits { slot, node } if maker.node(node).types == Types::NONE => asked.absent |= 1 << slot,
                Demand::Fits { slot, node } => {
                    let members = maker.members_asked(rules, slot, node);
                    asked.parts.push((slot, members.map_or(Part::Fits(node), Part::Has)));
                }
            }
        }
        asked
    }
}

impl Maker {
    /// Whether what is asked counts: advice only if all findings do.
    fn wants(&self, advice: bool) -> bool {
        !advice || self.scope == super::Scope::Findings
    }

    /// The members, as bits of the object in a slot, that a node asks for, if it asks for nothing else.
    fn members_asked(&self, rules: &'static ObjectRules, slot: u8, id: NodeId) -> Option<u64> {
        let property = rules.properties.iter().find(|property| property.slot == slot)?;
        let there = self.node(property.node).object?;
        let node = self.node(id);
        let asked = node.object?;
        let only_asks = Node { place: node.place, object: node.object, glance: node.glance, ..Node::ANYTHING } == *node
            && ObjectRules {
                properties: asked.properties,
                declared: asked.declared,
                lookup: asked.lookup,
                required: asked.required,
                slots: asked.slots,
                ..ObjectRules::ANY
            } == *asked
            && asked.slots.0 == asked.slots.1
            && there.properties.len() <= MOST_MEMBERS
            && asked.properties.iter().all(|property| {
                *self.node(property.node)
                    == Node {
                        place: self.node(property.node).place,
                        glance: self.node(property.node).glance,
                        ..Node::ANYTHING
                    }
            });
        if !only_asks {
            return None;
        }
        asked.mandatory().try_fold(0, |bits, wanted| {
            let index = there.properties.iter().position(|property| property.key.name == wanted.key.name)?;
            Some(bits | 1 << index)
        })
    }
}
