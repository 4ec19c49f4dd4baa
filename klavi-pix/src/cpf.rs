//! CPF, the number of a person in the Brazilian tax register.
//!
//! Eleven digits: nine and two check digits (weights 10 to 2, then 11 to 2, modulo 11). Leading zeros count. The ten
//! numbers of one repeated digit satisfy the arithmetic but are never issued. The last two rules are the tax office's;
//! the payment documents only ask for eleven digits.

use core::fmt;

use super::scan;

/// Digits of a CPF.
pub const LENGTH: usize = 11;

/// Checks a CPF: eleven digits without punctuation, right check digits, not one digit repeated.
///
/// # Errors
///
/// The first thing wrong; the form is looked at before the check digits (see [`CpfError::is_form`]).
///
/// ```
/// use klavi_pix::{CpfError, cpf};
///
/// assert_eq!(cpf::check("76109277673"), Ok(()));
/// assert_eq!(cpf::check("761.092.776-73"), Err(CpfError::Punctuation { at: 3 }));
/// assert_eq!(cpf::check("12345678901"), Err(CpfError::CheckDigits));
/// assert_eq!(cpf::check("11111111111"), Err(CpfError::Repeated));
/// ```
pub fn check(text: &str) -> Result<(), CpfError> {
    if is_right(text) { Ok(()) } else { explained(text) }
}

/// Whether nothing is wrong, told without a decision for each digit.
pub(super) fn is_right(text: &str) -> bool {
    text.as_bytes().try_into().is_ok_and(|digits: &[u8; LENGTH]| {
        scan::are_digits(digits) && *digits != [digits[0]; LENGTH] && has_check_digits(digits)
    })
}

/// Whether nothing is wrong, or what.
fn explained(text: &str) -> Result<(), CpfError> {
    if let Some(at) = scan::first_not(text, &scan::DIGITS) {
        let punctuated = scan::unmasked::<LENGTH>(text, scan::is_document_mask)
            .is_some_and(|digits| digits.iter().all(u8::is_ascii_digit));
        return Err(if punctuated { CpfError::Punctuation { at } } else { CpfError::NotADigit { at } });
    }
    let digits = text.as_bytes();
    match digits.len() {
        LENGTH if digits.iter().all(|digit| Some(digit) == digits.first()) => Err(CpfError::Repeated),
        LENGTH if has_check_digits(digits) => Ok(()),
        LENGTH => Err(CpfError::CheckDigits),
        found @ 3..LENGTH if has_check_digits(digits) => Err(CpfError::ZerosLost { found }),
        found => Err(CpfError::Length { found }),
    }
}

/// Whether the last two digits are the check digits of the ones before.
#[inline]
pub(super) fn has_check_digits(digits: &[u8]) -> bool {
    scan::mod_11_holds(digits, 11)
}

/// What is wrong with a CPF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CpfError {
    /// Digits only, but not eleven of them.
    Length {
        /// How many digits there are.
        found: usize,
    },
    /// A character that is not a digit.
    NotADigit {
        /// Byte offset of the character.
        at: usize,
    },
    /// Eleven digits with dots, dash, slash or blanks among them.
    Punctuation {
        /// Byte offset of the first mark.
        at: usize,
    },
    /// Digits that would be right with zeros in front: the number was probably kept as an integer.
    ZerosLost {
        /// How many digits there are.
        found: usize,
    },
    /// One digit eleven times: arithmetically right, never issued.
    Repeated,
    /// The last two digits do not follow from the first nine.
    CheckDigits,
}

impl CpfError {
    /// Whether the text has not even the form of a CPF (eleven digits), as opposed to a well-formed number that is not
    /// a real one.
    #[must_use]
    pub const fn is_form(self) -> bool {
        !matches!(self, Self::Repeated | Self::CheckDigits)
    }
}

impl fmt::Display for CpfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { found } => write!(f, "a CPF has 11 digits, not {found}"),
            Self::NotADigit { at } => write!(f, "a CPF has digits only; byte {at} is something else"),
            Self::Punctuation { at } => {
                write!(f, "a CPF is written without dots, dash or spaces; the first is at byte {at}")
            }
            Self::ZerosLost { found } => {
                write!(f, "a CPF has 11 digits; here are {found}, and zeros in front were lost")
            }
            Self::Repeated => f.write_str("a CPF of one repeated digit is never issued"),
            Self::CheckDigits => f.write_str("the check digits of the CPF do not match"),
        }
    }
}

impl core::error::Error for CpfError {}
