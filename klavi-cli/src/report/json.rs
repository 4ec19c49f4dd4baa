//! `json`: one report; `jsonl`: one document object a line.

use crate::model::outcome::Outcome;
use crate::model::summary::Summary;
use crate::report::json_text::write_json;
use crate::report::render::Render;
use crate::text::words;
use klavi_validate::{Finding, Lang, Localized, Report, Span};
use serde::{Serialize, Serializer};
use std::io::Write;

/// The formats `json` and `jsonl`.
pub struct JsonFormat {
    pub lang: Lang,
    pub is_report: bool,
}

impl Render for JsonFormat {
    fn needs_summary(&self) -> bool {
        self.is_report
    }

    fn head(&self, summary: &Summary, out: &mut Vec<u8>) {
        if self.is_report {
            let head = Head::new(summary);
            let text = serde_json::to_string(&head).unwrap_or_default();
            let open = text.strip_suffix('}').unwrap_or_default();
            let _ = write!(out, "{open},\"documents\":[");
        }
    }

    fn document(&self, outcome: &Outcome<'_>, out: &mut dyn Write) {
        if self.is_report {
            let _ = out.write_all(b"\n");
        }
        let place = |span| outcome.part.span(span);
        let _ = write_json(out, &Document::new(outcome, self.lang, &place));
        if !self.is_report {
            let _ = out.write_all(b"\n");
        }
    }

    fn between(&self) -> &'static str {
        if self.is_report { "," } else { "" }
    }

    fn tail(&self, summary: &Summary, out: &mut Vec<u8>) {
        if self.is_report {
            out.extend_from_slice(b"]}\n");
        } else if summary.interrupted {
            // The only line that is no document: without it the rest would look whole.
            let _ = write_json(out, &Head::new(summary));
            out.push(b'\n');
        }
    }
}

#[derive(Serialize)]
struct Head {
    version: u32,
    tool: Tool,
    summary: Counts,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Counts {
    documents: u64,
    valid: u64,
    invalid: u64,
    errors: u64,
    warnings: u64,
    unchecked: u64,
    #[serde(skip_serializing_if = "is_none")]
    skipped: u64,
    #[serde(skip_serializing_if = "is_false")]
    interrupted: bool,
}

impl Head {
    fn new(summary: &Summary) -> Self {
        let Summary { valid, invalid, errors, warnings, unchecked, skipped, interrupted, .. } = *summary;
        Self {
            version: 1,
            tool: Tool { name: "validate", version: env!("CARGO_PKG_VERSION") },
            summary: Counts {
                documents: summary.documents(),
                valid,
                invalid,
                errors,
                warnings,
                unchecked,
                skipped,
                interrupted,
            },
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_none(count: &u64) -> bool {
    *count == 0
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    file: &'a str,
    index: u64,
    line: u32,
    #[serde(skip_serializing_if = "str::is_empty")]
    base: &'a str,
    schema: Option<&'static str>,
    chosen_by: Option<&'static str>,
    valid: Option<bool>,
    findings: Findings<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    truncated: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unchecked: Option<Unchecked>,
}

impl<'a> Document<'a> {
    fn new(outcome: &'a Outcome<'_>, lang: Lang, place: &'a dyn Fn(Span) -> Span) -> Self {
        let report = outcome.result.as_ref().ok();
        Self {
            file: &outcome.file.name,
            index: outcome.index,
            line: outcome.line,
            base: &outcome.base,
            schema: outcome.choice.map(|choice| choice.contract.name),
            chosen_by: outcome.choice.map(|choice| choice.by.name()),
            valid: report.map(Report::is_valid),
            findings: Findings { all: report.map_or(&[], |report| &report.findings), lang, place },
            truncated: report.map(|report| report.truncated).filter(|count| *count > 0),
            unchecked: outcome
                .result
                .as_ref()
                .err()
                .map(|why| Unchecked { reason: why.reason(), message: words::why(lang, why) }),
        }
    }
}

/// The findings of a document, told one after the other.
struct Findings<'a> {
    all: &'a [Finding],
    lang: Lang,
    place: &'a dyn Fn(Span) -> Span,
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { all, lang, place } = *self;
        serializer.collect_seq(all.iter().map(|finding| Localized { finding, lang, place: Some(place) }))
    }
}

#[derive(Serialize)]
struct Unchecked {
    reason: &'static str,
    message: String,
}
