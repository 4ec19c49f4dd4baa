//! What is known of one document: where it stands, what it was checked against, what came of it.

use crate::input::{Embedded, Sheet, Shown};
use klavi_core::program::Program;
use klavi_core::{Code, Details, Lines, Position, Severity, masks};
use klavi_validate::{Contract, Finding, Report, Span};
use std::ops::Range;
use std::sync::Arc;

/// A file, or standard input, as the reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path as the user gave it, or `-`.
    pub name: String,
    /// The contract that flags, a map or the name decide for all its documents.
    pub choice: Option<Choice>,
}

/// A contract and the reason for it.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    pub contract: &'static Contract,
    pub by: ChosenBy,
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        self.contract.name == other.contract.name && self.by == other.by
    }
}

impl Eq for Choice {}

/// Why a contract was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChosenBy {
    Flag,
    Map,
    Name,
    Shape,
    Url,
}

impl ChosenBy {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Map => "map",
            Self::Name => "name",
            Self::Shape => "shape",
            Self::Url => "url",
        }
    }
}

/// Why a document could not be checked, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    NotFound,
    Unreadable(std::io::ErrorKind),
    /// The input has no text.
    Blank,
    /// The glob matches no file.
    NoMatch,
    /// The folder has no documents.
    NoDocuments,
    /// The array has no elements.
    NoElements,
    /// The HAR file has no body of a Klavi call.
    NoCalls,
    TooLarge(usize),
    TooDeep(u32),
    /// No contract fits the shape, or detection is off.
    NoContract,
    /// Several contracts fit equally.
    Ambiguous(Vec<&'static str>),
    /// The part that `--pointer` names is not there.
    NoPart,
    /// `--each` on something that is no array.
    NoArray,
    /// A HAR file without `/log/entries`.
    NoEntries,
    /// A body that is said to be in base64 and is not.
    NoBase64,
}

impl Why {
    /// The reason as reports write it.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Unreadable(_) | Self::NoBase64 => "unreadable",
            Self::Blank | Self::NoMatch | Self::NoDocuments | Self::NoElements | Self::NoCalls => "empty",
            Self::TooLarge(_) => "too-large",
            Self::TooDeep(_) => "too-deep",
            Self::NoContract | Self::Ambiguous(_) => "schema-unknown",
            Self::NoPart | Self::NoArray | Self::NoEntries => "part-missing",
        }
    }

    /// Whether there was nothing to check, which is another exit status than failing to check something.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Blank | Self::NoMatch | Self::NoDocuments | Self::NoElements | Self::NoCalls)
    }
}

impl From<&std::io::Error> for Why {
    fn from(error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound,
            kind => Self::Unreadable(kind),
        }
    }
}

/// Why a part of a HAR file is no document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    /// The call is another host's.
    Foreign,
    /// No operation has this method and path.
    NoOperation,
    /// There is a body where the documents name none, or none for this status.
    NoContract,
    /// The recording has no body where there should be one.
    NoBody,
}

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

/// The start of a file.
pub const START: Position = Position { line: 1, column: 1, offset: 0 };

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

/// The position in the file of a position in a text that starts there.
pub fn shift(start: Position, inside: Position) -> Position {
    Position {
        line: start.line + inside.line - 1,
        column: if inside.line == 1 { start.column + inside.column - 1 } else { inside.column },
        offset: start.offset + inside.offset,
    }
}

/// The position in the file of an offset in a text that starts there.
pub fn position(start: Position, text: &[u8], offset: usize) -> Position {
    shift(start, Lines::new(&text[..offset]).position(offset))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_move_with_their_text() {
        let start = Position { line: 3, column: 5, offset: 20 };
        let text = "{\n  \"é\": 1}".as_bytes();
        assert_eq!(position(start, text, 0), start);
        assert_eq!(position(start, text, 1), Position { line: 3, column: 6, offset: 21 });
        assert_eq!(position(start, text, 10), Position { line: 4, column: 8, offset: 30 });
    }
}
