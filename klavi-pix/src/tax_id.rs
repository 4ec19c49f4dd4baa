//! A document that may be a CPF or a CNPJ, told apart by its number of characters.

use core::fmt;

use super::{CnpjError, CpfError, cnpj, cpf, scan};

/// Which of the two documents a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaxIdKind {
    /// Eleven digits, a person.
    Cpf,
    /// Fourteen characters, a legal person.
    Cnpj,
}

/// Checks a CPF or CNPJ and says which it is.
///
/// The number of characters without punctuation decides: eleven make a CPF, fourteen a CNPJ, and fewer either of them,
/// if its check digits tell that zeros were lost in front.
///
/// # Errors
///
/// The error of the document that the text comes nearest to, or [`TaxIdError::Length`].
///
/// ```
/// use klavi_pix::{CpfError, TaxIdError, TaxIdKind, tax_id};
///
/// assert_eq!(tax_id::check("76109277673"), Ok(TaxIdKind::Cpf));
/// assert_eq!(tax_id::check("12ABC34501DE35"), Ok(TaxIdKind::Cnpj));
/// assert_eq!(tax_id::check("1234567890"), Err(TaxIdError::Cpf(CpfError::ZerosLost { found: 10 })));
/// assert_eq!(tax_id::check("123"), Err(TaxIdError::Length { found: 3 }));
/// ```
pub fn check(text: &str) -> Result<TaxIdKind, TaxIdError> {
    if cpf::is_right(text) {
        return Ok(TaxIdKind::Cpf);
    }
    if cnpj::is_right(text) {
        return Ok(TaxIdKind::Cnpj);
    }
    // A character is counted where it begins.
    let begins = |byte: u8| byte & 0xc0 != 0x80;
    match text.bytes().filter(|byte| begins(*byte) && !scan::is_document_mask(*byte)).count() {
        10 | 11 => check_as(TaxIdKind::Cpf, text).map(|()| TaxIdKind::Cpf),
        13 | 14 => check_as(TaxIdKind::Cnpj, text).map(|()| TaxIdKind::Cnpj),
        found => Err(match (cpf::check(text), cnpj::check(text)) {
            (Err(lost @ CpfError::ZerosLost { .. }), _) => TaxIdError::Cpf(lost),
            (_, Err(lost @ CnpjError::ZerosLost { .. })) => TaxIdError::Cnpj(lost),
            _ => TaxIdError::Length { found },
        }),
    }
}

/// Checks a text as the document that it is said to be.
///
/// # Errors
///
/// The error of that document.
///
/// ```
/// use klavi_pix::{CnpjError, TaxIdError, TaxIdKind, tax_id};
///
/// assert_eq!(tax_id::check_as(TaxIdKind::Cnpj, "00000000000191"), Ok(()));
/// assert_eq!(tax_id::check_as(TaxIdKind::Cnpj, "191"), Err(TaxIdError::Cnpj(CnpjError::ZerosLost { found: 3 })));
/// ```
pub fn check_as(kind: TaxIdKind, text: &str) -> Result<(), TaxIdError> {
    match kind {
        TaxIdKind::Cpf => cpf::check(text).map_err(TaxIdError::Cpf),
        TaxIdKind::Cnpj => cnpj::check(text).map_err(TaxIdError::Cnpj),
    }
}

/// What is wrong with a text that is said to be this document: the error of that document, unless the text is as long as
/// the other one and lost no zeros.
///
/// # Errors
///
/// The error to tell.
///
/// ```
/// use klavi_pix::{CpfError, TaxIdError, TaxIdKind, tax_id};
///
/// let said = Some(TaxIdKind::Cnpj);
/// assert_eq!(tax_id::diagnose(said, "76109277673"), Ok(TaxIdKind::Cpf));
/// assert_eq!(tax_id::diagnose(said, "76109277670"), Err(TaxIdError::Cpf(CpfError::CheckDigits)));
/// assert_eq!(tax_id::diagnose(said, "44.471.172/0001"), Err(TaxIdError::Length { found: 12 }));
/// ```
pub fn diagnose(said: Option<TaxIdKind>, text: &str) -> Result<TaxIdKind, TaxIdError> {
    let looks = check(text).map_err(|error| length_first(error, text));
    let Some(kind) = said else { return looks };
    let own = check_as(kind, text).map(|()| kind).map_err(|error| length_first(error, text));
    let lost_zeros =
        matches!(own, Err(TaxIdError::Cpf(CpfError::ZerosLost { .. }) | TaxIdError::Cnpj(CnpjError::ZerosLost { .. })));
    let is_other = match looks {
        Ok(found) => found != kind,
        Err(TaxIdError::Cpf(error)) => {
            kind == TaxIdKind::Cnpj && !matches!(error, CpfError::Length { .. } | CpfError::ZerosLost { .. })
        }
        Err(TaxIdError::Cnpj(error)) => {
            kind == TaxIdKind::Cpf && !matches!(error, CnpjError::Length { .. } | CnpjError::ZerosLost { .. })
        }
        Err(TaxIdError::Length { .. }) => false,
    };
    if is_other && !lost_zeros { looks } else { own }
}

/// Of a number that is only punctuated, and too short or too long, the length is what is wrong: with the punctuation
/// taken away it would still not do.
fn length_first(error: TaxIdError, text: &str) -> TaxIdError {
    let belongs: fn(&u8) -> bool = match error {
        TaxIdError::Cpf(CpfError::NotADigit { .. }) => u8::is_ascii_digit,
        TaxIdError::Cnpj(CnpjError::NotAllowed { .. }) => u8::is_ascii_alphanumeric,
        _ => return error,
    };
    let is_punctuated = text.bytes().all(|byte| belongs(&byte) || scan::is_document_mask(byte));
    let found = text.bytes().filter(belongs).count();
    if is_punctuated { TaxIdError::Length { found } } else { error }
}

/// What is wrong with a document that may be a CPF or a CNPJ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaxIdError {
    /// As long as a CPF, but not one.
    Cpf(CpfError),
    /// As long as a CNPJ, but not one.
    Cnpj(CnpjError),
    /// As long as neither.
    Length {
        /// How many characters there are, punctuation not counted.
        found: usize,
    },
}

impl TaxIdError {
    /// Whether the text has not even the form of one of the two, as opposed to a well-formed number that is not a real
    /// one.
    #[must_use]
    pub const fn is_form(self) -> bool {
        match self {
            Self::Cpf(error) => error.is_form(),
            Self::Cnpj(error) => error.is_form(),
            Self::Length { .. } => true,
        }
    }
}

impl fmt::Display for TaxIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cpf(error) => error.fmt(f),
            Self::Cnpj(error) => error.fmt(f),
            Self::Length { found } => {
                write!(f, "a CPF has 11 digits and a CNPJ 14 characters; this has {found}")
            }
        }
    }
}

impl core::error::Error for TaxIdError {}
