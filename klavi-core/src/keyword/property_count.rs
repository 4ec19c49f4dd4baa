//! `minProperties`, `maxProperties`

use super::assertion::Breach;
use crate::decimal::count;
use crate::finding::{Details, Verdict};
use crate::machine::Machine;
use crate::program::Value;
use crate::reader::Abort;

pub(super) fn min_properties(machine: &mut Machine<'_>, argument: &Value) -> Result<Vec<Breach>, Abort> {
    property_count(machine, argument, |found, min| found >= min)
}

pub(super) fn max_properties(machine: &mut Machine<'_>, argument: &Value) -> Result<Vec<Breach>, Abort> {
    property_count(machine, argument, |found, max| found <= max)
}

fn property_count(
    machine: &mut Machine<'_>,
    argument: &Value,
    holds: fn(u32, u32) -> bool,
) -> Result<Vec<Breach>, Abort> {
    let start = machine.reader.at;
    let mut found = 0u32;
    let mut follows = machine.reader.first_member();
    while follows {
        machine.reader.name()?;
        machine.skip(&mut Verdict::default())?;
        found = found.saturating_add(1);
        follows = machine.reader.next_member()?;
    }
    let bound = if let Value::Number(number) = argument { count(number) } else { None };
    let broken = bound.filter(|bound| !holds(found, *bound));
    let breach =
        |bound| Breach { span: machine.reader.since(start), cause: None, details: Details::Count(bound, found) };
    Ok(broken.map(breach).into_iter().collect())
}
