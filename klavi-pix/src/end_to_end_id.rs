//! End-to-end identification of a Pix payment: 32 characters.
//!
//! `E`, the ISPB of the payer's institution (8), the minute in UTC as `yyyyMMddHHmm` (12), a sequence of letters and
//! digits (11). Case counts. Refunds have ids of the same length that begin with `D`. The ISPB may have upper-case
//! letters, as the newest version of the regulator's API lets it (payments 5.0.0; digits only up to 4.1.0).

use core::fmt;

use super::{CalendarDate, DateError, scan};

/// Characters of an end-to-end id.
pub const LENGTH: usize = 32;

/// An end-to-end id, split into its parts. `Debug` does not show it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct EndToEndIdRef<'a> {
    text: &'a str,
    ispb: &'a str,
    sequence: &'a str,
    date: CalendarDate,
    hour: u8,
    minute: u8,
}

impl<'a> EndToEndIdRef<'a> {
    /// Reads an end-to-end id; its minute must be a real one.
    ///
    /// # Errors
    ///
    /// The first thing wrong, from left to right after the length.
    ///
    /// ```
    /// use klavi_pix::{CalendarDate, EndToEndIdRef};
    ///
    /// let id = EndToEndIdRef::parse("E9040088820210128000800123873170").unwrap();
    /// assert_eq!(id.ispb(), "90400888");
    /// assert_eq!(Ok(id.date()), CalendarDate::new(2021, 1, 28));
    /// assert_eq!(id.time(), (0, 8));
    /// assert_eq!(id.brasilia_date(), CalendarDate::new(2021, 1, 27).ok());
    /// assert_eq!(id.sequence(), "00123873170");
    /// ```
    pub fn parse(text: &'a str) -> Result<Self, EndToEndIdError> {
        match text.bytes().next() {
            _ if text.chars().count() != LENGTH => {
                return Err(EndToEndIdError::Length { found: text.chars().count() });
            }
            Some(b'E') => {}
            Some(b'D') => return Err(EndToEndIdError::Refund),
            _ => return Err(EndToEndIdError::Prefix),
        }
        if let Some(at) = scan::first_not(text, &scan::LETTERS_AND_DIGITS) {
            return Err(EndToEndIdError::NotAllowed { at });
        }
        let part = |from, to| text.get(from..to).unwrap_or_default();
        let (ispb, moment, sequence) = (part(1, 9), part(9, 21), part(21, LENGTH));
        if let Some(at) = ispb.bytes().position(|byte| byte.is_ascii_lowercase()) {
            return Err(EndToEndIdError::Ispb { at: 1 + at });
        }
        if let Some(at) = scan::first_not(moment, &scan::DIGITS) {
            return Err(EndToEndIdError::NotADigit { at: 9 + at });
        }
        let pair = |at| scan::two_digits_at(text.as_bytes(), at).unwrap_or_default();
        let year = u16::from(pair(9)) * 100 + u16::from(pair(11));
        let date = CalendarDate::new(year, pair(13), pair(15)).map_err(EndToEndIdError::Date)?;
        let (hour, minute) = (pair(17), pair(19));
        if hour > 23 {
            return Err(EndToEndIdError::Hour);
        }
        if minute > 59 {
            return Err(EndToEndIdError::Minute);
        }
        Ok(Self { text, ispb, sequence, date, hour, minute })
    }

    /// The whole id.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.text
    }

    /// The ISPB of the institution that made the id, 8 characters.
    #[must_use]
    pub const fn ispb(self) -> &'a str {
        self.ispb
    }

    /// The day in UTC.
    #[must_use]
    pub const fn date(self) -> CalendarDate {
        self.date
    }

    /// Hour and minute in UTC.
    #[must_use]
    pub const fn time(self) -> (u8, u8) {
        (self.hour, self.minute)
    }

    /// The minute, in seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        ((self.date.days() * 24 + self.hour as i64) * 60 + self.minute as i64) * 60
    }

    /// The day in Brasília (UTC-3), which before 03:00 UTC is the day before.
    #[must_use]
    pub const fn brasilia_date(self) -> Option<CalendarDate> {
        CalendarDate::from_unix_seconds(self.unix_seconds())
    }

    /// The last 11 characters.
    #[must_use]
    pub const fn sequence(self) -> &'a str {
        self.sequence
    }
}

impl fmt::Debug for EndToEndIdRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EndToEndId(..)")
    }
}

/// What is wrong with an end-to-end id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndToEndIdError {
    /// Not 32 characters.
    Length {
        /// How many characters there are.
        found: usize,
    },
    /// Begins with `D`: the id of a refund.
    Refund,
    /// Does not begin with a capital `E`.
    Prefix,
    /// A character that is neither an ASCII letter nor a digit.
    NotAllowed {
        /// Byte offset of the character.
        at: usize,
    },
    /// A lower-case letter in the ISPB.
    Ispb {
        /// Byte offset of the letter.
        at: usize,
    },
    /// A letter in the minute (bytes 9 to 20).
    NotADigit {
        /// Byte offset of the letter.
        at: usize,
    },
    /// The date (bytes 9 to 16) does not exist.
    Date(DateError),
    /// The hour (bytes 17 and 18) is above 23.
    Hour,
    /// The minute (bytes 19 and 20) is above 59.
    Minute,
}

impl fmt::Display for EndToEndIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { found } => write!(f, "an end-to-end id has 32 characters, not {found}"),
            Self::Refund => f.write_str("an id that begins with D is that of a refund"),
            Self::Prefix => f.write_str("an end-to-end id begins with a capital E"),
            Self::NotAllowed { at } => {
                write!(f, "an end-to-end id has letters and digits only; byte {at} is something else")
            }
            Self::Ispb { at } => write!(f, "the ISPB in the end-to-end id has a lower-case letter at byte {at}"),
            Self::NotADigit { at } => write!(f, "the minute in the end-to-end id has a letter at byte {at}"),
            Self::Date(error) => write!(f, "the date at byte 9 of the end-to-end id does not exist: {error}"),
            Self::Hour => f.write_str("the hour at byte 17 of the end-to-end id is not one from 00 to 23"),
            Self::Minute => f.write_str("the minute at byte 19 of the end-to-end id is not one from 00 to 59"),
        }
    }
}

impl core::error::Error for EndToEndIdError {}
