//! What is known of one document: where it stands, what it was checked against, what came of it.

use super::input::Embedded;
use klavi_core::{Code, Lines, Position, Severity};
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
    /// What that text is embedded in, and its offset there.
    pub inside: Option<(&'a Embedded, usize)>,
    /// The findings, placed in the file, or why there are none.
    pub result: Result<Report, Why>,
}

impl Outcome<'_> {
    /// Whether the document was checked and has an error.
    pub fn is_invalid(&self) -> bool {
        self.result.as_ref().is_ok_and(|report| !report.is_valid())
    }

    /// The bytes of [`Outcome::text`] that a span of the file means.
    pub fn range(&self, span: Span) -> Range<usize> {
        let at = |position: Position| {
            let offset = match self.inside {
                None => usize::try_from(position.offset.saturating_sub(self.start.offset)).unwrap_or(usize::MAX),
                Some((embedded, from)) => embedded.offset(position).saturating_sub(from),
            };
            offset.min(self.text.len())
        };
        at(span.start)..at(span.end)
    }

    /// Whether the file has the text as it was checked, so that spans point into it.
    pub fn is_written_out(&self) -> bool {
        self.inside.is_none_or(|(embedded, _)| embedded.is_written_out())
    }

    /// Moves findings from the text to its place in the file.
    pub fn place(&mut self) {
        let (start, inside) = (self.start, self.inside);
        let Ok(report) = &mut self.result else { return };
        for finding in &mut report.findings {
            let causes = finding.because.iter_mut().map(|cause| &mut cause.span);
            for span in std::iter::once(&mut finding.span).chain(causes) {
                *span = match inside {
                    None => Span { start: shift(start, span.start), end: shift(start, span.end) },
                    Some((embedded, from)) => {
                        let at = |place: Position| from + usize::try_from(place.offset).unwrap_or(0);
                        embedded.span(at(span.start), at(span.end))
                    }
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

/// A report with one finding about the text between the documents of a file.
pub fn malformed(code: Code, at: Position, details: klavi_core::Details) -> Report {
    let finding = Finding {
        code,
        severity: Severity::Error,
        pointer: String::new(),
        span: Span { start: at, end: at },
        because: Vec::new(),
        schema_location: String::new(),
        source: None,
        details,
    };
    Report { schema: "", findings: vec![finding], errors: 1, warnings: 0, truncated: 0 }
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
