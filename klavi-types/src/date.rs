//! A day as the documents write it.

use crate::text::text_type;
use klavi_core::format::{CalendarDate, DateError};

text_type! {
    /// A day in Brasília (UTC-3), year first; month and day may have one digit (documents 002 and 004).
    ///
    /// The pattern lets days pass that no calendar has; ask [`Date::calendar`].
    ///
    /// ```
    /// use klavi_types::Date;
    ///
    /// let date: Date = "2025-07-01".parse()?;
    /// assert_eq!(date.calendar().unwrap().day(), 1);
    /// assert!("2021-02-30".parse::<Date>()?.calendar().is_err());
    /// assert!("01/07/2025".parse::<Date>().is_err());
    /// # Ok::<(), klavi_types::FormError>(())
    /// ```
    Date, "a date such as 2025-07-01",
    { "type": "string", "pattern": "^[0-9]{4}-(1[0-2]|0?[1-9])-(3[01]|[12][0-9]|0?[1-9])$" }, is_form
}

fn is_form(text: &str) -> bool {
    let number = |part: &str, most: u8| {
        matches!(part.len(), 1 | 2)
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse::<u8>().is_ok_and(|number| (1..=most).contains(&number))
    };
    let mut parts = text.splitn(3, '-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else { return false };
    crate::text::is_digits(year, 4) && number(month, 12) && number(day, 31)
}

impl Date {
    /// The day of the calendar.
    ///
    /// # Errors
    ///
    /// The calendar has no such day.
    pub fn calendar(&self) -> Result<CalendarDate, DateError> {
        CalendarDate::parse_loose(self.as_str())
    }
}
