//! What helps who wrote a name that nothing has.

use klavi_core::most_similar;
use klavi_validate::Lang;

/// What helps to find the right name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    Meant(&'static str),
    Known(Vec<&'static str>),
    /// There are too many.
    List,
}

/// How many names a line may list.
const MOST_LISTED: usize = 12;

impl Hint {
    /// Of the names that are known, the nearest to this one, or else all, if they are few.
    pub fn of(name: &str, known: Vec<&'static str>) -> Self {
        match most_similar(name, &known) {
            Some(index) => Self::Meant(known[index]),
            None if known.len() <= MOST_LISTED => Self::Known(known),
            None => Self::List,
        }
    }

    pub fn text(&self, lang: Lang, listed: &str) -> String {
        match (self, lang) {
            (Self::Meant(meant), Lang::En) => format!("did you mean '{meant}'?"),
            (Self::Meant(meant), Lang::PtBr) => format!("você quis dizer '{meant}'?"),
            (Self::Known(known), Lang::En) => format!("known are {}", known.join(", ")),
            (Self::Known(known), Lang::PtBr) => format!("valores possíveis: {}", known.join(", ")),
            (Self::List, Lang::En) => format!("see --list {listed}"),
            (Self::List, Lang::PtBr) => format!("veja --list {listed}"),
        }
    }
}
