//! Numbers by their digits: comparison and divisibility of JSON numbers without a float.

use crate::reader::Reader;
use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

/// A JSON number as sign, significant digits and a power of ten.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decimal<'a> {
    negative: bool,
    /// The integer and fraction digits, leading zeros of the pair taken off.
    whole: &'a [u8],
    fraction: &'a [u8],
    /// The power of ten of the last digit.
    exponent: i64,
}

impl<'a> Decimal<'a> {
    /// Reads a number that follows the grammar of JSON.
    pub fn new(number: &'a str) -> Self {
        let (negative, rest) = match number.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, number),
        };
        let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut whole = whole.trim_start_matches('0').as_bytes();
        let mut fraction = fraction.trim_end_matches('0').as_bytes();
        let mut exponent = power(exponent).saturating_sub_unsigned(fraction.len() as u64);
        if fraction.is_empty() {
            let zeros = whole.iter().rev().take_while(|&&digit| digit == b'0').count();
            whole = &whole[..whole.len() - zeros];
            exponent = exponent.saturating_add_unsigned(zeros as u64);
        }
        if whole.is_empty() {
            let zeros = fraction.iter().take_while(|&&digit| digit == b'0').count();
            fraction = &fraction[zeros..];
        }
        Self { negative, whole, fraction, exponent }
    }

    fn digits(&self) -> impl Iterator<Item = u8> + use<'a> {
        self.whole.iter().chain(self.fraction).map(|digit| digit - b'0')
    }

    fn len(&self) -> usize {
        self.whole.len() + self.fraction.len()
    }

    pub fn is_zero(&self) -> bool {
        self.len() == 0
    }

    /// Whether the number has no fraction, however it is written.
    pub fn is_integer(&self) -> bool {
        self.is_zero() || self.exponent >= 0
    }

    /// Whether a number is this one times an integer. The divisor has at most 18 significant digits.
    pub fn divides(&self, number: &Self) -> bool {
        if number.is_zero() {
            return true;
        }
        // The last digit of a decimal is not zero, so a coarser divisor never fits.
        let Some(shift) = number.exponent.checked_sub(self.exponent).and_then(|shift| u64::try_from(shift).ok()) else {
            return number.exponent > self.exponent;
        };
        let modulus = self.digits().fold(0u128, |value, digit| value * 10 + u128::from(digit));
        if modulus == 0 {
            return false;
        }
        let mantissa = number.digits().fold(0u128, |rest, digit| (rest * 10 + u128::from(digit)) % modulus);
        (mantissa * power_of_ten(shift, modulus)).is_multiple_of(modulus)
    }

    fn magnitude(&self, other: &Self) -> Ordering {
        let order = |decimal: &Self| decimal.exponent.saturating_add_unsigned(decimal.len() as u64);
        match (self.is_zero(), other.is_zero()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => order(self).cmp(&order(other)).then_with(|| self.digits().cmp(other.digits())),
        }
    }
}

impl PartialEq for Decimal<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal<'_> {}

impl Hash for Decimal<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        if self.is_zero() {
            return;
        }
        (self.negative, self.exponent, self.len()).hash(state);
        self.digits().for_each(|digit| digit.hash(state));
    }
}

impl PartialOrd for Decimal<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let negative = |decimal: &Self| decimal.negative && !decimal.is_zero();
        match (negative(self), negative(other)) {
            (false, false) => self.magnitude(other),
            (true, true) => other.magnitude(self),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

/// A whole number that is not negative, however it is written; what is larger than any count is the largest. `None` of
/// everything else.
///
/// ```
/// use klavi_core::count;
///
/// assert_eq!((count("3"), count("3.0"), count("2e1"), count("10e-1")), (Some(3), Some(3), Some(20), Some(1)));
/// assert_eq!((count("-0.0"), count("4294967296"), count("1e400")), (Some(0), Some(u32::MAX), Some(u32::MAX)));
/// assert_eq!((count("-1"), count("0.5"), count("\"3\"")), (None, None, None));
/// ```
#[must_use]
pub fn count(number: &str) -> Option<u32> {
    let decimal = is_integer(number).then(|| Decimal::new(number))?;
    if decimal.is_zero() {
        return Some(0);
    }
    let zeros = usize::try_from(decimal.exponent).unwrap_or(usize::MAX);
    // Whatever has ten zeros is larger than any count.
    let digits = decimal.digits().chain(core::iter::repeat_n(0, zeros.min(10)));
    let count = digits.fold(0u32, |count, digit| count.saturating_mul(10).saturating_add(digit.into()));
    (!decimal.negative).then_some(count)
}

/// Whether a JSON number is whole, however it is written.
///
/// ```
/// use klavi_core::is_integer;
///
/// assert!(is_integer("409") && is_integer("4.090e2") && is_integer("-0.0"));
/// assert!(!is_integer("0.5") && !is_integer("1e-1") && !is_integer("\"409\"") && !is_integer(""));
/// ```
#[must_use]
pub fn is_integer(number: &str) -> bool {
    let mut reader = Reader::new(number.as_bytes());
    matches!(reader.peek(), b'-' | b'0'..=b'9')
        && reader.number().is_ok()
        && reader.at_end()
        && Decimal::new(number).is_integer()
}

/// The exponent's value; beyond 18 digits it is as good as infinite.
fn power(text: &str) -> i64 {
    let (sign, digits) = match text.as_bytes().first() {
        Some(b'-') => (-1, &text[1..]),
        Some(b'+') => (1, &text[1..]),
        _ => (1, text),
    };
    let digits = digits.trim_start_matches('0');
    let value = if digits.len() > 18 { i64::MAX / 4 } else { digits.parse().unwrap_or(0) };
    sign * value
}

/// 10^`exponent` mod `modulus`, where `modulus` is below 2^64.
fn power_of_ten(mut exponent: u64, modulus: u128) -> u128 {
    let (mut result, mut base) = (1 % modulus, 10 % modulus);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % modulus;
        }
        base = base * base % modulus;
        exponent >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn d(number: &str) -> Decimal<'_> {
        Decimal::new(number)
    }

    #[test]
    fn spelling_does_not_matter() {
        for group in [
            &["1", "1.0", "1e0", "10e-1", "0.1E+1", "100e-2"][..],
            &["0", "-0", "0.0", "0e99", "-0.00e-7"],
            &["1e100000000000000000", "10e99999999999999999", "1E+0100000000000000000"],
        ] {
            for (a, b) in group.iter().flat_map(|a| group.iter().map(move |b| (a, b))) {
                assert_eq!(d(a), d(b), "{a} {b}");
            }
        }
    }

    #[test]
    fn order_is_exact_beyond_floats() {
        let ascending = [
            "-1e400",
            "-10",
            "-9.99",
            "-0.1",
            "0",
            "1e-400",
            "0.1",
            "0.10000000000000000001",
            "9007199254740992",
            "9007199254740992.5",
            "9007199254740993",
            "9999999999999999.99",
            "1e16",
            "1e400",
        ];
        for (low, high) in ascending.iter().zip(&ascending[1..]) {
            assert_eq!(d(low).cmp(&d(high)), Ordering::Less, "{low} {high}");
            assert_eq!(d(high).cmp(&d(low)), Ordering::Greater, "{low} {high}");
        }
    }

    #[test]
    fn multiples() {
        for (number, divisor, expected) in [
            ("0", "7", true),
            ("10", "2", true),
            ("7", "2", false),
            ("4.5", "1.5", true),
            ("35", "1.5", false),
            ("0.0075", "0.0001", true),
            ("0.00751", "0.0001", false),
            ("1e308", "0.123456789", false),
            ("12391239123", "1e-8", true),
            ("1e999999999", "0.5", true),
            ("15", "10", false),
            ("150", "10", true),
            ("-6", "3", true),
            ("1.5", "1", false),
            ("1e3", "8", true),
            ("1e2", "8", false),
            ("1e12", "4096", true),
            ("1e11", "4096", false),
            ("1e2", "25", true),
            ("1e1", "25", false),
            (&"1".repeat(60), "7", true),
            (&"1".repeat(61), "7", false),
        ] {
            assert_eq!(d(divisor).divides(&d(number)), expected, "{number} {divisor}");
        }
    }

    #[test]
    fn integers() {
        assert!(d("1.0").is_integer() && d("1.5e1").is_integer() && d("0e-5").is_integer() && d("-3").is_integer());
        assert!(!d("1.5").is_integer() && !d("1e-1").is_integer());
        assert!(is_integer("-3") && is_integer("30e-1"));
        for text in ["", "-", "\"3\"", "3 ", " 3", "3,", "null", "+3", "03", "-3.5"] {
            assert!(!is_integer(text), "{text}");
        }
    }

    #[test]
    fn exponents_beyond_every_integer_keep_their_sign() {
        for digits in ["999999999999999999", "9999999999999999999", "99999999999999999999", "000099999999999999999999"]
        {
            let (tiny, huge) = (format!("1e-{digits}"), format!("1e+{digits}"));
            assert!(!is_integer(&tiny) && is_integer(&huge), "{digits}");
            assert!(d(&tiny) < d("1e-400") && d(&tiny) > d("0") && d(&huge) > d("1e400"), "{digits}");
            assert!(!d("1").divides(&d(&tiny)) && d("1").divides(&d(&huge)), "{digits}");
        }
        assert!(is_integer("0e-99999999999999999999") && d("1e00000000000000000000") == d("1"));
    }

    proptest! {
        #[test]
        fn order_is_that_of_the_integers(a in -1_000_000i64..1_000_000, b in -1_000_000i64..1_000_000) {
            prop_assert_eq!(d(&a.to_string()).cmp(&d(&b.to_string())), a.cmp(&b));
        }

        #[test]
        fn multiples_are_those_of_the_integers(a in -1_000_000i64..1_000_000, b in 1i64..1000) {
            prop_assert_eq!(d(&b.to_string()).divides(&d(&a.to_string())), a % b == 0);
        }
    }
}
