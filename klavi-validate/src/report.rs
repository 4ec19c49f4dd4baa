//! The report on one document.

use crate::catalogue;
use crate::collector::Collector;
use crate::finding::{Cause, Finding, Span};
use crate::lang::Lang;
use crate::options::Options;
use crate::say;
use crate::sentences::report;
use klavi_core::accept::{Plan, Scope};
use klavi_core::program::{Program, Source};
use klavi_core::{
    Code, Day, Deferred, Details, Exhibit, Finding as Raw, Lines, Names, Severity, Target, can_take, pointers, run,
    run_deferred,
};
use std::fmt;

/// Everything that was found in one document.
///
/// `Display` is one line for each finding, in English, without any value; `Serialize` is what the `validate` binary
/// writes in `-o json`. Findings refer to their schema, so a report is not read back.
///
/// ```
/// use klavi_validate::{Lang, check, types::AuthRequest};
///
/// let report = check::<AuthRequest>(br#"{"accessKey": "key", "secret": "s"}"#);
/// assert_eq!((report.schema, report.errors, report.warnings, report.is_valid()), ("auth.request", 1, 1, false));
/// for finding in &report.findings {
///     println!("{} {}: {}", finding.code, finding.pointer, finding.message(Lang::PtBr));
/// }
/// let missing = "1:1: error[required]: `secretKey` is required (/secretKey)";
/// assert!(report.to_string().contains(missing), "{report}");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The schema's name.
    pub schema: &'static str,
    /// The findings, by position.
    pub findings: Vec<Finding>,
    /// How many errors there are, with those that were cut off.
    pub errors: usize,
    /// How many warnings there are, with those that were cut off.
    pub warnings: usize,
    /// How many findings were cut off by [`Options::max_findings`].
    pub truncated: usize,
    /// Whether the text is no JSON, repeats a member or breaks a limit.
    unreadable: bool,
}

impl Report {
    /// Runs a schema over a document.
    #[must_use]
    pub fn new(program: &'static Program, document: &[u8], options: &Options) -> Self {
        Self::of_part(&Exhibit::whole(program, document), options)
    }

    /// Runs a schema over a part of a document. Its place decides which member names may be shown.
    #[must_use]
    pub fn of_part(part: &Exhibit<'_>, options: &Options) -> Self {
        let (program, today) = (part.program, today(options));
        let plan = Plan::shared(program, Scope::Findings);
        let deferred = plan.and_then(|plan| plan.deferred(part.text, options.limits, today));
        if deferred.as_ref().is_some_and(Deferred::is_empty) {
            return Self::clean(program);
        }
        let mut collector = Collector::new(options, program.name, part.text);
        match deferred {
            Some(deferred) => run_deferred(part.text, &deferred, today, &mut collector),
            None => run(program, part.text, options.limits, today, &mut collector),
        }
        let unreadable = collector.unreadable;
        let (errors, warnings, findings) = collector.finish();
        let findings = locate_all(part, findings, options.reveal);
        let truncated = errors + warnings - findings.len();
        Self { schema: program.name, findings, errors, warnings, truncated, unreadable }
    }

    /// A report without findings.
    fn clean(program: &Program) -> Self {
        let (findings, schema) = (Vec::new(), program.name);
        Self { schema, findings, errors: 0, warnings: 0, truncated: 0, unreadable: false }
    }

    /// A report of findings that no schema made, for texts that are turned into JSON first.
    #[doc(hidden)]
    #[must_use]
    pub fn of_errors(findings: Vec<Finding>) -> Self {
        Self { schema: "", errors: findings.len(), findings, warnings: 0, truncated: 0, unreadable: true }
    }

    /// Whether the document is valid: it has no error.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.errors == 0
    }

    /// Whether no value can be had from the document: an error of the group `json`.
    pub(crate) fn is_unreadable(&self) -> bool {
        self.unreadable
    }
}

/// Whether a look is enough to know that a report on a document would have no finding, at whatever levels. `false` says
/// nothing: then the report tells.
///
/// ```
/// use klavi_validate::{Options, contract, is_silent};
///
/// let (auth, options) = (contract("auth.request").unwrap(), Options::default());
/// assert!(is_silent(auth.program, br#"{"accessKey": "a", "secretKey": "b"}"#, &options));
/// assert!(!is_silent(auth.program, br#"{"accessKey": "a", "secretKey": "b", "other": 1}"#, &options));
/// ```
#[must_use]
pub fn is_silent(program: &'static Program, document: &[u8], options: &Options) -> bool {
    accepts(program, Scope::Findings, document, options)
}

/// Whether the accept pass finds a document without findings, or without errors, at the default levels.
pub(crate) fn accepts(program: &'static Program, scope: Scope, document: &[u8], options: &Options) -> bool {
    let plan = Plan::shared(program, scope);
    plan.is_some_and(|plan| plan.accepts(document, options.limits, today(options)))
}

fn today(options: &Options) -> Option<Day> {
    options.today.and_then(|day| day.calendar().ok()).map(Day::from)
}

/// Sorts findings by position and gives them lines and pointers.
fn locate_all(part: &Exhibit<'_>, mut raw: Vec<(Raw, Severity)>, reveal: bool) -> Vec<Finding> {
    if raw.is_empty() {
        return Vec::new();
    }
    raw.sort_by_key(|(finding, _)| (finding.span.start, finding.span.end, finding.code.name()));
    settle_names(part.text, &mut raw);
    let lines = Lines::new(part.text);
    let targets: Vec<Target> = raw.iter().flat_map(|(finding, _)| targets(finding)).collect();
    let names = if reveal { Names::Revealed } else { Names::Masked };
    let mut pointers = pointers(part, &targets, names).into_iter();
    raw.iter().map(|(finding, severity)| locate(part.program, finding, *severity, &lines, &mut pointers)).collect()
}

/// Tells the names that unknown members can take from those that stand in their objects already.
fn settle_names(document: &[u8], raw: &mut [(Raw, Severity)]) {
    let (mut found, mut wanted) = (Vec::new(), Vec::new());
    for (finding, _) in raw {
        if let Details::Name(Some(meant)) = finding.details {
            wanted.push((finding.span.start, meant));
            found.push((finding, meant));
        }
    }
    if wanted.is_empty() {
        return;
    }
    for ((finding, meant), is_free) in found.into_iter().zip(can_take(document, &wanted)) {
        if !is_free {
            finding.details = Details::Taken(meant);
        }
    }
}

fn targets(finding: &Raw) -> impl Iterator<Item = Target> {
    // The cause of a duplicate is a member name, every other one a value.
    let of_cause = |start| match finding.code {
        Code::DuplicateKey => Target::Member(start),
        _ => Target::Value(start),
    };
    std::iter::once(finding.target).chain(finding.cause.map(|cause| of_cause(cause.start)))
}

fn locate(
    program: &Program,
    finding: &Raw,
    severity: Severity,
    lines: &Lines<'_>,
    pointers: &mut impl Iterator<Item = String>,
) -> Finding {
    let span = |span: klavi_core::Span| Span {
        start: lines.position(span.start as usize),
        end: lines.position(span.end as usize),
    };
    let mut pointer = || pointers.next().unwrap_or_default();
    let schema_location = finding.location.map_or_else(String::new, |location| {
        let slash = if finding.keyword.is_empty() { "" } else { "/" };
        // The location in a file beside the schema names that file.
        let name = if location.uri.starts_with('#') { program.name } else { "" };
        format!("{name}{}{slash}{}", location.uri, finding.keyword)
    });
    Finding {
        code: finding.code,
        severity,
        pointer: pointer(),
        span: span(finding.span),
        because: finding.cause.map(|cause| Cause { pointer: pointer(), span: span(cause) }).into_iter().collect(),
        schema_location,
        source: source(finding),
        direction: program.direction,
        details: finding.details.clone(),
        words: None,
    }
}

/// The documents that state the rule: what a format, a calendar or the grammar of JSON asks is no matter of the field
/// where it was found, but of the catalogue.
fn source(finding: &Raw) -> Option<Source> {
    let is_of_the_world = finding.location.is_none() || matches!(finding.keyword, "x-format" | "x-rules-of-time");
    if is_of_the_world { catalogue::source(finding.code) } else { finding.source }
}

impl fmt::Display for Report {
    /// The counts, and one line for each finding, in English, without any value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = say!(report::COUNTS, schema = self.schema, errors = self.errors, warnings = self.warnings);
        f.write_str(&counts.message(Lang::default()))?;
        self.findings.iter().try_for_each(|finding| write!(f, "\n{finding}"))
    }
}
