//! One finding, as data. What is said of it stands in `message`, what would mend it in `suggest`.

use crate::sentence::Template;
use klavi_core::program::Source;
use klavi_core::{Code, Details, Direction, Position, Severity};

/// One finding, located.
///
/// `Display` is its line in [`Report`](crate::Report).
///
/// ```
/// use klavi_validate::runtime::{Code, Severity};
/// use klavi_validate::{Lang, check, types::AuthRequest};
///
/// let report = check::<AuthRequest>(br#"{"accessKey": 1, "secretKey": "secret"}"#);
/// let finding = &report.findings[0];
/// assert_eq!((finding.code, finding.severity, finding.pointer.as_str()), (Code::Type, Severity::Error, "/accessKey"));
/// assert_eq!((finding.span.start.line, finding.span.start.column), (1, 15));
/// assert_eq!(finding.schema_location, "auth.request#/properties/accessKey/type");
/// assert!(finding.message(Lang::En).contains("accessKey") && finding.help(Lang::PtBr).is_some());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What is said.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// The JSON Pointer of the value, or of where a missing one would be.
    pub pointer: String,
    /// The bytes that a person should look at.
    pub span: Span,
    /// The values that triggered the rule.
    pub because: Vec<Cause>,
    /// The schema's name and the JSON Pointer of the keyword; empty for the grammar of JSON.
    pub schema_location: String,
    /// The document that states the rule.
    pub source: Option<Source>,
    /// Where a document of the schema travels: what comes from Klavi nobody here can mend.
    pub direction: Direction,
    /// What else is known; never the value.
    pub details: Details,
    /// What is said in place of the code's own sentence, by who reads another notation than JSON.
    pub(crate) words: Option<&'static Template>,
}

/// A value that triggered a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Cause {
    /// Its JSON Pointer.
    pub pointer: String,
    /// Where it stands.
    pub span: Span,
}

/// A range of the document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first character.
    pub start: Position,
    /// The place after the last.
    pub end: Position,
}

impl Finding {
    /// A finding that no schema made, for texts that are turned into JSON first.
    #[doc(hidden)]
    #[must_use]
    pub fn of_text(
        code: Code,
        span: Span,
        pointer: String,
        details: Details,
        words: Option<&'static Template>,
    ) -> Self {
        Self {
            code,
            severity: Severity::Error,
            pointer,
            span,
            because: Vec::new(),
            schema_location: String::new(),
            source: None,
            direction: Direction::Request,
            details,
            words,
        }
    }
}
