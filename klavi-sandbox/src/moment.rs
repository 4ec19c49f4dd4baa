//! Moments as the API writes them.

use klavi_pix::CalendarDate;
use std::time::{SystemTime, UNIX_EPOCH};

/// A moment by RFC 3339, in UTC, with milliseconds.
pub(crate) fn stamp(moment: SystemTime) -> String {
    let since = moment.duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = since.as_secs();
    let days = i64::try_from(seconds / 86_400).unwrap_or_default();
    let day = CalendarDate::from_days(days).unwrap_or(CalendarDate::MIN);
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{day}T{hour:02}:{minute:02}:{second:02}.{:03}Z", since.subsec_millis())
}
