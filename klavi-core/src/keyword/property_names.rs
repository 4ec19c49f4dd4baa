//! `propertyNames`

use crate::Code;
use crate::evaluator::{Evaluator, Step, put};
use crate::finding::{Details, Sink, Target};
use crate::program::{Node, NodeId};

impl Evaluator<'_> {
    /// Judges the name of a member, whose token starts at this offset: it is a string like any other.
    pub(crate) fn property_name<S: Sink>(
        &mut self,
        node: &'static Node,
        names: NodeId,
        name_at: usize,
        sink: &mut S,
    ) -> Step {
        if self.fits(names, name_at) {
            return Ok(());
        }
        let span = self.name_at(name_at).span();
        let target = Target::Member(span.start);
        put(self.finding(node.location, Code::PropertyNames, "propertyNames", span, target, Details::None), sink)
    }
}
