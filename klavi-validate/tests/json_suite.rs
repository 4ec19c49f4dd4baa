//! `JSONTestSuite`: what is JSON and what is not, by our reader and by `serde_json`.

mod common;

use klavi_core::program::Program;
use klavi_core::{Code, Group};
use klavi_validate::{Report, contract};
use std::collections::BTreeSet;
use std::path::Path;

/// A number that `f64` does not hold is refused by `serde_json`; here numbers are kept by their digits.
const FLOAT: &str = "serde_json refuses a number beyond f64";
/// RFC 8259 lets a name occur twice and warns of it; a payment with two amounts is refused here.
const TWICE: &str = "serde_json takes a name that occurs twice";

/// Where `serde_json` decides otherwise, and why.
const DIFFERENCES: &[(&str, &str)] = &[
    ("i_number_huge_exp.json", FLOAT),
    ("i_number_neg_int_huge_exp.json", FLOAT),
    ("i_number_pos_double_huge_exp.json", FLOAT),
    ("i_number_real_neg_overflow.json", FLOAT),
    ("i_number_real_pos_overflow.json", FLOAT),
    ("y_object_duplicated_key.json", TWICE),
    ("y_object_duplicated_key_and_value.json", TWICE),
];

/// Programs that meet every kind of document: two that accept anything, and a contract.
fn programs() -> Vec<&'static Program> {
    let own = ["true", "{}"].map(|schema| {
        let file = klavi_codegen::SchemaFile::new("anything", schema).unwrap();
        klavi_codegen::program(&file, "", "anything").unwrap()
    });
    let contracts = ["auth.request", "list-institutions.response"].map(|name| contract(name).unwrap().program);
    own.into_iter().chain(contracts).collect()
}

/// The codes about the JSON itself; all programs say the same.
fn codes(name: &str, document: &[u8]) -> BTreeSet<Code> {
    let options = common::options();
    let mut found: Vec<BTreeSet<Code>> = Vec::new();
    for program in programs() {
        let report = Report::new(program, document, &options);
        let codes = report.findings.iter().map(|finding| finding.code).filter(|code| code.group() == Group::Json);
        found.push(codes.collect());
        let anything = program.name == "anything";
        assert!(!anything || report.findings.iter().all(|finding| finding.code.group() == Group::Json), "{name}");
    }
    found.dedup();
    assert_eq!(found.len(), 1, "{name}");
    found.remove(0)
}

#[test]
fn every_file_of_the_suite() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../suites/json-parsing/test_parsing");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut wrong = Vec::new();
    let mut differences = Vec::new();
    let mut counts = [0; 3];
    for entry in entries {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let document = std::fs::read(&path).unwrap();
        let codes = codes(&name, &document);
        // What the suite calls valid and we refuse for a reason of our own.
        let twice = codes == BTreeSet::from([Code::DuplicateKey]);
        match &name[..2] {
            "y_" => {
                counts[0] += 1;
                wrong.extend((!codes.is_empty() && !twice).then(|| format!("{name}: {codes:?}")));
            }
            "n_" => {
                counts[1] += 1;
                wrong.extend((codes.is_empty() || twice).then(|| format!("{name}: accepted")));
            }
            _ => counts[2] += 1,
        }
        if codes.is_empty() != serde_json::from_slice::<serde_json::Value>(&document).is_ok() {
            differences.push(name);
        }
    }
    differences.sort();
    let known: Vec<_> = DIFFERENCES.iter().map(|(name, _)| *name).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(differences, known, "where serde_json decides otherwise");
    assert_eq!(counts, [95, 188, 35], "files that must be accepted, must be refused, may be either");
}
