//! Events of what was found: codes and places, never values.

use crate::call::Call;
use klavi_validate::runtime::{Direction, Severity};

/// Tells of a call.
pub(crate) fn tell(call: &Call) {
    let operation = call.operation().map_or("", |operation| &operation.name);
    let direction = if call.direction == Direction::Request { "request" } else { "response" };
    for problem in &call.problems {
        let (code, place) = (problem.code.name(), problem.place.name());
        match problem.severity {
            Severity::Error => tracing::error!(target: "klavi", operation, direction, code, place, "problem"),
            Severity::Warning => tracing::warn!(target: "klavi", operation, direction, code, place, "problem"),
        }
    }
    for finding in call.report.iter().flat_map(|report| &report.findings) {
        let (code, pointer) = (finding.code.name(), &*finding.pointer);
        match finding.severity {
            Severity::Error => tracing::error!(target: "klavi", operation, direction, code, pointer, "finding"),
            Severity::Warning => tracing::warn!(target: "klavi", operation, direction, code, pointer, "finding"),
        }
    }
}
