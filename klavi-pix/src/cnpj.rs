//! CNPJ, the number of a legal person in the Brazilian tax register, numeric or alphanumeric.
//!
//! Fourteen characters: a root of eight, an order of four, two check digits. Since July 2026 new numbers may have
//! upper-case letters in the first twelve places (IN RFB 2.229/2024); the check digits stay digits. A character counts
//! as its ASCII code less 48, so `A` is 17 and the old numbers keep their check digits. No letter is left out.

use core::fmt;

use super::scan::{self, Set};

/// Characters of a CNPJ.
pub const LENGTH: usize = 14;

static ALPHANUMERIC: Set = scan::set!(b'0'..=b'9' | b'A'..=b'Z');

/// Checks a CNPJ, numeric or alphanumeric: fourteen characters without punctuation, letters in upper case, right check
/// digits, not all zero.
///
/// # Errors
///
/// The first thing wrong; the form is looked at before the check digits (see [`CnpjError::is_form`]).
///
/// ```
/// use klavi_pix::{CnpjError, cnpj};
///
/// assert_eq!(cnpj::check("44471172000119"), Ok(()));
/// assert_eq!(cnpj::check("12ABC34501DE35"), Ok(()));
/// assert_eq!(cnpj::check("12abc34501de35"), Err(CnpjError::LowerCase { at: 2 }));
/// assert_eq!(cnpj::check("44.471.172/0001-19"), Err(CnpjError::Punctuation { at: 2 }));
/// assert_eq!(cnpj::check("11111111111111"), Err(CnpjError::CheckDigits));
/// ```
pub fn check(text: &str) -> Result<(), CnpjError> {
    if is_right(text) { Ok(()) } else { explained(text) }
}

/// Whether nothing is wrong, told without a decision for each character.
pub(super) fn is_right(text: &str) -> bool {
    let all = text.as_bytes().try_into();
    all.is_ok_and(|all: &[u8; LENGTH]| is_form(all) && *all != [b'0'; LENGTH] && has_check_digits(all))
}

/// Whether they are twelve digits or upper-case letters and two digits.
pub(super) fn is_form(all: &[u8; LENGTH]) -> bool {
    let [.., first, second] = *all;
    all.iter().fold(true, |so_far, &byte| so_far & ALPHANUMERIC.has(byte)) && scan::are_digits(&[first, second])
}

/// Whether nothing is wrong, or what.
fn explained(text: &str) -> Result<(), CnpjError> {
    if let Some(at) = scan::first_not(text, &ALPHANUMERIC) {
        let complete = scan::unmasked::<LENGTH>(text, scan::is_document_mask)
            .is_some_and(|bytes| bytes.iter().all(u8::is_ascii_alphanumeric));
        return Err(match text.bytes().position(scan::is_document_mask) {
            Some(at) if complete => CnpjError::Punctuation { at },
            None if complete => CnpjError::LowerCase { at },
            _ => CnpjError::NotAllowed { at },
        });
    }
    let bytes = text.as_bytes();
    match bytes.len() {
        LENGTH => match bytes.iter().skip(LENGTH - 2).position(u8::is_ascii_uppercase) {
            Some(at) => Err(CnpjError::LetterInCheckDigits { at: LENGTH - 2 + at }),
            None if bytes.iter().all(|byte| *byte == b'0') => Err(CnpjError::AllZero),
            None if has_check_digits(bytes) => Ok(()),
            None => Err(CnpjError::CheckDigits),
        },
        found @ 3..LENGTH if scan::all_digits(text) && has_check_digits(bytes) => Err(CnpjError::ZerosLost { found }),
        found => Err(CnpjError::Length { found }),
    }
}

/// Whether a CNPJ is of the kind that has letters.
///
/// ```
/// use klavi_pix::cnpj;
///
/// assert!(cnpj::is_alphanumeric("12ABC34501DE35"));
/// assert!(!cnpj::is_alphanumeric("44471172000119"));
/// ```
#[must_use]
pub fn is_alphanumeric(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Whether the last two characters are the check digits of the ones before.
#[inline]
pub(super) fn has_check_digits(bytes: &[u8]) -> bool {
    scan::mod_11_holds(bytes, 9)
}

/// What is wrong with a CNPJ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CnpjError {
    /// Only digits and upper-case letters, but not fourteen of them.
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// A character that is neither a digit nor an upper-case letter.
    NotAllowed {
        /// Byte offset of the character.
        at: usize,
    },
    /// Fourteen characters with dots, slash, dash or spaces among them.
    Punctuation {
        /// Byte offset of the first mark.
        at: usize,
    },
    /// Fourteen characters, some of them lower-case letters.
    LowerCase {
        /// Byte offset of the first lower-case letter.
        at: usize,
    },
    /// A letter in one of the last two places.
    LetterInCheckDigits {
        /// Byte offset of the letter.
        at: usize,
    },
    /// Digits that would be right with zeros in front: the number was probably kept as an integer.
    ZerosLost {
        /// How many digits there are.
        found: usize,
    },
    /// Fourteen zeros: arithmetically right, never issued.
    AllZero,
    /// The last two digits do not follow from the first twelve characters.
    CheckDigits,
}

impl CnpjError {
    /// Whether the text has not even the form of a CNPJ (twelve digits or upper-case letters and two digits), as
    /// opposed to a well-formed number that is not a real one.
    #[must_use]
    pub const fn is_form(self) -> bool {
        !matches!(self, Self::AllZero | Self::CheckDigits)
    }
}

impl fmt::Display for CnpjError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { found } => write!(f, "a CNPJ has 14 characters, not {found}"),
            Self::NotAllowed { at } => {
                write!(f, "a CNPJ has digits and upper-case letters only; byte {at} is something else")
            }
            Self::Punctuation { at } => {
                write!(f, "a CNPJ is written without dots, slash, dash or spaces; the first is at byte {at}")
            }
            Self::LowerCase { at } => write!(f, "the letters of a CNPJ are upper case; byte {at} is not"),
            Self::LetterInCheckDigits { at } => {
                write!(f, "the last two characters of a CNPJ are digits; byte {at} is a letter")
            }
            Self::ZerosLost { found } => {
                write!(f, "a CNPJ has 14 characters; here are {found}, and zeros in front were lost")
            }
            Self::AllZero => f.write_str("the CNPJ of fourteen zeros is never issued"),
            Self::CheckDigits => f.write_str("the check digits of the CNPJ do not match"),
        }
    }
}

impl core::error::Error for CnpjError {}
