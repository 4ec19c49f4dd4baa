//! What every format is: a pure rendering of one document after the other.

use crate::input::item::Item;
use crate::model::choices::{ValueDisplay, Verbosity};
use crate::model::outcome::Outcome;
use crate::model::summary::Summary;
use crate::model::unchecked::SkipReason;
use crate::text::words;
use klavi_core::printable;
use klavi_validate::{Finding, Lang, Report};
use std::io::Write;

/// A format: how one document looks, and what stands around all of them.
pub trait Render: Send + Sync {
    /// Whether the head tells the summary, so that everything else must wait.
    fn needs_summary(&self) -> bool {
        false
    }

    /// What stands before the first document; the summary is known only to those that wait for it.
    fn head(&self, _summary: &Summary, _out: &mut Vec<u8>) {}

    /// One document, finding by finding: there may be more of them than fit in memory as text. Writing here never fails.
    fn document(&self, outcome: &Outcome<'_>, out: &mut dyn Write);

    /// Whether a document without findings leaves a trace in the report.
    fn tells_of_clean_documents(&self) -> bool {
        true
    }

    /// A file or a part of one, at this JSON Pointer, that is no document.
    fn skipped(&self, _item: &Item, _base: &str, _skip: SkipReason, _out: &mut dyn Write) {}

    /// What stands between two documents.
    fn between(&self) -> &'static str {
        ""
    }

    /// What its writer should know of the report.
    fn remark(&self, _summary: &Summary) -> Option<String> {
        None
    }

    /// What stands behind the last document.
    fn tail(&self, _summary: &Summary, _out: &mut Vec<u8>) {}
}

/// What formats want to know.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub lang: Lang,
    pub values: ValueDisplay,
    pub volume: Verbosity,
    pub colour: bool,
    /// The summary tells how long the run took.
    pub tells_time: bool,
}

/// One finding on one line: place, severity, code, message, field.
pub fn compact(lang: Lang, outcome: &Outcome<'_>, finding: &Finding) -> String {
    let (name, start) = (printable(&outcome.file.name), outcome.part.span(finding.span).start);
    let severity = words::severity(lang, finding.severity);
    let (code, message) = (finding.code, finding.message(lang));
    format!("{name}:{}:{}: {severity}[{code}]: {message}{}", start.line, start.column, field(outcome, finding))
}

/// The findings of a document, each on one line, and a last one about those that were cut off.
pub fn lines(lang: Lang, outcome: &Outcome<'_>, report: &Report) -> impl Iterator<Item = String> {
    let more = (report.truncated > 0).then(|| words::truncated(lang, report.truncated));
    report.findings.iter().map(move |finding| compact(lang, outcome, finding)).chain(more)
}

/// The pointer of a finding in brackets, if it has one.
pub fn field(outcome: &Outcome<'_>, finding: &Finding) -> String {
    let pointer = format!("{}{}", outcome.base, finding.pointer);
    if pointer.is_empty() { pointer } else { format!(" ({})", printable(&pointer)) }
}

/// The JSON token that mends a finding, for those who may see values.
pub fn suggestion(values: ValueDisplay, outcome: &Outcome<'_>, finding: &Finding) -> Option<String> {
    if values != ValueDisplay::Full {
        return None;
    }
    let part = &outcome.part;
    part.map.is_writable(part, finding.span).then(|| finding.suggestion(part.text))?
}
