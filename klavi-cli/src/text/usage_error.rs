//! What the tool says of a call that it cannot obey.
//!
//! Who notices a problem says only which one it is; the words are found where it is told. What a library or the system
//! says of it stays as they word it.

use crate::model::destination::Destination;
use crate::text::config_fault::ConfigFault;
use crate::text::hint::Hint;
use crate::text::sentences::complaint;
use klavi_core::printable;
use klavi_validate::sentence::Sentence;
use klavi_validate::{Lang, say};
use std::io::{self, Write};
use std::path::PathBuf;

/// What is wrong with a call or its configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageError {
    /// Nothing has this name.
    Unknown(NameKind, String, Hint),
    /// Several schemas start like this.
    Ambiguous(String, Vec<&'static str>),
    /// A code or group that is always an error.
    Fixed(String),
    /// A rule is followed by something else than a JSON Pointer.
    RulePointer(String),
    /// The table `[rules]` of the configuration has this problem.
    InRules(Box<Self>),
    /// The variable of this argument has this problem.
    InVariable(&'static str, Box<Self>),
    /// `--map` has no equals sign.
    Mapping(String),
    /// A malformed glob.
    Glob(String, String),
    /// A glob is too long, or nests too deep.
    GlobTooComplex,
    /// Standard input is named twice.
    StdinTwice,
    /// Standard input cannot be watched.
    Unwatchable,
    /// `--output` has an equals sign, but no file after it.
    NoFile(String),
    /// Two reports would go to one place.
    SamePlace(String),
    /// A report would be written over this input.
    Overwrites(PathBuf),
    /// There is no such configuration.
    NoConfig(PathBuf),
    /// The configuration cannot be read.
    Unreadable(PathBuf, String),
    /// What was found where the configuration should be is no file.
    NoFileThere(PathBuf),
    /// It is over this limit.
    TooLarge(PathBuf, u64),
    /// This key of a configuration that was found, not named, goes too far.
    Untrusted(PathBuf, &'static str),
    /// A line of the configuration is wrong.
    Config(PathBuf, usize, ConfigFault),
    /// Nothing can be written there.
    Unwritable(Destination, String),
    /// A schema of one's own has these mistakes.
    OwnSchema(Vec<String>),
    /// `--host` names more than a host.
    Host(String),
    /// The example of a code belongs to another contract.
    ExampleOf(String, &'static str),
    /// No contract can have this code.
    NoExample(String),
    /// The level is for one contract or place, but its code is of calls.
    RuleOfCalls(String),
    /// The code is of calls, not of documents.
    NoDocument(String),
    /// `--flow` has no such report.
    FlowOutput,
    /// The draft has no OpenAPI document.
    NoOpenApi,
    /// A document inside the tool is malformed.
    BuiltIn(String),
}

/// What a name can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    Schema,
    Code,
    /// A code or a group.
    Rule,
    Output,
}

impl UsageError {
    /// Of a name that is none of those that are known.
    pub fn unknown(thing: NameKind, name: &str, known: impl Iterator<Item = &'static str>) -> Self {
        Self::Unknown(thing, name.to_owned(), Hint::of(name, known.collect()))
    }

    /// Of a place that does not take what is written.
    pub fn unwritable(place: &Destination, error: &io::Error) -> Self {
        Self::Unwritable(place.clone(), error.to_string())
    }

    /// One line for people.
    pub fn text(&self, lang: Lang) -> String {
        self.said().message(lang)
    }

    fn said(&self) -> Sentence<'_> {
        match self {
            Self::Unknown(thing, name, hint) => {
                let (name, hint) = (&**name, hint.said(thing.listed()));
                match thing {
                    NameKind::Schema => say!(complaint::UNKNOWN_SCHEMA, name, hint),
                    NameKind::Code => say!(complaint::UNKNOWN_CODE, name, hint),
                    NameKind::Rule => say!(complaint::UNKNOWN_RULE, name, hint),
                    NameKind::Output => say!(complaint::UNKNOWN_OUTPUT, name, hint),
                }
            }
            Self::Ambiguous(name, fitting) => {
                say!(complaint::AMBIGUOUS, name = &**name, fitting = fitting.join(", "))
            }
            Self::Fixed(name) => say!(complaint::FIXED, name = &**name),
            Self::RulePointer(rule) => say!(complaint::RULE_POINTER, rule = &**rule),
            Self::InRules(inner) => say!(complaint::IN_RULES, complaint = inner.said()),
            Self::InVariable(id, inner) => {
                say!(complaint::IN_VARIABLE, variable = variable(id), complaint = inner.said())
            }
            Self::Mapping(mapping) => say!(complaint::MAPPING, mapping = &**mapping),
            Self::Glob(glob, error) => say!(complaint::GLOB, glob = &**glob, error = &**error),
            Self::GlobTooComplex => say!(complaint::GLOB_TOO_COMPLEX),
            Self::StdinTwice => say!(complaint::STDIN_TWICE),
            Self::Unwatchable => say!(complaint::UNWATCHABLE),
            Self::NoFile(output) => say!(complaint::NO_FILE, output = &**output),
            Self::SamePlace(output) => say!(complaint::SAME_PLACE, output = &**output),
            Self::Host(host) => say!(complaint::HOST, host = &**host),
            Self::ExampleOf(code, contract) => {
                say!(complaint::EXAMPLE_OF, code = &**code, contract = *contract)
            }
            Self::NoExample(code) => say!(complaint::NO_EXAMPLE, code = &**code),
            Self::RuleOfCalls(rule) => say!(complaint::RULE_OF_CALLS, rule = &**rule),
            Self::NoDocument(code) => say!(complaint::NO_DOCUMENT, code = &**code),
            Self::FlowOutput => say!(complaint::FLOW_OUTPUT),
            Self::NoOpenApi => say!(complaint::NO_OPENAPI),
            Self::OwnSchema(mistakes) => say!(complaint::OWN_SCHEMA, mistakes = mistakes.join("\n")),
            Self::BuiltIn(error) => say!(complaint::BUILT_IN, error = &**error),
            Self::Overwrites(path) => say!(complaint::OVERWRITES, path = path.to_string_lossy()),
            Self::Unreadable(path, error) => {
                say!(complaint::UNREADABLE, path = path.to_string_lossy(), error = &**error)
            }
            Self::NoFileThere(path) => say!(complaint::NO_FILE_THERE, path = path.to_string_lossy()),
            Self::TooLarge(path, limit) => {
                say!(complaint::TOO_LARGE, path = path.to_string_lossy(), limit = *limit)
            }
            Self::Untrusted(path, key) => say!(complaint::UNTRUSTED, path = path.to_string_lossy(), key = *key),
            Self::Config(path, line, fault) => {
                say!(complaint::CONFIG, path = path.to_string_lossy(), line = *line, fault = fault.said())
            }
            Self::Unwritable(Destination::Stdout, error) => say!(complaint::UNWRITABLE_STDOUT, error = &**error),
            Self::Unwritable(Destination::File(path), error) => {
                say!(complaint::UNWRITABLE, path = path.to_string_lossy(), error = &**error)
            }
            Self::NoConfig(path) => say!(complaint::NO_CONFIG, path = path.to_string_lossy()),
        }
    }
}

impl NameKind {
    /// What `--list` calls all of them.
    const fn listed(self) -> &'static str {
        match self {
            Self::Schema => "schemas",
            Self::Code => "rules",
            Self::Rule => "rules, --list groups",
            Self::Output => "outputs",
        }
    }
}

/// The variable that gives an argument.
pub fn variable(id: &str) -> String {
    format!("VALIDATE_{}", id.to_ascii_uppercase())
}

/// A message of the tool itself.
pub fn report_usage_error(complaint: &UsageError, lang: Lang) {
    tell(&complaint.text(lang));
}

/// Lines of the tool itself.
pub fn tell(text: &str) {
    // Names and what the system says may hold anything.
    for line in text.lines() {
        let _ = writeln!(io::stderr(), "validate: {}", printable(line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The others stand in a table of calls.
    #[test]
    fn what_no_call_brings_about() {
        let said = |complaint: UsageError| [Lang::En, Lang::PtBr].map(|lang| complaint.text(lang));
        assert_eq!(
            said(UsageError::Unwritable(Destination::Stdout, "full".to_owned())),
            ["cannot write to standard output: full", "não foi possível gravar na saída padrão: full"]
        );
        assert_eq!(
            said(UsageError::BuiltIn("codes.json: type".to_owned())),
            [
                "a document inside the tool is malformed: codes.json: type",
                "um documento interno da ferramenta está malformado: codes.json: type"
            ]
        );
    }
}
