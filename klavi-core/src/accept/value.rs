//! What may stand in one place of a document.

use crate::program::{NodeId, Program, Types};

/// The index of a [`PlanValue`] of a plan: that of the node, or [`free`].
pub(super) type ValueId = u16;

/// Nothing of this kind is accepted.
pub(super) const NOTHING: u16 = u16::MAX;

/// The object and the array of which nothing is asked. They begin every plan.
pub(super) const FREE: u16 = 0;

/// What may stand in one place.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlanValue {
    /// The node of which this is computed.
    pub node: NodeId,
    /// The texts that may stand here.
    pub texts: u16,
    /// The object that may stand here, [`FREE`] or [`NOTHING`].
    pub object: u16,
    /// The array that may stand here, [`FREE`] or [`NOTHING`].
    pub array: u16,
    /// The types of scalars that may stand here.
    pub types: Types,
    /// About values of these types the evaluator is asked.
    pub asked: Types,
}

impl PlanValue {
    /// A value that is still to be computed.
    pub const fn named(node: ValueId) -> Self {
        Self { node, texts: NOTHING, object: NOTHING, array: NOTHING, types: Types::NONE, asked: Types::ALL }
    }
}

/// An array of any number of values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Array {
    pub item: ValueId,
    pub min: u32,
    pub max: u32,
}

/// The value that may be any JSON: it stands behind those of the nodes.
#[expect(clippy::cast_possible_truncation, reason = "nodes are named by a `NodeId`, which is no larger")]
pub(super) fn free(program: &Program) -> ValueId {
    program.nodes.len() as ValueId
}
