//! The groups `format`, `semantic` and `contradiction`.

use super::{br_code, cause_or, field, problem, stray, unsaid, written};
use crate::message::{Said, is_empty, problem as found};
use crate::report::Finding;
use klavi_core::{Code, Details};
use klavi_pix::Problem;

/// A text that does not match its pattern: what the parser of its format says, or else the pattern.
pub(super) fn pattern(finding: &Finding, field: &str) -> Said {
    match (found(finding), &finding.details) {
        (Some(Problem::Unfit(found)), Details::Pattern(pattern, _)) => {
            Said::maybe(stray::unfit(found, pattern), written(finding)).about(field)
        }
        (Some(found), _) => problem::said(found).about(field),
        (None, _) if is_empty(finding) => Said::maybe("is empty", written(finding)).about(field),
        (None, Details::Pattern(pattern, _)) => {
            Said::maybe(format!("{field} does not have the documented form {pattern}"), written(finding))
        }
        (None, _) => Said::maybe(format!("{field} does not have the documented form"), written(finding)),
    }
}

/// A text that fits none of several patterns, or a value that fits none of several schemas.
pub(super) fn any_of(finding: &Finding, field: &str) -> Said {
    match found(finding) {
        Some(found) => problem::said(found).about(field),
        None => Said::maybe(format!("{field} fits none of the alternatives"), None),
    }
}

pub(super) fn said(finding: &Finding) -> Said {
    let field = field(finding);
    if let Some(found) = found(finding) {
        return problem::said(found).about(&field);
    }
    match finding.code {
        Code::PixKeyFormat => Said::new(format!("{field} is none of the five kinds of Pix key"), problem::PIX_KEY),
        Code::PixKeyNotCanonical => Said::new(
            format!("{field} is not written as the directory of Pix keys keeps it"),
            "write letters in lower case, and a phone number as + and digits",
        ),
        Code::AmountForm => Said::new(
            format!("{field} is not an amount in reais"),
            "write up to 16 digits, a dot and two decimals, without sign or exponent",
        ),
        Code::AmountNotation => Said::new(
            format!("{field} is an amount in another notation"),
            "write digits, a dot and at most two decimals, without an exponent",
        ),
        Code::CpfFormat => Said::new(
            format!("{field} does not have the form of a CPF"),
            "write the 11 digits of the CPF without dots or dash",
        ),
        Code::CnpjFormat => Said::new(
            format!("{field} does not have the form of a CNPJ"),
            "write the 14 characters of the CNPJ without dots, slash or dash",
        ),
        Code::IspbFormat => Said::new(format!("{field} does not have the form of an ISPB"), problem::ISPB),
        Code::CnpjAlphanumeric => Said::new(
            format!("{field} is a CNPJ with letters, and the page of this field knows digits only"),
            "keep the letters, which are lawful since July 2026, and ask Klavi whether this field takes them yet",
        ),
        Code::CpfCheckDigits => Said::new(format!("the check digits of the CPF in {field} do not match"), problem::CPF),
        Code::CnpjCheckDigits => {
            Said::new(format!("the check digits of the CNPJ in {field} do not match"), problem::CNPJ)
        }
        Code::BrCodeStructure => Said::new(format!("{field} is not a well-formed QR code"), br_code::AGAIN),
        Code::BrCodeCrc => Said::new(format!("the checksum of {field} does not match"), br_code::CRC),
        Code::TownCode => Said::new(format!("{field} is the code of no town"), problem::TOWN),
        Code::EndToEndIdFormat => Said::new(format!("{field} is not an end-to-end id"), problem::END_TO_END_ID),
        Code::TransactionIdFormat => Said::new(format!("{field} is not a transaction id"), problem::TRANSACTION_ID),
        Code::EmailFormat => Said::new(format!("{field} is not an e-mail address"), problem::EMAIL),
        Code::PhoneFormat => Said::new(format!("{field} is not a phone number in international form"), problem::PHONE),
        Code::UrlForm => Said::new(format!("{field} is not an absolute URL"), problem::URL),
        Code::TokenFormat => Said::new(format!("{field} does not have the shape of a JWT"), problem::TOKEN),
        Code::DateNotReal => Said::new(format!("{field} is a day that the calendar does not have"), problem::DATE),
        Code::DateNotation => Said::new(format!("{field} has a month or day of one digit"), problem::DATE),
        _ => unsaid(finding),
    }
}

pub(super) fn meaning(finding: &Finding) -> Said {
    let field = field(finding);
    match finding.code {
        Code::DateInPast => Said::new(
            format!("{field} lies before today in Brasília"),
            format!("{field} is a day in Brasília (UTC-3): write today there or a later day"),
        ),
        Code::AmountZero => {
            Said::new(format!("{field} is zero"), "write the amount that is to be paid; nothing can be moved with zero")
        }
        Code::FixedAndVariableAmount => {
            let variable = cause_or(finding, "maximumVariableAmount");
            Said::new(
                format!("{field} and {variable} exclude each other"),
                format!(
                    "keep {field} if every charge is the same, or {variable} if charges vary, and remove the other"
                ),
            )
        }
        Code::BrCodeAmountMismatch => {
            let amount = cause_or(finding, "amount");
            Said::new(
                format!("{field} asks for another amount than {amount}"),
                format!("make {amount} equal to element 54 of the QR code"),
            )
        }
        Code::BrCodeKeyMismatch => {
            let key = cause_or(finding, "proxy");
            Said::new(
                format!("{field} holds another Pix key than {key}"),
                format!("copy the key from the QR code into {key}, and make sure that the payee is the one you expect"),
            )
        }
        Code::SameAccount => {
            let payee = cause_or(finding, "creditorAccount");
            Said::new(
                format!("{field} and {payee} are the same account"),
                format!("put the payee's account in {payee}, or leave {field} out and let the payer choose"),
            )
        }
        Code::ExpirationTime => Said::new(
            format!("{field} does not end with a day in UTC"),
            "use 23:59:59Z as the time of the day on which the consent ends",
        ),
        Code::ProxyExpected => Said::new(
            format!("{field} is missing: document 002 wants it with PIX_QRCODE, document 003 does without"),
            format!("add {field} with the Pix key of the QR code: a bank may refuse the payment without it"),
        ),
        Code::HolderExpected => Said::new(
            format!("{field} is missing: document 003 requires it, document 002 lets a request leave it out"),
            format!("do without {field} here, or name it when the payment is created"),
        ),
        Code::AmountAsText => Said::new(
            format!("{field} is text, and one of the documents calls it a number"),
            "write it as a number without quotes, or allow `amount-as-text` if Klavi takes text here",
        ),
        _ => unsaid(finding),
    }
}
