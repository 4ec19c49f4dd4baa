//! Moments: date and time with an offset from UTC (RFC 3339), and the narrower form of the payment requests.

use core::fmt;

use super::{CalendarDate, DateError, scan};

/// A date and time with its offset from UTC. Fractions of a second are checked, not kept.
///
/// Two values are equal when they are written alike; compare [`DateTime::unix_seconds`] to compare moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateTime {
    date: CalendarDate,
    hour: u8,
    minute: u8,
    second: u8,
    offset_minutes: i16,
}

/// Which of the two forms is read.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Rfc3339,
    Request,
}

impl DateTime {
    /// Reads an RFC 3339 date-time: any fraction of a second, `Z` or an offset, letters in either case.
    ///
    /// A leap second (`:60`) is taken where there can be one, at 23:59 UTC, and counts as the second after.
    ///
    /// # Errors
    ///
    /// The first thing wrong.
    ///
    /// ```
    /// use klavi_pix::{CalendarDate, DateTime};
    ///
    /// let moment = DateTime::parse("2021-01-27T21:08:00.5-03:00").unwrap();
    /// assert_eq!(moment.unix_seconds(), 1_611_792_480);
    /// assert_eq!(moment.brasilia_date(), CalendarDate::new(2021, 1, 27).ok());
    /// ```
    pub fn parse(text: &str) -> Result<Self, DateTimeError> {
        read(text, Form::Rfc3339)
    }

    /// Reads the form of the payment requests: whole seconds and a capital `Z`, no leap second; month and day may have
    /// one digit, as the documented pattern lets them.
    ///
    /// # Errors
    ///
    /// The first thing wrong.
    ///
    /// ```
    /// use klavi_pix::{DateTime, DateTimeError};
    ///
    /// assert!(DateTime::parse_request("2027-05-21T23:59:59Z").is_ok());
    /// assert_eq!(DateTime::parse_request("2027-05-21T23:59:59.000Z"), Err(DateTimeError::Fraction { at: 19 }));
    /// assert_eq!(DateTime::parse_request("2027-05-21T20:59:59-03:00"), Err(DateTimeError::NotUtc { at: 19 }));
    /// ```
    pub fn parse_request(text: &str) -> Result<Self, DateTimeError> {
        read(text, Form::Request)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        let minutes = (self.date.days() * 24 + self.hour as i64) * 60 + self.minute as i64;
        (minutes - self.offset_minutes as i64) * 60 + self.second as i64
    }

    /// The day in Brasília (UTC-3) at that moment; nothing outside the years 0001 to 9999.
    #[must_use]
    pub const fn brasilia_date(self) -> Option<CalendarDate> {
        CalendarDate::from_unix_seconds(self.unix_seconds())
    }

    /// The date as written.
    #[must_use]
    pub const fn date(self) -> CalendarDate {
        self.date
    }

    /// Hour, minute and second as written; the second may be 60.
    #[must_use]
    pub const fn time(self) -> (u8, u8, u8) {
        (self.hour, self.minute, self.second)
    }

    /// Minutes that the written time is ahead of UTC, negative when it is behind.
    #[must_use]
    pub const fn offset_minutes(self) -> i16 {
        self.offset_minutes
    }
}

fn read(text: &str, form: Form) -> Result<DateTime, DateTimeError> {
    let read_date = if form == Form::Request { CalendarDate::parse_loose } else { CalendarDate::parse };
    let Some(separator) = text.find(['T', 't', ' ']) else {
        return Err(read_date(text).map_or_else(DateTimeError::Date, |_| DateTimeError::NoTime { at: text.len() }));
    };
    let date = read_date(text.get(..separator).unwrap_or_default()).map_err(DateTimeError::Date)?;
    let bytes = text.as_bytes();
    let capital = bytes.get(separator) == Some(&b'T');
    if !capital && (form == Form::Request || bytes.get(separator) == Some(&b' ')) {
        return Err(DateTimeError::Separator { at: separator });
    }

    let start = separator + 1;
    let hour = pair(bytes, start, 23, DateTimeError::Hour { at: start })?;
    colon(bytes, start + 2)?;
    let minute = pair(bytes, start + 3, 59, DateTimeError::Minute { at: start + 3 })?;
    colon(bytes, start + 5)?;
    let bad_second = DateTimeError::Second { at: start + 6 };
    let second = pair(bytes, start + 6, if form == Form::Request { 59 } else { 60 }, bad_second)?;

    let mut at = start + 8;
    if bytes.get(at) == Some(&b'.') {
        let digits = bytes.iter().skip(at + 1).take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return Err(DateTimeError::EmptyFraction { at });
        }
        if form == Form::Request {
            return Err(DateTimeError::Fraction { at });
        }
        at += 1 + digits;
    }
    let (offset_minutes, end) = offset(bytes, at, form)?;
    if end < bytes.len() {
        return Err(DateTimeError::Trailing { at: end });
    }
    let utc_minute = i16::from(hour) * 60 + i16::from(minute) - offset_minutes;
    if second == 60 && utc_minute.rem_euclid(24 * 60) != 23 * 60 + 59 {
        return Err(bad_second);
    }
    Ok(DateTime { date, hour, minute, second, offset_minutes })
}

/// The offset in minutes and the position after it.
fn offset(bytes: &[u8], at: usize, form: Form) -> Result<(i16, usize), DateTimeError> {
    let sign = match (bytes.get(at), form) {
        (Some(b'Z'), _) | (Some(b'z'), Form::Rfc3339) => return Ok((0, at + 1)),
        (Some(b'z' | b'+' | b'-'), Form::Request) => return Err(DateTimeError::NotUtc { at }),
        (Some(b'+'), _) => 1,
        (Some(b'-'), _) => -1,
        _ => return Err(DateTimeError::NoOffset { at }),
    };
    let bad = DateTimeError::Offset { at };
    let hours = pair(bytes, at + 1, 23, bad)?;
    if bytes.get(at + 3) != Some(&b':') {
        return Err(bad);
    }
    let minutes = pair(bytes, at + 4, 59, bad)?;
    Ok((sign * (i16::from(hours) * 60 + i16::from(minutes)), at + 6))
}

/// Two digits that make a number up to `most`.
fn pair(bytes: &[u8], at: usize, most: u8, error: DateTimeError) -> Result<u8, DateTimeError> {
    scan::two_digits_at(bytes, at).filter(|value| *value <= most).ok_or(error)
}

fn colon(bytes: &[u8], at: usize) -> Result<(), DateTimeError> {
    if bytes.get(at) == Some(&b':') { Ok(()) } else { Err(DateTimeError::Separator { at }) }
}

/// What is wrong with a date-time. Positions are those of the part that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateTimeError {
    /// The date in front is wrong.
    Date(DateError),
    /// A date alone.
    NoTime {
        /// Byte offset where the time would begin.
        at: usize,
    },
    /// Another character in the place of the `T` or of a colon.
    Separator {
        /// Byte offset of the character.
        at: usize,
    },
    /// The hour is not 00 to 23.
    Hour {
        /// Byte offset of the hour.
        at: usize,
    },
    /// The minute is not 00 to 59.
    Minute {
        /// Byte offset of the minute.
        at: usize,
    },
    /// The second is not 00 to 59, or is a leap second where there is none.
    Second {
        /// Byte offset of the second.
        at: usize,
    },
    /// A dot without digits after it.
    EmptyFraction {
        /// Byte offset of the dot.
        at: usize,
    },
    /// A fraction in a request.
    Fraction {
        /// Byte offset of its dot.
        at: usize,
    },
    /// Neither `Z` nor an offset.
    NoOffset {
        /// Byte offset where it would be.
        at: usize,
    },
    /// An offset or a small `z` in a request, which must have `Z`.
    NotUtc {
        /// Byte offset of it.
        at: usize,
    },
    /// An offset that is not sign, hours, colon, minutes.
    Offset {
        /// Byte offset of its sign.
        at: usize,
    },
    /// Something after the end.
    Trailing {
        /// Byte offset of it.
        at: usize,
    },
}

impl fmt::Display for DateTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(error) => error.fmt(f),
            Self::NoTime { at } => write!(f, "the time is missing after byte {at}"),
            Self::Separator { at } => {
                write!(f, "date and time are written YYYY-MM-DDThh:mm:ss; byte {at} does not fit")
            }
            Self::Hour { at } => write!(f, "the hour at byte {at} is not one from 00 to 23"),
            Self::Minute { at } => write!(f, "the minute at byte {at} is not one from 00 to 59"),
            Self::Second { at } => write!(f, "the second at byte {at} is not one from 00 to 59"),
            Self::EmptyFraction { at } => write!(f, "no digit after the dot at byte {at}"),
            Self::Fraction { at } => write!(f, "the fraction of a second at byte {at} is not allowed here"),
            Self::NoOffset { at } => write!(f, "a Z or an offset from UTC is missing at byte {at}"),
            Self::NotUtc { at } => write!(f, "the time is given in UTC, with a capital Z at byte {at}"),
            Self::Offset { at } => write!(f, "the offset from UTC at byte {at} is not sign, hours, colon, minutes"),
            Self::Trailing { at } => write!(f, "the date-time ends at byte {at}, the text does not"),
        }
    }
}

impl core::error::Error for DateTimeError {}
