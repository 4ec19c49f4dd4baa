//! Dates, times and durations of RFC 3339.

/// The number that two ASCII digits write.
fn two(digits: &[u8]) -> Option<i32> {
    match *digits {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some(i32::from(tens - b'0') * 10 + i32::from(ones - b'0')),
        _ => None,
    }
}

/// `full-date`: a day of the calendar.
pub(super) fn is_date(text: &str) -> bool {
    let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = text.as_bytes() else { return false };
    let (Some(century), Some(year), Some(month), Some(day)) =
        (two(&[y0, y1]), two(&[y2, y3]), two(&[m0, m1]), two(&[d0, d1]))
    else {
        return false;
    };
    let is_leap = if year == 0 { century % 4 == 0 } else { year % 4 == 0 };
    let last = match month {
        2 => 28 + i32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// `full-time`. A leap second is the last one of a day in UTC.
pub(super) fn is_time(text: &str) -> bool {
    let Some((&[h0, h1, b':', m0, m1, b':', s0, s1], rest)) = text.as_bytes().split_first_chunk() else { return false };
    let (Some(hour), Some(minute), Some(second)) = (two(&[h0, h1]), two(&[m0, m1]), two(&[s0, s1])) else {
        return false;
    };
    let Some(offset) = fraction(rest).and_then(offset) else { return false };
    let in_utc = (hour * 60 + minute - offset).rem_euclid(DAY);
    hour < 24 && minute < 60 && (second < 60 || second == 60 && in_utc == DAY - 1)
}

/// The minutes of a day.
const DAY: i32 = 24 * 60;

/// What stands behind the fraction of a second, if there is one.
fn fraction(text: &[u8]) -> Option<&[u8]> {
    let Some(digits) = text.strip_prefix(b".") else { return Some(text) };
    let end = digits.iter().position(|byte| !byte.is_ascii_digit())?;
    digits.get(end..).filter(|_| end > 0)
}

/// `time-offset`, in minutes.
fn offset(text: &[u8]) -> Option<i32> {
    let (sign, digits) = match *text {
        [b'Z' | b'z'] => return Some(0),
        [b'+', ref digits @ ..] => (1, digits),
        [b'-', ref digits @ ..] => (-1, digits),
        _ => return None,
    };
    let &[h0, h1, b':', m0, m1] = digits else { return None };
    let (hours, minutes) = (two(&[h0, h1])?, two(&[m0, m1])?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// `date-time`
pub(super) fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_at_checked(10) else { return false };
    is_date(date) && time.strip_prefix(['T', 't']).is_some_and(is_time)
}

/// `duration`
pub(super) fn is_duration(text: &str) -> bool {
    let Some(text) = text.strip_prefix('P') else { return false };
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    match time {
        None => are_units(date, "W") || are_units(date, "YMD"),
        Some(time) => (date.is_empty() || are_units(date, "YMD")) && are_units(time, "HMS"),
    }
}

/// Whether these are numbers with units, none left out between the first and the last.
fn are_units(text: &str, units: &str) -> bool {
    let mut parts = text.split_inclusive(|letter: char| !letter.is_ascii_digit());
    let mut following = None;
    !text.is_empty()
        && parts.all(|part| {
            let unit = part.strip_prefix(|letter: char| letter.is_ascii_digit());
            let unit = unit.map(|rest| rest.trim_start_matches(|letter: char| letter.is_ascii_digit()));
            let index = unit.filter(|unit| !unit.is_empty()).and_then(|unit| units.find(unit));
            let follows = index.is_some() && (following.is_none() || following == index);
            following = index.map(|index| index + 1);
            follows
        })
}
