//! What each problem says.

use super::super::super::{AmountError, PixKeyError};
use super::super::{BrCodeProblem as Problem, ElementPath, FixedValue, LengthCause};

const NAME: ElementPath = ElementPath::root(59);
const TXID: ElementPath = ElementPath::inside(62, 5);

/// Each problem, where it says that it is, and its sentence.
const SENTENCES: &[(Problem, Option<usize>, &str)] = &[
    (Problem::Empty, None, "the BR Code is empty"),
    (Problem::TooLong { found: 513 }, None, "a BR Code has at most 512 bytes, not 513"),
    (Problem::LineBreak { at: 7 }, Some(7), "the BR Code has a line break at byte 7"),
    (Problem::InsertedBlank { at: 7 }, Some(7), "the BR Code has a space at byte 7 that does not belong there"),
    (
        Problem::NotPrintable { element: NAME, at: 7 },
        Some(7),
        "element 59 of the BR Code has a character outside printable ASCII at byte 7",
    ),
    (Problem::StartLost, Some(0), "the BR Code begins with 000201; its first character was lost"),
    (Problem::NoElement { at: 7 }, Some(7), "the BR Code makes no sense from byte 7 on: no element fits there"),
    (
        Problem::Cut { element: NAME, at: 7, declared: 9, found: 3 },
        Some(7),
        "element 59 of the BR Code has length 9, but only 3 characters follow",
    ),
    (
        Problem::WrongLength { element: TXID, at: 7, declared: 9, found: 3, cause: LengthCause::Issued },
        Some(7),
        "element 62-05 at byte 7 of the BR Code has 3 characters, not 9",
    ),
    (
        Problem::LengthForm { element: NAME, at: 7, found: 3 },
        Some(7),
        "the length of element 59 of the BR Code is written 03, with two digits",
    ),
    (
        Problem::TemplateTooLong { element: ElementPath::root(26), at: 7 },
        Some(7),
        "key and text are too long for element 26 of the BR Code, which holds 99 characters",
    ),
    (Problem::FirstElement { at: 7 }, Some(7), "the first element of a BR Code is 00"),
    (Problem::Duplicate { element: NAME, at: 7 }, Some(7), "element 59 occurs again at byte 7 of the BR Code"),
    (Problem::Missing { element: ElementPath::root(0) }, None, "element 00 of the BR Code is missing"),
    (
        Problem::ElementLength { element: NAME, at: 7, min: 1, max: 25, found: 26 },
        Some(7),
        "element 59 of a BR Code has 1 to 25 characters, not 26",
    ),
    (
        Problem::ElementLength { element: NAME, at: 7, min: 2, max: 2, found: 3 },
        Some(7),
        "element 59 of a BR Code has 2 characters, not 3",
    ),
    (
        Problem::Value { element: ElementPath::root(0), at: 7, expected: FixedValue::Version },
        Some(7),
        "element 00 of a BR Code is 01",
    ),
    (Problem::Amount { at: 7, error: AmountError::Sign }, Some(7), "element 54 of the BR Code: an amount has no sign"),
    (Problem::AmountZero { at: 7 }, Some(7), "element 54 of a BR Code is not zero; leave it out instead"),
    (Problem::NotPix, None, "the BR Code has no Pix element"),
    (
        Problem::SecondPix { element: ElementPath::root(27), at: 7 },
        Some(7),
        "element 27 of the BR Code is of Pix as an earlier one is",
    ),
    (
        Problem::NoKeyOrUrl { at: 7 },
        Some(7),
        "the Pix element at byte 7 of the BR Code has neither key (01) nor URL (25)",
    ),
    (Problem::KeyAndUrl { at: 7 }, Some(7), "the Pix element at byte 7 of the BR Code has both key (01) and URL (25)"),
    (
        Problem::KeyAndRecurrence { at: 7 },
        Some(7),
        "the Pix element at byte 7 of the BR Code has a key (01) where a recurrence allows a URL only",
    ),
    (
        Problem::StaticOnly { element: ElementPath::inside(26, 2), at: 7 },
        Some(7),
        "element 26-02 of the BR Code does not go with a URL (25)",
    ),
    (
        Problem::Key { at: 7, error: PixKeyError::PlusLost },
        Some(7),
        "the key in the BR Code: the Pix key begins with a space where a plus should be",
    ),
    (
        Problem::UrlCharacter { element: ElementPath::inside(26, 25), at: 7 },
        Some(7),
        "the URL in element 26-25 of the BR Code has printable ASCII only; byte 7 is something else",
    ),
    (
        Problem::UrlScheme { element: ElementPath::inside(80, 25), at: 7 },
        Some(7),
        "the URL in element 80-25 of a BR Code is written without https://",
    ),
    (
        Problem::TxidCharacter { at: 7 },
        Some(7),
        "element 62-05 of the BR Code has letters without accents and digits only; byte 7 is something else",
    ),
    (Problem::TxidInDynamic { at: 7 }, Some(7), "element 62-05 of a BR Code with a URL is ***"),
    (
        Problem::CrcNotLast { at: 7 },
        Some(7),
        "the checksum (element 63, byte 7) is not the last element of the BR Code",
    ),
    (
        Problem::CrcShort { at: 7, found: 3, expected: 0x51C3 },
        Some(7),
        "the checksum of the BR Code has four digits, not 3",
    ),
    (Problem::CrcForm { at: 7 }, Some(7), "the checksum of the BR Code is not hexadecimal at byte 7"),
    (Problem::CrcWrong { at: 7, expected: 0x51C3 }, Some(7), "the checksum of the BR Code does not match"),
    (Problem::CrcLowerCase { at: 7 }, Some(7), "the checksum of a BR Code has upper-case letters"),
];

#[test]
fn every_problem_says_what_is_wrong() {
    for (problem, at, sentence) in SENTENCES {
        assert_eq!((problem.to_string().as_str(), problem.at()), (*sentence, *at));
    }
    for (value, words) in [
        (FixedValue::Version, "01"),
        (FixedValue::Initiation, "11 or 12"),
        (FixedValue::Category, "four digits"),
        (FixedValue::Currency, "986, the number of the real"),
        (FixedValue::Country, "BR"),
        (FixedValue::Ispb, "an ISPB of eight digits or upper-case letters"),
    ] {
        assert_eq!(value.to_string(), words);
    }
}
