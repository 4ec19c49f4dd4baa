//! One thing that is wrong about a call, or between calls.

use crate::place::Place;
use klavi_validate::runtime::{Code, Severity};
use klavi_validate::sentence::{Argument, Sentence};
use klavi_validate::{Lang, catalogue};

/// Something that is wrong: at a [`Place`] of a call, outside the JSON of its body, or between the events of a
/// flow. It holds no value of what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem<P = Place> {
    /// What.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// Where.
    pub place: P,
    said: Sentence<'static>,
}

/// What the sentence of a code takes, by name: words of the documents and of the catalogue, and numbers.
pub(crate) type Arguments = Vec<(&'static str, Argument<'static>)>;

impl<P> Problem<P> {
    pub(crate) fn new(code: Code, severity: Severity, place: P, arguments: Arguments) -> Self {
        let said = Sentence::of_code(code, arguments);
        debug_assert!(said.is_complete(), "{code} takes other arguments");
        Self { code, severity, place, said }
    }

    /// What is wrong, in a sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.said.message(lang)
    }

    /// What to do.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        self.said.help(lang).unwrap_or_default()
    }

    /// The documents that state it.
    #[must_use]
    pub fn sources(&self) -> &'static [catalogue::Reference] {
        &catalogue::rule(self.code).source
    }
}
