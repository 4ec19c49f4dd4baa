//! Published files and the forms of schemas.

use crate::common::{Case, cases};
use crate::openapi::{is_3_0, with_null_as_a_type};
use crate::support::validate;
use jsonschema::Validator;
use serde_json::Value;

pub fn schema(name: &str, form: &str) -> Value {
    let done = validate(&format!("--print-schema {name} {form}")).run();
    assert_eq!(done.status, Some(0), "{}", done.err);
    serde_json::from_str(&done.out).unwrap()
}

/// How a schema of this form judges every case, beside how the full one does.
fn verdicts(form: &str, mut each: impl FnMut(&str, bool, bool)) {
    for contract in klavi_validate::contracts() {
        let name = contract.name;
        let full = jsonschema::validator_for(&schema(name, "")).unwrap();
        let other = schema(name, form);
        let other = if is_3_0(form) {
            jsonschema::draft4::new(&with_null_as_a_type(other)).unwrap()
        } else {
            jsonschema::validator_for(&other).unwrap()
        };
        judge_cases(name, &full, &other, &mut each);
    }
}

/// How two schemas judge every case of a contract.
pub fn judge_cases(name: &str, full: &Validator, other: &Validator, each: &mut impl FnMut(&str, bool, bool)) {
    for Case { name: case, document, .. } in cases(name) {
        let Ok(value) = serde_json::from_slice(&document) else { continue };
        each(&format!("{name}: {case}"), full.is_valid(&value), other.is_valid(&value));
    }
}

#[test]
fn the_types_flavour_accepts_all_that_the_full_one_does() {
    let (mut count, mut wider) = (0, 0);
    for draft in ["2020-12", "draft-07", "openapi-3.1", "openapi-3.0"] {
        verdicts(&format!("--flavour types --draft {draft}"), |case, full, types| {
            // Of OpenAPI 3.0 the full flavour alone says that 1.0 is an integer: to makers of types it would be a float.
            let is_odd = is_3_0(draft) && case.ends_with("an integer written with a fraction of zero");
            assert!(types || !full || is_odd, "{draft}: {case}");
            count += 1;
            wider += usize::from(types && !full);
        });
    }
    assert!(count > 3600 && wider > 200, "{wider} of {count}");
    let text = schema("create-payment.request", "--flavour types").to_string();
    assert!(text.contains("\"x-class\"") && text.contains("urn:klavi:contract:create-payment.request:types"));
}

/// Every schema inside a schema, itself included.
pub fn schemas(schema: &Value, each: &mut impl FnMut(&Value)) {
    each(schema);
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        match keyword.as_str() {
            "properties" | "$defs" => value.as_object().unwrap().values().for_each(|schema| schemas(schema, each)),
            "allOf" | "anyOf" | "oneOf" => value.as_array().unwrap().iter().for_each(|schema| schemas(schema, each)),
            "items" | "not" | "if" | "then" | "else" => schemas(value, each),
            "additionalProperties" if !value.is_boolean() => schemas(value, each),
            _ => {}
        }
    }
}

/// What makers of types stumble over is not there, and every type has the name that it has in Rust.
#[test]
fn the_types_flavour_says_what_types_can_say() {
    let mut free = 0;
    for contract in klavi_validate::contracts() {
        let types = schema(contract.name, "--flavour types");
        schemas(&types, &mut |schema| {
            let has = |name: &str| schema.get(name).is_some();
            let any = |names: &[&str]| names.iter().any(|name| has(name));
            assert!(!any(&["if", "then", "else", "not", "anyOf", "x-expect", "x-rule"]), "{}: {schema}", contract.name);
            let kinds = schema["type"].as_array().into_iter().flatten().filter(|kind| *kind != "null").count();
            let has_form = any(&["pattern", "minLength", "maxLength", "format"]);
            assert!(!has_form || kinds < 2 && !any(&["enum", "const"]), "{}: {schema}", contract.name);
            let is_object =
                schema["type"] == "object" || schema["type"].as_array().is_some_and(|it| it.contains(&"object".into()));
            if is_object && !has("properties") {
                assert_eq!(schema["additionalProperties"], true, "{}: {schema}", contract.name);
                free += 1;
            }
            let told = schema["description"].as_str().unwrap_or_default();
            assert!(!told.contains("(X"), "{}: {told}", contract.name);
        });
        let name = klavi_codegen::type_name(contract.name);
        assert_eq!(types["title"], name);
        for (definition, schema) in types["$defs"].as_object().into_iter().flatten() {
            assert_eq!(schema["title"], name.clone() + &klavi_codegen::type_name(definition));
        }
    }
    assert_eq!(free, 3, "externalInfo of two requests and of one response");
}

/// So forms beside lists may be left out.
#[test]
fn every_member_of_a_list_has_the_form_beside_it() {
    let mut count = 0;
    for contract in klavi_validate::contracts() {
        schemas(&schema(contract.name, ""), &mut |schema| {
            let form = schema.as_object().into_iter().flatten();
            let form = form.filter(|(name, _)| ["type", "pattern", "minLength", "maxLength"].contains(&name.as_str()));
            let form: Value = form.map(|(name, value)| (name.clone(), value.clone())).collect();
            for member in schema["enum"].as_array().into_iter().flatten() {
                assert!(jsonschema::is_valid(&form, member), "{}: {member}", contract.name);
                count += 1;
            }
        });
    }
    assert!(count > 50, "{count}");
}

/// Of the plain flavour strict modes know every keyword, and find the types and members that conditions speak of.
#[test]
fn the_plain_flavour_gives_the_same_verdict_without_annotations() {
    let mut count = 0;
    for draft in ["2020-12", "draft-07", "openapi-3.1", "openapi-3.0"] {
        verdicts(&format!("--flavour plain --draft {draft}"), |case, full, plain| {
            assert_eq!(full, plain, "{draft}: {case}");
            count += 1;
        });
    }
    assert!(count > 3600, "{count}");
    for contract in klavi_validate::contracts() {
        let plain = schema(contract.name, "--flavour plain");
        assert_eq!(plain["$id"], format!("urn:klavi:contract:{}:plain", contract.name));
        assert!(jsonschema::draft202012::meta::is_valid(&plain), "{}", contract.name);
        schemas(&plain, &mut |schema| {
            let members = schema.as_object().into_iter().flatten();
            let annotations: Vec<_> = members.map(|(name, _)| name).filter(|name| name.starts_with("x-")).collect();
            assert!(annotations.is_empty(), "{}: {annotations:?}", contract.name);
            let kinds = schema["type"].as_array().into_iter().flatten().filter(|kind| *kind != "null").count();
            assert!(kinds < 2, "{}: {schema}", contract.name);
        });
    }
}

/// An `$id` names one schema in one form, for ever.
#[test]
fn every_form_has_an_id_of_its_own() {
    let mut ids = std::collections::BTreeSet::new();
    for contract in klavi_validate::contracts() {
        for (flavour, draft, end) in [
            ("full", "2020-12", ""),
            ("types", "2020-12", ":types"),
            ("plain", "2020-12", ":plain"),
            ("full", "draft-07", ":draft-07"),
            ("types", "draft-07", ":types:draft-07"),
            ("plain", "draft-07", ":plain:draft-07"),
        ] {
            let id = schema(contract.name, &format!("--flavour {flavour} --draft {draft}"))["$id"].take();
            assert_eq!(id, format!("urn:klavi:contract:{}{end}", contract.name));
            assert!(ids.insert(id.to_string()));
        }
    }
    assert_eq!(ids.len(), 60);
}

#[test]
fn every_draft_gives_the_same_verdict() {
    let mut count = 0;
    for draft in ["draft-07", "openapi-3.1", "openapi-3.0"] {
        verdicts(&format!("--draft {draft}"), |case, current, other| {
            assert_eq!(current, other, "{draft}: {case}");
            count += 1;
        });
    }
    assert!(count > 2700, "{count}");
    for contract in klavi_validate::contracts() {
        let seven = schema(contract.name, "--draft draft-07");
        assert_eq!(seven["$schema"], "http://json-schema.org/draft-07/schema#");
        assert!(
            jsonschema::draft7::meta::is_valid(&seven) && !seven.to_string().contains("$defs"),
            "{}",
            contract.name
        );
        assert_eq!(schema(contract.name, "--draft 2020-12 --flavour full"), schema(contract.name, ""));
    }
    let report: Value = serde_json::from_str(&validate("-o json order.json").run().out).unwrap();
    assert!(jsonschema::draft7::is_valid(&schema("report", "--draft draft-07"), &report));
}

#[test]
fn everything_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("new/folder");
    let done = validate("--export").arg(target.to_str().unwrap()).run();
    assert_eq!(done.status, Some(0), "{}", done.err);
    let read =
        |name: &str| std::fs::read_to_string(target.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut told: Vec<_> = done.out.lines().map(|path| path.strip_prefix(target.to_str().unwrap()).unwrap()).collect();
    let (mut schemas, mut lines) = (0, 0);
    for name in told.iter().map(|name| name.trim_start_matches('/')) {
        let text = read(name);
        match name.rsplit('.').next() {
            Some("json") => {
                let value: Value = serde_json::from_str(&text).unwrap();
                if name.ends_with(".schema.json") && !name.contains("openapi-3.0") {
                    assert!(jsonschema::meta::is_valid(&value), "{name}");
                    schemas += 1;
                }
            }
            Some("jsonl") => {
                lines += text.lines().inspect(|line| drop(serde_json::from_str::<Value>(line).unwrap())).count();
            }
            _ => assert!(text.starts_with("# "), "{name}"),
        }
    }
    assert!(schemas > 90 && lines > 1300, "{schemas} schemas, {lines} vectors");
    // Each form of each schema is what `--print-schema` prints.
    for draft in ["2020-12", "draft-07", "openapi-3.1", "openapi-3.0"] {
        for flavour in ["full", "types", "plain"] {
            let printed =
                |name: &str| validate(&format!("--print-schema {name} --draft {draft} --flavour {flavour}")).run().out;
            for name in ["consent-links.request", "report"] {
                assert_eq!(read(&format!("schemas/{draft}/{flavour}/{name}.schema.json")), printed(name));
            }
            if draft.starts_with("openapi") {
                let flavour = if flavour == "full" { String::new() } else { format!(".{flavour}") };
                assert_eq!(read(&format!("{draft}{flavour}.json")), printed("openapi"));
            }
        }
    }
    for contract in klavi_validate::contracts() {
        assert_eq!(read(&format!("schemas/2020-12/full/{}.schema.json", contract.name)), contract.schema);
    }
    for document in klavi_schema::documents() {
        let is_source = document.name.starts_with("contracts/") || document.name.starts_with("examples/");
        assert!(is_source || read(document.name) == document.text, "{}", document.name);
    }
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), done.out.lines().count(), "a file is written twice");
}

#[test]
fn editors_find_the_schema_of_a_file_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(validate("--export").arg(folder.path().to_str().unwrap()).status(), Some(0));
    let catalog: Value =
        serde_json::from_str(&std::fs::read_to_string(folder.path().join("catalog.json")).unwrap()).unwrap();
    let entries = catalog["schemas"].as_array().unwrap();
    assert_eq!(entries.len(), klavi_validate::contracts().len());
    for entry in entries {
        let name = entry["name"].as_str().unwrap();
        let url = entry["url"].as_str().unwrap();
        let schema: Value = serde_json::from_str(&std::fs::read_to_string(folder.path().join(url)).unwrap()).unwrap();
        assert_eq!(
            (&schema["title"], &schema["$id"]),
            (&entry["description"], &format!("urn:klavi:contract:{name}").into())
        );
        let globs = entry["fileMatch"].as_array().unwrap().iter().map(|glob| glob.as_str().unwrap());
        assert!(globs.clone().all(|glob| glob.starts_with(name)) && globs.count() == 9, "{entry}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let done = validate("--export order.json").run();
    assert_eq!((done.status, done.out.as_str()), (Some(3), ""));
    assert!(done.err.starts_with("validate: cannot write to order.json/catalog.json: "), "{}", done.err);
    for wrong in ["--draft draft-07 order.json", "--export new --draft draft-07", "--export new --flavour types"] {
        assert_eq!(validate(wrong).status(), Some(2), "{wrong}");
    }
}
