//! Amounts as text and as JSON numbers.

use proptest::prelude::*;

use super::super::{AmountError, AmountNotation, Centavos};

#[test]
fn texts() {
    for (text, minor_units) in [
        ("0.00", 0),
        ("00.50", 50),
        ("1.98", 198),
        ("1333.04", 133_304),
        ("0000000000000001.00", 100),
        ("9999999999999999.99", 999_999_999_999_999_999),
    ] {
        assert_eq!(Centavos::parse(text).map(Centavos::minor_units), Ok(minor_units), "{text}");
    }
    for (text, error) in [
        ("", AmountError::Empty),
        ("10", AmountError::Decimals { found: 0 }),
        ("10.", AmountError::Decimals { found: 0 }),
        ("19.9", AmountError::Decimals { found: 1 }),
        ("10.000", AmountError::Decimals { found: 3 }),
        (".50", AmountError::NoInteger),
        (".", AmountError::NoInteger),
        ("10,00", AmountError::Comma { at: 2 }),
        ("354,2", AmountError::Comma { at: 3 }),
        ("1.326,80", AmountError::ThousandsSeparator { at: 1 }),
        ("1,326.80", AmountError::ThousandsSeparator { at: 1 }),
        ("1.000.00", AmountError::ThousandsSeparator { at: 1 }),
        ("1 326.80", AmountError::ThousandsSeparator { at: 1 }),
        ("+1.00", AmountError::Sign),
        ("-1.00", AmountError::Sign),
        ("1e3", AmountError::Exponent { at: 1 }),
        ("10000000000000000.00", AmountError::TooManyDigits { found: 17 }),
        ("1_326.80", AmountError::ThousandsSeparator { at: 1 }),
        ("1'326.80", AmountError::ThousandsSeparator { at: 1 }),
        (" 1.00", AmountError::NotADigit { at: 0 }),
        ("1 .00", AmountError::NotADigit { at: 1 }),
        ("1-0.00", AmountError::NotADigit { at: 1 }),
        ("e3", AmountError::NotADigit { at: 0 }),
        ("R$ 10.00", AmountError::NotADigit { at: 0 }),
        ("10.00\n", AmountError::NotADigit { at: 5 }),
        ("１０.00", AmountError::NotADigit { at: 0 }),
    ] {
        assert_eq!(Centavos::parse(text), Err(error), "{text}");
    }
}

#[test]
fn numbers() {
    for (text, minor_units) in
        [("0", 0), ("10", 1_000), ("10.0", 1_000), ("19.9", 1_990), ("9999999999999999", 999_999_999_999_999_900)]
    {
        assert_eq!(Centavos::parse_number(text).map(Centavos::minor_units), Ok(minor_units), "{text}");
    }
    for (text, error) in [
        ("10.", AmountError::Decimals { found: 0 }),
        ("0.001", AmountError::Decimals { found: 3 }),
        ("1E3", AmountError::Exponent { at: 1 }),
        ("1.5e3", AmountError::Exponent { at: 3 }),
        ("-1", AmountError::Sign),
        ("10000000000000000", AmountError::TooManyDigits { found: 17 }),
    ] {
        assert_eq!(Centavos::parse_number(text), Err(error), "{text}");
    }
}

#[test]
fn numbers_by_value() {
    for (text, minor_units, notation) in [
        ("10", 1_000, None),
        ("19.9", 1_990, None),
        ("100.000", 10_000, Some(AmountNotation::Zeros { found: 3 })),
        ("1e2", 10_000, Some(AmountNotation::Exponent { at: 1 })),
        ("1.5E+3", 150_000, Some(AmountNotation::Exponent { at: 3 })),
        ("999999999999999999e-2", 999_999_999_999_999_999, Some(AmountNotation::Exponent { at: 18 })),
        ("0.0001e4", 100, Some(AmountNotation::Exponent { at: 6 })),
        ("0e999999999999999999999", 0, Some(AmountNotation::Exponent { at: 1 })),
        ("-0", 0, Some(AmountNotation::Sign)),
        ("-0.00", 0, Some(AmountNotation::Sign)),
    ] {
        assert_eq!(Centavos::of_number(text).map(Centavos::minor_units), Ok(minor_units), "{text}");
        assert_eq!(AmountNotation::of(text), notation, "{text}");
    }
    for (text, error) in [
        ("80.001", AmountError::Decimals { found: 3 }),
        ("1e-3", AmountError::Decimals { found: 3 }),
        ("1e16", AmountError::TooManyDigits { found: 17 }),
        ("-1", AmountError::Sign),
        ("-1e2", AmountError::Sign),
        ("1e", AmountError::Exponent { at: 1 }),
        ("e2", AmountError::NotADigit { at: 0 }),
        ("", AmountError::Empty),
    ] {
        assert_eq!(Centavos::of_number(text), Err(error), "{text}");
    }
    assert!(matches!(Centavos::of_number("1e999999999999999999999"), Err(AmountError::TooManyDigits { .. })));
    assert!(matches!(Centavos::of_number("1e-999999999999999999999"), Err(AmountError::Decimals { .. })));
}

proptest! {
    /// The value of a number is that of its digits, wherever the point and the exponent put them.
    #[test]
    fn value_of_a_number(digits in "[0-9]{1,12}", point in 0_usize..12, exponent in -9_i32..9) {
        let (integer, fraction) = digits.split_at(point.min(digits.len() - 1) + 1);
        let dot = if fraction.is_empty() { "" } else { "." };
        let number = format!("{integer}{dot}{fraction}e{exponent}");
        let digits: u128 = digits.parse().unwrap();
        let scale = exponent + 2 - i32::try_from(fraction.len()).unwrap();
        let (up, down) = (10_u128.pow(scale.max(0).unsigned_abs()), 10_u128.pow(scale.min(0).unsigned_abs()));
        let expected = digits.is_multiple_of(down).then(|| digits * up / down).filter(|units| *units < 10_u128.pow(18));
        prop_assert_eq!(Centavos::of_number(&number).ok().map(|amount| u128::from(amount.minor_units())), expected);
    }
}

#[test]
fn limits_and_order() {
    assert_eq!(Centavos::from_minor_units(Centavos::MAX.minor_units()), Some(Centavos::MAX));
    assert_eq!(Centavos::from_minor_units(Centavos::MAX.minor_units() + 1), None);
    assert_eq!(Centavos::MAX.to_string(), "9999999999999999.99");
    assert!(Centavos::parse("10.00").unwrap() > Centavos::parse("9.99").unwrap());
    assert_eq!("00.05".parse::<Centavos>().unwrap().to_string(), "0.05");
}
