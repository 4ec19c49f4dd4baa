//! What the tests over contracts share.

#![allow(dead_code, reason = "each test binary uses a part")]

pub mod mutate;
pub mod random;

use klavi_core::{Group, Json, Tree};
use klavi_validate::{Contract, Options, Report};
use mutate::{Words, broken, mutate, shuffle, spelled};
use random::Random;

/// A case of a case file.
pub struct Case {
    pub name: String,
    pub document: Vec<u8>,
    /// `<severity> <code> <pointer>`, by position.
    pub expected: Vec<String>,
}

/// The options under which the case files are written.
pub fn options() -> Options {
    Options::at("2025-01-15".parse().unwrap()).with_max_findings(0)
}

/// The cases of a contract, the base document first.
pub fn cases(contract: &str) -> Vec<Case> {
    let contract = klavi_schema::CONTRACTS.iter().find(|known| known.name == contract).unwrap();
    let file = Tree::parse(contract.cases.text.as_bytes()).unwrap();
    let base = file.get("base").unwrap();
    let first = Case { name: "base".to_owned(), document: base.to_string().into_bytes(), expected: Vec::new() };
    std::iter::once(first).chain(file.get("cases").unwrap().items().iter().map(|case| read(base, case))).collect()
}

/// Documents without end, made from the cases and examples of a contract: one in four keeps its values, most have a few
/// mistakes, one in five is broken as a text.
pub fn mutants(contract: &Contract, seed: u64) -> impl Iterator<Item = Vec<u8>> {
    let examples = contract.examples.iter().map(|(_, text)| text.as_bytes().to_vec());
    let documents = examples.chain(cases(contract.name).into_iter().map(|case| case.document));
    let bases: Vec<Tree> = documents.filter_map(|document| Tree::parse(&document).ok()).collect();
    let schema = Tree::parse(contract.schema.as_bytes()).unwrap();
    let words = Words::new(bases.iter().chain([&schema]));
    let mut random = Random::new(seed);
    std::iter::repeat_with(move || {
        let mut tree = bases[random.below(bases.len())].clone();
        if !random.one_in(4) {
            mutate(&mut tree, &words, &mut random);
        }
        if random.one_in(2) {
            shuffle(&mut tree, &mut random);
        }
        let text = if random.one_in(2) { spelled(&tree, &mut random) } else { tree.to_string() };
        if random.one_in(5) { broken(&text, &mut random) } else { text.into_bytes() }
    })
}

pub fn read(base: &Tree, case: &Tree) -> Case {
    let name = case.get("name").unwrap().as_str().unwrap().to_owned();
    let document = match (case.get("text").and_then(Tree::as_str), case.get("document")) {
        (Some(text), _) => text.to_owned(),
        (None, Some(document)) => document.to_string(),
        (None, None) => patched(base, case, &name).to_string(),
    };
    let findings = case.get("findings").unwrap().items().iter();
    let expected = findings.map(|line| line.as_str().unwrap().trim_end().to_owned()).collect();
    Case { name, document: document.into_bytes(), expected }
}

/// A document with the changes that a case names.
pub fn patched(base: &Tree, case: &Tree, name: &str) -> Tree {
    let mut document = base.clone();
    for pointer in case.get("remove").map_or(&[][..], Tree::items) {
        assert!(document.remove(pointer.as_str().unwrap()), "{name}: nothing to remove");
    }
    for member in case.get("set").map_or(&[][..], Tree::members) {
        assert!(document.set(&member.name, member.value.clone()), "{name}: no place for {}", member.name);
    }
    assert!(!matches!(document.value, Json::Null));
    document
}

/// The findings of a document as case files write them.
pub fn findings(contract: &Contract, document: &[u8]) -> Vec<String> {
    lines(&contract.check(document, &options()))
}

/// The findings of a report as case files write them.
pub fn lines(report: &Report) -> Vec<String> {
    let line = |finding: &klavi_validate::Finding| {
        let line = format!("{} {} {}", finding.severity.name(), finding.code, finding.pointer);
        line.trim_end().to_owned()
    };
    report.findings.iter().map(line).collect()
}

/// How many errors other validators of the same schema can see too: those of no annotation and not of JSON itself.
pub fn portable_errors(report: &Report) -> usize {
    let portable = |finding: &&klavi_validate::Finding| {
        finding.severity == klavi_core::Severity::Error
            && finding.code.group() != Group::Json
            && !finding.schema_location.rsplit('#').next().unwrap_or_default().contains("/x-")
    };
    report.findings.iter().filter(portable).count()
}
