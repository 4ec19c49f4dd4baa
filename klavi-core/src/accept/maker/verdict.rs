//! What a node says of all texts of one shape.

use super::Maker;
use super::texts::may_warn;
use crate::Code;
use crate::accept::checks::{MOST_ASKED, applies};
use crate::accept::scope::Scope;
use crate::program::{Node, NodeId, StringRules, Types};

/// The bytes that may stand in each place of a text, none of them a quote, a backslash or more than ASCII.
type Places = [(u8, u8)];

impl Maker {
    /// The verdict of this scope on all texts of a shape, if it is one. What only the node's own rules may warn of is left
    /// out.
    pub(super) fn verdict(&self, node: &Node, places: &Places) -> Option<bool> {
        self.node_verdict(node, places, self.scope, &mut { MOST_ASKED })
    }

    fn node_verdict(&self, node: &Node, places: &Places, scope: Scope, to_ask: &mut u8) -> Option<bool> {
        *to_ask = to_ask.checked_sub(1)?;
        if !node.types.meets(Types::STRING) {
            return Some(false);
        }
        let expected = node.expect.filter(|_| scope == Scope::Findings);
        let asked = [
            node.allowed.is_empty().then_some(true),
            node.string.map_or(Some(true), |rules| of_rules(rules, places)),
            expected.map_or(Some(true), |id| self.other_verdict(id, places, scope, to_ask)),
        ];
        let applied = node
            .applicators
            .iter()
            .map(|applicator| applies(applicator, scope, |id, scope| self.other_verdict(id, places, scope, to_ask)));
        all(asked.into_iter().chain(applied))
    }

    /// That of a node which is asked beside the one of the text. It is unknown where its own rules may warn.
    fn other_verdict(&self, id: NodeId, places: &Places, scope: Scope, to_ask: &mut u8) -> Option<bool> {
        let node = self.node(id);
        match self.node_verdict(node, places, scope, to_ask) {
            Some(true) if scope == Scope::Findings && node.string.is_some_and(may_warn) => None,
            verdict => verdict,
        }
    }
}

/// Whether all hold; unknown if any is, unless one is known to fail.
fn all(verdicts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut together = Some(true);
    for verdict in verdicts {
        match verdict {
            Some(true) => {}
            Some(false) => return Some(false),
            None => together = None,
        }
    }
    together
}

fn of_rules(rules: &StringRules, places: &Places) -> Option<bool> {
    let is_short = |max: u32| places.len() <= max as usize;
    let lengths = rules.max_length.is_none_or(is_short)
        && rules.max_bytes.is_none_or(is_short)
        && rules.min_length.is_none_or(|min| places.len() >= min as usize);
    let checks = rules.checks.iter().filter(|check| !check.implied && !check.advice);
    let passed = checks.map(|check| Some(check.pattern.of_shape(places)? != (check.code == Code::Not)));
    all([Some(lengths)].into_iter().chain(passed))
}
