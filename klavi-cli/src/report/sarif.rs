//! SARIF 2.1.0, with what the registry knows of every rule.

use crate::model::choices::ValueDisplay;
use crate::model::outcome::Outcome;
use crate::model::summary::Summary;
use crate::model::unchecked::UncheckedReason;
use crate::report::fingerprint::{fingerprints, of_unchecked};
use crate::report::json_text::write_items;
use crate::report::render::{Render, suggestion};
use crate::text::sentences::word;
use crate::text::words;
use klavi_core::Direction;
use klavi_validate::catalogue::{Rule, rule};
use klavi_validate::{Finding, Lang, Span};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write;

/// The format `sarif`.
pub struct Sarif {
    pub lang: Lang,
    pub values: ValueDisplay,
}

/// The most results that GitHub's code scanning takes from one run.
const MOST_RESULTS: u64 = 25_000;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

impl Render for Sarif {
    fn head(&self, _summary: &Summary, out: &mut Vec<u8>) {
        let _ = write!(out, "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{");
        let _ = write!(out, "\"columnKind\":\"unicodeCodePoints\",\"results\":[");
    }

    fn tells_of_clean_documents(&self) -> bool {
        false
    }

    fn document(&self, outcome: &Outcome<'_>, out: &mut dyn Write) {
        match &outcome.result {
            Ok(report) => {
                let results = fingerprints(outcome, &report.findings);
                write_items(out, results.map(|(finding, fingerprint)| self.result(outcome, finding, &fingerprint)));
            }
            Err(why) => write_items(out, [self.unchecked(outcome, why)]),
        }
    }

    fn between(&self) -> &'static str {
        ","
    }

    fn tail(&self, summary: &Summary, out: &mut Vec<u8>) {
        // Only what the results name: the whole registry would be most of a usual report.
        let rules = summary.codes.iter().map(|code| self.rule(rule(*code)));
        let rules = rules.chain(summary.reasons.iter().map(|reason| self.reason(reason)));
        let driver = json!({
            "name": "validate",
            "version": env!("CARGO_PKG_VERSION"),
            "informationUri": env!("CARGO_PKG_REPOSITORY"),
            "language": self.lang.name(),
            "rules": rules.collect::<Value>(),
        });
        let mut invocation = json!({
            "executionSuccessful": summary.unchecked == 0 && !summary.interrupted,
            "exitCodeDescription": words::summary(self.lang, summary, false),
        });
        if let Some(remark) = self.remark(summary) {
            invocation["toolExecutionNotifications"] = json!([{"level": "warning", "message": {"text": remark}}]);
        }
        let _ = writeln!(out, "],\"tool\":{{\"driver\":{driver}}},\"invocations\":[{invocation}]}}]}}");
    }

    fn remark(&self, summary: &Summary) -> Option<String> {
        (summary.told > MOST_RESULTS).then(|| words::too_many(self.lang, summary.told, MOST_RESULTS))
    }
}

impl Sarif {
    fn rule(&self, rule: &Rule) -> Value {
        json!({
            "id": rule.code.name(),
            "shortDescription": {"text": rule.title.lang(self.lang)},
            "fullDescription": {"text": rule.explanation.lang(self.lang)},
            "help": self.help(rule),
            "helpUri": words::page(self.lang, rule.code.name()),
            "defaultConfiguration": {"level": rule.code.severity(Direction::Request).name()},
            "properties": {"tags": [rule.code.group().name()]},
        })
    }

    /// What `--explain` says, without its documents: whoever looks for a value in reports shall find none.
    fn help(&self, rule: &Rule) -> Value {
        let (explanation, code) = (rule.explanation.lang(self.lang), rule.code.name());
        json!({"text": explanation, "markdown": format!("{explanation}\n\n[`{code}`]({})", words::page(self.lang, code))})
    }

    /// The rule of documents that were not checked for this reason.
    fn reason(&self, reason: &str) -> Value {
        let meaning = words::reason(self.lang, reason);
        json!({
            "id": format!("{}/{reason}", words::UNCHECKED),
            "shortDescription": {"text": meaning},
            "fullDescription": {"text": meaning},
            "help": {"text": meaning, "markdown": meaning},
            "helpUri": words::page(self.lang, words::UNCHECKED),
            "defaultConfiguration": {"level": "error"},
        })
    }

    fn result(&self, outcome: &Outcome<'_>, finding: &Finding, fingerprint: &str) -> Value {
        let message = finding.message(self.lang);
        let text = finding.help(self.lang).map_or_else(|| message.clone(), |help| format!("{message}\n{help}"));
        let mut location = location(outcome, Some(outcome.part.span(finding.span)));
        location["logicalLocations"] = json!([{"fullyQualifiedName": format!("{}{}", outcome.base, finding.pointer)}]);
        let mut result = json!({
            "ruleId": finding.code.name(),
            "level": finding.severity.name(),
            "message": {"text": text},
            "locations": [location],
            "partialFingerprints": {"validate/v1": fingerprint},
        });
        if !finding.because.is_empty() {
            let related = |cause: &klavi_validate::Cause| {
                let mut location = self::location(outcome, Some(outcome.part.span(cause.span)));
                location["message"] = json!({"text": word::BECAUSE.text(self.lang)});
                location
            };
            result["relatedLocations"] = finding.because.iter().map(related).collect();
        }
        if let Some(token) = suggestion(self.values, outcome, finding) {
            result["fixes"] = json!([self.fix(outcome, finding, &token)]);
        }
        result
    }

    /// The change of one token. It is an offer: SARIF has no fix that applies itself.
    fn fix(&self, outcome: &Outcome<'_>, finding: &Finding, token: &str) -> Value {
        let write = word::WRITE.text(self.lang);
        let written = outcome.part.map.written(token);
        json!({
            "description": {"text": format!("{write} {token}")},
            "artifactChanges": [{
                "artifactLocation": {"uri": uri(&outcome.file.name)},
                "replacements": [{"deletedRegion": region(outcome.part.span(finding.span)), "insertedContent": {"text": written}}],
            }],
        })
    }

    /// A document that was not checked is a result too: a report without it would look green.
    fn unchecked(&self, outcome: &Outcome<'_>, why: &UncheckedReason) -> Value {
        json!({
            "ruleId": format!("{}/{}", words::UNCHECKED, why.reason()),
            "level": "error",
            "message": {"text": words::why(self.lang, why)},
            "locations": [location(outcome, None)],
            "partialFingerprints": {"validate/v1": of_unchecked(outcome, why.reason())},
        })
    }
}

fn location(outcome: &Outcome<'_>, span: Option<Span>) -> Value {
    let mut physical = json!({"artifactLocation": {"uri": uri(&outcome.file.name)}});
    if let Some(span) = span {
        physical["region"] = region(span);
    }
    json!({"physicalLocation": physical})
}

fn region(Span { start, end }: Span) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "byteOffset": start.offset,
        "byteLength": end.offset.saturating_sub(start.offset),
    })
}

/// The path as a URI reference.
fn uri(path: &str) -> String {
    let mut uri = if path.starts_with('/') { "file://".to_owned() } else { String::new() };
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(byte as char);
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("orders/pag 1é:2.json"), "orders/pag%201%C3%A9%3A2.json");
        assert_eq!(uri("/tmp/a.json"), "file:///tmp/a.json");
    }
}
