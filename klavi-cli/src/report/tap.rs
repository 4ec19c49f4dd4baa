//! The Test Anything Protocol: a test point for each document.

use crate::model::outcome::Outcome;
use crate::model::summary::Summary;
use crate::report::render::{Render, lines};
use crate::text::words;
use klavi_core::printable;
use klavi_validate::Lang;
use std::io::Write;

/// The format `tap`.
pub struct Tap {
    pub lang: Lang,
}

impl Render for Tap {
    fn head(&self, _summary: &Summary, out: &mut Vec<u8>) {
        out.extend_from_slice(b"TAP version 14\n");
    }

    fn document(&self, outcome: &Outcome<'_>, out: &mut dyn Write) {
        let schema = outcome.choice.map_or("-", |choice| choice.contract.name);
        let name = format!("{}:{} {schema}", printable(&outcome.file.name), outcome.line);
        let name = name.replace('\\', "\\\\").replace('#', "\\#");
        let is_ok = outcome.result.as_ref().is_ok_and(klavi_validate::Report::is_valid);
        let _ = writeln!(out, "{} - {name}", if is_ok { "ok" } else { "not ok" });
        match &outcome.result {
            Ok(report) => list(out, lines(self.lang, outcome, report)),
            Err(why) => list(out, [format!("{}: {}", why.reason(), words::why(self.lang, why))]),
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

/// The block of YAML below a test point.
fn list(out: &mut dyn Write, lines: impl IntoIterator<Item = String>) {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_some() {
        let _ = writeln!(out, "  ---\n  findings:");
        for line in lines {
            // A JSON text is a YAML text.
            let _ = writeln!(out, "    - {}", serde_json::Value::from(line));
        }
        let _ = writeln!(out, "  ...");
    }
}
