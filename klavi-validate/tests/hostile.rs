//! Input that somebody made to break a reader: the right code at the right offset, no panic, no overflow of a small stack,
//! and no more time than its size is worth.

mod common;

use klavi_core::program::Program;
use klavi_core::{Code, DEEPEST, Group, Limits};
use klavi_validate::{Options, Report, contract, contracts};
use std::thread;
use std::time::{Duration, Instant};

/// The smallest stack that a program may give to the checker.
const STACK: usize = 256 << 10;

fn report(name: &str, document: &[u8]) -> Report {
    contract(name).unwrap().check(document, &common::options())
}

/// The findings about the JSON itself: code, offsets of the span, offset of the cause.
fn json(report: &Report) -> Vec<(&'static str, u64, u64, Option<u64>)> {
    let of_json = report.findings.iter().filter(|finding| finding.code.group() == Group::Json);
    of_json
        .map(|finding| {
            let cause = finding.because.first().map(|cause| cause.span.start.offset);
            (finding.code.name(), finding.span.start.offset, finding.span.end.offset, cause)
        })
        .collect()
}

/// That the only mistake in the JSON is this one, in every place where a value may stand.
fn assert_fault(document: impl AsRef<[u8]>, code: &str, at: usize) {
    let document = document.as_ref();
    for contract in contracts() {
        let found = json(&contract.check(document, &common::options()));
        let found: Vec<_> = found.into_iter().map(|(code, start, ..)| (code, start)).collect();
        let shown: String = String::from_utf8_lossy(document).chars().take(80).collect();
        assert_eq!(found, [(code, at as u64)], "{}: {shown}", contract.name);
        assert!(!contract.is_valid(document));
    }
}

/// Runs on a thread with a small stack, and gives the time.
fn on_small_stack<T: Send + 'static>(stack: usize, work: impl FnOnce() -> T + Send + 'static) -> (T, Duration) {
    let start = Instant::now();
    let result = thread::Builder::new().stack_size(stack).spawn(work).unwrap().join().unwrap();
    (result, start.elapsed())
}

/// The program of a schema of the test's own.
fn program(schema: &str) -> &'static Program {
    let file = klavi_codegen::File::new("hostile", schema).unwrap();
    klavi_codegen::program(&file, "", "hostile").unwrap()
}

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
fn names_that_occur_twice() {
    let found = |document: &str| json(&report("create-payment.request", document.as_bytes()));
    let twice = |start: u64, end: u64, cause| ("duplicate-key", start, end, Some(cause));
    assert_eq!(found(r#"{"amount": 1, "amount": 1}"#), [twice(14, 22, 1)]);
    assert_eq!(found(r#"{"amount": 1, "\u0061mount": 1}"#), [twice(14, 27, 1)]);
    assert_eq!(found(r#"{"\u0061mount": 1, "x": {"amount": 1}, "amount": 1}"#), [twice(39, 47, 1)]);
    assert_eq!(found(r#"{"x": 1, "\u0078": 1}"#), [twice(9, 17, 1)]);
    assert_eq!(found(r#"{"": 1, "": 1}"#), [twice(8, 10, 1)]);
    assert_eq!(found(r#"{"a/b": 1, "a\/b": 1}"#), [twice(11, 17, 1)]);
    assert_eq!(found(r#"{"é": 1, "\u00e9": 1, "e\u0301": 1}"#), [twice(10, 18, 1)]);
    assert_eq!(found(r#"{"😀": 1, "\ud83d\uDE00": 1}"#), [twice(12, 26, 1)]);
    let third = r#"{"amount": 1, "x": 1, "amount": 2, "x": 2, "x": 3, "amount": 3}"#;
    assert_eq!(found(third), [twice(22, 30, 1), twice(35, 38, 14), twice(43, 46, 14), twice(51, 59, 1)]);
    let free = r#"{"externalInfo": {"a": 1, "b": [{"a": 1, "a": 2}], "a": 3}}"#;
    assert_eq!(found(free), [twice(41, 44, 33), twice(51, 54, 18)]);
    let same_name_inside = r#"{"a": {"a": {"a": 1}}, "b": [{"a": 1}, {"a": 1}]}"#;
    assert_eq!(found(same_name_inside), []);
    let declared_inside = r#"{"customer": {"name": "a", "email": "b", "nam\u0065": "c"}}"#;
    assert_eq!(found(declared_inside), [twice(41, 52, 14)]);
    // The same first eight bytes and the same length are not the same name.
    assert_eq!(found(r#"{"12345678a": 1, "12345678b": 1, "12345678a": 1}"#), [twice(33, 44, 1)]);
}

#[test]
fn names_beyond_those_kept_without_allocation() {
    for count in [15, 16, 17, 47, 48, 49, 50, 200] {
        let members: Vec<String> = (0..count).map(|index| format!("\"k{index}\": {{\"k{index}\": 0}}")).collect();
        let plain = format!("{{{}}}", members.join(", "));
        assert_eq!(json(&report("auth.request", plain.as_bytes())), []);
        for first in [0, count / 2, count - 1] {
            let twice = format!("{{{}, \"k{first}\": 1}}", members.join(", "));
            let at = |which: Option<usize>| which.unwrap() as u64;
            let name = format!("\"k{first}\"");
            let (start, cause) = (at(twice.rfind(&name)), at(twice.find(&name)));
            let expected = [("duplicate-key", start, start + name.len() as u64, Some(cause))];
            assert_eq!(json(&report("auth.request", twice.as_bytes())), expected, "{count} {first}");
        }
    }
}

#[test]
fn a_hundred_thousand_members() {
    let members: Vec<String> = (0..100_000).map(|index| format!("\"{index}\":0")).collect();
    let document = format!("{{\"externalInfo\":{{{}}}}}", members.join(","));
    let (found, time) = on_small_stack(STACK, {
        let document = document.clone();
        move || json(&report("create-payment.request", document.as_bytes()))
    });
    assert_eq!(found, []);
    assert!(time < Duration::from_secs(20), "{time:?}");
    let twice = document.replace("}}", ",\"7\":1}}");
    let (start, cause) = (twice.rfind("\"7\"").unwrap() as u64, twice.find("\"7\"").unwrap() as u64);
    assert_eq!(
        json(&report("create-payment.request", twice.as_bytes())),
        [("duplicate-key", start, start + 3, Some(cause))]
    );
}

#[test]
fn names_made_to_collide() {
    // A hash of the first eight bytes and the length is the same for all of them.
    for name in ["collide-", "c\\u006fllide-"] {
        let members: Vec<String> = (0..200_000).map(|index| format!("\"{name}{index:06}\":0")).collect();
        let document = format!("{{\"externalInfo\":{{{}}}}}", members.join(","));
        let (found, time) = on_small_stack(STACK, move || json(&report("create-payment.request", document.as_bytes())));
        assert_eq!(found, []);
        assert!(time < Duration::from_secs(60), "{time:?}");
    }
}

#[test]
fn many_findings_far_into_one_line() {
    let document = format!("[\"{}\"{}]", "é".repeat(500_000), ",{}".repeat(20_000));
    let (report, time) = on_small_stack(STACK, move || report("list-institutions.response", document.as_bytes()));
    assert_eq!((report.errors, report.warnings), (1, 20_000));
    assert_eq!(report.findings.last().unwrap().span.start.column, 500_000 + 2 + 3 * 20_000);
    assert!(time < Duration::from_secs(20), "{time:?}");
}

/// A member name that occurs over and over behind a long value.
fn assert_quick_over_and_over(name: &'static str) {
    let again = format!(",\"{name}\":\"\"").repeat(20_000);
    let document = format!("{{\"secretKey\":\"{}\",\"{name}\":\"\"{again}}}", "é".repeat(500_000));
    let (found, time) = on_small_stack(STACK, move || json(&report("auth.request", document.as_bytes())));
    assert_eq!(found.len(), 20_000);
    assert!(found.iter().all(|(code, .., first)| *code == "duplicate-key" && *first == found[0].3));
    assert!(time < Duration::from_secs(20), "{name}: {time:?}");
}

#[test]
fn an_unknown_name_over_and_over() {
    assert_quick_over_and_over("x");
}

#[test]
fn a_declared_name_over_and_over() {
    assert_quick_over_and_over("accessKey");
}

#[test]
fn long_names_around_many_findings() {
    let document = format!("{{\"{}\":[{}1]}}", "1".repeat(1 << 20), "\"\\ud800\",".repeat(1_000));
    let (report, time) = on_small_stack(STACK, move || report("auth.request", document.as_bytes()));
    assert!(report.findings.iter().all(|finding| finding.pointer.len() < 1_000));
    assert!(time < Duration::from_secs(30), "{time:?}");
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

/// Containers around and around, in every place where one may stand.
fn nested(levels: usize) -> Vec<(String, &'static str, usize)> {
    let places = [
        ("auth.request", "", ""),
        ("auth.request", "{\"accessKey\":", "}"),
        ("auth.request", "{\"unknown\":", "}"),
        ("create-payment.request", "{\"externalInfo\":{\"a\":", "}}"),
        ("create-payment.request", "{\"customer\":", "}"),
        ("create-payment.request", "{\"customer\":{\"name\":", "}}"),
        ("create-payment.request", "{\"qrCode\":\"\",\"amount\":", "}"),
        ("list-institutions.response", "[", "]"),
        ("list-institutions.response", "[{\"id\":", "}]"),
        ("consent-links.request", "{\"consent\":{\"paymentMethodConfig\":{\"fixedAmount\":", "}}}"),
    ];
    let containers =
        [("[", "]"), ("{\"a\":", "}"), ("{\"customer\":", "}"), ("{\"consent\":", "}"), ("[{\"id\":", "}]")];
    let mut found = Vec::new();
    for (contract, before, after) in places {
        for (open, close) in containers {
            let document = format!("{before}{}1{}{after}", open.repeat(levels), close.repeat(levels));
            let brackets = document.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'[' | b'{'));
            let at = brackets.map(|(at, _)| at).nth(64).unwrap();
            found.push((document, contract, at));
        }
    }
    found
}

#[test]
fn ten_thousand_levels() {
    for (document, contract, at) in nested(10_000) {
        let (found, _) = on_small_stack(STACK, move || json(&report(contract, document.as_bytes())));
        assert_eq!(found, [("too-deep", at as u64, at as u64 + 1, None)]);
    }
}

#[test]
fn a_million_levels() {
    for open in ["[", "{\"a\":", "[{\"customer\":"] {
        let at = if open.len() == 1 { 64 } else { open.len() * 64 / open.matches(['[', '{']).count() };
        let document = open.repeat(1_000_000);
        let ((found, valid), _) = on_small_stack(STACK, move || {
            let contract = contract("create-payment.request").unwrap();
            (json(&contract.check(document.as_bytes(), &common::options())), contract.is_valid(document.as_bytes()))
        });
        assert_eq!((found, valid), (vec![("too-deep", at as u64, at as u64 + 1, None)], false));
    }
}

#[test]
fn the_limit_of_depth_is_exact() {
    let program = program(r##"{"properties": {"a": {"$ref": "#"}}}"##);
    for limit in [0, 1, 2, 64, 128, DEEPEST] {
        for open in ["[", "{\"a\":", "{\"b\":"] {
            let close = if open == "[" { "]" } else { "}" };
            let document = |levels: usize| format!("{}1{}", open.repeat(levels), close.repeat(levels));
            let limits = Limits { max_depth: limit, ..Limits::default() };
            let options = Options { limits, max_findings: 0, ..common::options() };
            let (inside, beyond) = (document(limit as usize), document(limit as usize + 1));
            // The deepest limit that can be asked for fits the stack that Rust gives to a thread.
            let (found, _) = on_small_stack(if limit > 64 { 2 << 20 } else { STACK }, move || {
                [inside, beyond].map(|document| json(&Report::new(program, document.as_bytes(), &options)))
            });
            let at = u64::from(limit) * open.len() as u64;
            assert_eq!(found, [vec![], vec![("too-deep", at, at + 1, None)]], "{limit} {open}");
        }
    }
}

#[test]
fn a_limit_of_depth_beyond_the_deepest_is_the_deepest() {
    let limits = Limits { max_depth: u32::MAX, ..Limits::default() };
    let options = Options { limits, ..common::options() };
    let document = "[".repeat(100_000);
    let contract = contract("auth.request").unwrap();
    let (found, _) = on_small_stack(2 << 20, move || json(&contract.check(document.as_bytes(), &options)));
    assert_eq!(found, [("too-deep", u64::from(DEEPEST), u64::from(DEEPEST) + 1, None)]);
}

#[test]
fn the_limit_of_size_is_exact() {
    let document = |bytes: usize| {
        let rest = bytes - "{\"accessKey\":\"\",\"secretKey\":\"b\"}".len();
        format!("{{\"accessKey\":\"{}\",\"secretKey\":\"b\"}}", "a".repeat(rest)).into_bytes()
    };
    let contract = contract("auth.request").unwrap();
    let most = 16 << 20;
    assert_eq!(common::lines(&contract.check(&document(most), &common::options())), [""; 0]);
    assert!(contract.is_valid(&document(most)));
    let report = contract.check(&document(most + 1), &common::options());
    assert_eq!(common::lines(&report), ["error too-large"]);
    assert_eq!(json(&report)[0].1, 0);
    assert!(!contract.is_valid(&document(most + 1)));
    let options = Options { limits: Limits { max_bytes: 40, ..Limits::default() }, ..common::options() };
    assert!(contract.check(&document(40), &options).is_valid());
    assert_eq!(common::lines(&contract.check(&document(41), &options)), ["error too-large"]);
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
            (lines, (contract.read)(document.as_bytes()).is_ok())
        });
        let short: String = number.chars().take(30).collect();
        assert_eq!(lines.iter().any(|line| line == "error type /expireIn"), !whole, "{short}: {lines:?}");
        assert!(!whole || read, "{short}");
        assert!(time < Duration::from_secs(10), "{short}: {time:?}");
    }
    for number in [&*digits, "1e400", "-0.01", "1e2", "0.123"] {
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
