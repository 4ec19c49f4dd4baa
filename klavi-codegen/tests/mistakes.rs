//! Mistakes in schemas: each is told with file, line, column, pointer and help.

use klavi_codegen::{ContractSchema, SchemaError, SchemaFile, program, types};
use klavi_core::{Code, Finding, Limits, Target, run};

const MISTAKES: &[&str] = &[
    // What is no keyword, or not what the keyword takes.
    r#"{"minLenght": 1}"#,
    r#"{"properties": {"a": {"typ": "string"}}}"#,
    r##"{"$dynamicRef": "#a"}"##,
    r#"{"definitions": {}, "nullable": true, "something": 1}"#,
    r#"{"patternProperties": {"(?=a)": true}}"#,
    r#"{"dependentRequired": {"a": "b"}}"#,
    r#"{"prefixItems": []}"#,
    r#"{"$anchor": "1"}"#,
    r##"{"$ref": "#nowhere"}"##,
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
    r#"{"x-format-assertion": "yes"}"#,
    r#"{"x-format-assertion": true, "properties": {"a": {"format": "datetime"}, "b": {"format": "ulid"}}}"#,
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

fn told(schema: &str, errors: &[SchemaError]) -> String {
    errors.iter().fold(format!("{schema}\n"), |told, error| format!("{told}  {error}\n"))
}

fn lowered(schema: &str) -> String {
    let result = SchemaFile::new("mine.json", schema).and_then(|file| program(&file, "", "mine").map(drop));
    told(schema, &result.unwrap_err())
}

fn typed(schema: &str) -> String {
    let file = SchemaFile::new("mine.json", schema).unwrap();
    told(schema, &types(&[ContractSchema { name: "mine.request", file: &file, examples: &[] }]).unwrap_err())
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
fn an_object_has_any_number_of_properties() {
    for count in [64usize, 65, 80, 128, 129, 300, 1000] {
        let name = |index: usize| {
            format!("{index}-{}", if index.is_multiple_of(2) { "p" } else { "property-of-a-longer-name-than-30" })
        };
        let quoted = |index: usize| format!("\"{}\"", name(index));
        let list = |of: &dyn Fn(usize) -> String| (0..count).map(of).collect::<Vec<_>>().join(", ");
        let schema = format!(
            r#"{{"properties": {{{}}}, "required": [{}], "additionalProperties": false}}"#,
            list(&|index| format!("{}: {{\"type\": \"integer\"}}", quoted(index))),
            list(&quoted),
        );
        let file = SchemaFile::new("mine.json", &schema).unwrap();
        let program = program(&file, "", "mine").unwrap();
        let codes = |document: String| {
            let mut findings: Vec<Finding> = Vec::new();
            run(program, document.as_bytes(), Limits::default(), None, &mut findings);
            findings.into_iter().map(|finding| (finding.code, finding.target)).collect::<Vec<_>>()
        };
        let member = |index: usize| format!("{}: {index}", quoted(index));
        assert_eq!(codes(format!("{{{}}}", list(&member))), [], "{count}, in order");
        assert_eq!(codes(format!("{{{}}}", list(&|index| member(count - 1 - index)))), [], "{count}, backwards");
        for missing in [0, 63, count - 1] {
            let others = (0..count).filter(|index| *index != missing).map(member).collect::<Vec<_>>().join(", ");
            let name: &str = String::leak(name(missing));
            assert_eq!(
                codes(format!("{{{others}}}")),
                [(Code::Required, Target::Missing(0, name))],
                "{count} {missing}"
            );
        }
        let twice = codes(format!("{{{}, {}}}", list(&member), member(count - 1)));
        assert_eq!(twice.iter().map(|(code, _)| *code).collect::<Vec<_>>(), [Code::DuplicateKey], "{count}");
    }
}

#[test]
fn a_pointer_to_nothing_is_told() {
    let file = SchemaFile::new("mine.json", "{}").unwrap();
    let errors = program(&file, "/$defs/a", "mine").unwrap_err();
    assert_eq!(errors[0].to_string(), "mine.json:1:1: there is no schema at this pointer (at `/$defs/a`)");
}
