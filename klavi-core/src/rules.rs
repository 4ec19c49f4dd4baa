//! From the formats to findings: which code a format's problem has, and which relations hold.

use crate::program::{Format, Pattern, RelationKind};
use crate::{Code, Direction, Severity};
use klavi_pix::{
    AmountError, AmountNotation, BrCodeProblem, BrCodeRef, CalendarDate, Centavos, CnpjError, CpfError, DateError,
    DateTime, DateTimeError, EmailError, EndToEndIdError, EndToEndIdRef, IspbError, JwtError, PhoneError,
    PixKeyDifference, PixKeyError, PixKeyKind, PixKeyRef, Stray, TaxIdError, TaxIdKind, TownCodeError,
    TransactionIdError, Unfit, UrlError, br_code, cnpj, cpf, email, ispb, jwt, phone, tax_id, town_code,
    transaction_id, url,
};
use std::borrow::Cow;

/// What a format parser said about a value, without the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is the error of the format it names")]
#[non_exhaustive]
pub enum Problem {
    Amount(AmountError),
    AmountNotation(AmountNotation),
    BrCode(BrCodeProblem),
    Cnpj(CnpjError),
    Cpf(CpfError),
    Date(DateError),
    DateTime(DateTimeError),
    Email(EmailError),
    EndToEndId(EndToEndIdError),
    Ispb(IspbError),
    Jwt(JwtError),
    Phone(PhoneError),
    PixKey(PixKeyError),
    PixKeyDifference(PixKeyDifference),
    Stray(Stray),
    TownCode(TownCodeError),
    TransactionId(TransactionIdError),
    Unfit(Unfit),
    /// It is neither as long as a CPF nor as a CNPJ: so many characters.
    TaxIdLength {
        /// How many characters there are, punctuation not counted.
        found: usize,
    },
    Url(UrlError),
    /// Eleven digits that are no CPF but could be a mobile number.
    PhoneWithoutCountry,
    /// The day or time lies before today.
    Past,
    /// The amount is zero.
    Zero,
    /// A number is written as text.
    AsText,
    /// The time of day is not 23:59:59 UTC.
    NotEndOfDay,
}

impl From<TaxIdError> for Problem {
    fn from(error: TaxIdError) -> Self {
        match error {
            TaxIdError::Cpf(error) => Self::Cpf(error),
            TaxIdError::Cnpj(error) => Self::Cnpj(error),
            TaxIdError::Length { found } => Self::TaxIdLength { found },
        }
    }
}

type Note<'a> = &'a mut dyn FnMut(Code, Problem);

/// Tells what the format finds wrong with a text that no pattern has refused. All of it are warnings.
pub(crate) fn check_format(format: Format, text: &str, direction: Direction, note: Note<'_>) {
    let is_request = direction == Direction::Request;
    match format {
        Format::Cpf => check_cpf(text, note),
        Format::Cnpj => check_cnpj(text, note),
        Format::TaxId => check_tax_id(text, note),
        Format::PixKey => check_pix_key(text, note),
        Format::BrCode => br_code::check(text, &mut |problem| {
            let code = match problem {
                // The limit in bytes is stated by a document: `x-max-bytes` tells of it.
                BrCodeProblem::TooLong { .. } => return,
                BrCodeProblem::KeyNotCanonical { .. } => Code::PixKeyNotCanonical,
                _ if problem.is_crc() => Code::BrCodeCrc,
                _ => Code::BrCodeStructure,
            };
            note(code, Problem::BrCode(problem));
        }),
        Format::Date => {
            if let Err(error) = CalendarDate::parse(text) {
                note(date_code(error), Problem::Date(error));
            }
        }
        Format::DateTime => check_date_time(text, is_request, note),
        Format::EndToEndId => {
            if let Err(error) = EndToEndIdRef::parse(text) {
                note(Code::EndToEndIdFormat, Problem::EndToEndId(error));
            }
        }
        Format::TownCode => note_error(town_code::check(text), Problem::TownCode, Code::TownCode, note),
        Format::Amount => match Centavos::parse(text) {
            Err(error) => note(Code::AmountForm, Problem::Amount(error)),
            Ok(amount) if is_request && amount.is_zero() => note(Code::AmountZero, Problem::Zero),
            Ok(_) => {}
        },
        Format::AmountNumber => match Centavos::parse(text) {
            Err(error) => note(Code::AmountForm, Problem::Amount(error)),
            Ok(amount) => {
                note(Code::AmountAsText, Problem::AsText);
                if amount.is_zero() {
                    note(Code::AmountZero, Problem::Zero);
                }
            }
        },
        Format::Email => note_error(email::check(text), Problem::Email, Code::EmailFormat, note),
        Format::Phone => note_error(phone::check(text), Problem::Phone, Code::PhoneFormat, note),
        Format::TransactionId => {
            note_error(transaction_id::check(text), Problem::TransactionId, Code::TransactionIdFormat, note);
        }
        Format::Url => note_error(url::check(text), Problem::Url, Code::UrlForm, note),
        Format::Jwt => note_error(jwt::check(text), Problem::Jwt, Code::TokenFormat, note),
        Format::Ispb => note_error(ispb::check(text), Problem::Ispb, Code::IspbFormat, note),
    }
}

fn note_error<E>(result: Result<(), E>, problem: fn(E) -> Problem, code: Code, note: Note<'_>) {
    if let Err(error) = result {
        note(code, problem(error));
    }
}

fn check_cpf(text: &str, note: Note<'_>) {
    if let Err(error) = cpf::check(text) {
        note(if error.is_form() { Code::CpfFormat } else { Code::CpfCheckDigits }, Problem::Cpf(error));
    }
}

fn check_cnpj(text: &str, note: Note<'_>) {
    if let Err(error) = cnpj::check(text) {
        note(if error.is_form() { Code::CnpjFormat } else { Code::CnpjCheckDigits }, Problem::Cnpj(error));
    }
}

/// A document whose form another member decides: that one tells of a wrong form.
fn check_tax_id(text: &str, note: Note<'_>) {
    match tax_id::check(text) {
        Err(TaxIdError::Cpf(error)) if !error.is_form() => note(Code::CpfCheckDigits, Problem::Cpf(error)),
        Err(TaxIdError::Cnpj(error)) if !error.is_form() => note(Code::CnpjCheckDigits, Problem::Cnpj(error)),
        _ => {}
    }
}

fn check_pix_key(text: &str, note: Note<'_>) {
    let key = match PixKeyRef::parse(text) {
        Ok(key) => key,
        Err(error) => return note(Code::PixKeyFormat, Problem::PixKey(error)),
    };
    if let Err(difference) = key.canonical() {
        note(Code::PixKeyNotCanonical, Problem::PixKeyDifference(difference));
    } else if let (PixKeyKind::Email, Err(error)) = (key.kind(), email::check(text)) {
        // The documents' form of an address has a dot in its host.
        note(Code::PixKeyFormat, Problem::Email(error));
    }
    match key.check_digits() {
        Err(TaxIdError::Cpf(_)) if key.looks_like_phone() => {
            note(Code::CpfCheckDigits, Problem::PhoneWithoutCountry);
        }
        Err(TaxIdError::Cpf(error)) => note(Code::CpfCheckDigits, Problem::Cpf(error)),
        Err(error) => note(Code::CnpjCheckDigits, error.into()),
        Ok(()) => {}
    }
}

/// A day that exists is only written in another way than RFC 3339 has it.
const fn date_code(error: DateError) -> Code {
    if matches!(error, DateError::OneDigit { .. }) { Code::DateNotation } else { Code::DateNotReal }
}

fn check_date_time(text: &str, is_request: bool, note: Note<'_>) {
    let parsed = if is_request { DateTime::parse_request(text) } else { DateTime::parse(text) };
    match parsed {
        Err(DateTimeError::Date(error)) => note(date_code(error), Problem::DateTime(DateTimeError::Date(error))),
        Err(error) => note(Code::DateNotReal, Problem::DateTime(error)),
        Ok(time) if is_request => {
            if time.time() != (23, 59, 59) {
                note(Code::ExpirationTime, Problem::NotEndOfDay);
            }
            // The form of requests lets month and day have one digit, as the documented pattern does.
            if let Err(error) = CalendarDate::parse(text.split('T').next().unwrap_or_default()) {
                note(date_code(error), Problem::DateTime(DateTimeError::Date(error)));
            }
        }
        Ok(_) => {}
    }
}

/// What the format has to say about a text that another keyword refused, so that help can name the edit. `kind` is the
/// type of document that a tax id is said to be.
pub(crate) fn diagnose(format: Format, kind: Option<TaxIdKind>, text: &str) -> Option<Problem> {
    // Keys, codes and texts have words of their own for a blank at an end.
    let stray = Stray::find(text).filter(|stray| format != Format::PixKey || stray.mark != ' ');
    match format {
        Format::BrCode => None,
        _ if stray.is_some() => stray.map(Problem::Stray),
        Format::Cpf => cpf::check(text).err().map(Problem::Cpf),
        Format::Cnpj => cnpj::check(text).err().map(Problem::Cnpj),
        Format::TaxId => tax_id::diagnose(kind, text).err().map(Problem::from),
        Format::PixKey => PixKeyRef::parse(text).err().map(Problem::PixKey),
        Format::Date => CalendarDate::parse(text).err().map(Problem::Date),
        Format::DateTime => DateTime::parse_request(text).err().map(Problem::DateTime),
        Format::EndToEndId => EndToEndIdRef::parse(text).err().map(Problem::EndToEndId),
        Format::TownCode => town_code::check(text).err().map(Problem::TownCode),
        Format::Amount | Format::AmountNumber => Centavos::parse(text).err().map(Problem::Amount),
        Format::Email => email::check(text).err().map(Problem::Email),
        Format::Phone => phone::check(text).err().map(Problem::Phone),
        Format::TransactionId => transaction_id::check(text).err().map(Problem::TransactionId),
        Format::Url => url::check(text).err().map(Problem::Url),
        Format::Jwt => jwt::check(text).err().map(Problem::Jwt),
        Format::Ispb => ispb::check(text).err().map(Problem::Ispb),
    }
}

/// What may be said of a text of no format that a pattern refused: a character that nobody sees, if the text would be
/// right without, or else the first one that the pattern does not take.
pub(crate) fn diagnose_form(pattern: &Pattern, text: &str) -> Option<Problem> {
    let stray = Stray::find(text).filter(|_| pattern.matches(&Stray::remove_all(text)));
    stray.map(Problem::Stray).or_else(|| Unfit::at(text, pattern.stops_at(text)?).map(Problem::Unfit))
}

/// The member beside a tax id that says which of the two it is.
pub(crate) const TAX_ID_TYPE: &str = "identifierType";

/// The type of document that this member names.
pub(crate) fn tax_id_kind(name: &str) -> Option<TaxIdKind> {
    match name {
        "CPF" => Some(TaxIdKind::Cpf),
        "CNPJ" => Some(TaxIdKind::Cnpj),
        _ => None,
    }
}

/// The code of a text of this format that has more bytes than `x-max-bytes` allows.
pub(crate) const fn too_long(format: Option<Format>) -> Code {
    match format {
        Some(Format::BrCode) => Code::QrCodeTooLong,
        _ => Code::MaxBytes,
    }
}

/// Tells what is wrong with a JSON number where an amount of money belongs. Its value decides; its notation is advice.
pub(crate) fn check_amount_number(lexeme: &str, note: Note<'_>) {
    let amount = match Centavos::of_number(lexeme) {
        Ok(amount) => amount,
        Err(error) => return note(Code::AmountForm, Problem::Amount(error)),
    };
    if let Some(notation) = AmountNotation::of(lexeme) {
        note(Code::AmountNotation, Problem::AmountNotation(notation));
    }
    if amount.is_zero() {
        note(Code::AmountZero, Problem::Zero);
    }
}

/// Whether a date or date-time lies before today. What is not one does not.
pub(crate) fn is_past(text: &str, today: CalendarDate) -> bool {
    let date = CalendarDate::parse_loose(text).ok().or_else(|| DateTime::parse(text).ok()?.brasilia_date());
    date.is_some_and(|date| date < today)
}

/// The code of a relation that does not hold.
pub(crate) const fn relation_code(kind: RelationKind) -> Code {
    match kind {
        RelationKind::MaximumBelowMinimum => Code::MaximumBelowMinimum,
        RelationKind::FixedAndVariable => Code::FixedAndVariableAmount,
        RelationKind::BrCodeAmount => Code::BrCodeAmountMismatch,
        RelationKind::BrCodeKey => Code::BrCodeKeyMismatch,
        RelationKind::SameAccount => Code::SameAccount,
    }
}

/// Whether a broken relation can change the verdict.
pub(crate) fn relation_decides(kind: RelationKind, direction: Direction) -> bool {
    relation_code(kind).severity(direction) == Severity::Error
}

/// A member as relations see it: a text with its escapes undone, or the spelling of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Operand<'a> {
    Text(Cow<'a, str>),
    Number(&'a str),
    /// The parts that tell accounts apart.
    Account([Option<String>; 3]),
}

impl Operand<'_> {
    fn amount(&self) -> Option<Centavos> {
        match self {
            Self::Text(text) => Centavos::parse(text).ok(),
            Self::Number(number) => Centavos::of_number(number).ok(),
            Self::Account(_) => None,
        }
    }
}

/// Whether two members relate as they must. Members that are wrong by themselves do, so that they are told only once.
pub(crate) fn relation_holds(kind: RelationKind, first: &Operand<'_>, second: &Operand<'_>) -> bool {
    let holds = match (kind, first, second) {
        (RelationKind::MaximumBelowMinimum, maximum, minimum) => {
            maximum.amount().zip(minimum.amount()).map(|(maximum, minimum)| maximum >= minimum)
        }
        (RelationKind::FixedAndVariable, ..) => Some(false),
        (RelationKind::BrCodeAmount, Operand::Text(code), amount @ Operand::Text(_)) => BrCodeRef::read(code)
            .and_then(|code| code.amount())
            .zip(amount.amount())
            .map(|(inside, outside)| inside == outside),
        (RelationKind::BrCodeKey, Operand::Text(code), Operand::Text(key)) => {
            BrCodeRef::read(code).and_then(|code| code.key().map(|inside| inside.eq_ignore_ascii_case(key)))
        }
        (RelationKind::SameAccount, first, second) => Some(first != second),
        _ => None,
    };
    holds.unwrap_or(true)
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
            relation_holds(RelationKind::BrCodeKey, &Operand::Text(code.into()), &Operand::Text(key.into()))
        };
        assert!(holds("pix@Example.com") && holds("pix@example.com") && holds("PIX@EXAMPLE.COM"));
        assert!(!holds("pix@example.org") && !holds("pix@example.com.br") && !holds(""));
    }
}
