//! Published files and the forms of schemas.

use crate::common::{Case, cases};
use crate::support::validate;
use serde_json::Value;

fn schema(name: &str, form: &str) -> Value {
    let done = validate(&format!("--print-schema {name} {form}")).run();
    assert_eq!(done.status, Some(0), "{}", done.err);
    serde_json::from_str(&done.out).unwrap()
}

/// How a schema of this form judges every case, beside how the full one does.
fn verdicts(form: &str, mut each: impl FnMut(&str, bool, bool)) {
    for contract in klavi_validate::contracts() {
        let name = contract.name;
        let (full, other) = (schema(name, ""), schema(name, form));
        let (full, other) = (jsonschema::validator_for(&full).unwrap(), jsonschema::validator_for(&other).unwrap());
        for Case { name: case, document, .. } in cases(name) {
            let Ok(value) = serde_json::from_slice(&document) else { continue };
            each(&format!("{name}: {case}"), full.is_valid(&value), other.is_valid(&value));
        }
    }
}

#[test]
fn the_types_flavour_accepts_all_that_the_full_one_does() {
    let (mut count, mut wider) = (0, 0);
    for form in ["--flavour types", "--flavour types --draft draft-07"] {
        verdicts(form, |case, full, types| {
            assert!(types || !full, "{case}");
            count += 1;
            wider += usize::from(types && !full);
        });
    }
    assert!(count > 1800 && wider > 50, "{wider} of {count}");
    let text = schema("create-payment.request", "--flavour types").to_string();
    assert!(!text.contains("\"if\"") && !text.contains("\"then\""));
    assert!(text.contains("\"x-class\"") && text.contains("urn:klavi:contract:create-payment.request:types"));
}

#[test]
fn both_drafts_give_the_same_verdict() {
    let mut count = 0;
    verdicts("--draft draft-07", |case, current, seven| {
        assert_eq!(current, seven, "{case}");
        count += 1;
    });
    assert!(count > 900, "{count}");
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
    let export = || validate("--export").arg(target.to_str().unwrap());
    let done = export().run();
    assert_eq!((done.status, done.out.lines().count()), (Some(0), 15));
    for path in done.out.lines() {
        let text = std::fs::read_to_string(path).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        if path.ends_with(".schema.json") {
            assert!(jsonschema::meta::is_valid(&value), "{path}");
        }
    }
    for contract in klavi_validate::contracts() {
        let file = target.join(format!("contracts/{}.schema.json", contract.name));
        assert_eq!(std::fs::read_to_string(file).unwrap(), contract.schema);
    }
    assert_eq!(std::fs::read_to_string(target.join("operations.json")).unwrap(), klavi_schema::OPERATIONS.text);
    assert_eq!(export().arg("--draft").arg("draft-07").status(), Some(0));
    let file = std::fs::read_to_string(target.join("contracts/auth.request.schema.json")).unwrap();
    assert!(file.contains("draft-07"));
    let done = validate("--export order.json").run();
    assert_eq!((done.status, done.out.as_str()), (Some(3), ""));
    assert!(done.err.starts_with("validate: cannot write order.json/report.schema.json: "));
    assert_eq!(validate("--draft draft-07 order.json").status(), Some(2));
}
