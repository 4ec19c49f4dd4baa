//! Mutated documents under every contract: our verdict against the `jsonschema` crate's on the same schema, against
//! `serde_json`, and against ourselves.
//!
//! The count for each contract comes from `KLAVI_MUTATIONS`. The full run is
//! `KLAVI_MUTATIONS=200000 cargo test --release -p klavi-validate --test differential -- --nocapture`.

mod common;

use common::mutate::{Words, broken, mutate, shuffle, spelled};
use common::random::Random;
use common::{cases, portable_errors};
use klavi_core::{Code, Group, Json, Tree};
use klavi_validate::{Contract, Options, Report, contracts};
use serde_json::Value;

fn wanted() -> usize {
    std::env::var("KLAVI_MUTATIONS").map_or(2_000, |count| count.parse().expect("KLAVI_MUTATIONS is a number"))
}

/// What was compared, to tell that the run was no empty one.
#[derive(Debug, Default)]
struct Tally {
    documents: usize,
    malformed: usize,
    valid: usize,
    /// Verdicts compared with the `jsonschema` crate.
    judged: usize,
    /// Documents that the crate would read through a float which does not hold their numbers.
    inexact: usize,
}

struct Subject {
    contract: &'static Contract,
    oracle: jsonschema::Validator,
    bases: Vec<Tree>,
    words: Words,
    options: Options,
}

impl Subject {
    fn new(contract: &'static Contract) -> Self {
        let schema: Value = serde_json::from_str(contract.schema).unwrap();
        let examples = contract.examples.iter().map(|(_, text)| text.as_bytes().to_vec());
        let documents = examples.chain(cases(contract.name).into_iter().map(|case| case.document));
        let bases: Vec<Tree> = documents.filter_map(|document| Tree::parse(&document).ok()).collect();
        let tree = Tree::parse(contract.schema.as_bytes()).unwrap();
        Self {
            contract,
            oracle: jsonschema::draft202012::new(&schema).unwrap(),
            words: Words::new(bases.iter().chain([&tree])),
            bases,
            options: Options::default().with_today(None).with_max_findings(0),
        }
    }

    /// What does not agree about one document.
    fn judge(&self, document: &[u8], tally: &mut Tally) -> Vec<&'static str> {
        let report = self.contract.check(document, &self.options);
        let value: serde_json::Result<Value> = serde_json::from_slice(document);
        let mut wrong = Vec::new();
        let mut must = |holds: bool, what| wrong.extend((!holds).then_some(what));
        must(self.contract.is_valid(document) == report.is_valid(), "the verdict-only run says something else");
        must(agree_on_json(&report, &value), "serde_json says something else of the JSON");
        if report.is_valid() {
            let read = self.contract.read(document);
            must(read.is_ok(), "a valid document cannot be read");
        }
        tally.documents += 1;
        tally.valid += usize::from(report.is_valid());
        let well_formed = json_codes(&report).next().is_none();
        tally.malformed += usize::from(!well_formed);
        if let (Ok(value), true) = (value, well_formed) {
            let tree = Tree::parse(document).unwrap();
            if fits_floats(&tree) {
                tally.judged += 1;
                let ours = portable_errors(&report) == 0;
                must(ours == self.oracle.is_valid(&value), "the jsonschema crate gives another verdict");
            } else {
                tally.inexact += 1;
            }
        }
        wrong
    }

    /// The codes and pointers of a document, in no order.
    fn findings(&self, document: &[u8]) -> Vec<(Code, String)> {
        let report = self.contract.check(document, &self.options);
        let mut found: Vec<_> = report.findings.into_iter().map(|finding| (finding.code, finding.pointer)).collect();
        found.sort();
        found
    }

    fn run(&self, seed: u64, count: usize) -> (Tally, Vec<String>) {
        let mut random = Random::new(seed);
        let mut tally = Tally::default();
        let mut failures = Vec::new();
        while tally.documents < count && failures.len() < 20 {
            let mut tree = self.bases[random.below(self.bases.len())].clone();
            mutate(&mut tree, &self.words, &mut random);
            let plain = tree.to_string();
            let text = if random.one_in(2) { spelled(&tree, &mut random) } else { plain.clone() };
            let document = if random.one_in(6) { broken(&text, &mut random) } else { text.into_bytes() };
            let mut wrong = self.judge(&document, &mut tally);
            if !has_json_finding(self.contract, &plain) && random.one_in(3) {
                shuffle(&mut tree, &mut random);
                let other = spelled(&tree, &mut random);
                if self.findings(plain.as_bytes()) != self.findings(other.as_bytes()) {
                    wrong.push("another order or spelling has other findings");
                    failures.push(other);
                }
            }
            let document = String::from_utf8_lossy(&document);
            failures
                .extend(wrong.iter().map(|what| format!("{}: {what}\n  {document}\n  {plain}", self.contract.name)));
        }
        (tally, failures)
    }
}

fn json_codes(report: &Report) -> impl Iterator<Item = Code> {
    report.findings.iter().map(|finding| finding.code).filter(|code| code.group() == Group::Json)
}

fn has_json_finding(contract: &Contract, document: &str) -> bool {
    let report = contract.check(document.as_bytes(), &Options::default().with_max_findings(0));
    json_codes(&report).next().is_some()
}

/// Whether we and `serde_json` agree that this is JSON. Known differences: it takes a name twice and 127 levels; it
/// refuses numbers beyond `f64`, which we read by their digits.
fn agree_on_json(report: &Report, value: &serde_json::Result<Value>) -> bool {
    match value {
        Ok(_) => json_codes(report).all(|code| matches!(code, Code::DuplicateKey | Code::TooDeep)),
        Err(error) if error.to_string().starts_with("number out of range") => true,
        Err(_) => json_codes(report).any(|code| code != Code::DuplicateKey),
    }
}

/// Whether `f64` holds all numbers of the document exactly enough to tell whole ones from others.
fn fits_floats(tree: &Tree) -> bool {
    match &tree.value {
        Json::Number(number) => {
            let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
            mantissa.bytes().filter(u8::is_ascii_digit).count() <= 15
                && exponent.parse::<i32>().is_ok_and(|exponent| exponent.abs() < 100)
        }
        Json::Array(items) => items.iter().all(fits_floats),
        Json::Object(members) => members.iter().all(|member| fits_floats(&member.value)),
        _ => true,
    }
}

#[test]
fn mutated_documents_get_one_verdict_from_all() {
    let count = wanted();
    let mut failures = Vec::new();
    for (contract, seed) in contracts().iter().zip(1..) {
        let (tally, wrong) = Subject::new(contract).run(seed, count);
        println!("{}: {tally:?}", contract.name);
        let least = count / 20;
        let thin = [tally.malformed, tally.valid, tally.judged].into_iter().any(|part| part < least);
        assert!(!thin || !wrong.is_empty(), "{}: {tally:?} of {count} compares too little", contract.name);
        failures.extend(wrong);
    }
    assert!(failures.is_empty(), "{} disagreements:\n{}", failures.len(), failures.join("\n"));
}
