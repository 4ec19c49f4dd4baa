//! SARIF 2.1.0, with what the registry knows of every rule.

use crate::model::choices::Values;
use crate::model::outcome::Outcome;
use crate::model::summary::Summary;
use crate::model::unchecked::Why;
use crate::report::fingerprint::{fingerprints, of_unchecked};
use crate::report::json_text::write_items;
use crate::report::render::{Render, suggestion};
use crate::text::words;
use klavi_core::Direction;
use klavi_validate::{Finding, Lang, Rule, Span, rules};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write as _;

/// The format `sarif`.
pub struct Sarif {
    pub lang: Lang,
    pub values: Values,
}

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

impl Render for Sarif {
    fn head(&self, _summary: &Summary, out: &mut Vec<u8>) {
        let driver = json!({
            "name": "validate",
            "version": env!("CARGO_PKG_VERSION"),
            "informationUri": env!("CARGO_PKG_REPOSITORY"),
            "language": if self.lang == Lang::En { "en" } else { "pt-BR" },
            "rules": rules().iter().map(|rule| self.rule(rule)).collect::<Value>(),
        });
        let _ = write!(
            out,
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{driver}}},"
        );
        let _ = write!(out, "\"columnKind\":\"unicodeCodePoints\",\"results\":[");
    }

    fn document(&self, outcome: &Outcome<'_>, out: &mut Vec<u8>) {
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
        let invocation = json!({
            "executionSuccessful": summary.unchecked == 0 && !summary.interrupted,
            "exitCodeDescription": words::summary(self.lang, summary, false),
        });
        let _ = writeln!(out, "],\"invocations\":[{invocation}]}}]}}");
    }
}

impl Sarif {
    fn rule(&self, rule: &Rule) -> Value {
        json!({
            "id": rule.code.name(),
            "shortDescription": {"text": rule.title.lang(self.lang)},
            "fullDescription": {"text": rule.explanation.lang(self.lang)},
            "defaultConfiguration": {"level": rule.code.severity(Direction::Request).name()},
            "properties": {"tags": [rule.code.group().name()]},
        })
    }

    fn result(&self, outcome: &Outcome<'_>, finding: &Finding, fingerprint: &str) -> Value {
        let message = finding.message(self.lang);
        let text = finding.help(self.lang).map_or_else(|| message.clone(), |help| format!("{message}\n{help}"));
        let mut location = location(outcome, Some(outcome.part.span(finding.span)));
        location["logicalLocations"] = json!([{"fullyQualifiedName": format!("{}{}", outcome.base, finding.pointer)}]);
        let mut result = json!({
            "ruleId": finding.code.name(),
            "ruleIndex": finding.code as usize,
            "level": finding.severity.name(),
            "message": {"text": text},
            "locations": [location],
            "partialFingerprints": {"validate/v1": fingerprint},
        });
        if !finding.because.is_empty() {
            let related = |cause: &klavi_validate::Cause| {
                let mut location = self::location(outcome, Some(outcome.part.span(cause.span)));
                location["message"] = json!({"text": words::words(self.lang).because});
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
        let write = words::words(self.lang).write;
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
    fn unchecked(&self, outcome: &Outcome<'_>, why: &Why) -> Value {
        json!({
            "ruleId": format!("unchecked/{}", why.reason()),
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
