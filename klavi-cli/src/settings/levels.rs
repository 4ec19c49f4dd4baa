//! `-A`, `-W`, `-D`, `--strict` and the table `[rules]`: what becomes of each code.

use crate::text::usage_error::{Complaint, Thing};
use klavi_core::{Code, Group};
use klavi_validate::{Level, Levels};

/// Applies one choice: a code, a group or `warnings`.
pub fn apply(levels: &mut Levels, name: &str, level: Level) -> Result<(), Complaint> {
    let touches_json = name == Group::Json.name() || name.parse::<Code>().is_ok_and(|code| code.group() == Group::Json);
    if touches_json && level != Level::Deny {
        return Err(Complaint::Fixed(name.to_owned()));
    }
    if name == "warnings" {
        levels.set_warnings(level);
    } else if let Ok(group) = name.parse::<Group>() {
        levels.set_group(group, level);
    } else if let Ok(code) = name.parse::<Code>() {
        levels.set(code, level);
    } else {
        let groups = Group::ALL.iter().map(|group| group.name());
        let codes = Code::ALL.iter().map(|code| code.name());
        return Err(Complaint::unknown(Thing::Rule, name, codes.chain(groups).chain(["warnings"])));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use klavi_core::Severity;
    use klavi_validate::Lang;

    #[test]
    fn the_last_that_names_a_code_wins() {
        let mut levels = Levels::default();
        for (name, level) in [("warnings", Level::Deny), ("format", Level::Warn), ("town-code", Level::Allow)] {
            apply(&mut levels, name, level).unwrap();
        }
        assert_eq!(levels.severity(Code::TownCode, Severity::Warning), None);
        assert_eq!(levels.severity(Code::UnknownField, Severity::Warning), Some(Severity::Error));
    }

    #[test]
    fn unknown_names_and_the_grammar_are_refused() {
        let mut levels = Levels::default();
        let mut error = |name| apply(&mut levels, name, Level::Allow).unwrap_err().text(Lang::En);
        assert_eq!(error("unknow-field"), "there is no rule 'unknow-field'; did you mean 'unknown-field'?");
        assert_eq!(error("zebra"), "there is no rule 'zebra'; see --list rules");
        assert!(error("json").starts_with("'json' cannot be allowed"));
        assert!(error("duplicate-key").starts_with("'duplicate-key' cannot be allowed"));
    }
}
