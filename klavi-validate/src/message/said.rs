//! Which sentence a finding is told with, and what its arguments are. Nothing here knows a language.

use super::{
    Mismatch, Name, Topic, asked, bound, breaks_line, cause, count, in_capitals, is_empty, is_response, list, meant,
    mismatch, name, problem, problem_of, stray, topic,
};
use crate::finding::Finding;
use crate::lang::Lang;
use crate::say;
use crate::sentence::{Argument, Sentence};
use crate::sentences::{self, identifier, json, kind, standard_format, structure, unknown, write};
use klavi_core::program::Types;
use klavi_core::{Code, Details, Expected, Group, Position, printable};
use klavi_pix::{FormatProblem, TaxIdKind};
use std::fmt;

impl Finding {
    /// One sentence that says what is wrong, without the value.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        said(self).message(lang)
    }

    /// One sentence that says what to do, without the value.
    #[must_use]
    pub fn help(&self, lang: Lang) -> Option<String> {
        said(self).help(lang)
    }
}

impl fmt::Display for Finding {
    /// Place, severity, code, message and pointer, in English, without any value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column, .. } = self.span.start;
        let (severity, code, message) = (self.severity.name(), self.code, self.message(Lang::default()));
        let pointer = if self.pointer.is_empty() {
            sentences::name::WHOLE_DOCUMENT.text(Lang::default())
        } else {
            &*self.pointer
        };
        write!(f, "{line}:{column}: {severity}[{code}]: {message} ({})", printable(pointer))
    }
}

/// What is said of a finding.
pub(crate) fn said(finding: &Finding) -> Sentence<'_> {
    if let Some(template) = finding.words {
        return Sentence::new(template, Vec::new());
    }
    let special = match finding.code.group() {
        Group::Json => json(finding),
        Group::Structure => structure(finding),
        Group::Format => problem_of(finding).and_then(|found| problem::said(field(finding), found)),
        Group::Conditional => identifier(finding),
        Group::Unknown => unknown(finding),
        Group::Semantic | Group::Contradiction | Group::Http | Group::Flow => None,
    };
    special.unwrap_or_else(|| of_code(finding))
}

/// What the catalogue says of the code alone, with whatever the finding knows.
fn of_code(finding: &Finding) -> Sentence<'_> {
    let (limit, found) = count(finding);
    let cause =
        cause(finding).map_or_else(|| say!(sentences::name::HIDDEN), |name| say!(sentences::name::MEMBER, name));
    let arguments: Vec<(&'static str, Argument<'_>)> = vec![
        ("field", field(finding).into()),
        ("cause", cause.into()),
        ("limit", limit.into()),
        ("found", found.into()),
        ("bound", bound(finding).into()),
    ];
    Sentence::of_code(finding.code, arguments)
}

/// The field that the finding speaks of.
fn field(finding: &Finding) -> Sentence<'_> {
    match name(&finding.pointer) {
        Name::Document => say!(sentences::name::DOCUMENT),
        Name::Member(name) => say!(sentences::name::MEMBER, name),
        Name::Item(number) => say!(sentences::name::ITEM, number),
        Name::Hidden => say!(sentences::name::HIDDEN),
    }
}

fn advised<'a>(sentence: Sentence<'a>, help: Option<Sentence<'a>>) -> Sentence<'a> {
    match help {
        Some(help) => sentence.with_help(help),
        None => sentence,
    }
}

fn json(finding: &Finding) -> Option<Sentence<'_>> {
    let (Code::InvalidJson, Details::Expected(expected)) = (finding.code, &finding.details) else { return None };
    Some(match expected {
        Expected::CommaOrBracket => say!(json::COMMA_OR_BRACKET),
        Expected::CommaOrBrace => say!(json::COMMA_OR_BRACE),
        Expected::Name => say!(json::NAME),
        Expected::Colon => say!(json::COLON),
        Expected::Quote => say!(json::QUOTE),
        Expected::Digit => say!(json::DIGIT),
        Expected::FractionDigit => say!(json::FRACTION_DIGIT),
        Expected::ExponentDigit => say!(json::EXPONENT_DIGIT),
        Expected::Value => say!(json::VALUE),
        Expected::ControlEscape => say!(json::CONTROL_ESCAPE),
        Expected::Escape => say!(json::ESCAPE),
        Expected::Hexadecimal => say!(json::HEXADECIMAL),
        Expected::End => say!(json::END),
        Expected::OtherName => say!(json::OTHER_NAME),
        _ => return None,
    })
}

fn structure(finding: &Finding) -> Option<Sentence<'_>> {
    let field = field(finding);
    match finding.code {
        Code::Type => wrong_type(finding),
        Code::Required => {
            let cause = say!(sentences::name::MEMBER, name = cause(finding)?);
            Some(say!(structure::REQUIRED_BECAUSE, field, cause))
        }
        Code::Enum | Code::Const => Some(not_listed(finding)),
        Code::Pattern => Some(pattern(finding)),
        Code::Format => standard_format(finding),
        Code::AnyOf => problem_of(finding).and_then(|found| problem::said(field, found)),
        Code::Not if breaks_line(finding) => Some(say!(structure::LINE_BREAK, field)),
        Code::EmptyText if is_empty(finding) => Some(say!(structure::EMPTY, field).with_help(say!(write::VALUE))),
        Code::MinLength if count(finding).1 == 0 => Some(advised(say!(structure::EMPTY, field), written(finding))),
        Code::MinLength | Code::MaxLength => Some(advised(of_code(finding), written(finding))),
        _ => None,
    }
}

/// How a field is written whose name says what it is.
fn written(finding: &Finding) -> Option<Sentence<'static>> {
    Some(match topic(finding) {
        Topic::Amount => say!(write::AMOUNT_FORM),
        Topic::Ispb => say!(write::ISPB),
        Topic::Branch => say!(write::BRANCH),
        Topic::AccountNumber => say!(write::ACCOUNT_NUMBER),
        Topic::TaxId => say!(write::TAX_ID),
        Topic::Date => say!(write::DATE),
        Topic::DateTime => say!(write::DATE_TIME),
        Topic::PersonName => say!(write::PERSON_NAME),
        Topic::Other => return None,
    })
}

fn wrong_type(finding: &Finding) -> Option<Sentence<'_>> {
    let Details::Types(types, found) = finding.details else { return None };
    let asked = asked(types);
    let help = match (asked, found) {
        (Types::STRING, Types::NUMBER) => match topic(finding) {
            Topic::Amount => Some(say!(write::QUOTES_AMOUNT)),
            Topic::Other => Some(say!(write::QUOTES)),
            _ => Some(say!(write::QUOTES_DIGITS)),
        },
        (_, Types::NULL) => Some(say!(write::VALUE)),
        (Types::NUMBER | Types::INTEGER | Types::BOOLEAN, Types::STRING) => Some(say!(write::NO_QUOTES)),
        _ => None,
    };
    let field = field(finding);
    if asked == Types::INTEGER && found == Types::NUMBER {
        return Some(advised(say!(structure::WHOLE_NUMBER, field), help));
    }
    let sentence = say!(structure::TYPE, field, asked = kinds(asked)?, found = kinds(found)?);
    Some(advised(sentence, help))
}

/// The types of JSON Schema in words.
fn kinds(types: Types) -> Option<Sentence<'static>> {
    let kind = |name: &str| match name {
        "boolean" => say!(kind::BOOLEAN),
        "integer" => say!(kind::INTEGER),
        "number" => say!(kind::NUMBER),
        "string" => say!(kind::STRING),
        "array" => say!(kind::ARRAY),
        "object" => say!(kind::OBJECT),
        _ => say!(kind::NULL),
    };
    types.names().map(kind).reduce(|first, second| say!(sentences::name::EITHER, first, second))
}

fn not_listed(finding: &Finding) -> Sentence<'_> {
    let (field, list) = (field(finding), list(finding));
    let help = match meant(finding) {
        Some(meant) if in_capitals(meant) => Some(say!(structure::MEANT_CAPITALS, meant)),
        Some(meant) => Some(say!(structure::MEANT, meant)),
        None if list.len() > 1 => Some(say!(structure::CHOOSE)),
        None => None,
    };
    let sentence = match &list[..] {
        [value] => say!(structure::ONLY, field, value = *value),
        list => say!(structure::ONE_OF, field, values = list.join(", ")),
    };
    advised(sentence, help)
}

/// A text that does not match its pattern: what the parser of its format says, or else the pattern.
fn pattern(finding: &Finding) -> Sentence<'_> {
    let (field, details) = (field(finding), &finding.details);
    let sentence = match (problem_of(finding), details) {
        (Some(FormatProblem::Unfit(found)), Details::Pattern(pattern, _)) => stray::unfit(field, found, pattern),
        (Some(found), _) => return problem::said(field, found).unwrap_or_else(|| of_code(finding)),
        (None, _) if is_empty(finding) => say!(structure::EMPTY, field),
        (None, Details::Pattern(pattern, _)) => say!(structure::PATTERN, field, pattern = *pattern),
        (None, _) => of_code(finding),
    };
    advised(sentence, written(finding))
}

/// A text that is not of the `format` that its schema asserts.
fn standard_format(finding: &Finding) -> Option<Sentence<'_>> {
    let Details::Format(name) = finding.details else { return None };
    let field = field(finding);
    Some(match name {
        "date" => say!(standard_format::DATE, field),
        "time" => say!(standard_format::TIME, field),
        "date-time" => say!(standard_format::DATE_TIME, field),
        "duration" => say!(standard_format::DURATION, field),
        "email" => say!(standard_format::EMAIL, field),
        "idn-email" => say!(standard_format::IDN_EMAIL, field),
        "hostname" => say!(standard_format::HOSTNAME, field),
        "ipv4" => say!(standard_format::IPV4, field),
        "ipv6" => say!(standard_format::IPV6, field),
        "uri" => say!(standard_format::URI, field),
        "uri-reference" => say!(standard_format::URI_REFERENCE, field),
        "iri" => say!(standard_format::IRI, field),
        "iri-reference" => say!(standard_format::IRI_REFERENCE, field),
        "uri-template" => say!(standard_format::URI_TEMPLATE, field),
        "uuid" => say!(standard_format::UUID, field),
        "json-pointer" => say!(standard_format::JSON_POINTER, field),
        _ => return None,
    })
}

fn identifier(finding: &Finding) -> Option<Sentence<'_>> {
    if finding.code != Code::IdentifierMismatch {
        return None;
    }
    let field = field(finding);
    match mismatch(finding) {
        Mismatch::Written(found) => problem::said(field, found),
        Mismatch::Length(TaxIdKind::Cpf, found) => Some(say!(identifier::CPF_LENGTH, field, found)),
        Mismatch::Length(TaxIdKind::Cnpj, found) => Some(say!(identifier::CNPJ_LENGTH, field, found)),
        Mismatch::OtherType(TaxIdKind::Cpf) => Some(say!(identifier::LOOKS_LIKE_CNPJ, field)),
        Mismatch::OtherType(TaxIdKind::Cnpj) => Some(say!(identifier::LOOKS_LIKE_CPF, field)),
        Mismatch::Unknown => None,
    }
}

fn unknown(finding: &Finding) -> Option<Sentence<'_>> {
    let help = match (finding.code, meant(finding)) {
        (Code::UnknownField, Some(meant)) => say!(unknown::FIELD_MEANT, meant),
        (Code::UnknownField, None) if is_response(finding) => say!(unknown::FIELD_NEWER),
        (Code::UnknownValue, Some(meant)) => say!(unknown::VALUE_MEANT, meant),
        (Code::UnknownValue, None) => say!(unknown::VALUES, values = list(finding).join(", ")),
        _ => return None,
    };
    Some(of_code(finding).with_help(help))
}
