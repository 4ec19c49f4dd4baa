//! Values about which the accept pass leaves it to the evaluator what is to be said.

use crate::program::{NodeId, Program};
use crate::reader::narrow;

/// The most values of a document: one with more is not like those that are right.
const MOST: usize = 8;

/// The values of a document that may be wrong by a program, while all else is right: eight at most.
#[derive(Debug, Clone)]
pub struct Deferred {
    pub(crate) program: &'static Program,
    values: [DeferredValue; MOST],
    count: usize,
}

/// A value that may be wrong.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DeferredValue {
    /// What judges it.
    pub node: NodeId,
    /// Where it starts, and where the innermost object around it does.
    pub at: u32,
    pub object_at: u32,
}

impl Deferred {
    pub(crate) fn by(program: &'static Program) -> Self {
        Self { program, values: [DeferredValue::default(); MOST], count: 0 }
    }

    /// Whether there is none: all is right.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Notes a value, if there is room.
    #[cold]
    pub(crate) fn push(&mut self, node: NodeId, at: usize, object_at: usize) -> Option<()> {
        let (at, object_at) = (narrow(at), narrow(object_at));
        *self.values.get_mut(self.count)? = DeferredValue { node, at, object_at };
        self.count += 1;
        Some(())
    }

    /// All of them, in the order of the document.
    pub(crate) fn values(&self) -> &[DeferredValue] {
        &self.values[..self.count]
    }
}
