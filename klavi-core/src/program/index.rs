//! How tables name each other.

/// The index of a [`Node`](super::Node) in its [`Program`](super::Program).
pub type NodeId = u16;

/// How many spans the conditions of one program may remember at once.
pub const SLOTS: usize = NO_SLOT as usize;

/// The slot of a property that no condition asks for.
pub const NO_SLOT: u8 = 32;
