//! Objects of a plan: their members.

use super::lookup::PlanLookup;
use super::rules::Rule;
use super::value::{NOTHING, PlanValue, ValueId};
use crate::program::{NO_SLOT, Property, Relation};

/// The most members of an object: a bit for each.
pub(super) const MOST_MEMBERS: usize = 64;

/// An object with these members and others.
#[derive(Debug)]
pub(super) struct Object {
    /// In schema order, and [`PlanMember::NONE`] behind them.
    pub members: Box<[PlanMember]>,
    /// Where to find a member that is not the next in order.
    pub lookup: PlanLookup,
    /// A bit for each mandatory member.
    pub required: u64,
    /// What stands for members that are not declared, if there may be any.
    pub others: Option<PlanMember>,
    /// The facts that its conditions know, and those that hold as long as a member is absent.
    pub facts: u64,
    pub absent: u64,
    /// What is asked at the closing brace.
    pub rules: Box<[Rule]>,
    pub relations: &'static [Relation],
}

/// An object that is open.
pub(super) struct Open {
    /// Where its brace stands.
    pub at: usize,
    /// The member that is expected next.
    pub next: usize,
    /// The members so far, each as a bit.
    pub seen: u64,
    pub names: UndeclaredNames,
}

/// The names of undeclared members of an object that is open.
#[derive(Clone, Copy)]
pub(super) struct UndeclaredNames {
    /// Each as one of 64 bits.
    pub sketch: u64,
    /// How many were known when it containers.
    pub before: usize,
}

/// Room for all that may be open at once, a power of two.
pub(super) const CONTAINERS: usize = 32;

/// An object or array that is open and of which nothing is asked.
#[derive(Clone, Copy)]
pub(super) struct Container {
    /// What closes it.
    pub close: u8,
    pub names: UndeclaredNames,
}

impl Container {
    pub const NONE: Self = Self { close: 0, names: UndeclaredNames { sketch: 0, before: 0 } };
}

/// What stands where a member may begin.
pub(super) enum Next<'a> {
    /// A member, and where its colon ends.
    Member(&'a PlanMember, usize),
    /// The closing brace, and where it stands.
    Brace(usize),
}

impl Open {
    /// Notes a declared member; there may be one of a name.
    #[inline(always)]
    pub fn see(&mut self, member: &PlanMember) -> Option<()> {
        let bit = 1 << (member.index % 64);
        let is_new = self.seen & bit == 0;
        self.seen |= bit;
        self.next = usize::from(member.index) + 1;
        is_new.then_some(())
    }
}

/// Bytes that are looked for as they stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Literal {
    pub bytes: [u8; 32],
    /// A bit for each of the bytes that counts.
    pub mask: u32,
    /// How many bytes count.
    pub len: u8,
}

impl Literal {
    /// No text has this byte.
    const NONE: Self = Self { bytes: [0xff; 32], mask: 1, len: 0 };

    /// Those of a text, if there is room for them.
    fn of(text: &str) -> Self {
        let mut literal = Self::NONE;
        let Some(bytes) = literal.bytes.get_mut(..text.len()) else { return literal };
        bytes.copy_from_slice(text.as_bytes());
        literal.mask = u32::MAX >> (32 - bytes.len());
        literal.len = u8::try_from(bytes.len()).unwrap_or(0);
        literal
    }
}

/// A declared member, or what stands for all others.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlanMember {
    /// How it begins in a compact document, and in one with a blank behind commas and colons: the brace or comma before it,
    /// its name in quotes and the colon.
    pub heads: [Literal; 2],
    /// The name in its quotes.
    pub name: Literal,
    /// Which one it is.
    pub index: u8,
    /// Where to remember its value.
    pub slot: u8,
    /// The facts that hold if the member is there, and those that do not unless its value tells.
    pub holds: u64,
    pub fails: u64,
    /// What the value may be.
    pub value: PlanValue,
}

impl PlanMember {
    /// None.
    pub const NONE: Self = Self::others(NOTHING);

    /// What stands for members with any name.
    pub const fn others(value: ValueId) -> Self {
        let value = PlanValue::named(value);
        let (heads, name) = ([Literal::NONE; 2], Literal::NONE);
        Self { heads, name, index: 63, slot: NO_SLOT, holds: 0, fails: 0, value }
    }

    /// The member of a property, if its name can be looked for as it stands.
    pub fn of(property: &Property, index: u8) -> Option<Self> {
        let quoted = property.key.quoted()?;
        let before = if index == 0 { ["{", "{"] } else { [",", ", "] };
        let head = |spacing: usize| Literal::of(&format!("{}{quoted}:{}", before[spacing], ["", " "][spacing]));
        let (heads, name) = ([head(0), head(1)], Literal::of(&quoted));
        Some(Self { heads, name, index, slot: property.slot, ..Self::others(property.node) })
    }
}

impl Object {
    /// An object of which nothing is asked.
    pub fn free(others: ValueId) -> Self {
        Self {
            members: [PlanMember::NONE].into(),
            lookup: PlanLookup::none(),
            required: 0,
            others: Some(PlanMember::others(others)),
            facts: 0,
            absent: 0,
            rules: Box::default(),
            relations: &[],
        }
    }
}
