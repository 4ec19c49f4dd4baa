//! What the tool says of a run; what it says of findings is the library's.

use crate::model::document::ChosenBy;
use crate::model::summary::Summary;
use crate::model::unchecked::{SkipReason, UncheckedReason};
use crate::text::sentences::{chosen, confidence, explain, page, reason, skipped, summary, system, watch, why, word};
use klavi_core::{Code, Direction, Severity};
use klavi_validate::catalogue::Reference;
use klavi_validate::sentence::{Sentence, Template};
use klavi_validate::{Lang, say};
use std::io::ErrorKind;

/// The word for a severity.
pub const fn severity(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => word::ERROR.text(lang),
        Severity::Warning => word::WARNING.text(lang),
    }
}

/// How sure a source is, by the name that schemas and the registry use.
pub fn sure(lang: Lang, name: &str) -> &'static str {
    let word = match name {
        "verbatim" => &confidence::VERBATIM,
        "reconstructed" => &confidence::RECONSTRUCTED,
        "specified" => &confidence::SPECIFIED,
        "observed" => &confidence::OBSERVED,
        _ => &confidence::INFERRED,
    };
    word.text(lang)
}

/// The documents that state a rule, each with how sure its wording is.
pub fn sources(lang: Lang, stated: &[Reference]) -> String {
    let named = stated.iter().map(|source| format!("{} ({})", source.document, sure(lang, &source.confidence)));
    named.collect::<Vec<_>>().join(", ")
}

/// How much a code weighs: in requests and in responses, or at all where that is the same.
pub fn weight(lang: Lang, code: Code) -> String {
    let [strict, tolerant] =
        [Direction::Request, Direction::Response].map(|direction| severity(lang, code.severity(direction)));
    if strict == tolerant { strict.to_owned() } else { say!(explain::WEIGHT, strict, tolerant).message(lang) }
}

/// How the contract was chosen.
pub const fn chosen_by(lang: Lang, by: ChosenBy) -> &'static str {
    let sentence = match by {
        ChosenBy::Flag => &chosen::FLAG,
        ChosenBy::Map => &chosen::MAP,
        ChosenBy::Name => &chosen::NAME,
        ChosenBy::Shape => &chosen::SHAPE,
        ChosenBy::Url => &chosen::URL,
    };
    sentence.text(lang)
}

/// Why something that was read is no document.
pub const fn skipped(lang: Lang, skip: SkipReason) -> &'static str {
    let sentence = match skip {
        SkipReason::NoFit => &skipped::NO_FIT,
        SkipReason::Foreign => &skipped::FOREIGN,
        SkipReason::NoOperation => &skipped::NO_OPERATION,
        SkipReason::NoContract => &skipped::NO_CONTRACT,
        SkipReason::NoBody => &skipped::NO_BODY,
    };
    sentence.text(lang)
}

/// What the rules are called that stand for documents that were not checked.
pub const UNCHECKED: &str = "unchecked";

/// What a reason for not checking something means.
pub fn reason(lang: Lang, name: &str) -> &'static str {
    let sentence = match name {
        "not-found" => &reason::NOT_FOUND,
        "unreadable" => &reason::UNREADABLE,
        "empty" => &reason::EMPTY,
        "too-large" => &reason::TOO_LARGE,
        "too-deep" => &reason::TOO_DEEP,
        "schema-unknown" => &reason::SCHEMA_UNKNOWN,
        _ => &reason::PART_MISSING,
    };
    sentence.text(lang)
}

/// The section of the reference page on a code, or on documents that were not checked.
pub fn page(lang: Lang, section: &str) -> String {
    format!("{}/blob/main/docs/{}#{section}", env!("CARGO_PKG_REPOSITORY"), page::FILE.text(lang))
}

/// What is said of a report with more results than code scanning takes.
pub fn too_many(lang: Lang, count: u64, most: u64) -> String {
    say!(summary::TOO_MANY, count, most).message(lang)
}

/// Why something was not checked.
pub fn why(lang: Lang, reason: &UncheckedReason) -> String {
    sentence(reason).message(lang)
}

fn sentence(reason: &UncheckedReason) -> Sentence<'_> {
    match reason {
        UncheckedReason::NotFound => say!(why::NOT_FOUND),
        UncheckedReason::Unreadable(kind) => say!(why::UNREADABLE, trouble = Sentence::new(system(*kind), Vec::new())),
        UncheckedReason::Blank => say!(why::BLANK),
        UncheckedReason::NoMatch => say!(why::NO_MATCH),
        UncheckedReason::NoDocuments => say!(why::NO_DOCUMENTS),
        UncheckedReason::NoneFits => say!(why::NONE_FITS),
        UncheckedReason::NoElements => say!(why::NO_ELEMENTS),
        UncheckedReason::TooLarge(limit) => say!(why::TOO_LARGE, limit = *limit),
        UncheckedReason::TooDeep(limit) => say!(why::TOO_DEEP, limit = *limit),
        UncheckedReason::NoContract => say!(why::NO_CONTRACT),
        UncheckedReason::NoStatus => say!(why::NO_STATUS),
        UncheckedReason::Ambiguous(names) => say!(why::AMBIGUOUS, names = names.join(", ")),
        UncheckedReason::NoPart => say!(why::NO_PART),
        UncheckedReason::NoArray => say!(why::NO_ARRAY),
        UncheckedReason::NoCalls => say!(why::NO_CALLS),
        UncheckedReason::NoEntries => say!(why::NO_ENTRIES),
        UncheckedReason::NoBase64 => say!(why::NO_BASE64),
        UncheckedReason::NoExchange(at) => say!(why::NO_EXCHANGE, at = *at),
        UncheckedReason::NoTree(code, at) => say!(why::NO_TREE, code = code.name(), at = *at),
        UncheckedReason::Special => say!(why::SPECIAL),
        UncheckedReason::ListTooLarge(limit) => say!(why::LIST_TOO_LARGE, limit = *limit),
        UncheckedReason::Encoding(name) => say!(why::ENCODING, name = *name),
        UncheckedReason::Compression(name) => say!(why::COMPRESSION, name = *name),
    }
}

/// What the system says.
const fn system(kind: ErrorKind) -> &'static Template {
    match kind {
        ErrorKind::PermissionDenied => &system::PERMISSION_DENIED,
        ErrorKind::IsADirectory => &system::IS_A_DIRECTORY,
        ErrorKind::InvalidData | ErrorKind::InvalidInput => &system::DAMAGED,
        ErrorKind::UnexpectedEof => &system::CUT_SHORT,
        _ => &system::REFUSED,
    }
}

/// The last line of a report for people.
pub fn summary(lang: Lang, summary: &Summary, tells_time: bool) -> String {
    let Summary { valid, invalid, errors, warnings, unchecked, skipped, .. } = *summary;
    let mut line = say!(summary::COUNTS, checked = valid + invalid, invalid, errors, warnings).message(lang);
    if unchecked > 0 {
        line += &say!(summary::UNCHECKED, count = unchecked).message(lang);
    }
    if skipped > 0 {
        line += &say!(summary::SKIPPED, count = skipped).message(lang);
    }
    if tells_time {
        line += &say!(summary::TIME, milliseconds = summary.time.as_millis().to_string()).message(lang);
    }
    if summary.interrupted {
        line += summary::INTERRUPTED.text(lang);
    }
    line
}

/// What is said of findings that were cut off.
pub fn truncated(lang: Lang, count: usize) -> String {
    say!(summary::TRUNCATED, count).message(lang)
}

/// What is said before the first wait for a change.
pub fn watching(lang: Lang, files: usize) -> String {
    say!(watch::WATCHING, count = files).message(lang)
}

/// What is said before another run; if no file has changed, the configuration has.
pub fn changed(lang: Lang, names: &[String]) -> String {
    let sentence = match names {
        [] => say!(watch::CONFIGURATION),
        [name] => say!(watch::ONE, name = &**name),
        [name, rest @ ..] => say!(watch::MORE, name = &**name, count = rest.len()),
    };
    sentence.message(lang)
}
