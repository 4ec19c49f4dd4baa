//! The XML of `JUnit`: a test case for each document.

use crate::model::outcome::Outcome;
use crate::model::summary::Summary;
use crate::report::render::{Render, lines};
use crate::text::words;
use klavi_core::printable;
use klavi_validate::Lang;
use std::io::Write;

/// The format `junit`.
pub struct Junit {
    pub lang: Lang,
}

/// Readers want a time. It is not measured: the same input gives the same bytes.
const TIME: &str = "time=\"0\"";

impl Render for Junit {
    fn needs_summary(&self) -> bool {
        true
    }

    fn head(&self, summary: &Summary, out: &mut Vec<u8>) {
        let Summary { invalid, unchecked, interrupted, .. } = *summary;
        // A run that was cut short has one error more than its documents.
        let (tests, errors) = (summary.documents() + u64::from(interrupted), unchecked + u64::from(interrupted));
        let counts = format!("name=\"validate\" tests=\"{tests}\" failures=\"{invalid}\" errors=\"{errors}\" {TIME}");
        let _ =
            write!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {counts}>\n  <testsuite {counts}>\n");
    }

    fn document(&self, outcome: &Outcome<'_>, out: &mut dyn Write) {
        let schema = outcome.choice.map_or("-", |choice| choice.contract.name);
        let file = escape(&printable(&outcome.file.name));
        let _ = write!(out, "    <testcase classname=\"{file}\" name=\"{schema} {file}:{}\" {TIME}", outcome.line);
        match &outcome.result {
            Ok(report) if report.findings.is_empty() => {
                let _ = writeln!(out, "/>");
            }
            Ok(report) => {
                let element = if report.is_valid() { "system-out" } else { "failure" };
                let _ = write!(out, ">\n      <{element}");
                if !report.is_valid() {
                    let first = report.findings.iter().find(|finding| finding.severity == klavi_core::Severity::Error);
                    let code = first.map_or("", |finding| finding.code.name());
                    let message = escape(&first.map_or_else(String::new, |finding| finding.message(self.lang)));
                    let _ = write!(out, " message=\"{message}\" type=\"{code}\"");
                }
                let _ = write!(out, ">");
                for (number, line) in lines(self.lang, outcome, report).enumerate() {
                    let _ = write!(out, "{}{}", if number == 0 { "" } else { "\n" }, escape(&line));
                }
                let _ = writeln!(out, "</{element}>\n    </testcase>");
            }
            Err(why) => {
                let message = escape(&words::why(self.lang, why));
                let reason = why.reason();
                let _ = writeln!(out, ">\n      <error message=\"{message}\" type=\"{reason}\"/>\n    </testcase>");
            }
        }
    }

    fn tail(&self, summary: &Summary, out: &mut Vec<u8>) {
        if summary.interrupted {
            let _ = writeln!(out, "    <testcase classname=\"-\" name=\"interrupted\" {TIME}>");
            let _ = writeln!(out, "      <error message=\"interrupted\" type=\"interrupted\"/>\n    </testcase>");
        }
        let _ = writeln!(out, "  </testsuite>\n</testsuites>");
    }
}

/// The text as XML: five characters are escaped, those that XML forbids become U+FFFD.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\n' | '\t' => escaped.push(letter),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_is_escaped() {
        assert_eq!(escape("<a b=\"c\">'&\u{1b}\n"), "&lt;a b=&quot;c&quot;&gt;&apos;&amp;\u{fffd}\n");
    }
}
