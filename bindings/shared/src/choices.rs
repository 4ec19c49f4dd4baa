//! What a caller may choose, as other languages write it.

use crate::{CallError, day, known, lang};
use klavi_validate::runtime::Limits;
use klavi_validate::{Lang, Level, Options, RuleSelector};
use serde::Deserialize;

/// What a caller may choose, by the names of JavaScript; what is left out stays as it is in [`Options::at`].
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Choices {
    /// `en` or `pt-BR`.
    pub lang: Option<String>,
    /// The day for the rules that speak of the past, `YYYY-MM-DD`. Without one, nothing is said to be past.
    pub today: Option<String>,
    /// Selectors and levels, in the order in which they are applied: `["required@auth.request", "warn"]`.
    pub levels: Vec<(String, String)>,
    /// How many errors, and how many warnings, are kept; 0 is no limit.
    pub max_findings: Option<usize>,
    /// How large a document may be, in bytes.
    pub max_bytes: Option<usize>,
    /// How deep a document may be nested.
    pub max_depth: Option<u32>,
    /// Whether pointers show member names that may be personal data.
    pub reveal: bool,
}

/// Choices that were understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckSettings {
    /// The language of messages.
    pub lang: Lang,
    /// Everything else.
    pub options: Options,
}

impl Choices {
    /// Reads choices from JSON text.
    ///
    /// # Errors
    ///
    /// The text names a choice that does not exist, or one of another type.
    pub fn read(text: &str) -> Result<Self, CallError> {
        serde_json::from_str(text).map_err(|error| CallError::new(format!("options: {error}")))
    }

    /// Understands them.
    ///
    /// # Errors
    ///
    /// A language, day, selector or level does not exist, or the level of a code of the grammar of JSON is lowered.
    ///
    /// ```
    /// use klavi_bindings::Choices;
    ///
    /// let settings = |text: &str| Choices::read(text).and_then(|choices| choices.settle());
    /// let fault = |text: &str| settings(text).unwrap_err().to_string();
    /// assert_eq!(settings(r#"{"maxFindings": 1}"#).unwrap().options.max_findings, 1);
    /// assert_eq!(fault(r#"{"levels": [["requird", "warn"]]}"#), "levels: no code or group is called requird");
    /// assert_eq!(fault(r#"{"levels": [["json", "allow"]]}"#), "levels: the codes of 'json' are always errors");
    /// assert!(fault(r#"{"levels": [["type@auth", "warn"]]}"#).starts_with("there is no contract 'auth'; there are "));
    /// assert_eq!(fault(r#"{"lang": "fr"}"#), "lang: expected `en` or `pt-BR`");
    /// assert_eq!(fault(r#"{"today": "2025-02-30"}"#), "today: a day is written YYYY-MM-DD");
    /// assert!(fault(r#"{"language": "en"}"#).starts_with("options: unknown field `language`"));
    /// ```
    pub fn settle(&self) -> Result<CheckSettings, CallError> {
        let day = self.today.as_deref().map(day).transpose()?;
        let mut options = Options::default().with_today(day).with_reveal(self.reveal);
        let usual = options.limits;
        options = options.with_limits(Limits {
            max_bytes: self.max_bytes.unwrap_or(usual.max_bytes),
            max_depth: self.max_depth.unwrap_or(usual.max_depth),
        });
        if let Some(count) = self.max_findings {
            options = options.with_max_findings(count);
        }
        for (selector, level) in &self.levels {
            let (selector, level) = rule_level(selector, level)?;
            options = options.with_level(selector, level);
        }
        let lang = self.lang.as_deref().map_or(Ok(Lang::En), lang)?;
        Ok(CheckSettings { lang, options })
    }
}

fn rule_level(text: &str, level: &str) -> Result<(RuleSelector, Level), CallError> {
    let selector: RuleSelector = text.parse().map_err(|error| CallError::new(format!("levels: {error}")))?;
    let level: Level = level.parse().map_err(|error| CallError::new(format!("levels: {error}")))?;
    if selector.is_fixed() && level != Level::Deny {
        return Err(CallError::new(format!("levels: the codes of '{text}' are always errors")));
    }
    selector.contract().map_or(Ok(()), known)?;
    Ok((selector, level))
}
