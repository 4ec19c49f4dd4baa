//! Objects of a plan: their members.

use super::lookup::PlanLookup;
use super::rules::Rule;
use super::value::{NOTHING, PlanValue, ValueId};
use crate::program::{NO_SLOT, Relation};

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
    /// The member that is expected next.
    pub next: usize,
    /// The members so far, each as a bit.
    pub seen: u64,
    pub names: UndeclaredNames,
}

/// The names of undeclared members of an object that is open.
pub(super) struct UndeclaredNames {
    /// Each as one of 64 bits.
    pub sketch: u64,
    /// How many were known when it opened.
    pub before: usize,
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

/// A declared member, or what stands for all others.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlanMember {
    /// The name in its quotes with a colon behind.
    pub literal: [u8; 32],
    /// A bit for each byte of `literal` that counts.
    pub mask: u32,
    /// How many bytes of `literal` count.
    pub len: u8,
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
    /// None: no text has this byte, and no value is right.
    pub const NONE: Self = Self { literal: [0xff; 32], mask: 1, ..Self::others(NOTHING) };

    /// What stands for members with any name.
    pub const fn others(value: ValueId) -> Self {
        let value = PlanValue::named(value);
        Self { literal: [0; 32], mask: 0, len: 0, index: 63, slot: NO_SLOT, holds: 0, fails: 0, value }
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
