//! `required`

use crate::Code;
use crate::evaluator::object::Seen;
use crate::evaluator::{Evaluator, Step, put};
use crate::finding::{Details, Sink, Span, Target};
use crate::program::{Node, ObjectRules};
use crate::reader::span;

impl Evaluator<'_> {
    /// Reports the mandatory members that are not there.
    #[cold]
    pub(crate) fn missing<S: Sink>(
        &mut self,
        node: &'static Node,
        rules: &'static ObjectRules,
        seen: &Seen,
        start: usize,
        sink: &mut S,
    ) -> Step {
        let brace = span(start, start + 1);
        let span: Span = self.cause.unwrap_or(brace);
        for (index, property) in rules.properties.iter().enumerate() {
            if rules.requires(index) && seen.word(index / 64) >> (index % 64) & 1 == 0 {
                let target = Target::Missing(brace.start, property.key.name);
                let mut finding = self.finding(node.location, Code::Required, "required", span, target, Details::None);
                let source = self.program.nodes[usize::from(property.node)].location.source;
                finding.source = source.filter(|_| node.location.rule.is_none()).or(finding.source);
                put(finding, sink)?;
            }
        }
        Ok(())
    }
}
