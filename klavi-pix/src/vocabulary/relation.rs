//! `x-relations`: comparisons of two members of one object.

use super::tables;
use crate::{BrCodeRef, Centavos, br_code};
use klavi_core::Code;
use klavi_core::program::{Operand, OperandValue, Parts, RelationKind};

tables! { RelationKind {
    /// The first amount may not be below the second.
    MAXIMUM_BELOW_MINIMUM = {
        name: "maximum-below-minimum",
        code: Code::MaximumBelowMinimum,
        holds: |maximum, minimum| {
            amount(maximum).zip(amount(minimum)).is_none_or(|(maximum, minimum)| maximum >= minimum)
        },
    },
    /// The two amounts exclude each other.
    FIXED_AND_VARIABLE_AMOUNT = {
        name: "fixed-and-variable-amount",
        code: Code::FixedAndVariableAmount,
        holds: |_, _| false,
    },
    /// The amount inside the QR code (first) equals the amount (second).
    BR_CODE_AMOUNT_MISMATCH = {
        name: "br-code-amount-mismatch",
        code: Code::BrCodeAmountMismatch,
        holds: |code, outside| {
            let OperandValue::String(text) = outside.value else { return true };
            let [inside, _] = amount_and_key(code);
            let inside = inside.and_then(|inside| br_code::amount::read(inside).ok());
            inside.zip(Centavos::parse(text).ok()).is_none_or(|(inside, outside)| inside == outside)
        },
    },
    /// The key inside the QR code (first) equals the Pix key (second), whatever the case of its letters.
    BR_CODE_KEY_MISMATCH = {
        name: "br-code-key-mismatch",
        code: Code::BrCodeKeyMismatch,
        holds: |code, outside| {
            let OperandValue::String(key) = outside.value else { return true };
            let [_, inside] = amount_and_key(code);
            inside.is_none_or(|inside| inside.eq_ignore_ascii_case(key))
        },
    },
    /// The two accounts differ.
    SAME_ACCOUNT = {
        name: "same-account",
        code: Code::SameAccount,
        holds: |first, second| {
            let (OperandValue::Object(first), OperandValue::Object(second)) = (first.value, second.value) else {
                return true;
            };
            ["ispb", "issuer", "number"].iter().any(|name| first.string(name) != second.string(name))
        },
    },
} }

fn amount(operand: &Operand<'_>) -> Option<Centavos> {
    match operand.value {
        OperandValue::String(text) => Centavos::parse(text).ok(),
        OperandValue::Number(number) => Centavos::of_number(number).ok(),
        OperandValue::Object(_) => None,
    }
}

/// What of a QR code relations compare: the amount and the key.
pub(super) const fn parts<'a>(code: &BrCodeRef<'a>) -> Parts<'a> {
    [code.amount_text(), code.key()]
}

/// What a QR code says of the payment.
fn amount_and_key<'a>(code: &Operand<'a>) -> Parts<'a> {
    code.parts(|text| BrCodeRef::read(text).as_ref().map_or(Parts::default(), parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(relation: &RelationKind, first: &OperandValue<'_>, second: &OperandValue<'_>) -> bool {
        (relation.holds)(&Operand::new(first), &Operand::new(second))
    }

    fn string(text: &str) -> OperandValue<'_> {
        OperandValue::String(text.into())
    }

    #[test]
    fn the_key_of_a_br_code_is_compared_without_case() {
        let code =
            "00020126370014br.gov.bcb.pix0115pix@Example.com52040000530398654041.005802BR5901A6001B62070503***6304ABCD";
        assert_eq!(BrCodeRef::read(code).and_then(|code| code.key()), Some("pix@Example.com"));
        let holds = |key: &str| holds(&BR_CODE_KEY_MISMATCH, &string(code), &string(key));
        assert!(holds("pix@Example.com") && holds("pix@example.com") && holds("PIX@EXAMPLE.COM"));
        assert!(!holds("pix@example.org") && !holds("pix@example.com.br") && !holds(""));
    }

    #[test]
    fn members_that_are_wrong_by_themselves_relate() {
        let (code, number) = (string("0002"), OperandValue::Number("1"));
        for relation in [&BR_CODE_AMOUNT_MISMATCH, &BR_CODE_KEY_MISMATCH, &MAXIMUM_BELOW_MINIMUM, &SAME_ACCOUNT] {
            assert!(holds(relation, &code, &number) && holds(relation, &number, &code), "{relation:?}");
        }
    }
}
