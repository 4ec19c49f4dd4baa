//! What was found in a request or an answer.

use crate::place::Place;
use crate::problem::{Arguments, Problem};
use klavi_validate::operations::Operation;
use klavi_validate::runtime::{Code, Direction, Severity};
use klavi_validate::{Lang, Report};

/// Whose call it is.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Route {
    /// Another host's; nothing is said of it.
    Foreign,
    /// The API's, but no operation has this method and path.
    Unknown,
    /// This operation's.
    Operation(&'static Operation),
}

/// What was found in a request or an answer. It holds no value of it, and may be logged.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Call {
    /// Request or answer.
    pub direction: Direction,
    /// Whose call it is.
    pub route: Route,
    /// What is wrong outside the JSON of the body.
    pub problems: Vec<Problem>,
    /// What the contract finds in the body, if it is JSON and has a contract.
    pub report: Option<Report>,
}

impl Call {
    /// The operation.
    #[must_use]
    pub fn operation(&self) -> Option<&'static Operation> {
        if let Route::Operation(operation) = self.route { Some(operation) } else { None }
    }

    /// Whether there is no error. Warnings are allowed, and so are calls to others.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        let is_error = |problem: &Problem| problem.severity == Severity::Error;
        !self.problems.iter().any(is_error) && self.report.as_ref().is_none_or(Report::is_valid)
    }

    pub(crate) fn add(&mut self, code: Code, place: Place, arguments: Arguments) {
        self.problems.push(Problem::new(code, code.severity(self.direction), place, arguments));
    }
}

impl std::fmt::Display for Call {
    /// One line for each problem and finding, in English, without any value.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = self.operation().map_or("call", |operation| &operation.name);
        write!(f, "{name}: ")?;
        f.write_str(if self.is_valid() { "accepted" } else { "refused" })?;
        for problem in &self.problems {
            let (severity, code) = (problem.severity.name(), problem.code);
            write!(f, "\n{severity}[{code}] {}: {}", problem.place.name(), problem.message(Lang::En))?;
        }
        for finding in self.report.iter().flat_map(|report| &report.findings) {
            write!(
                f,
                "\n{}[{}] {}: {}",
                finding.severity.name(),
                finding.code,
                finding.pointer,
                finding.message(Lang::En)
            )?;
        }
        Ok(())
    }
}
