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
    assert!(!text.contains("\"if\"") && !text.contains("\"then\""));
    assert!(text.contains("\"x-class\"") && text.contains("urn:klavi:contract:create-payment.request:types"));
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
    let export = || validate("--export").arg(target.to_str().unwrap());
    let done = export().run();
    assert_eq!((done.status, done.out.lines().count()), (Some(0), 20));
    for path in done.out.lines() {
        let text = std::fs::read_to_string(path).unwrap();
        // The pages of the codes have a test of their own.
        if std::path::Path::new(path).extension().is_some_and(|end| end == "md") {
            continue;
        }
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
    for version in ["3.0", "3.1"] {
        let file = std::fs::read_to_string(target.join(format!("openapi-{version}.json"))).unwrap();
        assert_eq!(file, validate(&format!("--print-schema openapi --draft openapi-{version}")).run().out);
    }
    assert_eq!(export().arg("--draft").arg("draft-07").status(), Some(0));
    let file = std::fs::read_to_string(target.join("contracts/auth.request.schema.json")).unwrap();
    assert!(file.contains("draft-07"));
    let done = validate("--export order.json").run();
    assert_eq!((done.status, done.out.as_str()), (Some(3), ""));
    assert!(done.err.starts_with("validate: cannot write order.json/report.schema.json: "));
    assert_eq!(validate("--draft draft-07 order.json").status(), Some(2));
}
