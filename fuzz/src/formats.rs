//! The parsers of single values, against arithmetic, patterns and `jiff`.

use crate::tells_nothing;
use klavi_pix::{
    CalendarDate, Centavos, CnpjError, CpfError, DateTime, EmailError, EndToEndIdRef, PixKeyKind, PixKeyRef, TaxIdKind,
    cnpj, cpf, email, ispb, jwt, phone, tax_id, town_code, transaction_id, url,
};
use regex::{Regex, RegexSet};
use std::sync::LazyLock;

/// CPF and CNPJ, against the arithmetic of their check digits.
///
/// # Panics
///
/// Where they differ, or an error tells the number.
pub fn cpf_cnpj(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (person, company, either) = (cpf::check(text), cnpj::check(text), tax_id::check(text));
    let same = text.bytes().all(|byte| Some(byte) == text.bytes().next());
    let digits = |len: usize| text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
    assert_eq!(person.is_ok(), digits(11) && !same && holds(text, 11), "{person:?}");
    assert_eq!(person.is_ok() || matches!(person, Err(CpfError::Repeated | CpfError::CheckDigits)), digits(11));
    let form = CNPJ.is_match(text);
    assert_eq!(company.is_ok(), form && text != "00000000000000" && holds(text, 9), "{company:?}");
    assert_eq!(company.is_ok() || matches!(company, Err(CnpjError::AllZero | CnpjError::CheckDigits)), form);
    match either {
        Ok(TaxIdKind::Cpf) => assert!(person.is_ok()),
        Ok(TaxIdKind::Cnpj) => assert!(company.is_ok()),
        Err(error) => {
            assert!(person.is_err() && company.is_err());
            tells_nothing(&error, text);
        }
    }
    let _ = cnpj::is_alphanumeric(text);
    told(person, text);
    told(company, text);
}

static CNPJ: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[0-9A-Z]{12}[0-9]{2}$").expect("a pattern"));

/// The check digits as the tax office writes them down: weights from 2 up to `most` from the right, modulo 11.
fn holds(text: &str, most: u32) -> bool {
    let values: Vec<u32> = text.bytes().map(|byte| u32::from(byte - b'0')).collect();
    [values.len() - 2, values.len() - 1].into_iter().all(|end| {
        let weights = (2..=most).cycle();
        let sum: u32 = values[..end].iter().rev().zip(weights).map(|(value, weight)| value * weight).sum();
        let rest = sum % 11;
        values[end] == if rest < 2 { 0 } else { 11 - rest }
    })
}

/// Pix keys, against the five documented patterns.
///
/// # Panics
///
/// Where they differ, or an error tells the key.
pub fn pix_key(data: &[u8]) {
    const KINDS: [PixKeyKind; 5] =
        [PixKeyKind::Cpf, PixKeyKind::Cnpj, PixKeyKind::Phone, PixKeyKind::Email, PixKeyKind::Random];
    static FORMS: LazyLock<RegexSet> = LazyLock::new(|| {
        RegexSet::new([
            "^[0-9]{11}$",
            "^[0-9A-Z]{12}[0-9]{2}$",
            "^[+][0-9]{2,15}$",
            "^[!-?A-~]+@[0-9A-Za-z.-]+$",
            "^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$",
        ])
        .expect("patterns")
    });
    let Ok(text) = std::str::from_utf8(data) else { return };
    let forms: Vec<PixKeyKind> = FORMS.matches(text).into_iter().map(|index| KINDS[index]).collect();
    let key = match PixKeyRef::parse(text) {
        Ok(key) => key,
        Err(error) => {
            assert!(forms.is_empty(), "{error:?}");
            return tells_nothing(&error, text);
        }
    };
    assert_eq!((forms, key.as_str()), (vec![key.kind()], text));
    assert!(!format!("{key:?}").contains(text));
    told(key.canonical(), text);
    told(key.check_digits(), text);
    if key.looks_like_phone() {
        assert!(key.kind() == PixKeyKind::Cpf && key.check_digits().is_err());
    }
}

/// Dates, moments and amounts, against patterns and the calendar of `jiff`.
///
/// # Panics
///
/// Where they differ, or an error tells the value.
pub fn date_amount(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    dates(text);
    moments(text);
    amounts(text);
}

fn dates(text: &str) {
    static LOOSE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$").expect("a pattern"));
    let expected = LOOSE.captures(text).and_then(|parts| real_date(&parts[1], &parts[2], &parts[3]));
    let loose = CalendarDate::parse_loose(text);
    assert_eq!(loose.ok().map(|date| date.to_string()), expected.map(|date| date.to_string()));
    assert_eq!(CalendarDate::parse(text).is_ok(), expected.is_some() && text.len() == 10);
    if let (Ok(date), Some(expected)) = (loose, expected) {
        let days = expected.since(jiff::civil::date(1970, 1, 1)).expect("days").get_days();
        assert_eq!(date.days(), i64::from(days));
        assert_eq!(CalendarDate::from_days(date.days()), Some(date));
    }
    told(loose, text);
    told(CalendarDate::parse(text), text);
}

/// The date, if the calendar has it; there is no year 0000.
fn real_date(year: &str, month: &str, day: &str) -> Option<jiff::civil::Date> {
    let date = jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    date.ok().filter(|date| date.year() > 0)
}

fn moments(text: &str) {
    static RFC_3339: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            "^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]|60)([.][0-9]+)?\
             ([Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))$",
        )
        .expect("a pattern")
    });
    static REQUEST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$").expect("a pattern")
    });
    let moment = DateTime::parse(text);
    let expected = RFC_3339.captures(text).and_then(|parts| {
        let date = real_date(&parts[1], &parts[2], &parts[3])?;
        let number = |index: usize| parts.get(index).map_or(0, |part| part.as_str().parse::<i64>().expect("digits"));
        let sign = if parts.get(9).is_some_and(|sign| sign.as_str() == "-") { -1 } else { 1 };
        let days = date.since(jiff::civil::date(1970, 1, 1)).expect("days").get_days();
        let minutes = i64::from(days) * 1440 + number(4) * 60 + number(5) - sign * (number(10) * 60 + number(11));
        // A leap second ends a day of UTC.
        (number(6) < 60 || minutes.rem_euclid(1440) == 1439).then_some(minutes * 60 + number(6))
    });
    assert_eq!(moment.ok().map(DateTime::unix_seconds), expected);
    let request = DateTime::parse_request(text);
    let day = text.split('T').next().unwrap_or_default();
    assert_eq!(request.is_ok(), REQUEST.is_match(text) && CalendarDate::parse_loose(day).is_ok());
    if let (Ok(moment), Ok(request)) = (moment, request) {
        assert_eq!(moment, request);
    }
    let _ = moment.map(|moment| (moment.brasilia_date(), moment.date(), moment.time(), moment.offset_minutes()));
    told(moment, text);
    told(request, text);
}

fn amounts(text: &str) {
    static TEXT: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[0-9]{1,16}[.][0-9]{2}$").expect("a pattern"));
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[0-9]{1,16}([.][0-9]{1,2})?$").expect("a pattern"));
    let (amount, number) = (Centavos::parse(text), Centavos::parse_number(text));
    assert_eq!((amount.is_ok(), number.is_ok()), (TEXT.is_match(text), NUMBER.is_match(text)));
    for amount in [amount, number].into_iter().flatten() {
        let (integer, fraction) = text.split_once('.').unwrap_or((text, ""));
        assert_eq!(format!("{integer}{fraction:0<2}").parse(), Ok(amount.minor_units()));
        assert_eq!(Centavos::parse(&amount.to_string()), Ok(amount));
    }
    // What is read in plain notation has the same value in any.
    assert!(number.is_err() || number == Centavos::of_number(text));
    told(amount, text);
    told(number, text);
    told(Centavos::of_number(text), text);
}

/// All the other identifiers.
///
/// # Panics
///
/// Where a parser does, or what it says does not hold together, or an error tells the value.
pub fn identifiers(data: &[u8]) {
    static ISPB: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[0-9A-Z]{8}$").expect("a pattern"));
    let Ok(text) = std::str::from_utf8(data) else { return };
    if ispb::check(text).is_ok() {
        assert!(ISPB.is_match(text));
    }
    if town_code::check(text).is_ok() {
        assert!(text.len() == town_code::LENGTH && town_code::state(text).is_some());
    }
    if let Ok(id) = EndToEndIdRef::parse(text) {
        assert_eq!((id.as_str(), text.len()), (text, klavi_pix::end_to_end_id::LENGTH));
        assert!(text.contains(id.ispb()) && text.ends_with(id.sequence()));
        let _ = (id.date(), id.time(), id.unix_seconds(), id.brasilia_date());
    }
    if email::check_key(text).is_ok() {
        // DICT's pattern takes a host without a dot.
        let error = email::check(text).err();
        assert!(matches!(error, None | Some(EmailError::OneLabel { .. })));
        assert!(PixKeyRef::parse(text).is_ok_and(|key| key.canonical().is_ok()));
    }
    if email::check(text).is_ok() {
        assert!(email::check_form(text).is_ok());
    }
    if phone::check_key(text).is_ok() {
        assert!(PixKeyRef::parse(text).is_ok_and(|key| key.kind() == PixKeyKind::Phone));
    }
    let _ = phone::is_brazilian(text);
    told(ispb::check(text), text);
    told(town_code::check(text), text);
    told(EndToEndIdRef::parse(text), text);
    told(email::check_form(text), text);
    told(email::check(text), text);
    told(email::check_key(text), text);
    told(url::check(text), text);
    told(phone::check(text), text);
    told(phone::check_key(text), text);
    told(transaction_id::check(text), text);
    told(jwt::check(text), text);
}

fn told<T, E: std::fmt::Display + std::fmt::Debug>(result: Result<T, E>, text: &str) {
    if let Err(error) = result {
        tells_nothing(&error, text);
    }
}
