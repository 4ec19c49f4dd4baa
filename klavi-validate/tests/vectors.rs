//! The published vectors: the library gives what each line says, and `jsonschema` the verdict that it says.

mod common;

use jsonschema::Validator;
use klavi_core::Code;
use klavi_core::Limits;
use klavi_core::program::Program;
use klavi_validate::{Lang, Options, Report, Span, contract, contracts};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// All vectors by their file; none in a packaged crate, which does not have them.
fn vectors() -> Vec<(String, Vec<Value>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/vectors");
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "jsonl") && !path.ends_with("parsers.jsonl"));
    files.sort();
    let read = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        assert!(!text.contains(['\u{85}', '\u{2028}', '\u{2029}']), "some take these for the end of a line");
        let lines = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        (path.file_stem().unwrap().to_str().unwrap().to_owned(), lines)
    };
    files.iter().map(|path| read(path)).collect()
}

fn text<'a>(vector: &'a Value, name: &str) -> Option<&'a str> {
    vector.get(name)?.as_str()
}

fn document(vector: &Value) -> Vec<u8> {
    let Some(hex) = text(vector, "hex") else { return text(vector, "document").unwrap().as_bytes().to_vec() };
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn program(vector: &Value) -> &'static Program {
    if let Some(name) = text(vector, "contract") {
        return contract(name).unwrap().program;
    }
    let file = klavi_codegen::SchemaFile::new("vector", &vector["schema"].to_string()).unwrap();
    klavi_codegen::program(&file, "", "vector").unwrap()
}

/// What the library says, as the vector writes it.
fn said(vector: &Value) -> Value {
    let mut options = Options::at(text(vector, "today").unwrap().parse().unwrap()).with_max_findings(0);
    if let Some(limits) = vector.get("limits") {
        let number = |name: &str| limits[name].as_u64().unwrap();
        let (max_bytes, max_depth) = (number("bytes").try_into().unwrap(), number("depth").try_into().unwrap());
        options = options.with_limits(Limits { max_bytes, max_depth });
    }
    let report = Report::new(program(vector), &document(vector), &options);
    let span = |span: Span| json!([span.start.offset, span.end.offset]);
    let findings = report.findings.iter().map(|finding| {
        let message = json!({"en": finding.message(Lang::En), "pt-BR": finding.message(Lang::PtBr)});
        let mut found = json!({"code": finding.code.name(), "severity": finding.severity.name(),
            "pointer": finding.pointer, "span": span(finding.span), "message": message});
        let because = finding.because.iter().map(|it| json!({"pointer": it.pointer, "span": span(it.span)}));
        if !finding.because.is_empty() {
            found["because"] = because.collect();
        }
        found
    });
    json!({"valid": report.is_valid(), "findings": findings.collect::<Vec<_>>()})
}

#[test]
fn the_library_finds_what_every_vector_says() {
    let mut codes = BTreeSet::new();
    for (file, vectors) in vectors() {
        for vector in &vectors {
            let expected = json!({"valid": vector["valid"], "findings": vector["findings"]});
            assert_eq!(said(vector), expected, "{file}: {}", vector["name"]);
            let findings = vector["findings"].as_array().unwrap().iter();
            codes.extend(findings.map(|finding| finding["code"].as_str().unwrap().to_owned()));
        }
    }
    let of_documents = Code::ALL.iter().filter(|code| !code.group().is_of_calls());
    let missing: Vec<_> = of_documents.filter(|code| !codes.contains(code.name())).collect();
    assert!(codes.is_empty() || missing.is_empty(), "no vector has these codes: {missing:?}");
}

#[test]
fn other_validators_give_the_verdict_that_a_vector_says() {
    let mut schemas: BTreeMap<&str, Validator> = BTreeMap::new();
    for contract in contracts() {
        let schema: Value = serde_json::from_str(contract.schema).unwrap();
        schemas.insert(contract.name, jsonschema::draft202012::new(&schema).unwrap());
    }
    for (file, vectors) in vectors() {
        let mut verdicts = 0;
        for vector in &vectors {
            let Some(verdict) = vector.get("schemaValid").and_then(Value::as_bool) else { continue };
            let value: Value = serde_json::from_slice(&document(vector)).unwrap();
            let is_valid = match text(vector, "contract") {
                Some(name) => schemas[name].is_valid(&value),
                None => jsonschema::draft202012::new(&vector["schema"]).unwrap().is_valid(&value),
            };
            assert_eq!(is_valid, verdict, "{file}: {}", vector["name"]);
            verdicts += 1;
        }
        assert!(verdicts * 10 > vectors.len() * 6, "{file}: only {verdicts} of {} say a verdict", vectors.len());
    }
}

#[test]
fn vectors_keep_to_their_schema() {
    let schema: Value = serde_json::from_str(klavi_schema::VECTOR_SCHEMA.text).unwrap();
    let schema = jsonschema::draft202012::new(&schema).unwrap();
    for (file, vectors) in vectors() {
        for vector in &vectors {
            let errors: Vec<_> = schema.iter_errors(vector).map(|error| error.to_string()).collect();
            assert_eq!(errors, [""; 0], "{file}: {}", vector["name"]);
        }
    }
    for wrong in [json!({}), json!({"version": 2}), json!([])] {
        assert!(!schema.is_valid(&wrong));
    }
}

#[test]
fn every_case_is_a_vector() {
    let files: BTreeMap<String, Vec<Value>> = vectors().into_iter().collect();
    if files.is_empty() {
        return;
    }
    for contract in contracts() {
        let cases = common::cases(contract.name);
        let vectors = &files[contract.name];
        assert_eq!(vectors.len(), cases.len() + contract.examples.len(), "{}", contract.name);
        for (case, vector) in cases.iter().zip(vectors) {
            assert_eq!(text(vector, "name"), Some(&*case.name));
            let line = |finding: &Value| {
                let word = |name: &str| text(finding, name).unwrap();
                format!("{} {} {}", word("severity"), word("code"), word("pointer")).trim_end().to_owned()
            };
            let findings: Vec<_> = vector["findings"].as_array().unwrap().iter().map(line).collect();
            assert_eq!(findings, case.expected, "{}: {}", contract.name, case.name);
        }
    }
}

/// Mutated documents as vectors, for runners in other languages: as many as `KLAVI_MUTATIONS` for each contract, into the
/// folder `KLAVI_VECTORS`.
#[test]
#[ignore = "writes files: `sh bindings/test` runs it"]
fn mutated_documents_are_written_as_vectors() {
    let variable = |name| std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"));
    let (folder, count) = (variable("KLAVI_VECTORS"), variable("KLAVI_MUTATIONS").parse().unwrap());
    fs::create_dir_all(&folder).unwrap();
    for (contract, seed) in contracts().iter().zip(1..) {
        let file = fs::File::create(Path::new(&folder).join(format!("{}.jsonl", contract.name))).unwrap();
        let mut file = std::io::BufWriter::new(file);
        for (number, document) in common::mutants(contract, seed).take(count).enumerate() {
            let mut vector =
                json!({"version": 1, "name": number.to_string(), "contract": contract.name, "today": "2025-01-15"});
            match str::from_utf8(&document) {
                Ok(text) => vector["document"] = text.into(),
                Err(_) => vector["hex"] = hex(&document).into(),
            }
            let Value::Object(said) = said(&vector) else { unreachable!() };
            vector.as_object_mut().unwrap().extend(said);
            writeln!(file, "{vector}").unwrap();
        }
        file.flush().unwrap();
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
