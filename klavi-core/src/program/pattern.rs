//! Compiled patterns.

use super::standard_format::StandardFormat;
use super::table::table;

table! {
    /// A compiled `pattern`.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Pattern {
        /// The pattern as the schema writes it.
        pub source: &'static str,
        /// How it is matched.
        pub matcher: Matcher,
    }
}

table! {
    /// The ways to match a pattern, cheapest first.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Matcher {
        /// Runs of ASCII classes from the first to the last byte.
        Runs(runs: &'static [ClassRun]),
        /// A deterministic automaton over bytes.
        Automaton(automaton: &'static Automaton),
        /// A call into the `regex` crate, for what is too large for an automaton.
        Engine(engine: Engine),
        /// A format that a schema asserts.
        Format(format: &'static StandardFormat),
    }
}

/// A regular expression and the function that runs it.
#[derive(Clone, Copy)]
pub struct Engine {
    /// The expression in the syntax of the `regex` crate.
    pub regex: &'static str,
    /// Whether a string matches it.
    pub is_match: &'static (dyn Fn(&str) -> bool + Sync),
}

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        self.regex == other.regex
    }
}

impl core::fmt::Debug for Engine {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Engine({:?})", self.regex)
    }
}

table! {
    /// `min` to `max` bytes of one class. At most one run of a pattern has a choice, so that the length of the string tells
    /// the length of each run.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct ClassRun {
        /// The class as ranges of ASCII bytes, ends included.
        pub class: &'static [(u8, u8)] = byte_ranges,
        /// The fewest bytes.
        pub min: u32,
        /// The most bytes.
        pub max: u32,
    }
}

table! {
    /// A deterministic automaton: state 0 rejects whatever follows, state 1 accepts whatever follows.
    ///
    /// A state is named by where its row of `next` starts, so that a step is one addition and two look-ups.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Automaton {
        /// The state before the first byte.
        pub start: u16,
        /// The class of each byte.
        pub classes: &'static [u8; 256],
        /// How many classes there are: the length of a row of `next`.
        pub width: u16,
        /// The following state, by state and class.
        pub next: &'static [u16],
        /// A bit for each state in which the string may end.
        pub accepts: &'static [u64],
    }
}
