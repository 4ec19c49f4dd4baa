//! The library front: check, read, write.

use crate::{Options, Report};
use klavi_core::program::Program;
use klavi_core::{Finding, Limits, Sink, Validate, Verdict, run};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::ops::{ControlFlow, Deref};

/// Every finding in a document, by its type's schema.
///
/// ```
/// use klavi_validate::types::CreatePaymentRequest;
/// use klavi_validate::{Lang, check};
///
/// let document = br#"{"clientRequestId": "1", "initType": "PIX_DICT", "amount": "10"}"#;
/// let report = check::<CreatePaymentRequest>(document);
/// assert!(!report.is_valid());
/// let amount = report.findings.iter().find(|finding| finding.pointer == "/amount").unwrap();
/// assert_eq!(amount.code.name(), "min-length");
/// assert_eq!((amount.span.start.line, amount.span.start.column), (1, 60));
/// ```
#[must_use]
pub fn check<T: Validate>(document: &[u8]) -> Report {
    check_with::<T>(document, &Options::default())
}

/// Every finding in a document, with levels, limits and the day of the caller's choice.
#[must_use]
pub fn check_with<T: Validate>(document: &[u8], options: &Options) -> Report {
    Report::new(T::PROGRAM, document, options)
}

/// Whether a document has no error, within the default limits. This is the fastest way to a verdict.
///
/// ```
/// use klavi_validate::{is_valid, types::AuthRequest};
///
/// assert!(is_valid::<AuthRequest>(br#"{"accessKey": "a", "secretKey": "b"}"#));
/// assert!(!is_valid::<AuthRequest>(br#"{"accessKey": "a"}"#));
/// ```
#[must_use]
pub fn is_valid<T: Validate>(document: &[u8]) -> bool {
    verdict(T::PROGRAM, document)
}

pub(crate) fn verdict(program: &'static Program, document: &[u8]) -> bool {
    struct Valid(bool);

    impl Sink for Valid {
        const COLLECTS: bool = Verdict::COLLECTS;

        fn take(&mut self, finding: Finding) -> ControlFlow<()> {
            let flow = Verdict.take(finding);
            self.0 = flow.is_continue();
            flow
        }
    }

    let mut valid = Valid(true);
    run(program, document, Limits::default(), None, &mut valid);
    valid.0
}

/// A value whose JSON was checked and has no error.
///
/// It can only be had from [`parse`]; a function that sends payments asks for `Valid<CreatePaymentRequest>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Valid<T> {
    value: T,
    warnings: usize,
}

impl<T> Valid<T> {
    /// The value.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// How many warnings the document had; [`check`] tells them.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.warnings
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Why a document was not read or a value not written.
#[non_exhaustive]
pub enum Error {
    /// The document is not valid.
    Invalid(Report),
    /// The document is valid, but the type does not read it. Types generated from the schema always do.
    Type(serde_json::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(report) => report.fmt(f),
            // Serde's own words may quote the value.
            Self::Type(error) => {
                write!(f, "the type does not fit its schema at line {}, column {}", error.line(), error.column())
            }
        }
    }
}

impl fmt::Debug for Error {
    /// What `unwrap` prints: serde's own words may quote the value here too.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(report) => f.debug_tuple("Invalid").field(report).finish(),
            Self::Type(error) => {
                let mut place = f.debug_struct("Type");
                place.field("line", &error.line()).field("column", &error.column()).finish()
            }
        }
    }
}

impl std::error::Error for Error {}

/// Checks a document and reads its type.
///
/// # Errors
///
/// [`Error::Invalid`] with every finding.
///
/// ```
/// use klavi_validate::{Error, parse, types::AuthResponse};
///
/// let response = parse::<AuthResponse>(br#"{"accessToken": "a.b.c", "expireIn": 300}"#)?;
/// assert_eq!(response.expire_in.as_ref().unwrap().to_i64(), Some(300));
///
/// let Err(Error::Invalid(report)) = parse::<AuthResponse>(b"{}") else { panic!() };
/// assert_eq!(report.findings[0].pointer, "/accessToken");
/// # Ok::<(), Error>(())
/// ```
pub fn parse<T: Validate + DeserializeOwned>(document: &[u8]) -> Result<Valid<T>, Error> {
    parse_with(document, &Options::default())
}

/// Checks a document with levels, limits and the day of the caller's choice, and reads its type.
///
/// # Errors
///
/// [`Error::Invalid`] with every finding. [`Error::Type`] where levels allow what the type cannot hold.
pub fn parse_with<T: Validate + DeserializeOwned>(document: &[u8], options: &Options) -> Result<Valid<T>, Error> {
    let report = check_with::<T>(document, options);
    if !report.is_valid() {
        return Err(Error::Invalid(report));
    }
    let value = serde_json::from_slice(document).map_err(Error::Type)?;
    Ok(Valid { value, warnings: report.warnings })
}

/// Writes a value as JSON and checks what was written: what was checked is what is sent.
///
/// # Errors
///
/// [`Error::Invalid`] with every finding.
///
/// ```
/// use klavi_validate::{Error, to_vec, types::AuthRequest};
///
/// let request = AuthRequest::builder().access_key("key").secret_key("secret").build();
/// let body = to_vec(&request)?;
/// assert_eq!(body, br#"{"accessKey":"key","secretKey":"secret"}"#);
/// # Ok::<(), Error>(())
/// ```
pub fn to_vec<T: Validate + Serialize>(value: &T) -> Result<Vec<u8>, Error> {
    to_vec_with(value, &Options::default())
}

/// Writes a value as JSON and checks what was written, with levels, limits and the day of the caller's choice.
///
/// # Errors
///
/// [`Error::Invalid`] with every finding.
pub fn to_vec_with<T: Validate + Serialize>(value: &T, options: &Options) -> Result<Vec<u8>, Error> {
    let document = serde_json::to_vec(value).map_err(Error::Type)?;
    let report = check_with::<T>(&document, options);
    if report.is_valid() { Ok(document) } else { Err(Error::Invalid(report)) }
}
