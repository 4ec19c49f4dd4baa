//! `-A`, `-W`, `-D`, `--strict` and the table `[rules]`: what becomes of each finding.

use crate::text::usage_error::{NameKind, UsageError};
use klavi_core::{Code, Group};
use klavi_validate::{Level, RuleSelector, SelectorError, contract, contracts};

/// The name of all warnings.
pub const WARNINGS: &str = "warnings";

/// The names of what a level can be set for.
pub fn names() -> impl Iterator<Item = &'static str> {
    let codes = Code::ALL.iter().map(|code| code.name());
    codes.chain(Group::ALL.iter().map(|group| group.name())).chain([WARNINGS])
}

/// Reads what a level is set for: a code, a group or `warnings`, of one contract and one pointer or of all.
pub fn selector(text: &str, level: Level) -> Result<RuleSelector, UsageError> {
    let selector: RuleSelector = text.parse().map_err(|error| match error {
        SelectorError::Pointer(_) => UsageError::RulePointer(text.to_owned()),
        SelectorError::Rule(name) => UsageError::unknown(NameKind::Rule, &name, names()),
        SelectorError::OfCalls(_) => UsageError::RuleOfCalls(text.to_owned()),
        _ => UsageError::unknown(NameKind::Schema, "", contracts().iter().map(|contract| contract.name)),
    })?;
    if selector.is_fixed() && level != Level::Deny {
        return Err(UsageError::Fixed(text.to_owned()));
    }
    if let Some(name) = selector.contract()
        && contract(name).is_none()
    {
        return Err(UsageError::unknown(NameKind::Schema, name, contracts().iter().map(|contract| contract.name)));
    }
    Ok(selector)
}

#[cfg(test)]
mod tests {
    use super::*;
    use klavi_core::{Direction, Severity};
    use klavi_validate::{Lang, Levels};

    const PAYMENT: &str = "create-payment.request";

    #[test]
    fn the_last_that_matches_wins() {
        let mut levels = Levels::default();
        for (text, level) in [
            ("warnings", Level::Deny),
            ("format", Level::Warn),
            ("town-code", Level::Allow),
            ("required@create-payment.request#/date", Level::Warn),
            ("type#/externalInfo/*/lines", Level::Allow),
            ("enum@consent-links.request", Level::Warn),
        ] {
            levels.set(selector(text, level).unwrap(), level);
        }
        let of = |code: &str, severity, contract, pointer| {
            levels.severity(code.parse().unwrap(), severity, contract, pointer)
        };
        let (warning, error) = (Some(Severity::Warning), Some(Severity::Error));
        assert_eq!(of("town-code", Severity::Warning, PAYMENT, "/ibgeTownCode"), None);
        assert_eq!(of("unknown-field", Severity::Warning, PAYMENT, "/x"), error);
        assert_eq!(of("required", Severity::Error, PAYMENT, "/date"), warning);
        assert_eq!(of("required", Severity::Error, PAYMENT, "/amount"), error);
        assert_eq!(of("required", Severity::Error, "consent-links.request", "/date"), error);
        assert_eq!(of("type", Severity::Error, PAYMENT, "/externalInfo/7/lines"), None);
        assert_eq!(of("type", Severity::Error, PAYMENT, "/externalInfo/7/lines/0"), error);
        assert_eq!(of("enum", Severity::Error, "consent-links.request", "/consent/interval"), warning);
        assert_eq!(of("duplicate-key", Severity::Error, PAYMENT, "/x"), error);
    }

    #[test]
    fn calls_have_levels_of_their_own() {
        let mut levels = Levels::default();
        for (text, level) in [("warnings", Level::Deny), ("flow", Level::Warn), ("polled-too-fast", Level::Allow)] {
            levels.set(selector(text, level).unwrap(), level);
        }
        let of = |code: Code| levels.severity(code, code.severity(Direction::Request), "", "");
        assert_eq!(of(Code::OlderPath), Some(Severity::Error));
        assert_eq!(of(Code::StatusRegression), Some(Severity::Warning));
        assert_eq!(of(Code::PolledTooFast), None);
        let unknown = levels.severity(Code::UnknownField, Severity::Warning, PAYMENT, "/x");
        assert_eq!(unknown, Some(Severity::Error));
        let error = |text| selector(text, Level::Warn).unwrap_err().text(Lang::En);
        assert_eq!(
            error("probable-duplicat"),
            "there is no code or group 'probable-duplicat'; did you mean 'probable-duplicate'?"
        );
        for text in ["flow@auth.request", "not-json#/amount"] {
            assert_eq!(error(text), format!("'{text}': codes of calls take no contract and no pointer"));
        }
    }

    #[test]
    fn unknown_names_and_the_grammar_are_refused() {
        let error = |text| selector(text, Level::Allow).unwrap_err().text(Lang::En);
        assert_eq!(error("unknow-field"), "there is no code or group 'unknow-field'; did you mean 'unknown-field'?");
        assert_eq!(error("zebra"), "there is no code or group 'zebra'; see --list rules, --list groups");
        assert_eq!(
            error("type@create-payment.requst"),
            "there is no schema 'create-payment.requst'; did you mean 'create-payment.request'?"
        );
        assert!(error("type@").starts_with("there is no schema ''"));
        assert_eq!(
            error("type@create-payment.request#date"),
            "'type@create-payment.request#date': # must be followed by a JSON Pointer, which starts with '/'"
        );
        assert!(error("json").starts_with("'json' cannot be allowed"));
        assert!(error("duplicate-key#/a").starts_with("'duplicate-key#/a' cannot be allowed"));
    }
}
