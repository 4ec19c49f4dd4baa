//! Conditions of objects as facts: a bit for each test on a member, which is known when the member has passed.

use crate::program::{Key, NodeId, SLOTS};

/// What becomes of the facts as a member passes.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Those that hold if the member is there, and those that do not.
    pub holds: u64,
    pub fails: u64,
    /// Those that hold if it is this text.
    pub texts: Vec<(Key, u64)>,
    /// Those that hold if it fits this node.
    pub nodes: Vec<(NodeId, u64)>,
}

/// `if`, `then`, `else`.
#[derive(Debug)]
pub(super) struct Rule {
    /// The facts that must hold.
    pub when: u64,
    pub then: Asked,
    pub otherwise: Asked,
}

/// What is asked of the members.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The members that must be there.
    pub members: u64,
    /// The facts that must hold, and those that must not.
    pub holds: u64,
    pub fails: u64,
    /// What must hold for values of which the facts do not tell.
    pub parts: Vec<Part>,
}

/// What is asked of one member, if it is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub slot: u8,
    /// The fact that this is so.
    pub fact: u64,
    pub is: Fits,
}

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fits {
    /// An object with these members.
    Members(u64),
    /// What this node accepts.
    Node(NodeId),
}

impl Rule {
    /// What is asked where these facts hold.
    #[inline(always)]
    pub fn asked(&self, facts: u64) -> &Asked {
        if facts & self.when == self.when { &self.then } else { &self.otherwise }
    }
}

impl Facts {
    /// Those of the slots of a program, before any condition.
    pub fn of_slots() -> Vec<Self> {
        // Behind the slots stands what is no slot.
        (0..=SLOTS).map(|slot| Self { holds: if slot < SLOTS { 1 << slot } else { 0 }, ..Self::default() }).collect()
    }
}
