//! English.

mod br_code;
mod format;
mod problem;
mod stray;

use super::{
    Mismatch, Name, Said, Text, Topic, asked, bound, breaks_line, cause, count, expected, in_capitals, is_empty,
    is_response, list, meant, mismatch, name, topic,
};
use crate::report::Finding;
use klavi_core::program::Types;
use klavi_core::{Code, Details, Group};
use klavi_pix::TaxIdKind;

pub(super) fn said(finding: &Finding) -> Said {
    match finding.code.group() {
        Group::Json => json(finding),
        Group::Structure => structure(finding),
        Group::Conditional => conditional(finding),
        Group::Format => format::said(finding),
        Group::Semantic | Group::Contradiction => format::meaning(finding),
        Group::Unknown => unknown(finding),
    }
}

/// For a code that this file does not know; a test finds it.
fn unsaid(finding: &Finding) -> Said {
    Said::maybe(finding.code.name(), None)
}

/// The field that the finding speaks of.
fn field(finding: &Finding) -> String {
    match name(&finding.pointer) {
        Name::Document => "the document".to_owned(),
        Name::Member(name) => format!("`{name}`"),
        Name::Item(number) => format!("item {number}"),
        Name::Hidden => "this member".to_owned(),
    }
}

/// The field that triggered the rule.
fn cause_or(finding: &Finding, usual: &str) -> String {
    format!("`{}`", cause(finding).unwrap_or(usual))
}

fn number(count: usize, thing: &str) -> String {
    match count {
        0 => format!("no {thing}"),
        1 => format!("1 {thing}"),
        _ => format!("{count} {thing}s"),
    }
}

fn json(finding: &Finding) -> Said {
    match finding.code {
        Code::InvalidJson => invalid_json(expected(finding)),
        Code::InvalidUtf8 => Said::new(
            "a byte here belongs to no UTF-8 character",
            "save the text as UTF-8; Latin-1 and Windows-1252 write accented letters in another way",
        ),
        Code::ByteOrderMark => {
            Said::new("the text begins with a byte order mark", "save the text as UTF-8 without a byte order mark")
        }
        Code::LoneSurrogate => Said::new(
            "a \\u escape names only half of a surrogate pair",
            "write both halves of the pair, or the character itself in UTF-8",
        ),
        Code::TrailingText => Said::new(
            "something stands after the end of the document",
            "remove what follows the document; several documents go one on each line, as JSON Lines",
        ),
        Code::DuplicateKey => Said::new(
            format!("{} occurs twice in one object", field(finding)),
            "keep one of the two: parsers disagree about which one counts",
        ),
        Code::TooDeep => Said::new(
            "more arrays and objects are open at once than the limit allows",
            "nest the data less deeply, or raise the limit of depth",
        ),
        Code::TooLarge => Said::new(
            "the document has more bytes than the limit allows",
            "send less at once, or raise the limit of bytes",
        ),
        _ => unsaid(finding),
    }
}

fn invalid_json(expected: &'static str) -> Said {
    let message: Text =
        if expected.is_empty() { "the JSON breaks off here".into() } else { format!("expected {expected}").into() };
    let help = match expected {
        "a member name in double quotes" => "remove a comma before the closing brace, and put names in double quotes",
        "the closing quote" => "close the text with a double quote; the file may have been cut short",
        _ if expected.starts_with("a value") => "remove a comma too many, single quotes or a comment",
        _ if expected.starts_with("control characters") => "write a line break in a text as \\n and a tab as \\t",
        _ => "let a JSON library write the document instead of joining texts",
    };
    Said::new(message, help)
}

fn structure(finding: &Finding) -> Said {
    let field = field(finding);
    match finding.code {
        Code::Type => wrong_type(finding, &field),
        Code::Required => {
            let because = cause(finding).map_or_else(String::new, |cause| format!(" because of `{cause}`"));
            Said::new(format!("{field} is required{because}"), format!("add {field}"))
        }
        Code::Enum | Code::Const => not_listed(finding, &field),
        Code::Pattern => format::pattern(finding, &field),
        Code::AnyOf => format::any_of(finding, &field),
        Code::OneOf => Said::maybe(format!("{field} must fit exactly one of the alternatives"), None),
        Code::Not if breaks_line(finding) => Said::new(
            format!("{field} has a line break"),
            "write the text in one line, without a line break at its end",
        ),
        Code::Not => Said::maybe(format!("{field} has a form that is excluded here"), None),
        Code::NotAllowed => Said::new(format!("{field} is not allowed here"), format!("remove {field}")),
        Code::UniqueItems => Said::new(format!("{field} equals an earlier item"), "keep one of the two"),
        Code::PropertyNames => Said::new(
            format!("{field} is not a name that the schema allows here"),
            "give the member another name or remove it",
        ),
        Code::EmptyText => Said::new(
            format!("{field} {}", if is_empty(finding) { "is empty" } else { "holds nothing but blanks" }),
            "write a value, or leave the field out if it is optional",
        ),
        Code::ExpectedField => Said::new(
            format!("{field} is missing, and the flow cannot go on without it"),
            "treat the response as incomplete, read it again, and tell Klavi if it stays so",
        ),
        Code::NullAsAbsent => Said::new(
            format!("{field} is null and is read as absent"),
            format!("expect {field} to be missing as well as null"),
        ),
        _ => bounds(finding, &field),
    }
}

fn bounds(finding: &Finding, field: &str) -> Said {
    let ((limit, found), bound) = (count(finding), bound(finding));
    let are = if limit == 1 { "is" } else { "are" };
    let has = |thing| format!("{field} has {}", number(found as usize, thing));
    match finding.code {
        Code::MinLength if found == 0 => Said::maybe(format!("{field} is empty"), written(finding)),
        Code::MinLength => {
            Said::maybe(format!("{}, at least {limit} {are} needed", has("character")), written(finding))
        }
        Code::MaxLength => {
            let shorten = || format!("shorten it to {limit} characters").into();
            Said::maybe(
                format!("{}, {limit} {are} allowed", has("character")),
                written(finding).or_else(|| Some(shorten())),
            )
        }
        Code::MaxBytes => Said::new(
            format!("{}, {limit} {are} allowed", has("byte")),
            format!("shorten it to {limit} bytes; a letter with an accent takes two"),
        ),
        Code::MinItems => Said::maybe(format!("{}, at least {limit} {are} needed", has("item")), None),
        Code::MaxItems => Said::maybe(format!("{}, {limit} {are} allowed", has("item")), None),
        Code::Contains => {
            Said::maybe(format!("{} of the kind that must be there, at least {limit} {are} needed", has("item")), None)
        }
        Code::MaxContains => Said::maybe(format!("{} of a kind of which {limit} {are} allowed", has("item")), None),
        Code::MinProperties => Said::maybe(format!("{}, at least {limit} {are} needed", has("member")), None),
        Code::MaxProperties => Said::maybe(format!("{}, {limit} {are} allowed", has("member")), None),
        Code::Minimum => Said::maybe(format!("{field} must be at least {bound}"), None),
        Code::Maximum => Said::maybe(format!("{field} must be at most {bound}"), None),
        Code::ExclusiveMinimum => Said::maybe(format!("{field} must be greater than {bound}"), None),
        Code::ExclusiveMaximum => Said::maybe(format!("{field} must be less than {bound}"), None),
        Code::MultipleOf => Said::maybe(format!("{field} must be a multiple of {bound}"), None),
        _ => unsaid(finding),
    }
}

/// How a field is written whose name says what it is.
fn written(finding: &Finding) -> Option<Text> {
    let text = match topic(finding) {
        Topic::Amount => "write up to 16 digits, a dot and two decimals",
        Topic::Ispb => problem::ISPB,
        Topic::Branch => "write the branch with 1 to 4 digits, without dash and without its check digit",
        Topic::AccountNumber => {
            "join number and check digit without the dash and write zero for a letter; the branch goes without its \
             check digit"
        }
        Topic::TaxId => "write the 11 digits of a CPF or the 14 of a CNPJ, without dots, slash or dash",
        Topic::Date => problem::DATE,
        Topic::DateTime => problem::DATE_TIME,
        Topic::PersonName => {
            "write letters, digits, blanks and common marks; an accent and its letter are one character (NFC)"
        }
        Topic::Other => return None,
    };
    Some(text.into())
}

fn wrong_type(finding: &Finding, field: &str) -> Said {
    let Details::Types(types, found) = finding.details else { return unsaid(finding) };
    let asked = asked(types);
    let help = match (asked, found) {
        (Types::STRING, Types::NUMBER) => match topic(finding) {
            Topic::Amount => "put the amount in quotes: as text, with two decimals after a dot",
            Topic::Other => "put it in quotes",
            _ => "put it in quotes, with its leading zeros: a number loses them",
        },
        (_, Types::NULL) => "write a value, or leave the field out if it is optional",
        (Types::NUMBER | Types::INTEGER | Types::BOOLEAN, Types::STRING) => "remove the quotes",
        _ => "",
    };
    let help = (!help.is_empty()).then(|| help.into());
    if asked == Types::INTEGER && found == Types::NUMBER {
        return Said::maybe(format!("{field} must be a whole number"), help);
    }
    let (asked, found) = (asked.names().map(kind).collect::<Vec<_>>(), found.names().map(kind).collect::<Vec<_>>());
    Said::maybe(format!("{field} must be {}, not {}", asked.join(" or "), found.join(" or ")), help)
}

/// A type of JSON Schema in words.
fn kind(name: &'static str) -> &'static str {
    match name {
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number",
        "string" => "text in quotes",
        "array" => "an array",
        "object" => "an object",
        name => name,
    }
}

fn not_listed(finding: &Finding, field: &str) -> Said {
    let list = list(finding);
    let one_of = if list.len() == 1 { "" } else { "one of " };
    let help = match meant(finding) {
        Some(meant) => {
            let how = if in_capitals(meant) { ", in capitals" } else { "" };
            Some(format!("did you mean {meant}? write it exactly so{how}").into())
        }
        None if list.len() > 1 => Some("there is no such value here: choose one of the list".into()),
        None => None,
    };
    Said::maybe(format!("{field} must be {one_of}{}", list.join(", ")), help)
}

fn conditional(finding: &Finding) -> Said {
    let field = field(finding);
    match finding.code {
        Code::LoggedUserCpfRequired => Said::new(
            format!("{field} is required because the customer is a CNPJ"),
            format!("add {field} with the 11 digits of the CPF of the person who is logged in"),
        ),
        Code::CreditorAccountRequired => Said::new(
            format!("{field} is required because `initType` is PIX_MANU"),
            format!("add {field} with ispb, issuer, number, accountType and holder, or choose another initType"),
        ),
        Code::CreditorHolderRequired => Said::new(
            format!("{field} is required because `initType` is PIX_MANU"),
            format!("add {field} with identifierType, identifier and name of the payee"),
        ),
        Code::ProxyRequired => Said::new(
            format!("{field} is required because `initType` names the payee by a Pix key"),
            format!("add {field} with the payee's Pix key; of a static QR code it is the key inside the code"),
        ),
        Code::ProxyForbidden => Said::new(
            format!("{field} is not allowed because `initType` is PIX_MANU"),
            format!("remove {field} or choose another initType"),
        ),
        Code::QrCodeRequired => Said::new(
            format!("{field} is required because `initType` is PIX_QRCODE"),
            format!("add {field} with the text of the QR code in one line, or choose another initType"),
        ),
        Code::QrCodeUnexpected => Said::new(
            format!("{field} belongs to PIX_QRCODE, and `initType` is another one"),
            format!("remove {field}, or set initType to PIX_QRCODE"),
        ),
        Code::QrCodeTooLong => Said::new(
            format!("{field} has {} bytes, {} are allowed", count(finding).1, count(finding).0),
            "have the receiver issue a shorter code; a letter with an accent takes two bytes",
        ),
        Code::IssuerRequired => Said::new(
            format!("{field} is required because `accountType` is CACC or SVGS"),
            format!("add {field} with the branch: 1 to 4 digits, without its check digit"),
        ),
        Code::IdentifierMismatch => identifier(finding, &field),
        Code::PayeeNaturalPerson => Said::new(
            format!("{field} says that the payee is a natural person, and Automatic Pix pays companies"),
            "name the company that is paid, by its CNPJ: banks refuse a consent in favour of a CPF",
        ),
        Code::CancellationRequired => Said::new(
            format!("{field} is required because `status` is CANCELED"),
            format!("add {field} with cancelledFrom, cancelledAt and cancelledBy, or read the payment again"),
        ),
        Code::EndToEndIdRequired => Said::new(
            format!("{field} is required because `status` says that the payment was authorised"),
            format!("add {field}, the 32 characters that begin with E, or read the payment again"),
        ),
        Code::MaximumBelowMinimum => {
            let minimum = cause_or(finding, "minimumVariableAmount");
            Said::new(
                format!("{field} is below {minimum}"),
                format!("raise {field} or lower {minimum}; they may be equal"),
            )
        }
        _ => unsaid(finding),
    }
}

fn identifier(finding: &Finding, field: &str) -> Said {
    match mismatch(finding) {
        Mismatch::Written(found) => problem::said(found).about(field),
        Mismatch::Length(TaxIdKind::Cpf, found) => Said::new(
            format!("{field} has {} without punctuation, a CPF has 11", number(found, "character")),
            "write the 11 digits of the CPF, leading zeros included",
        ),
        Mismatch::Length(TaxIdKind::Cnpj, found) => Said::new(
            format!("{field} has {} without punctuation, a CNPJ has 14", number(found, "character")),
            "write the 14 digits of the CNPJ, leading zeros included",
        ),
        Mismatch::OtherType(TaxIdKind::Cpf) => Said::new(
            format!("{field} looks like a CNPJ, but `identifierType` is CPF"),
            "write the 11 digits of a CPF, or set identifierType to CNPJ",
        ),
        Mismatch::OtherType(TaxIdKind::Cnpj) => Said::new(
            format!("{field} looks like a CPF, but `identifierType` is CNPJ"),
            "write the 14 characters of a CNPJ, or set identifierType to CPF",
        ),
        Mismatch::Unknown => Said::new(
            format!("{field} does not fit `identifierType`"),
            "write 11 digits for a CPF or 14 characters for a CNPJ, or change identifierType",
        ),
    }
}

fn unknown(finding: &Finding) -> Said {
    let field = field(finding);
    match finding.code {
        Code::UnknownField => Said::new(
            format!("{field} is not a field of this object"),
            match meant(finding) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None if is_response(finding) => "it is kept, and may be newer than the documents".to_owned(),
                None => "correct the name or remove it".to_owned(),
            },
        ),
        Code::UnknownValue => Said::new(
            format!("{field} holds a value that the documents do not list"),
            meant(finding).map_or_else(
                || format!("do not count on it; the known values are {}", list(finding).join(", ")),
                |meant| format!("did you mean {meant}?"),
            ),
        ),
        Code::UndocumentedForm => Said::new(
            format!("{field} has a form that no document gives it"),
            "it is read all the same; write no code that needs this form",
        ),
        _ => unsaid(finding),
    }
}
