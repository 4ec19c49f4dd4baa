//! Values within the limits that are as long as they may be: no more time than their size is worth.

use crate::common;
use crate::{STACK, on_small_stack, report};
use klavi_validate::contract;
use std::time::Duration;

#[test]
fn many_findings_far_into_one_line() {
    let document = format!("[\"{}\"{}]", "é".repeat(500_000), ",{}".repeat(20_000));
    let (report, time) = on_small_stack(STACK, move || report("list-institutions.response", document.as_bytes()));
    assert_eq!((report.errors, report.warnings), (1, 20_000));
    assert_eq!(report.findings.last().unwrap().span.start.column, 500_000 + 2 + 3 * 20_000);
    assert!(time < Duration::from_secs(20), "{time:?}");
}

#[test]
fn long_names_around_many_findings() {
    let document = format!("{{\"{}\":[{}1]}}", "1".repeat(1 << 20), "\"\\ud800\",".repeat(1_000));
    let (report, time) = on_small_stack(STACK, move || report("auth.request", document.as_bytes()));
    assert!(report.findings.iter().all(|finding| finding.pointer.len() < 1_000));
    assert!(time < Duration::from_secs(30), "{time:?}");
}

#[test]
fn numbers_of_a_million_digits() {
    let digits = "9".repeat(1_000_000);
    let spellings = [
        (digits.clone(), true),
        (format!("-{digits}"), true),
        (format!("{digits}.0"), true),
        (format!("0.{digits}"), false),
        (format!("1e{digits}"), true),
        (format!("1e-{digits}"), false),
        (format!("{digits}e-{digits}"), false),
        ("1e99999999999999999999".to_owned(), true),
        ("1e-99999999999999999999".to_owned(), false),
        ("0e99999999999999999999".to_owned(), true),
        ("0.000e-99999999999999999999".to_owned(), true),
    ];
    for (number, whole) in spellings {
        let document = format!("{{\"accessToken\": \"a.b.c\", \"expireIn\": {number}}}");
        let contract = contract("auth.response").unwrap();
        let ((lines, read), time) = on_small_stack(STACK, move || {
            let lines = common::lines(&contract.check(document.as_bytes(), &common::options()));
            (lines, contract.read(document.as_bytes()).is_ok())
        });
        let short: String = number.chars().take(30).collect();
        assert_eq!(lines.iter().any(|line| line == "error type /expireIn"), !whole, "{short}: {lines:?}");
        assert!(!whole || read, "{short}");
        assert!(time < Duration::from_secs(10), "{short}: {time:?}");
    }
    for number in [&*digits, "1e400", "-0.01", "0.123"] {
        let document = format!("{{\"consent\": {{\"paymentMethodConfig\": {{\"fixedAmount\": {number}}}}}}}");
        let lines = common::lines(&report("consent-links.request", document.as_bytes()));
        assert!(lines.contains(&"error amount-form /consent/paymentMethodConfig/fixedAmount".to_owned()), "{lines:?}");
    }
}

#[test]
fn texts_of_megabytes() {
    for (pointer, piece) in [
        ("qrCode", "00020126"),
        ("qrCode", "0199"),
        ("qrCode", "0000"),
        ("qrCode", "6304"),
        ("qrCode", " \n"),
        ("proxy", "a@"),
        ("proxy", "a."),
        ("proxy", "1"),
        ("proxy", "\\u0061-"),
        ("remittanceInformation", "\\ud83d\\ude00"),
        ("amount", "1."),
        ("date", "2025-"),
    ] {
        let document =
            format!("{{\"initType\":\"PIX_QRCODE\",\"{pointer}\":\"{}\"}}", piece.repeat((2 << 20) / piece.len()));
        let (errors, time) =
            on_small_stack(STACK, move || report("create-payment.request", document.as_bytes()).errors);
        assert!(errors > 0);
        assert!(time < Duration::from_secs(20), "{pointer} {piece}: {time:?}");
    }
}
