//! `minProperties`, `maxProperties`

use super::assertion::Breach;
use crate::decimal::count;
use crate::finding::{Details, Verdict};
use crate::program::Value;
use crate::reader::Abort;
use crate::state::RunState;

pub(super) fn min_properties(state: &mut RunState<'_>, argument: &Value) -> Result<Vec<Breach>, Abort> {
    property_count(state, argument, |found, min| found >= min)
}

pub(super) fn max_properties(state: &mut RunState<'_>, argument: &Value) -> Result<Vec<Breach>, Abort> {
    property_count(state, argument, |found, max| found <= max)
}

fn property_count(
    state: &mut RunState<'_>,
    argument: &Value,
    holds: fn(u32, u32) -> bool,
) -> Result<Vec<Breach>, Abort> {
    let start = state.reader.at;
    let mut found = 0u32;
    let mut follows = state.reader.first_member();
    while follows {
        state.reader.name()?;
        state.skip(&mut Verdict::default())?;
        found = found.saturating_add(1);
        follows = state.reader.next_member()?;
    }
    let bound = if let Value::Number(number) = argument { count(number) } else { None };
    let broken = bound.filter(|bound| !holds(found, *bound));
    let breach = |bound| Breach { span: state.reader.since(start), cause: None, details: Details::Count(bound, found) };
    Ok(broken.map(breach).into_iter().collect())
}
