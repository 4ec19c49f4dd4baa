//! `x-rules-of-time`.

use super::tables;
use crate::{CalendarDate, DateTime, FormatProblem};
use klavi_core::Code;
use klavi_core::program::{Day, Reporter, TimeRule};

tables! { TimeRule {
    /// The day, or the day in Brasília of a point in time, does not lie before today.
    NOT_PAST = { name: "not-past", check: not_past, },
} }

fn not_past(text: &str, today: Day, report: Reporter<'_>) {
    let date = CalendarDate::parse_loose(text).ok().or_else(|| DateTime::parse(text).ok()?.brasilia_date());
    if date.is_some_and(|date| Day::from(date) < today) {
        report(Code::DateInPast, &FormatProblem::Past);
    }
}

impl From<CalendarDate> for Day {
    fn from(date: CalendarDate) -> Self {
        Self(date.days())
    }
}
