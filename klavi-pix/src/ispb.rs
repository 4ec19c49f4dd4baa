//! ISPB, the number of an institution in the Brazilian payment system.
//!
//! Eight digits, the root of the institution's CNPJ; Banco do Brasil has `00000000`. It is not the three-digit clearing
//! code (COMPE) and not the branch. Newer regulatory APIs allow letters; the Klavi documents do not.

use core::fmt;

use super::scan;

/// Digits of an ISPB.
pub const LENGTH: usize = 8;

/// Checks an ISPB: eight digits.
///
/// # Errors
///
/// What is wrong, with the usual confusions told apart.
///
/// ```
/// use klavi_pix::{IspbError, ispb};
///
/// assert_eq!(ispb::check("00000000"), Ok(()));
/// assert_eq!(ispb::check("001"), Err(IspbError::BankCode));
/// assert_eq!(ispb::check("123456BC"), Err(IspbError::Letter { at: 6 }));
/// ```
pub fn check(text: &str) -> Result<(), IspbError> {
    match (text.len(), scan::first_not(text, &scan::DIGITS)) {
        (LENGTH, None) => Ok(()),
        (1..=3, None) => Err(IspbError::BankCode),
        (found @ 4..LENGTH, None) => Err(IspbError::ZerosLost { found }),
        (found, None) => Err(IspbError::Length { found }),
        (LENGTH, Some(at)) if text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) => {
            Err(IspbError::Letter { at })
        }
        (_, Some(at)) => Err(IspbError::NotADigit { at }),
    }
}

/// What is wrong with an ISPB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IspbError {
    /// No digit at all, or more than eight.
    Length {
        /// How many digits there are.
        found: usize,
    },
    /// One to three digits: most likely the clearing code of the bank.
    BankCode,
    /// Four to seven digits: zeros in front were probably lost.
    ZerosLost {
        /// How many digits there are.
        found: usize,
    },
    /// Eight characters with an upper-case letter, as only newer APIs allow.
    Letter {
        /// Byte offset of the letter.
        at: usize,
    },
    /// A character that is not a digit.
    NotADigit {
        /// Byte offset of the character.
        at: usize,
    },
}

impl fmt::Display for IspbError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { found } => write!(f, "an ISPB has 8 digits, not {found}"),
            Self::BankCode => f.write_str("an ISPB has 8 digits; this looks like the clearing code of a bank"),
            Self::ZerosLost { found } => {
                write!(f, "an ISPB has 8 digits, not {found}; zeros in front were probably lost")
            }
            Self::Letter { at } => write!(f, "an ISPB has digits only; byte {at} is a letter"),
            Self::NotADigit { at } => write!(f, "an ISPB has digits only; byte {at} is something else"),
        }
    }
}

impl core::error::Error for IspbError {}
