//! The OpenAPI documents: what they say of operations, and the verdict of the contracts inside.

use crate::publish::{judge_cases, schema, schemas};
use crate::support::validate;
use insta::assert_snapshot;
use jsonschema::Validator;
use klavi_core::Tree;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write;

const VERSIONS: [&str; 2] = ["3.1", "3.0"];

fn document(version: &str) -> Value {
    schema("openapi", &format!("--draft openapi-{version}"))
}

/// Whether these flags ask for the schemas of OpenAPI 3.0.
pub fn is_3_0(flags: &str) -> bool {
    flags.contains("openapi-3.0")
}

/// A schema of OpenAPI 3.0 as draft 4, which has all of it but `nullable`.
pub fn with_null_as_a_type(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(members) => {
            if members.get("nullable") == Some(&json!(true)) && members.get("type").is_some_and(Value::is_string) {
                members["type"] = json!([members["type"], "null"]);
            }
            members.values_mut().for_each(|value| *value = with_null_as_a_type(value.take()));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| *value = with_null_as_a_type(value.take())),
        _ => {}
    }
    schema
}

/// A contract as the document has it, its references resolved in the document.
fn contract_of(document: &Value, version: &str, name: &str) -> Validator {
    let pointer = format!("#/components/schemas/{}", klavi_codegen::type_name(name));
    let schema = json!({"allOf": [{"$ref": pointer}], "components": {"schemas": document["components"]["schemas"]}});
    if version == "3.0" {
        jsonschema::draft4::new(&with_null_as_a_type(schema)).unwrap()
    } else {
        jsonschema::draft202012::new(&schema).unwrap()
    }
}

#[test]
fn the_contracts_in_it_give_the_same_verdict() {
    for version in VERSIONS {
        let document = document(version);
        let mut count = 0;
        for contract in klavi_validate::contracts() {
            let full = jsonschema::validator_for(&schema(contract.name, "")).unwrap();
            let inside = contract_of(&document, version, contract.name);
            judge_cases(contract.name, &full, &inside, &mut |case, full, inside| {
                assert_eq!(full, inside, "{version}: {case}");
                count += 1;
            });
        }
        assert!(count > 900, "{count}");
    }
}

#[test]
fn a_schema_of_3_0_has_no_younger_keyword() {
    const KNOWN: [&str; 27] = [
        "title",
        "description",
        "type",
        "nullable",
        "enum",
        "default",
        "example",
        "deprecated",
        "format",
        "properties",
        "required",
        "additionalProperties",
        "minProperties",
        "maxProperties",
        "items",
        "minItems",
        "maxItems",
        "minLength",
        "maxLength",
        "pattern",
        "minimum",
        "maximum",
        "multipleOf",
        "allOf",
        "anyOf",
        "not",
        "$ref",
    ];
    let document = document("3.0");
    let names = klavi_validate::contracts().iter().map(|contract| contract.name);
    let alone: Vec<Value> = names.chain(["report"]).map(|name| schema(name, "--draft openapi-3.0")).collect();
    let all = document["components"]["schemas"].as_object().unwrap().values();
    let mut count = 0;
    for whole in all.chain(&alone) {
        schemas(whole, &mut |schema| {
            let members = schema.as_object().unwrap_or_else(|| panic!("{schema} is no object"));
            let unknown: Vec<_> = members.keys().filter(|name| !name.starts_with("x-")).collect();
            assert!(unknown.iter().all(|name| KNOWN.contains(&name.as_str())), "{schema:#}");
            assert!(members.get("type").is_none_or(Value::is_string), "{schema:#}");
            assert!(!members.contains_key("$ref") || members.len() == 1, "{schema:#}");
            count += 1;
        });
    }
    assert!(count > 500, "{count}");
}

#[test]
fn a_schema_on_its_own_refers_to_nothing() {
    for version in VERSIONS {
        for contract in klavi_validate::contracts() {
            let text = schema(contract.name, &format!("--draft openapi-{version}")).to_string();
            assert!(!text.contains("\"$ref\"") && !text.contains("\"$defs\"") && !text.contains("\"$id\""), "{text}");
        }
    }
}

#[test]
fn every_reference_leads_somewhere() {
    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                found.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
                members.values().for_each(|value| references(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    for version in VERSIONS {
        let document = document(version);
        let mut found = BTreeSet::new();
        references(&document, &mut found);
        for reference in &found {
            let target = reference.strip_prefix('#').and_then(|pointer| document.pointer(pointer));
            assert!(target.is_some(), "{version}: {reference}");
        }
        assert!(found.len() > 40, "{found:?}");
    }
}

#[test]
fn the_schemas_of_3_1_are_those_of_draft_2020_12() {
    let document = document("3.1");
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(jsonschema::draft202012::meta::is_valid(schema), "{name}");
    }
}

#[test]
fn documented_examples_are_in_it_to_the_letter() {
    for version in VERSIONS {
        let text = validate(&format!("--print-schema openapi --draft openapi-{version}")).run().out;
        let examples = Tree::parse(text.as_bytes()).unwrap();
        let examples = examples.pointer("/components/examples").unwrap();
        let printed = |name: &str| !name.ends_with(".sample");
        let documented = klavi_validate::contracts().iter().flat_map(|contract| &contract.examples);
        let documented: Vec<_> = documented.map(|(_, text)| Tree::parse(text.as_bytes()).unwrap()).collect();
        let written = examples.members().iter().filter(|example| printed(&example.name));
        let written: Vec<_> = written.map(|example| example.value.get("value").unwrap()).collect();
        assert_eq!(written.len(), 10);
        for (written, documented) in written.iter().zip(&documented) {
            assert_eq!(written.to_string(), documented.to_string());
        }
    }
}

/// Every body of a request and of an answer has examples, and they are examples of what they stand for.
#[test]
fn every_body_has_examples_of_its_contract_and_status() {
    for (version, flavour) in VERSIONS.iter().flat_map(|version| ["full", "types", "plain"].map(|it| (*version, it))) {
        let document = schema("openapi", &format!("--draft openapi-{version} --flavour {flavour}"));
        let resolved = |value: &Value| match value["$ref"].as_str() {
            Some(reference) => document.pointer(&reference[1..]).unwrap().clone(),
            None => value.clone(),
        };
        let mut bodies = Vec::new();
        for operation in
            document["paths"].as_object().unwrap().values().flat_map(|item| item.as_object().unwrap().values())
        {
            bodies.extend(operation.get("requestBody").map(|body| (None, body.clone())));
            for (status, answer) in operation["responses"].as_object().unwrap() {
                bodies.push((Some(status.parse::<u32>().unwrap()), resolved(answer)));
            }
        }
        assert!(bodies.len() > 100, "{}", bodies.len());
        let (mut lists, mut statuses) = (0, BTreeSet::new());
        for (status, body) in bodies {
            let media = &body["content"]["application/json"];
            let name = media["schema"]["$ref"].as_str().unwrap().rsplit('/').next().unwrap();
            let contracts = klavi_validate::contracts();
            let contract = contracts.iter().find(|contract| klavi_codegen::type_name(contract.name) == name).unwrap();
            let examples = media["examples"].as_object().unwrap_or_else(|| panic!("{status:?} {name} has no examples"));
            for example in examples.values().map(|example| resolved(example)["value"].take()) {
                assert!(contract.is_valid(example.to_string().as_bytes()), "{name}: {example}");
                if let Some(status) = status.filter(|status| *status >= 400) {
                    let said = example["statusCode"].as_u64().unwrap();
                    assert!(said == u64::from(status) || status == 416 && said > 4100, "{status}: {example}");
                    lists += usize::from(example["message"].is_array());
                    statuses.insert(status);
                }
            }
        }
        assert!(lists > 10 && statuses.len() == 12, "{lists} lists of sentences, {statuses:?}");
    }
}

#[test]
fn who_made_it_and_what_its_words_mean_are_told() {
    for (version, flavour) in VERSIONS.iter().flat_map(|version| ["full", "types", "plain"].map(|it| (*version, it))) {
        let document = schema("openapi", &format!("--draft openapi-{version} --flavour {flavour}"));
        assert!(document["info"]["license"]["name"].is_string() && document["info"]["contact"]["url"].is_string());
        let tags = document["tags"].as_array().unwrap();
        assert!(tags.iter().all(|tag| tag["description"].is_string()) && tags.len() == 4, "{tags:?}");
        let text = document.to_string();
        let labels: BTreeSet<_> = text.split("(X").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
        let legend: Vec<_> = document["x-sources"]["sources"].as_array().into_iter().flatten().collect();
        let is_known = |label: &&str| legend.iter().any(|entry| entry["label"] == format!("X{label}"));
        assert!(labels.iter().all(is_known) && labels.is_empty() == (flavour != "full"), "{labels:?}");
        assert_eq!(text.contains("\"x-"), flavour != "plain");
    }
}

/// One line for each operation.
fn skeleton(document: &Value) -> String {
    let mut lines = String::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let schema = |body: &Value| {
                let reference = &body["content"]["application/json"]["schema"]["$ref"];
                reference.as_str().unwrap().rsplit('/').next().unwrap().to_owned()
            };
            let _ = write!(lines, "{} {path}\n  {}", method.to_uppercase(), operation["operationId"]);
            let _ = write!(lines, " tags {} security {}", operation["tags"], operation["security"]);
            let _ = write!(lines, "{}", if operation["deprecated"] == true { " deprecated" } else { "" });
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let _ = write!(lines, "\n  {} {}", parameter["in"], parameter["name"]);
            }
            if operation.get("requestBody").is_some() {
                let _ = write!(lines, "\n  request {}", schema(&operation["requestBody"]));
            }
            for (status, response) in operation["responses"].as_object().unwrap() {
                if let Some(common) = response["$ref"].as_str() {
                    assert_eq!(schema(document.pointer(&common[1..]).unwrap()), "ErrorResponse");
                    let _ = write!(lines, " {status}");
                } else {
                    let _ = write!(lines, "\n  {status} {}", schema(response));
                }
            }
            lines.push('\n');
        }
    }
    lines
}

#[test]
fn every_operation_is_told() {
    let [current, older] = VERSIONS.map(document);
    assert_snapshot!("openapi-operations", skeleton(&current));
    assert_eq!(skeleton(&older), skeleton(&current));
    assert_eq!((&current["openapi"], &older["openapi"]), (&json!("3.1.0"), &json!("3.0.3")));
    let pretty = |value: &Value| format!("{value:#}");
    let path = &current["paths"]["/payment/customer/v1/instant/payments/{id}"];
    assert_snapshot!("openapi-get-payment", pretty(path));
    let inside = &older["components"]["schemas"];
    assert_snapshot!("openapi-3.0-nullable", pretty(&inside["CreatePaymentResponseStatusReason"]));
    assert_snapshot!("openapi-3.0-condition", pretty(&inside["CreatePaymentRequest"]["allOf"][0]));
    let items = current["paths"].as_object().unwrap().values();
    let ids: Vec<_> = items.flat_map(|item| item.as_object().unwrap().values()).collect();
    let distinct: BTreeSet<_> = ids.iter().map(|operation| operation["operationId"].as_str().unwrap()).collect();
    assert_eq!((distinct.len(), ids.len()), (9, 9));
}

#[test]
fn other_drafts_are_no_openapi() {
    assert_eq!(schema("openapi", ""), document("3.1"));
    let conditions = |document: Value| document["components"]["schemas"]["CreatePaymentRequest"]["allOf"].is_array();
    assert!(conditions(document("3.1")) && !conditions(schema("openapi", "--flavour types")));
    let done = validate("--print-schema openapi --draft draft-07").run();
    assert_eq!((done.status, done.out.as_str()), (Some(2), ""));
    assert_eq!(done.err, "validate: openapi is written in openapi-3.1 or openapi-3.0\n");
}

#[test]
fn the_documents_keep_to_the_official_schemas() {
    for version in VERSIONS {
        let Some(official) = crate::support::suite(&format!("openapi/{version}.json")) else { return };
        let official: Value = serde_json::from_str(&official).unwrap();
        let official = jsonschema::validator_for(&official).unwrap();
        for flavour in ["full", "types", "plain"] {
            let document = schema("openapi", &format!("--draft openapi-{version} --flavour {flavour}"));
            let errors: Vec<_> =
                official.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert_eq!(errors, [""; 0]);
        }
        assert!(!official.is_valid(&json!({"openapi": "3.0.3"})), "the file is no schema of OpenAPI");
    }
}
