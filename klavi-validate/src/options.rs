//! What a caller may choose: levels, the day, limits.

use crate::levels::{Level, Levels, RuleSelector};
use klavi_core::Limits;
use klavi_pix::CalendarDate;
use klavi_types::Date;

/// How a document is checked.
///
/// New choices may come: start from [`Options::default`] or [`Options::at`] and name what differs.
///
/// ```
/// use klavi_validate::{Level, Options, contract};
/// use klavi_validate::types::Date;
/// use klavi_core::Code;
///
/// let day = Date::new(2025, 7, 1).unwrap();
/// let options = Options::at(day).with_level(Code::Required, Level::Warn).with_max_findings(1);
/// let report = contract("auth.request").unwrap().check(b"{}", &options);
/// assert_eq!((report.errors, report.warnings, report.truncated), (0, 2, 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// What becomes of each finding.
    pub levels: Levels,
    /// The day for the rules that speak of the past. Without a day, or with one that no calendar has, nothing is said to
    /// be past; whether a date is real is judged all the same.
    pub today: Option<Date>,
    /// How large and how deep a document may be.
    pub limits: Limits,
    /// How many errors, and how many warnings, are kept for one document; 0 is no limit. The rest is counted.
    pub max_findings: usize,
    /// Whether pointers show member names that may be personal data.
    pub reveal: bool,
}

impl Options {
    /// The defaults on a day that the caller names: for tests, for documents of another day, where there is no clock.
    #[must_use]
    pub fn at(today: Date) -> Self {
        Self::on(Some(today))
    }

    /// With another day, or none.
    #[must_use]
    pub fn with_today(self, today: Option<Date>) -> Self {
        Self { today, ..self }
    }

    /// With a code, a group, or what a [`RuleSelector`] names at this level.
    #[must_use]
    pub fn with_level(mut self, selector: impl Into<RuleSelector>, level: Level) -> Self {
        self.levels.set(selector, level);
        self
    }

    /// With these levels.
    #[must_use]
    pub fn with_levels(self, levels: Levels) -> Self {
        Self { levels, ..self }
    }

    /// With other limits of size and depth.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// With another number of errors, and of warnings, that are kept; 0 is no limit.
    #[must_use]
    pub fn with_max_findings(self, max_findings: usize) -> Self {
        Self { max_findings, ..self }
    }

    /// With pointers that show member names which may be personal data, or without.
    #[must_use]
    pub fn with_reveal(self, reveal: bool) -> Self {
        Self { reveal, ..self }
    }

    fn on(today: Option<Date>) -> Self {
        Self { levels: Levels::default(), today, limits: Limits::default(), max_findings: 100, reveal: false }
    }
}

impl Default for Options {
    /// Default levels, [`today`], 16 MiB, 64 levels, 100 findings, nothing revealed.
    fn default() -> Self {
        Self::on(today())
    }
}

/// Today's date in Brasília (UTC-3), by the clock of the machine.
///
/// `None` where there is no clock, as on `wasm32-unknown-unknown`, or where it stands outside the years 1970 to 9999.
///
/// ```
/// let today = klavi_validate::today().unwrap();
/// assert!(today > "2025-07-01".parse()?);
/// assert!(today.plus_days(1) > Some(today));
/// # Ok::<(), klavi_validate::types::FormError>(())
/// ```
#[must_use]
pub fn today() -> Option<Date> {
    CalendarDate::from_unix_seconds(unix_seconds()?).map(Date::from)
}

// Asking for the time panics on this target.
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
fn unix_seconds() -> Option<i64> {
    None
}

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
fn unix_seconds() -> Option<i64> {
    use std::time::{SystemTime, UNIX_EPOCH};
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs()).ok()
}
