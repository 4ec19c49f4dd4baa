//! What helps who wrote a name that nothing has.

use crate::text::sentences::hint;
use klavi_core::most_similar;
use klavi_validate::say;
use klavi_validate::sentence::Sentence;

/// What helps to find the right name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    Meant(&'static str),
    Known(Vec<&'static str>),
    /// There are too many.
    List,
}

/// How many names a line may list.
const MOST_LISTED: usize = 16;

impl Hint {
    /// Of the names that are known, the nearest to this one, or else all, if they are few.
    pub fn of(name: &str, known: Vec<&'static str>) -> Self {
        match most_similar(name, &known) {
            Some(index) => Self::Meant(known[index]),
            None if known.len() <= MOST_LISTED => Self::Known(known),
            None => Self::List,
        }
    }

    pub fn said<'a>(&'a self, listed: &'a str) -> Sentence<'a> {
        match self {
            Self::Meant(meant) => say!(hint::MEANT, meant = *meant),
            Self::Known(known) => say!(hint::KNOWN, known = known.join(", ")),
            Self::List => say!(hint::LIST, listed),
        }
    }
}
