//! Amounts as text and as JSON numbers.

use super::super::{AmountError, Centavos};

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
fn limits_and_order() {
    assert_eq!(Centavos::from_minor_units(Centavos::MAX.minor_units()), Some(Centavos::MAX));
    assert_eq!(Centavos::from_minor_units(Centavos::MAX.minor_units() + 1), None);
    assert_eq!(Centavos::MAX.to_string(), "9999999999999999.99");
    assert!(Centavos::parse("10.00").unwrap() > Centavos::parse("9.99").unwrap());
    assert_eq!("00.05".parse::<Centavos>().unwrap().to_string(), "0.05");
}
