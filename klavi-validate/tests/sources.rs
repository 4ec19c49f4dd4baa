//! A finding names the documents of its rule, and every label has its line in the legend.

use klavi_validate::catalogue::{rules, sources};
use klavi_validate::{Lang, Options, contract, contracts};
use std::collections::BTreeSet;

/// The labels of every `x-source`, and the marks of contradictions (X1, X2, ...) in any text.
fn labels(tree: &serde_json::Value, found: &mut BTreeSet<String>) {
    match tree {
        serde_json::Value::Object(members) => {
            if let Some(source) = members.get("x-source").and_then(serde_json::Value::as_str) {
                found.extend(source.split(", ").map(str::to_owned));
            }
            members.values().for_each(|value| labels(value, found));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| labels(item, found)),
        serde_json::Value::String(text) => {
            let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
            let is_mark = |word: &&str| {
                word.strip_prefix('X')
                    .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
            };
            found.extend(words.filter(is_mark).map(str::to_owned));
        }
        _ => {}
    }
}

#[test]
fn every_label_stands_in_the_legend_and_every_line_is_used() {
    let texts = contracts().iter().map(|contract| contract.schema).chain([klavi_schema::OPERATIONS.text]);
    let mut used: BTreeSet<String> = BTreeSet::new();
    for text in texts {
        labels(&serde_json::from_str(text).unwrap(), &mut used);
    }
    for language in klavi_schema::LANGUAGES {
        let words: serde_json::Value = serde_json::from_str(language.document.text).unwrap();
        labels(&words["codes"], &mut used);
    }
    let exchanges: serde_json::Value = serde_json::from_str(klavi_schema::EXCHANGES.text).unwrap();
    labels(&exchanges, &mut used);
    used.extend(rules().iter().flat_map(|rule| &rule.source).map(|source| source.document.clone()));
    let told: BTreeSet<String> = sources().labels.iter().map(|label| label.label.clone()).collect();
    assert_eq!(used, told);
    let words: BTreeSet<&str> =
        rules().iter().flat_map(|rule| &rule.source).map(|source| &*source.confidence).collect();
    let named: BTreeSet<&str> = sources().confidence.iter().map(|word| &*word.name).collect();
    assert_eq!(words, named);
    for label in &sources().labels {
        assert_ne!(label.meaning.lang(Lang::En), label.meaning.lang(Lang::PtBr), "{}", label.label);
    }
}

/// The source of the first finding of this code.
fn source(name: &str, change: (&str, &str), code: &str) -> (&'static str, &'static str) {
    let mut document: serde_json::Value =
        serde_json::from_str(&klavi_validate::catalogue::base_document(name).unwrap()).unwrap();
    *document.pointer_mut(change.0).unwrap() = serde_json::from_str(change.1).unwrap();
    let options = Options::at("2025-01-15".parse().unwrap());
    let report = contract(name).unwrap().check(document.to_string().as_bytes(), &options);
    let finding =
        report.findings.iter().find(|finding| finding.code.name() == code).unwrap_or_else(|| panic!("{report}"));
    let source = finding.source.unwrap();
    (source.document, source.confidence.name())
}

#[test]
fn what_the_world_states_is_of_the_world() {
    let payment = "create-payment.request";
    for (change, code, document) in [
        (("/loggedUserCpf", r#""76109277674""#), "cpf-check-digits", "theuves/cpf"),
        (("/customer/identifier", r#""44471172000118""#), "cnpj-check-digits", "IN RFB 2.229"),
        (("/ibgeTownCode", r#""5300109""#), "town-code", "PAY 4.1.0, kelvins/municipios-brasileiros"),
        (("/date", r#""2025-02-30""#), "date-not-real", "RFC 3339"),
        (("/date", r#""2025-01-14""#), "date-in-past", "PAY 4.1.0, AP 2.2.0"),
    ] {
        assert_eq!(source(payment, change, code), (document, "verbatim"), "{code}");
    }
    let expiration = ("/consent/expirationDateTime", r#""2025-05-21T10:00:00Z""#);
    assert_eq!(source("consent-links.request", expiration, "expiration-time"), ("AP 2.2.0", "verbatim"));
}

#[test]
fn no_rule_of_the_world_names_a_page_of_klavi() {
    let world = [
        "cpf-check-digits",
        "cnpj-check-digits",
        "br-code-structure",
        "br-code-crc",
        "town-code",
        "date-not-real",
        "date-in-past",
        "expiration-time",
        "end-to-end-id-format",
        "phone-format",
        "email-format",
        "pix-key-not-canonical",
    ];
    for rule in rules().iter().filter(|rule| world.contains(&rule.code.name())) {
        for source in &rule.source {
            assert_ne!(sources().label(&source.document).unwrap().kind, "page", "{}", rule.code);
        }
    }
}

#[test]
fn what_a_document_states_is_of_the_document_and_as_sure_as_its_signs() {
    let payment = "create-payment.request";
    // The name of the field was seen as it is; the signs of its pattern were lost and restored.
    assert_eq!(source(payment, ("/amount", "7"), "type"), ("002", "verbatim"));
    assert_eq!(source(payment, ("/amount", r#""10""#), "pattern"), ("002", "reconstructed"));
    assert_eq!(source(payment, ("/amount", r#""10.00\n""#), "not"), ("002", "reconstructed"));
    assert_eq!(source(payment, ("/proxy", r#""x""#), "pix-key-format"), ("002", "reconstructed"));
}

#[test]
fn a_contradiction_names_all_sides() {
    let text = ("/consent/paymentMethodConfig/minimumVariableAmount", r#""1.00""#);
    assert_eq!(source("consent-links.request", text, "amount-as-text"), ("004, AUTOG, AP 2.2.0", "reconstructed"));
}

/// All patterns of the requests lost their signs in the documents; none may say that it was seen as it is.
#[test]
fn no_restored_pattern_is_called_verbatim() {
    fn walk(tree: &serde_json::Value, patterns: &mut usize) {
        if let Some(members) = tree.as_object()
            && let (Some(pattern), Some(confidence)) = (members.get("pattern"), members.get("x-confidence"))
            && pattern.is_string()
        {
            *patterns += 1;
            assert_ne!(members.get("x-pattern-confidence").unwrap_or(confidence), "verbatim", "{pattern}");
        }
        let children = tree.as_object().into_iter().flat_map(serde_json::Map::values);
        children.chain(tree.as_array().into_iter().flatten()).for_each(|child| walk(child, patterns));
    }
    let mut patterns = 0;
    for contract in contracts() {
        walk(&serde_json::from_str(contract.schema).unwrap(), &mut patterns);
    }
    assert!(patterns >= 23, "only {patterns} patterns with a source");
}
