//! What code forges read: annotations of GitHub, the code quality report of GitLab.

use crate::model::outcome::Outcome;
use crate::model::summary::Summary;
use crate::report::fingerprint::{fingerprints, of_run, of_unchecked};
use crate::report::json_text::write_items;
use crate::report::render::{Render, field};
use crate::text::words;
use klavi_core::{Severity, printable};
use klavi_validate::{Finding, Lang, Span};
use serde_json::{Value, json};
use std::io::Write;

/// The format `github`: workflow commands.
pub struct Github {
    pub lang: Lang,
}

impl Render for Github {
    fn tells_of_clean_documents(&self) -> bool {
        false
    }

    fn document(&self, outcome: &Outcome<'_>, out: &mut dyn Write) {
        let file = property(&printable(&outcome.file.name));
        match &outcome.result {
            Ok(report) => {
                for finding in &report.findings {
                    let Span { start, end } = outcome.part.span(finding.span);
                    let (level, code) = (finding.severity.name(), finding.code);
                    let message = finding.message(self.lang);
                    let help = finding.help(self.lang).map_or_else(String::new, |help| format!("\n{help}"));
                    let text = data(&format!("{message}{}{help}", field(outcome, finding)));
                    let _ = write!(out, "::{level} file={file},line={},endLine={}", start.line, end.line);
                    // GitHub takes columns only within one line.
                    if start.line == end.line {
                        let _ = write!(out, ",col={},endColumn={}", start.column, end.column);
                    }
                    let _ = writeln!(out, ",title={code}::{text}");
                }
                if report.truncated > 0 {
                    let text = data(&words::truncated(self.lang, report.truncated));
                    let _ = writeln!(out, "::notice file={file},line={}::{text}", outcome.line);
                }
            }
            Err(why) => {
                let text = data(&words::why(self.lang, why));
                let _ = writeln!(out, "::error file={file},line={},title={}::{text}", outcome.line, why.reason());
            }
        }
    }

    fn tail(&self, summary: &Summary, out: &mut Vec<u8>) {
        let level = if summary.interrupted { "error" } else { "notice" };
        let _ = writeln!(out, "::{level} title=validate::{}", data(&words::summary(self.lang, summary, false)));
    }
}

/// The text of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// The format `gitlab`: a code quality report.
pub struct Gitlab {
    pub lang: Lang,
}

impl Render for Gitlab {
    fn head(&self, _summary: &Summary, out: &mut Vec<u8>) {
        out.push(b'[');
    }

    fn tells_of_clean_documents(&self) -> bool {
        false
    }

    fn document(&self, outcome: &Outcome<'_>, out: &mut dyn Write) {
        match &outcome.result {
            Ok(report) => {
                let issues = fingerprints(outcome, &report.findings);
                write_items(out, issues.map(|(finding, fingerprint)| self.issue(outcome, finding, &fingerprint)));
            }
            Err(why) => write_items(
                out,
                [json!({
                    "type": "issue",
                    "check_name": format!("unchecked/{}", why.reason()),
                    "description": words::why(self.lang, why),
                    "categories": ["Bug Risk"],
                    "severity": "critical",
                    "fingerprint": of_unchecked(outcome, why.reason()),
                    "location": {"path": outcome.file.name, "lines": {"begin": outcome.line}},
                })],
            ),
        }
    }

    fn between(&self) -> &'static str {
        ","
    }

    fn tail(&self, summary: &Summary, out: &mut Vec<u8>) {
        if summary.interrupted {
            // The report has no place for what is true of the whole run.
            let issue = json!({
                "type": "issue",
                "check_name": "interrupted",
                "description": words::summary(self.lang, summary, false),
                "categories": ["Bug Risk"],
                "severity": "blocker",
                "fingerprint": of_run("interrupted"),
                "location": {"path": "-", "lines": {"begin": 1}},
            });
            let is_first = summary.errors + summary.warnings + summary.unchecked == 0;
            let _ = write!(out, "{}\n{issue}", if is_first { "" } else { "," });
        }
        out.extend_from_slice(b"]\n");
    }
}

impl Gitlab {
    fn issue(&self, outcome: &Outcome<'_>, finding: &Finding, fingerprint: &str) -> Value {
        let severity = match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
        };
        let Span { start, end } = outcome.part.span(finding.span);
        let lines = json!({"begin": start.line, "end": end.line});
        json!({
            "type": "issue",
            "check_name": finding.code.name(),
            "description": format!("{}{}", finding.message(self.lang), field(outcome, finding)),
            "categories": ["Bug Risk"],
            "severity": severity,
            "fingerprint": fingerprint,
            "location": {"path": outcome.file.name, "lines": lines},
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_escaped() {
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(data("a:b,c%\r\n"), "a:b,c%25%0D%0A");
    }
}
