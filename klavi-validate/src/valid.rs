//! A value that was checked, with what was said of it.

use crate::check::{checked, typed};
use crate::error::TypeError;
use crate::{Error, Options, Report};
use klavi_core::Validate;
use klavi_core::program::Program;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

/// A value whose JSON was checked and has no error, with these bytes and the report, which may hold warnings.
///
/// A function that sends payments asks for `Valid<CreatePaymentRequest>`. One comes from bytes, by [`parse`], or from a
/// value that was built, by [`Valid::new`]. The value cannot be changed without leaving the type. Warnings are looked for
/// when somebody asks for the report: at the levels and on the day of the check, whenever that is.
///
/// ```
/// use klavi_validate::types::AuthRequest;
/// use klavi_validate::{Error, Valid};
///
/// fn send(request: &Valid<AuthRequest>) -> usize {
///     for warning in &request.report().findings {
///         eprintln!("{warning}");
///     }
///     request.bytes().len()
/// }
///
/// let built = AuthRequest::builder().access_key("key").secret_key("secret").build();
/// let request = Valid::new(built)?;
/// assert_eq!(request.access_key, "key");
/// assert_eq!(send(&request), 40);
///
/// let received = Valid::<AuthRequest>::parse(request.bytes())?;
/// assert_eq!(received, request);
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone)]
pub struct Valid<T> {
    value: T,
    bytes: Vec<u8>,
    program: &'static Program,
    options: Options,
    /// Made when it is asked for.
    report: OnceLock<Report>,
}

impl<T> Valid<T> {
    /// Writes a value as JSON and checks what was written.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every finding.
    pub fn new(value: T) -> Result<Self, Error>
    where
        T: Validate + Serialize,
    {
        Self::new_with(value, &Options::default())
    }

    /// Writes a value as JSON and checks what was written, with levels, limits and the day of the caller's choice.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every finding.
    pub fn new_with(value: T, options: &Options) -> Result<Self, Error>
    where
        T: Validate + Serialize,
    {
        let bytes = serde_json::to_vec(&value).map_err(|_| Error::Unwritable)?;
        let report = checked(T::PROGRAM, &bytes, options)?;
        Ok(Self { value, bytes, program: T::PROGRAM, options: options.clone(), report })
    }

    /// Checks a document and reads its type; the same as [`parse`].
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every finding.
    pub fn parse<'de>(document: &'de [u8]) -> Result<Self, Error>
    where
        T: Validate + Deserialize<'de>,
    {
        parse(document)
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The bytes that were checked, to be sent as they are.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What was found: warnings only.
    #[must_use]
    pub fn report(&self) -> &Report {
        self.report.get_or_init(|| Report::new(self.program, &self.bytes, &self.options))
    }

    /// The value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The bytes alone.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The value, the bytes and the report.
    #[must_use]
    pub fn into_parts(self) -> (T, Vec<u8>, Report) {
        let report = self.report().clone();
        (self.value, self.bytes, report)
    }
}

impl<T: PartialEq> PartialEq for Valid<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value && self.bytes == other.bytes && self.report() == other.report()
    }
}

impl<T: Eq> Eq for Valid<T> {}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Valid<T> {
    /// Without the bytes, which nothing masks.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Valid").field("value", &self.value).field("report", self.report()).finish_non_exhaustive()
    }
}

/// Checks a document and reads its type, which may borrow from the document.
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
pub fn parse<'de, T: Validate + Deserialize<'de>>(document: &'de [u8]) -> Result<Valid<T>, Error> {
    parse_with(document, &Options::default())
}

/// Checks a document with levels, limits and the day of the caller's choice, and reads its type.
///
/// # Errors
///
/// [`Error::Invalid`] with every finding. [`Error::Type`] where levels allow what the type cannot hold.
pub fn parse_with<'de, T: Validate + Deserialize<'de>>(
    document: &'de [u8],
    options: &Options,
) -> Result<Valid<T>, Error> {
    let report = checked(T::PROGRAM, document, options)?;
    let value = typed(document).map_err(|error| TypeError::new(T::PROGRAM, document, &error))?;
    Ok(Valid { value, bytes: document.to_vec(), program: T::PROGRAM, options: options.clone(), report })
}
