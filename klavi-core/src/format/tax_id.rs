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
/// The number of characters without punctuation decides: ten or eleven make a CPF, thirteen or fourteen a CNPJ (the
/// shorter ones are those that lost a zero in front).
///
/// # Errors
///
/// The error of the document that the text comes nearest to, or [`TaxIdError::Length`].
///
/// ```
/// use klavi_core::format::{CpfError, TaxIdError, TaxIdKind, tax_id};
///
/// assert_eq!(tax_id::check("76109277673"), Ok(TaxIdKind::Cpf));
/// assert_eq!(tax_id::check("12ABC34501DE35"), Ok(TaxIdKind::Cnpj));
/// assert_eq!(tax_id::check("1234567890"), Err(TaxIdError::Cpf(CpfError::LeadingZeroLost)));
/// assert_eq!(tax_id::check("123"), Err(TaxIdError::Length { found: 3 }));
/// ```
pub fn check(text: &str) -> Result<TaxIdKind, TaxIdError> {
    let is_mask = |character: char| u8::try_from(character).is_ok_and(scan::is_document_mask);
    match text.chars().filter(|character| !is_mask(*character)).count() {
        10 | 11 => cpf::check(text).map(|()| TaxIdKind::Cpf).map_err(TaxIdError::Cpf),
        13 | 14 => cnpj::check(text).map(|()| TaxIdKind::Cnpj).map_err(TaxIdError::Cnpj),
        found => Err(TaxIdError::Length { found }),
    }
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
