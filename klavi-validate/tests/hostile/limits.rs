//! The limits of depth and size, and what lies far beyond them.

use crate::common;
use crate::{STACK, json, on_small_stack, report};
use klavi_core::program::Program;
use klavi_core::{DEEPEST, Limits};
use klavi_validate::{Report, contract};

/// The program of a schema of the test's own.
fn program(schema: &str) -> &'static Program {
    let file = klavi_codegen::SchemaFile::new("hostile", schema).unwrap();
    klavi_codegen::program(&file, "", "hostile").unwrap()
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
            let options = common::options().with_limits(limits);
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
    let options = common::options().with_limits(limits);
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
    let options = common::options().with_limits(Limits { max_bytes: 40, ..Limits::default() });
    assert!(contract.check(&document(40), &options).is_valid());
    assert_eq!(common::lines(&contract.check(&document(41), &options)), ["error too-large"]);
}
