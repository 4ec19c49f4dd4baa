//! Checks one document: finds its part and its contract, runs it, places the findings in the file.

use super::input::{Content, Item, read_file};
use super::outcome::{Choice, Outcome, Why, malformed, position};
use super::scan::{is_blank, locate};
use super::select::Selector;
use klavi_core::program::Program;
use klavi_core::{Code, Finding, Sink, run};
use klavi_validate::{Options, Report};
use std::ops::ControlFlow;
use std::sync::Arc;

/// How documents are checked.
pub struct Checker {
    pub options: Options,
    pub selector: Arc<Selector>,
    pub pointer: Option<String>,
}

/// Accepts every JSON value: what is checked where no contract is known.
pub static ANY: Program = Program::ANYTHING;

impl Checker {
    /// Checks an item; `buffer` holds the text of a file that is read for it.
    pub fn check<'a>(&self, item: &'a Item, bytes: &'a [u8], buffer: &'a mut Vec<u8>) -> Outcome<'a> {
        let mut outcome = Outcome {
            file: Arc::clone(&item.file),
            index: item.index,
            line: item.start.line,
            base: if item.is_element { format!("/{}", item.index) } else { String::new() },
            choice: item.file.choice,
            text: &[],
            start: item.start,
            inside: None,
            result: Err(Why::Blank),
        };
        match &item.content {
            Content::Text(range) => self.judge(&bytes[range.clone()], !item.is_element, &mut outcome),
            Content::Body(body) => {
                outcome.base.clone_from(&body.base);
                outcome.choice = Some(body.choice);
                outcome.inside = Some((&body.embedded, 0));
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
                outcome.result = Ok(malformed(*code, item.start, *details));
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
            let report = self.run(&ANY, text)?;
            if report.is_valid() { Err(why) } else { Ok(Err(report)) }
        })
    }

    /// Checks the part that the pointer names, of a text that is well-formed as a whole.
    fn part<'a>(&self, pointer: &str, text: &'a [u8], outcome: &mut Outcome<'a>) -> Result<Report, Why> {
        let around = self.run(&ANY, text)?;
        if !around.is_valid() {
            return Ok(around);
        }
        let range = locate(text, pointer).ok_or(Why::NoPart)?;
        outcome.base.push_str(pointer);
        match &mut outcome.inside {
            None => outcome.start = position(outcome.start, text, range.start),
            Some((embedded, from)) => {
                *from = range.start;
                outcome.start = embedded.span(range.start, range.end).start;
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
