//! Sizes as people write them.

use std::error::Error;
use std::fmt;

/// A text that is no size.
#[derive(Debug)]
pub struct NoSize;

impl fmt::Display for NoSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no size")
    }
}

impl Error for NoSize {}

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
pub fn size(text: &str) -> Result<usize, NoSize> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    let unit = unit.trim_start();
    let (_, factor) = UNITS.iter().find(|(name, _)| unit.eq_ignore_ascii_case(name)).ok_or(NoSize)?;
    if digits.is_empty() {
        return Err(NoSize);
    }
    Ok(digits.parse::<usize>().unwrap_or(usize::MAX).saturating_mul(*factor))
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
