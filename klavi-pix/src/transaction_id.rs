//! Transaction identification (txid): letters without accents and digits, 1 to 35 of them.
//!
//! The length depends on where it is used: up to 25 for a static QR code or a payee registered beforehand, 26 to 35 for
//! a dynamic QR code. Source: the regulator's payment API, 4.1.0.

use core::fmt;

use super::scan;

/// The longest identification.
pub const MAX_LENGTH: usize = 35;

/// The longest identification outside dynamic QR codes.
pub const MAX_STATIC_LENGTH: usize = 25;

/// Checks a transaction identification of any kind: 1 to 35 ASCII letters and digits.
///
/// # Errors
///
/// The first thing wrong.
///
/// ```
/// use klavi_pix::{TransactionIdError, transaction_id};
///
/// assert_eq!(transaction_id::check("PEDIDO123"), Ok(()));
/// assert_eq!(transaction_id::check("PEDIDO-123"), Err(TransactionIdError::NotAllowed { at: 6 }));
/// ```
pub fn check(text: &str) -> Result<(), TransactionIdError> {
    match (scan::first_not(text, &scan::LETTERS_AND_DIGITS), text.len()) {
        (Some(at), _) => Err(TransactionIdError::NotAllowed { at }),
        (None, 0) => Err(TransactionIdError::Empty),
        (None, 1..=MAX_LENGTH) => Ok(()),
        (None, found) => Err(TransactionIdError::TooLong { found }),
    }
}

/// What is wrong with a transaction identification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransactionIdError {
    /// No character at all.
    Empty,
    /// More than 35 characters.
    TooLong {
        /// How many characters there are.
        found: usize,
    },
    /// A character that is neither an ASCII letter nor a digit.
    NotAllowed {
        /// Byte offset of the character.
        at: usize,
    },
}

impl fmt::Display for TransactionIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("a transaction id has at least one character"),
            Self::TooLong { found } => write!(f, "a transaction id has at most 35 characters, not {found}"),
            Self::NotAllowed { at } => {
                write!(f, "a transaction id has unaccented letters and digits only; byte {at} is something else")
            }
        }
    }
}

impl core::error::Error for TransactionIdError {}
