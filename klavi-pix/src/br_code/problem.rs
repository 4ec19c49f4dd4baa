//! What can be wrong with a BR Code.

use core::fmt;

use super::super::{AmountError, PixKeyDifference, PixKeyError};

/// The place of an element: its id, and that of the template it stands in. Written `54` or `62-05`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ElementPath {
    /// Id of the template, if the element stands in one.
    pub template: Option<u8>,
    /// Id of the element, 0 to 99.
    pub id: u8,
}

impl ElementPath {
    /// An element of the code itself.
    #[must_use]
    pub const fn root(id: u8) -> Self {
        Self { template: None, id }
    }

    /// An element of a template.
    #[must_use]
    pub const fn inside(template: u8, id: u8) -> Self {
        Self { template: Some(template), id }
    }
}

impl fmt::Display for ElementPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.template {
            Some(template) => write!(f, "{template:02}-{:02}", self.id),
            None => write!(f, "{:02}", self.id),
        }
    }
}

/// What an element of fixed content holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FixedValue {
    /// `01`, the version (00).
    Version,
    /// `11` for a code that may be paid again, `12` for one that is paid once (01).
    Initiation,
    /// The four digits of the payee's category (52).
    Category,
    /// `986`, the number of the real (53).
    Currency,
    /// `BR` (58).
    Country,
    /// An ISPB: eight digits or upper-case letters (26-03).
    Ispb,
}

impl fmt::Display for FixedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Version => "01",
            Self::Initiation => "11 or 12",
            Self::Category => "four digits",
            Self::Currency => "986, the number of the real",
            Self::Country => "BR",
            Self::Ispb => "an ISPB of eight digits or upper-case letters",
        })
    }
}

/// What the checksum tells about a wrong length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LengthCause {
    /// The checksum is right for the text as it stands: the code was issued with this length.
    Issued,
    /// The checksum is right once the length is: its digits were changed after the code was issued.
    Changed,
    /// The checksum is right once the blanks that the value lacks are put back: they were lost after the code was issued.
    BlanksLost,
    /// The length counts characters where others count bytes, or bytes where others count characters.
    Unit,
    /// Nothing: the checksum is wrong either way.
    Unknown,
}

/// One thing wrong with a BR Code. Every `at` is a byte offset in the whole code; unless said otherwise it is that of
/// the element, where its id begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the fields mean the same everywhere; the lines above and the variants say what")]
pub enum BrCodeProblem {
    /// No character at all.
    Empty,
    /// More than 512 bytes.
    TooLong { found: usize },
    /// A line break, at this byte. Nothing else is looked at: it spoils lengths and checksum.
    LineBreak { at: usize },
    /// A blank that does not belong there, at this byte. The checksum is not looked at.
    InsertedBlank { at: usize },
    /// A character outside printable ASCII, at this byte, in an element that takes no other.
    NotPrintable { element: ElementPath, at: usize },
    /// The first character is missing: `00201` instead of `000201`.
    StartLost,
    /// The code makes sense up to this byte, and no element that would fits there. Something before it is wrong: a length,
    /// or a character too many or too few.
    NoElement { at: usize },
    /// The code makes sense up to this element, and ends inside it.
    Cut { element: ElementPath, at: usize, declared: usize, found: usize },
    /// The length of the element is wrong: with the one found, and with no other, the whole code would hold.
    WrongLength { element: ElementPath, at: usize, declared: usize, found: usize, cause: LengthCause },
    /// The length of the element is not two digits; with the one found the whole code would hold.
    LengthForm { element: ElementPath, at: usize, found: usize },
    /// The content of the Pix template is longer than 99, so that its length has three digits.
    TemplateTooLong { element: ElementPath, at: usize },
    /// The first element is not 00.
    FirstElement { at: usize },
    /// The element was there before.
    Duplicate { element: ElementPath, at: usize },
    /// The element must be there and is not.
    Missing { element: ElementPath },
    /// The value is shorter or longer than the element allows, in characters.
    ElementLength { element: ElementPath, at: usize, min: usize, max: usize, found: usize },
    /// The value is not what the element must hold.
    Value { element: ElementPath, at: usize, expected: FixedValue },
    /// The amount (54) cannot be read; its positions count from the value.
    Amount { at: usize, error: AmountError },
    /// The amount (54) is zero: an open amount is left out instead.
    AmountZero { at: usize },
    /// No template from 26 to 51 is that of Pix.
    NotPix,
    /// Another template of Pix where one was already.
    SecondPix { element: ElementPath, at: usize },
    /// The Pix template has neither key (01) nor URL (25), and the code asks for no recurrence.
    NoKeyOrUrl { at: usize },
    /// The Pix template has both key (01) and URL (25).
    KeyAndUrl { at: usize },
    /// The Pix template has a key (01) and the code asks for a recurrence as well, which goes with a URL (25) only.
    KeyAndRecurrence { at: usize },
    /// The element belongs to a key (01) and stands beside a URL (25).
    StaticOnly { element: ElementPath, at: usize },
    /// The key is none of the five kinds; its positions count from the value.
    Key { at: usize, error: PixKeyError },
    /// The key is not written as the directory of keys has it; positions count from the value.
    KeyNotCanonical { at: usize, difference: PixKeyDifference },
    /// The URL begins with a scheme such as `https://`.
    UrlScheme { element: ElementPath, at: usize },
    /// The URL has a blank or a character outside printable ASCII, at this byte.
    UrlCharacter { element: ElementPath, at: usize },
    /// The transaction id (62-05) has something else than letters without accents and digits, at this byte, and is not
    /// `***`.
    TxidCharacter { at: usize },
    /// The transaction id (62-05) of a dynamic code is not `***`.
    TxidInDynamic { at: usize },
    /// The checksum (63) is not the last element. Its digits are not judged.
    CrcNotLast { at: usize },
    /// The checksum has fewer than four digits. `at` is that of its digits, as in the next three.
    CrcShort { at: usize, found: usize, expected: u16 },
    /// The checksum is not hexadecimal.
    CrcForm { at: usize },
    /// The checksum is another.
    CrcWrong { at: usize, expected: u16 },
    /// The checksum is right but has lower-case letters.
    CrcLowerCase { at: usize },
}

impl BrCodeProblem {
    /// Whether the problem is that of the checksum's value, as opposed to the structure.
    #[must_use]
    pub const fn is_crc(self) -> bool {
        matches!(self, Self::CrcShort { .. } | Self::CrcForm { .. } | Self::CrcWrong { .. } | Self::CrcLowerCase { .. })
    }

    /// Whether the problem can come from elements that were told apart wrongly; the others are seen only where all is read.
    pub(super) const fn is_of_structure(self) -> bool {
        !self.is_crc()
            && !matches!(
                self,
                Self::TooLong { .. }
                    | Self::NotPrintable { .. }
                    | Self::AmountZero { .. }
                    | Self::KeyAndUrl { .. }
                    | Self::KeyAndRecurrence { .. }
                    | Self::StaticOnly { .. }
                    | Self::KeyNotCanonical { .. }
                    | Self::UrlScheme { .. }
                    | Self::TxidInDynamic { .. }
            )
    }

    /// Byte offset in the code, if the problem has a place.
    #[must_use]
    pub const fn at(self) -> Option<usize> {
        match self {
            Self::Empty | Self::TooLong { .. } | Self::Missing { .. } | Self::NotPix => None,
            Self::StartLost => Some(0),
            Self::LineBreak { at }
            | Self::InsertedBlank { at }
            | Self::NotPrintable { at, .. }
            | Self::NoElement { at }
            | Self::Cut { at, .. }
            | Self::WrongLength { at, .. }
            | Self::LengthForm { at, .. }
            | Self::TemplateTooLong { at, .. }
            | Self::FirstElement { at }
            | Self::Duplicate { at, .. }
            | Self::ElementLength { at, .. }
            | Self::Value { at, .. }
            | Self::Amount { at, .. }
            | Self::AmountZero { at }
            | Self::SecondPix { at, .. }
            | Self::NoKeyOrUrl { at }
            | Self::KeyAndUrl { at }
            | Self::KeyAndRecurrence { at }
            | Self::StaticOnly { at, .. }
            | Self::Key { at, .. }
            | Self::KeyNotCanonical { at, .. }
            | Self::UrlScheme { at, .. }
            | Self::UrlCharacter { at, .. }
            | Self::TxidCharacter { at }
            | Self::TxidInDynamic { at }
            | Self::CrcNotLast { at }
            | Self::CrcShort { at, .. }
            | Self::CrcForm { at }
            | Self::CrcWrong { at, .. }
            | Self::CrcLowerCase { at } => Some(at),
        }
    }
}

impl fmt::Display for BrCodeProblem {
    #[expect(clippy::too_many_lines, reason = "a table: one sentence for each variant")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the BR Code is empty"),
            Self::TooLong { found } => write!(f, "a BR Code has at most 512 bytes, not {found}"),
            Self::LineBreak { at } => write!(f, "the BR Code has a line break at byte {at}"),
            Self::InsertedBlank { at } => write!(f, "the BR Code has a space at byte {at} that does not belong there"),
            Self::NotPrintable { element, at } => {
                write!(f, "element {element} of the BR Code has a character outside printable ASCII at byte {at}")
            }
            Self::StartLost => f.write_str("the BR Code begins with 000201; its first character was lost"),
            Self::NoElement { at } => {
                write!(f, "the BR Code makes no sense from byte {at} on: no element fits there")
            }
            Self::Cut { element, declared, found, .. } => {
                write!(f, "element {element} of the BR Code has length {declared}, but only {found} characters follow")
            }
            Self::WrongLength { element, at, declared, found, .. } => {
                write!(f, "element {element} at byte {at} of the BR Code has {found} characters, not {declared}")
            }
            Self::LengthForm { element, found, .. } => {
                write!(f, "the length of element {element} of the BR Code is written {found:02}, with two digits")
            }
            Self::TemplateTooLong { element, .. } => {
                write!(f, "key and text are too long for element {element} of the BR Code, which holds 99 characters")
            }
            Self::FirstElement { .. } => f.write_str("the first element of a BR Code is 00"),
            Self::Duplicate { element, at } => write!(f, "element {element} occurs again at byte {at} of the BR Code"),
            Self::Missing { element } => write!(f, "element {element} of the BR Code is missing"),
            Self::ElementLength { element, min, max, found, .. } if min == max => {
                write!(f, "element {element} of a BR Code has {max} characters, not {found}")
            }
            Self::ElementLength { element, min, max, found, .. } => {
                write!(f, "element {element} of a BR Code has {min} to {max} characters, not {found}")
            }
            Self::Value { element, expected, .. } => write!(f, "element {element} of a BR Code is {expected}"),
            Self::Amount { error, .. } => write!(f, "element 54 of the BR Code: {error}"),
            Self::AmountZero { .. } => f.write_str("element 54 of a BR Code is not zero; leave it out instead"),
            Self::NotPix => f.write_str("the BR Code has no Pix element"),
            Self::SecondPix { element, .. } => {
                write!(f, "element {element} of the BR Code is of Pix as an earlier one is")
            }
            Self::NoKeyOrUrl { at } => {
                write!(f, "the Pix element at byte {at} of the BR Code has neither key (01) nor URL (25)")
            }
            Self::KeyAndUrl { at } => {
                write!(f, "the Pix element at byte {at} of the BR Code has both key (01) and URL (25)")
            }
            Self::KeyAndRecurrence { at } => {
                write!(
                    f,
                    "the Pix element at byte {at} of the BR Code has a key (01) where a recurrence allows a URL only"
                )
            }
            Self::StaticOnly { element, .. } => {
                write!(f, "element {element} of the BR Code does not go with a URL (25)")
            }
            Self::Key { error, .. } => write!(f, "the key in the BR Code: {error}"),
            Self::KeyNotCanonical { difference, .. } => write!(f, "the key in the BR Code: {difference}"),
            Self::UrlCharacter { element, at } => {
                write!(
                    f,
                    "the URL in element {element} of the BR Code has printable ASCII only; byte {at} is something else"
                )
            }
            Self::UrlScheme { element, .. } => {
                write!(f, "the URL in element {element} of a BR Code is written without https://")
            }
            Self::TxidCharacter { at } => write!(
                f,
                "element 62-05 of the BR Code has letters without accents and digits only; byte {at} is something else"
            ),
            Self::TxidInDynamic { .. } => f.write_str("element 62-05 of a BR Code with a URL is ***"),
            Self::CrcNotLast { at } => {
                write!(f, "the checksum (element 63, byte {at}) is not the last element of the BR Code")
            }
            Self::CrcShort { found, .. } => write!(f, "the checksum of the BR Code has four digits, not {found}"),
            Self::CrcForm { at } => write!(f, "the checksum of the BR Code is not hexadecimal at byte {at}"),
            Self::CrcWrong { .. } => f.write_str("the checksum of the BR Code does not match"),
            Self::CrcLowerCase { .. } => f.write_str("the checksum of a BR Code has upper-case letters"),
        }
    }
}

impl core::error::Error for BrCodeProblem {}
