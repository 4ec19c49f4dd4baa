//! The official JSON Schema Test Suite, draft 2020-12: every test whose schema is in the dialect, and `format` as an
//! assertion.

mod suite_list;

use klavi_codegen::{SchemaFile, program};
use klavi_core::program::standard_format;
use klavi_core::{Limits, Tree, Verdict, run};
use std::collections::BTreeSet;
use suite_list::{Group, entry, groups, groups_of, left_out};

/// Whether the document is valid, or why the schema is not in the dialect.
fn verdict(name: &str, schema: &Tree, document: &Tree) -> Result<bool, String> {
    let reasons =
        |errors: Vec<klavi_codegen::SchemaError>| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let file = SchemaFile::new(name, &schema.to_string()).map_err(reasons)?;
    let program = program(&file, "", name).map_err(reasons)?;
    let mut verdict = Verdict::default();
    run(program, document.to_string().as_bytes(), Limits::default(), None, &mut verdict);
    Ok(verdict.is_valid())
}

#[test]
fn every_test_in_the_dialect_passes() {
    let (mut passed, mut failures, mut stale) = (0, Vec::new(), left_out().collect::<BTreeSet<_>>());
    for group in &groups() {
        let entry = entry(group);
        for test in &group.tests {
            let result = verdict(&group.file, &group.schema, &test.document);
            let told = || format!("{}: {}: {}: {result:?}", group.file, group.description, test.document);
            match (entry, &result) {
                (Some(entry), Err(_)) => drop(stale.remove(&entry)),
                (Some(_), Ok(_)) => failures.push(format!("left out, yet accepted: {}", told())),
                (None, Ok(valid)) if *valid == test.valid => passed += 1,
                (None, _) => failures.push(told()),
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert!(stale.is_empty(), "left out, yet not in the suite: {stale:?}");
    assert!(passed > 1100, "only {passed} tests were run");
    println!("{passed} tests pass");
}

/// The groups on formats that `x-format-assertion` cannot assert, each with the reason. What it is to assert and does not
/// know must be refused.
const FORMATS_LEFT_OUT: [(&str, &str, &str); 5] = [
    ("idn-hostname", "", "which code points IDNA 2008 allows takes tables of Unicode"),
    ("hostname", "validation of A-label (punycode) host names", "the same, of labels that begin with `xn--`"),
    ("regex", "", "no RFC has the grammar of ECMA-262"),
    ("relative-json-pointer", "", "no RFC has it, and its drafts differ"),
    ("unknown", "", "what nobody knows cannot be asserted"),
];

#[test]
fn every_format_of_an_rfc_can_be_asserted() {
    let (mut passed, mut failures, mut found) = (0, Vec::new(), BTreeSet::new());
    for group in groups_of("optional/format") {
        let is_entry = |(file, name, _): &&(&str, &str, &str)| {
            *file == group.file && (name.is_empty() || *name == group.description)
        };
        let mut asserted = group.schema.clone();
        asserted.set("/x-format-assertion", Tree::parse(b"true").unwrap());
        if let Some((file, name, _)) = FORMATS_LEFT_OUT.iter().find(is_entry) {
            found.insert((*file, *name));
            let is_refused = verdict(&group.file, &asserted, &group.tests[0].document).is_err();
            assert_eq!(is_refused, name.is_empty(), "{}: {}", group.file, group.description);
            continue;
        }
        for test in &group.tests {
            for (schema, expected) in [(&asserted, test.valid), (&group.schema, true)] {
                match verdict(&group.file, schema, &test.document) {
                    Ok(valid) if valid == expected => passed += 1,
                    result => failures.push(format!("{}: {}: {result:?}", group.file, test.document)),
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert_eq!(found.len(), FORMATS_LEFT_OUT.len(), "left out, yet not in the suite: only {found:?}");
    let names: BTreeSet<_> = groups_of("optional/format").into_iter().map(|Group { file, .. }| file).collect();
    let untested: Vec<_> = standard_format::ALL.iter().filter(|format| !names.contains(format.name)).collect();
    assert!(untested.is_empty(), "{untested:?}");
    assert!(passed > 600, "only {passed} tests were run");
}
