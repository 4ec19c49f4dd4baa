//! A day as the documents write it.

use crate::FormError;
use crate::by_value::compared_by;
use crate::text::{Short, is_digits, small_schema, text_conversions};
use klavi_pix::{CalendarDate, DateError};

const EXPECTED: FormError = FormError { expected: "a date such as 2025-07-01" };

/// A day in Brasília (UTC-3), year first; month and day may have one digit (documents 002 and 004).
///
/// It is compared as a day, `2025-7-1` is `2025-07-01`, and written as it was read. The pattern lets days pass that no
/// calendar has; ask [`Date::calendar`]. Such a day stands between its neighbours. `jiff`, `chrono` and `time` have
/// features of their names.
///
/// ```
/// use klavi_types::Date;
///
/// let date: Date = "2025-7-1".parse()?;
/// assert_eq!(date, Date::new(2025, 7, 1).unwrap());
/// assert!(date < "2025-12-01".parse()?);
/// assert_eq!(date.as_str(), "2025-7-1");
/// assert_eq!(date.plus_days(30).unwrap().as_str(), "2025-07-31");
///
/// assert!("2021-02-30".parse::<Date>()?.calendar().is_err());
/// assert!("01/07/2025".parse::<Date>().is_err());
/// # Ok::<(), klavi_types::FormError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Date {
    text: Short<10>,
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day of these numbers, if the calendar has it.
    ///
    /// # Errors
    ///
    /// The calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        CalendarDate::new(year, month, day).map(Self::from)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// The text.
    #[must_use]
    pub fn into_string(self) -> String {
        self.as_str().to_owned()
    }

    /// The year.
    #[must_use]
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(&self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(&self) -> u8 {
        self.day
    }

    /// The day of the calendar.
    ///
    /// # Errors
    ///
    /// The calendar has no such day.
    pub const fn calendar(&self) -> Result<CalendarDate, DateError> {
        CalendarDate::new(self.year, self.month, self.day)
    }

    /// The day so many days later (earlier when negative); nothing where the calendar does not have this day, or that
    /// one would be outside the years 0001 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        self.calendar().ok()?.plus_days(days).map(Self::from)
    }

    fn read(text: &str) -> Option<Self> {
        let number = |part: &str, most: u8| {
            let number = is_digits(part, 1) || is_digits(part, 2);
            part.parse().ok().filter(|value| number && (1..=most).contains(value))
        };
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let year = is_digits(year, 4).then(|| year.parse().ok())??;
        Some(Self { text: Short::new(text)?, year, month: number(month, 12)?, day: number(day, 31)? })
    }
}

compared_by!(Date, |date| (date.year, date.month, date.day));

impl TryFrom<String> for Date {
    type Error = FormError;

    fn try_from(text: String) -> Result<Self, FormError> {
        Self::read(&text).ok_or(EXPECTED)
    }
}

impl From<CalendarDate> for Date {
    fn from(date: CalendarDate) -> Self {
        let text = Short::new(&date.to_string()).unwrap_or_else(|| unreachable!("four, two and two digits"));
        Self { text, year: date.year(), month: date.month(), day: date.day() }
    }
}

impl TryFrom<Date> for CalendarDate {
    type Error = DateError;

    fn try_from(date: Date) -> Result<Self, DateError> {
        date.calendar()
    }
}

text_conversions!(Date);
small_schema!(Date, {
    "type": "string",
    "pattern": "^[0-9]{4}-(1[0-2]|0?[1-9])-(3[01]|[12][0-9]|0?[1-9])$"
});
