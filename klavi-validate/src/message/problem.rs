//! What a format says of a text, as sentences about the field.

use super::pix_key::{cnpj, cpf, email, phone, pix_key, pix_key_difference};
use super::{br_code, stray};
use crate::say;
use crate::sentence::Sentence;
use crate::sentences::{
    amount, amount_notation, date, date_time, end_to_end_id, ispb, jwt, tax_id, town_code, transaction_id, url,
};
use klavi_pix::{
    AmountError, AmountNotation, DateError, DateTimeError, EndToEndIdError, FormatProblem, IspbError, JwtError,
    TownCodeError, TransactionIdError, UrlError,
};

/// What is wrong with the field, unless its code says all there is to say.
pub(super) fn said(field: Sentence<'_>, problem: FormatProblem) -> Option<Sentence<'_>> {
    Some(match problem {
        FormatProblem::Amount(error) => amount(field, error),
        FormatProblem::AmountNotation(found) => amount_notation(field, found),
        FormatProblem::BrCode(error) => return br_code::said(field, error),
        FormatProblem::Cnpj(error) => cnpj(field, error),
        FormatProblem::Cpf(error) => cpf(field, error),
        FormatProblem::Date(error) => date(field, error),
        FormatProblem::DateTime(error) => date_time(field, error),
        FormatProblem::Email(error) => email(field, error),
        FormatProblem::EndToEndId(error) => end_to_end_id(field, error),
        FormatProblem::Ispb(error) => ispb(field, error),
        FormatProblem::Jwt(error) => jwt(field, error),
        FormatProblem::Phone(error) => phone(field, error),
        FormatProblem::PixKey(error) => pix_key(field, error),
        FormatProblem::PixKeyDifference(difference) => pix_key_difference(field, difference),
        FormatProblem::Stray(found) => stray::stray(field, found),
        FormatProblem::TownCode(error) => town_code(field, error),
        FormatProblem::TransactionId(error) => transaction_id(field, error),
        FormatProblem::TaxIdLength { found } => say!(tax_id::LENGTH, field, found),
        FormatProblem::Url(error) => url(field, error),
        FormatProblem::PhoneWithoutCountry => say!(tax_id::PHONE_WITHOUT_COUNTRY, field),
        _ => return None,
    })
}

fn amount(field: Sentence<'_>, error: AmountError) -> Sentence<'_> {
    match error {
        AmountError::Empty => say!(amount::EMPTY, field),
        AmountError::NoInteger => say!(amount::NO_INTEGER, field),
        AmountError::Comma { at } => say!(amount::COMMA, field, at),
        AmountError::ThousandsSeparator { at } => say!(amount::THOUSANDS_SEPARATOR, field, at),
        AmountError::Exponent { at } => say!(amount::EXPONENT, field, at),
        AmountError::Sign => say!(amount::SIGN, field),
        AmountError::Decimals { found: 0 } => say!(amount::NO_DECIMALS, field),
        AmountError::Decimals { found: 1 } => say!(amount::ONE_DECIMAL, field),
        AmountError::Decimals { found } => say!(amount::DECIMALS, field, found),
        AmountError::TooManyDigits { found } => say!(amount::TOO_MANY_DIGITS, field, found),
        AmountError::NotADigit { at } => say!(amount::NOT_A_DIGIT, field, at),
    }
}

fn amount_notation(field: Sentence<'_>, found: AmountNotation) -> Sentence<'_> {
    match found {
        AmountNotation::Exponent { at } => say!(amount_notation::EXPONENT, field, at),
        AmountNotation::Zeros { found } => say!(amount_notation::ZEROS, field, found),
        AmountNotation::Sign => say!(amount_notation::SIGN, field),
    }
}

fn url(field: Sentence<'_>, error: UrlError) -> Sentence<'_> {
    match error {
        UrlError::NoScheme => say!(url::NO_SCHEME, field),
        UrlError::NoHost { at } => say!(url::NO_HOST, field, at),
        UrlError::Character { at } => say!(url::CHARACTER, field, at),
        UrlError::Percent { at } => say!(url::PERCENT, field, at),
    }
}

fn ispb(field: Sentence<'_>, error: IspbError) -> Sentence<'_> {
    match error {
        IspbError::Length { found } => say!(ispb::LENGTH, field, found),
        IspbError::BankCode => say!(ispb::BANK_CODE, field),
        IspbError::ZerosLost { found } => say!(ispb::ZEROS_LOST, field, found),
        IspbError::Letter { at } => say!(ispb::LETTER, field, at),
        IspbError::NotADigit { at } => say!(ispb::NOT_A_DIGIT, field, at),
    }
}

fn jwt(field: Sentence<'_>, error: JwtError) -> Sentence<'_> {
    match error {
        JwtError::Bearer => say!(jwt::BEARER, field),
        JwtError::Parts { found } => say!(jwt::PARTS, field, found),
        JwtError::EmptyPart { at } => say!(jwt::EMPTY_PART, field, at),
        JwtError::PartLength { at } => say!(jwt::PART_LENGTH, field, at),
        JwtError::NotBase64Url { at } => say!(jwt::NOT_BASE64URL, field, at),
    }
}

fn town_code(field: Sentence<'_>, error: TownCodeError) -> Sentence<'_> {
    match error {
        TownCodeError::Length { found } => say!(town_code::LENGTH, field, found),
        TownCodeError::NotADigit { at } => say!(town_code::NOT_A_DIGIT, field, at),
        TownCodeError::State => say!(town_code::STATE, field),
        TownCodeError::CheckDigit => say!(town_code::CHECK_DIGIT, field),
    }
}

fn transaction_id(field: Sentence<'_>, error: TransactionIdError) -> Sentence<'_> {
    match error {
        TransactionIdError::Empty => say!(transaction_id::EMPTY, field),
        TransactionIdError::TooLong { found } => say!(transaction_id::TOO_LONG, field, found),
        TransactionIdError::NotAllowed { at } => say!(transaction_id::NOT_ALLOWED, field, at),
    }
}

fn date(field: Sentence<'_>, error: DateError) -> Sentence<'_> {
    match error {
        DateError::Shape { at } => say!(date::SHAPE, field, at),
        DateError::DayFirst => say!(date::DAY_FIRST, field),
        DateError::Time { at } => say!(date::TIME, field, at),
        DateError::OneDigit { at } => say!(date::ONE_DIGIT, field, at),
        DateError::Year => say!(date::YEAR, field),
        DateError::Month => say!(date::MONTH, field),
        DateError::Day => say!(date::DAY, field),
        DateError::NotInMonth { last } => say!(date::NOT_IN_MONTH, field, last),
    }
}

fn date_time(field: Sentence<'_>, error: DateTimeError) -> Sentence<'_> {
    match error {
        DateTimeError::NoTime { .. } => say!(date_time::NO_TIME, field),
        DateTimeError::Separator { at } => say!(date_time::SEPARATOR, field, at),
        DateTimeError::Hour { at } => say!(date_time::HOUR, field, at),
        DateTimeError::Minute { at } => say!(date_time::MINUTE, field, at),
        DateTimeError::Second { at } => say!(date_time::SECOND, field, at),
        DateTimeError::EmptyFraction { at } => say!(date_time::EMPTY_FRACTION, field, at),
        DateTimeError::Fraction { at } => say!(date_time::FRACTION, field, at),
        DateTimeError::NoOffset { at } => say!(date_time::NO_OFFSET, field, at),
        DateTimeError::NotUtc { at } => say!(date_time::NOT_UTC, field, at),
        DateTimeError::Offset { at } => say!(date_time::OFFSET, field, at),
        DateTimeError::Trailing { at } => say!(date_time::TRAILING, field, at),
        DateTimeError::Date(error) => date(field, error),
    }
}

fn end_to_end_id(field: Sentence<'_>, error: EndToEndIdError) -> Sentence<'_> {
    match error {
        EndToEndIdError::Length { found } => say!(end_to_end_id::LENGTH, field, found),
        EndToEndIdError::Refund => say!(end_to_end_id::REFUND, field),
        EndToEndIdError::Prefix => say!(end_to_end_id::PREFIX, field),
        EndToEndIdError::NotAllowed { at } => say!(end_to_end_id::NOT_ALLOWED, field, at),
        EndToEndIdError::Ispb { at } => say!(end_to_end_id::ISPB, field, at),
        EndToEndIdError::NotADigit { at } => say!(end_to_end_id::NOT_A_DIGIT, field, at),
        EndToEndIdError::Date(_) => say!(end_to_end_id::DATE, field),
        EndToEndIdError::Hour => say!(end_to_end_id::HOUR, field),
        EndToEndIdError::Minute => say!(end_to_end_id::MINUTE, field),
    }
}
