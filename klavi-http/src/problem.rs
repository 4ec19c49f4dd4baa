//! What is wrong about a call, or between calls: a code, a place and a sentence, never a value.

use crate::call::Place;
use crate::code::{Arg, ExchangeCode};
use klavi_validate::Lang;
use klavi_validate::runtime::Severity;

/// One thing that is wrong, and where: at a [`Place`] of a call, outside the JSON of its body, or between the events of a
/// flow. It holds no value of what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem<P = Place> {
    /// What.
    pub code: ExchangeCode,
    /// Error or warning.
    pub severity: Severity,
    /// Where.
    pub place: P,
    args: Vec<(&'static str, Arg)>,
}

impl<P> Problem<P> {
    pub(crate) fn new(code: ExchangeCode, place: P, args: Vec<(&'static str, Arg)>) -> Self {
        Self { code, severity: code.severity(), place, args }
    }

    /// What is wrong, in a sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.code.message(&self.args, lang)
    }

    /// What to do.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        self.code.help(&self.args, lang)
    }
}
