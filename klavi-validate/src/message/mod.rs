//! What findings are told with, in every language of the catalogue.
//!
//! A message says in one sentence what is wrong, a help names the edit. Neither holds a value of the document or anything
//! made from one: only names of fields, bounds, counts, positions, and members of closed lists.
//!
//! This file knows what there is to say; `said` chooses the sentence, and the catalogue has its words.

mod br_code;
mod pix_key;
mod problem;
mod said;
mod stray;
#[cfg(test)]
mod tests;

pub(crate) use said::said;

use crate::finding::Finding;
use klavi_core::program::{Types, Value};
use klavi_core::{Details, Direction, looks_like_identifier};
use klavi_pix::{CnpjError, CpfError, FormatProblem, TaxIdKind};

/// What a pointer names, as prose may call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name<'a> {
    /// The whole document.
    Document,
    /// A member whose name looks like one.
    Member(&'a str),
    /// An array's element, counted from 1.
    Item(usize),
    /// A member whose name may be personal data.
    Hidden,
}

fn name(pointer: &str) -> Name<'_> {
    match pointer.rsplit('/').next() {
        None | Some("") if pointer.is_empty() => Name::Document,
        Some(last) if looks_like_identifier(last) => Name::Member(last),
        // A longer run of digits may be a member name that is somebody's CPF.
        Some(last) if last.len() < 6 => last.parse().map_or(Name::Hidden, |index: usize| Name::Item(index + 1)),
        _ => Name::Hidden,
    }
}

/// The name of the member that triggered the rule.
fn cause(finding: &Finding) -> Option<&str> {
    match name(&finding.because.first()?.pointer) {
        Name::Member(name) => Some(name),
        _ => None,
    }
}

/// Whether the document came from Klavi, so that nobody here can mend it.
pub(crate) fn is_response(finding: &Finding) -> bool {
    finding.direction == Direction::Response
}

/// What a field is about, by its name, where a plain keyword is all that the finding knows. The names are those of Klavi's
/// documents: in a schema that names none as its source they may mean anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    Amount,
    Ispb,
    Branch,
    AccountNumber,
    TaxId,
    Date,
    DateTime,
    PersonName,
    Other,
}

pub(crate) fn topic(finding: &Finding) -> Topic {
    if finding.source.is_none() {
        return Topic::Other;
    }
    let mut segments = finding.pointer.rsplit('/');
    let (last, parent) = (segments.next().unwrap_or_default(), segments.next().unwrap_or_default());
    match last {
        "amount" | "fixedAmount" | "minimumVariableAmount" | "maximumVariableAmount" => Topic::Amount,
        "ispb" => Topic::Ispb,
        "issuer" if parent.ends_with("Account") => Topic::Branch,
        "number" if parent.ends_with("Account") => Topic::AccountNumber,
        "identifier" | "loggedUserCpf" => Topic::TaxId,
        "date" | "referenceStartDate" => Topic::Date,
        "expirationDateTime" => Topic::DateTime,
        "name" => Topic::PersonName,
        _ => Topic::Other,
    }
}

/// What a format parser said, if one was asked.
pub(crate) fn problem_of(finding: &Finding) -> Option<FormatProblem> {
    match &finding.details {
        Details::Problem(error) | Details::Pattern(_, Some(error)) => FormatProblem::of(error),
        _ => None,
    }
}

/// Whether the pattern of the finding is one that the text must not match.
fn is_forbidden(finding: &Finding) -> bool {
    finding.schema_location.ends_with("/not")
}

/// Whether the text has a line break where the contract wants one line.
pub(crate) fn breaks_line(finding: &Finding) -> bool {
    matches!(finding.details, Details::Pattern(pattern, _) if is_forbidden(finding) && pattern.contains('\n'))
}

/// A bound and the number that was found.
fn count(finding: &Finding) -> (u32, u32) {
    match finding.details {
        Details::Count(bound, found) => (bound, found),
        _ => (0, 0),
    }
}

/// The bound of a number.
fn bound(finding: &Finding) -> &'static str {
    match finding.details {
        Details::Bound(bound) => bound,
        _ => "",
    }
}

/// The member of a list, or the name, that was probably meant.
fn meant(finding: &Finding) -> Option<&'static str> {
    match finding.details {
        Details::Values(_, meant) | Details::Known(_, meant) | Details::Name(meant) => meant,
        Details::Taken(meant) => Some(meant),
        _ => None,
    }
}

/// Whether a word is written in capitals.
fn in_capitals(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_uppercase())
        && !word.contains(|letter: char| letter.is_ascii_lowercase())
}

/// The types that a message asks for: `null`, where responses are read tolerantly, and `integer`, where any number will
/// do, would only distract.
fn asked(types: Types) -> Types {
    let without = |types: Types, part: Types| if types == part { types } else { Types(types.0 & !part.0) };
    let types = without(types, Types::NULL);
    if types.meets(Types::NUMBER) { without(types, Types::INTEGER) } else { types }
}

/// The members of a closed or open list, as far as they fit in a sentence.
fn list(finding: &Finding) -> Vec<&'static str> {
    let of_value = |value: &Value| match *value {
        Value::String(text) | Value::Number(text) => text,
        Value::Bool(true) => "true",
        Value::Bool(false) => "false",
        Value::Null => "null",
        Value::Array(_) => "[…]",
        Value::Object(_) => "{…}",
    };
    let mut list: Vec<_> = match finding.details {
        Details::Values(values, _) => values.iter().map(of_value).collect(),
        Details::Known(values, _) => values.to_vec(),
        _ => Vec::new(),
    };
    if list.len() > MOST_LISTED {
        list.truncate(MOST_LISTED);
        list.push("…");
    }
    list
}

const MOST_LISTED: usize = 16;

/// Why an identifier does not fit its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mismatch {
    /// It is nearly one of this type.
    Written(FormatProblem),
    /// It has so many digits.
    Length(TaxIdKind, usize),
    /// It is one of the other type; this one is asked for.
    OtherType(TaxIdKind),
    /// Nothing is known of it.
    Unknown,
}

pub(crate) fn mismatch(finding: &Finding) -> Mismatch {
    let Details::Pattern(pattern, _) = finding.details else { return Mismatch::Unknown };
    let problem = problem_of(finding);
    let of_pattern = if pattern.contains("{11}") { TaxIdKind::Cpf } else { TaxIdKind::Cnpj };
    // Where the schema says what the identifier must not look like, the other type is asked for.
    let kind = match (is_forbidden(finding), of_pattern) {
        (false, kind) => kind,
        (true, TaxIdKind::Cpf) => return Mismatch::OtherType(TaxIdKind::Cnpj),
        (true, TaxIdKind::Cnpj) => return Mismatch::OtherType(TaxIdKind::Cpf),
    };
    match (kind, problem) {
        (
            kind,
            Some(
                FormatProblem::Cpf(CpfError::Length { found })
                | FormatProblem::Cnpj(CnpjError::Length { found })
                | FormatProblem::TaxIdLength { found },
            ),
        ) => Mismatch::Length(kind, found),
        (_, Some(problem @ FormatProblem::Stray(_))) | (TaxIdKind::Cpf, Some(problem @ FormatProblem::Cpf(_))) => {
            Mismatch::Written(problem)
        }
        (TaxIdKind::Cpf, _) | (TaxIdKind::Cnpj, Some(FormatProblem::Cpf(_)) | None) => Mismatch::OtherType(kind),
        (TaxIdKind::Cnpj, Some(problem)) => Mismatch::Written(problem),
    }
}

/// Whether the text has nothing between its quotes.
fn is_empty(finding: &Finding) -> bool {
    finding.span.end.offset.saturating_sub(finding.span.start.offset) == 2
}
