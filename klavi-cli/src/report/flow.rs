//! The reports of a flow: findings that point at two events, each the line of a file or the entry of a HAR file.

use crate::model::choices::Verbosity;
use crate::model::destination::Destination;
use crate::model::unchecked::UncheckedReason;
use crate::report::json_text::write_json;
use crate::report::render::Style;
use crate::report::report_file::ReportFile;
use crate::report::text::StyledText;
use crate::text::sentences::{flow, summary, word};
use crate::text::usage_error::UsageError;
use crate::text::words;
use klavi_core::printable;
use klavi_http::flow::FlowFinding;
use klavi_validate::catalogue::Reference;
use klavi_validate::say;
use serde::Serialize;

/// Where an event stands.
#[derive(Debug, Clone, Serialize)]
pub struct Spot<'a> {
    pub file: &'a str,
    /// The line of an event that is one, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The number of an entry of a HAR file, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<u64>,
}

impl std::fmt::Display for Spot<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&printable(self.file))?;
        self.line.iter().try_for_each(|line| write!(f, ":{line}"))?;
        self.entry.iter().try_for_each(|entry| write!(f, "#/log/entries/{entry}"))
    }
}

/// What a run found.
#[derive(Debug, Default, Serialize)]
pub struct Counts {
    pub events: u64,
    pub errors: u64,
    pub warnings: u64,
    pub unchecked: u64,
    /// Payments that were forgotten to make room for others.
    pub forgotten: u64,
    /// How many of the unchecked were empty.
    #[serde(skip)]
    pub empty: u64,
}

/// The formats that there are of such a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlowFormat {
    Text,
    Compact,
    Json,
    Jsonl,
}

impl FlowFormat {
    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "text" => Self::Text,
            "compact" => Self::Compact,
            "json" => Self::Json,
            "jsonl" => Self::Jsonl,
            _ => return None,
        })
    }
}

/// One report on its way.
pub struct FlowReport {
    file: ReportFile,
    format: FlowFormat,
    style: Style,
    has_findings: bool,
    /// What could not be read, of a report that has it behind the findings.
    unchecked: Vec<Vec<u8>>,
    most: usize,
}

impl FlowReport {
    /// Opens a report, which lists at most so many lines that could not be read.
    pub fn open(place: Destination, format: FlowFormat, style: Style, most: usize) -> Result<Self, UsageError> {
        let file = ReportFile::open(place)?;
        let mut report = Self { file, format, style, has_findings: false, unchecked: Vec::new(), most };
        if format == FlowFormat::Json {
            let version = env!("CARGO_PKG_VERSION");
            report.file.put(
                format!(r#"{{"version":1,"tool":{{"name":"validate","version":"{version}"}},"findings":["#).as_bytes(),
            );
        }
        Ok(report)
    }

    /// Whether it takes nothing more.
    pub const fn is_lost(&self) -> bool {
        self.file.is_lost()
    }

    /// Tells a finding, and where it and its cause are.
    pub fn finding(&mut self, finding: &FlowFinding, spot: &Spot<'_>, cause: Option<&Spot<'_>>) {
        let lang = self.style.lang;
        match self.format {
            FlowFormat::Json | FlowFormat::Jsonl => {
                let mut text = Vec::new();
                let _ = write_json(&mut text, &Told::new(finding, spot, cause, lang));
                let is_first = !std::mem::replace(&mut self.has_findings, true);
                match self.format {
                    FlowFormat::Json => self.file.put(if is_first { b"\n" } else { b",\n" }),
                    _ => text.push(b'\n'),
                }
                self.file.put(&text);
            }
            _ if self.style.volume < Verbosity::Findings => {}
            FlowFormat::Compact => {
                let (severity, message) = (words::severity(lang, finding.severity), finding.message(lang));
                let line = format!("{spot}: {severity}[{}]: {message} ({})\n", finding.code, finding.place.part);
                self.file.put(line.as_bytes());
            }
            FlowFormat::Text => {
                let mut page = StyledText::new(self.style);
                page.title(finding.severity, finding.code.name(), &finding.message(lang));
                page.line("");
                page.arrow(" ", &spot.to_string(), None);
                page.fact(" ", word::FIELD.text(lang), finding.place.part);
                if let Some(cause) = cause {
                    page.fact(" ", word::CAUSE.text(lang), &cause.to_string());
                }
                page.fact(" ", word::HELP.text(lang), &finding.help(lang));
                page.fact(" ", word::SOURCE.text(lang), &words::sources(lang, finding.sources()));
                page.line("");
                self.file.put(page.text().as_bytes());
            }
        }
    }

    /// Tells what could not be read.
    pub fn unchecked(&mut self, spot: &Spot<'_>, why: &UncheckedReason) {
        let message = words::why(self.style.lang, why);
        match self.format {
            FlowFormat::Json if self.unchecked.len() >= self.most => {}
            FlowFormat::Json | FlowFormat::Jsonl => {
                let mut text = Vec::new();
                let _ = write_json(&mut text, &Unread { spot, unchecked: Reason { reason: why.reason(), message } });
                if self.format == FlowFormat::Json {
                    self.unchecked.push(text);
                } else {
                    text.push(b'\n');
                    self.file.put(&text);
                }
            }
            _ if self.style.volume < Verbosity::Findings => {}
            _ => {
                let mut page = StyledText::new(self.style);
                page.refused(&spot.to_string(), None, why.reason(), &message, self.format == FlowFormat::Compact);
                self.file.put(page.text().as_bytes());
            }
        }
    }

    /// Ends the report and gives what went wrong.
    pub fn close(mut self, counts: &Counts) -> Option<UsageError> {
        let (lang, volume) = (self.style.lang, self.style.volume);
        match self.format {
            FlowFormat::Json => {
                let mut text = b"],\"unchecked\":[".to_vec();
                text.extend(self.unchecked.join(&b","[..]));
                text.extend_from_slice(b"],\"summary\":");
                let _ = write_json(&mut text, counts);
                text.extend_from_slice(b"}\n");
                self.file.put(&text);
            }
            FlowFormat::Jsonl => {}
            _ => {
                let Counts { events, errors, warnings, unchecked, forgotten, .. } = *counts;
                let mut line = say!(flow::COUNTS, events, errors, warnings).message(lang);
                if unchecked > 0 {
                    line += &say!(summary::UNCHECKED, count = unchecked).message(lang);
                }
                if forgotten > 0 {
                    line += &say!(flow::FORGOTTEN, count = forgotten).message(lang);
                }
                let has_failed = errors + unchecked > 0;
                if volume >= Verbosity::Findings || volume == Verbosity::Summary && has_failed {
                    let mut page = StyledText::new(self.style);
                    page.summary(&line, has_failed, warnings > 0);
                    self.file.put(page.text().as_bytes());
                }
            }
        }
        self.file.commit();
        self.file.failure()
    }

    /// What was told so far is there for who reads along.
    pub fn flush(&mut self) {
        self.file.flush();
    }
}

/// A finding as JSON.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    spot: &'a Spot<'a>,
    part: &'a str,
    code: &'a str,
    group: &'a str,
    severity: &'a str,
    message: String,
    help: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<[&'a Spot<'a>; 1]>,
    sources: Vec<Stated<'a>>,
}

#[derive(Serialize)]
struct Stated<'a> {
    document: &'a str,
    confidence: &'a str,
}

impl<'a> Told<'a> {
    fn new(
        finding: &'a FlowFinding,
        spot: &'a Spot<'a>,
        cause: Option<&'a Spot<'a>>,
        lang: klavi_validate::Lang,
    ) -> Self {
        let stated = |source: &'a Reference| Stated { document: &source.document, confidence: &source.confidence };
        Self {
            spot,
            part: finding.place.part,
            code: finding.code.name(),
            group: finding.code.group().name(),
            severity: finding.severity.name(),
            message: finding.message(lang),
            help: finding.help(lang),
            because: cause.map(|cause| [cause]),
            sources: finding.sources().iter().map(stated).collect(),
        }
    }
}

/// What could not be read, as JSON.
#[derive(Serialize)]
struct Unread<'a> {
    #[serde(flatten)]
    spot: &'a Spot<'a>,
    unchecked: Reason,
}

#[derive(Serialize)]
struct Reason {
    reason: &'static str,
    message: String,
}
