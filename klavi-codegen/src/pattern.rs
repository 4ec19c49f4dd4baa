//! From the regular expressions of JSON Schema (ECMA-262) to matchers.

mod automaton;
mod ecma;
mod runs;
mod shapes;

use klavi_core::program::{Engine, Matcher, Pattern, Shape};
use regex_automata::dfa::dense;

pub(crate) use automaton::never_both;
pub(crate) use ecma::Refusal;

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
    /// Compiles a pattern that matches what any of these matches, or tells which of them is not in the dialect, and why.
    pub fn any_of(sources: &[&str]) -> Result<Self, (usize, Refusal)> {
        let translate = |(index, source): (usize, &&str)| ecma::translate(source).map_err(|refusal| (index, refusal));
        let translated = sources.iter().enumerate().map(translate).collect::<Result<Vec<_>, _>>()?;
        let translated = match &translated[..] {
            [one] => one.clone(),
            many => many.iter().map(|one| format!("(?:{one})")).collect::<Vec<_>>().join("|"),
        };
        if regex::Regex::new(&translated).is_err() {
            // Its grammar is a part of what `regex` reads: only the size is left to be refused.
            let message = "the pattern is too large to be compiled".to_owned();
            let help = "bound the length with `minLength` and `maxLength`".to_owned();
            return Err((0, Refusal { at: 0, message, help }));
        }
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

    /// Shapes of short strings that it matches.
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
mod engines;
#[cfg(test)]
mod tests;
