//! The contracts of Klavi: check, verdict, oracle and types together.

use crate::{findings, has_exact_numbers, is_accepted_rightly};
use jsonschema::Validator;
use klavi_core::{Group, Severity, Tree};
use klavi_validate::{Contract, Lang, Options, Report, contracts};
use serde_json::Value;
use std::sync::OnceLock;

/// The first byte picks a contract, the rest is a document. The verdict is the same from the report, from the fast path
/// and, as far as the schema is portable, from `jsonschema`; a valid document can be read, and what is written from its
/// type is valid again.
///
/// # Panics
///
/// Where one of this does not hold.
pub fn contract(data: &[u8]) {
    let Some((&first, document)) = data.split_first() else { return };
    let index = usize::from(first) % contracts().len();
    let contract = &contracts()[index];
    let options = options();
    let report = contract.check(document, options);
    assert_eq!(contract.is_valid(document), report.is_valid(), "{}: {report}", contract.name);
    is_accepted_rightly(contract.program, document, &findings(contract.program, document, options.limits));
    told(&report, document);

    let json = report.findings.iter().any(|finding| finding.code.group() == Group::Json);
    match serde_json::from_slice::<Value>(document) {
        // Other tools see numbers through a double.
        Ok(value) if !json && Tree::parse(document).is_ok_and(|tree| has_exact_numbers(&tree)) => {
            assert_eq!(is_portably_valid(&report), oracles()[index].is_valid(&value), "{}: {report}", contract.name);
        }
        Ok(_) => {}
        Err(error) => assert!(json || error.to_string().contains("number out of range"), "{error}"),
    }
    if report.is_valid() {
        rewritten(contract, document, options);
    }
}

/// A valid document is one of the contract's type, and stays valid when it is written from the type.
fn rewritten(contract: &Contract, document: &[u8], options: &Options) {
    let name = contract.name;
    contract.read(document).unwrap_or_else(|error| panic!("{name}: valid, but its type does not read it: {error}"));
    let written = contract.rewrite(document).unwrap_or_else(|error| panic!("{name}: it cannot be written: {error}"));
    let report = contract.check(&written, options);
    assert!(report.is_valid(), "{name}: it was valid before it was written again\n{report}");
    let again = contract.rewrite(&written).expect("it was read before");
    assert_eq!(again, written, "{name}: it changes each time it is written");
}

/// Every finding can be told in both languages.
fn told(report: &Report, document: &[u8]) {
    assert!(serde_json::to_string(report).is_ok() && (report.findings.is_empty() || !report.to_string().is_empty()));
    for finding in &report.findings {
        assert!(finding.span.start.offset <= finding.span.end.offset);
        assert!(finding.span.end.offset <= document.len() as u64);
        for lang in [Lang::En, Lang::PtBr] {
            assert!(!finding.message(lang).is_empty());
            let _ = finding.help(lang);
        }
    }
}

/// Whether there is no error that other tools could see: none but those of annotations.
fn is_portably_valid(report: &Report) -> bool {
    !report.findings.iter().any(|finding| {
        let keyword = finding.schema_location.rsplit('#').next().unwrap_or_default();
        finding.severity == Severity::Error && !keyword.contains("/x-")
    })
}

fn options() -> &'static Options {
    static OPTIONS: OnceLock<Options> = OnceLock::new();
    OPTIONS.get_or_init(|| Options::at("2025-01-15".parse().unwrap()).with_max_findings(0))
}

fn oracles() -> &'static [Validator] {
    static ORACLES: OnceLock<Vec<Validator>> = OnceLock::new();
    ORACLES.get_or_init(|| {
        let validator = |contract: &Contract| {
            let schema = serde_json::from_str(contract.schema).expect("a schema");
            jsonschema::draft202012::new(&schema).expect("a schema that jsonschema reads")
        };
        contracts().iter().map(validator).collect()
    })
}
