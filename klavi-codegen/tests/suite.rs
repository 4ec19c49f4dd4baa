//! The official JSON Schema Test Suite, draft 2020-12: every test whose schema is in the dialect.

use klavi_codegen::{File, program};
use klavi_core::{Limits, Verdict, run};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What is left out: the reason, then the file and the group that it concerns (all groups where that is empty).
///
/// A schema that is left out must be refused by the dialect. One that is accepted fails the run, so that the list can
/// neither grow stale nor hide a wrong verdict.
const LEFT_OUT: &[(&str, &[(&str, &str)])] = &[
    (
        "`$dynamicRef` chooses a schema by the way that led to it: no static table can",
        &[
            ("dynamicRef", ""),
            ("unevaluatedItems", "unevaluatedItems with $dynamicRef"),
            ("unevaluatedProperties", "unevaluatedProperties with $dynamicRef"),
        ],
    ),
    (
        "a reference leads to a schema of the same file: a build reads no network, and `$id` stands at the root only",
        &[
            ("refRemote", ""),
            ("anchor", "Location-independent identifier with absolute URI"),
            ("anchor", "Location-independent identifier with base URI change in subschema"),
            ("anchor", "same $anchor with different base uri"),
            ("defs", "validate definition against metaschema"),
            ("ref", "$id must be resolved against nearest parent, not just immediate parent"),
            ("ref", "Recursive references between schemas"),
            ("ref", "URN base URI with URN and JSON pointer ref"),
            ("ref", "URN base URI with URN and anchor ref"),
            ("ref", "URN ref with nested pointer ref"),
            ("ref", "order of evaluation: $id and $ref"),
            ("ref", "order of evaluation: $id and $ref on nested schema"),
            ("ref", "ref to else"),
            ("ref", "ref to if"),
            ("ref", "ref to then"),
            ("ref", "ref with absolute-path-reference"),
            ("ref", "refs with relative uris and defs"),
            ("ref", "relative refs with absolute uris and defs"),
            ("ref", "remote ref, containing refs itself"),
            ("ref", "simple URN base URI with $ref via the URN"),
        ],
    ),
    (
        "a pattern means the same in every engine: Python knows no Unicode properties",
        &[
            ("pattern", "pattern with Unicode property escape requires unicode mode"),
            ("patternProperties", "patternProperties with Unicode property escape"),
        ],
    ),
    (
        "`$schema` names draft 2020-12: metaschemas of one's own and their vocabularies are refused",
        &[("vocabulary", "")],
    ),
];

fn left_out() -> impl Iterator<Item = (&'static str, &'static str)> {
    LEFT_OUT.iter().flat_map(|(_, places)| places.iter().copied())
}

/// Whether the document is valid, or why the schema is not in the dialect.
fn verdict(name: &str, schema: &Value, document: &Value) -> Result<bool, String> {
    let reasons =
        |errors: Vec<klavi_codegen::Error>| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let file = File::new(name, &schema.to_string()).map_err(reasons)?;
    let program = program(&file, "", name).map_err(reasons)?;
    let mut sink = Valid(true);
    run(program, document.to_string().as_bytes(), Limits::default(), None, &mut sink);
    Ok(sink.0)
}

struct Valid(bool);

impl klavi_core::Sink for Valid {
    const COLLECTS: bool = false;

    fn take(&mut self, finding: klavi_core::Finding) -> std::ops::ControlFlow<()> {
        let flow = Verdict.take(finding);
        self.0 &= flow.is_continue();
        flow
    }
}

#[test]
fn every_test_in_the_dialect_passes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../suites/json-schema/tests/draft2020-12");
    let entries = std::fs::read_dir(&folder).unwrap();
    let files: BTreeSet<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    let (mut passed, mut failures, mut stale) = (0, Vec::new(), left_out().collect::<BTreeSet<_>>());
    for path in &files {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let groups: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for group in groups.as_array().unwrap() {
            let description = group["description"].as_str().unwrap();
            let entry = left_out().find(|(file, start)| *file == name && (start.is_empty() || *start == description));
            for test in group["tests"].as_array().unwrap() {
                let result = verdict(name, &group["schema"], &test["data"]);
                let expected = test["valid"].as_bool().unwrap();
                let told = || format!("{name}: {description}: {}: {result:?}", test["description"]);
                match (entry, &result) {
                    (Some(entry), Err(_)) => drop(stale.remove(&entry)),
                    (Some(_), Ok(_)) => failures.push(format!("left out, yet accepted: {}", told())),
                    (None, Ok(valid)) if *valid == expected => passed += 1,
                    (None, _) => failures.push(told()),
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert!(stale.is_empty(), "left out, yet not in the suite: {stale:?}");
    assert!(passed > 1100, "only {passed} tests were run");
    println!("{passed} tests pass");
}
