//! Checks one document: finds its part and its contract, runs it, places the findings in the file.

use crate::contract::selector::Selector;
use crate::input::item::{Content, Item};
use crate::input::open::read_file;
use crate::input::yaml::errors::Trouble;
use crate::input::yaml::source_map::{Faults, Sheet};
use crate::model::document::ChosenContract;
use crate::model::json_parts::{is_blank, locate};
use crate::model::outcome::{Outcome, fault, malformed};
use crate::model::position::START;
use crate::model::source_map::Part;
use crate::model::unchecked::UncheckedReason;
use klavi_core::program::Program;
use klavi_core::{Code, Details, Exhibit, Names, Target, pointers, run, shown_path};
use klavi_validate::{Options, Report, Span, is_silent};
use std::sync::Arc;

/// How documents are checked.
pub struct Checker {
    pub options: Options,
    pub selector: Arc<Selector>,
    pub pointer: Option<String>,
}

impl Checker {
    /// Whether a look is enough to know that a text has no finding. `false` says nothing.
    pub fn is_silent(&self, item: &Item, bytes: &[u8]) -> bool {
        match (&item.content, item.file.choice) {
            (Content::Text(range), Some(choice)) if self.pointer.is_none() => {
                is_silent(choice.contract.program, &bytes[range.clone()], &self.options)
            }
            _ => false,
        }
    }

    /// Checks an item; `buffer` holds the text of a file that is read for it.
    pub fn check<'a>(
        &self,
        item: &'a Item,
        bytes: &'a [u8],
        sheet: Option<&'a Sheet<'a>>,
        faults: Option<&'a Faults<'a>>,
        buffer: &'a mut Vec<u8>,
    ) -> Outcome<'a> {
        let mut outcome = Outcome {
            file: Arc::clone(&item.file),
            index: item.index,
            line: item.start.line,
            path: String::new(),
            base: item.element.map_or_else(String::new, |number| format!("/{number}")),
            choice: item.file.choice,
            part: Part::verbatim(&[], item.start),
            result: Err(UncheckedReason::Blank),
        };
        match &item.content {
            Content::Text(range) => {
                let part = Part::verbatim(&bytes[range.clone()], item.start);
                self.judge(part, item.element.is_none(), &mut outcome);
            }
            Content::Yaml(range) => {
                if let Some(sheet) = sheet {
                    outcome.part = sheet.part(range.clone());
                    match faults {
                        Some(faults) => self.tell_faults(faults, &mut outcome),
                        None => self.judge(outcome.part, false, &mut outcome),
                    }
                }
            }
            Content::Body(body) => {
                outcome.base.clone_from(&body.base);
                outcome.choice = Some(body.choice);
                self.judge(body.embedded.part(), true, &mut outcome);
                for finding in outcome.result.iter_mut().flat_map(|report| &mut report.findings) {
                    finding.code = body.embedded.code(finding.code);
                }
            }
            Content::File(path) => match read_file(path, self.options.limits.max_bytes) {
                Ok(Some(read)) => {
                    *buffer = read;
                    self.judge(Part::verbatim(buffer, item.start), true, &mut outcome);
                }
                Ok(None) => outcome.result = Err(UncheckedReason::TooLarge(self.options.limits.max_bytes)),
                Err(error) => outcome.result = Err(UncheckedReason::from(&error)),
            },
            Content::Fault { code, details, pointer } => {
                outcome.base.clear();
                let span = Span { start: START, end: START };
                outcome.result = Ok(malformed(vec![fault(*code, span, pointer.clone(), details.clone())]));
            }
            Content::EndOfWalk => outcome.result = Err(UncheckedReason::NoneFits),
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

    fn judge<'a>(&self, part: Part<'a>, may_be_blank: bool, outcome: &mut Outcome<'a>) {
        outcome.part = part;
        if may_be_blank && part.text.iter().all(|byte| is_blank(*byte)) {
            return;
        }
        outcome.result = match &self.pointer {
            Some(pointer) => self.part(pointer, outcome),
            None => self.whole(outcome),
        };
    }

    /// Tells what is wrong with a YAML text. Where it is well formed and only JSON cannot say it, that is of interest only
    /// if the document belongs to a contract: a folder may hold files that are no business of ours.
    fn tell_faults<'a>(&self, faults: &'a Faults<'a>, outcome: &mut Outcome<'a>) {
        outcome.part.map = faults;
        let chosen = outcome.choice.map_or_else(|| self.selector.by_shape(outcome.part.text), Ok);
        outcome.choice = chosen.as_ref().ok().copied();
        let yaml = faults.0.yaml;
        let targets: Vec<Target> = yaml.faults.iter().map(|fault| fault.target).collect();
        let program = outcome.program();
        let names = if self.options.reveal { Names::Revealed } else { Names::Masked };
        let pointers = pointers(&Exhibit::whole(program, &yaml.json), &targets, names);
        let findings = yaml.faults.iter().zip(pointers).map(|(found, pointer)| {
            let words = found.trouble.map(Trouble::words);
            klavi_validate::Finding::of_text(found.code, Faults::span(found), pointer, Details::None, words)
        });
        let limit = match self.options.max_findings {
            0 => usize::MAX,
            limit => limit,
        };
        outcome.result = match chosen {
            Err(why) if !yaml.is_broken || outcome.is_unclaimed() => Err(why),
            _ => {
                let mut report = malformed(findings.take(limit).collect());
                let errors = yaml.faults.len();
                (report.errors, report.truncated) = (errors, errors - report.findings.len());
                Ok(report)
            }
        };
    }

    fn whole(&self, outcome: &mut Outcome<'_>) -> Result<Report, UncheckedReason> {
        let text = outcome.part.text;
        let choice = match outcome.choice {
            Some(choice) => Ok(choice),
            None if outcome.is_unclaimed() => Ok(self.selector.by_shape(text)?),
            None => self.by_shape(text, &outcome.path)?,
        };
        match choice {
            Ok(choice) => {
                outcome.choice = Some(choice);
                self.run(&Exhibit { program: choice.contract.program, path: &outcome.path, text })
            }
            Err(report) => Ok(report),
        }
    }

    /// The contract, or the report on a text that is not even JSON, which is told whatever its contract is.
    fn by_shape(&self, text: &[u8], path: &str) -> Result<Result<ChosenContract, Report>, UncheckedReason> {
        self.selector.by_shape(text).map(Ok).or_else(|why| {
            let report = self.run(&Exhibit { program: &Program::ANYTHING, path, text })?;
            if report.is_valid() { Err(why) } else { Ok(Err(report)) }
        })
    }

    /// Checks the part that the pointer names, of a text that is well-formed as a whole.
    fn part(&self, pointer: &str, outcome: &mut Outcome<'_>) -> Result<Report, UncheckedReason> {
        let text = outcome.part.text;
        let around = self.run(&Exhibit::whole(&Program::ANYTHING, text))?;
        if !around.is_valid() {
            return if outcome.is_unclaimed() { Err(UncheckedReason::NoContract) } else { Ok(around) };
        }
        let range = locate(text, pointer).ok_or(UncheckedReason::NoPart)?;
        outcome.base.push_str(&shown_path(outcome.program(), pointer));
        pointer.clone_into(&mut outcome.path);
        outcome.part = outcome.part.narrowed(range);
        self.whole(outcome)
    }

    fn run(&self, part: &Exhibit<'_>) -> Result<Report, UncheckedReason> {
        let report = Report::of_part(part, &self.options);
        let mut limit = report.findings.iter().map(|finding| finding.code).find(|code| is_limit(*code));
        if limit.is_none() && report.truncated > 0 {
            let mut faults = Vec::new();
            run(&Program::ANYTHING, part.text, self.options.limits, None, &mut faults);
            limit = faults.iter().map(|fault| fault.code).find(|code| is_limit(*code));
        }
        match limit {
            None => Ok(report),
            Some(Code::TooDeep) => Err(UncheckedReason::TooDeep(self.options.limits.max_depth)),
            Some(_) => Err(UncheckedReason::TooLarge(self.options.limits.max_bytes)),
        }
    }
}

/// Whether a finding means that the document was not read to its end.
fn is_limit(code: Code) -> bool {
    matches!(code, Code::TooDeep | Code::TooLarge)
}
