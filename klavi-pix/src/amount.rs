//! Amounts of money in reais, read exactly as minor units (centavos). No float is involved.
//!
//! The documents write an amount as text of 1 to 16 digits, a dot and two decimals (`^[0-9]{1,16}[.][0-9]{2}$`). Some
//! fields are typed as numbers; there the digits of the JSON number are read as they stand.

use core::fmt;

/// Most digits in front of the dot.
pub const MAX_INTEGER_DIGITS: usize = 16;

/// An amount of at most 9,999,999,999,999,999.99 reais, exact to the centavo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Centavos {
    minor_units: u64,
}

impl Centavos {
    /// The greatest amount that the documented pattern can write.
    pub const MAX: Self = Self { minor_units: 999_999_999_999_999_999 };

    /// Reads the documented text form: 1 to 16 digits, a dot, two decimals.
    ///
    /// # Errors
    ///
    /// What is wrong, with the usual ways of writing money told apart.
    ///
    /// ```
    /// use klavi_pix::{Centavos, AmountError};
    ///
    /// assert_eq!(Centavos::parse("1326.80").map(Centavos::minor_units), Ok(132_680));
    /// assert_eq!(Centavos::parse("10"), Err(AmountError::Decimals { found: 0 }));
    /// assert_eq!(Centavos::parse("10,00"), Err(AmountError::Comma { at: 2 }));
    /// assert_eq!(Centavos::parse("1.326,80"), Err(AmountError::ThousandsSeparator { at: 1 }));
    /// ```
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let (amount, decimals) = read(text)?;
        if decimals == 2 { Ok(amount) } else { Err(AmountError::Decimals { found: decimals }) }
    }

    /// Reads a JSON number from its characters: plain notation, at most 16 digits in front of the dot, no fraction or
    /// one of one or two digits.
    ///
    /// # Errors
    ///
    /// What is wrong. A number that JSON itself refuses may still be read (`007`): the JSON reader comes first.
    ///
    /// ```
    /// use klavi_pix::{Centavos, AmountError};
    ///
    /// assert_eq!(Centavos::parse_number("10").map(Centavos::minor_units), Ok(1_000));
    /// assert_eq!(Centavos::parse_number("19.9").map(Centavos::minor_units), Ok(1_990));
    /// assert_eq!(Centavos::parse_number("1e3"), Err(AmountError::Exponent { at: 1 }));
    /// assert_eq!(Centavos::parse_number("0.001"), Err(AmountError::Decimals { found: 3 }));
    /// ```
    pub fn parse_number(lexeme: &str) -> Result<Self, AmountError> {
        read(lexeme).map(|(amount, _)| amount)
    }

    /// Reads a JSON number by its value, however it is written: not negative, at most 16 digits in front of the dot, no
    /// more than two decimals that are not zero.
    ///
    /// # Errors
    ///
    /// What is wrong with the value.
    ///
    /// ```
    /// use klavi_pix::{Centavos, AmountError};
    ///
    /// assert_eq!(Centavos::of_number("100.000"), Centavos::parse("100.00"));
    /// assert_eq!(Centavos::of_number("1e2"), Centavos::parse("100.00"));
    /// assert_eq!(Centavos::of_number("1e-3"), Err(AmountError::Decimals { found: 3 }));
    /// assert_eq!(Centavos::of_number("1e16"), Err(AmountError::TooManyDigits { found: 17 }));
    /// ```
    pub fn of_number(lexeme: &str) -> Result<Self, AmountError> {
        Self::parse_number(lexeme).or_else(|error| by_value(lexeme).unwrap_or(Err(error)))
    }

    /// The amount of so many centavos, unless it is greater than [`Centavos::MAX`].
    ///
    /// ```
    /// use klavi_pix::Centavos;
    ///
    /// assert_eq!(Centavos::from_minor_units(198).map(|amount| amount.to_string()), Some("1.98".to_owned()));
    /// ```
    #[must_use]
    pub const fn from_minor_units(minor_units: u64) -> Option<Self> {
        if minor_units <= Self::MAX.minor_units { Some(Self { minor_units }) } else { None }
    }

    /// The amount in centavos.
    #[must_use]
    pub const fn minor_units(self) -> u64 {
        self.minor_units
    }

    /// Whether nothing is paid.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.minor_units == 0
    }
}

/// Reads up to 16 digits and up to two decimals; also says how many decimals there were.
fn read(text: &str) -> Result<(Centavos, usize), AmountError> {
    let (mut digits, mut dots, mut dot) = (0u64, 0, None);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => digits = digits.wrapping_mul(10).wrapping_add(u64::from(byte - b'0')),
            b'.' => {
                dots += 1;
                dot = dot.or(Some(at));
            }
            _ => return Err(strange_character(text, at)),
        }
    }
    let (integer, decimals) = dot.map_or((text.len(), None), |dot| (dot, Some(text.len() - dot - 1)));
    // At most 18 digits, where all is right: they always fit.
    let minor_units = match (integer, decimals) {
        _ if dots > 1 => return Err(AmountError::ThousandsSeparator { at: integer }),
        (0, None) => return Err(AmountError::Empty),
        (0, Some(_)) => return Err(AmountError::NoInteger),
        (found, _) if found > MAX_INTEGER_DIGITS => return Err(AmountError::TooManyDigits { found }),
        (_, None) => digits * 100,
        (_, Some(1)) => digits * 10,
        (_, Some(2)) => digits,
        (_, Some(found)) => return Err(AmountError::Decimals { found }),
    };
    Ok((Centavos { minor_units }, decimals.unwrap_or_default()))
}

/// The amount that a JSON number means; nothing for what is no JSON number.
fn by_value(lexeme: &str) -> Option<Result<Centavos, AmountError>> {
    let (mantissa, exponent) = match lexeme.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, self::exponent(exponent)?),
        None => (lexeme, 0),
    };
    let digits = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let (integer, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if integer.is_empty() || !integer.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let significant = || integer.bytes().chain(fraction.bytes()).enumerate().filter(|(_, digit)| *digit != b'0');
    let (Some((first, _)), Some((last, _))) = (significant().next(), significant().last()) else {
        return Some(Ok(Centavos::default()));
    };
    if mantissa.starts_with('-') {
        return Some(Err(AmountError::Sign));
    }
    // How many digits stand in front of the dot when the number is written out.
    let point = exponent.saturating_add(i64::try_from(integer.len()).unwrap_or(i64::MAX));
    let place = |index: usize| i64::try_from(index).unwrap_or(i64::MAX);
    let before_dot = |index: usize| usize::try_from(point.saturating_sub(place(index))).unwrap_or(0);
    let decimals = usize::try_from(place(last + 1).saturating_sub(point)).unwrap_or(0);
    if before_dot(first) > MAX_INTEGER_DIGITS {
        return Some(Err(AmountError::TooManyDigits { found: before_dot(first) }));
    }
    if decimals > 2 {
        return Some(Err(AmountError::Decimals { found: decimals }));
    }
    let written = integer.bytes().chain(fraction.bytes()).take(last + 1).skip(first);
    let zeros = core::iter::repeat_n(b'0', before_dot(last + 1) + 2 - decimals);
    // At most 18 digits: always fits.
    let minor_units = written.chain(zeros).fold(0, |sum: u64, digit| sum * 10 + u64::from(digit - b'0'));
    Some(Ok(Centavos { minor_units }))
}

/// The exponent of a JSON number; what is beyond any amount is cut off.
fn exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let value = digits.bytes().try_fold(0i64, |sum, digit| {
        digit.is_ascii_digit().then(|| (sum * 10 + i64::from(digit - b'0')).min(1 << 32))
    })?;
    (!digits.is_empty()).then_some(if text.starts_with('-') { -value } else { value })
}

/// How a number that is an amount differs from how amounts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountNotation {
    /// Scientific notation.
    Exponent {
        /// Byte offset of the letter.
        at: usize,
    },
    /// More than two decimals, all but the first two of them zeros.
    Zeros {
        /// How many decimals there are.
        found: usize,
    },
    /// Zero with a minus in front.
    Sign,
}

impl AmountNotation {
    /// The difference of a number that [`Centavos::of_number`] reads.
    ///
    /// ```
    /// use klavi_pix::AmountNotation;
    ///
    /// assert_eq!(AmountNotation::of("100.000"), Some(AmountNotation::Zeros { found: 3 }));
    /// assert_eq!(AmountNotation::of("1e2"), Some(AmountNotation::Exponent { at: 1 }));
    /// assert_eq!(AmountNotation::of("80.1"), None);
    /// ```
    #[must_use]
    pub fn of(lexeme: &str) -> Option<Self> {
        if let Some(at) = lexeme.find(['e', 'E']) {
            return Some(Self::Exponent { at });
        }
        match lexeme.split_once('.').map_or(0, |(_, fraction)| fraction.len()) {
            found @ 3.. => Some(Self::Zeros { found }),
            _ => lexeme.starts_with('-').then_some(Self::Sign),
        }
    }
}

/// Names the first character that is neither digit nor dot.
fn strange_character(text: &str, at: usize) -> AmountError {
    let after = text.get(at + 1..).unwrap_or_default();
    match text.as_bytes().get(at) {
        // A dot or a comma elsewhere in the number means that this one, or that one, groups digits.
        Some(b',') => match text.find('.').filter(|dot| *dot < at) {
            Some(dot) => AmountError::ThousandsSeparator { at: dot },
            None if after.contains([',', '.']) => AmountError::ThousandsSeparator { at },
            None => AmountError::Comma { at },
        },
        Some(b' ' | b'_' | b'\'') if at > 0 && after.starts_with(|next: char| next.is_ascii_digit()) => {
            AmountError::ThousandsSeparator { at }
        }
        Some(b'+' | b'-') if at == 0 => AmountError::Sign,
        Some(b'e' | b'E') if at > 0 => AmountError::Exponent { at },
        _ => AmountError::NotADigit { at },
    }
}

impl fmt::Display for Centavos {
    /// The documented form, without zeros in front: `1326.80`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.minor_units / 100, self.minor_units % 100)
    }
}

impl core::str::FromStr for Centavos {
    type Err = AmountError;

    fn from_str(text: &str) -> Result<Self, AmountError> {
        Self::parse(text)
    }
}

/// What is wrong with an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// No character at all.
    Empty,
    /// No digit in front of the dot.
    NoInteger,
    /// A comma in the place of the dot.
    Comma {
        /// Byte offset of the comma.
        at: usize,
    },
    /// A mark that groups the digits in thousands.
    ThousandsSeparator {
        /// Byte offset of the first such mark.
        at: usize,
    },
    /// Scientific notation.
    Exponent {
        /// Byte offset of the letter.
        at: usize,
    },
    /// A plus or minus in front.
    Sign,
    /// Another number of decimals than the form allows.
    Decimals {
        /// How many decimals there are.
        found: usize,
    },
    /// More than 16 digits in front of the dot.
    TooManyDigits {
        /// How many digits there are.
        found: usize,
    },
    /// A character that is neither a digit nor the dot.
    NotADigit {
        /// Byte offset of the character.
        at: usize,
    },
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the amount is empty"),
            Self::NoInteger => f.write_str("the amount has no digit before the dot"),
            Self::Comma { at } => write!(f, "decimals come after a dot; byte {at} is a comma"),
            Self::ThousandsSeparator { at } => {
                write!(f, "an amount has no separator of thousands; there is one at byte {at}")
            }
            Self::Exponent { at } => write!(f, "an amount is written out, without the exponent at byte {at}"),
            Self::Sign => f.write_str("an amount has no sign"),
            Self::Decimals { found } => write!(f, "an amount has two decimals, not {found}"),
            Self::TooManyDigits { found } => {
                write!(f, "an amount has at most 16 digits before the dot, not {found}")
            }
            Self::NotADigit { at } => write!(f, "an amount has digits and one dot; byte {at} is something else"),
        }
    }
}

impl core::error::Error for AmountError {}
