//! The amount (54).

use super::super::super::{AmountError, Centavos};
use super::super::{BrCodeProblem as Problem, BrCodeRef};
use super::{code_with, problems};

/// EMV's grammar of an amount: the dot may stand without decimals.
#[test]
fn amounts() {
    for (text, centavos) in
        [("10", 1_000), ("10.", 1_000), ("10.5", 1_050), ("10.50", 1_050), ("0010.00", 1_000), ("0.01", 1)]
    {
        let code = code_with(&[(54, text)]);
        assert_eq!(problems(&code), [], "{text}");
        assert_eq!(BrCodeRef::read(&code).unwrap().amount().map(Centavos::minor_units), Some(centavos), "{text}");
    }
    for (text, error) in [
        (".", AmountError::NoInteger),
        (".50", AmountError::NoInteger),
        ("10.5.", AmountError::ThousandsSeparator { at: 2 }),
        ("10..", AmountError::ThousandsSeparator { at: 2 }),
        ("10.500", AmountError::Decimals { found: 3 }),
        ("1,000.50", AmountError::ThousandsSeparator { at: 1 }),
        ("1e3", AmountError::Exponent { at: 1 }),
        ("-1", AmountError::Sign),
        ("R$", AmountError::NotADigit { at: 0 }),
    ] {
        let code = code_with(&[(54, text)]);
        assert_eq!(problems(&code), [Problem::Amount { at: 58, error }], "{text}");
        assert_eq!(BrCodeRef::read(&code).unwrap().amount(), None, "{text}");
    }
    for text in ["0", "0.", "0.00"] {
        assert_eq!(problems(&code_with(&[(54, text)])), [Problem::AmountZero { at: 58 }], "{text}");
    }
}
