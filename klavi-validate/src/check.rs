//! The library front: check, read, write.

use crate::error::TypeError;
use crate::report::accepts;
use crate::{Error, Options, Report};
use klavi_core::accept::{Plan, Scope};
use klavi_core::program::Program;
use klavi_core::{Limits, Validate, Verdict, run};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

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
/// assert_eq!(amount.code.name(), "pattern");
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
    is_valid_by(T::PROGRAM, document)
}

/// Whether a document has no error by a program, within the default limits.
///
/// ```
/// use klavi_validate::{contract, is_valid_by};
///
/// let auth = contract("auth.request").unwrap();
/// assert!(is_valid_by(auth.program, br#"{"accessKey": "a", "secretKey": "b", "other": 1}"#));
/// assert!(!is_valid_by(auth.program, br#"{"accessKey": "a"}"#));
/// ```
#[must_use]
pub fn is_valid_by(program: &'static Program, document: &[u8]) -> bool {
    let limits = Limits::default();
    if Plan::shared(program, Scope::Errors).is_some_and(|plan| plan.accepts(document, limits, None)) {
        return true;
    }
    let mut verdict = Verdict::default();
    run(program, document, limits, None, &mut verdict);
    verdict.is_valid()
}

/// Reads a document whatever its report says: a response that lacks a documented field, or has one of another form.
///
/// It gives the value and the report wherever the text is JSON without repeated members, within the limits, and what is
/// there has the documented types. Every field of a response is an `Option`, so that none need be made up. A request
/// lacks nothing: use [`parse`](crate::parse) for it, or have every finding as an error here.
///
/// # Errors
///
/// [`Error::Invalid`] where no value can be had.
///
/// ```
/// use klavi_validate::{Error, read, types::GetPaymentResponse, types::get_payment_response::Status};
///
/// let (payment, report) = read::<GetPaymentResponse>(br#"{"id": "1", "status": "PAYMENT_COMPLETED"}"#)?;
/// assert_eq!(payment.status, Some(Status::PaymentCompleted));
/// assert!(!report.is_valid());
/// assert!(report.findings.iter().any(|finding| finding.pointer == "/createAt"));
///
/// assert!(read::<GetPaymentResponse>(br#"{"status": 1}"#).is_err());
/// assert!(read::<GetPaymentResponse>(br#"{"status": "ERROR", "status": "EXPIRED"}"#).is_err());
/// # Ok::<(), Error>(())
/// ```
pub fn read<'de, T: Validate + Deserialize<'de>>(document: &'de [u8]) -> Result<(T, Report), Error> {
    read_with(document, &Options::default())
}

/// Reads a document whatever its report says, with levels, limits and the day of the caller's choice.
///
/// # Errors
///
/// [`Error::Invalid`] where no value can be had; [`Error::Type`] where the report has no error and the type does not
/// read the document all the same.
pub fn read_with<'de, T: Validate + Deserialize<'de>>(
    document: &'de [u8],
    options: &Options,
) -> Result<(T, Report), Error> {
    let report = check_with::<T>(document, options);
    if report.is_unreadable() {
        return Err(Error::Invalid(report));
    }
    match typed(document) {
        Ok(value) => Ok((value, report)),
        Err(_) if !report.is_valid() => Err(Error::Invalid(report)),
        Err(error) => Err(TypeError::new(T::PROGRAM, document, &error).into()),
    }
}

/// Writes a value as JSON and checks what was written: what was checked is what is sent.
///
/// The bytes are all that comes back: warnings are not told. Who wants them takes [`Valid::new`](crate::Valid::new).
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
    let document = serde_json::to_vec(value).map_err(|_| Error::Unwritable)?;
    checked(T::PROGRAM, &document, options).map(|_| document)
}

/// The report on a document without an error: none yet where a look was enough to know that there is none.
pub(crate) fn checked(
    program: &'static Program,
    document: &[u8],
    options: &Options,
) -> Result<OnceLock<Report>, Error> {
    // Levels may make an error of what is a warning.
    if options.levels.is_default() && accepts(program, Scope::Errors, document, options) {
        return Ok(OnceLock::new());
    }
    let report = Report::new(program, document, options);
    if report.is_valid() { Ok(report.into()) } else { Err(Error::Invalid(report)) }
}

/// Reads a type from a document that was checked.
pub(crate) fn typed<'de, T: Deserialize<'de>>(document: &'de [u8]) -> serde_json::Result<T> {
    // A text is not asked for each of its strings whether it is UTF-8.
    match str::from_utf8(document) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(document),
    }
}
