//! `required`

use crate::Code;
use crate::finding::{Details, Sink, Span, Target};
use crate::program::{Node, ObjectRules, SchemaLocation};
use crate::reader::span;
use crate::state::{RunState, Seen, Step, put};

impl RunState<'_> {
    /// Reports the mandatory members that are not there.
    #[cold]
    pub(crate) fn missing<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        rules: &'static ObjectRules,
        nodes: &'static [Node],
        seen: &Seen,
        start: usize,
        sink: &mut S,
    ) -> Step {
        let brace = span(start, start + 1);
        let span: Span = self.cause.unwrap_or(brace);
        for (index, property) in rules.properties.iter().enumerate() {
            if rules.requires(index) && seen.word(index / 64) >> (index % 64) & 1 == 0 {
                let target = Target::Missing(brace.start, property.key.name);
                let mut finding = self.finding(location, Code::Required, "required", span, target, Details::None);
                let source = nodes[usize::from(property.node)].location.source;
                finding.source = source.filter(|_| location.rule.is_none()).or(finding.source);
                put(finding, sink)?;
            }
        }
        Ok(())
    }
}
