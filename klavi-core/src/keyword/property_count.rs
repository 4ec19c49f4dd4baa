//! `minProperties`, `maxProperties`

use super::assertion::Breach;
use crate::decimal::count;
use crate::evaluator::Evaluator;
use crate::finding::{Details, Verdict};
use crate::program::Value;
use crate::reader::Abort;

pub(super) fn min_properties(evaluator: &mut Evaluator<'_>, argument: &Value) -> Result<Vec<Breach>, Abort> {
    property_count(evaluator, argument, |found, min| found >= min)
}

pub(super) fn max_properties(evaluator: &mut Evaluator<'_>, argument: &Value) -> Result<Vec<Breach>, Abort> {
    property_count(evaluator, argument, |found, max| found <= max)
}

fn property_count(
    evaluator: &mut Evaluator<'_>,
    argument: &Value,
    holds: fn(u32, u32) -> bool,
) -> Result<Vec<Breach>, Abort> {
    let start = evaluator.reader.at;
    let mut found = 0u32;
    let mut follows = evaluator.reader.first_member();
    while follows {
        evaluator.reader.name()?;
        evaluator.skip(&mut Verdict::default())?;
        found = found.saturating_add(1);
        follows = evaluator.reader.next_member()?;
    }
    let bound = if let Value::Number(number) = argument { count(number) } else { None };
    let broken = bound.filter(|bound| !holds(found, *bound));
    let breach =
        |bound| Breach { span: evaluator.reader.since(start), cause: None, details: Details::Count(bound, found) };
    Ok(broken.map(breach).into_iter().collect())
}
