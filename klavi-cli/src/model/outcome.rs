//! What is known of one document: where it stands, what it was checked against, what came of it.

use crate::input::embedded::Embedded;
use crate::input::yaml::source_map::{Sheet, Shown};
use crate::model::document::Choice;
use crate::model::document::File;
use crate::model::position::shift;
use crate::model::unchecked::Why;
use klavi_core::program::Program;
use klavi_core::{Code, Details, Position, Severity, masks};
use klavi_validate::{Finding, Report, Span};
use std::ops::Range;
use std::sync::Arc;

/// How the text that was checked stands in the file.
#[derive(Debug, Clone, Copy)]
pub enum Inside<'a> {
    /// Byte for byte.
    Itself,
    /// It is a part of the text of a JSON string, from this offset on.
    Embedded(&'a Embedded, usize),
    /// It is a part of the JSON that was made from a YAML document, from this offset on.
    Yaml(&'a Sheet<'a>, usize),
}

/// Everything about one document.
#[derive(Debug)]
pub struct Outcome<'a> {
    pub file: Arc<File>,
    /// The number of the document in its file, from 0.
    pub index: u64,
    /// The line on which the document starts.
    pub line: u32,
    /// The JSON Pointer of the part that was checked, if it is not the whole text.
    pub base: String,
    pub choice: Option<Choice>,
    /// The text that was checked.
    pub text: &'a [u8],
    /// Where in the file that text starts.
    pub start: Position,
    /// How that text stands in the file.
    pub inside: Inside<'a>,
    /// The findings, placed in the file, or why there are none.
    pub result: Result<Report, Why>,
}

impl Outcome<'_> {
    /// Whether the document was checked and has an error.
    pub fn is_invalid(&self) -> bool {
        self.result.as_ref().is_ok_and(|report| !report.is_valid())
    }

    /// The bytes of [`Outcome::text`] that a span of the file means, if they are written in the file.
    pub fn range(&self, span: Span) -> Option<Range<usize>> {
        let Range { start, end } = match self.inside {
            Inside::Itself => {
                let at = |place: Position| usize::try_from(place.offset.saturating_sub(self.start.offset));
                at(span.start).ok()?..at(span.end).ok()?
            }
            Inside::Embedded(embedded, from) if embedded.is_written_out() => {
                let at = |place: Position| embedded.offset(place).saturating_sub(from);
                at(span.start)..at(span.end)
            }
            Inside::Embedded(..) => return None,
            Inside::Yaml(sheet, from) => {
                let json = sheet.json(span)?;
                json.start.checked_sub(from)?..json.end.checked_sub(from)?
            }
        };
        Some(start.min(self.text.len())..end.min(self.text.len()))
    }

    /// What of the file may be shown, and how; nothing if the text is not written there.
    pub fn shown(&self, program: &'static Program) -> Option<Shown<'_>> {
        match self.inside {
            Inside::Embedded(embedded, _) if !embedded.is_written_out() => None,
            // What is wrong around a document has no text here.
            Inside::Itself if self.text.is_empty() => None,
            Inside::Yaml(sheet, from) => sheet.shown(program, from..from + self.text.len()),
            _ => Some(Shown { text: self.text, start: 0, masks: masks(program, self.text) }),
        }
    }

    /// The bytes of the shown text that a span of the file means.
    pub fn shown_range(&self, shown: &Shown<'_>, span: Span) -> Range<usize> {
        let range = match self.inside {
            Inside::Yaml(sheet, _) => sheet.range(span),
            _ => self.range(span).unwrap_or(0..0),
        };
        let at = |offset: usize| offset.saturating_sub(shown.start).min(shown.text.len());
        at(range.start)..at(range.end)
    }

    /// Moves findings from the text to its place in the file.
    pub fn place(&mut self) {
        let (start, inside) = (self.start, self.inside);
        let Ok(report) = &mut self.result else { return };
        for finding in &mut report.findings {
            let causes = finding.because.iter_mut().map(|cause| &mut cause.span);
            for span in std::iter::once(&mut finding.span).chain(causes) {
                let at = |place: Position| usize::try_from(place.offset).unwrap_or(0);
                *span = match inside {
                    Inside::Itself => Span { start: shift(start, span.start), end: shift(start, span.end) },
                    Inside::Embedded(embedded, from) => embedded.span(from + at(span.start), from + at(span.end)),
                    Inside::Yaml(sheet, from) => sheet.span(from + at(span.start)..from + at(span.end)),
                };
            }
        }
    }
}

/// A report on a text that is not what it should be.
pub fn malformed(findings: Vec<Finding>) -> Report {
    Report { schema: "", errors: findings.len(), findings, warnings: 0, truncated: 0 }
}

/// A finding about the text itself, which belongs to no schema.
pub fn fault(code: Code, span: Span, pointer: String, details: Details) -> Finding {
    Finding {
        code,
        severity: Severity::Error,
        pointer,
        span,
        length: 0,
        because: Vec::new(),
        schema_location: String::new(),
        source: None,
        details,
    }
}
