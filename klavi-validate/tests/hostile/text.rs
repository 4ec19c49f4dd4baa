//! Bytes that are no text, text that is no JSON, and letters that only look right.

use crate::common;
use crate::{assert_fault, json, report};
use klavi_core::Code;
use klavi_validate::{contract, contracts};

#[test]
fn nothing_at_all() {
    assert_fault("", "invalid-json", 0);
    assert_fault(" \n\t\r ", "invalid-json", 5);
}

#[test]
fn digits_of_other_scripts() {
    assert_fault("{\"amount\": ٣}", "invalid-json", 11);
    assert_fault("{\"amount\": 1٣}", "invalid-json", 12);
    assert_fault("{\"amount\": 1.３}", "invalid-json", 13);
    assert_fault("{\"amount\": 1e²}", "invalid-json", 13);
    assert_fault("{\"a\": \"\\u00３1\"}", "invalid-json", 7);
    let digits = ["٣", "３", "𝟑", "²", "Ⅲ"];
    for digit in digits {
        for (pointer, text, code) in [
            ("loggedUserCpf", "7610927767D", "pattern"),
            ("ibgeTownCode", "530010D", "pattern"),
            ("date", "2025-02-0D", "pattern"),
            ("amount", "1D.00", "pattern"),
            ("proxy", "7610927767D", "pix-key-format"),
        ] {
            let document = format!("{{\"{pointer}\": \"{}\"}}", text.replace('D', digit));
            let report = report("create-payment.request", document.as_bytes());
            let at = |finding: &&klavi_validate::Finding| finding.pointer == format!("/{pointer}");
            let found: Vec<_> = report.findings.iter().filter(at).map(|finding| finding.code.name()).collect();
            assert_eq!(found, [code], "{document}");
        }
    }
}

#[test]
fn line_ends_after_a_pattern() {
    let contract = contract("create-payment.request").unwrap();
    let base = common::cases(contract.name).remove(0).document;
    let base = klavi_core::Tree::parse(&base).unwrap();
    let fields = [
        "/date",
        "/loggedUserCpf",
        "/ibgeTownCode",
        "/proxy",
        "/amount",
        "/currency",
        "/customer/identifier",
        "/debtorAccount/ispb",
        "/debtorAccount/issuer",
        "/debtorAccount/number",
        "/creditorAccount/holder/identifier",
    ];
    for field in fields {
        let text = base.pointer(field).unwrap().as_str().unwrap();
        for end in ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\0", " "] {
            let mut document = base.clone();
            document.set(field, common::mutate::tree(klavi_core::Json::String(format!("{text}{end}"))));
            let report = contract.check(document.to_string().as_bytes(), &common::options());
            let errors = report.findings.iter().filter(|finding| finding.severity == klavi_core::Severity::Error);
            let pointers: Vec<_> = errors.map(|finding| finding.pointer.as_str()).collect();
            assert!(!pointers.is_empty() && pointers.iter().all(|pointer| *pointer == field), "{field}: {pointers:?}");
        }
    }
}

#[test]
fn nul_and_control_characters() {
    assert_fault(b"{\"a\": \"b\0c\"}", "invalid-json", 8);
    assert_fault(b"{\"a\0\": 1}", "invalid-json", 3);
    assert_fault(b"{\0\"a\": 1}", "invalid-json", 1);
    assert_fault(b"\0", "invalid-json", 0);
    assert_fault(b"{\"a\": 1\0}", "invalid-json", 7);
    assert_fault(b"{}\0", "trailing-text", 2);
    for control in 1..0x20u8 {
        assert_fault([b"[\"", &[control][..], b"\"]"].concat(), "invalid-json", 2);
    }
    let escaped = report("create-payment.request", br#"{"loggedUserCpf": "7610927767\u0000"}"#);
    let found = escaped.findings.iter().find(|finding| finding.pointer == "/loggedUserCpf").unwrap();
    assert_eq!((found.code, found.span.start.offset, found.span.end.offset), (Code::Pattern, 18, 36));
}

#[test]
fn bytes_that_are_not_utf8() {
    let bad: &[&[u8]] = &[
        b"\xff",
        b"\x80",
        b"\xc3",
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xf0\x9f\x98",
        b"\xe2\x28\xa1",
    ];
    for bytes in bad {
        let around = |before: &str, after: &str| [before.as_bytes(), bytes, after.as_bytes()].concat();
        assert_fault(around("", "{}"), "invalid-utf8", 0);
        assert_fault(around("", ""), "invalid-utf8", 0);
        assert_fault(around("{\"a\": \"é", "\"}"), "invalid-utf8", 9);
        assert_fault(around("{\"a", "\": 1}"), "invalid-utf8", 3);
        assert_fault(around("{\"a\": ", "1}"), "invalid-utf8", 6);
        assert_fault(around("{\"a\": 12", "}"), "invalid-utf8", 8);
        // A word is reported where it begins.
        assert_fault(around("{\"a\": nul", "}"), "invalid-json", 6);
        assert_fault(around("{\"a\": 1} ", ""), "invalid-utf8", 9);
        assert_fault(around("[1, 2]", " "), "invalid-utf8", 6);
        assert_fault(around("[1 2", "]"), "invalid-json", 3);
    }
}

#[test]
fn halves_of_surrogate_pairs() {
    let found = |document: &str| json(&report("auth.request", document.as_bytes()));
    let lone = |start, end| ("lone-surrogate", start, end, None);
    assert_eq!(found(r#"{"a": "\ud800"}"#), [lone(7, 13)]);
    assert_eq!(found(r#"{"a": "x\uDFFFy"}"#), [lone(8, 14)]);
    assert_eq!(found(r#"{"a": "\ude00\ud83d"}"#), [lone(7, 13), lone(13, 19)]);
    assert_eq!(found(r#"{"a": "\ud83d\ud83d\ude00"}"#), [lone(7, 13)]);
    assert_eq!(found(r#"{"a": "\ud83d\n"}"#), [lone(7, 13)]);
    assert_eq!(found(r#"{"\ud800": 1, "accessKey": "\udc00"}"#), [lone(2, 8), lone(28, 34)]);
    assert_eq!(found(r#"{"a": "\ud83d\ude00\uD83D\uDE00"}"#), []);
    assert_eq!(found(r#"{"a": ["\\ud800", {"b": "\ud800"}]}"#), [lone(25, 31)]);
    // The run goes on.
    let report = report("auth.request", br#"{"accessKey": "\ud800", "secretKey": 1}"#);
    assert_eq!(common::lines(&report), ["error lone-surrogate /accessKey", "error type /secretKey"]);
}

#[test]
fn a_byte_order_mark() {
    let report = report("auth.request", "\u{feff}{\"accessKey\": 1, \"secretKey\": \"b\"}".as_bytes());
    assert_eq!(common::lines(&report), ["error byte-order-mark", "error type /accessKey"]);
    assert_eq!(json(&report), [("byte-order-mark", 0, 3, None)]);
    assert_eq!(report.findings[1].span.start.offset, 17);
    let alone = self::report("auth.request", "\u{feff}".as_bytes());
    assert_eq!(json(&alone), [("byte-order-mark", 0, 3, None), ("invalid-json", 3, 3, None)]);
    assert_fault(" \u{feff}{}", "invalid-json", 1);
    assert_fault("{\u{feff}}", "invalid-json", 1);
    assert_fault("{}\u{feff}", "trailing-text", 2);
}

#[test]
fn text_after_the_value() {
    assert_fault("{} x", "trailing-text", 3);
    assert_fault("{}{}", "trailing-text", 2);
    assert_fault("1 2", "trailing-text", 2);
    assert_fault("\"a\" // comment", "trailing-text", 4);
    assert_fault("null,", "trailing-text", 4);
    assert_fault("[1]\n\n]", "trailing-text", 5);
    assert_fault("01", "trailing-text", 1);
}

#[test]
fn every_prefix_of_a_document_ends_where_it_is_cut() {
    for contract in contracts() {
        let document = common::cases(contract.name).remove(0).document;
        for cut in 0..document.len() {
            let report = contract.check(&document[..cut], &common::options());
            let found = json(&report);
            let [(code, start, ..)] = found[..] else { panic!("{}: {cut}: {found:?}", contract.name) };
            let half = std::str::from_utf8(&document[..cut]).is_err();
            assert_eq!(code, if half { "invalid-utf8" } else { "invalid-json" });
            // A word or an escape is reported where it begins.
            assert!(start <= cut as u64 && start + 6 > cut as u64, "{}: {cut}: {start}", contract.name);
            assert!(!contract.is_valid(&document[..cut]));
        }
    }
}
