//! Payloads on demand: what they are, and that they are it.
//!
//! `KLAVI_PAYLOADS` says how many payloads of each kind are judged; without it there are few.

use klavi_core::{Code, Severity};
use klavi_validate::generate::Generator;
use klavi_validate::types::Date;
use klavi_validate::{Contract, Options, contracts};
use serde_json::Value;
use std::collections::BTreeSet;

fn payloads() -> usize {
    std::env::var("KLAVI_PAYLOADS").ok().and_then(|count| count.parse().ok()).unwrap_or(200)
}

fn today() -> Date {
    "2031-02-28".parse().unwrap()
}

fn schema(contract: &Contract) -> Value {
    serde_json::from_str(contract.schema).unwrap()
}

#[test]
fn a_payload_is_clean_and_jsonschema_accepts_it() {
    let options = Options::at(today());
    for contract in contracts() {
        let oracle = jsonschema::validator_for(&schema(contract)).unwrap();
        let kinds = [(0, 20), (128, payloads()), (256, 20)];
        for (richness, count) in kinds {
            let generator = Generator::new(contract.name, &today()).unwrap().richness(richness).seed(3);
            for payload in generator.take(count) {
                let text = String::from_utf8(payload).unwrap();
                assert_eq!(contract.check(text.as_bytes(), &options).findings, [], "{}: {text}", contract.name);
                assert!(oracle.is_valid(&serde_json::from_str(&text).unwrap()), "{}: {text}", contract.name);
                assert!(!text.contains('\n'), "{}: {text}", contract.name);
            }
        }
    }
}

#[test]
fn every_choice_and_every_member_comes_up() {
    for contract in contracts().iter().filter(|contract| contract.name.ends_with(".request")) {
        let all = Generator::new(contract.name, &today())
            .unwrap()
            .take(1000)
            .map(|payload| String::from_utf8(payload).unwrap());
        let all: Vec<String> = all.collect();
        let mut wanted = BTreeSet::new();
        names(&schema(contract), &mut wanted);
        for name in wanted {
            assert!(all.iter().any(|payload| payload.contains(&format!("\"{name}\":"))), "{}: {name}", contract.name);
        }
    }
    let kinds = ["PIX_INIC", "PIX_MANU", "PIX_DICT", "PIX_QRCODE", "\"CPF\"", "\"CNPJ\"", "\"TRAN\""];
    for kind in kinds {
        let mut orders = Generator::new("create-payment.request", &today()).unwrap().take(200);
        assert!(orders.any(|order| String::from_utf8(order).unwrap().contains(kind)), "{kind}");
    }
}

/// The names of all properties of a schema.
fn names(schema: &Value, out: &mut BTreeSet<String>) {
    for part in schema["$defs"].as_object().into_iter().flat_map(|parts| parts.values()) {
        names(part, out);
    }
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        out.insert(name.clone());
        names(property, out);
    }
}

#[test]
fn a_qr_code_is_of_its_payment() {
    let mut seen = 0;
    for order in Generator::new("create-payment.request", &today()).unwrap().take(400) {
        let order: Value = serde_json::from_slice(&order).unwrap();
        let Some(code) = order["qrCode"].as_str() else { continue };
        seen += 1;
        let (key, amount) = (order["proxy"].as_str().unwrap(), order["amount"].as_str().unwrap());
        assert!(code.contains(&format!("01{:02}{key}", key.len())), "{code} {key}");
        assert!(code.contains(&format!("54{:02}{amount}", amount.len())), "{code} {amount}");
    }
    assert!(seen > 50);
}

#[test]
fn a_seed_gives_the_same_payloads_and_another_seed_others() {
    for contract in contracts() {
        let generator = |seed| Generator::new(contract.name, &today()).unwrap().seed(seed).take(20).collect::<Vec<_>>();
        assert_eq!(generator(1), generator(1), "{}", contract.name);
        assert_ne!(generator(1), generator(2), "{}", contract.name);
    }
}

#[test]
fn a_broken_payload_has_its_code_and_no_other_error() {
    let options = Options::at(today());
    for contract in contracts() {
        for code in Generator::codes(contract.name) {
            for payload in Generator::broken(contract.name, Some(code), &today()).unwrap().seed(5).take(payloads() / 20)
            {
                let findings = contract.check(&payload, &options).findings;
                let text = String::from_utf8_lossy(&payload);
                assert!(findings.iter().any(|finding| finding.code == code), "{} {code}: {text}", contract.name);
                let mut others = findings.iter().filter(|finding| finding.code != code);
                assert!(
                    others.all(|finding| finding.severity == Severity::Warning),
                    "{} {code}: {text}",
                    contract.name
                );
            }
        }
    }
}

/// Every code that a case of a contract brings about alone by a change of the base can be had.
#[test]
fn what_the_cases_break_can_be_broken() {
    for (contract, known) in contracts().iter().zip(klavi_schema::CONTRACTS) {
        assert_eq!(contract.name, known.name);
        let codes = Generator::codes(contract.name);
        let file: Value = serde_json::from_str(known.cases.text).unwrap();
        for case in file["cases"].as_array().unwrap().iter().filter(|case| case["document"].is_null()) {
            let [finding] = &case["findings"].as_array().unwrap()[..] else { continue };
            let code: Code = finding.as_str().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
            assert!(codes.contains(&code), "{}: {code}", contract.name);
        }
        for code in [Code::InvalidJson, Code::TrailingText, Code::ByteOrderMark, Code::DuplicateKey] {
            assert!(codes.contains(&code), "{}: {code}", contract.name);
        }
    }
}

#[test]
fn what_is_unknown_has_no_payloads() {
    assert!(Generator::new("auth.reply", &today()).is_none());
    assert!(Generator::broken("auth.request", Some(Code::ProxyRequired), &today()).is_none());
    assert!(Generator::codes("auth.reply").is_empty());
    // Where the calendar ends there are payloads too.
    for day in ["0001-01-01", "9999-12-31"] {
        let payload = Generator::new("create-payment.request", &day.parse().unwrap()).unwrap().payload();
        assert!(payload.ends_with(b"}"));
    }
}
