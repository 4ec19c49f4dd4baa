//! Calendar dates: `YYYY-MM-DD` in the Gregorian calendar, years 0001 to 9999.
//!
//! The days of the payment documents are days in Brasília, which is UTC-3 all year round.

use core::fmt;

use super::scan;

/// Seconds that Brasília is behind UTC.
const BRASILIA_OFFSET: i64 = 3 * 60 * 60;
const SECONDS_OF_DAY: i64 = 24 * 60 * 60;
/// Days from 0000-03-01 to 1970-01-01; years are counted from March so that the leap day ends them.
const EPOCH: i64 = 719_468;
const DAYS_OF_ERA: i64 = 146_097;

/// A day that exists in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDate {
    year: u16,
    month: u8,
    day: u8,
}

impl CalendarDate {
    /// The first day that can be written, 0001-01-01.
    pub const MIN: Self = Self { year: 1, month: 1, day: 1 };
    /// The last day that can be written, 9999-12-31.
    pub const MAX: Self = Self { year: 9999, month: 12, day: 31 };

    /// The day of these numbers, if the calendar has it.
    ///
    /// # Errors
    ///
    /// [`DateError::Year`], [`DateError::Month`], [`DateError::Day`] or [`DateError::NotInMonth`].
    pub const fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        if year == 0 || year > 9999 {
            return Err(DateError::Year);
        }
        if month == 0 || month > 12 {
            return Err(DateError::Month);
        }
        if day == 0 || day > 31 {
            return Err(DateError::Day);
        }
        let last = last_day(year, month);
        if day > last {
            return Err(DateError::NotInMonth { last });
        }
        Ok(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD` with two-digit month and day.
    ///
    /// # Errors
    ///
    /// The shape is looked at first, then the calendar (see [`DateError::is_shape`]).
    ///
    /// ```
    /// use klavi_pix::{CalendarDate, DateError};
    ///
    /// assert_eq!(CalendarDate::parse("2024-02-29"), CalendarDate::new(2024, 2, 29));
    /// assert_eq!(CalendarDate::parse("2021-02-30"), Err(DateError::NotInMonth { last: 28 }));
    /// assert_eq!(CalendarDate::parse("23/01/2023"), Err(DateError::DayFirst));
    /// assert_eq!(CalendarDate::parse("2023-1-5"), Err(DateError::OneDigit { at: 5 }));
    /// ```
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let date = Self::parse_loose(text)?;
        if text.len() == "YYYY-MM-DD".len() {
            return Ok(date);
        }
        let is_month = text.as_bytes().get(6) == Some(&b'-');
        Err(DateError::OneDigit { at: if is_month { 5 } else { text.len() - 1 } })
    }

    /// Reads `YYYY-MM-DD` as the documented pattern does, which lets month and day have one digit.
    ///
    /// # Errors
    ///
    /// The shape is looked at first, then the calendar. The pattern itself knows no calendar: it takes 30 February and
    /// the year 0000, which are errors here.
    ///
    /// ```
    /// use klavi_pix::{CalendarDate, DateError};
    ///
    /// assert_eq!(CalendarDate::parse_loose("2023-1-5"), CalendarDate::new(2023, 1, 5));
    /// assert_eq!(CalendarDate::parse_loose("0000-01-01"), Err(DateError::Year));
    /// ```
    pub fn parse_loose(text: &str) -> Result<Self, DateError> {
        if let Some(date) = text.as_bytes().try_into().ok().and_then(Self::of_form) {
            return Ok(date);
        }
        let shape = |at| if is_day_first(text) { DateError::DayFirst } else { DateError::Shape { at } };
        let bytes = text.as_bytes();
        let (year, after_year) = number(bytes, 0, 4);
        if after_year != 4 || bytes.get(4) != Some(&b'-') {
            return Err(shape(after_year));
        }
        let (month, after_month) = number(bytes, 5, 2);
        if after_month == 5 || bytes.get(after_month) != Some(&b'-') {
            return Err(shape(after_month));
        }
        let (day, end) = number(bytes, after_month + 1, 2);
        if end == after_month + 1 {
            return Err(shape(end));
        }
        match bytes.get(end) {
            None => Self::new(year, u8::try_from(month).unwrap_or(0), u8::try_from(day).unwrap_or(0)),
            Some(b'T' | b't' | b' ') => Err(DateError::Time { at: end }),
            Some(_) => Err(shape(end)),
        }
    }

    /// A day that is written as it should be, read without a decision for each digit.
    fn of_form(text: &[u8; 10]) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else { return None };
        let digits = [y1, y2, y3, y4, m1, m2, d1, d2];
        if !scan::are_digits(&digits) {
            return None;
        }
        let [y1, y2, y3, y4, m1, m2, d1, d2] = digits.map(|digit| digit - b'0');
        let year = u16::from(y1 * 10 + y2) * 100 + u16::from(y3 * 10 + y4);
        Self::new(year, m1 * 10 + m2, d1 * 10 + d2).ok()
    }

    /// The day in Brasília (UTC-3) at a moment given in seconds since 1970-01-01T00:00:00Z; nothing outside the years
    /// 0001 to 9999.
    ///
    /// ```
    /// use klavi_pix::CalendarDate;
    ///
    /// // 2026-03-11T01:00:00Z is still the evening of the tenth there.
    /// assert_eq!(CalendarDate::from_unix_seconds(1_773_190_800), CalendarDate::new(2026, 3, 10).ok());
    /// ```
    #[must_use]
    pub const fn from_unix_seconds(seconds: i64) -> Option<Self> {
        match seconds.checked_sub(BRASILIA_OFFSET) {
            Some(local) => Self::from_days(local.div_euclid(SECONDS_OF_DAY)),
            None => None,
        }
    }

    /// The day so many days after 1970-01-01; nothing outside the years 0001 to 9999.
    #[must_use]
    pub const fn from_days(days: i64) -> Option<Self> {
        if days < Self::MIN.days() || days > Self::MAX.days() {
            return None;
        }
        let shifted = days + EPOCH;
        let era = shifted.div_euclid(DAYS_OF_ERA);
        let day_of_era = shifted.rem_euclid(DAYS_OF_ERA);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        // Months from March: 153 days make five of them.
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = era * 400 + year_of_era + (month <= 2) as i64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "all three are in range, see above"
        )]
        Some(Self { year: year as u16, month: month as u8, day: day as u8 })
    }

    /// Days since 1970-01-01, negative before it.
    ///
    /// ```
    /// use klavi_pix::CalendarDate;
    ///
    /// assert_eq!(CalendarDate::new(1970, 1, 2).map(CalendarDate::days), Ok(1));
    /// ```
    #[must_use]
    pub const fn days(self) -> i64 {
        let year = self.year as i64 - (self.month <= 2) as i64;
        let month_from_march = (self.month as i64 + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + self.day as i64 - 1;
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        era * DAYS_OF_ERA + 365 * year_of_era + year_of_era / 4 - year_of_era / 100 + day_of_year - EPOCH
    }

    /// The day so many days later (earlier when negative); nothing outside the years 0001 to 9999.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Option<Self> {
        match self.days().checked_add(days) {
            Some(days) => Self::from_days(days),
            None => None,
        }
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

/// Number of days of a month from 1 to 12.
const fn last_day(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// At most `most` digits from `at`: the number and the position after it.
fn number(bytes: &[u8], at: usize, most: usize) -> (u16, usize) {
    let digits = bytes.get(at..).unwrap_or_default().iter().take(most).take_while(|byte| byte.is_ascii_digit());
    digits.fold((0, at), |(value, next), digit| (value * 10 + u16::from(digit - b'0'), next + 1))
}

/// Whether a text begins as Brazilians and most others write a date: day, slash (dot, dash), month, the same, year.
fn is_day_first(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    for _ in 0..2 {
        let (_, next) = number(bytes, at, 2);
        if next == at || !matches!(bytes.get(next), Some(b'/' | b'.' | b'-')) {
            return false;
        }
        at = next + 1;
    }
    bytes.get(at..at + 4).is_some_and(|year| year.iter().all(u8::is_ascii_digit))
}

impl fmt::Display for CalendarDate {
    /// `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl core::str::FromStr for CalendarDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

/// What is wrong with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not year, month and day with dashes between.
    Shape {
        /// Byte offset of the first character that does not fit; the length of the text when it ends too soon.
        at: usize,
    },
    /// The day comes first, as in 23/01/2023.
    DayFirst,
    /// A time follows the date.
    Time {
        /// Byte offset of the character after the date.
        at: usize,
    },
    /// Month or day has one digit; only [`CalendarDate::parse`] minds.
    OneDigit {
        /// Byte offset of the digit.
        at: usize,
    },
    /// The year 0000, or one above 9999.
    Year,
    /// The month is not 1 to 12.
    Month,
    /// The day is not 1 to 31.
    Day,
    /// The month of that year is shorter.
    NotInMonth {
        /// The last day of the month.
        last: u8,
    },
}

impl DateError {
    /// Whether the text is not written as a date, as opposed to a date that is not in the calendar.
    #[must_use]
    pub const fn is_shape(self) -> bool {
        matches!(self, Self::Shape { .. } | Self::DayFirst | Self::Time { .. } | Self::OneDigit { .. })
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape { at } => write!(f, "a date is written YYYY-MM-DD; byte {at} does not fit"),
            Self::DayFirst => f.write_str("a date is written YYYY-MM-DD, not with the day first"),
            Self::Time { at } => write!(f, "a date has no time; one begins at byte {at}"),
            Self::OneDigit { at } => {
                write!(f, "month and day have two digits each; the one at byte {at} stands alone")
            }
            Self::Year => f.write_str("the year is not one from 0001 to 9999"),
            Self::Month => f.write_str("the month is not one from 01 to 12"),
            Self::Day => f.write_str("the day is not one from 01 to 31"),
            Self::NotInMonth { last } => write!(f, "that month has {last} days"),
        }
    }
}

impl core::error::Error for DateError {}
