//! The documents of the cases, moved to another day.

use klavi_pix::CalendarDate;
use klavi_types::Date;

/// The day on which the documents of the cases are read, as the README of `klavi-schema` has it.
const DAY: &str = "2025-01-15";
/// How many bytes a date has.
const DATE: usize = DAY.len();

/// A document with each of its dates as far from this day as it was from the day of the cases, 2025-01-15.
///
/// A text that starts with a real date is one: `"2025-02-03"`, `"2025-12-31T23:59:59Z"`. The document need not be JSON.
///
/// ```
/// let today = "2031-02-28".parse()?;
/// assert_eq!(klavi_validate::catalogue::moved(br#"{"date": "2025-01-16"}"#, &today), br#"{"date": "2031-03-01"}"#);
/// # Ok::<(), klavi_validate::types::FormError>(())
/// ```
#[must_use]
pub fn moved(document: &[u8], today: &Date) -> Vec<u8> {
    let days = match (CalendarDate::parse(DAY), today.calendar()) {
        (Ok(day), Ok(today)) => today.days() - day.days(),
        // A day that no calendar has is no day to move to.
        _ => 0,
    };
    let mut moved = document.to_vec();
    for start in 1..document.len().saturating_sub(DATE) {
        let (date, end) = (&document[start..start + DATE], document[start + DATE]);
        if document[start - 1] != b'"' || !matches!(end, b'"' | b'T') {
            continue;
        }
        let date = str::from_utf8(date).ok().and_then(|text| CalendarDate::parse(text).ok());
        if let Some(date) = date.and_then(|date| date.plus_days(days)) {
            moved[start..start + DATE].copy_from_slice(date.to_string().as_bytes());
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_distance() {
        let on = |today: &str, text: &str| String::from_utf8(moved(text.as_bytes(), &today.parse().unwrap())).unwrap();
        let text = r#"{"date": "2025-01-15", "t": "2024-12-31T23:59:59Z", "x": "2025-02-30", "y": "a 2025-01-15", "z": "2025-1-5"#;
        assert_eq!(on("2025-01-15", text), text);
        assert_eq!(
            on("2028-02-28", text),
            r#"{"date": "2028-02-28", "t": "2028-02-13T23:59:59Z", "x": "2025-02-30", "y": "a 2025-01-15", "z": "2025-1-5"#
        );
        // A day that no calendar has stays where it is.
        assert_eq!(on("0001-01-01", r#"["2024-12-31"]"#), r#"["2024-12-31"]"#);
        assert_eq!(on("2026-01-01", ""), "");
    }
}
