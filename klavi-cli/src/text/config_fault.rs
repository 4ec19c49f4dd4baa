//! What the tool says of a configuration.

use crate::text::hint::Hint;
use crate::text::sentences::config;
use klavi_validate::say;
use klavi_validate::sentence::Sentence;
use std::ops::RangeInclusive;

/// What is wrong with a line of the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigFault {
    /// It is no TOML from this column on.
    Syntax(usize),
    /// There is no such key.
    Unknown(String, Hint),
    /// The value of a key is none that it takes.
    Wanted(String, Wanted),
}

/// What a key takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    Text,
    Texts,
    Table,
    Switch,
    /// In this range.
    Number(RangeInclusive<u64>),
    /// A number of bytes.
    Size,
    Day,
    OneOf(Vec<String>),
}

impl ConfigFault {
    pub fn said(&self) -> Sentence<'_> {
        match self {
            Self::Syntax(column) => say!(config::SYNTAX, column = *column),
            Self::Unknown(key, hint) => say!(config::UNKNOWN, key = &**key, hint = hint.said("keys")),
            Self::Wanted(key, wanted) => say!(config::WANTED, key = &**key, wanted = wanted.said()),
        }
    }
}

impl Wanted {
    fn said(&self) -> Sentence<'_> {
        match self {
            Self::Text => say!(config::TEXT),
            Self::Texts => say!(config::TEXTS),
            Self::Table => say!(config::TABLE),
            Self::Switch => say!(config::SWITCH),
            Self::Number(range) if *range.end() == u64::MAX => say!(config::NUMBER_FROM, first = *range.start()),
            Self::Number(range) => say!(config::NUMBER, first = *range.start(), last = *range.end()),
            Self::Size => say!(config::SIZE),
            Self::Day => say!(config::DAY),
            Self::OneOf(known) => say!(config::ONE_OF, known = known.join(", ")),
        }
    }
}
