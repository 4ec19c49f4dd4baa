//! What is known of one document: where it stands, what it was checked against, what came of it.

use crate::model::document::{ChosenContract, DocumentFile};
use crate::model::source_map::Part;
use crate::model::unchecked::{SkipReason, UncheckedReason};
use klavi_core::program::Program;
use klavi_core::{Code, Details};
use klavi_validate::{Finding, Report, Span};
use std::sync::Arc;

/// Everything about one document.
#[derive(Debug)]
pub struct Outcome<'a> {
    pub file: Arc<DocumentFile>,
    /// The number of the document in its file, from 0.
    pub index: u64,
    /// The line on which the document starts.
    pub line: u32,
    /// The JSON Pointer of the part in the document that holds it, as the user gave it: it decides what may be shown.
    pub path: String,
    /// The JSON Pointer of the part that was checked, if it is not the whole text, as it may be shown.
    pub base: String,
    pub choice: Option<ChosenContract>,
    /// The text that was checked, and how it stands in the file.
    pub part: Part<'a>,
    /// The findings, placed in that text, or why there are none.
    pub result: Result<Report, UncheckedReason>,
}

impl Outcome<'_> {
    /// Whether the document was checked and has an error.
    pub fn is_invalid(&self) -> bool {
        self.result.as_ref().is_ok_and(|report| !report.is_valid())
    }

    /// Whether nothing but its place in a folder made us read the document, and no contract has been found for it.
    pub fn is_unclaimed(&self) -> bool {
        self.file.walk.is_some() && self.choice.is_none()
    }

    /// Why this is no document at all, if it is none.
    pub fn skip(&self) -> Option<SkipReason> {
        let is_foreign = self.is_unclaimed() && self.result.as_ref().is_err_and(UncheckedReason::is_foreign);
        is_foreign.then_some(SkipReason::NoFit)
    }

    /// The schema of the contract, or one that accepts everything.
    pub fn program(&self) -> &'static Program {
        self.choice.map_or(&Program::ANYTHING, |choice| choice.contract.program)
    }
}

/// A report on a text that is not what it should be.
pub fn malformed(findings: Vec<Finding>) -> Report {
    Report::of_errors(findings)
}

/// A finding about the text itself, which belongs to no schema.
pub fn fault(code: Code, span: Span, pointer: String, details: Details) -> Finding {
    Finding::of_text(code, span, pointer, details, None)
}
