//! Town code of the Brazilian statistics office (IBGE).
//!
//! Seven digits: two for the state, four for the town, one check digit (weights 1 2 1 2 1 2, the digits of the products
//! added, modulo 10). Nine towns have a last digit that does not follow the rule. Whether a town exists is not checked:
//! the list changes.

use core::fmt;

use super::scan;

/// Digits of a town code.
pub const LENGTH: usize = 7;

/// The nine towns whose last digit does not follow from the others.
const EXCEPTIONS: [&str; 9] =
    ["2201919", "2201988", "2202251", "2611533", "3117836", "3152131", "4305871", "5203939", "5203962"];

/// Checks a town code: seven digits, a state that exists, a right check digit.
///
/// # Errors
///
/// The first thing wrong.
///
/// ```
/// use klavi_pix::{TownCodeError, town_code};
///
/// assert_eq!(town_code::check("5300108"), Ok(()));
/// assert_eq!(town_code::check("5300101"), Err(TownCodeError::CheckDigit));
/// assert_eq!(town_code::check("9900108"), Err(TownCodeError::State));
/// ```
pub fn check(text: &str) -> Result<(), TownCodeError> {
    if is_right(text) { Ok(()) } else { explained(text) }
}

/// Whether nothing is wrong, told without a decision for each digit. A town whose digit follows no rule is not told.
fn is_right(text: &str) -> bool {
    text.as_bytes().try_into().is_ok_and(|digits: &[u8; LENGTH]| {
        let [body @ .., last] = digits;
        scan::are_digits(digits) && state(text).is_some() && check_digit(body) == *last
    })
}

/// Whether nothing is wrong, or what.
fn explained(text: &str) -> Result<(), TownCodeError> {
    if let Some(at) = scan::first_not(text, &scan::DIGITS) {
        return Err(TownCodeError::NotADigit { at });
    }
    let [body @ .., last] = text.as_bytes() else { return Err(TownCodeError::Length { found: 0 }) };
    if text.len() != LENGTH {
        return Err(TownCodeError::Length { found: text.len() });
    }
    if state(text).is_none() {
        return Err(TownCodeError::State);
    }
    if check_digit(body) != *last && !EXCEPTIONS.contains(&text) {
        return Err(TownCodeError::CheckDigit);
    }
    Ok(())
}

/// The two letters of the state that the code begins with.
///
/// ```
/// use klavi_pix::town_code;
///
/// assert_eq!(town_code::state("5300108"), Some("DF"));
/// assert_eq!(town_code::state("1800000"), None);
/// ```
#[must_use]
pub fn state(text: &str) -> Option<&'static str> {
    Some(match scan::two_digits_at(text.as_bytes(), 0)? {
        11 => "RO",
        12 => "AC",
        13 => "AM",
        14 => "RR",
        15 => "PA",
        16 => "AP",
        17 => "TO",
        21 => "MA",
        22 => "PI",
        23 => "CE",
        24 => "RN",
        25 => "PB",
        26 => "PE",
        27 => "AL",
        28 => "SE",
        29 => "BA",
        31 => "MG",
        32 => "ES",
        33 => "RJ",
        35 => "SP",
        41 => "PR",
        42 => "SC",
        43 => "RS",
        50 => "MS",
        51 => "MT",
        52 => "GO",
        53 => "DF",
        _ => return None,
    })
}

/// The digit that the rule gives, as ASCII.
#[inline]
pub(super) fn check_digit(body: &[u8]) -> u8 {
    let weights = [1, 2, 1, 2, 1, 2];
    let products = body.iter().zip(weights).map(|(byte, weight)| byte.saturating_sub(b'0') * weight);
    let sum = products.map(|product| product / 10 + product % 10).sum::<u8>();
    b'0' + (10 - sum % 10) % 10
}

/// What is wrong with a town code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TownCodeError {
    /// Digits only, but not seven of them.
    Length {
        /// How many digits there are.
        found: usize,
    },
    /// A character that is not a digit.
    NotADigit {
        /// Byte offset of the character.
        at: usize,
    },
    /// The first two digits are not those of a state.
    State,
    /// The last digit does not follow from the others, and the town is not one of the nine exceptions.
    CheckDigit,
}

impl fmt::Display for TownCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { found } => write!(f, "a municipality code has 7 digits, not {found}"),
            Self::NotADigit { at } => write!(f, "a municipality code has digits only; byte {at} is something else"),
            Self::State => f.write_str("the first two digits of the municipality code are not those of a state"),
            Self::CheckDigit => f.write_str("the check digit of the municipality code does not match"),
        }
    }
}

impl core::error::Error for TownCodeError {}
