//! What a caller may choose: levels, the day, limits.

use klavi_core::format::CalendarDate;
use klavi_core::{Code, Group, Limits, Severity};
use std::time::{SystemTime, UNIX_EPOCH};

/// How a document is checked.
///
/// ```
/// use klavi_validate::{Level, Options, contract};
/// use klavi_core::Code;
///
/// let mut options = Options::default();
/// options.levels.set(Code::DateInPast, Level::Allow);
/// options.today = "2025-07-01".parse().ok();
/// let report = contract("auth.request").unwrap().check(b"{}", &options);
/// assert_eq!(report.errors, 2);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// What becomes of each code.
    pub levels: Levels,
    /// The day for the rules that speak of the past; `None` silences them.
    pub today: Option<CalendarDate>,
    /// How large and how deep a document may be.
    pub limits: Limits,
    /// How many errors, and how many warnings, are kept for one document; 0 is no limit. The rest is counted.
    pub max_findings: usize,
    /// Whether pointers show member names that may be personal data.
    pub reveal: bool,
}

impl Default for Options {
    /// Default levels, today in UTC-3, 16 MiB, 64 levels, 100 findings, nothing revealed.
    fn default() -> Self {
        Self { levels: Levels::default(), today: today(), limits: Limits::default(), max_findings: 100, reveal: false }
    }
}

/// Today's date in Brasília (UTC-3), by the clock of the machine.
#[must_use]
pub fn today() -> Option<CalendarDate> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    CalendarDate::from_unix_seconds(i64::try_from(now.as_secs()).ok()?)
}

/// What becomes of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It is not told.
    Allow,
    /// It is a warning.
    Warn,
    /// It is an error.
    Deny,
}

/// The level of every code; by default each finding keeps its own severity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels {
    levels: Vec<Option<Level>>,
    warnings: Option<Level>,
}

impl Default for Levels {
    fn default() -> Self {
        Self { levels: vec![None; Code::ALL.len()], warnings: None }
    }
}

impl Levels {
    /// Sets one code. The codes of the group `json` stay errors.
    pub fn set(&mut self, code: Code, level: Level) {
        if code.group() != Group::Json {
            self.levels[code as usize] = Some(level);
        }
    }

    /// Sets all codes of a group.
    pub fn set_group(&mut self, group: Group, level: Level) {
        for &code in Code::ALL.iter().filter(|code| code.group() == group) {
            self.set(code, level);
        }
    }

    /// Sets what becomes of every finding that would be a warning.
    pub fn set_warnings(&mut self, level: Level) {
        self.warnings = Some(level);
    }

    /// The severity of a finding, or `None` if it is not told.
    #[must_use]
    pub fn severity(&self, code: Code, default: Severity) -> Option<Severity> {
        let chosen = match self.levels[code as usize] {
            None if default == Severity::Warning => self.warnings,
            // An explicit `warn` is a warning like any other: `-D warnings` raises it too.
            Some(Level::Warn) => self.warnings.or(Some(Level::Warn)),
            level => level,
        };
        match chosen {
            None => Some(default),
            Some(Level::Allow) => None,
            Some(Level::Warn) => Some(Severity::Warning),
            Some(Level::Deny) => Some(Severity::Error),
        }
    }
}
