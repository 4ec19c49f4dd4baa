//! What is wrong with a QR code.

use super::pix_key::{pix_key, pix_key_difference};
use crate::say;
use crate::sentence::{Argument, Sentence};
use crate::sentences::{br_code, element_amount, fixed_value, name};
use klavi_pix::{AmountError, BrCodeProblem, ElementPath, FixedValue, LengthCause};

/// What is wrong with the code, unless nothing can be said but that it is none.
pub(super) fn said(field: Sentence<'_>, problem: BrCodeProblem) -> Option<Sentence<'_>> {
    use BrCodeProblem as P;
    Some(match problem {
        P::Empty => say!(br_code::EMPTY, field),
        P::TooLong { found } => say!(br_code::TOO_LONG, field, found),
        P::LineBreak { at } => say!(br_code::LINE_BREAK, field, at),
        P::InsertedBlank { at } => say!(br_code::INSERTED_BLANK, field, at),
        P::NotPrintable { element, at } => {
            say!(br_code::NOT_PRINTABLE, field, element = text(element), at).with_help(without_accents(element))
        }
        P::StartLost => say!(br_code::START_LOST, field),
        P::NoElement { at } => say!(br_code::NO_ELEMENT, field, at),
        P::Cut { element, declared, found, .. } => {
            say!(br_code::CUT, field, element = text(element), missing = declared.saturating_sub(found))
        }
        P::WrongLength { element, declared, found, cause, .. } => {
            say!(br_code::WRONG_LENGTH, field, element = text(element), declared, found)
                .with_help(right_length(element, declared, found, cause))
        }
        P::LengthForm { element, found, .. } => {
            say!(br_code::LENGTH_FORM, field, element = text(element), found, length = two_digits(found))
        }
        P::CrcNotLast { at } => say!(br_code::CRC_NOT_LAST, field, at),
        P::CrcShort { found, .. } => say!(br_code::CRC_SHORT, field, found),
        P::CrcForm { .. } => say!(br_code::CRC_FORM, field),
        P::CrcWrong { .. } => say!(br_code::CRC_WRONG, field),
        P::CrcLowerCase { .. } => say!(br_code::CRC_LOWER_CASE, field),
        problem => return elements(field, problem),
    })
}

fn text(element: ElementPath) -> Argument<'static> {
    element.to_string().into()
}

/// A length as the code writes it.
fn two_digits(length: usize) -> String {
    format!("{length:02}")
}

fn without_accents(element: ElementPath) -> Sentence<'static> {
    match element {
        ElementPath { template: None, id: 59 } => say!(br_code::NO_ACCENTS_NAME),
        ElementPath { template: None, id: 60 } => say!(br_code::NO_ACCENTS_TOWN),
        element => say!(br_code::NO_ACCENTS, element = text(element)),
    }
}

/// What to do about a length, by what the checksum tells of it.
fn right_length(element: ElementPath, declared: usize, found: usize, cause: LengthCause) -> Sentence<'static> {
    let (is_short, by, length) = (found < declared, declared.abs_diff(found), two_digits(found));
    let element = text(element);
    match cause {
        LengthCause::Issued => say!(br_code::LENGTH_ISSUED, element, length),
        LengthCause::Changed => say!(br_code::LENGTH_CHANGED, element, length),
        LengthCause::BlanksLost => say!(br_code::LENGTH_BLANKS_LOST, element, by),
        LengthCause::Unit => say!(br_code::LENGTH_UNIT, element, length),
        _ if is_short => say!(br_code::LENGTH_SHORT, element, by),
        _ => say!(br_code::LENGTH_LONG, element, by),
    }
}

/// Problems that only who issues the code can mend.
fn elements(field: Sentence<'_>, problem: BrCodeProblem) -> Option<Sentence<'_>> {
    use BrCodeProblem as P;
    Some(match problem {
        P::TemplateTooLong { element, .. } => say!(br_code::TEMPLATE_TOO_LONG, field, element = text(element)),
        P::FirstElement { .. } => say!(br_code::FIRST_ELEMENT, field),
        P::Duplicate { element, at } => say!(br_code::DUPLICATE, field, element = text(element), at),
        P::Missing { element: element @ ElementPath { template: None, id: 62 } } => {
            say!(br_code::MISSING_ADDITIONAL_DATA, field, element = text(element))
        }
        P::Missing { element } => say!(br_code::MISSING, field, element = text(element)),
        P::ElementLength { element, min, max, found, .. } => {
            let range = if min == max { Argument::from(max) } else { say!(name::RANGE, min, max).into() };
            say!(br_code::ELEMENT_LENGTH, field, element = text(element), found, range)
        }
        P::Value { element, expected, .. } => {
            say!(br_code::VALUE, field, element = text(element), expected = fixed(expected))
        }
        P::Amount { error, .. } => say!(br_code::AMOUNT, field, amount = amount(error)),
        P::AmountZero { .. } => say!(br_code::AMOUNT_ZERO, field),
        P::Key { error, .. } => inside(field, pix_key(say!(name::PIX_KEY), error)),
        P::KeyNotCanonical { difference, .. } => inside(field, pix_key_difference(say!(name::PIX_KEY), difference)),
        P::TxidCharacter { at } => say!(br_code::TXID_CHARACTER, field, at),
        P::TxidInDynamic { .. } => say!(br_code::TXID_IN_DYNAMIC, field),
        problem => return templates(field, problem),
    })
}

/// A problem of the key inside the code.
fn inside<'a>(field: Sentence<'a>, problem: Sentence<'a>) -> Sentence<'a> {
    let help = Argument::Help(Box::new(problem.clone()));
    say!(br_code::KEY, field, problem, help)
}

/// What an element must hold.
fn fixed(expected: FixedValue) -> Sentence<'static> {
    match expected {
        FixedValue::Version => say!(fixed_value::VERSION),
        FixedValue::Initiation => say!(fixed_value::INITIATION),
        FixedValue::Category => say!(fixed_value::CATEGORY),
        FixedValue::Currency => say!(fixed_value::CURRENCY),
        FixedValue::Country => say!(fixed_value::COUNTRY),
        FixedValue::Ispb => say!(fixed_value::ISPB),
        _ => say!(fixed_value::OTHER),
    }
}

/// What is wrong with the amount. It has a grammar of its own: no decimals, one or two.
fn amount(error: AmountError) -> Sentence<'static> {
    match error {
        AmountError::Empty => say!(element_amount::EMPTY),
        AmountError::NoInteger => say!(element_amount::NO_INTEGER),
        AmountError::Comma { .. } => say!(element_amount::COMMA),
        AmountError::ThousandsSeparator { .. } => say!(element_amount::THOUSANDS_SEPARATOR),
        AmountError::Exponent { .. } => say!(element_amount::EXPONENT),
        AmountError::Sign => say!(element_amount::SIGN),
        AmountError::Decimals { found } => say!(element_amount::DECIMALS, found),
        AmountError::TooManyDigits { .. } => say!(element_amount::TOO_MANY_DIGITS),
        AmountError::NotADigit { .. } => say!(element_amount::NOT_A_DIGIT),
    }
}

/// Problems of the templates that make the code one of Pix.
fn templates(field: Sentence<'_>, problem: BrCodeProblem) -> Option<Sentence<'_>> {
    use BrCodeProblem as P;
    Some(match problem {
        P::NotPix => say!(br_code::NOT_PIX, field),
        P::SecondPix { element, .. } => say!(br_code::SECOND_PIX, field, element = text(element)),
        P::NoKeyOrUrl { at } => say!(br_code::NO_KEY_OR_URL, field, at),
        P::KeyAndUrl { at } => say!(br_code::KEY_AND_URL, field, at),
        P::KeyAndRecurrence { at } => say!(br_code::KEY_AND_RECURRENCE, field, at),
        P::StaticOnly { element, .. } => say!(br_code::STATIC_ONLY, field, element = text(element)),
        P::UrlCharacter { element, at } => say!(br_code::URL_CHARACTER, field, element = text(element), at),
        P::UrlScheme { element, .. } => say!(br_code::URL_SCHEME, field, element = text(element)),
        _ => return None,
    })
}
