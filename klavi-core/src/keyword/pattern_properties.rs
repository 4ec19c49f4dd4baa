//! `patternProperties`

use crate::evaluator::Evaluator;
use crate::finding::Sink;
use crate::program::{NodeId, Pattern, table};
use crate::reader::{Abort, StringToken};

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

impl Evaluator<'_> {
    /// Passes the value of a member, if its name matches a pattern, and judges it by the nodes of all that it matches.
    pub(crate) fn pattern_properties<S: Sink>(
        &mut self,
        patterns: &'static [PatternProperty],
        name: StringToken,
        sink: &mut S,
    ) -> Result<bool, Abort> {
        self.reader.skip_whitespace();
        let start = self.reader.at;
        let mut passed = false;
        for PatternProperty { pattern, node } in patterns {
            if !self.matches(pattern, name) {
                continue;
            }
            if passed {
                self.judge(*node, start, sink)?;
            } else {
                self.value(*node, sink)?;
                passed = true;
            }
        }
        Ok(passed)
    }
}
