//! What becomes of a finding: levels, and the selectors that say for which findings a level is.

use klavi_core::{Code, Group, Severity};
use std::fmt;
use std::str::FromStr;

/// What becomes of a finding.
///
/// ```
/// use klavi_validate::Level;
///
/// assert_eq!("deny".parse(), Ok(Level::Deny));
/// assert!(Level::Allow < Level::Deny);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// It is not told.
    Allow,
    /// It is a warning.
    Warn,
    /// It is an error.
    Deny,
}

/// Which findings a level is for, written `CODE|GROUP|warnings[@CONTRACT][#POINTER]`.
///
/// Without a contract it is for all of them, without a pointer for every place. The pointer is a JSON Pointer (RFC 6901)
/// to the value, or to where a missing one would be; a segment `*` stands for any index and any name. Codes of calls have
/// neither.
///
/// ```
/// use klavi_validate::{RuleSelector, SelectorError};
///
/// let selector: RuleSelector = "required@create-payment.request#/date".parse()?;
/// assert_eq!(selector.contract(), Some("create-payment.request"));
/// assert_eq!(selector.pointer(), Some("/date"));
/// assert_eq!("requird".parse::<RuleSelector>(), Err(SelectorError::Rule("requird".to_owned())));
/// # Ok::<(), SelectorError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RuleSelector {
    rule: Rule,
    contract: Option<String>,
    pointer: Option<String>,
}

/// How much a selector leaves out. The greater one is the more special: a pointer says more than a contract, and a contract
/// more than the kind of rule.
///
/// ```
/// use klavi_validate::RuleSelector;
///
/// let of = |text: &str| text.parse::<RuleSelector>().map(|selector| selector.specificity());
/// assert!(of("type")? > of("structure")? && of("structure")? > of("warnings")?);
/// assert!(of("warnings@auth.request")? > of("type")? && of("warnings@auth.request#/accessKey")? > of("type@auth.request")?);
/// # Ok::<(), klavi_validate::SelectorError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Specificity {
    /// It is for one place of a document.
    pub has_pointer: bool,
    /// It is for the documents of one contract.
    pub has_contract: bool,
    /// What it names.
    pub rule: RuleKind,
}

/// What a selector names, the more special behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleKind {
    /// All warnings.
    Warnings,
    /// The codes of a group.
    Group,
    /// One code.
    Code,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Rule {
    Code(Code),
    Group(Group),
    /// Every finding that is a warning when its turn comes.
    Warnings,
}

const WARNINGS: &str = "warnings";

/// Why a text is no [`RuleSelector`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SelectorError {
    /// This is neither a code nor a group nor `warnings`.
    Rule(String),
    /// Nothing stands after the `@`.
    Contract,
    /// This is no JSON Pointer.
    Pointer(String),
    /// This is a code or group of calls, for which there is no contract and no pointer.
    OfCalls(String),
}

impl RuleSelector {
    /// Every finding that would be a warning.
    #[must_use]
    pub const fn warnings() -> Self {
        Self { rule: Rule::Warnings, contract: None, pointer: None }
    }

    /// The contract that it is for, if it is not for all.
    #[must_use]
    pub fn contract(&self) -> Option<&str> {
        self.contract.as_deref()
    }

    /// The place that it is for, if it is not for all.
    #[must_use]
    pub fn pointer(&self) -> Option<&str> {
        self.pointer.as_deref()
    }

    /// Whether it names codes of the grammar of JSON, which no level changes.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        match self.rule {
            Rule::Code(code) => code.group() == Group::Json,
            Rule::Group(group) => group == Group::Json,
            Rule::Warnings => false,
        }
    }

    /// How much it leaves out: where choices have no order, the more special one counts.
    #[must_use]
    pub fn specificity(&self) -> Specificity {
        let rule = match self.rule {
            Rule::Warnings => RuleKind::Warnings,
            Rule::Group(_) => RuleKind::Group,
            Rule::Code(_) => RuleKind::Code,
        };
        Specificity { has_pointer: self.pointer.is_some(), has_contract: self.contract.is_some(), rule }
    }

    /// Whether it is for a finding of this code and severity in this contract, wherever it is.
    fn names(&self, code: Code, severity: Option<Severity>, contract: &str) -> bool {
        let named = match self.rule {
            Rule::Code(named) => named == code,
            Rule::Group(group) => group == code.group(),
            Rule::Warnings => severity == Some(Severity::Warning),
        };
        named && self.contract.as_deref().is_none_or(|named| named == contract)
    }

    fn leads_to(&self, pointer: &str) -> bool {
        let Some(named) = &self.pointer else { return true };
        let (mut named, mut segments) = (named.split('/'), pointer.split('/'));
        loop {
            match (named.next(), segments.next()) {
                (None, None) => return true,
                (Some(name), Some(segment)) if name == "*" || name == segment => {}
                _ => return false,
            }
        }
    }
}

impl From<Code> for RuleSelector {
    fn from(code: Code) -> Self {
        Self { rule: Rule::Code(code), contract: None, pointer: None }
    }
}

impl From<Group> for RuleSelector {
    fn from(group: Group) -> Self {
        Self { rule: Rule::Group(group), contract: None, pointer: None }
    }
}

impl FromStr for RuleSelector {
    type Err = SelectorError;

    fn from_str(text: &str) -> Result<Self, SelectorError> {
        let (rest, pointer) = text.split_once('#').map_or((text, None), |(rest, pointer)| (rest, Some(pointer)));
        let (name, contract) = rest.split_once('@').map_or((rest, None), |(name, contract)| (name, Some(contract)));
        let code = || name.parse().map(Rule::Code).ok();
        let group = || name.parse().map(Rule::Group).ok();
        let warnings = (name == WARNINGS).then_some(Rule::Warnings);
        let rule = warnings.or_else(group).or_else(code).ok_or_else(|| SelectorError::Rule(name.to_owned()))?;
        let is_of_calls = match rule {
            Rule::Code(code) => code.group().is_of_calls(),
            Rule::Group(group) => group.is_of_calls(),
            Rule::Warnings => false,
        };
        if is_of_calls && (contract.is_some() || pointer.is_some()) {
            return Err(SelectorError::OfCalls(name.to_owned()));
        }
        if contract == Some("") {
            return Err(SelectorError::Contract);
        }
        match pointer {
            Some(pointer) if !is_pointer(pointer) => Err(SelectorError::Pointer(pointer.to_owned())),
            _ => Ok(Self { rule, contract: contract.map(str::to_owned), pointer: pointer.map(str::to_owned) }),
        }
    }
}

/// Whether a text is a JSON Pointer: empty, or segments that begin with a slash, with `~` only in `~0` and `~1`.
fn is_pointer(text: &str) -> bool {
    let starts = text.is_empty() || text.starts_with('/');
    starts && text.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']))
}

impl fmt::Display for RuleSelector {
    /// As it is parsed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.rule {
            Rule::Code(code) => code.name(),
            Rule::Group(group) => group.name(),
            Rule::Warnings => WARNINGS,
        })?;
        if let Some(contract) = &self.contract {
            write!(f, "@{contract}")?;
        }
        self.pointer.iter().try_for_each(|pointer| write!(f, "#{pointer}"))
    }
}

impl fmt::Display for SelectorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(name) => write!(f, "no code or group is called {name}"),
            Self::Contract => f.write_str("no contract is named after the @"),
            Self::Pointer(pointer) => write!(f, "{pointer} is no JSON Pointer"),
            Self::OfCalls(name) => write!(f, "{name} is about calls, and takes no contract and no pointer"),
        }
    }
}

impl std::error::Error for SelectorError {}

/// The levels of findings; by default each finding keeps its own severity.
///
/// They are applied in the order in which they were set: the last one that is for a finding counts.
///
/// ```
/// use klavi_validate::{Level, Levels, RuleSelector};
/// use klavi_core::{Code, Severity};
///
/// let mut levels = Levels::default();
/// levels.set(RuleSelector::warnings(), Level::Deny);
/// levels.set("required@create-payment.request#/date".parse::<RuleSelector>()?, Level::Warn);
/// let of = |pointer| levels.severity(Code::Required, Severity::Error, "create-payment.request", pointer);
/// assert_eq!(of("/date"), Some(Severity::Warning));
/// assert_eq!(of("/amount"), Some(Severity::Error));
/// # Ok::<(), klavi_validate::SelectorError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Levels {
    choices: Vec<(RuleSelector, Level)>,
}

impl Levels {
    /// Whether every finding keeps its own severity.
    pub(crate) fn is_default(&self) -> bool {
        self.choices.is_empty()
    }

    /// Sets what becomes of a code, a group, or what a [`RuleSelector`] names. The codes of the group `json` stay errors.
    pub fn set(&mut self, selector: impl Into<RuleSelector>, level: Level) {
        self.choices.push((selector.into(), level));
    }

    /// The severity of a finding, or `None` if it is not told. Contract and pointer of a finding about calls are empty.
    #[must_use]
    pub fn severity(&self, code: Code, default: Severity, contract: &str, pointer: &str) -> Option<Severity> {
        let mut severity = Some(default);
        if code.group() == Group::Json {
            return severity;
        }
        for (selector, level) in &self.choices {
            if selector.names(code, severity, contract) && selector.leads_to(pointer) {
                severity = match level {
                    Level::Allow => None,
                    Level::Warn => Some(Severity::Warning),
                    Level::Deny => Some(Severity::Error),
                };
            }
        }
        severity
    }

    /// Whether the severity of such a finding depends on its pointer.
    pub(crate) fn depends_on_pointer(&self, code: Code, contract: &str) -> bool {
        let is_named = |selector: &RuleSelector| selector.names(code, Some(Severity::Warning), contract);
        self.choices.iter().any(|(selector, _)| selector.pointer.is_some() && is_named(selector))
    }
}
