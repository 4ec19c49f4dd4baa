//! What the evaluator keeps while it reads, and must not keep beyond the object that it belongs to.

mod common;

use common::{lines, options};
use klavi_core::program::Program;
use klavi_core::{Code, Details, Finding, Limits, Severity, run};
use klavi_validate::{Lang, Report};

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

/// Code, keyword and span of each finding, as the evaluator tells them.
fn found(schema: &str, document: &str) -> Vec<(Code, &'static str, (u32, u32))> {
    let mut findings: Vec<Finding> = Vec::new();
    run(program(schema), document.as_bytes(), Limits::default(), None, &mut findings);
    findings.iter().map(|finding| (finding.code, finding.keyword, (finding.span.start, finding.span.end))).collect()
}

#[test]
fn what_is_inside_a_value_of_the_wrong_type_is_not_judged() {
    let schema = r#"{"type": "string", "items": {"type": "integer"}, "minItems": 2, "properties": {"a": {"type": "integer"}}, "required": ["b"]}"#;
    assert_eq!(found(schema, r#"["a"]"#), [(Code::Type, "type", (0, 5))]);
    assert_eq!(found(schema, r#"{"a": "x"}"#), [(Code::Type, "type", (0, 10))]);
}

#[test]
fn what_was_closed_does_not_count_as_depth() {
    let list = |item: &str| format!("[{}]", vec![item; 300].join(", "));
    for schema in ["{}", r#"{"items": {"items": {"type": "integer"}}}"#, r#"{"items": {"additionalProperties": {}}}"#] {
        assert_eq!(found(schema, &list("[]")), [], "{schema}");
        assert_eq!(found(schema, &list(r#"{"a": []}"#)), [], "{schema}");
    }
}

#[test]
fn a_name_that_comes_often_is_told_each_time_by_the_first_reading_only() {
    let twice = |at: &[u32]| at.iter().map(|&at| (Code::DuplicateKey, "", (at, at + 3))).collect::<Vec<_>>();
    let document = r#"{"a": 1, "a": 2, "a": 3}"#;
    let declared = r#"{"properties": {"a": {}}, "allOf": [{"properties": {"a": {"type": "integer"}}}, {"not": {"required": ["b"]}}]}"#;
    for schema in ["{}", r#"{"type": "object", "additionalProperties": {}}"#, declared] {
        assert_eq!(found(schema, document), twice(&[9, 17]), "{schema}");
    }
}

#[test]
fn each_of_many_mandatory_members_is_missed() {
    for count in [63, 64, 65, 128, 130] {
        let names: Vec<String> = (0..count).map(|name| format!("\"m{name}\"")).collect();
        let properties = names.iter().map(|name| format!("{name}: {{}}")).collect::<Vec<_>>().join(", ");
        let schema =
            format!(r#"{{"type": "object", "properties": {{{properties}}}, "required": [{}]}}"#, names.join(", "));
        assert_eq!(found(&schema, "{}"), vec![(Code::Required, "required", (0, 1)); count], "{count}");
        for missing in [0, count / 2, count - 1] {
            let members: Vec<String> = names.iter().map(|name| format!("{name}: 0")).collect();
            let (before, after) = (&members[..missing], &members[missing + 1..]);
            let document = format!("{{{}}}", [before, after].concat().join(", "));
            assert_eq!(found(&schema, &document), [(Code::Required, "required", (0, 1))], "{missing} of {count}");
            assert_eq!(found(&schema, &format!("{{{}}}", members.join(", "))), [], "{count}");
        }
    }
}

#[test]
fn advice_never_decides_whether_a_value_fits() {
    let object = r#""type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}"#;
    for (schema, document) in [
        (r#"{"x-expect": {"minimum": 5}}"#.to_owned(), "1"),
        (r#"{"x-expect": {"pattern": "^a"}}"#.to_owned(), r#""b""#),
        (r#"{"x-known-values": ["a"]}"#.to_owned(), r#""b""#),
        (r#"{"x-format": "cpf"}"#.to_owned(), r#""b""#),
        (r#"{"type": "number", "x-format": "amount-number"}"#.to_owned(), "0"),
        (format!("{{{object}}}"), r#"{"c": 1}"#),
        (
            format!(
                r#"{{{object}, "x-expect": {{"if": {{"properties": {{"a": {{"const": "x"}}}}, "required": ["a"]}}, "then": {{"required": ["b"]}}}}}}"#
            ),
            r#"{"a": "x"}"#,
        ),
        (
            format!(
                r#"{{{object}, "x-relations": [{{"relation": "fixed-and-variable-amount", "fields": ["a", "b"]}}]}}"#
            ),
            r#"{"a": "1", "b": "1"}"#,
        ),
    ] {
        let severities = |schema: &str| {
            let mut findings: Vec<Finding> = Vec::new();
            run(program(schema), document.as_bytes(), Limits::default(), None, &mut findings);
            findings.iter().map(|finding| finding.severity).collect::<Vec<_>>()
        };
        assert_eq!(severities(&schema), [Severity::Warning], "{schema}");
        assert_eq!(severities(&format!(r#"{{"not": {schema}}}"#)), [Severity::Error], "{schema}");
        assert_eq!(severities(&format!(r#"{{"anyOf": [{schema}, false]}}"#)), [], "{schema}");
    }
    // What is wrong with the form of a number is no advice.
    let schema = r#"{"not": {"type": "number", "x-format": "amount-number"}}"#;
    assert_eq!(found(schema, "1.005"), []);
    assert_eq!(found(schema, "1.5"), [(Code::Not, "not", (0, 3))]);
}

#[test]
fn a_text_that_a_pattern_refuses_is_not_advised() {
    let schema = r#"{"pattern": "^b", "x-expect": {"pattern": "^.a"}}"#;
    assert_eq!(found(schema, r#""c""#), [(Code::Pattern, "pattern", (0, 3))]);
    assert_eq!(found(schema, r#""bc""#), [(Code::Pattern, "pattern", (0, 4))]);
    assert_eq!(found(schema, r#""ba""#), []);
}

#[test]
fn advice_by_reference_is_advice_about_unknown_members_too() {
    for keyword in ["additionalProperties", "unevaluatedProperties"] {
        let schema = format!(
            r##"{{"$defs": {{"closed": {{"type": "object", "properties": {{"a": {{}}}}, "{keyword}": false}}}}, "x-expect": {{"$ref": "#/$defs/closed"}}}}"##
        );
        assert_eq!(told(&schema, r#"{"a": 1, "b": 1}"#), ["warning unknown-field /b"], "{schema}");
        let schema = schema.replace("x-expect", "not");
        assert_eq!(told(&schema, r#"{"a": 1, "b": 1}"#), [""; 0], "{schema}");
        assert_eq!(told(&schema, r#"{"a": 1}"#), ["error not"], "{schema}");
    }
}

#[test]
fn a_member_that_is_refused_as_additional_is_not_unevaluated_too() {
    let schema = r#"{"additionalProperties": false, "unevaluatedProperties": false}"#;
    assert_eq!(found(schema, r#"{"b": 1}"#), [(Code::UnknownField, "additionalProperties", (1, 4))]);
}

#[test]
fn a_member_that_is_missed_because_nothing_is_there_is_missed_at_the_brace() {
    let schema = r#"{"properties": {"k": {"type": "string"}, "v": {}}, "if": {"properties": {"k": {"const": "x"}}}, "then": {"required": ["v"]}}"#;
    assert_eq!(found(schema, " {}"), [(Code::Required, "required", (1, 2))]);
    assert_eq!(found(schema, r#" {"k": "x"}"#), [(Code::Required, "required", (7, 10))]);
}

#[test]
fn a_value_that_is_not_listed_breaks_the_keyword_that_lists_it() {
    for document in ["1", r#""b""#, "[]", "{}", "null"] {
        let span = (0, u32::try_from(document.len()).unwrap());
        assert_eq!(found(r#"{"enum": ["a", true]}"#, document), [(Code::Enum, "enum", span)]);
        assert_eq!(found(r#"{"const": "a"}"#, document), [(Code::Const, "const", span)]);
    }
}

#[test]
fn characters_are_counted_whatever_bytes_they_take() {
    let texts = [
        "",
        "ab",
        "é",
        "éa",
        "😀😀",
        "😀😀😀",
        "😀😀😀😀",
        r"\u0061\u0061",
        r"\u0061\u0061\n",
        r"\ud83d\ude00\ud83d\ude00",
        "abcd",
    ];
    let lengths = [0, 2, 1, 2, 2, 3, 4, 2, 3, 2, 4];
    for (text, length) in texts.into_iter().zip(lengths) {
        for bound in 0..6 {
            let codes = |keyword: &str| {
                let found = found(&format!("{{\"{keyword}\": {bound}}}"), &format!("\"{text}\""));
                found.into_iter().map(|(code, ..)| code).collect::<Vec<_>>()
            };
            assert_eq!(
                codes("minLength"),
                Vec::from_iter((length < bound).then_some(Code::MinLength)),
                "{text} {bound}"
            );
            assert_eq!(
                codes("maxLength"),
                Vec::from_iter((length > bound).then_some(Code::MaxLength)),
                "{text} {bound}"
            );
        }
    }
}

#[test]
fn what_another_member_says_is_asked_anew_in_each_object() {
    let schema = r#"{"items": {"properties": {"identifierType": {"type": "string"},
        "identifier": {"type": "string", "pattern": "^([0-9]{11}|[0-9]{14})$", "x-format": "tax-id"}}}}"#;
    let messages = |document: &str| -> Vec<String> {
        let report = Report::new(program(schema), document.as_bytes(), &options());
        report.findings.iter().map(|finding| finding.message(Lang::En)).collect()
    };
    let (cpf, cnpj) =
        (r#"{"identifierType": "CPF", "identifier": "1"}"#, r#"{"identifierType": "CNPJ", "identifier": "1"}"#);
    let alone = [messages(&format!("[{cpf}]")), messages(&format!("[{cnpj}]"))].concat();
    assert_ne!(alone[0], alone[1]);
    assert_eq!(messages(&format!("[{cpf}, {cnpj}]")), alone);
}

#[test]
fn of_a_secret_not_even_the_kind_of_a_character_is_told() {
    let details = |class: &str| {
        let schema = format!(r#"{{"type": "string", {class} "pattern": "^[a-z]+$"}}"#);
        let mut findings: Vec<Finding> = Vec::new();
        run(program(&schema), br#""ab c""#, Limits::default(), None, &mut findings);
        match findings.pop().unwrap().details {
            Details::Pattern(source, problem) => (source, problem.is_some()),
            details => panic!("{details:?}"),
        }
    };
    assert_eq!(details(""), ("^[a-z]+$", true));
    assert_eq!(details(r#""x-class": "secret","#), ("^[a-z]+$", false));
}

#[test]
fn a_document_of_just_the_size_that_is_allowed_is_read() {
    let codes = |max_bytes| {
        let mut findings: Vec<Finding> = Vec::new();
        run(program("{}"), b"[1, 2]", Limits { max_bytes, ..Limits::default() }, None, &mut findings);
        findings.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!([5, 6, 7].map(codes), [vec![Code::TooLarge], vec![], vec![]]);
}
