//! References from one file to another, for schemas of one's own.

use klavi_codegen::{SchemaError, SchemaFile, program};
use klavi_core::{Code, Finding, Limits, run};

/// The files beside `orders/order.json`.
const FILES: &[(&str, &str)] = &[
    (
        "address.json",
        r#"{"$id": "https://example.com/address.json", "$defs": {
        "zip": {"$anchor": "zip", "type": "string", "maxLength": 8}, "line": {"$ref": "parts/line.json#/$defs/a~1b"}}}"#,
    ),
    (
        "parts/line.json",
        r##"{"$defs": {"a/b": {"type": "object", "properties": {
        "text": {"$ref": "../words.json"}, "next": {"$ref": "#/$defs/a~1b"}, "order": {"$ref": "../order.json#/$defs/id"}}}}}"##,
    ),
    ("words.json", r#"{"type": "string", "minLength": 2}"#),
    ("broken.json", "{\n  \"type\": \"string\",\n  \"minLenght\": 1\n}"),
    ("nowhere.json", "{\n  \"items\": {\"$ref\": \"words.json#/$defs/none\"}\n}"),
    ("endless.json", r#"{"allOf": [{"$ref": "endless.json"}]}"#),
];

fn file(text: &str) -> Result<SchemaFile, Vec<SchemaError>> {
    let mut read = |path: &str| {
        let found = FILES.iter().find(|(name, _)| *name == path);
        found.map(|(_, text)| (*text).to_owned()).ok_or_else(|| "no such file".to_owned())
    };
    SchemaFile::with_others("orders/order.json", text, &mut read)
}

fn findings(text: &str, document: &str) -> Vec<(Code, &'static str)> {
    let program = program(&file(text).unwrap(), "", "order").unwrap();
    let mut findings: Vec<Finding> = Vec::new();
    run(program, document.as_bytes(), Limits::default(), None, &mut findings);
    findings.iter().map(|finding| (finding.code, finding.location.unwrap().uri)).collect()
}

fn mistakes(text: &str) -> Vec<String> {
    let lowered = file(text).and_then(|file| program(&file, "", "order"));
    lowered.unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn a_schema_of_another_file_judges_and_is_named_by_that_file() {
    let schema = r#"{"$defs": {"id": {"type": "integer"}}, "type": "object", "properties": {
        "zip": {"$ref": "address.json#zip"}, "line": {"$ref": "address.json#/%24defs/line"}}}"#;
    assert_eq!(findings(schema, r#"{"zip": "01310100", "line": {"text": "ab", "order": 1}}"#), []);
    assert_eq!(
        findings(schema, r#"{"zip": "013101000", "line": {"next": {"text": "a", "order": "1"}}}"#),
        [(Code::MaxLength, "address.json#/$defs/zip"), (Code::MinLength, "words.json#"), (Code::Type, "#/$defs/id"),]
    );
    let named: Vec<_> = file(schema).unwrap().others().map(str::to_owned).collect();
    assert_eq!(named, ["address.json", "parts/line.json", "words.json"]);
}

#[test]
fn mistakes_are_told_in_the_file_that_has_them() {
    let of = |reference: &str| mistakes(&format!(r#"{{"items": {{"$ref": "{reference}"}}}}"#));
    assert_eq!(
        of("broken.json"),
        [
            "orders/broken.json:3:3: `minLenght` is not a keyword of the dialect (at `/minLenght`); did you mean `minLength`?"
        ]
    );
    let [nowhere] = &of("nowhere.json")[..] else { panic!() };
    assert!(nowhere.starts_with("orders/nowhere.json:2:21: `$ref` to `words.json#/$defs/none`"), "{nowhere}");
    let [endless] = &of("endless.json")[..] else { panic!() };
    assert!(endless.starts_with("orders/endless.json:1:") && endless.contains("without end"), "{endless}");
    let [absent] = &of("absent.json")[..] else { panic!() };
    assert_eq!(
        absent,
        "orders/order.json:1:20: cannot read the file that `$ref` to `absent.json` names: no such file (at `/items/$ref`)"
    );
}

#[test]
fn no_reference_leads_out_of_the_folder_or_into_the_network() {
    for path in
        ["../secret.json", "/etc/passwd", "parts/../../a.json", "https://example.com/a.json", "urn:a", "c:\\\\a.json"]
    {
        let [told] = &mistakes(&format!(r#"{{"$ref": "{path}"}}"#))[..] else { panic!("{path}") };
        assert!(told.contains("in the folder of the schema or below it"), "{told}");
    }
    // A file whose text alone is known has none beside it.
    let alone = SchemaFile::new("order.json", r#"{"$ref": "words.json"}"#).and_then(|file| program(&file, "", "order"));
    assert!(alone.unwrap_err()[0].to_string().contains("where there is no schema of this file"));
}
