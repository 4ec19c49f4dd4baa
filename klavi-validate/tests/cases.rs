//! The case files beside the schemas: exact findings, by our validators and by the `jsonschema` crate.

mod common;

use common::{Case, cases, findings, portable_errors};
use klavi_validate::{Options, contracts};

#[test]
fn every_case_has_exactly_its_findings() {
    let mut failures = Vec::new();
    let mut count = 0;
    for contract in contracts() {
        for Case { name, document, expected } in cases(contract.name) {
            let found = findings(contract, &document);
            count += 1;
            if found != expected {
                failures.push(format!("{}: {name}\n  expected {expected:?}\n  found    {found:?}", contract.name));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count} cases fail:\n{}", failures.len(), failures.join("\n"));
    assert!(count > 900, "only {count} cases were found");
}

#[test]
fn the_jsonschema_crate_gives_the_same_verdict_on_every_case() {
    for contract in contracts() {
        let schema: serde_json::Value = serde_json::from_str(contract.schema).unwrap();
        let oracle = jsonschema::draft202012::new(&schema).unwrap();
        for Case { name, document, .. } in cases(contract.name) {
            let Ok(value) = serde_json::from_slice(&document) else { continue };
            let report = contract.check(&document, &common::options());
            let ours = portable_errors(&report) == 0;
            assert_eq!(ours, oracle.is_valid(&value), "{}: {name}", contract.name);
        }
    }
}

#[test]
fn documented_examples_have_no_error() {
    for contract in contracts() {
        for (path, text) in &contract.examples {
            let report = contract.check(text.as_bytes(), &common::options());
            assert!(report.is_valid(), "{path}\n{report}");
            contract.read(text.as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
    let status = klavi_validate::contract("get-payment-status.response").unwrap();
    let report = status.check(status.examples[0].1.as_bytes(), &Options::default());
    assert_eq!(common::lines(&report), ["warning unknown-value /status"]);
}

#[test]
fn what_has_no_error_can_be_read() {
    for contract in contracts() {
        for Case { name, document, .. } in cases(contract.name) {
            if contract.is_valid(&document) {
                contract.read(&document).unwrap_or_else(|error| panic!("{}: {name}: {error}", contract.name));
            }
        }
    }
}
