//! The reports: each format is a pure rendering of one document after the other.

mod fingerprint;
mod forges;
mod json;
mod junit;
mod sarif;
mod snippet;
mod tap;
mod text;

pub use text::Volume;

use crate::args::Values;
use crate::input::Item;
use crate::outcome::{Outcome, Skip};
use crate::summary::Summary;
use crate::words;
use forges::{Github, Gitlab};
use json::Json;
use junit::Junit;
use klavi_core::printable;
use klavi_validate::{Finding, Lang};
use sarif::Sarif;
use std::fmt::Write as _;
use tap::Tap;
use text::Text;

/// A format: how one document looks, and what stands around all of them.
pub trait Render: Send + Sync {
    /// Whether the head tells the summary, so that everything else must wait.
    fn needs_summary(&self) -> bool {
        false
    }

    /// What stands before the first document; the summary is known only to those that wait for it.
    fn head(&self, _summary: &Summary, _out: &mut Vec<u8>) {}

    /// One document.
    fn document(&self, outcome: &Outcome<'_>, out: &mut Vec<u8>);

    /// A part of a HAR file that is no document, at this JSON Pointer.
    fn skipped(&self, _item: &Item, _base: &str, _skip: Skip, _out: &mut Vec<u8>) {}

    /// What stands between two documents.
    fn between(&self) -> &'static str {
        ""
    }

    /// What stands behind the last document.
    fn tail(&self, _summary: &Summary, _out: &mut Vec<u8>) {}
}

/// The formats by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Compact,
    Json,
    Jsonl,
    Sarif,
    Junit,
    Github,
    Gitlab,
    Tap,
}

/// What formats want to know.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub lang: Lang,
    pub values: Values,
    pub volume: Volume,
    pub colour: bool,
    /// The summary tells how long the run took.
    pub tells_time: bool,
}

impl Format {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Text, "text", "findings with the lines they are about, for people"),
        (Self::Compact, "compact", "one line for each finding"),
        (Self::Json, "json", "one report for machines"),
        (Self::Jsonl, "jsonl", "one JSON object for each document"),
        (Self::Sarif, "sarif", "SARIF 2.1.0, for code scanning"),
        (Self::Junit, "junit", "JUnit's XML, a test case for each document"),
        (Self::Github, "github", "annotations of GitHub workflows"),
        (Self::Gitlab, "gitlab", "the code quality report of GitLab"),
        (Self::Tap, "tap", "the Test Anything Protocol, a test point for each document"),
    ];

    /// The names of all formats.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(_, name, _)| *name)
    }

    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == name).map(|(format, ..)| *format)
    }

    /// The text of `--help`.
    pub fn help() -> String {
        let mut help = "A report, on standard output or in a file; may be repeated [default: text]\n".to_owned();
        for (_, name, what) in Self::ALL {
            let _ = write!(help, "\n- {name}: {what}");
        }
        help
    }

    /// The format with everything it wants to know.
    pub fn render(self, style: Style) -> Box<dyn Render> {
        let lang = style.lang;
        match self {
            Self::Text | Self::Compact => Box::new(Text { style, compact: self == Self::Compact }),
            Self::Json | Self::Jsonl => Box::new(Json { lang, is_report: self == Self::Json }),
            Self::Sarif => Box::new(Sarif { lang, values: style.values }),
            Self::Junit => Box::new(Junit { lang }),
            Self::Github => Box::new(Github { lang }),
            Self::Gitlab => Box::new(Gitlab { lang }),
            Self::Tap => Box::new(Tap { lang }),
        }
    }
}

/// One finding on one line: place, severity, code, message, field.
pub fn compact(lang: Lang, outcome: &Outcome<'_>, finding: &Finding) -> String {
    let (name, start) = (printable(&outcome.file.name), finding.span.start);
    let severity = words::severity(lang, finding.severity);
    let (code, message) = (finding.code, finding.message(lang));
    format!("{name}:{}:{}: {severity}[{code}]: {message}{}", start.line, start.column, field(outcome, finding))
}

/// The pointer of a finding in brackets, if it has one.
fn field(outcome: &Outcome<'_>, finding: &Finding) -> String {
    let pointer = format!("{}{}", outcome.base, finding.pointer);
    if pointer.is_empty() { pointer } else { format!(" ({})", printable(&pointer)) }
}

/// The JSON token that mends a finding, for those who may see values.
fn suggestion(values: Values, outcome: &Outcome<'_>, finding: &Finding) -> Option<String> {
    if values != Values::Full {
        return None;
    }
    let range = outcome.range(finding.span)?;
    let mut inside = finding.clone();
    inside.span.start.offset = range.start as u64;
    inside.span.end.offset = range.end as u64;
    inside.suggestion(outcome.text)
}
