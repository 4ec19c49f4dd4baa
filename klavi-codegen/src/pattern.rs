//! From the regular expressions of JSON Schema (ECMA-262) to matchers.

mod automaton;
mod ecma;
mod runs;
mod shapes;

use klavi_core::program::{Engine, Matcher, Pattern, Shape};
use regex_automata::dfa::dense;

pub(crate) use automaton::never_both;

/// A pattern in the making.
pub(crate) struct Compiled {
    /// The pattern as schemas write it; alternatives are joined.
    pub source: String,
    /// The same in the syntax of the `regex` crate.
    pub translated: String,
    /// Its automaton, unless that would be too large.
    pub dfa: Option<dense::DFA<Vec<u32>>>,
}

impl Compiled {
    /// Compiles a pattern that matches what any of these matches, or says why it cannot be.
    pub fn any_of(sources: &[&str]) -> Result<Self, String> {
        let translated = sources.iter().map(|source| ecma::translate(source)).collect::<Result<Vec<_>, _>>()?;
        let translated = match &translated[..] {
            [one] => one.clone(),
            many => many.iter().map(|one| format!("(?:{one})")).collect::<Vec<_>>().join("|"),
        };
        regex::Regex::new(&translated).map_err(|error| {
            let reason = error.to_string();
            let reason = reason.lines().last().unwrap_or_default();
            format!("the pattern is not understood: {}", reason.strip_prefix("error: ").unwrap_or(reason))
        })?;
        let dfa = automaton::dfa(&translated);
        Ok(Self { source: sources.join(" | "), translated, dfa })
    }

    /// The cheapest matcher.
    pub fn pattern(&self) -> Pattern {
        let matcher = runs::runs(&self.translated)
            .map(|runs| Matcher::Runs(runs.leak()))
            .or_else(|| self.dfa.as_ref().and_then(automaton::flat).map(Matcher::Automaton))
            .unwrap_or_else(|| Matcher::Engine(self.engine()));
        Pattern { source: String::leak(self.source.clone()), matcher }
    }

    /// Shapes of short texts that it matches.
    pub fn shapes(&self) -> Vec<Shape> {
        shapes::shapes(&self.translated)
    }

    fn engine(&self) -> Engine {
        let regex = regex::Regex::new(&self.translated);
        Engine {
            regex: String::leak(self.translated.clone()),
            is_match: Box::leak(Box::new(move |text: &str| regex.as_ref().is_ok_and(|regex| regex.is_match(text)))),
        }
    }
}

#[cfg(test)]
mod tests;
