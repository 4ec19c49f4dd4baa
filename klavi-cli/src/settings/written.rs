//! Sizes, days and places as people write them.

use crate::text::sentences::argument;
use klavi_pix::CalendarDate;
use klavi_validate::say;
use klavi_validate::sentence::Sentence;
use klavi_validate::types::Date;
use std::error::Error;
use std::fmt;

/// What a text is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Malformed {
    Size,
    Day,
    Pointer,
}

impl Malformed {
    /// How to write it.
    pub fn hint(self) -> Sentence<'static> {
        match self {
            Self::Size => say!(argument::SIZE),
            Self::Day => say!(argument::DAY),
            Self::Pointer => say!(argument::POINTER),
        }
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("malformed")
    }
}

impl Error for Malformed {}

const UNITS: [(&str, usize); 11] = [
    ("", 1),
    ("b", 1),
    ("k", 1 << 10),
    ("m", 1 << 20),
    ("g", 1 << 30),
    ("kib", 1 << 10),
    ("mib", 1 << 20),
    ("gib", 1 << 30),
    ("kb", 1_000),
    ("mb", 1_000_000),
    ("gb", 1_000_000_000),
];

/// The number of bytes. What is too large to count is as much as can be counted.
pub fn size(text: &str) -> Result<usize, Malformed> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    let unit = unit.trim_start();
    let (_, factor) = UNITS.iter().find(|(name, _)| unit.eq_ignore_ascii_case(name)).ok_or(Malformed::Size)?;
    if digits.is_empty() {
        return Err(Malformed::Size);
    }
    Ok(digits.parse::<usize>().unwrap_or(usize::MAX).saturating_mul(*factor))
}

/// A day of the calendar.
pub fn day(text: &str) -> Result<Date, Malformed> {
    text.parse::<CalendarDate>().map(Date::from).map_err(|_| Malformed::Day)
}

/// A JSON Pointer; the empty one is the whole document.
pub fn pointer(text: &str) -> Result<String, Malformed> {
    if text.is_empty() || text.starts_with('/') { Ok(text.to_owned()) } else { Err(Malformed::Pointer) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units() {
        for (text, bytes) in [
            ("0", 0),
            ("16777216", 1 << 24),
            ("7B", 7),
            ("16MiB", 1 << 24),
            ("16 mib", 1 << 24),
            ("16M", 1 << 24),
            ("10MB", 10_000_000),
            ("2kB", 2_000),
            ("1KiB", 1_024),
            ("1G", 1 << 30),
            ("3gb", 3_000_000_000),
            ("18446744073709551615", usize::MAX),
            ("99999999999999999999999", usize::MAX),
            ("18446744073709551615KiB", usize::MAX),
        ] {
            assert_eq!(size(text).unwrap(), bytes, "{text}");
        }
        for text in ["", "MiB", "-1", "1.5MB", "1e6", "10MBit", "1 2", "0x10", "1TiB"] {
            assert!(size(text).is_err(), "{text}");
        }
    }
}
