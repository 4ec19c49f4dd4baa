//! Every format in both languages, on the same inputs.

use crate::support::{formats, validate};
use insta::assert_snapshot;
use serde_json::{Value, json};

const INPUTS: &str = "order.json batch.jsonl missing.json";

fn output(format: &str, lang: &str) -> String {
    validate(&format!("-o {format} --lang {lang} {INPUTS}")).run().out
}

/// What there is of JSON besides is told below.
#[test]
fn every_format_to_the_letter() {
    for format in formats().iter().filter(|format| *format != "json" && *format != "sarif") {
        for lang in ["en", "pt-BR"] {
            assert_snapshot!(format!("{format}-{lang}"), output(format, lang));
        }
    }
}

#[test]
fn json() {
    let lines = output("jsonl", "en");
    let report: Value = serde_json::from_str(&output("json", "en")).unwrap();
    let documents: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let tool = json!({"name": "validate", "version": env!("CARGO_PKG_VERSION")});
    let summary = json!({"documents": 7, "valid": 2, "invalid": 3, "errors": 9, "warnings": 5, "unchecked": 2});
    assert_eq!(report, json!({"version": 1, "tool": tool, "summary": summary, "documents": documents}));
}

/// The documents are those of `jsonl`: two show how they are put together.
#[test]
fn json_to_the_letter() {
    for lang in ["en", "pt-BR"] {
        let report = validate(&format!("-o json --max-errors 1 --lang {lang} order.json missing.json")).run().out;
        assert_snapshot!(format!("json-{lang}"), report.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    }
}

#[test]
fn json_keeps_to_its_schema() {
    let schema: Value = serde_json::from_str(&validate("--print-schema report").run().out).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for lang in ["en", "pt-BR"] {
        for arguments in [INPUTS, "--max-errors 1 order.json", "--each order.json", "*.none", "-p /customer order.json"]
        {
            let report: Value =
                serde_json::from_str(&validate(&format!("-o json --lang {lang} {arguments}")).run().out).unwrap();
            let errors: Vec<_> = schema.iter_errors(&report).map(|error| error.to_string()).collect();
            assert_eq!(errors, [""; 0], "{arguments}");
        }
    }
    assert!(!schema.is_valid(&json!({"version": 2})));
}

#[test]
fn sarif() {
    for lang in ["en", "pt-BR"] {
        let mut log: Value = serde_json::from_str(&output("sarif", lang)).unwrap();
        let rules = log["runs"][0]["tool"]["driver"]["rules"].take();
        for result in log["runs"][0]["results"].as_array().unwrap() {
            if let Some(index) = result["ruleIndex"].as_u64() {
                assert_eq!(rules[usize::try_from(index).unwrap()]["id"], result["ruleId"]);
            }
        }
        assert_snapshot!(format!("sarif-{lang}"), format!("{log:#}"));
    }
}

/// The judge is the Python package xmlschema, which `sh scripts/foreign install` brings.
#[test]
fn junit_keeps_to_the_common_schema() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (judge, schema) =
        (root.join("target/foreign/python/bin/xmlschema-validate"), root.join("suites/junit/junit-10.xsd"));
    if !judge.is_file() || !schema.is_file() {
        return crate::support::not_run("`sh scripts/foreign install` has not brought the judge of XML");
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.xml");
    for lang in ["en", "pt-BR"] {
        for arguments in [INPUTS, "calls.har", "*.none", "--max-errors 1 order.json"] {
            let report = validate(&format!("-o junit --lang {lang} {arguments}")).run().out;
            std::fs::write(&file, report).unwrap();
            let mut command = std::process::Command::new(&judge);
            let done = command.arg("--schema").arg(&schema).arg(&file).output().unwrap();
            let told = [done.stdout, done.stderr].concat();
            assert!(done.status.success(), "{arguments}: {}", String::from_utf8_lossy(&told));
        }
    }
}

#[test]
fn fingerprints_are_unique_and_do_not_depend_on_what_is_shown() {
    let prints = |values: &str| -> Vec<String> {
        let out = validate(&format!("-o gitlab --values {values} {INPUTS}")).run().out;
        let issues: Vec<Value> = serde_json::from_str(&out).unwrap();
        issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    let masked = prints("masked");
    let mut unique = masked.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), masked.len());
    assert_eq!(prints("full"), masked);
}

#[test]
fn a_long_line_is_shown_around_the_finding() {
    let out = validate("-s auth.request long.json").run().out;
    assert_snapshot!("long-line", out);
    assert!(out.lines().all(|line| line.chars().count() < 140));
}

#[test]
fn verbose_quiet_and_silent() {
    let of = |flags: &str, files: &str| validate(&format!("{flags} {files}")).run().out;
    assert_eq!(of("", "folder/token.json").lines().last(), Some("1 document checked, 0 invalid, 0 errors, 1 warning"));
    assert_eq!(of("-q", "folder/token.json"), "");
    assert_eq!(of("-q", "batch.jsonl"), "4 documents checked, 2 invalid, 2 errors, 1 warning, 1 unchecked\n");
    assert_eq!(of("-qq", "batch.jsonl"), "");
    let verbose = of("-v -A warnings", "folder/token.json");
    assert_eq!(
        verbose,
        "folder/token.json:1: valid: auth.response (chosen by shape)\n1 document checked, 0 invalid, 0 errors, 0 warnings\n"
    );
}

#[test]
fn several_outputs_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).display().to_string();
    let (json, junit) = (file("a.json"), file("b.xml"));
    let done =
        validate("-o compact order.json").arg("-o").arg(&format!("json={json}")).arg(&format!("-ojunit={junit}")).run();
    assert_eq!(done.out, validate("-o compact order.json").run().out);
    assert_eq!(std::fs::read_to_string(&json).unwrap(), validate("-o json order.json").run().out);
    assert_eq!(std::fs::read_to_string(&junit).unwrap(), validate("-o junit order.json").run().out);
    let silent = validate("order.json").arg(&format!("-ojson={json}")).run();
    assert_eq!((silent.out.as_str(), silent.status), ("", Some(1)));
}
