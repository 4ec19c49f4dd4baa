//! The official JSON Schema Test Suite through the derive: one program with a type for every schema of the dialect.

#[path = "../../klavi-codegen/tests/suite_list/mod.rs"]
mod suite_list;

use std::fmt::Write as _;
use std::path::Path;
use suite_list::{entry, groups};

/// What judges the documents in the program.
const HEAD: &str = "
use klavi_core::program::Program;
use klavi_core::{Finding, Limits, Severity, Validate as _, run};
use klavi_derive::Validate;

fn judge(program: &'static Program, about: &str, tests: &[(&str, bool)]) {
    for (document, expected) in tests {
        let mut findings: Vec<Finding> = Vec::new();
        run(program, document.as_bytes(), Limits::default(), None, &mut findings);
        let valid = !findings.iter().any(|finding| finding.severity == Severity::Error);
        assert_eq!(valid, *expected, \"{about}: {document}\");
    }
}
";

#[test]
fn every_schema_of_the_dialect_derives_and_judges() {
    let (mut types, mut main, mut count) = (HEAD.to_owned(), String::new(), 0);
    for (index, (name, group)) in groups().iter().enumerate() {
        // A type has a schema with keywords: `true` and `false` are lowered by the other test.
        if entry(name, group).is_some() || !group["schema"].is_object() {
            continue;
        }
        let schema = group["schema"].to_string();
        let attribute = format!("#[klavi(schema = {schema:?}, crate = \"::klavi_core\")]");
        writeln!(types, "#[derive(Validate)]\n{attribute}\nstruct S{index};").unwrap();
        let about = format!("{name}: {}", group["description"]);
        write!(main, "    judge(S{index}::PROGRAM, {about:?}, &[").unwrap();
        for test in group["tests"].as_array().unwrap() {
            write!(main, "({:?}, {}), ", test["data"].to_string(), test["valid"]).unwrap();
            count += 1;
        }
        main.push_str("]);\n");
    }
    assert!(count > 1000, "only {count} tests were found");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("suite.rs");
    std::fs::write(&path, format!("{types}\nfn main() {{\n{main}}}\n")).unwrap();
    trybuild::TestCases::new().pass(&path);
}
