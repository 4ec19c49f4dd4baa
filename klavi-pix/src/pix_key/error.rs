//! What can be wrong with a Pix key, and how one can differ from the directory.

use core::fmt;

use super::super::{EmailError, PhoneError};

/// Why a text is none of the five kinds of Pix key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PixKeyError {
    /// No character at all.
    Empty,
    /// A key with a blank or line end in front or behind.
    BlankAround {
        /// Byte offset of the first such character.
        at: usize,
    },
    /// A telephone number with a blank in the place of the plus, as happens in a URL.
    PlusLost,
    /// Twelve or thirteen digits that begin with 55.
    PhoneWithoutPlus,
    /// A telephone number with blanks, brackets, dots or dashes; the plus and country code may be missing too.
    PhoneMask {
        /// Byte offset of the first mark.
        at: usize,
    },
    /// A plus, then fewer than 2 or more than 15 digits.
    PhoneDigits {
        /// How many digits there are.
        found: usize,
    },
    /// A plus, then something that is not a digit.
    PhoneCharacter {
        /// Byte offset of the character.
        at: usize,
    },
    /// A CPF with dots or dash.
    CpfPunctuation {
        /// Byte offset of the first mark.
        at: usize,
    },
    /// Ten digits that make a CPF with a zero in front.
    CpfZeroLost,
    /// A CNPJ with dots, slash or dash.
    CnpjPunctuation {
        /// Byte offset of the first mark.
        at: usize,
    },
    /// A CNPJ with lower-case letters.
    CnpjLowerCase {
        /// Byte offset of the first lower-case letter.
        at: usize,
    },
    /// A CNPJ with a letter in one of the last two places.
    CnpjCheckDigitLetter {
        /// Byte offset of the letter.
        at: usize,
    },
    /// Thirteen digits that make a CNPJ with a zero in front.
    CnpjZerosLost {
        /// How many digits there are.
        found: usize,
    },
    /// Digits, of a number that fits nothing.
    Digits {
        /// How many digits there are.
        found: usize,
    },
    /// Something with an `@` that is not an address.
    Email(EmailError),
    /// Something like an address without an `@`.
    EmailWithoutAt,
    /// The 32 digits of a random key without its hyphens, or with hyphens in other places.
    RandomWithoutHyphens,
    /// A random key with a character that is not hexadecimal.
    RandomCharacter {
        /// Byte offset of the character.
        at: usize,
    },
    /// The text of a QR code.
    BrCode,
    /// Nothing that is known.
    Unknown,
}

impl fmt::Display for PixKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the Pix key is empty"),
            Self::BlankAround { at } => write!(f, "the Pix key has a space or line break around it, at byte {at}"),
            Self::PlusLost => f.write_str("the Pix key begins with a space where a plus should be"),
            Self::PhoneWithoutPlus => f.write_str("a telephone key begins with a plus; here it is missing"),
            Self::PhoneMask { at } => {
                write!(f, "a telephone key is a plus and digits; the first other character is at byte {at}")
            }
            Self::PhoneDigits { found } => write!(f, "a telephone key has 2 to 15 digits, not {found}"),
            Self::PhoneCharacter { at } => {
                write!(f, "a telephone key has digits after the plus; byte {at} is something else")
            }
            Self::CpfPunctuation { at } => {
                write!(f, "a CPF key is written without dots or dash; the first is at byte {at}")
            }
            Self::CpfZeroLost => f.write_str("a CPF key has 11 digits; here the zero in front was lost"),
            Self::CnpjPunctuation { at } => {
                write!(f, "a CNPJ key is written without dots, slash or dash; the first is at byte {at}")
            }
            Self::CnpjLowerCase { at } => write!(f, "the letters of a CNPJ key are upper case; byte {at} is not"),
            Self::CnpjCheckDigitLetter { at } => {
                write!(f, "the last two characters of a CNPJ key are digits; byte {at} is a letter")
            }
            Self::CnpjZerosLost { found } => {
                write!(f, "a CNPJ key has 14 digits; here are {found}, and zeros in front were lost")
            }
            Self::Digits { found } => {
                write!(f, "a Pix key of digits is a CPF of 11 or a CNPJ of 14; this has {found}")
            }
            Self::Email(error) => error.fmt(f),
            Self::EmailWithoutAt => f.write_str("the Pix key looks like an e-mail address without its @"),
            Self::RandomWithoutHyphens => {
                f.write_str("a random key has hyphens after 8, 12, 16 and 20 of its 32 digits")
            }
            Self::RandomCharacter { at } => {
                write!(f, "a random key has hexadecimal digits and hyphens only; byte {at} is something else")
            }
            Self::BrCode => f.write_str("this is the text of a QR code, not a Pix key"),
            Self::Unknown => {
                f.write_str("this is none of the five kinds of Pix key: CPF, CNPJ, telephone, e-mail or random key")
            }
        }
    }
}

impl core::error::Error for PixKeyError {}

/// How a key differs from what DICT would have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PixKeyDifference {
    /// In an e-mail address.
    Email(EmailError),
    /// In a telephone number.
    Phone(PhoneError),
    /// An upper-case digit in a random key.
    UpperCaseRandom {
        /// Byte offset of the digit.
        at: usize,
    },
}

impl fmt::Display for PixKeyDifference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Email(error) => error.fmt(f),
            Self::Phone(error) => error.fmt(f),
            Self::UpperCaseRandom { at } => write!(f, "a random key is lower case; byte {at} is not"),
        }
    }
}

impl core::error::Error for PixKeyDifference {}
