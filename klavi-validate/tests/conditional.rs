//! The rules that hold under a condition, in documents that make it hard: members in another order, escapes in their
//! names, ten other mistakes beside. Everything is found in one run, with exact places.

mod common;

use common::mutate::{shuffle, spelled};
use common::random::Random;
use common::{cases, options};
use klavi_core::{Code, Group, Tree};
use klavi_validate::{Contract, Finding, Span, contract, contracts};
use std::collections::BTreeSet;

/// Code, pointer, the text at the span, the cause's pointer and text. In a text the part between ‹ and › is meant; the
/// rest says which of several it is.
type Expected = (&'static str, &'static str, &'static str, Option<(&'static str, &'static str)>);

/// A place as line, column and offset, counted here and not by the library.
type Place = (u32, u32, u64);

fn place(text: &str, offset: usize) -> Place {
    let before = &text[..offset];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    (u32::try_from(line).unwrap(), u32::try_from(column).unwrap(), offset as u64)
}

fn marked(text: &str, mark: &str) -> (Place, Place) {
    let (before, rest) = mark.split_once('‹').unwrap_or(("", mark));
    let (inside, after) = rest.split_once('›').unwrap_or((rest, ""));
    let around = format!("{before}{inside}{after}");
    assert_eq!(text.matches(&around).count(), 1, "{around} does not stand there once");
    let start = text.find(&around).unwrap() + before.len();
    (place(text, start), place(text, start + inside.len()))
}

fn span(span: Span) -> (Place, Place) {
    let [start, end] = [span.start, span.end].map(|at| (at.line, at.column, at.offset));
    (start, end)
}

/// Checks that a document has these findings and no others.
fn assert_findings(name: &str, text: &str, expected: &[Expected]) {
    let report = contract(name).unwrap().check(text.as_bytes(), &options());
    let found = report.findings.iter().map(|finding| {
        let because = finding.because.iter().map(|cause| (cause.pointer.as_str(), span(cause.span)));
        (finding.code.name(), finding.pointer.as_str(), span(finding.span), because.collect::<Vec<_>>())
    });
    let mut wanted: Vec<_> = expected
        .iter()
        .map(|&(code, pointer, at, cause)| {
            (
                code,
                pointer,
                marked(text, at),
                cause.map(|(pointer, at)| (pointer, marked(text, at))).into_iter().collect(),
            )
        })
        .collect();
    // Of the same span: by code, then as they come.
    wanted.sort_by_key(|(code, _, (start, end), _): &(_, _, _, Vec<_>)| (start.2, end.2, *code));
    assert_eq!(found.collect::<Vec<_>>(), wanted, "{report}");
    let others = report.findings.iter().filter(|finding| finding.code.group() != Group::Conditional).count();
    assert!(others >= 10, "only {others} other mistakes");
}

const MANUAL: &str = r#"{
  "\u0063urrency": "brl", "date": "2025-02-30",
  "clientMetadat\u0061": {"osVersion": 7, "os": "macos", "platform": "WEB"},
  "remittanceInformation": "a\u00e7ão 😀", "proxy": "fulano@example.com", "debito": [],
  "customer": {
    "identifier": "761.092.776-73", "e\u006dail": "fulano", "\u0069dentifierType": "CNPJ"
  }, "\u0069nitType":
    "PIX_MANU",
  "debtorAccount": {"number": "32422-X", "accountT\u0079pe": "CACC", "ispb": "001"},
  "amount": 10
}"#;

#[test]
fn a_payment_to_an_account() {
    let manual = Some(("/initType", "\"PIX_MANU\""));
    assert_findings(
        "create-payment.request",
        MANUAL,
        &[
            ("required", "/clientRequestId", "‹{›\n  \"\\u0063", None),
            ("required", "/institutionId", "‹{›\n  \"\\u0063", None),
            ("required", "/redirectUrl", "‹{›\n  \"\\u0063", None),
            ("enum", "/currency", "\"brl\"", None),
            ("date-not-real", "/date", "\"2025-02-30\"", None),
            ("type", "/clientMetadata/osVersion", "\"osVersion\": ‹7›", None),
            ("enum", "/clientMetadata/os", "\"macos\"", None),
            ("enum", "/clientMetadata/platform", "\"WEB\"", None),
            ("proxy-forbidden", "/proxy", "\"fulano@example.com\"", manual),
            ("unknown-field", "/debito", "\"debito\"", None),
            (
                "identifier-mismatch",
                "/customer/identifier",
                "\"761.092.776-73\"",
                Some(("/customer/identifierType", "\"CNPJ\"")),
            ),
            ("email-format", "/customer/email", "\"fulano\"", None),
            ("logged-user-cpf-required", "/loggedUserCpf", "\"CNPJ\"", Some(("/customer/identifierType", "\"CNPJ\""))),
            ("creditor-account-required", "/creditorAccount", "\"PIX_MANU\"", manual),
            ("pattern", "/debtorAccount/number", "\"32422-X\"", None),
            ("issuer-required", "/debtorAccount/issuer", "\"CACC\"", Some(("/debtorAccount/accountType", "\"CACC\""))),
            ("pattern", "/debtorAccount/ispb", "\"001\"", None),
            ("type", "/amount", "\"amount\": ‹10›", None),
        ],
    );
}

const HOLDERLESS: &str = r#"{"amount": "0.00", "currency": null, "redirectUrl": {"a": [1]}, "date": "15/01/2025",
 "creditorA\u0063count": {"issuer": "12345", "accountType": "cacc", "number": "1", "ispb": "0000000O"},
 "qrC\u006fde": "QR", "institutionId": true, "clientMetadata": [],
 "initTyp\u0065": "PIX_MANU", "customer": {"identifierTyp\u0065": "CPF", "identifier": "44471172000119"},
 "clientRequestId": -1.5}"#;

#[test]
fn a_payment_to_an_account_without_holder() {
    // 130 emoji are 520 bytes.
    let long = "😀".repeat(130);
    let text = HOLDERLESS.replace("QR", &long);
    let code: &'static str = String::leak(format!("\"{long}\""));
    assert_findings(
        "create-payment.request",
        &text,
        &[
            ("amount-zero", "/amount", "\"0.00\"", None),
            ("type", "/currency", "null", None),
            ("type", "/redirectUrl", "{\"a\": [1]}", None),
            ("pattern", "/creditorAccount/issuer", "\"12345\"", None),
            ("pattern", "/date", "\"15/01/2025\"", None),
            ("enum", "/creditorAccount/accountType", "\"cacc\"", None),
            ("pattern", "/creditorAccount/ispb", "\"0000000O\"", None),
            ("qr-code-too-long", "/qrCode", code, None),
            ("br-code-structure", "/qrCode", code, None),
            ("qr-code-unexpected", "/qrCode", code, Some(("/initType", "\"PIX_MANU\""))),
            ("type", "/institutionId", "true", None),
            ("type", "/clientMetadata", "\"clientMetadata\": ‹[]›", None),
            (
                "creditor-holder-required",
                "/creditorAccount/holder",
                "\"PIX_MANU\"",
                Some(("/initType", "\"PIX_MANU\"")),
            ),
            (
                "identifier-mismatch",
                "/customer/identifier",
                "\"44471172000119\"",
                Some(("/customer/identifierType", "\"CPF\"")),
            ),
            ("type", "/clientRequestId", "-1.5", None),
        ],
    );
}

const SCANNED: &str = r#"{
	"currency": "EUR", "clientMetadata": {"os": 1, "platform": 2},
	"customer": {"identifier": 76109277673, "ident\u0069fierType": "RG", "name": [], "phone": "1"},
	"initType"  :  "\u0050IX_QRCODE",
	"date": "2025-01-14", "ibgeTownCode": "1", "externalInfo": "x", "redirectUrl": ""
}"#;

#[test]
fn a_payment_by_qr_code_without_one() {
    let scanned = Some(("/initType", "\"\\u0050IX_QRCODE\""));
    assert_findings(
        "create-payment.request",
        SCANNED,
        &[
            ("required", "/clientRequestId", "‹{›\n\t\"currency\"", None),
            ("required", "/institutionId", "‹{›\n\t\"currency\"", None),
            ("required", "/amount", "‹{›\n\t\"currency\"", None),
            ("enum", "/currency", "\"EUR\"", None),
            ("required", "/clientMetadata/osVersion", "\"clientMetadata\": ‹{›", None),
            ("type", "/clientMetadata/os", "\"os\": ‹1›", None),
            ("type", "/clientMetadata/platform", "\"platform\": ‹2›", None),
            ("type", "/customer/identifier", "76109277673", None),
            ("enum", "/customer/identifierType", "\"RG\"", None),
            ("type", "/customer/name", "[]", None),
            ("phone-format", "/customer/phone", "\"phone\": ‹\"1\"›", None),
            ("proxy-expected", "/proxy", "\"\\u0050IX_QRCODE\"", scanned),
            ("qr-code-required", "/qrCode", "\"\\u0050IX_QRCODE\"", scanned),
            ("date-in-past", "/date", "\"2025-01-14\"", None),
            ("pattern", "/ibgeTownCode", "\"ibgeTownCode\": ‹\"1\"›", None),
            ("type", "/externalInfo", "\"x\"", None),
            ("empty-text", "/redirectUrl", "\"redirectUrl\": ‹\"\"›", None),
        ],
    );
}

const VARIABLE: &str = r#"{"consent": {
 "pa\u0079mentMethodConfig": {"isRetryAccepted": "no", "maximumVariableAmoun\u0074": 80.01, "fixedAmount": 1e2,
  "interval": "MONTHLY", "contractDebtor": {"name": "", "identifier": "1", "identifierType": "CPF"},
  "\u006dinimumVariableAmount": 80.02, "currency": "brl", "contractId": "Ç-1", "referenceStartDate": "2025-02-29"}
}, "accessKey": 1, "accesskey": "x"}"#;

#[test]
fn a_consent_whose_maximum_is_below_its_minimum() {
    let at = |name: &str| &*String::leak(format!("/consent/paymentMethodConfig/{name}"));
    assert_findings(
        "consent-links.request",
        VARIABLE,
        &[
            ("required", "/secretKey", "‹{›\"consent\"", None),
            ("required", "/consent/clientRequestId", "\"consent\": ‹{›", None),
            ("type", at("isRetryAccepted"), "\"no\"", None),
            (
                "maximum-below-minimum",
                at("maximumVariableAmount"),
                "80.01",
                Some((at("minimumVariableAmount"), "80.02")),
            ),
            ("amount-notation", at("fixedAmount"), "1e2", None),
            ("fixed-and-variable-amount", at("fixedAmount"), "1e2", Some((at("maximumVariableAmount"), "80.01"))),
            ("enum", at("interval"), "\"MONTHLY\"", None),
            ("pattern", at("contractDebtor/name"), "\"name\": ‹\"\"›", None),
            ("pattern", at("contractDebtor/identifier"), "\"identifier\": ‹\"1\"›", None),
            ("enum", at("currency"), "\"brl\"", None),
            ("pattern", at("contractId"), "\"Ç-1\"", None),
            ("date-not-real", at("referenceStartDate"), "\"2025-02-29\"", None),
            ("type", "/accessKey", "\"accessKey\": ‹1›", None),
            ("unknown-field", "/accesskey", "\"accesskey\"", None),
        ],
    );
}

const PAYMENT: &str = r#"{"\u0073tatus": "STATE",
 "currency": "USD", "amount": 1, "initType": "PIX", "customer": {"identifierType": "cpf", "phone": 1, "identifier": "1"},
 "createAt": "today", "cancelation": {}, "clientRequestId": null, "institutionId": 0}"#;

#[test]
fn a_payment_that_was_cancelled_or_settled() {
    for (state, code, pointer) in [
        ("CANCELED", "cancellation-required", "/cancellation"),
        ("PAYMENT_COMPLETED", "end-to-end-id-required", "/endToEndId"),
    ] {
        let text = PAYMENT.replace("STATE", state);
        let status: &'static str = String::leak(format!("\"{state}\""));
        let missing = ["id", "appId", "date", "consentId", "statusUpdateAt"];
        let missing = missing.map(|name| ("required", &*String::leak(format!("/{name}")), "‹{›\"\\u0073", None));
        let mut expected: Vec<Expected> = missing.to_vec();
        expected.extend([
            (code, pointer, status, Some(("/status", status))),
            ("unknown-value", "/currency", "\"USD\"", None),
            ("type", "/amount", "\"amount\": ‹1›", None),
            ("unknown-value", "/initType", "\"PIX\"", None),
            ("unknown-value", "/customer/identifierType", "\"cpf\"", None),
            ("type", "/customer/phone", "\"phone\": ‹1›", None),
            ("date-not-real", "/createAt", "\"today\"", None),
            ("unknown-field", "/cancelation", "\"cancelation\"", None),
            ("type", "/clientRequestId", "null", None),
            ("type", "/institutionId", "\"institutionId\": ‹0›", None),
        ]);
        assert_findings("get-payment.response", &text, &expected);
    }
}

/// The place that design asks for, by a tree of the document: the value, the name of an unknown member, and of a missing
/// member the value that asks for it or the opening brace of its object.
fn due(document: &Tree, finding: &Finding) -> (u64, u64) {
    let parent = || document.pointer(finding.pointer.rsplit_once('/').unwrap().0).unwrap();
    let found = match (document.pointer(&finding.pointer), finding.because.first()) {
        (Some(value), _) if finding.code != Code::UnknownField => value.span,
        (Some(_), _) => {
            let name = finding.pointer.rsplit('/').next().unwrap();
            parent().members().iter().find(|member| member.name == name).unwrap().name_span
        }
        (None, Some(cause)) => document.pointer(&cause.pointer).unwrap().span,
        (None, None) => klavi_core::Span { end: parent().span.start + 1, ..parent().span },
    };
    (found.start.into(), found.end.into())
}

fn assert_places(contract: &Contract, text: &str) -> BTreeSet<Code> {
    let document = Tree::parse(text.as_bytes()).unwrap();
    let options = options().with_reveal(true);
    let report = contract.check(text.as_bytes(), &options);
    for finding in &report.findings {
        let Span { start, end } = finding.span;
        assert_eq!((start.offset, end.offset), due(&document, finding), "{} {text}\n{report}", finding.pointer);
        for cause in &finding.because {
            let value = document.pointer(&cause.pointer).unwrap().span;
            let Span { start, end } = cause.span;
            assert_eq!((start.offset, end.offset), (value.start.into(), value.end.into()), "{text}\n{report}");
        }
        for at in [start, end, finding.because.first().map_or(start, |cause| cause.span.start)] {
            let offset = usize::try_from(at.offset).unwrap();
            assert_eq!((at.line, at.column, at.offset), place(text, offset));
        }
    }
    report.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn every_finding_of_every_case_in_any_order_and_spelling_is_in_its_place() {
    let mut random = Random::new(7);
    let mut seen = BTreeSet::new();
    for contract in contracts() {
        for case in cases(contract.name) {
            let Ok(mut document) = Tree::parse(&case.document) else { continue };
            for _ in 0..4 {
                shuffle(&mut document, &mut random);
                seen.extend(assert_places(contract, &spelled(&document, &mut random)));
            }
        }
    }
    let unseen: Vec<_> =
        Code::ALL.iter().filter(|code| code.group() == Group::Conditional && !seen.contains(code)).collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}
