//! What is wrong with a QR code.

use super::{number, problem};
use crate::message::Said;
use klavi_pix::{AmountError, BrCodeProblem, ElementPath, FixedValue, LengthCause};

pub(super) const AGAIN: &str = "copy the code again from its source, whole and in one line";
pub(super) const CRC: &str = "the checksum does not match the text: copy the code again from its source, or have the \
                              receiver issue a new one";

pub(super) fn said(problem: BrCodeProblem) -> Said {
    use BrCodeProblem as P;
    match problem {
        P::Empty => Said::new("is empty", "write the text of the QR code, or remove the field"),
        P::TooLong { found } => {
            Said::new(format!("has {found} bytes, 512 are allowed"), "have the receiver issue a shorter code")
        }
        P::LineBreak { at } => Said::new(
            format!("has a line break at byte {at}"),
            "join the text into one line, without line breaks, and keep its inner spaces as they are",
        ),
        P::InsertedBlank { at } => Said::new(
            format!("has a blank at byte {at} that does not belong there"),
            "remove that blank, and keep the other inner spaces as they are",
        ),
        P::NotPrintable { element, at } => Said::new(
            format!(
                "has a letter with an accent or another character outside ASCII in element {element}, at byte {at}"
            ),
            not_printable(element),
        ),
        P::StartLost => {
            Said::new("has lost its first character", "a QR code begins with 000201: put the zero back in front")
        }
        P::NoElement { at } => Said::new(
            format!("makes no sense from byte {at} on: no element fits there"),
            format!("a length or a character in front of byte {at} is wrong, which one cannot be told: {AGAIN}"),
        ),
        P::Cut { element, declared, found, .. } => Said::new(
            format!("breaks off inside element {element}"),
            format!("the code ends {} too early: {AGAIN}", number(declared.saturating_sub(found), "character")),
        ),
        P::WrongLength { element, declared, found, cause, .. } => Said::new(
            format!("has {} in element {element}, whose length says {declared}", number(found, "character")),
            wrong_length(element, declared, found, cause),
        ),
        P::LengthForm { element, found, .. } => Said::new(
            format!("has a length in element {element} that is not two digits"),
            format!(
                "element {element} has {}: issue the code with its length as {found:02}",
                number(found, "character")
            ),
        ),
        P::CrcNotLast { at } => Said::new(
            format!("goes on after the checksum in element 63, at byte {at}"),
            "remove what follows the checksum",
        ),
        P::CrcShort { found, .. } => Said::new(
            format!("has a checksum of {}, four are needed", number(found, "digit")),
            "the checksum has four digits, zeros included: copy the code again, or have the receiver issue a new one",
        ),
        P::CrcForm { .. } => Said::new("has a checksum that is not hexadecimal", CRC),
        P::CrcWrong { .. } => Said::new("has a checksum that does not match its text", CRC),
        P::CrcLowerCase { .. } => {
            Said::new("has a checksum with small letters", "write the letters of the last four characters as capitals")
        }
        problem => elements(problem),
    }
}

fn not_printable(element: ElementPath) -> String {
    let place = match element {
        ElementPath { template: None, id: 59 } => "; the name in element 59 has at most 25 characters".to_owned(),
        ElementPath { template: None, id: 60 } => "; the town in element 60 has at most 15 characters".to_owned(),
        element => format!(" in element {element}"),
    };
    format!("some banks refuse letters with an accent: issue the code without them{place}")
}

/// What to do about a length, by what the checksum tells of it.
fn wrong_length(element: ElementPath, declared: usize, found: usize, cause: LengthCause) -> String {
    let by = number(declared.abs_diff(found), "character");
    match cause {
        LengthCause::Issued => format!(
            "the checksum fits the code as it is, so it was issued with this length: have the receiver issue it with \
             {found:02} in element {element}"
        ),
        LengthCause::Changed => {
            format!("the length of element {element} was {found:02} when the code was issued: {AGAIN}")
        }
        LengthCause::BlanksLost => format!(
            "element {element} of the QR code lost {}, with which the checksum is right: {AGAIN}",
            number(declared.abs_diff(found), "blank")
        ),
        LengthCause::Unit => format!(
            "the lengths count bytes in one element and characters in another: issue the code without accents, or with \
             {found:02} in element {element}"
        ),
        _ if found < declared => {
            format!("element {element} of the QR code is {by} short, blanks that were lost most probably: {AGAIN}")
        }
        _ => format!("element {element} of the QR code is {by} too long: {AGAIN}"),
    }
}

/// Problems that only who issues the code can mend.
fn elements(problem: BrCodeProblem) -> Said {
    use BrCodeProblem as P;
    match problem {
        P::TemplateTooLong { element, .. } => Said::new(
            format!("has more in element {element} than its 99 characters"),
            format!(
                "element {element} holds key and text together in 99 characters: issue the code with a shorter text"
            ),
        ),
        P::FirstElement { .. } => {
            Said::new("does not begin with element 00", "a QR code begins with 000201: copy it again")
        }
        P::Duplicate { element, at } => Said::new(
            format!("has element {element} a second time at byte {at}"),
            format!("issue the code with element {element} only once"),
        ),
        P::Missing { element: element @ ElementPath { template: None, id: 62 } } => Said::new(
            format!("has no element {element}"),
            "element 62 is missing: issue the code with it, and with three asterisks in 62-05 when there is no \
             transaction id",
        ),
        P::Missing { element } => Said::new(
            format!("has no element {element}"),
            format!("element {element} is missing: issue the code with it"),
        ),
        P::ElementLength { element, min, max, found, .. } => {
            let range = if min == max { max.to_string() } else { format!("{min} to {max}") };
            Said::new(
                format!("has {} in element {element}, it takes {range}", number(found, "character")),
                format!("issue the code again with {range} characters in element {element}"),
            )
        }
        P::Value { element, expected, .. } => {
            let expected = fixed(expected);
            Said::new(
                format!("has something else in element {element} than {expected}"),
                format!("issue the code again with {expected} in element {element}"),
            )
        }
        P::Amount { error, .. } => Said::new(
            format!("has an amount in element 54 that {}", amount(error)),
            "issue the code with digits in element 54, and a dot in front of one or two decimals if there are any",
        ),
        P::AmountZero { .. } => Said::new(
            "has an amount of zero in element 54",
            "issue the code without element 54 when the payer chooses the amount",
        ),
        P::Key { error, .. } => inside("the Pix key", problem::said(klavi_pix::Problem::PixKey(error))),
        P::KeyNotCanonical { difference, .. } => {
            inside("the Pix key", problem::said(klavi_pix::Problem::PixKeyDifference(difference)))
        }
        P::TxidCharacter { at } => Said::new(
            format!("has a transaction id with something else than a letter or digit at byte {at}"),
            "element 62-05 takes letters without accents and digits only, at most 25: issue the code again without hyphen \
             or blank in the transaction id",
        ),
        P::TxidInDynamic { .. } => Said::new(
            "has a URL and a transaction id as well",
            "issue the code with three asterisks in element 62-05: the URL names the charge",
        ),
        problem => templates(problem),
    }
}

/// What an element must hold.
const fn fixed(expected: FixedValue) -> &'static str {
    match expected {
        FixedValue::Version => "01",
        FixedValue::Initiation => "11 or 12",
        FixedValue::Category => "four digits",
        FixedValue::Currency => "986, the number of the real",
        FixedValue::Country => "BR",
        FixedValue::Ispb => "an ISPB of eight digits or capital letters",
        _ => "what the standard fixes",
    }
}

/// What is wrong with the amount. It has a grammar of its own: no decimals, one or two.
fn amount(error: AmountError) -> String {
    match error {
        AmountError::Empty => "is empty".to_owned(),
        AmountError::NoInteger => "has no digit in front of the dot".to_owned(),
        AmountError::Comma { .. } => "has a comma for a dot".to_owned(),
        AmountError::ThousandsSeparator { .. } => "has a thousands separator".to_owned(),
        AmountError::Exponent { .. } => "has an exponent".to_owned(),
        AmountError::Sign => "has a sign in front".to_owned(),
        AmountError::Decimals { found } => format!("has {}, two are allowed", number(found, "decimal")),
        AmountError::TooManyDigits { .. } => "has too many digits".to_owned(),
        AmountError::NotADigit { .. } => "has something else than digits and one dot".to_owned(),
    }
}

/// Problems of the templates that make the code one of Pix.
fn templates(problem: BrCodeProblem) -> Said {
    use BrCodeProblem as P;
    match problem {
        P::NotPix => Said::new(
            "has no element of Pix",
            "use a code of Pix: one of the elements 26 to 51 begins with br.gov.bcb.pix",
        ),
        P::SecondPix { element, .. } => Said::new(
            format!("has a second element of Pix, {element}"),
            format!("issue the code with one element of Pix, without {element}"),
        ),
        P::NoKeyOrUrl { at } => Said::new(
            format!("has an element of Pix at byte {at} with neither key nor URL"),
            "issue the code with the key (01) or the URL (25) of the payee",
        ),
        P::KeyAndUrl { at } => Said::new(
            format!("has an element of Pix at byte {at} with both key and URL"),
            "issue the code with either the key (01) or the URL (25)",
        ),
        P::KeyAndRecurrence { at } => Said::new(
            format!("has a key in the element of Pix at byte {at} and asks for a recurrence as well"),
            "a recurrence goes with a URL (25) or with no charge at all: issue the code without the key (01), or without \
             the recurrence",
        ),
        P::StaticOnly { element, .. } => Said::new(
            format!("has element {element} beside a URL"),
            format!("issue the code without element {element}: it belongs to a key, not to a URL"),
        ),
        P::UrlCharacter { element, at } => Said::new(
            format!("has a blank or a character outside ASCII in the URL of element {element}, at byte {at}"),
            format!("issue the code with a URL of letters without accents, digits and signs in element {element}"),
        ),
        P::UrlScheme { element, .. } => Said::new(
            format!("has a URL with https:// in element {element}"),
            format!("issue the code with the URL in element {element} without https://"),
        ),
        _ => Said::new("is not a well-formed QR code", AGAIN),
    }
}

/// A problem of a value inside the code.
fn inside(part: &str, said: Said) -> Said {
    let help = said.help.map(|help| format!("issue the code again; for {part}: {help}").into());
    Said::maybe(format!("has a problem: {part} {}", said.message), help)
}
