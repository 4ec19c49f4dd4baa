//! Pix keys: which of the five kinds a text is, and how the directory of keys (DICT) would write it.
//!
//! Three questions, from loose to strict:
//!
//! 1. [`PixKeyRef::parse`]: is it one of the forms that the documents state? Eleven digits; fourteen digits or the
//!    alphanumeric CNPJ form; a plus and 2 to 15 digits; an address with `@` and a host; a UUID with hyphens in either
//!    case. If not, [`PixKeyError`] names the usual damage.
//! 2. [`PixKeyRef::canonical`]: is it written as DICT 1.8.0 has it?
//! 3. [`PixKeyRef::check_digits`]: for a CPF or CNPJ, do the check digits match?
//!
//! As portable patterns, in the order of [`PixKeyKind`]: `^[0-9]{11}$`, `^[0-9A-Z]{12}[0-9]{2}$`, `^[+][0-9]{2,15}$`,
//! `^[!-?A-~]+@[0-9A-Za-z.-]+$`, `^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$`.
//!
//! The forms exclude each other. One trap remains: a mobile number without `+55` has eleven digits and is read as a
//! CPF; [`PixKeyRef::looks_like_phone`] tells.

mod error;

use core::fmt;

use super::scan::Set;
use super::{CnpjError, CpfError, TaxIdError, cnpj, cpf, email, phone, scan};

pub use error::{PixKeyDifference, PixKeyError};

/// The five kinds of key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PixKeyKind {
    /// Eleven digits.
    Cpf,
    /// Fourteen digits, or upper-case letters and digits of which the last two are digits.
    Cnpj,
    /// A plus and digits.
    Phone,
    /// An e-mail address.
    Email,
    /// A UUID with hyphens (EVP).
    Random,
}

impl PixKeyKind {
    /// The name that DICT gives to the kind.
    #[must_use]
    pub const fn dict_name(self) -> &'static str {
        match self {
            Self::Cpf => "CPF",
            Self::Cnpj => "CNPJ",
            Self::Phone => "PHONE",
            Self::Email => "EMAIL",
            Self::Random => "EVP",
        }
    }
}

/// A text of one of the five forms. `Debug` does not show it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PixKeyRef<'a> {
    text: &'a str,
    kind: PixKeyKind,
}

impl<'a> PixKeyRef<'a> {
    /// Finds the kind of a key by its form alone.
    ///
    /// # Errors
    ///
    /// Why it is of none of the five kinds.
    ///
    /// ```
    /// use klavi_pix::{PixKeyRef, PixKeyError, PixKeyKind};
    ///
    /// assert_eq!(PixKeyRef::parse("76109277673").map(PixKeyRef::kind), Ok(PixKeyKind::Cpf));
    /// assert_eq!(PixKeyRef::parse("5511912345678"), Err(PixKeyError::PhoneWithoutPlus));
    /// assert_eq!(PixKeyRef::parse(" 5511912345678"), Err(PixKeyError::PlusLost));
    /// assert_eq!(PixKeyRef::parse("761.092.776-73"), Err(PixKeyError::CpfPunctuation { at: 3 }));
    /// ```
    pub fn parse(text: &'a str) -> Result<Self, PixKeyError> {
        kind(text).map(|kind| Self { text, kind }).map_err(|error| explain(text, error))
    }

    /// The key as it was written.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.text
    }

    /// Which of the five kinds it is.
    #[must_use]
    pub const fn kind(self) -> PixKeyKind {
        self.kind
    }

    /// Checks that the key is written as DICT has it. A CPF or CNPJ of the right form always is.
    ///
    /// # Errors
    ///
    /// The first difference.
    ///
    /// ```
    /// use klavi_pix::{EmailError, PixKeyRef, PixKeyDifference};
    ///
    /// let key = PixKeyRef::parse("Fulano@Example.com").unwrap();
    /// assert_eq!(key.canonical(), Err(PixKeyDifference::Email(EmailError::UpperCase { at: 0 })));
    /// ```
    pub fn canonical(self) -> Result<(), PixKeyDifference> {
        match self.kind {
            PixKeyKind::Cpf | PixKeyKind::Cnpj => Ok(()),
            PixKeyKind::Phone => phone::check_key(self.text).map_err(PixKeyDifference::Phone),
            PixKeyKind::Email => email::check_key(self.text).map_err(PixKeyDifference::Email),
            PixKeyKind::Random => match self.text.bytes().position(|byte| byte.is_ascii_uppercase()) {
                Some(at) => Err(PixKeyDifference::UpperCaseRandom { at }),
                None => Ok(()),
            },
        }
    }

    /// Checks the check digits of a CPF or CNPJ; other kinds have none.
    ///
    /// # Errors
    ///
    /// What is wrong with the number.
    ///
    /// ```
    /// use klavi_pix::{CpfError, PixKeyRef, TaxIdError};
    ///
    /// let key = PixKeyRef::parse("12345678901").unwrap();
    /// assert_eq!(key.check_digits(), Err(TaxIdError::Cpf(CpfError::CheckDigits)));
    /// ```
    pub fn check_digits(self) -> Result<(), TaxIdError> {
        match self.kind {
            PixKeyKind::Cpf => cpf::check(self.text).map_err(TaxIdError::Cpf),
            PixKeyKind::Cnpj => cnpj::check(self.text).map_err(TaxIdError::Cnpj),
            PixKeyKind::Phone | PixKeyKind::Email | PixKeyKind::Random => Ok(()),
        }
    }

    /// Whether eleven digits are rather a mobile number that lacks `+55`: not a CPF, but an area code and a 9.
    ///
    /// ```
    /// use klavi_pix::PixKeyRef;
    ///
    /// assert!(PixKeyRef::parse("11912345678").unwrap().looks_like_phone());
    /// // A mobile number and a CPF with right check digits: nothing can be said.
    /// assert!(!PixKeyRef::parse("11912345684").unwrap().looks_like_phone());
    /// ```
    #[must_use]
    pub fn looks_like_phone(self) -> bool {
        self.kind == PixKeyKind::Cpf && is_mobile_not_cpf(self.text.as_bytes())
    }
}

/// The kind, by the form alone. The error is only as good as the order of the questions; [`explain`] betters it.
fn kind(text: &str) -> Result<PixKeyKind, PixKeyError> {
    // The forms exclude each other, and these are told by their length.
    match text.len() {
        cpf::LENGTH if scan::all_digits(text) => return Ok(PixKeyKind::Cpf),
        cnpj::LENGTH if text.as_bytes().try_into().is_ok_and(cnpj::is_form) => return Ok(PixKeyKind::Cnpj),
        RANDOM_LENGTH if is_hyphenated_like_uuid(text) && scan::first_not(text, &RANDOM).is_none() => {
            return Ok(PixKeyKind::Random);
        }
        _ => {}
    }
    if scan::find(text, b'@').is_some() {
        return email::check_form(text).map(|()| PixKeyKind::Email).map_err(PixKeyError::Email);
    }
    if let Some(digits) = text.strip_prefix('+') {
        return match (scan::first_not(digits, &scan::DIGITS), digits.len()) {
            (None, 2..=15) => Ok(PixKeyKind::Phone),
            (None, found) => Err(PixKeyError::PhoneDigits { found }),
            (Some(at), _) if digits.bytes().all(|byte| byte.is_ascii_digit() || scan::is_phone_mask(byte)) => {
                Err(PixKeyError::PhoneMask { at: at + 1 })
            }
            (Some(at), _) => Err(PixKeyError::PhoneCharacter { at: at + 1 }),
        };
    }
    if is_hyphenated_like_uuid(text)
        && let Some(at) = scan::first_not(text, &RANDOM)
    {
        return Err(PixKeyError::RandomCharacter { at });
    }
    Err(if text.is_empty() { PixKeyError::Empty } else { PixKeyError::Unknown })
}

/// Finds the damage of a text that has none of the forms.
fn explain(text: &str, error: PixKeyError) -> PixKeyError {
    let trimmed = text.trim();
    if trimmed != text {
        return match kind(trimmed) {
            Ok(_) => PixKeyError::BlankAround { at: if text.starts_with(trimmed) { trimmed.len() } else { 0 } },
            Err(_) if text.starts_with(' ') && lacks_plus(trimmed) => PixKeyError::PlusLost,
            Err(_) => error,
        };
    }
    if error != PixKeyError::Unknown {
        return error;
    }
    if scan::all_digits(text) {
        return explain_digits(text);
    }
    if text.starts_with("000201") {
        return PixKeyError::BrCode;
    }
    explain_document(text).or_else(|| explain_phone(text)).or_else(|| explain_letters(text)).unwrap_or(error)
}

/// Digits, neither 11 nor 14 of them.
fn explain_digits(text: &str) -> PixKeyError {
    let national = text.strip_prefix("55").is_some_and(phone::is_brazilian_national);
    match text.len() {
        12 | 13 if national => PixKeyError::PhoneWithoutPlus,
        10 if cpf::check(text) == Err(CpfError::ZerosLost { found: 10 }) => PixKeyError::CpfZeroLost,
        found @ (12 | 13) if cnpj::check(text) == Err(CnpjError::ZerosLost { found }) => {
            PixKeyError::CnpjZerosLost { found }
        }
        32 => PixKeyError::RandomWithoutHyphens,
        _ if lacks_plus(text) => PixKeyError::PhoneWithoutPlus,
        found => PixKeyError::Digits { found },
    }
}

/// A CPF or CNPJ with punctuation, or a CNPJ with letters in the wrong case or place.
fn explain_document(text: &str) -> Option<PixKeyError> {
    if let Err(CpfError::Punctuation { at }) = cpf::check(text) {
        let digits = scan::unmasked::<{ cpf::LENGTH }>(text, scan::is_document_mask)?;
        let is_phone = text.contains(' ') && !cpf::has_check_digits(&digits);
        return (!is_phone && !is_mobile_not_cpf(&digits)).then_some(PixKeyError::CpfPunctuation { at });
    }
    match cnpj::check(text) {
        Err(CnpjError::Punctuation { at }) => Some(PixKeyError::CnpjPunctuation { at }),
        Err(CnpjError::LowerCase { at }) => Some(PixKeyError::CnpjLowerCase { at }),
        Err(CnpjError::LetterInCheckDigits { at }) => Some(PixKeyError::CnpjCheckDigitLetter { at }),
        _ => None,
    }
}

/// A telephone number with a mask and without a plus.
fn explain_phone(text: &str) -> Option<PixKeyError> {
    let at = scan::first_not(text, &scan::DIGITS)?;
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let masked = text.bytes().all(|byte| byte.is_ascii_digit() || scan::is_phone_mask(byte));
    (masked && matches!(digits, 10..=13)).then_some(PixKeyError::PhoneMask { at })
}

/// A random key with damaged hyphens, or an address that lost its `@`.
fn explain_letters(text: &str) -> Option<PixKeyError> {
    let hex = scan::unmasked::<32>(text, |byte| byte == b'-').is_some_and(|all| all.iter().all(u8::is_ascii_hexdigit));
    if hex {
        return Some(PixKeyError::RandomWithoutHyphens);
    }
    let (name, ending) = text.rsplit_once('.')?;
    let is_host = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_host(ending) && !name.is_empty() && !name.contains(['/', ' '])).then_some(PixKeyError::EmailWithoutAt)
}

/// Whether bare digits are a telephone number of Brazil that lost its plus.
fn lacks_plus(text: &str) -> bool {
    matches!(text.len(), 12 | 13) && text.starts_with("55") && scan::all_digits(text)
}

/// Whether eleven digits are a mobile number and cannot be a CPF.
fn is_mobile_not_cpf(digits: &[u8]) -> bool {
    matches!(digits, [b'1'..=b'9', b'1'..=b'9', b'9', ..]) && !cpf::has_check_digits(digits)
}

/// The number of characters of a UUID.
const RANDOM_LENGTH: usize = 36;

static RANDOM: Set = scan::set!(b'0'..=b'9' | b'A'..=b'F' | b'a'..=b'f' | b'-');

/// Whether a text has 36 bytes, with hyphens where a UUID has them.
fn is_hyphenated_like_uuid(text: &str) -> bool {
    text.as_bytes().try_into().is_ok_and(|bytes: &[u8; RANDOM_LENGTH]| {
        bytes.iter().enumerate().all(|(at, byte)| (*byte == b'-') == matches!(at, 8 | 13 | 18 | 23))
    })
}

impl fmt::Debug for PixKeyRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PixKeyRef").field("kind", &self.kind).finish_non_exhaustive()
    }
}
