//! `type`

use crate::evaluator::{Evaluator, Step};
use crate::finding::{Details, Sink, Span};
use crate::program::{Node, Types};
use crate::{Code, Direction};

impl Evaluator<'_> {
    /// Whether the schema allows null only because responses are read tolerantly.
    pub(crate) fn reads_null_as_absent(&self, node: &Node) -> bool {
        self.program.direction == Direction::Response
            && !self.again
            && node.types != Types::ALL
            && node.types != Types::NULL
    }

    #[cold]
    pub(crate) fn wrong_type<S: Sink>(&mut self, node: &'static Node, found: Types, span: Span, sink: &mut S) -> Step {
        let (code, keyword) = if node.types == Types::NONE { (Code::NotAllowed, "") } else { (Code::Type, "type") };
        self.report(node.location, code, keyword, span, Details::Types(node.types, found), sink)
    }
}
