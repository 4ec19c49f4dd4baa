//! `x-format`: which code a format's error has, and what a format knows of a string that a pattern has refused.

use super::{relation, tables};
use crate::{
    AmountNotation, BrCodeProblem, CalendarDate, Centavos, DateError, DateTime, DateTimeError, EndToEndIdRef,
    FormatProblem, PixKeyKind, PixKeyRef, TaxIdError, TaxIdKind, br_code, cnpj, cpf, email, ispb, jwt, phone, tax_id,
    town_code, transaction_id, url,
};
use klavi_core::program::{Format, Reporter};
use klavi_core::{Code, Direction, FormatError, Stray};

/// A check whose only error has one code.
macro_rules! check {
    ($parse:path, $code:ident) => {
        |text, _, report| {
            if let Err(error) = $parse(text) {
                report(Code::$code, &FormatProblem::from(error));
            }
        }
    };
}

/// What a parser knows of a string, characters that nobody sees first.
macro_rules! diagnose {
    ($parse:path) => {
        |text, _| stray(text).or_else(|| problem($parse(text)))
    };
}

tables! { Format {
    /// A CPF with its check digits.
    CPF = {
        name: "cpf",
        check: |text, _, report| {
            if let Err(error) = cpf::check(text) {
                let code = if error.is_form() { Code::CpfFormat } else { Code::CpfCheckDigits };
                report(code, &FormatProblem::Cpf(error));
            }
        },
        diagnose: diagnose!(cpf::check),
        ..Format::NONE
    },
    /// A CNPJ, numeric or alphanumeric, with its check digits.
    CNPJ = {
        name: "cnpj",
        check: |text, _, report| {
            if let Err(error) = cnpj::check(text) {
                let code = if error.is_form() { Code::CnpjFormat } else { Code::CnpjCheckDigits };
                report(code, &FormatProblem::Cnpj(error));
            }
        },
        diagnose: diagnose!(cnpj::check),
        ..Format::NONE
    },
    /// A CPF or a CNPJ, by its length, with its check digits. Which of the two it is, and so its form, another member says,
    /// and a wrong form is reported there.
    TAX_ID = {
        name: "tax-id",
        check: |text, _, report| match tax_id::check(text) {
            Err(TaxIdError::Cpf(error)) if !error.is_form() => report(Code::CpfCheckDigits, &FormatProblem::Cpf(error)),
            Err(TaxIdError::Cnpj(error)) if !error.is_form() => report(Code::CnpjCheckDigits, &FormatProblem::Cnpj(error)),
            _ => {}
        },
        diagnose: |text, kind| {
            let said = match kind {
                Some("CPF") => Some(TaxIdKind::Cpf),
                Some("CNPJ") => Some(TaxIdKind::Cnpj),
                _ => None,
            };
            stray(text).or_else(|| problem(tax_id::diagnose(said, text)))
        },
        discriminator: Some("identifierType"),
        ..Format::NONE
    },
    /// The eight digits of an institution.
    ISPB = {
        name: "ispb",
        check: check!(ispb::check, IspbFormat),
        diagnose: diagnose!(ispb::check),
        ..Format::NONE
    },
    /// A Pix key.
    PIX_KEY = {
        name: "pix-key",
        check: check_pix_key,
        // The parser has words of its own for a blank at an end.
        diagnose: |text, _| {
            let stray = Stray::find(text).filter(|stray| stray.mark != ' ').map(FormatError::new);
            stray.or_else(|| problem(PixKeyRef::parse(text)))
        },
        ..Format::NONE
    },
    /// A BR Code.
    BR_CODE = {
        name: "br-code",
        check: check_br_code,
        parts: Some(|text| br_code::right(text).map(|code| relation::parts(&code))),
        diagnose: |_, _| None,
        too_long: Some(Code::QrCodeTooLong),
        ..Format::NONE
    },
    /// A day of the calendar.
    DATE = {
        name: "date",
        check: |text, _, report| check_date(text, FormatProblem::Date, report),
        diagnose: diagnose!(CalendarDate::parse),
        ..Format::NONE
    },
    /// A point in time.
    DATE_TIME = {
        name: "date-time",
        check: check_date_time,
        diagnose: diagnose!(DateTime::parse_request),
        ..Format::NONE
    },
    /// The end-to-end id of a Pix payment.
    END_TO_END_ID = {
        name: "end-to-end-id",
        check: check!(EndToEndIdRef::parse, EndToEndIdFormat),
        diagnose: diagnose!(EndToEndIdRef::parse),
        ..Format::NONE
    },
    /// The IBGE code of a town.
    TOWN_CODE = {
        name: "town-code",
        check: check!(town_code::check, TownCode),
        diagnose: diagnose!(town_code::check),
        ..Format::NONE
    },
    /// An amount of money as a string.
    AMOUNT = {
        name: "amount",
        check: |text, direction, report| match Centavos::parse(text) {
            Err(error) => report(Code::AmountForm, &FormatProblem::Amount(error)),
            Ok(amount) if direction == Direction::Request => check_zero(amount, report),
            Ok(_) => {}
        },
        diagnose: diagnose!(Centavos::parse),
        ..Format::NONE
    },
    /// An amount of money as a number or a string.
    AMOUNT_NUMBER = {
        name: "amount-number",
        check: |text, _, report| match Centavos::parse(text) {
            Err(error) => report(Code::AmountForm, &FormatProblem::Amount(error)),
            Ok(amount) => {
                report(Code::AmountAsText, &FormatProblem::AsText);
                check_zero(amount, report);
            }
        },
        diagnose: diagnose!(Centavos::parse),
        check_number: Some(check_amount_number),
        ..Format::NONE
    },
    /// An e-mail address.
    EMAIL = {
        name: "email",
        check: check!(email::check, EmailFormat),
        diagnose: diagnose!(email::check),
        ..Format::NONE
    },
    /// A phone number.
    PHONE = {
        name: "phone",
        check: check!(phone::check, PhoneFormat),
        diagnose: diagnose!(phone::check),
        ..Format::NONE
    },
    /// The transaction identification of a Pix payment.
    TRANSACTION_ID = {
        name: "transaction-id",
        check: check!(transaction_id::check, TransactionIdFormat),
        diagnose: diagnose!(transaction_id::check),
        ..Format::NONE
    },
    /// A JSON Web Token.
    JWT = {
        name: "jwt",
        check: check!(jwt::check, TokenFormat),
        diagnose: diagnose!(jwt::check),
        ..Format::NONE
    },
    /// An absolute URL.
    URL = {
        name: "url",
        check: check!(url::check, UrlForm),
        diagnose: diagnose!(url::check),
        ..Format::NONE
    },
} }

fn stray(text: &str) -> Option<FormatError> {
    Stray::find(text).map(FormatError::new)
}

fn problem<T, E: Into<FormatProblem>>(read: Result<T, E>) -> Option<FormatError> {
    read.err().map(|error| FormatError::new(error.into()))
}

fn check_br_code(text: &str, _: Direction, report: Reporter<'_>) {
    br_code::check(text, &mut |problem| {
        let code = match problem {
            // The limit in bytes is stated by a document: `x-max-bytes` tells of it.
            BrCodeProblem::TooLong { .. } => return,
            BrCodeProblem::KeyNotCanonical { .. } => Code::PixKeyNotCanonical,
            _ if problem.is_crc() => Code::BrCodeCrc,
            _ => Code::BrCodeStructure,
        };
        report(code, &FormatProblem::BrCode(problem));
    });
}

fn check_pix_key(text: &str, _: Direction, report: Reporter<'_>) {
    let key = match PixKeyRef::parse(text) {
        Ok(key) => key,
        Err(error) => return report(Code::PixKeyFormat, &FormatProblem::PixKey(error)),
    };
    if let Err(difference) = key.canonical() {
        report(Code::PixKeyNotCanonical, &FormatProblem::PixKeyDifference(difference));
    } else if key.kind() == PixKeyKind::Email
        && !email::has_dotted_host(text)
        && let Err(error) = email::check(text)
    {
        // The documents' form of an address has a dot in its host, which is all that a canonical one may lack.
        report(Code::PixKeyFormat, &FormatProblem::Email(error));
    }
    match key.check_digits() {
        Err(TaxIdError::Cpf(_)) if key.looks_like_phone() => {
            report(Code::CpfCheckDigits, &FormatProblem::PhoneWithoutCountry);
        }
        Err(TaxIdError::Cpf(error)) => report(Code::CpfCheckDigits, &FormatProblem::Cpf(error)),
        Err(error) => report(Code::CnpjCheckDigits, &FormatProblem::from(error)),
        Ok(()) => {}
    }
}

/// A day that exists is only written in another way than RFC 3339 has it.
const fn date_code(error: DateError) -> Code {
    if matches!(error, DateError::OneDigit { .. }) { Code::DateNotation } else { Code::DateNotReal }
}

fn check_date(text: &str, problem: fn(DateError) -> FormatProblem, report: Reporter<'_>) {
    if let Err(error) = CalendarDate::parse(text) {
        report(date_code(error), &problem(error));
    }
}

fn check_date_time(text: &str, direction: Direction, report: Reporter<'_>) {
    let is_request = direction == Direction::Request;
    match if is_request { DateTime::parse_request(text) } else { DateTime::parse(text) } {
        Err(DateTimeError::Date(error)) => {
            report(date_code(error), &FormatProblem::DateTime(DateTimeError::Date(error)));
        }
        Err(error) => report(Code::DateNotReal, &FormatProblem::DateTime(error)),
        Ok(time) if is_request => {
            if time.time() != (23, 59, 59) {
                report(Code::ExpirationTime, &FormatProblem::NotEndOfDay);
            }
            // The form of requests lets month and day have one digit, as the documented pattern does.
            let date = text.split('T').next().unwrap_or_default();
            check_date(date, |error| FormatProblem::DateTime(DateTimeError::Date(error)), report);
        }
        Ok(_) => {}
    }
}

fn check_zero(amount: Centavos, report: Reporter<'_>) {
    if amount.is_zero() {
        report(Code::AmountZero, &FormatProblem::Zero);
    }
}

/// A number's value decides; its notation is advice.
fn check_amount_number(number: &str, report: Reporter<'_>) {
    match Centavos::of_number(number) {
        Err(error) => report(Code::AmountForm, &FormatProblem::Amount(error)),
        Ok(amount) => {
            if let Some(notation) = AmountNotation::of(number) {
                report(Code::AmountNotation, &FormatProblem::AmountNotation(notation));
            }
            check_zero(amount, report);
        }
    }
}
