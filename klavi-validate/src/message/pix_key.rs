//! What is wrong with a Pix key, and with what it may be: a CPF, a CNPJ, an e-mail address, a phone number.

use crate::say;
use crate::sentence::Sentence;
use crate::sentences::{cnpj, cpf, email, phone, pix_key, zeros};
use klavi_pix::{CnpjError, CpfError, EmailError, PhoneError, PixKeyDifference, PixKeyError};

pub(super) fn pix_key(field: Sentence<'_>, error: PixKeyError) -> Sentence<'_> {
    match error {
        PixKeyError::Empty => say!(pix_key::EMPTY, field),
        PixKeyError::BlankAround { at } => say!(pix_key::BLANK_AROUND, field, at),
        PixKeyError::PlusLost => say!(pix_key::PLUS_LOST, field),
        PixKeyError::PhoneWithoutPlus => say!(pix_key::PHONE_WITHOUT_PLUS, field),
        PixKeyError::PhoneMask { at } => say!(pix_key::PHONE_MASK, field, at),
        PixKeyError::PhoneDigits { found } => say!(pix_key::PHONE_DIGITS, field, found),
        PixKeyError::PhoneCharacter { at } => say!(pix_key::PHONE_CHARACTER, field, at),
        PixKeyError::CpfPunctuation { at } => say!(pix_key::CPF_PUNCTUATION, field, at),
        PixKeyError::CnpjPunctuation { at } => say!(pix_key::CNPJ_PUNCTUATION, field, at),
        PixKeyError::Digits { found } => say!(pix_key::DIGITS, field, found),
        PixKeyError::EmailWithoutAt => say!(pix_key::EMAIL_WITHOUT_AT, field),
        PixKeyError::RandomWithoutHyphens => say!(pix_key::RANDOM_WITHOUT_HYPHENS, field),
        PixKeyError::RandomCharacter { at } => say!(pix_key::RANDOM_CHARACTER, field, at),
        PixKeyError::BrCode => say!(pix_key::BR_CODE, field),
        PixKeyError::Unknown => say!(pix_key::UNKNOWN, field),
        PixKeyError::CpfZeroLost => cpf(field, CpfError::ZerosLost { found: 10 }),
        PixKeyError::CnpjLowerCase { at } => cnpj(field, CnpjError::LowerCase { at }),
        PixKeyError::CnpjCheckDigitLetter { at } => cnpj(field, CnpjError::LetterInCheckDigits { at }),
        PixKeyError::CnpjZerosLost { found } => cnpj(field, CnpjError::ZerosLost { found }),
        PixKeyError::Email(error) => email(field, error),
    }
}

/// A Pix key that is right, but not written as the directory keeps it.
pub(super) fn pix_key_difference(field: Sentence<'_>, difference: PixKeyDifference) -> Sentence<'_> {
    match difference {
        PixKeyDifference::Email(error) => email(field, error),
        PixKeyDifference::Phone(error) => phone(field, error),
        PixKeyDifference::UpperCaseRandom { at } => say!(pix_key::UPPER_CASE, field, at),
    }
}

pub(super) fn cpf(field: Sentence<'_>, error: CpfError) -> Sentence<'_> {
    match error {
        CpfError::Length { found } => say!(cpf::LENGTH, field, found),
        CpfError::NotADigit { at } => say!(cpf::NOT_A_DIGIT, field, at),
        CpfError::Punctuation { at } => say!(cpf::PUNCTUATION, field, at),
        CpfError::Repeated => say!(cpf::REPEATED, field),
        CpfError::CheckDigits => say!(cpf::CHECK_DIGITS, field),
        CpfError::ZerosLost { found } => say!(zeros::CPF, field, found, lost = 11 - found),
    }
}

pub(super) fn cnpj(field: Sentence<'_>, error: CnpjError) -> Sentence<'_> {
    match error {
        CnpjError::Length { found } => say!(cnpj::LENGTH, field, found),
        CnpjError::NotAllowed { at } => say!(cnpj::NOT_ALLOWED, field, at),
        CnpjError::Punctuation { at } => say!(cnpj::PUNCTUATION, field, at),
        CnpjError::LowerCase { at } => say!(cnpj::LOWER_CASE, field, at),
        CnpjError::LetterInCheckDigits { at } => say!(cnpj::LETTER_IN_CHECK_DIGITS, field, at),
        CnpjError::AllZero => say!(cnpj::ALL_ZERO, field),
        CnpjError::CheckDigits => say!(cnpj::CHECK_DIGITS, field),
        CnpjError::ZerosLost { found } => say!(zeros::CNPJ, field, found, lost = 14 - found),
    }
}

pub(super) fn email(field: Sentence<'_>, error: EmailError) -> Sentence<'_> {
    match error {
        EmailError::UpperCase { at } => say!(email::UPPER_CASE, field, at),
        EmailError::TooLong { found } => say!(email::TOO_LONG, field, found),
        EmailError::NoAt => say!(email::NO_AT, field),
        EmailError::EmptyLocal => say!(email::EMPTY_LOCAL, field),
        EmailError::SecondAt { at } => say!(email::SECOND_AT, field, at),
        EmailError::EmptyHost => say!(email::EMPTY_HOST, field),
        EmailError::LocalCharacter { at } => say!(email::LOCAL_CHARACTER, field, at),
        EmailError::HostCharacter { at } => say!(email::HOST_CHARACTER, field, at),
        EmailError::EmptyLabel { at } => say!(email::EMPTY_LABEL, field, at),
        EmailError::OneLabel { at } => say!(email::ONE_LABEL, field, at),
        EmailError::LongLabel { found, .. } => say!(email::LONG_LABEL, field, found),
        EmailError::Hyphen { at } => say!(email::HYPHEN, field, at),
    }
}

pub(super) fn phone(field: Sentence<'_>, error: PhoneError) -> Sentence<'_> {
    match error {
        PhoneError::NoPlus => say!(phone::NO_PLUS, field),
        PhoneError::PlusLost => say!(phone::PLUS_LOST, field),
        PhoneError::Mask { at } => say!(phone::MASK, field, at),
        PhoneError::NotADigit { at } => say!(phone::NOT_A_DIGIT, field, at),
        PhoneError::LeadingZero => say!(phone::LEADING_ZERO, field),
        PhoneError::TooShort { found } => say!(phone::TOO_SHORT, field, found),
        PhoneError::TooLong { found } => say!(phone::TOO_LONG, field, found),
        PhoneError::Brazilian => say!(phone::BRAZILIAN, field),
    }
}
