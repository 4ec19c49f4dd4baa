//! `type`

use crate::finding::{Details, Sink, Span};
use crate::program::{SchemaLocation, Types};
use crate::state::{RunState, Step};
use crate::{Code, Direction};

impl RunState<'_> {
    /// Whether the schema allows null only because responses are read tolerantly.
    pub(crate) fn reads_null_as_absent(&self, types: Types) -> bool {
        self.direction == Direction::Response && !self.again && types != Types::ALL && types != Types::NULL
    }

    #[cold]
    pub(crate) fn wrong_type<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        types: Types,
        found: Types,
        span: Span,
        sink: &mut S,
    ) -> Step {
        let (code, keyword) = if types == Types::NONE { (Code::NotAllowed, "") } else { (Code::Type, "type") };
        self.report(location, code, keyword, span, Details::Types(types, found), sink)
    }
}
