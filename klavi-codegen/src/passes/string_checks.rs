//! Patterns below `not`, `anyOf`, `allOf` and `x-expect` that concern nothing but the string become checks of the string
//! itself, so that it need not be read again for them.

use crate::draft::{Check, Draft, DraftNode};
use crate::pattern::Compiled;
use klavi_core::Code;
use klavi_core::program::{Applicator, Node, NodeId, StringCheck, Types};

pub(super) fn run(draft: &mut Draft) {
    for id in draft.ids() {
        let node = draft.node(id);
        // On other types what is applied would have to fail or pass, not to be silent.
        let is_string = node.node.types == Types::STRING;
        let (mut checks, mut left) = (node.checks.clone(), Vec::new());
        for applicator in node.node.applicators {
            match draft.checks_of(node, applicator).filter(|_| is_string) {
                Some(taken) => checks.extend(taken),
                None => left.push(*applicator),
            }
        }
        let advice = node.node.expect.and_then(|id| draft.checks_below(id, is_string));
        let expect = node.node.expect.filter(|_| advice.is_none());
        checks.extend(
            advice
                .into_iter()
                .flatten()
                .map(|check| Check { table: StringCheck { advice: true, ..check.table }, ..check }),
        );
        // What must match comes first: what must not match is then mostly implied. Advice comes last.
        checks.sort_by_key(|check| (check.table.advice, check.table.code == Code::Not));
        let node = draft.node_mut(id);
        node.checks = checks;
        node.node.expect = expect;
        if left.len() < node.node.applicators.len() {
            node.node.applicators = left.leak();
        }
    }
}

impl Draft {
    /// The checks of a string that an applicator of the node is, if it is no more than that.
    fn checks_of(&self, node: &DraftNode, applicator: &Applicator) -> Option<Vec<Check>> {
        // Patterns may be less sure than the rest of a schema, and their location says so.
        let location = node.checks.first().map_or(node.node.location, |own| own.table.location);
        let check = match *applicator {
            Applicator::All(id) => return self.checks_below(id, true),
            Applicator::Not(id) => {
                let Check { table, compiled } = self.pattern_alone(node, id)?.clone();
                Check { table: StringCheck { location, keyword: "not", code: Code::Not, ..table }, compiled }
            }
            Applicator::Any(ids) => {
                let patterns = ids.iter().map(|&id| self.pattern_alone(node, id)).collect::<Option<Vec<_>>>()?;
                let sources: Vec<_> = patterns.iter().map(|check| check.table.pattern.source).collect();
                Check::pattern("anyOf", Code::AnyOf, Compiled::any_of(&sources).ok()?, location)
            }
            _ => return None,
        };
        Some(vec![check])
    }

    /// The checks that a node makes of a string, if it says nothing else of any value.
    fn checks_below(&self, id: NodeId, is_string: bool) -> Option<Vec<Check>> {
        let node = self.node(id);
        if !says_checks_only(node) || !(is_string || node.node.applicators.is_empty()) {
            return None;
        }
        node.node.applicators.iter().try_fold(node.checks.clone(), |mut checks, applicator| {
            checks.extend(self.checks_of(node, applicator)?);
            Some(checks)
        })
    }

    /// The pattern of a node that says nothing else, and whose findings have the code that those of this one have.
    fn pattern_alone(&self, of: &DraftNode, id: NodeId) -> Option<&Check> {
        let node = self.node(id);
        let is_alone = says_checks_only(node) && node.node.applicators.is_empty();
        let [check] = &node.checks[..] else { return None };
        let has_code = of.node.location.rule == node.node.location.rule;
        (is_alone && has_code && check.compiled.is_some()).then_some(check)
    }
}

/// Whether a node judges values by checks and applicators alone.
fn says_checks_only(draft: &DraftNode) -> bool {
    let Node { location, applicators, .. } = draft.node;
    DraftNode { checks: Vec::new(), ..draft.clone() }.is_only(Node { location, applicators, ..Node::ANYTHING })
}
