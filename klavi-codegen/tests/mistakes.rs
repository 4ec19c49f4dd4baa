//! Mistakes in schemas: each is told with file, line, column, pointer and help.

use klavi_codegen::{Contract, Error, File, program, types};

const MISTAKES: &[&str] = &[
    // What is no keyword, or not what the keyword takes.
    r#"{"minLenght": 1}"#,
    r#"{"properties": {"a": {"typ": "string"}}}"#,
    r#"{"unevaluatedItems": false}"#,
    "{\n  \"type\": \"object\",\n  \"minLenght\": 1,\n  \"maxLenght\": 2\n}",
    r#"{"maxLength": "3"}"#,
    r#"{"maxLength": -1}"#,
    r#"{"maxLength": 1.5}"#,
    r#"{"multipleOf": 0}"#,
    r#"{"required": ["a", 1]}"#,
    r#"{"properties": {"7": 1}}"#,
    r#"{"allOf": []}"#,
    r#"{"type": "strnig"}"#,
    r#"{"type": ["string", "text"]}"#,
    r#"{"type": 7}"#,
    r#"{"$schema": "http://json-schema.org/draft-07/schema#"}"#,
    // Annotations: their texts are closed lists too.
    r#"{"x-rule": "proxy-requird"}"#,
    r#"{"x-rule": "something else"}"#,
    r#"{"x-format": "cpff"}"#,
    r#"{"x-class": "public"}"#,
    r#"{"x-relations": [{"relation": "same-acount", "fields": ["a", "b"]}]}"#,
    r#"{"x-relations": [{"relation": "same-account", "fields": ["a"]}]}"#,
    r#"{"x-relations": [{"relation": "same-account", "fields": ["a", "b", "c"]}]}"#,
    r#"{"x-relations": [{"fields": ["a", "b"]}]}"#,
    r#"{"properties": {"a": true}, "x-relations": [{"relation": "same-account", "fields": ["a", "b"]}]}"#,
    // What the keywords say together.
    r##"{"$ref": "#/$defs/a"}"##,
    r##"{"$defs": {"a": {"$ref": "#/$defs/b"}}, "anyOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}]}"##,
    r#"{"$ref": "other.json"}"#,
    r#"{"properties": {"a": {"$id": "urn:a"}}}"#,
    r##"{"$ref": "#"}"##,
    r##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "items": {"$ref": "#/$defs/a"}}"##,
    r##"{"properties": {"a": {"anyOf": [{"type": "null"}, {"$ref": "#/properties/a"}]}}}"##,
    r##"{"if": {"x-expect": {"$ref": "#"}}, "then": {"maxLength": 3}}"##,
    r#"{"pattern": "(?=a)b"}"#,
    r#"{"pattern": "(a)\\1"}"#,
    r#"{"pattern": "a{2,1}"}"#,
    r#"{"properties": {"amount": true}, "required": ["amuont", "date"]}"#,
    // JSON itself.
    r#"{"type": "string", "type": "number"}"#,
    r#"{"properties": {"a": {}, "a": {}}}"#,
    r#"{"type": }"#,
    r#"{"type": "string"} x"#,
    "",
    "[]",
];

/// Mistakes that matter where types are made of the schema.
const UNTYPED: &[&str] = &[
    r#"{"properties": {"total": {"type": "number"}}}"#,
    r#"{"properties": {"total": {"type": ["string", "object"]}}}"#,
    r##"{"$defs": {"name": {"type": "string"}}, "properties": {"a": {"$ref": "#/$defs/name"}}}"##,
    r#"{"type": "string"}"#,
];

fn told(schema: &str, errors: &[Error]) -> String {
    errors.iter().fold(format!("{schema}\n"), |told, error| format!("{told}  {error}\n"))
}

fn lowered(schema: &str) -> String {
    let result = File::new("mine.json", schema).and_then(|file| program(&file, "", "mine").map(drop));
    told(schema, &result.unwrap_err())
}

fn typed(schema: &str) -> String {
    let file = File::new("mine.json", schema).unwrap();
    told(schema, &types(&[Contract { name: "mine.request", file: &file, examples: &[] }]).unwrap_err())
}

fn all(schemas: &[&str], tell: fn(&str) -> String) -> String {
    schemas.iter().map(|schema| tell(schema)).collect::<Vec<_>>().join("\n")
}

#[test]
fn mistakes_are_told() {
    insta::assert_snapshot!(all(MISTAKES, lowered));
}

#[test]
fn mistakes_in_types_are_told() {
    insta::assert_snapshot!(all(UNTYPED, typed));
}

#[test]
fn an_object_has_at_most_64_properties() {
    let schema = |count: usize| {
        let members: Vec<_> = (0..count).map(|index| format!("\"p{index}\": true")).collect();
        format!("{{\n\"properties\": {{{}}}}}", members.join(", "))
    };
    let file = File::new("mine.json", &schema(64)).unwrap();
    program(&file, "", "mine").unwrap();
    let file = File::new("mine.json", &schema(65)).unwrap();
    let errors = program(&file, "", "mine").unwrap_err();
    assert_eq!(
        errors.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["mine.json:2:15: an object may declare at most 64 properties (at `/properties`)"]
    );
}

#[test]
fn a_pointer_to_nothing_is_told() {
    let file = File::new("mine.json", "{}").unwrap();
    let errors = program(&file, "/$defs/a", "mine").unwrap_err();
    assert_eq!(errors[0].to_string(), "mine.json:1:1: there is no schema at this pointer (at `/$defs/a`)");
}
