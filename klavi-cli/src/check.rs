//! Checks one document: finds its part and its contract, runs it, places the findings in the file.

use crate::contract::selector::Selector;
use crate::input::item::{Content, Item};
use crate::input::open::read_file;
use crate::input::yaml::source_map::Sheet;
use crate::model::document::Choice;
use crate::model::json_parts::{is_blank, locate};
use crate::model::outcome::{Inside, Outcome, fault, malformed};
use crate::model::position::position;
use crate::model::unchecked::Why;
use klavi_core::program::Program;
use klavi_core::{Code, Details, Finding, Sink, Target, pointers, run};
use klavi_validate::{Options, Report, Span};
use std::ops::ControlFlow;
use std::sync::Arc;

/// How documents are checked.
pub struct Checker {
    pub options: Options,
    pub selector: Arc<Selector>,
    pub pointer: Option<String>,
}

impl Checker {
    /// Checks an item; `buffer` holds the text of a file that is read for it.
    pub fn check<'a>(
        &self,
        item: &'a Item,
        bytes: &'a [u8],
        sheet: Option<&'a Sheet<'a>>,
        buffer: &'a mut Vec<u8>,
    ) -> Outcome<'a> {
        let mut outcome = Outcome {
            file: Arc::clone(&item.file),
            index: item.index,
            line: item.start.line,
            base: item.element.map_or_else(String::new, |number| format!("/{number}")),
            choice: item.file.choice,
            text: &[],
            start: item.start,
            inside: Inside::Itself,
            result: Err(Why::Blank),
        };
        match &item.content {
            Content::Text(range) => self.judge(&bytes[range.clone()], item.element.is_none(), &mut outcome),
            Content::Yaml(range) => {
                if let Some(sheet) = sheet {
                    outcome.inside = Inside::Yaml(sheet, range.start);
                    outcome.text = &sheet.yaml.json[range.clone()];
                    if sheet.yaml.faults.is_empty() {
                        self.judge(outcome.text, false, &mut outcome);
                    } else {
                        self.tell_faults(sheet, &mut outcome);
                    }
                }
            }
            Content::Body(body) => {
                outcome.base.clone_from(&body.base);
                outcome.choice = Some(body.choice);
                outcome.inside = Inside::Embedded(&body.embedded, 0);
                self.judge(&body.embedded.text, true, &mut outcome);
            }
            Content::File(path) => match read_file(path, self.options.limits.max_bytes) {
                Ok(Some(read)) => {
                    *buffer = read;
                    self.judge(buffer, true, &mut outcome);
                }
                Ok(None) => outcome.result = Err(Why::TooLarge(self.options.limits.max_bytes)),
                Err(error) => outcome.result = Err(Why::from(&error)),
            },
            Content::Fault(code, details) => {
                outcome.base.clear();
                let span = Span { start: item.start, end: item.start };
                outcome.result = Ok(malformed(vec![fault(*code, span, String::new(), *details)]));
            }
            // Only what can be checked comes here.
            Content::Skipped(..) => {}
            Content::Unchecked(why) => {
                if why.is_empty() {
                    outcome.base.clear();
                }
                outcome.result = Err(why.clone());
            }
        }
        outcome
    }

    fn judge<'a>(&self, text: &'a [u8], may_be_blank: bool, outcome: &mut Outcome<'a>) {
        outcome.text = text;
        if may_be_blank && text.iter().all(|byte| is_blank(*byte)) {
            return;
        }
        outcome.result = match &self.pointer {
            Some(pointer) => self.part(pointer, text, outcome),
            None => self.whole(text, outcome),
        };
        outcome.place();
    }

    /// Tells what is wrong with a YAML text. Where it is well formed and only JSON cannot say it, that is of interest only
    /// if the document belongs to a contract: a folder may hold files that are no business of ours.
    fn tell_faults(&self, sheet: &Sheet<'_>, outcome: &mut Outcome<'_>) {
        let chosen = outcome.choice.map_or_else(|| self.selector.by_shape(outcome.text), Ok);
        outcome.choice = chosen.as_ref().ok().copied();
        let yaml = sheet.yaml;
        let targets: Vec<Target> = yaml.faults.iter().map(|fault| fault.target).collect();
        let pointers = pointers(&yaml.json, &targets, !self.options.reveal);
        let findings = yaml.faults.iter().zip(pointers).map(|(found, pointer)| {
            let details = if found.expected.is_empty() { Details::None } else { Details::Expected(found.expected) };
            fault(found.code, sheet.span_of(found), pointer, details)
        });
        let limit = match self.options.max_findings {
            0 => usize::MAX,
            limit => limit,
        };
        outcome.result = match chosen {
            Err(why) if !yaml.is_broken => Err(why),
            _ => {
                let report = malformed(findings.take(limit).collect());
                let errors = yaml.faults.len();
                Ok(Report { errors, truncated: errors - report.findings.len(), ..report })
            }
        };
    }

    fn whole(&self, text: &[u8], outcome: &mut Outcome<'_>) -> Result<Report, Why> {
        let choice = outcome.choice.map_or_else(|| self.by_shape(text), |choice| Ok(Ok(choice)))?;
        match choice {
            Ok(choice) => {
                outcome.choice = Some(choice);
                self.run(choice.contract.program, text)
            }
            Err(report) => Ok(report),
        }
    }

    /// The contract, or the report on a text that is not even JSON, which is told whatever its contract is.
    fn by_shape(&self, text: &[u8]) -> Result<Result<Choice, Report>, Why> {
        self.selector.by_shape(text).map(Ok).or_else(|why| {
            let report = self.run(&Program::ANYTHING, text)?;
            if report.is_valid() { Err(why) } else { Ok(Err(report)) }
        })
    }

    /// Checks the part that the pointer names, of a text that is well-formed as a whole.
    fn part<'a>(&self, pointer: &str, text: &'a [u8], outcome: &mut Outcome<'a>) -> Result<Report, Why> {
        let around = self.run(&Program::ANYTHING, text)?;
        if !around.is_valid() {
            return Ok(around);
        }
        let range = locate(text, pointer).ok_or(Why::NoPart)?;
        outcome.base.push_str(pointer);
        match &mut outcome.inside {
            Inside::Itself => outcome.start = position(outcome.start, text, range.start),
            Inside::Embedded(embedded, from) => {
                *from = range.start;
                outcome.start = embedded.span(range.start, range.end).start;
            }
            Inside::Yaml(sheet, from) => {
                *from += range.start;
                outcome.start = sheet.span(*from..*from + range.len()).start;
            }
        }
        outcome.text = &text[range];
        self.whole(outcome.text, outcome)
    }

    fn run(&self, program: &'static Program, text: &[u8]) -> Result<Report, Why> {
        let report = Report::new(program, text, &self.options);
        let mut limit = report.findings.iter().map(|finding| finding.code).find(|code| is_limit(*code));
        if limit.is_none() && report.truncated > 0 {
            let mut sink = Limit(None);
            run(program, text, self.options.limits, None, &mut sink);
            limit = sink.0;
        }
        match limit {
            None => Ok(report),
            Some(Code::TooDeep) => Err(Why::TooDeep(self.options.limits.max_depth)),
            Some(_) => Err(Why::TooLarge(self.options.limits.max_bytes)),
        }
    }
}

/// Whether a finding means that the document was not read to its end.
fn is_limit(code: Code) -> bool {
    matches!(code, Code::TooDeep | Code::TooLarge)
}

/// Looks for the limit that ended a run.
struct Limit(Option<Code>);

impl Sink for Limit {
    const COLLECTS: bool = false;

    fn take(&mut self, finding: Finding) -> ControlFlow<()> {
        if is_limit(finding.code) {
            self.0 = Some(finding.code);
        }
        ControlFlow::Continue(())
    }
}
