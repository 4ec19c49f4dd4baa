//! The official JSON Schema Test Suite through the derive: a type for every schema of the dialect.
//!
//! The compiler must see the schemas, hence `suite/derived.rs`; the documents are read from the suite.

#[path = "../../klavi-codegen/tests/suite_list/mod.rs"]
mod suite_list;

#[path = "suite/derived.rs"]
#[rustfmt::skip]
mod derived;

use klavi_core::{Finding, Json, Limits, Severity, run};
use suite_list::{Group, entry, groups};

/// The program of a type for each of these schemas, in their order.
macro_rules! programs {
    ($($schema:tt)+) => {
        pub const PROGRAMS: &[&klavi_core::program::Program] = &[$({
            #[derive(klavi_derive::Validate)]
            #[klavi(schema = $schema, crate = "::klavi_core")]
            struct Schema;

            <Schema as klavi_core::Validate>::PROGRAM
        }),+];
    };
}

pub(crate) use programs;

/// The groups whose schema is in the dialect. A type has a schema with keywords: `true` and `false` are lowered by the test
/// of `klavi-codegen`.
fn derivable() -> Vec<Group> {
    let mut groups = groups();
    groups.retain(|group| entry(group).is_none() && matches!(group.schema.value, Json::Object(_)));
    groups
}

#[test]
fn every_schema_of_the_dialect_derives_and_judges() {
    let (groups, mut count) = (derivable(), 0);
    assert_eq!(groups.len(), derived::PROGRAMS.len(), "`suite/derived.rs` is stale");
    for (group, program) in groups.iter().zip(derived::PROGRAMS) {
        for test in &group.tests {
            let mut findings: Vec<Finding> = Vec::new();
            run(program, test.document.to_string().as_bytes(), Limits::default(), None, &mut findings);
            let is_valid = findings.iter().all(|finding| finding.severity != Severity::Error);
            assert_eq!(is_valid, test.valid, "{}: {}: {}", group.file, group.description, test.document);
            count += 1;
        }
    }
    assert!(count > 1000, "only {count} tests were run");
}

#[test]
fn the_types_are_those_of_the_suite() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/derived.rs");
    let made = source();
    if std::env::var_os("KLAVI_GENERATE").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let is_fresh = std::fs::read_to_string(path).unwrap() == made;
    assert!(is_fresh, "{path} is stale: KLAVI_GENERATE=1 cargo test -p klavi-derive --test suite");
}

fn source() -> String {
    let schemas: Vec<String> = derivable().iter().map(|group| literal(&group.schema.to_string())).collect();
    format!(
        "//! Made from the official suite: `KLAVI_GENERATE=1 cargo test -p klavi-derive --test suite`.\n\n\
         super::programs! {{\n    {}\n}}\n",
        schemas.join("\n    ")
    )
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
