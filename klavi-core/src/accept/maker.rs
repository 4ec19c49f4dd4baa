//! A plan in the making.

mod conditions;
mod object;
mod texts;
mod verdict;

use super::object::Object;
use super::rules::Facts;
use super::scope::Scope;
use super::texts::{Range, Texts};
use super::value::{Array, NOTHING, PlanValue, ValueId, free};
use crate::program::{Additional, Node, NodeId, Program, Types};

/// The tables of a plan so far.
pub(super) struct Maker {
    pub program: &'static Program,
    pub scope: Scope,
    /// How many facts there are, and what is known of them by the slot of a member.
    pub facts_so_far: u32,
    pub facts: Vec<Facts>,
    pub values: Vec<PlanValue>,
    pub objects: Vec<Object>,
    pub arrays: Vec<Array>,
    pub texts: Vec<Texts>,
    pub shapes: Vec<Range>,
}

impl Maker {
    pub fn node(&self, id: NodeId) -> &'static Node {
        &self.program.nodes[usize::from(id)]
    }

    /// The texts of a node.
    pub fn texts_of(&self, id: NodeId) -> Option<&Texts> {
        self.texts.get(usize::from(self.values.get(usize::from(id))?.texts))
    }

    /// The types of values about which the evaluator is asked.
    pub fn asked(&self, node: &Node) -> Types {
        if !node.applicators.is_empty() || (node.expect.is_some() && self.scope == Scope::Findings) {
            return Types::ALL;
        }
        let mut asked = Types::NONE;
        if node.number.is_some() {
            asked = asked.and(Types::NUMBER).and(Types::INTEGER);
        }
        if !node.allowed.is_empty() {
            asked = asked.and(Types(Types::ALL.0 & !Types::STRING.0));
        }
        asked
    }

    /// The value of members that an object does not declare, if there may be any.
    pub fn others(&self, additional: Additional) -> Option<ValueId> {
        match additional {
            Additional::Node(id) => Some(id),
            Additional::Open => Some(free(self.program)),
            Additional::Warn if self.scope == Scope::Errors => Some(free(self.program)),
            Additional::Warn | Additional::Deny => None,
        }
    }
}

/// Adds to a list, and gives the index.
pub(super) fn push<T>(list: &mut Vec<T>, item: T) -> Option<u16> {
    let index = u16::try_from(list.len()).ok().filter(|&index| index != NOTHING);
    list.push(item);
    index
}
