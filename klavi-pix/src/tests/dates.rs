//! Dates and moments, against the `jiff` crate.

use super::super::{CalendarDate, DateError, DateTime, DateTimeError};

#[test]
fn every_day_of_many_years() {
    for year in (1..=5).chain(1580..=1604).chain(1895..=2110).chain(9995..=9999) {
        for month in 0..=13 {
            for day in 0..=32 {
                let expected = jiff::civil::Date::new(year, month, day).ok();
                let date = CalendarDate::new(year.unsigned_abs(), month.unsigned_abs(), day.unsigned_abs());
                assert_eq!(date.is_ok(), expected.is_some(), "{year}-{month}-{day}");
                let (Ok(date), Some(expected)) = (date, expected) else { continue };
                let since = expected.since(jiff::civil::date(1970, 1, 1)).unwrap().get_days();
                assert_eq!(date.days(), i64::from(since));
                assert_eq!(CalendarDate::from_days(date.days()), Some(date));
                let text = expected.to_string();
                assert_eq!(date.to_string(), text);
                assert_eq!(CalendarDate::parse(&text), Ok(date));
            }
        }
    }
}

#[test]
fn days_are_counted_without_gap() {
    let mut date = CalendarDate::MIN;
    for days in CalendarDate::MIN.days()..CalendarDate::MAX.days() {
        assert_eq!(date.days(), days);
        let next = date.plus_days(1).unwrap();
        assert!(next > date);
        date = next;
    }
    assert_eq!(date, CalendarDate::MAX);
    assert_eq!(CalendarDate::MAX.plus_days(1), None);
    assert_eq!(CalendarDate::MIN.plus_days(-1), None);
    assert_eq!(CalendarDate::MIN.plus_days(i64::MIN), None);
}

/// The first and last days of everything that days are counted by.
#[test]
fn bounds() {
    let date = |year, month, day| CalendarDate::new(year, month, day).unwrap();
    assert_eq!(CalendarDate::new(0, 12, 31), Err(DateError::Year));
    assert_eq!(CalendarDate::new(10_000, 1, 1), Err(DateError::Year));
    assert_eq!((date(1, 1, 1), date(9999, 12, 31)), (CalendarDate::MIN, CalendarDate::MAX));
    assert_eq!(CalendarDate::from_days(CalendarDate::MIN.days()), Some(CalendarDate::MIN));
    assert_eq!(CalendarDate::from_days(CalendarDate::MIN.days() - 1), None);
    assert_eq!(CalendarDate::from_days(CalendarDate::MAX.days()), Some(CalendarDate::MAX));
    assert_eq!(CalendarDate::from_days(CalendarDate::MAX.days() + 1), None);
    for (date, days, next) in [
        (date(1999, 12, 31), 10_956, date(2000, 1, 1)),
        (date(2000, 2, 28), 11_015, date(2000, 2, 29)),
        (date(2000, 2, 29), 11_016, date(2000, 3, 1)),
        (date(2100, 2, 28), 47_540, date(2100, 3, 1)),
        (date(2099, 12, 31), 47_481, date(2100, 1, 1)),
        (date(1900, 2, 28), -25_509, date(1900, 3, 1)),
    ] {
        assert_eq!((date.days(), CalendarDate::from_days(days)), (days, Some(date)));
        assert_eq!((date.plus_days(1), next.plus_days(-1)), (Some(next), Some(date)));
    }
    let leap = date(2024, 2, 29);
    assert_eq!((leap.year(), leap.month(), leap.day()), (2024, 2, 29));
}

/// What is no date by its form, and what only the calendar lacks.
#[test]
fn forms() {
    for (text, is_shape) in [
        ("2021", true),
        ("23/01/2023", true),
        ("2023-01-23T00:00:00Z", true),
        ("2023-1-05", true),
        ("0000-01-01", false),
        ("2021-13-01", false),
        ("2021-01-32", false),
        ("2021-02-30", false),
    ] {
        assert_eq!(CalendarDate::parse(text).map_err(DateError::is_shape), Err(is_shape), "{text}");
    }
}

#[test]
fn shapes() {
    for (text, strict, loose) in [
        ("2021-02-30", DateError::NotInMonth { last: 28 }, DateError::NotInMonth { last: 28 }),
        ("2021-04-31", DateError::NotInMonth { last: 30 }, DateError::NotInMonth { last: 30 }),
        ("1900-02-29", DateError::NotInMonth { last: 28 }, DateError::NotInMonth { last: 28 }),
        ("2021-13-01", DateError::Month, DateError::Month),
        ("2021-00-01", DateError::Month, DateError::Month),
        ("2021-01-00", DateError::Day, DateError::Day),
        ("2021-01-32", DateError::Day, DateError::Day),
        ("0000-01-01", DateError::Year, DateError::Year),
        ("", DateError::Shape { at: 0 }, DateError::Shape { at: 0 }),
        ("2021", DateError::Shape { at: 4 }, DateError::Shape { at: 4 }),
        ("2021-01", DateError::Shape { at: 7 }, DateError::Shape { at: 7 }),
        ("2021-01-", DateError::Shape { at: 8 }, DateError::Shape { at: 8 }),
        ("2021/01/02", DateError::Shape { at: 4 }, DateError::Shape { at: 4 }),
        ("2021-01-011", DateError::Shape { at: 10 }, DateError::Shape { at: 10 }),
        ("2021-01-01\n", DateError::Shape { at: 10 }, DateError::Shape { at: 10 }),
        ("/1/2023", DateError::Shape { at: 0 }, DateError::Shape { at: 0 }),
        ("1//2023", DateError::Shape { at: 1 }, DateError::Shape { at: 1 }),
        ("1x2/2023", DateError::Shape { at: 1 }, DateError::Shape { at: 1 }),
        ("23/01/2023", DateError::DayFirst, DateError::DayFirst),
        ("1/2/2023", DateError::DayFirst, DateError::DayFirst),
        ("23-01-2023", DateError::DayFirst, DateError::DayFirst),
        ("2023-01-23T00:00:00Z", DateError::Time { at: 10 }, DateError::Time { at: 10 }),
        ("٢٠٢١-01-01", DateError::Shape { at: 0 }, DateError::Shape { at: 0 }),
    ] {
        assert_eq!(CalendarDate::parse(text), Err(strict), "{text}");
        assert_eq!(CalendarDate::parse_loose(text), Err(loose), "{text}");
    }
    for (text, at) in [("2023-1-5", 5), ("2023-1-05", 5), ("2023-01-5", 8)] {
        assert_eq!(CalendarDate::parse(text), Err(DateError::OneDigit { at }), "{text}");
        assert_eq!(CalendarDate::parse_loose(text), CalendarDate::new(2023, 1, 5), "{text}");
    }
}

/// The day in Brasília changes at 03:00 UTC.
#[test]
fn brasilia_days() {
    for (seconds, expected) in [
        (0, CalendarDate::new(1969, 12, 31)),
        (10_799, CalendarDate::new(1969, 12, 31)),
        (10_800, CalendarDate::new(1970, 1, 1)),
        (1_773_190_800, CalendarDate::new(2026, 3, 10)),
        (1_773_198_000, CalendarDate::new(2026, 3, 11)),
    ] {
        assert_eq!(CalendarDate::from_unix_seconds(seconds), expected.ok(), "{seconds}");
    }
    assert_eq!(CalendarDate::from_unix_seconds(i64::MIN), None);
    assert_eq!(CalendarDate::from_unix_seconds(i64::MAX), None);
}

#[test]
fn moments() {
    for text in [
        "2021-05-21T08:30:00Z",
        "2023-01-23T14:17:06.45Z",
        "2021-01-27T21:08:00-03:00",
        "1969-12-31T23:59:59.999Z",
        "2024-02-29T00:00:00+14:00",
        "2024-02-29t00:00:00z",
        "1999-12-31T23:59:59-12:30",
    ] {
        let expected = text.parse::<jiff::Timestamp>().unwrap();
        let whole_seconds = expected.as_second() - i64::from(expected.subsec_nanosecond() < 0);
        assert_eq!(DateTime::parse(text).map(DateTime::unix_seconds), Ok(whole_seconds), "{text}");
    }
    let leap = DateTime::parse("2016-12-31T20:59:60-03:00").unwrap();
    assert_eq!(leap.time(), (20, 59, 60));
    assert_eq!(leap.unix_seconds(), 1_483_228_800);
    assert_eq!(leap.offset_minutes(), -180);
    // The last second of the day in Brasília, and the first.
    let day = |text| DateTime::parse(text).unwrap().brasilia_date();
    assert_eq!(day("2024-03-01T02:59:59Z"), CalendarDate::new(2024, 2, 29).ok());
    assert_eq!(day("2024-03-01T00:00:00-03:00"), CalendarDate::new(2024, 3, 1).ok());

    for (text, error) in [
        ("", DateTimeError::Date(DateError::Shape { at: 0 })),
        ("2021-05-21", DateTimeError::NoTime { at: 10 }),
        ("2021-02-30T00:00:00Z", DateTimeError::Date(DateError::NotInMonth { last: 28 })),
        ("2021-5-21T00:00:00Z", DateTimeError::Date(DateError::OneDigit { at: 5 })),
        ("2021-05-21 08:30:00Z", DateTimeError::Separator { at: 10 }),
        ("2021-05-21T0830Z", DateTimeError::Separator { at: 13 }),
        ("2021-05-21T24:00:00Z", DateTimeError::Hour { at: 11 }),
        ("2021-05-21T08:60:00Z", DateTimeError::Minute { at: 14 }),
        ("2021-05-21T08:30:61Z", DateTimeError::Second { at: 17 }),
        ("2021-05-21T08:30:60Z", DateTimeError::Second { at: 17 }),
        ("2021-05-21T08:30Z", DateTimeError::Separator { at: 16 }),
        ("2021-05-21T08:30:00.Z", DateTimeError::EmptyFraction { at: 19 }),
        ("2021-05-21T08:30:00", DateTimeError::NoOffset { at: 19 }),
        ("2021-05-21T08:30:00-0300", DateTimeError::Offset { at: 19 }),
        ("2021-05-21T08:30:00+24:00", DateTimeError::Offset { at: 19 }),
        ("2021-05-21T08:30:00-03x00", DateTimeError::Offset { at: 19 }),
        ("2021-05-21T08:30:00Z ", DateTimeError::Trailing { at: 20 }),
        ("2021-05-21T08:30:00-03:00 ", DateTimeError::Trailing { at: 25 }),
    ] {
        assert_eq!(DateTime::parse(text), Err(error), "{text}");
    }
}

#[test]
fn request_moments() {
    assert_eq!(
        DateTime::parse_request("2021-5-1T08:30:00Z").map(DateTime::date).ok(),
        CalendarDate::new(2021, 5, 1).ok()
    );
    for (text, error) in [
        ("2027-05-21T23:59:59.000Z", DateTimeError::Fraction { at: 19 }),
        ("2027-05-21T23:59:59-03:00", DateTimeError::NotUtc { at: 19 }),
        ("2027-05-21T23:59:59z", DateTimeError::NotUtc { at: 19 }),
        ("2027-05-21t23:59:59Z", DateTimeError::Separator { at: 10 }),
        ("2027-05-21T23:59:60Z", DateTimeError::Second { at: 17 }),
    ] {
        assert_eq!(DateTime::parse_request(text), Err(error), "{text}");
    }
}
