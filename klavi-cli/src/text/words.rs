//! What the tool says of a run; what it says of findings is the library's.

use crate::model::document::ChosenBy;
use crate::model::summary::Summary;
use crate::model::unchecked::{Skip, Why};
use crate::text::sentences::{chosen, confidence, page, reason, skipped, summary, system, watch, why, word};
use klavi_core::Severity;
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
pub const fn skipped(lang: Lang, skip: Skip) -> &'static str {
    let sentence = match skip {
        Skip::NoFit => &skipped::NO_FIT,
        Skip::Foreign => &skipped::FOREIGN,
        Skip::NoOperation => &skipped::NO_OPERATION,
        Skip::NoContract => &skipped::NO_CONTRACT,
        Skip::NoBody => &skipped::NO_BODY,
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
pub fn why(lang: Lang, reason: &Why) -> String {
    sentence(reason).message(lang)
}

fn sentence(reason: &Why) -> Sentence<'_> {
    match reason {
        Why::NotFound => say!(why::NOT_FOUND),
        Why::Unreadable(kind) => say!(why::UNREADABLE, trouble = Sentence::new(system(*kind), Vec::new())),
        Why::Blank => say!(why::BLANK),
        Why::NoMatch => say!(why::NO_MATCH),
        Why::NoDocuments => say!(why::NO_DOCUMENTS),
        Why::NoneFits => say!(why::NONE_FITS),
        Why::NoElements => say!(why::NO_ELEMENTS),
        Why::TooLarge(limit) => say!(why::TOO_LARGE, limit = *limit),
        Why::TooDeep(limit) => say!(why::TOO_DEEP, limit = *limit),
        Why::NoContract => say!(why::NO_CONTRACT),
        Why::NoStatus => say!(why::NO_STATUS),
        Why::Ambiguous(names) => say!(why::AMBIGUOUS, names = names.join(", ")),
        Why::NoPart => say!(why::NO_PART),
        Why::NoArray => say!(why::NO_ARRAY),
        Why::NoCalls => say!(why::NO_CALLS),
        Why::NoEntries => say!(why::NO_ENTRIES),
        Why::NoBase64 => say!(why::NO_BASE64),
        Why::NoExchange(at) => say!(why::NO_EXCHANGE, at = *at),
        Why::NoTree(code, at) => say!(why::NO_TREE, code = code.name(), at = *at),
        Why::Special => say!(why::SPECIAL),
        Why::ListTooLarge(limit) => say!(why::LIST_TOO_LARGE, limit = *limit),
        Why::Encoding(name) => say!(why::ENCODING, name = *name),
        Why::Compression(name) => say!(why::COMPRESSION, name = *name),
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

/// A phrase as a sentence of its own.
pub fn sentence_case(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
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
