//! Telephone numbers in the form of E.164: a plus, then country code and number, 3 to 15 digits without a zero in front.
//!
//! The directory of Pix keys (DICT 1.8.0) lets 16 digits through; the standard ends at 15.

use core::fmt;

use super::scan;

/// Fewest digits after the plus.
pub const MIN_DIGITS: usize = 3;
/// Most digits after the plus.
pub const MAX_DIGITS: usize = 15;

/// Checks a telephone number of any country.
///
/// # Errors
///
/// The first thing wrong.
///
/// ```
/// use klavi_pix::{PhoneError, phone};
///
/// assert_eq!(phone::check("+5511912345678"), Ok(()));
/// assert_eq!(phone::check("11912345678"), Err(PhoneError::NoPlus));
/// assert_eq!(phone::check("+55 (11) 91234-5678"), Err(PhoneError::Mask { at: 3 }));
/// ```
pub fn check(text: &str) -> Result<(), PhoneError> {
    let Some(digits) = text.strip_prefix('+') else {
        let plus_lost = text.strip_prefix(' ').is_some_and(|rest| !rest.is_empty() && scan::all_digits(rest));
        return Err(if plus_lost { PhoneError::PlusLost } else { PhoneError::NoPlus });
    };
    if let Some(at) = scan::first_not(digits, &scan::DIGITS) {
        let masked = digits.bytes().all(|byte| byte.is_ascii_digit() || scan::is_phone_mask(byte));
        return Err(if masked { PhoneError::Mask { at: at + 1 } } else { PhoneError::NotADigit { at: at + 1 } });
    }
    match digits.len() {
        _ if digits.starts_with('0') => Err(PhoneError::LeadingZero),
        found if found < MIN_DIGITS => Err(PhoneError::TooShort { found }),
        found if found > MAX_DIGITS => Err(PhoneError::TooLong { found }),
        _ => Ok(()),
    }
}

/// Checks a telephone number as a Pix key: as [`check`], and a number of Brazil (`+55`) must be one that can exist
/// there: an area code without zeros, then 8 digits or 9 of which the first is 9.
///
/// # Errors
///
/// The first thing wrong.
///
/// ```
/// use klavi_pix::{PhoneError, phone};
///
/// assert_eq!(phone::check_key("+551133334444"), Ok(()));
/// assert_eq!(phone::check_key("+55119123456"), Err(PhoneError::Brazilian));
/// assert_eq!(phone::check_key("+12125550123"), Ok(()));
/// ```
pub fn check_key(text: &str) -> Result<(), PhoneError> {
    check(text)?;
    if text.starts_with("+55") && !is_brazilian(text) { Err(PhoneError::Brazilian) } else { Ok(()) }
}

/// Whether a text is a telephone number of Brazil, `^[+]55[1-9][1-9]9?[0-9]{8}$`.
///
/// ```
/// use klavi_pix::phone;
///
/// assert!(phone::is_brazilian("+5511912345678"));
/// assert!(!phone::is_brazilian("+5501912345678"));
/// ```
#[must_use]
pub fn is_brazilian(text: &str) -> bool {
    text.strip_prefix("+55").is_some_and(is_brazilian_national)
}

/// Whether a text is a telephone number of Brazil without the country: area code and number.
pub(super) fn is_brazilian_national(text: &str) -> bool {
    let Some((area, number)) = text.split_at_checked(2) else { return false };
    let area_exists = area.bytes().all(|byte| matches!(byte, b'1'..=b'9'));
    let length_fits = number.len() == 8 || (number.len() == 9 && number.starts_with('9'));
    area_exists && length_fits && scan::all_digits(number)
}

/// What is wrong with a telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneError {
    /// No plus in front.
    NoPlus,
    /// Digits with a blank in front, where a plus was decoded as a blank.
    PlusLost,
    /// Blanks, brackets, dots or dashes among the digits.
    Mask {
        /// Byte offset of the first mark.
        at: usize,
    },
    /// Another character that is not a digit.
    NotADigit {
        /// Byte offset of the character.
        at: usize,
    },
    /// A zero after the plus: no country code begins with it.
    LeadingZero,
    /// Fewer than three digits.
    TooShort {
        /// How many digits there are.
        found: usize,
    },
    /// More than fifteen digits.
    TooLong {
        /// How many digits there are.
        found: usize,
    },
    /// `+55` and then not a number that Brazil can have; only [`check_key`] minds.
    Brazilian,
}

impl fmt::Display for PhoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPlus => f.write_str("a telephone number begins with a plus and the country code"),
            Self::PlusLost => f.write_str("the telephone number begins with a space where a plus should be"),
            Self::Mask { at } => {
                write!(f, "a telephone number has no spaces, brackets or dashes; the first is at byte {at}")
            }
            Self::NotADigit { at } => {
                write!(f, "a telephone number has digits after the plus; byte {at} is something else")
            }
            Self::LeadingZero => f.write_str("a country code does not begin with zero"),
            Self::TooShort { found } => write!(f, "a telephone number has at least 3 digits, not {found}"),
            Self::TooLong { found } => write!(f, "a telephone number has at most 15 digits, not {found}"),
            Self::Brazilian => f.write_str("a number of Brazil has +55, a two-digit area code and 8 or 9 digits"),
        }
    }
}

impl core::error::Error for PhoneError {}
