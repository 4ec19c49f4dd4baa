//! What the evaluator keeps while it reads, and must not keep beyond the object that it belongs to.

mod common;

use common::{lines, options};
use klavi_core::program::Program;
use klavi_core::{Code, Finding, Limits, run};
use klavi_validate::Report;

fn program(schema: &str) -> &'static Program {
    let file = klavi_codegen::SchemaFile::new("own", schema).unwrap();
    klavi_codegen::program(&file, "", "own").unwrap()
}

fn told(schema: &str, document: &str) -> Vec<String> {
    lines(&Report::new(program(schema), document.as_bytes(), &options()))
}

#[test]
fn a_condition_sees_no_member_of_an_earlier_element() {
    let schema = r#"{"type": "array", "items": {"type": "object", "properties": {"k": {"type": "string"}, "v": {"type": "integer"}},
        "allOf": [{"if": {"properties": {"k": {"enum": ["x"]}}, "required": ["k"]}, "then": {"required": ["v"]}}]}}"#;
    assert_eq!(told(schema, r#"[{"k": "x", "v": 1}, {"v": 2}, {}]"#), [""; 0]);
    assert_eq!(told(schema, r#"[{"k": "x", "v": 1}, {"k": "x"}]"#), ["error required /1/v"]);
}

#[test]
fn conditions_that_fail_inside_an_object_leave_the_depth_as_it_was() {
    let schema = r#"{"type": "array", "items": {"type": "object", "properties": {"a": {"type": "object"}, "v": {"type": "integer"}},
        "allOf": [{"if": {"properties": {"a": {"type": "object", "properties": {"b": {"type": "integer", "minimum": 5}}}},
            "required": ["a"]}, "then": {"required": ["v"]}}]}}"#;
    let many = format!("[{}]", [r#"{"a": {"b": 1}}"#; 200].join(", "));
    assert_eq!(told(schema, &many), [""; 0]);
    assert_eq!(told(schema, r#"[{"a": {"b": 5}}]"#), ["error required /0/v"]);
}

#[test]
fn a_condition_compares_texts_of_any_length() {
    for length in [1, 29, 30, 31, 32, 33, 64, 300] {
        let text = "x".repeat(length);
        let schema = format!(
            r#"{{"type": "object", "properties": {{"k": {{"type": "string"}}, "v": {{"type": "integer"}}}}, "allOf":
            [{{"if": {{"properties": {{"k": {{"enum": ["{text}"]}}}}, "required": ["k"]}}, "then": {{"required": ["v"]}}}}]}}"#
        );
        assert_eq!(told(&schema, &format!(r#"{{"k": "{text}"}}"#)), ["error required /v"], "{length}");
        assert_eq!(told(&schema, &format!(r#"{{"k": "\u0078{}"}}"#, &text[1..])), ["error required /v"], "{length}");
        assert_eq!(told(&schema, &format!(r#"{{"k": "{}y"}}"#, &text[1..])), [""; 0], "{length}");
        assert_eq!(told(&schema, &format!(r#"{{"k": "{text}x"}}"#)), [""; 0], "{length}");
    }
}

#[test]
fn a_lone_surrogate_is_told_by_the_first_reading_only() {
    let schema = r#"{"type": "object", "properties": {"k": {"type": "string"}},
        "allOf": [{"properties": {"k": {"maxLength": 9}}}, {"properties": {"k": {"minLength": 1}}}]}"#;
    let mut findings: Vec<Finding> = Vec::new();
    run(program(schema), br#"{"k": "\ud800 \udc00"}"#, Limits::default(), None, &mut findings);
    let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.span.start)).collect();
    assert_eq!(found, [(Code::LoneSurrogate, 7), (Code::LoneSurrogate, 14)]);
}

#[test]
fn reading_ahead_in_what_is_malformed_leaves_the_depth_as_it_was() {
    let schema = r#"{"type": "object", "properties": {"id": {"type": "string", "pattern": "^[0-9]{11}$", "x-format": "tax-id"}}}"#;
    let mut findings: Vec<Finding> = Vec::new();
    // Right before the limit: counted twice, the brackets would be too deep.
    let limits = Limits { max_depth: 4, ..Limits::default() };
    run(program(schema), br#"{"id": "x", "a": [[[ oops"#, limits, None, &mut findings);
    let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.span.start)).collect();
    assert_eq!(found, [(Code::Pattern, 7), (Code::InvalidJson, 21)]);
}
