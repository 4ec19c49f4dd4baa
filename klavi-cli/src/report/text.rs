//! Text for people: rustc's grammar, and its one-line form.

use crate::input::item::Item;
use crate::model::choices::ValueDisplay;
use crate::model::choices::Verbosity;
use crate::model::outcome::Outcome;
use crate::model::summary::Summary;
use crate::model::unchecked::SkipReason;
use crate::report::render::{Render, Style, compact, suggestion};
use crate::report::snippet::{self, Mark, Masked, Row};
use crate::text::sentences::word;
use crate::text::words;
use klavi_core::{Code, Severity, printable};
use klavi_validate::Finding;
use std::fmt::Write as _;
use std::io::Write;

/// The formats `text` and `compact`.
pub struct TextFormat {
    pub style: Style,
    pub compact: bool,
}

impl Render for TextFormat {
    fn document(&self, outcome: &Outcome<'_>, out: &mut dyn Write) {
        let Style { lang, volume, .. } = self.style;
        if volume < Verbosity::Findings {
            return;
        }
        let mut page = StyledText::new(self.style);
        match (&outcome.result, self.compact) {
            (Ok(report), true) => {
                for finding in &report.findings {
                    let _ = writeln!(out, "{}", compact(lang, outcome, finding));
                }
            }
            (Ok(report), false) if !report.findings.is_empty() => page.findings(outcome, &report.findings, out),
            (Ok(_), false) => {}
            (Err(why), compact) => {
                let start = outcome.part.start;
                let has_place = compact || start.offset > 0 || !outcome.part.text.is_empty();
                let at = has_place.then_some((start.line, start.column));
                let (name, message) = (printable(&outcome.file.name), words::why(lang, why));
                page.refused(&name, at, why.reason(), &message, compact);
            }
        }
        if let Ok(report) = &outcome.result {
            if report.truncated > 0 {
                page.note(outcome, &words::truncated(lang, report.truncated), self.compact);
            }
            if volume == Verbosity::Everything {
                page.verdict(outcome, report.is_valid());
                if !self.compact && !report.findings.is_empty() {
                    page.line("");
                }
            }
        }
        page.write_to(out);
    }

    fn tells_of_clean_documents(&self) -> bool {
        self.style.volume == Verbosity::Everything
    }

    fn skipped(&self, item: &Item, base: &str, skip: SkipReason, out: &mut dyn Write) {
        if self.style.volume == Verbosity::Everything {
            let why = words::skipped(self.style.lang, skip);
            let part = if base.is_empty() { String::new() } else { format!(" ({})", printable(base)) };
            let _ = writeln!(out, "{}:{}: {why}{part}", printable(&item.file.name), item.start.line);
        }
    }

    fn tail(&self, summary: &Summary, out: &mut Vec<u8>) {
        let has_failed = summary.invalid + summary.unchecked > 0 || summary.interrupted;
        let Style { lang, volume, tells_time, .. } = self.style;
        if volume >= Verbosity::Findings || volume == Verbosity::Summary && has_failed {
            let mut page = StyledText::new(self.style);
            page.summary(&words::summary(lang, summary, tells_time), has_failed, summary.warnings > 0);
            page.write_to(out);
        }
    }
}

const BOLD: &str = "1";
// The bright ones: many terminals show plain blue on black, which nobody can read.
const RED: &str = "1;91";
const YELLOW: &str = "1;33";
const BLUE: &str = "1;94";
const GREEN: &str = "1;32";

/// The text of one document, or of one finding of a flow.
pub struct StyledText {
    text: String,
    style: Style,
}

impl StyledText {
    pub const fn new(style: Style) -> Self {
        Self { text: String::new(), style }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Writes what there is, and goes on with nothing.
    fn write_to(&mut self, out: &mut dyn Write) {
        let _ = out.write_all(self.text.as_bytes());
        self.text.clear();
    }

    pub fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn paint(&mut self, colour: &str, text: &str) {
        if self.style.colour {
            let _ = write!(self.text, "\u{1b}[{colour}m{text}\u{1b}[0m");
        } else {
            self.text.push_str(text);
        }
    }

    pub fn title(&mut self, severity: Severity, code: &str, message: &str) {
        let word = words::severity(self.style.lang, severity);
        self.paint(colour_of(severity), &format!("{word}[{code}]"));
        self.paint(BOLD, &format!(": {message}"));
    }

    /// The last line, in the colour of the worst that it counts.
    pub fn summary(&mut self, line: &str, has_failed: bool, has_warnings: bool) {
        let colour = match (has_failed, has_warnings) {
            (true, _) => colour_of(Severity::Error),
            (false, true) => colour_of(Severity::Warning),
            (false, false) => GREEN,
        };
        self.paint(colour, line);
        self.text.push('\n');
    }

    fn findings(&mut self, outcome: &Outcome<'_>, findings: &[Finding], out: &mut dyn Write) {
        let shown = if self.style.values == ValueDisplay::None {
            None
        } else {
            let spans = |finding: &Finding| {
                [finding.span].into_iter().chain(finding.because.iter().map(|cause| cause.span)).collect::<Vec<_>>()
            };
            let start = |span| outcome.part.map.shown(&outcome.part, span).start;
            let places = snippet::places(findings.iter().flat_map(spans).map(start));
            outcome.part.excerpt(outcome.program(), &outcome.path, &places)
        };
        let masked = shown.as_ref().map(|shown| Masked { shown, values: self.style.values });
        let mut shown_before = Vec::new();
        for finding in findings {
            self.title(finding.severity, finding.code.name(), &finding.message(self.style.lang));
            self.text.push('\n');
            let rows = masked.as_ref().map_or_else(Vec::new, |masked| masked.rows(&self.marks(outcome, finding)));
            let start = outcome.part.span(finding.span).start;
            let last = rows.last().map_or(start.line, |row| row.line);
            let gutter = " ".repeat(last.to_string().len());
            self.arrow(&gutter, &printable(&outcome.file.name), Some((start.line, start.column)));
            // Of several members that an object lacks the place is one and the same.
            if rows != shown_before {
                self.rows(&gutter, &rows, colour_of(finding.severity));
                shown_before = rows;
            }
            self.notes(&gutter, outcome, finding);
            self.text.push('\n');
            self.write_to(out);
        }
    }

    fn marks(&self, outcome: &Outcome<'_>, finding: &Finding) -> Vec<Mark> {
        let label = if finding.code == Code::DuplicateKey { word::FIRST } else { word::BECAUSE };
        let label = label.text(self.style.lang);
        let mark = |span, is_first, label| Mark {
            line: outcome.part.span(span).start.line,
            range: outcome.part.map.shown(&outcome.part, span),
            is_first,
            label,
        };
        let mut marks = vec![mark(finding.span, true, "")];
        for cause in &finding.because {
            if cause.span == finding.span {
                marks[0].label = label;
            } else {
                marks.push(mark(cause.span, false, label));
            }
        }
        marks
    }

    pub fn arrow(&mut self, gutter: &str, name: &str, at: Option<(u32, u32)>) {
        self.paint(BLUE, &format!("{gutter}-->"));
        match at {
            Some((line, column)) => _ = writeln!(self.text, " {name}:{line}:{column}"),
            None => _ = writeln!(self.text, " {name}"),
        }
    }

    fn rows(&mut self, gutter: &str, rows: &[Row], colour: &str) {
        if rows.is_empty() {
            return;
        }
        self.bar(gutter);
        self.text.push('\n');
        let mut before = None;
        for row in rows {
            if before.is_some_and(|before| row.line > before + 1 || row.line == before) {
                self.paint(BLUE, "...");
                self.text.push('\n');
            }
            before = Some(row.line);
            self.paint(BLUE, &format!("{:>width$} |", row.line, width = gutter.len()));
            let _ = writeln!(self.text, " {}", row.text.trim_end());
            for (start, width, mark) in &row.marks {
                self.bar(gutter);
                let (sign, colour) = if mark.is_first { ("^", colour) } else { ("-", BLUE) };
                let _ = write!(self.text, " {}", " ".repeat(*start));
                let space = if mark.label.is_empty() { "" } else { " " };
                self.paint(colour, &format!("{}{space}{}", sign.repeat(*width), mark.label));
                self.text.push('\n');
            }
        }
        self.bar(gutter);
        self.text.push('\n');
    }

    fn bar(&mut self, gutter: &str) {
        self.paint(BLUE, &format!("{gutter} |"));
    }

    fn notes(&mut self, gutter: &str, outcome: &Outcome<'_>, finding: &Finding) {
        let lang = self.style.lang;
        let mut field = if finding.pointer.is_empty() { word::WHOLE.text(lang) } else { &finding.pointer }.to_owned();
        if !outcome.base.is_empty() {
            let _ = write!(field, " ({} {})", word::INSIDE.text(lang), outcome.base);
        }
        self.fact(gutter, word::FIELD.text(lang), &printable(&field));
        if let Some(help) = finding.help(lang) {
            self.fact(gutter, word::HELP.text(lang), &help);
        }
        if let Some(token) = suggestion(self.style.values, outcome, finding) {
            self.fact(
                gutter,
                word::SUGGESTION.text(lang),
                &format!("{} {}", word::WRITE.text(lang), printable(&token)),
            );
        }
        if let Some(source) = finding.source {
            let confidence = words::sure(lang, source.confidence.name());
            self.fact(gutter, word::SOURCE.text(lang), &format!("{} ({confidence})", source.document));
        }
    }

    pub fn fact(&mut self, gutter: &str, name: &str, text: &str) {
        self.paint(BLUE, &format!("{gutter} ="));
        self.text.push(' ');
        self.paint(BOLD, name);
        let _ = writeln!(self.text, ": {text}");
    }

    /// What was not checked, and why.
    pub fn refused(&mut self, name: &str, at: Option<(u32, u32)>, reason: &str, message: &str, compact: bool) {
        let title = format!("{}[{reason}]", word::UNCHECKED.text(self.style.lang));
        if compact {
            let place = at.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
            return self.line(&format!("{name}{place}: {title}: {message}"));
        }
        self.paint(RED, &title);
        self.paint(BOLD, &format!(": {message}"));
        self.text.push('\n');
        self.arrow(" ", name, at);
        self.text.push('\n');
    }

    fn note(&mut self, outcome: &Outcome<'_>, message: &str, compact: bool) {
        let name = word::NOTE.text(self.style.lang);
        if compact {
            self.line(&format!("{}:{}:1: {name}: {message}", printable(&outcome.file.name), outcome.line));
            return;
        }
        self.paint(BOLD, name);
        let _ = writeln!(self.text, ": {message}\n");
    }

    /// The verdict on a document, and the contract it was checked against.
    fn verdict(&mut self, outcome: &Outcome<'_>, is_valid: bool) {
        let lang = self.style.lang;
        let verdict = if is_valid { word::VALID } else { word::INVALID }.text(lang);
        let contract = outcome.choice.map_or_else(
            || word::NO_CONTRACT.text(lang).to_owned(),
            |choice| format!("{} ({})", choice.contract.name, words::chosen_by(lang, choice.by)),
        );
        let _ = writeln!(self.text, "{}:{}: {verdict}: {contract}", printable(&outcome.file.name), outcome.line);
    }
}

fn colour_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => RED,
        Severity::Warning => YELLOW,
    }
}
