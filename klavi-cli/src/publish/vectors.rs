//! The vectors: every case of the contracts, of the codes and of the mistakes, as lines of JSON that any language can run.
//!
//! A line is whole: the text of a document, what it is checked against, on which day, and all findings. What the members
//! mean is told by `vectors/vector.schema.json`.

use crate::contract::own;
use crate::publish::builder::{parsed, word};
use crate::text::usage_error::UsageError;
use klavi_core::{Code, Group, Json, Severity, Tree};
use klavi_schema::{CONTRACTS, MISTAKES};
use klavi_validate::catalogue::{Example, rules};
use klavi_validate::types::Date;
use klavi_validate::{Contract, Finding, Lang, Options, Report, Span, contract};
use serde::Serialize;
use serde_json::value::RawValue;
use std::fmt::Write as _;

/// The version of the format: it changes when a member changes its meaning or goes away.
const VERSION: u32 = 1;

/// The day of the cases.
const TODAY: &str = "2025-01-15";

/// All files of vectors, by name: one for each contract, one for the codes, one for the mistakes.
pub fn files() -> Result<Vec<(String, String)>, UsageError> {
    let mut files = Vec::new();
    for known in CONTRACTS {
        files.push((format!("{}.jsonl", known.name), lines(of_contract(known)?)?));
    }
    files.push(("codes.jsonl".to_owned(), lines(of_codes()?)?));
    files.push(("mistakes.jsonl".to_owned(), lines(of_mistakes()?)?));
    Ok(files)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Vector {
    version: u32,
    name: String,
    #[serde(flatten)]
    against: Against,
    today: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    limits: Option<Limits>,
    #[serde(flatten)]
    document: Document,
    valid: bool,
    /// The verdict of JSON Schema alone; none where the text is no JSON that all readers take the same way.
    #[serde(skip_serializing_if = "Option::is_none")]
    schema_valid: Option<bool>,
    findings: Vec<Found>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Against {
    Contract(&'static str),
    Schema(Box<RawValue>),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Document {
    #[serde(rename = "document")]
    Text(String),
    /// What is no UTF-8, two hexadecimal digits for a byte.
    Hex(String),
}

#[derive(Serialize)]
struct Limits {
    bytes: usize,
    depth: u32,
}

#[derive(Serialize)]
struct Found {
    code: &'static str,
    severity: &'static str,
    pointer: String,
    span: [u64; 2],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    because: Vec<Because>,
    message: Message,
}

#[derive(Serialize)]
struct Because {
    pointer: String,
    span: [u64; 2],
}

#[derive(Serialize)]
struct Message {
    en: String,
    #[serde(rename = "pt-BR")]
    pt_br: String,
}

/// The base of a contract's cases, the cases, and the documented examples.
fn of_contract(known: &klavi_schema::ContractFiles) -> Result<Vec<Vector>, UsageError> {
    let contract = named(known.name)?;
    let file = parsed(known.cases.name, known.cases.text)?;
    let base = file.get("base").ok_or_else(|| malformed(known.cases.name))?;
    let mut vectors = vec![vector("base", contract, base.to_string().into_bytes())?];
    for case in file.get("cases").map_or(&[][..], Tree::items) {
        let text = case.get("text").and_then(Tree::as_str).map(str::to_owned);
        let document = text.or_else(|| case.get("document").map(ToString::to_string));
        let document = document.or_else(|| patched(base, case)).ok_or_else(|| malformed(known.cases.name))?;
        vectors.push(vector(word(case, "name"), contract, document.into_bytes())?);
    }
    for (path, text) in &contract.examples {
        vectors.push(vector(path, contract, text.as_bytes().to_vec())?);
    }
    Ok(vectors)
}

/// The bad and the good example of every code that documents have.
fn of_codes() -> Result<Vec<Vector>, UsageError> {
    let mut vectors = Vec::new();
    for rule in rules().iter().filter(|rule| !rule.code.group().is_of_calls()) {
        vectors.push(of_example(&format!("{}: bad", rule.code), &rule.bad)?);
        vectors.push(of_example(&format!("{}: good", rule.code), &rule.good)?);
    }
    Ok(vectors)
}

fn of_example(name: &str, example: &Example) -> Result<Vector, UsageError> {
    let document = example.document();
    let (usual, limits) = (klavi_core::Limits::default(), example.limits());
    let options = options()?.with_limits(limits);
    let (against, contract) = match (&example.contract, example.schema()) {
        (Some(contract), _) => {
            let contract = named(contract)?;
            (Against::Contract(contract.name), contract)
        }
        (None, schema) => {
            let schema = RawValue::from_string(schema.unwrap_or_default().to_owned()).map_err(|_| malformed(name))?;
            let own = own::lower("example", schema.get())?;
            (Against::Schema(schema), own)
        }
    };
    let limits = (limits != usual).then_some(Limits { bytes: limits.max_bytes, depth: limits.max_depth });
    Ok(Vector { limits, ..judged(name, against, document, |document| contract.check(document, &options)) })
}

/// The mistakes that people make.
fn of_mistakes() -> Result<Vec<Vector>, UsageError> {
    let file = parsed(MISTAKES.name, MISTAKES.text)?;
    let mistakes = file.get("mistakes").map_or(&[][..], Tree::items);
    let made = mistakes.iter().map(|mistake| {
        let contract = named(word(mistake, "contract"))?;
        let cases = CONTRACTS.iter().find(|known| known.name == contract.name).map(|known| known.cases.text);
        let base = parsed(MISTAKES.name, cases.unwrap_or_default())?;
        let document = base.get("base").and_then(|base| patched(base, mistake));
        let document = document.ok_or_else(|| malformed(MISTAKES.name))?;
        let title = mistake.pointer("/title/en").and_then(Tree::as_str).unwrap_or_default();
        vector(title, contract, document.into_bytes())
    });
    made.collect()
}

fn vector(name: &str, contract: &'static Contract, document: Vec<u8>) -> Result<Vector, UsageError> {
    let options = options()?;
    Ok(judged(name, Against::Contract(contract.name), document, |document| contract.check(document, &options)))
}

fn judged(name: &str, against: Against, document: Vec<u8>, check: impl FnOnce(&[u8]) -> Report) -> Vector {
    let report = check(&document);
    let document = match String::from_utf8(document) {
        Ok(text) => Document::Text(text),
        Err(error) => Document::Hex(error.as_bytes().iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })),
    };
    Vector {
        version: VERSION,
        name: name.to_owned(),
        against,
        today: TODAY,
        limits: None,
        document,
        valid: report.is_valid(),
        schema_valid: schema_valid(&report),
        findings: report.findings.iter().map(found).collect(),
    }
}

fn schema_valid(report: &Report) -> Option<bool> {
    let is_plain = report.findings.iter().all(|finding| finding.code.group() != Group::Json);
    // What an annotation says, others do not see; to them `format` is one.
    let is_seen = |finding: &Finding| {
        let pointer = finding.schema_location.split_once('#').map_or("", |(_, pointer)| pointer);
        finding.severity == Severity::Error && finding.code != Code::Format && !pointer.contains("/x-")
    };
    is_plain.then(|| !report.findings.iter().any(is_seen))
}

fn found(finding: &Finding) -> Found {
    let because = finding.because.iter();
    Found {
        code: finding.code.name(),
        severity: finding.severity.name(),
        pointer: finding.pointer.clone(),
        span: offsets(finding.span),
        because: because.map(|it| Because { pointer: it.pointer.clone(), span: offsets(it.span) }).collect(),
        message: Message { en: finding.message(Lang::En), pt_br: finding.message(Lang::PtBr) },
    }
}

fn offsets(span: Span) -> [u64; 2] {
    [span.start, span.end].map(|place| place.offset)
}

/// The document with the changes that a case names.
fn patched(base: &Tree, case: &Tree) -> Option<String> {
    let mut document = base.clone();
    for pointer in case.get("remove").map_or(&[][..], Tree::items) {
        document.remove(pointer.as_str()?).then_some(())?;
    }
    for member in case.get("set").map_or(&[][..], Tree::members) {
        document.set(&member.name, member.value.clone()).then_some(())?;
    }
    (!matches!(document.value, Json::Null)).then(|| document.to_string())
}

fn lines(vectors: Vec<Vector>) -> Result<String, UsageError> {
    let mut text = String::new();
    for vector in vectors {
        let line = serde_json::to_string(&vector).map_err(|error| UsageError::BuiltIn(error.to_string()))?;
        for letter in line.chars() {
            match letter {
                // Some take these for the end of a line.
                '\u{85}' | '\u{2028}' | '\u{2029}' => _ = write!(text, "\\u{:04x}", u32::from(letter)),
                letter => text.push(letter),
            }
        }
        text.push('\n');
    }
    Ok(text)
}

fn options() -> Result<Options, UsageError> {
    let today: Date = TODAY.parse().map_err(|_| malformed(TODAY))?;
    Ok(Options::at(today).with_max_findings(0))
}

fn named(name: &str) -> Result<&'static Contract, UsageError> {
    contract(name).ok_or_else(|| malformed(name))
}

fn malformed(name: &str) -> UsageError {
    UsageError::BuiltIn(format!("{name} is malformed"))
}
