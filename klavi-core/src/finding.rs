//! Findings while a run goes on: codes and offsets, no prose and no value.

use crate::expected::Expected;
use crate::program::{SchemaLocation, Source};
use crate::{Code, FormatError, Severity};
use core::ops::ControlFlow;

/// A range of bytes of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// What the JSON Pointer of a finding names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// The value that starts at this byte.
    Value(u32),
    /// The member whose name starts at this byte.
    Member(u32),
    /// A member that is missing in the object that starts at this byte.
    Missing(u32, &'static str),
    /// The innermost value that is open at this byte.
    Text(u32),
}

/// What a finding knows beside its code: never a value of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Details {
    /// Nothing.
    None,
    /// The types that were expected, as JSON Schema names them, and the one that was found.
    Types(crate::program::Types, crate::program::Types),
    /// The closed list, and the member that was probably meant.
    Values(&'static [crate::program::Value], Option<&'static str>),
    /// The open list, and the member that was probably meant.
    Known(&'static [&'static str], Option<&'static str>),
    /// A bound and the number that was found: characters, bytes, items, members.
    Count(u32, u32),
    /// A bound of a number, as the schema writes it.
    Bound(&'static str),
    /// The pattern, and what the format of the value says of it.
    Pattern(&'static str, Option<FormatError>),
    /// The `format` that was asserted.
    Format(&'static str),
    /// The name that was probably meant.
    Name(Option<&'static str>),
    /// The name that was probably meant, which the object may have already; only in located reports.
    Taken(&'static str),
    /// What a format parser said.
    Problem(FormatError),
    /// What the grammar of JSON expected.
    Expected(Expected),
}

/// One finding, as the evaluator makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is said.
    pub code: Code,
    /// How much it weighs before the caller's levels.
    pub severity: Severity,
    /// The bytes that a person should look at.
    pub span: Span,
    /// What the pointer names.
    pub target: Target,
    /// The value that triggered the rule.
    pub cause: Option<Span>,
    /// The schema location.
    pub location: Option<&'static SchemaLocation>,
    /// The document that states the rule.
    pub source: Option<Source>,
    /// The keyword below the location.
    pub keyword: &'static str,
    /// What else is known.
    pub details: Details,
}

impl Finding {
    /// A finding about the JSON text itself, which belongs to no schema location.
    pub(crate) fn about_text(code: Code, span: Span, details: Details) -> Self {
        Self {
            code,
            severity: Severity::Error,
            span,
            target: Target::Text(span.start),
            cause: None,
            location: None,
            source: None,
            keyword: "",
            details,
        }
    }

    /// How little the keyword says of the form of its value: of several that a value breaks, one slip of the pen, the
    /// lowest is worth telling. `None` is a matter of its own, such as a bound of a number or the day of a date.
    ///
    /// A keyword that other validators know goes before one that only this toolkit knows, so that both see an error.
    #[must_use]
    pub fn vagueness(&self) -> Option<u8> {
        match (self.keyword, &self.details) {
            (_, Details::Types(..)) if self.code == Code::Type || self.severity == Severity::Error => Some(0),
            ("enum" | "const", _) => Some(1),
            // What a text must not hold is nearer to the slip than the form of the whole.
            ("not", Details::Pattern(..)) => Some(2),
            ("pattern" | "format" | "anyOf" | "oneOf", _) => Some(3),
            // A rule with a code of its own forbids the value for what stands elsewhere, whatever its form.
            ("not", _) if self.code == Code::Not => Some(3),
            ("minLength" | "maxLength", _) => Some(4),
            ("x-max-bytes", _) => Some(5),
            _ => None,
        }
    }
}

/// Where findings go.
///
/// A run that wants only the verdict and a run that collects everything are the same code over two sinks.
pub trait Sink {
    /// Whether findings that do not change the verdict are wanted too.
    const COLLECTS: bool;

    /// Takes a finding and says whether the run goes on.
    fn take(&mut self, finding: Finding) -> ControlFlow<()>;
}

/// Stops at the first error and forgets it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verdict {
    refuses_warnings: bool,
    is_no: bool,
}

impl Verdict {
    /// That of an applicator, which asks whether a value fits: whatever a keyword refuses, even where it would only be a
    /// warning, is a no.
    pub(crate) const fn of_applicator() -> Self {
        Self { refuses_warnings: true, is_no: false }
    }

    /// Whether no error came.
    #[must_use]
    pub const fn is_valid(self) -> bool {
        !self.is_no
    }
}

impl Sink for Verdict {
    const COLLECTS: bool = false;

    #[inline]
    fn take(&mut self, finding: Finding) -> ControlFlow<()> {
        if finding.severity == Severity::Warning && !self.refuses_warnings {
            return ControlFlow::Continue(());
        }
        self.is_no = true;
        ControlFlow::Break(())
    }
}

/// Keeps everything.
impl Sink for Vec<Finding> {
    const COLLECTS: bool = true;

    fn take(&mut self, finding: Finding) -> ControlFlow<()> {
        self.push(finding);
        ControlFlow::Continue(())
    }
}
