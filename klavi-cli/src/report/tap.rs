//! The Test Anything Protocol: a test point for each document.

use crate::model::outcome::Outcome;
use crate::model::summary::Summary;
use crate::report::render::{Render, compact};
use crate::text::words;
use klavi_core::printable;
use klavi_validate::Lang;
use std::io::Write as _;

/// The format `tap`.
pub struct Tap {
    pub lang: Lang,
}

impl Render for Tap {
    fn head(&self, _summary: &Summary, out: &mut Vec<u8>) {
        out.extend_from_slice(b"TAP version 14\n");
    }

    fn document(&self, outcome: &Outcome<'_>, out: &mut Vec<u8>) {
        let schema = outcome.choice.map_or("-", |choice| choice.contract.name);
        let name = format!("{}:{} {schema}", printable(&outcome.file.name), outcome.line);
        let name = name.replace('\\', "\\\\").replace('#', "\\#");
        let is_ok = outcome.result.as_ref().is_ok_and(klavi_validate::Report::is_valid);
        let _ = writeln!(out, "{} - {name}", if is_ok { "ok" } else { "not ok" });
        let lines = match &outcome.result {
            Ok(report) => {
                let lines = report.findings.iter().map(|finding| compact(self.lang, outcome, finding));
                let more = (report.truncated > 0).then(|| words::truncated(self.lang, report.truncated));
                lines.chain(more).collect()
            }
            Err(why) => vec![format!("{}: {}", why.reason(), words::why(self.lang, why))],
        };
        if !lines.is_empty() {
            let _ = writeln!(out, "  ---\n  findings:");
            for line in lines {
                // A JSON text is a YAML text.
                let _ = writeln!(out, "    - {}", serde_json::Value::from(line));
            }
            let _ = writeln!(out, "  ...");
        }
    }

    fn tail(&self, summary: &Summary, out: &mut Vec<u8>) {
        let _ = if summary.interrupted {
            writeln!(out, "Bail out! interrupted")
        } else {
            writeln!(out, "1..{}", summary.documents())
        };
    }
}
