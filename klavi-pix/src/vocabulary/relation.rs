//! `x-relations`: comparisons of two members of one object.

use super::tables;
use crate::{BrCodeRef, Centavos};
use klavi_core::Code;
use klavi_core::program::{Operand, RelationKind};

tables! { RelationKind {
    /// The first amount may not be below the second.
    MAXIMUM_BELOW_MINIMUM = {
        name: "maximum-below-minimum",
        code: Code::MaximumBelowMinimum,
        members: &[],
        holds: |maximum, minimum| {
            amount(maximum).zip(amount(minimum)).is_none_or(|(maximum, minimum)| maximum >= minimum)
        },
    },
    /// The two amounts exclude each other.
    FIXED_AND_VARIABLE_AMOUNT = {
        name: "fixed-and-variable-amount",
        code: Code::FixedAndVariableAmount,
        members: &[],
        holds: |_, _| false,
    },
    /// The amount inside the QR code (first) equals the amount (second).
    BR_CODE_AMOUNT_MISMATCH = {
        name: "br-code-amount-mismatch",
        code: Code::BrCodeAmountMismatch,
        members: &[],
        holds: |code, outside| {
            let Operand::String(text) = outside else { return true };
            let inside = br_code(code).and_then(|code| code.amount());
            inside.zip(Centavos::parse(text).ok()).is_none_or(|(inside, outside)| inside == outside)
        },
    },
    /// The key inside the QR code (first) equals the Pix key (second), whatever the case of its letters.
    BR_CODE_KEY_MISMATCH = {
        name: "br-code-key-mismatch",
        code: Code::BrCodeKeyMismatch,
        members: &[],
        holds: |code, outside| {
            let Operand::String(key) = outside else { return true };
            br_code(code).and_then(|code| code.key()).is_none_or(|inside| inside.eq_ignore_ascii_case(key))
        },
    },
    /// The two accounts differ.
    SAME_ACCOUNT = {
        name: "same-account",
        code: Code::SameAccount,
        members: &["ispb", "issuer", "number"],
        holds: |first, second| first != second,
    },
} }

fn amount(operand: &Operand<'_>) -> Option<Centavos> {
    match operand {
        Operand::String(text) => Centavos::parse(text).ok(),
        Operand::Number(number) => Centavos::of_number(number).ok(),
        Operand::Object(_) => None,
    }
}

fn br_code<'a>(operand: &'a Operand<'_>) -> Option<BrCodeRef<'a>> {
    if let Operand::String(text) = operand { BrCodeRef::read(text) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_a_br_code_is_compared_without_case() {
        let code =
            "00020126370014br.gov.bcb.pix0115pix@Example.com52040000530398654041.005802BR5901A6001B62070503***6304ABCD";
        assert_eq!(BrCodeRef::read(code).and_then(|code| code.key()), Some("pix@Example.com"));
        let holds = |key: &'static str| {
            (BR_CODE_KEY_MISMATCH.holds)(&Operand::String(code.into()), &Operand::String(key.into()))
        };
        assert!(holds("pix@Example.com") && holds("pix@example.com") && holds("PIX@EXAMPLE.COM"));
        assert!(!holds("pix@example.org") && !holds("pix@example.com.br") && !holds(""));
    }

    #[test]
    fn members_that_are_wrong_by_themselves_relate() {
        let (code, number) = (Operand::String("0002".into()), Operand::Number("1"));
        for relation in [&BR_CODE_AMOUNT_MISMATCH, &BR_CODE_KEY_MISMATCH, &MAXIMUM_BELOW_MINIMUM] {
            assert!((relation.holds)(&code, &number) && (relation.holds)(&number, &code), "{relation:?}");
        }
    }
}
