//! Reports as Python objects. Words are made when somebody asks for them.

use klavi_validate::Lang;
use pyo3::prelude::*;
use std::sync::Arc;

/// What was found in one document.
#[pyclass(frozen, module = "klavi")]
pub struct Report {
    report: Arc<klavi_validate::Report>,
    lang: Lang,
    has_text: bool,
}

/// One finding of a report.
#[pyclass(frozen, module = "klavi")]
pub struct Finding {
    report: Arc<klavi_validate::Report>,
    index: usize,
    lang: Lang,
    has_text: bool,
}

/// A range of the text that was checked.
#[pyclass(frozen, get_all, eq, hash, module = "klavi")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first character.
    start: Position,
    /// The place after the last.
    end: Position,
}

/// A place in the text that was checked.
#[pyclass(frozen, get_all, eq, hash, module = "klavi")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Position {
    /// From 1.
    line: u32,
    /// From 1, in Unicode characters.
    column: u32,
    /// From 0, in bytes of UTF-8.
    offset: u64,
}

/// A value that triggered a rule.
#[pyclass(frozen, get_all, eq, hash, module = "klavi")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Cause {
    /// Its JSON Pointer.
    pointer: String,
    /// Where it stands, in texts and bytes.
    span: Option<Span>,
}

/// The document that states a rule.
#[pyclass(frozen, get_all, eq, hash, module = "klavi")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Source {
    /// Its label.
    document: &'static str,
    /// How sure its wording is: `verbatim`, `reconstructed` or `inferred`.
    confidence: &'static str,
}

impl Report {
    pub fn new(report: klavi_validate::Report, lang: Lang, has_text: bool) -> Self {
        Self { report: Arc::new(report), lang, has_text }
    }
}

#[pymethods]
impl Report {
    /// The contract's name.
    #[getter]
    fn schema(&self) -> &'static str {
        self.report.schema
    }

    /// Whether there is no error.
    #[getter]
    fn valid(&self) -> bool {
        self.report.is_valid()
    }

    /// How many errors there are, with those that were cut off.
    #[getter]
    fn errors(&self) -> usize {
        self.report.errors
    }

    /// How many warnings there are, with those that were cut off.
    #[getter]
    fn warnings(&self) -> usize {
        self.report.warnings
    }

    /// How many findings were cut off by `max_findings`.
    #[getter]
    fn truncated(&self) -> usize {
        self.report.truncated
    }

    /// The findings, by position.
    #[getter]
    fn findings(&self) -> Vec<Finding> {
        let Self { report, lang, has_text } = self;
        let finding = |index| Finding { report: Arc::clone(report), index, lang: *lang, has_text: *has_text };
        (0..report.findings.len()).map(finding).collect()
    }

    /// The report as `validate -o json` writes it.
    fn to_json(&self) -> String {
        klavi_bindings::report(&self.report, self.lang, self.has_text)
    }

    fn __repr__(&self) -> String {
        let klavi_validate::Report { schema, errors, warnings, .. } = &*self.report;
        format!("<klavi.Report of {schema}: errors={errors} warnings={warnings}>")
    }
}

impl Finding {
    fn finding(&self) -> &klavi_validate::Finding {
        &self.report.findings[self.index]
    }

    fn placed(&self, span: klavi_validate::Span) -> Option<Span> {
        self.has_text.then(|| Span { start: span.start.into(), end: span.end.into() })
    }
}

#[pymethods]
impl Finding {
    /// What is said, for programs.
    #[getter]
    fn code(&self) -> &'static str {
        self.finding().code.name()
    }

    /// The group of the code.
    #[getter]
    fn group(&self) -> &'static str {
        self.finding().code.group().name()
    }

    /// `error` or `warning`.
    #[getter]
    fn severity(&self) -> &'static str {
        self.finding().severity.name()
    }

    /// The JSON Pointer of the value, or of where a missing one would be.
    #[getter]
    fn pointer(&self) -> &str {
        &self.finding().pointer
    }

    /// What is wrong, without the value.
    #[getter]
    fn message(&self) -> String {
        self.finding().message(self.lang)
    }

    /// What to do, without the value.
    #[getter]
    fn help(&self) -> Option<String> {
        self.finding().help(self.lang)
    }

    /// Where a person should look, in texts and bytes.
    #[getter]
    fn span(&self) -> Option<Span> {
        self.placed(self.finding().span)
    }

    /// The values that triggered the rule.
    #[getter]
    fn because(&self) -> Vec<Cause> {
        let causes = self.finding().because.iter();
        causes.map(|cause| Cause { pointer: cause.pointer.clone(), span: self.placed(cause.span) }).collect()
    }

    /// The schema's name and the JSON Pointer of the keyword; empty for the grammar of JSON.
    #[getter]
    fn schema_location(&self) -> &str {
        &self.finding().schema_location
    }

    /// The document that states the rule.
    #[getter]
    fn source(&self) -> Option<Source> {
        let source = self.finding().source?;
        Some(Source { document: source.document, confidence: source.confidence.name() })
    }

    fn __repr__(&self) -> String {
        format!("<klavi.Finding {}: {} at {:?}>", self.severity(), self.code(), self.pointer())
    }
}

impl From<klavi_validate::runtime::Position> for Position {
    fn from(at: klavi_validate::runtime::Position) -> Self {
        Self { line: at.line, column: at.column, offset: at.offset }
    }
}
