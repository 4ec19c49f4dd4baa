//! The files of the official suite, and what of them is left out.

use serde_json::Value;
use std::path::Path;

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

pub fn left_out() -> impl Iterator<Item = (&'static str, &'static str)> {
    LEFT_OUT.iter().flat_map(|(_, places)| places.iter().copied())
}

/// The groups of tests, each with the name of its file, in order.
pub fn groups() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../suites/json-schema/tests/draft2020-12");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let groups = files.iter().flat_map(|path| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let groups: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        groups.into_iter().map(move |group| (name.clone(), group))
    });
    groups.collect()
}

/// The entry of the list that leaves a group out.
pub fn entry(name: &str, group: &Value) -> Option<(&'static str, &'static str)> {
    let description = group["description"].as_str().unwrap();
    left_out().find(|(file, start)| *file == name && (start.is_empty() || *start == description))
}
