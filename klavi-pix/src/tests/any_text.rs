//! No text makes a parser panic, and what the parsers say holds together.

use proptest::prelude::*;

use super::super::{
    BrCodeRef, CalendarDate, Centavos, DateTime, EndToEndIdRef, PixKeyKind, PixKeyRef, br_code, cnpj, cpf, email, ispb,
    jwt, phone, tax_id, town_code, transaction_id, url,
};

/// Texts made of the characters that the formats care about, and of any others.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9.,/ +@TZ:eE-]{0,40}",
        "[0-9A-Fa-f-]{30,37}",
        "[+ ]?[0-9 ()-]{0,20}",
        "[a-zA-Z0-9.%@ é-]{0,40}",
        "E[0-9]{8}2021[0-9]{8}[0-9a-zA-Zé]{11}",
        "0002(01|02)(26[0-9]{2}0014br.gov.bcb.pix[0-9]{4}|[0-9]{4}| |é){0,12}(6304[0-9A-F]{3,4})?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics(text in text()) {
        let mut messages = Vec::new();
        macro_rules! try_all {
            ($($result:expr),* $(,)?) => { $( if let Err(error) = $result { messages.push(error.to_string()); } )* };
        }
        try_all!(
            cpf::check(&text), cnpj::check(&text), tax_id::check(&text), ispb::check(&text), town_code::check(&text),
            transaction_id::check(&text), jwt::check(&text), email::check_form(&text), email::check(&text),
            email::check_key(&text), phone::check(&text), phone::check_key(&text), EndToEndIdRef::parse(&text),
            Centavos::parse(&text), Centavos::parse_number(&text), Centavos::of_number(&text), url::check(&text), CalendarDate::parse(&text), CalendarDate::parse_loose(&text),
            DateTime::parse(&text), DateTime::parse_request(&text), PixKeyRef::parse(&text), BrCodeRef::parse(&text),
        );
        if let Ok(key) = PixKeyRef::parse(&text) {
            try_all!(key.canonical(), key.check_digits());
            let _ = key.looks_like_phone();
        }
        prop_assert!(messages.iter().all(|message| !message.is_empty()));
    }

    /// Positions lie in the text, at the start of a character.
    #[test]
    fn positions_of_a_code(text in text()) {
        let mut problems = Vec::new();
        br_code::check(&text, &mut |problem| problems.push(problem));
        prop_assert!(problems.iter().all(|problem| problem.at().is_none_or(|at| at <= text.len())), "{problems:?}");
        let is_right = problems.is_empty();
        prop_assert_eq!((BrCodeRef::parse(&text).is_ok(), br_code::is_right(&text)), (is_right, is_right));
    }

    #[test]
    fn amounts_round_trip(minor_units in 0..=Centavos::MAX.minor_units()) {
        let amount = Centavos::from_minor_units(minor_units).unwrap();
        prop_assert_eq!(Centavos::parse(&amount.to_string()), Ok(amount));
        prop_assert_eq!(Centavos::parse_number(&amount.to_string()), Ok(amount));
    }

    #[test]
    fn cpf_takes_one_in_a_hundred(body in 0_u32..999_999_999) {
        let valid: Vec<String> = (0..100).map(|digits| format!("{body:09}{digits:02}")).filter(|cpf| cpf::check(cpf).is_ok()).collect();
        let repeated = format!("{body:09}").bytes().collect::<std::collections::BTreeSet<_>>().len() == 1;
        prop_assert_eq!(valid.len(), usize::from(!repeated));
        if let Some(key) = valid.first() {
            prop_assert_eq!(PixKeyRef::parse(key).map(PixKeyRef::kind), Ok(PixKeyKind::Cpf));
        }
    }

    #[test]
    fn moments_are_those_of_jiff(second in CalendarDate::MIN.days() * 86_400 + 86_400..CalendarDate::MAX.days() * 86_400) {
        // jiff ends a day before the calendar does, to leave room for offsets.
        let Ok(expected) = jiff::Timestamp::from_second(second) else { return Ok(()) };
        let text = expected.to_string();
        prop_assert_eq!(DateTime::parse(&text).map(DateTime::unix_seconds), Ok(second));
        prop_assert_eq!(DateTime::parse_request(&text).map(DateTime::unix_seconds), Ok(second));
        let brasilia = expected.to_zoned(jiff::tz::Offset::constant(-3).to_time_zone()).date().to_string();
        prop_assert_eq!(CalendarDate::from_unix_seconds(second).map(|date| date.to_string()), Some(brasilia));
    }

    /// The patterns that the documentation of `pix_key` states, which the schemas use.
    #[test]
    fn documented_patterns_are_the_five_kinds(
        cpf in "[0-9]{11}",
        cnpj in "[0-9A-Z]{12}[0-9]{2}",
        phone in "[+][0-9]{2,15}",
        email in "[!-?A-~]+@[0-9A-Za-z.-]+",
        random in "[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}",
    ) {
        let keys = [cpf, cnpj, phone, email, random];
        let kinds = [PixKeyKind::Cpf, PixKeyKind::Cnpj, PixKeyKind::Phone, PixKeyKind::Email, PixKeyKind::Random];
        for (key, kind) in keys.iter().zip(kinds) {
            prop_assert_eq!(PixKeyRef::parse(key).map(PixKeyRef::kind), Ok(kind));
        }
    }
}
