//! The official JSON Schema Test Suite through the derive: a type for every schema of the dialect.
//!
//! `suite/derived.rs` is made from the suite: `KLAVI_WRITE=1 cargo test -p klavi-derive --test suite`.

#[path = "../../klavi-codegen/tests/suite_list/mod.rs"]
mod suite_list;

#[path = "suite/derived.rs"]
#[rustfmt::skip]
#[expect(clippy::unicode_not_nfc, reason = "the suite holds texts that differ in their normal form only")]
mod derived;

use klavi_core::program::Program;
use klavi_core::{Finding, Json, Limits, Severity, run};
use std::fmt::Write as _;
use suite_list::{entry, groups};

/// The program of a type, the name of its group, and the documents, each with the verdict of the suite.
pub type Group = (&'static Program, &'static str, &'static [(&'static str, bool)]);

#[test]
fn every_schema_of_the_dialect_derives_and_judges() {
    let mut count = 0;
    for (program, about, tests) in derived::GROUPS {
        for (document, expected) in *tests {
            let mut findings: Vec<Finding> = Vec::new();
            run(program, document.as_bytes(), Limits::default(), None, &mut findings);
            let valid = !findings.iter().any(|finding| finding.severity == Severity::Error);
            assert_eq!(valid, *expected, "{about}: {document}");
            count += 1;
        }
    }
    assert!(count > 1000, "only {count} tests were run");
}

#[test]
fn the_types_are_those_of_the_suite() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/derived.rs");
    let made = source();
    if std::env::var_os("KLAVI_WRITE").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let is_fresh = std::fs::read_to_string(path).unwrap() == made;
    assert!(is_fresh, "{path} is stale: KLAVI_WRITE=1 cargo test -p klavi-derive --test suite");
}

fn source() -> String {
    let mut types = "//! Made from the official suite by the test beside it.\n\n\
                     use super::Group;\nuse klavi_core::Validate as _;\nuse klavi_derive::Validate;\n"
        .to_owned();
    let mut list = String::new();
    for (index, group) in groups().iter().enumerate() {
        // A type has a schema with keywords: `true` and `false` are lowered by the other test.
        if entry(group).is_some() || !matches!(group.schema.value, Json::Object(_)) {
            continue;
        }
        let schema = literal(&group.schema.to_string());
        writeln!(
            types,
            "\n#[derive(Validate)]\n#[klavi(schema = {schema}, crate = \"::klavi_core\")]\nstruct S{index};"
        )
        .unwrap();
        let about = literal(&format!("{}: {}", group.file, group.description));
        writeln!(list, "    (S{index}::PROGRAM, {about}, &[").unwrap();
        for test in &group.tests {
            writeln!(list, "        ({}, {}),", literal(&test.document.to_string()), test.valid).unwrap();
        }
        list.push_str("    ]),\n");
    }
    format!("{types}\npub const GROUPS: &[Group] = &[\n{list}];\n")
}

/// A literal of a text, raw where a quote or a backslash would have to be escaped. `Debug` would ask the Unicode tables of
/// the compiler at hand which characters are printable.
fn literal(text: &str) -> String {
    if !text.contains(['"', '\\']) {
        return format!("\"{text}\"");
    }
    let mut marks = String::new();
    while text.contains(&format!("\"{marks}")) {
        marks.push('#');
    }
    format!("r{marks}\"{text}\"{marks}")
}
