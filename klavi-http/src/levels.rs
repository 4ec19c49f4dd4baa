//! What becomes of problems: levels by code, by group, or for all warnings.

use crate::code::ExchangeCode;
use klavi_validate::runtime::Severity;
use klavi_validate::{Level, RuleKind, Specificity};
use std::fmt;
use std::str::FromStr;

/// Which problems a level is for, written `CODE|GROUP|warnings`.
///
/// ```
/// use klavi_http::ExchangeSelector;
///
/// let selector: ExchangeSelector = "probable-duplicate".parse().unwrap();
/// assert_eq!(selector.to_string(), "probable-duplicate");
/// assert!("flow".parse::<ExchangeSelector>().is_ok());
/// assert!("probable-duplicates".parse::<ExchangeSelector>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ExchangeSelector(Rule);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Rule {
    Code(ExchangeCode),
    Group(&'static str),
    /// Every problem that is a warning when its turn comes.
    Warnings,
}

const WARNINGS: &str = "warnings";

impl ExchangeSelector {
    /// Every problem that would be a warning.
    #[must_use]
    pub const fn warnings() -> Self {
        Self(Rule::Warnings)
    }

    /// How much it leaves out: where choices have no order, the more special one counts.
    #[must_use]
    pub const fn specificity(self) -> Specificity {
        let rule = match self.0 {
            Rule::Warnings => RuleKind::Warnings,
            Rule::Group(_) => RuleKind::Group,
            Rule::Code(_) => RuleKind::Code,
        };
        Specificity { has_pointer: false, has_contract: false, rule }
    }

    fn names(self, code: ExchangeCode, severity: Option<Severity>) -> bool {
        match self.0 {
            Rule::Code(named) => named == code,
            Rule::Group(group) => group == code.group(),
            Rule::Warnings => severity == Some(Severity::Warning),
        }
    }
}

impl From<ExchangeCode> for ExchangeSelector {
    fn from(code: ExchangeCode) -> Self {
        Self(Rule::Code(code))
    }
}

impl FromStr for ExchangeSelector {
    /// Neither a code nor a group nor `warnings`.
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let group = ExchangeCode::GROUPS.into_iter().find(|group| *group == name).map(Rule::Group);
        let warnings = (name == WARNINGS).then_some(Rule::Warnings);
        warnings.or(group).map_or_else(|| name.parse().map(Rule::Code), Ok).map(Self)
    }
}

impl fmt::Display for ExchangeSelector {
    /// As it is parsed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Rule::Code(code) => code.name(),
            Rule::Group(group) => group,
            Rule::Warnings => WARNINGS,
        })
    }
}

/// The levels of problems; by default each keeps the severity of its code.
///
/// They are applied in the order in which they were set: the last one that is for a problem counts.
///
/// ```
/// use klavi_http::{ExchangeCode, ExchangeLevels, ExchangeSelector};
/// use klavi_validate::Level;
/// use klavi_validate::runtime::Severity;
///
/// let mut levels = ExchangeLevels::default();
/// levels.set(ExchangeSelector::warnings(), Level::Deny);
/// levels.set(ExchangeCode::PolledTooFast, Level::Allow);
/// assert_eq!(levels.severity(ExchangeCode::ProbableDuplicate), Some(Severity::Error));
/// assert_eq!(levels.severity(ExchangeCode::PolledTooFast), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExchangeLevels {
    choices: Vec<(ExchangeSelector, Level)>,
}

impl ExchangeLevels {
    /// Sets what becomes of a code, or of what an [`ExchangeSelector`] names.
    pub fn set(&mut self, selector: impl Into<ExchangeSelector>, level: Level) {
        self.choices.push((selector.into(), level));
    }

    /// The severity of problems with this code, or `None` if they are not told.
    #[must_use]
    pub fn severity(&self, code: ExchangeCode) -> Option<Severity> {
        let apply = |severity, (selector, level): &(ExchangeSelector, Level)| match level {
            _ if !selector.names(code, severity) => severity,
            Level::Allow => None,
            Level::Warn => Some(Severity::Warning),
            Level::Deny => Some(Severity::Error),
        };
        self.choices.iter().fold(Some(code.severity()), apply)
    }
}
