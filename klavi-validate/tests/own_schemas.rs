//! Schemas of one's own: nothing in their reports speaks of Klavi, whatever their fields are called.

use klavi_codegen::{SchemaFile, program};
use klavi_core::program::standard_format;
use klavi_core::{Code, Severity};
use klavi_validate::{Lang, Options, Report};
use std::collections::BTreeSet;

fn report(schema: &str, document: &str) -> Report {
    let file = SchemaFile::new("order.json", schema).unwrap();
    let program = program(&file, "", "order").unwrap();
    Report::new(program, document.as_bytes(), &Options::default())
}

/// Fields with the names of Klavi's, each broken in each way that a plain keyword knows.
const SCHEMA: &str = r#"{
    "type": "object",
    "properties": {
        "identifier": {"type": "string", "minLength": 3, "pattern": "^[a-z]+$"},
        "loggedUserCpf": {"type": "string", "maxLength": 1},
        "amount": {"type": "string"},
        "fixedAmount": {"type": "string", "pattern": "^x$"},
        "ispb": {"type": "string", "minLength": 2},
        "debtorAccount": {
            "type": "object",
            "properties": {"issuer": {"type": "string", "pattern": "^x$"}, "number": {"type": "string", "maxLength": 1}}
        },
        "date": {"type": "string", "pattern": "^x$"},
        "expirationDateTime": {"type": "string", "minLength": 9},
        "name": {"type": "string", "pattern": "^x$"},
        "qrCode": {"type": "string", "x-max-bytes": 3},
        "proxy": {"type": "string", "anyOf": [{"pattern": "^x$"}, {"pattern": "^y$"}]},
        "status": {"enum": ["OPEN"]}
    },
    "required": ["total"],
    "additionalProperties": true
}"#;

#[test]
fn nothing_speaks_of_klavi() {
    let document = r#"{"identifier": "1", "loggedUserCpf": "12", "amount": 1.5, "fixedAmount": "1", "ispb": "1",
        "debtorAccount": {"issuer": "1", "number": "12", "key": 1}, "date": "1", "expirationDateTime": "1", "name": "1",
        "qrCode": "ação", "proxy": "z", "status": "?"}"#;
    let report = report(SCHEMA, document);
    assert!(report.findings.len() > 12, "{report}");
    let klavi =
        ["klavi", "externalinfo", "cpf", "cnpj", "qr code", "pix", "ispb de", "branch", "agência", "reais", "centavo"];
    for finding in &report.findings {
        for lang in [Lang::En, Lang::PtBr] {
            let said = format!("{} {}", finding.message(lang), finding.help(lang).unwrap_or_default());
            // The names of the fields are the document's own.
            let field = finding.pointer.rsplit('/').next().unwrap_or_default().to_lowercase();
            let said = said.to_lowercase().replace(&field, "");
            assert!(!klavi.iter().any(|word| said.contains(word)), "{}: {said}", finding.code);
        }
    }
    let of_code = report.findings.iter().find(|finding| finding.pointer == "/qrCode").unwrap();
    assert_eq!(of_code.code, Code::MaxBytes);
    assert_eq!(of_code.message(Lang::En), "`qrCode` has 6 bytes; 3 are allowed");
    let unknown = report.findings.iter().find(|finding| finding.code == Code::UnknownField).unwrap();
    assert_eq!(unknown.help(Lang::En).as_deref(), Some("correct the name or remove it"));
    assert_eq!(unknown.help(Lang::PtBr).as_deref(), Some("corrija o nome ou remova"));
}

/// What can be asserted has words of its own in both languages, and the edit that mends it.
#[test]
fn every_format_says_how_it_is_written() {
    let mut said = BTreeSet::new();
    for format in standard_format::ALL {
        let schema =
            format!(r#"{{"x-format-assertion": true, "properties": {{"a": {{"format": "{}"}}}}}}"#, format.name);
        let report = report(&schema, r#"{"a": "\\ {"}"#);
        let [finding] = &report.findings[..] else { panic!("{}: {report}", format.name) };
        assert_eq!((finding.code, finding.severity), (Code::Format, Severity::Error), "{}", format.name);
        for lang in [Lang::En, Lang::PtBr] {
            assert!(said.insert(finding.message(lang)) && finding.help(lang).is_some(), "{}", format.name);
        }
    }
}

/// Where a document comes from stands in its schema, not in the schema's name.
#[test]
fn the_direction_is_the_schemas() {
    let schema = |direction: &str| {
        format!(r#"{{"x-direction": "{direction}", "properties": {{"kind": {{"enum": ["ALPHA"]}}}}}}"#)
    };
    let document = r#"{"kind": "alpha", "other": 1}"#;
    let suggestion = |direction: &str| {
        let report = report(&schema(direction), document);
        let unknown = report.findings.iter().find(|finding| finding.code == Code::UnknownField).unwrap();
        (report.findings[0].suggestion(document.as_bytes()), unknown.help(Lang::En).unwrap())
    };
    assert_eq!(suggestion("request"), (Some("\"ALPHA\"".to_owned()), "correct the name or remove it".to_owned()));
    assert_eq!(suggestion("response"), (None, "it is kept, and may be newer than the documents".to_owned()));
}

/// What the new keywords say, with the places that they name.
#[test]
fn keywords_tell_place_and_cause() {
    let schema = r#"{
        "properties": {"days": {"uniqueItems": true, "contains": {"const": 9}}, "a": true, "labels": {"maxProperties": 1}},
        "dependentRequired": {"a": ["b"]},
        "propertyNames": {"maxLength": 6},
        "unevaluatedProperties": false
    }"#;
    let report = report(schema, r#"{"days": [1, 2, 1.0], "a": 1, "labels": {"x": 1, "y": 2}, "too-long": 1}"#);
    let told: Vec<_> = report
        .findings
        .iter()
        .map(|finding| {
            let cause = finding.because.first().map_or("", |cause| &cause.pointer);
            format!("{} {} <- {cause} @ {}", finding.code, finding.pointer, finding.schema_location)
        })
        .collect();
    assert_eq!(
        told,
        [
            "contains /days <-  @ order#/properties/days/contains",
            "unique-items /days/2 <- /days/0 @ order#/properties/days/uniqueItems",
            "required /b <- /a @ order#/dependentRequired/a",
            "max-properties /labels <-  @ order#/properties/labels/maxProperties",
            "property-names /too-long <-  @ order#/propertyNames",
            "unknown-field /too-long <-  @ order#/unevaluatedProperties",
        ]
    );
}
