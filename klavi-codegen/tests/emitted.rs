//! What is emitted: for each keyword one small schema and its program, and the types of a request and a response.

use klavi_codegen::{ContractSchema, SchemaError, SchemaFile, emit, program, types};
use klavi_core::Tree;
use quote::quote;

/// A name, mostly the keyword's, and a schema that shows what becomes of it.
const SCHEMAS: &[(&str, &str)] = &[
    ("true", "true"),
    ("false", "false"),
    ("type", r#"{"type": ["string", "null"]}"#),
    ("enum", r#"{"enum": ["PIX_DICT", 1, null]}"#),
    ("const", r#"{"const": {"a": [true]}}"#),
    ("properties", r#"{"properties": {"a": {"type": "string"}}}"#),
    ("required", r#"{"properties": {"a": true, "b": true}, "required": ["b"]}"#),
    ("required_undeclared", r#"{"required": ["b"]}"#),
    ("additionalProperties_true", r#"{"properties": {"a": true}, "additionalProperties": true}"#),
    ("additionalProperties_false", r#"{"additionalProperties": false}"#),
    ("additionalProperties", r#"{"additionalProperties": {"type": "string"}}"#),
    ("items", r#"{"items": {"type": "string"}}"#),
    ("minItems", r#"{"minItems": 1}"#),
    ("maxItems", r#"{"maxItems": 2.0}"#),
    (
        "patternProperties",
        r#"{"properties": {"ab": true, "b": true}, "patternProperties": {"^a": {"type": "string"}}}"#,
    ),
    ("propertyNames", r#"{"propertyNames": {"maxLength": 3}}"#),
    ("minProperties_maxProperties", r#"{"minProperties": 1, "maxProperties": 3}"#),
    ("dependentRequired", r#"{"dependentRequired": {"a": ["b"]}}"#),
    ("dependentSchemas", r#"{"dependentSchemas": {"a": {"required": ["b"]}}}"#),
    ("unevaluatedProperties", r#"{"allOf": [{"properties": {"a": true}}], "unevaluatedProperties": false}"#),
    ("unevaluatedItems", r#"{"allOf": [{"prefixItems": [true]}], "unevaluatedItems": {"type": "string"}}"#),
    ("prefixItems", r#"{"prefixItems": [{"type": "string"}], "items": false}"#),
    ("contains", r#"{"contains": {"type": "string"}, "minContains": 2, "maxContains": 3}"#),
    ("uniqueItems", r#"{"uniqueItems": true}"#),
    ("anchor", r##"{"$ref": "#name", "$defs": {"a": {"$anchor": "name", "type": "string"}}}"##),
    ("minLength", r#"{"minLength": 1}"#),
    ("maxLength", r#"{"maxLength": 2e1}"#),
    ("format_asserted", r#"{"x-format-assertion": true, "format": "date-time"}"#),
    ("pattern_runs", r#"{"pattern": "^[0-9]{11}$"}"#),
    ("pattern_automaton", r#"{"pattern": "^(a|bc)*$"}"#),
    ("pattern_engine", r#"{"pattern": "^([À-ÿ]{1,9}[ab]){1,9}c.{300}$"}"#),
    ("minimum", r#"{"minimum": 0.10}"#),
    ("maximum", r#"{"maximum": 9999999999999999.99}"#),
    ("exclusiveMinimum", r#"{"exclusiveMinimum": 0}"#),
    ("exclusiveMaximum", r#"{"exclusiveMaximum": 1e400}"#),
    ("multipleOf", r#"{"multipleOf": 0.01}"#),
    ("allOf", r#"{"allOf": [{"type": "string"}, {"maxLength": 3}]}"#),
    ("anyOf", r#"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#),
    ("anyOf_patterns", r#"{"type": "string", "anyOf": [{"pattern": "^[0-9]{11}$"}, {"pattern": "^[0-9]{14}$"}]}"#),
    ("oneOf", r#"{"oneOf": [{"type": "string"}, {"maxLength": 3}]}"#),
    ("not", r#"{"not": {"type": "null"}}"#),
    ("not_pattern_implied", r#"{"type": "string", "pattern": "^[0-9]{11}$", "not": {"pattern": "^A$"}}"#),
    ("if", r#"{"if": {"type": "string"}, "then": {"maxLength": 3}, "else": false}"#),
    (
        "if_member",
        r#"{
  "properties": {"kind": {"type": "string"}, "key": {"type": "string"}},
  "allOf": [{
    "x-rule": "proxy-required",
    "if": {"properties": {"kind": {"enum": ["PIX_DICT"]}}, "required": ["kind"]},
    "then": {"required": ["key"]}
  }]
}"#,
    ),
    (
        "if_inner_member",
        r#"{
  "properties": {
    "customer": {"type": "object", "properties": {"kind": {"type": "string"}}},
    "user": {"type": "string"}
  },
  "if": {
    "properties": {"customer": {"properties": {"kind": {"enum": ["CNPJ"]}}, "required": ["kind"]}},
    "required": ["customer"]
  },
  "then": {"required": ["user"]},
  "else": {"properties": {"user": {"maxLength": 0}}}
}"#,
    ),
    ("ref", r##"{"$defs": {"name": {"type": "string"}}, "items": {"$ref": "#/$defs/name"}}"##),
    ("ref_recursive", r##"{"items": {"$ref": "#"}}"##),
    ("x-direction", r#"{"x-direction": "response"}"#),
    ("x-source_and_x-confidence", r#"{"x-source": "002", "x-confidence": "inferred"}"#),
    (
        "x-pattern-confidence",
        r#"{"type": "string", "pattern": "^a$", "x-source": "002", "x-pattern-confidence": "reconstructed"}"#,
    ),
    ("x-class", r#"{"type": "string", "x-class": "secret"}"#),
    ("x-rule", r#"{"type": "string", "maxLength": 3, "x-rule": "token-format"}"#),
    ("x-expect", r#"{"x-expect": {"minLength": 1}}"#),
    ("x-known-values", r#"{"type": "string", "x-known-values": ["PENDING"]}"#),
    ("x-aliases", r#"{"enum": ["MENSAL"], "x-aliases": {"MONTHLY": "MENSAL"}}"#),
    ("x-format", r#"{"type": "string", "x-format": "cpf"}"#),
    ("x-format_amount-number", r#"{"type": "number", "x-format": "amount-number"}"#),
    ("x-rules-of-time", r#"{"type": "string", "x-format": "date", "x-rules-of-time": "not-past"}"#),
    ("x-max-bytes", r#"{"x-max-bytes": 512}"#),
    (
        "x-relations",
        r#"{
  "properties": {"most": true, "least": true},
  "x-relations": [{"relation": "maximum-below-minimum", "fields": ["most", "least"]}]
}"#,
    ),
    ("x-formerly", r#"{"properties": {"proxy": {"x-formerly": ["pixKey"]}}}"#),
];

/// Keywords that leave nothing in a program of their own.
const SILENT: &[&str] = &[
    "$schema",
    "$id",
    "$comment",
    "title",
    "description",
    "examples",
    "default",
    "deprecated",
    "readOnly",
    "writeOnly",
    "format",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    // For types only.
    "x-rust",
];

/// The tokens, pretty, without the tables that are empty.
fn emitted(schema: &str) -> String {
    lowered(schema).unwrap()
}

fn lowered(schema: &str) -> Result<String, Vec<SchemaError>> {
    let program = SchemaFile::new("mine.json", schema).and_then(|file| program(&file, "", "mine"))?;
    let paths = emit::Paths { core: quote!(::klavi_core), vocabulary: quote!(::klavi_pix::vocabulary) };
    let program = emit::program(program, &paths);
    let file = syn::parse2(quote!(const PROGRAM: &::klavi_core::program::Program = #program;)).unwrap();
    let text = without_classes(&prettyplease::unparse(&file));
    let says_something = |line: &&str| !line.ends_with(": None,") && !line.ends_with(": &[],");
    Ok(text.lines().filter(says_something).collect::<Vec<_>>().join("\n"))
}

/// The text without the 256 byte classes of an automaton, which nobody reads.
fn without_classes(text: &str) -> String {
    let Some((before, rest)) = text.split_once("classes: &[") else { return text.to_owned() };
    let (_, after) = rest.split_once(']').unwrap();
    format!("{before}classes: &[…]{after}")
}

fn snapshot(name: &str, schema: &str, text: &str) {
    insta::with_settings!({ description => schema, prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

fn parsed(text: &str) -> Tree {
    Tree::parse(text.as_bytes()).unwrap()
}

fn shows(schema: &str, keyword: &str) -> bool {
    schema.contains(&format!("\"{keyword}\":"))
}

/// The keywords of the dialect that ask something.
fn keywords() -> Vec<String> {
    let dialect = parsed(klavi_schema::DIALECT.text);
    let names = dialect.get("properties").unwrap().members().iter().map(|member| member.name.clone());
    names.filter(|name| !SILENT.contains(&name.as_str())).collect()
}

/// The schemas of the list. A keyword that none of them shows is shown by the example of its code.
fn schemas() -> Vec<(String, String)> {
    let mut all: Vec<_> = SCHEMAS.iter().map(|(name, schema)| ((*name).to_owned(), (*schema).to_owned())).collect();
    let codes = parsed(klavi_schema::CODES.text);
    let examples = codes.get("codes").unwrap().items().iter().filter_map(|code| code.pointer("/bad/schema"));
    let examples: Vec<_> = examples.map(Tree::to_string).collect();
    for keyword in keywords() {
        if !all.iter().any(|(_, schema)| shows(schema, &keyword)) {
            let example = examples.iter().find(|schema| shows(schema, &keyword));
            all.extend(example.map(|schema| (keyword, schema.clone())));
        }
    }
    all
}

#[test]
fn each_keyword_lowers_to_tables() {
    for (name, schema) in schemas() {
        snapshot(&name, &schema, &emitted(&schema));
    }
}

/// Whatever asks something is part of the program: without the keyword it is another one, or none.
#[test]
fn no_keyword_is_forgotten() {
    let schemas = schemas();
    let differs = |schema: &str, keyword: &str| {
        let without = schema.replace(&format!("\"{keyword}\":"), "\"default\":");
        lowered(&without) != lowered(schema)
    };
    let is_shown =
        |keyword: &String| schemas.iter().any(|(_, schema)| shows(schema, keyword) && differs(schema, keyword));
    let forgotten: Vec<_> = keywords().into_iter().filter(|keyword| !is_shown(keyword)).collect();
    assert_eq!(forgotten, [""; 0]);
}

#[test]
fn annotations_alone_ask_nothing() {
    let annotated = r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:mine", "$comment": "c",
        "title": "t", "description": "d", "examples": [1], "default": 1, "deprecated": true, "x-rust": "JsonText", "$anchor": "a",
        "readOnly": true, "writeOnly": true, "format": "uri", "contentEncoding": "base64", "contentMediaType": "a/b",
        "contentSchema": {"type": "string"}}"#;
    assert_eq!(emitted(annotated), emitted("{}"));
}

const REQUEST: &str = r##"{
  "title": "A transfer.",
  "x-direction": "request",
  "type": "object",
  "properties": {
    "amount": {"type": "string", "description": "How much.", "x-rust": "Amount", "x-class": "amount", "x-source": "002"},
    "kind": {"type": "string", "enum": ["PIX_DICT", "PIX_MANU"], "description": "How."},
    "type": {"type": "string", "maxLength": 4, "description": "A word of Rust.", "x-class": "name"},
    "to": {"$ref": "#/$defs/account"}
  },
  "required": ["amount", "to"],
  "$defs": {
    "account": {
      "type": "object",
      "description": "Where to.",
      "properties": {"number": {"type": "string", "description": "The number.", "x-class": "personal"}},
      "required": ["number"]
    }
  }
}"##;

const RESPONSE: &str = r#"{
  "title": "What became of it.",
  "x-direction": "response",
  "type": "object",
  "properties": {
    "id": {"type": "string", "description": "Its name."},
    "status": {"type": ["string", "null"], "x-known-values": ["DONE"], "description": "Where it stands."}
  },
  "required": ["id"]
}"#;

#[test]
fn a_request_and_a_response_become_types() {
    for (name, schema) in [("transfer.request", REQUEST), ("transfer.response", RESPONSE)] {
        let file = SchemaFile::new(&format!("contracts/{name}.schema.json"), schema).unwrap();
        let text = types(&[ContractSchema { name, file: &file, examples: &["examples/transfer.1.json"] }]).unwrap();
        snapshot(&format!("types_of_{name}"), schema, &text);
    }
}
