//! What a run reports becomes what is told: levels, one finding for one slip, and the limit.

use crate::options::Options;
use klavi_core::program::Program;
use klavi_core::{Code, Exhibit, Finding, Group, Names, Severity, Sink, Span, Target, pointers};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// How many findings may wait for their pointers: so much memory, and so few walks over the document.
const MOST_WAITING: usize = 1 << 14;

/// A finding and its severity by the caller's levels.
type Judged = (Finding, Severity);

/// Keeps findings by the caller's levels, and counts those beyond the limit.
///
/// What two keywords say of one place is told once, and a value that breaks several keywords about its form is told once:
/// by the heaviest finding, and among those of one weight by the keyword that says most. What is left out weighs no more
/// than what is told, so the verdict is the same.
pub struct Collector<'a> {
    options: &'a Options,
    /// The contract's name.
    contract: &'static str,
    document: &'a [u8],
    /// Findings whose level depends on their pointer.
    waiting: Vec<Finding>,
    /// `None` is one that a better one of the same value has replaced.
    findings: Vec<Option<Judged>>,
    /// What is told of each matter.
    matters: HashMap<Matter, Told>,
    errors: usize,
    warnings: usize,
    /// The text is not JSON as it should be.
    pub unreadable: bool,
}

/// What is told once, whichever keywords say it.
#[derive(PartialEq, Eq, Hash)]
enum Matter {
    /// The form of the value that starts at this byte.
    Form(u32),
    /// Anything else.
    Other(Code, Target, Span),
}

/// The finding that is told of a matter.
#[derive(Clone, Copy)]
struct Told {
    severity: Severity,
    vagueness: u8,
    /// Where it is kept; nowhere if it lies beyond the limit.
    index: Option<usize>,
}

impl Told {
    /// Whether this is rather told than the other.
    fn beats(self, other: Self) -> bool {
        (self.severity, other.vagueness) > (other.severity, self.vagueness)
    }
}

impl<'a> Collector<'a> {
    pub fn new(options: &'a Options, contract: &'static str, document: &'a [u8]) -> Self {
        Self {
            options,
            contract,
            document,
            waiting: Vec::new(),
            findings: Vec::new(),
            matters: HashMap::new(),
            errors: 0,
            warnings: 0,
            unreadable: false,
        }
    }

    /// The number of errors and of warnings, and the findings within the limit.
    pub fn finish(mut self) -> (usize, usize, Vec<Judged>) {
        self.settle();
        (self.errors, self.warnings, self.findings.into_iter().flatten().collect())
    }

    /// Finds the pointers, and with them the levels, of those that wait. All of them take one walk over the document.
    fn settle(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let targets: Vec<Target> = waiting.iter().map(|finding| finding.target).collect();
        // Levels compare names as they are; nothing of this is shown.
        let document = Exhibit::whole(&Program::ANYTHING, self.document);
        for (finding, pointer) in waiting.into_iter().zip(pointers(&document, &targets, Names::All)) {
            let levels = &self.options.levels;
            let severity = levels.severity(finding.code, finding.severity, self.contract, &pointer);
            self.tell(finding, severity);
        }
    }

    fn tell(&mut self, finding: Finding, severity: Option<Severity>) {
        let Some(severity) = severity else { return };
        let (matter, vagueness) = match (finding.target, finding.vagueness()) {
            (Target::Value(value), Some(vagueness)) => (Matter::Form(value), vagueness),
            (target, _) => (Matter::Other(finding.code, target, finding.span), 0),
        };
        let mut told = Told { severity, vagueness, index: None };
        if let Some(&known) = self.matters.get(&matter) {
            if !told.beats(known) {
                return;
            }
            *self.count(known.severity) -= 1;
            if let Some(index) = known.index {
                self.findings[index] = None;
            }
        }
        told.index = self.keep(finding, severity);
        self.matters.insert(matter, told);
    }

    /// Counts a finding, and keeps it if it lies within the limit.
    fn keep(&mut self, finding: Finding, severity: Severity) -> Option<usize> {
        let limit = self.options.max_findings;
        let count = self.count(severity);
        *count += 1;
        (limit == 0 || *count <= limit).then(|| {
            self.findings.push(Some((finding, severity)));
            self.findings.len() - 1
        })
    }

    fn count(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        }
    }
}

impl Sink for Collector<'_> {
    const COLLECTS: bool = true;

    fn take(&mut self, finding: Finding) -> ControlFlow<()> {
        self.unreadable |= finding.code.group() == Group::Json;
        let levels = &self.options.levels;
        if levels.depends_on_pointer(finding.code, self.contract) {
            self.waiting.push(finding);
        } else {
            let severity = levels.severity(finding.code, finding.severity, self.contract, "");
            self.tell(finding, severity);
        }
        if self.waiting.len() == MOST_WAITING {
            self.settle();
        }
        ControlFlow::Continue(())
    }
}
