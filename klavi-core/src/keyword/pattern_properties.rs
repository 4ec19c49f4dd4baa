//! `patternProperties`

use crate::finding::Sink;
use crate::program::{NodeId, Pattern, table};
use crate::reader::{Abort, StringToken};
use crate::state::Subschemas;

table! {
    /// The node of members whose name matches a pattern.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct PatternProperty {
        /// The pattern of the name.
        pub pattern: Pattern,
        /// The node of the value.
        pub node: NodeId,
    }
}

/// Passes the value of a member, if its name matches a pattern, and judges it by the nodes of all that it matches.
pub(crate) fn pattern_properties<'a, S: Sink>(
    evaluator: &mut impl Subschemas<'a>,
    patterns: &'static [PatternProperty],
    name: StringToken,
    sink: &mut S,
) -> Result<bool, Abort> {
    let reader = &mut evaluator.state().reader;
    reader.skip_whitespace();
    let start = reader.at;
    let mut passed = false;
    for PatternProperty { pattern, node } in patterns {
        if !evaluator.state().matches(pattern, name) {
            continue;
        }
        if passed {
            evaluator.judge(*node, start, sink)?;
        } else {
            evaluator.value(*node, sink)?;
            passed = true;
        }
    }
    Ok(passed)
}
