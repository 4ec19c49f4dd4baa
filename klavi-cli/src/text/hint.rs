//! What helps who wrote a name that nothing has.

use crate::text::sentences::hint;
use klavi_core::{most_similar, slip};
use klavi_validate::say;
use klavi_validate::sentence::Sentence;

/// What helps to find the right name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// One that is nearly the same, or those that begin so.
    Meant(Vec<&'static str>),
    Known(Vec<&'static str>),
    /// There are too many.
    List,
}

/// How many names a line may list.
const MOST_LISTED: usize = 16;
/// How many beginnings may be meant.
const MOST_MEANT: usize = 4;

impl Hint {
    /// Of the names that are known, the nearest to this one, or else those that begin like it, or else all, if they are few.
    pub fn of(name: &str, known: Vec<&'static str>) -> Self {
        if let Some(index) = most_similar(name, &known) {
            return Self::Meant(vec![known[index]]);
        }
        let begun: Vec<_> = known.iter().copied().filter(|known| begins_like(known, name)).collect();
        match begun.len() {
            1..=MOST_MEANT => Self::Meant(begun),
            _ if known.len() <= MOST_LISTED => Self::Known(known),
            _ => Self::List,
        }
    }

    pub fn said<'a>(&'a self, listed: &'a str) -> Sentence<'a> {
        match self {
            Self::Meant(meant) => say!(hint::MEANT, meant = meant.join("', '")),
            Self::Known(known) => say!(hint::KNOWN, known = known.join(", ")),
            Self::List => say!(hint::LIST, listed),
        }
    }
}

/// Whether the first words of a name are these, but for a slip.
fn begins_like(known: &str, name: &str) -> bool {
    let mut heads = known.match_indices(['-', '.']).map(|(at, _)| &known[..at]);
    heads.any(|head| slip(name, &[head]).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use klavi_validate::Lang;

    #[test]
    fn beginnings_of_names_are_completed() {
        let known = ["create-payment.request", "create-payment.response", "proxy-required", "required"];
        let hint = |name| Hint::of(name, known.to_vec()).said("").message(Lang::En);
        assert_eq!(hint("creat-payment"), "did you mean 'create-payment.request', 'create-payment.response'?");
        assert_eq!(hint("proxy"), "did you mean 'proxy-required'?");
        assert_eq!(hint("requird"), "did you mean 'required'?");
        assert_eq!(hint("zebra"), format!("possible values: {}", known.join(", ")));
    }
}
