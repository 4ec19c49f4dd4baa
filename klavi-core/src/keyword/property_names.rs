//! `propertyNames`

use crate::Code;
use crate::finding::{Details, Sink, Target};
use crate::program::{NodeId, SchemaLocation};
use crate::state::{Step, Subschemas, put};

/// Judges the name of a member, whose token starts at this offset: it is a string like any other.
pub(crate) fn property_name<'a, S: Sink>(
    evaluator: &mut impl Subschemas<'a>,
    location: &'static SchemaLocation,
    names: NodeId,
    name_at: usize,
    sink: &mut S,
) -> Step {
    if evaluator.fits(names, name_at) {
        return Ok(());
    }
    let state = evaluator.state();
    let span = state.name_at(name_at).span();
    let target = Target::Member(span.start);
    put(state.finding(location, Code::PropertyNames, "propertyNames", span, target, Details::None), sink)
}
