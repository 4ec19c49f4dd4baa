//! Why a document was not read or a value not written.

use crate::Report;
use klavi_core::program::Program;
use klavi_core::{Exhibit, Names, Target, pointers};
use std::fmt;

/// Why a document was not read or a value not written.
///
/// It holds no value of the document and may be logged. It has no `source()`: serde's own words may quote a value.
///
/// ```
/// use klavi_validate::{Error, parse, types::AuthRequest};
///
/// let error = parse::<AuthRequest>(br#"{"accessKey": "key"}"#).unwrap_err();
/// let report = error.report().unwrap();
/// assert_eq!(report.findings[0].pointer, "/secretKey");
/// assert!(error.to_string().starts_with("auth.request: 1 error, 0 warnings\n"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The document is not valid.
    Invalid(Report),
    /// The document is valid, but the type does not read it. Types generated from the schema always do.
    Type(TypeError),
    /// The type cannot be written as JSON: a map whose keys are no texts, for instance.
    Unwritable,
}

impl Error {
    /// What was found, where the document is not valid.
    #[must_use]
    pub fn report(&self) -> Option<&Report> {
        if let Self::Invalid(report) = self { Some(report) } else { None }
    }

    /// What was found, where the document is not valid.
    #[must_use]
    pub fn into_report(self) -> Option<Report> {
        if let Self::Invalid(report) = self { Some(report) } else { None }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(report) => report.fmt(f),
            Self::Type(error) => error.fmt(f),
            Self::Unwritable => f.write_str("the type cannot be written as JSON"),
        }
    }
}

impl std::error::Error for Error {}

impl From<TypeError> for Error {
    fn from(error: TypeError) -> Self {
        Self::Type(error)
    }
}

/// Where a type does not read what its schema allows.
///
/// ```
/// use klavi_validate::{Error, Validate, parse};
///
/// #[derive(Debug, serde::Deserialize, Validate)]
/// #[klavi(schema_file = "examples/schemas/order.json")]
/// struct Order { amount: std::net::IpAddr }
///
/// let Err(Error::Type(error)) = parse::<Order>(br#"{"amount": "10.00"}"#) else { panic!("a text is no number") };
/// assert_eq!((error.pointer.as_str(), error.line, error.column), ("/amount", 1, 18));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TypeError {
    /// The JSON Pointer of the value; of the object around it, where a member is missing.
    pub pointer: String,
    /// The line, from 1.
    pub line: usize,
    /// The column of the value's last byte, from 1.
    pub column: usize,
}

impl TypeError {
    /// The place where serde stopped, without its words.
    pub(crate) fn new(program: &'static Program, document: &[u8], error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let start = document
            .split_inclusive(|byte| *byte == b'\n')
            .take(line.saturating_sub(1))
            .map(<[u8]>::len)
            .sum::<usize>();
        // Serde counts bytes, and stands behind the value.
        let at = u32::try_from((start + column).saturating_sub(1)).unwrap_or(u32::MAX);
        let pointer =
            pointers(&Exhibit::whole(program, document), &[Target::Text(at)], Names::Masked).pop().unwrap_or_default();
        Self { pointer, line, column }
    }
}

impl fmt::Display for TypeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pointer, line, column } = self;
        let place = if pointer.is_empty() { "the document" } else { pointer };
        write!(f, "the type does not read {place}, which its schema allows, at line {line}, column {column}")
    }
}

impl std::error::Error for TypeError {}
