//! The files of the official suite, and what of them is left out.

use klavi_core::{Json, Tree};
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

/// Tests of one schema.
pub struct Group {
    /// The file's name without its extension: a keyword.
    pub file: String,
    pub description: String,
    pub schema: Tree,
    pub tests: Vec<Test>,
}

/// A document, and whether the schema of its group accepts it.
pub struct Test {
    pub document: Tree,
    pub valid: bool,
}

/// The groups of tests on keywords, in order of the files' names.
///
/// A [`Tree`] keeps members and numbers as they are written; what `serde_json` keeps of them is for the features of all
/// crates of a build to decide.
pub fn groups() -> Vec<Group> {
    groups_of("")
}

/// The groups of tests of one folder.
pub fn groups_of(folder: &str) -> Vec<Group> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../suites/json-schema/tests/draft2020-12").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let groups = files.iter().flat_map(|path| {
        let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let groups = Tree::parse(&std::fs::read(path).unwrap()).unwrap();
        groups.items().iter().map(|group| read(file.clone(), group)).collect::<Vec<_>>()
    });
    groups.collect()
}

fn read(file: String, group: &Tree) -> Group {
    let test = |test: &Tree| Test {
        document: test.get("data").unwrap().clone(),
        valid: test.get("valid").unwrap().value == Json::Bool(true),
    };
    Group {
        file,
        description: group.get("description").unwrap().as_str().unwrap().to_owned(),
        schema: group.get("schema").unwrap().clone(),
        tests: group.get("tests").unwrap().items().iter().map(test).collect(),
    }
}

/// The entry of the list that leaves a group out.
pub fn entry(group: &Group) -> Option<(&'static str, &'static str)> {
    left_out().find(|(file, start)| *file == group.file && (start.is_empty() || *start == group.description))
}
