//! Files that are made from the catalogue, the schemas and the vocabulary, in whole or in part, are those that stand in the repository.
//!
//! `sh scripts/generate` writes them anew.

use klavi_core::{Group, Tree};
use klavi_pix::vocabulary::VOCABULARY;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What a file ought to be, made from what it is.
type Make = fn(&str) -> String;

/// The files that are made, or parts of which are.
const FILES: &[(&str, Make)] = &[
    ("schema/dialect.schema.json", |text| {
        let formats: Vec<_> = VOCABULARY.formats.iter().map(|format| format.name.to_owned()).collect();
        let relations: Vec<_> = VOCABULARY.relations.iter().map(|kind| kind.name.to_owned()).collect();
        let text = with_list(
            text,
            "\"x-rule\": {\n      \"type\": \"string\",\n      \"enum\": [",
            &names(|group| !group.is_of_calls()),
        );
        let text = with_list(&text, "\"x-format\": {\n      \"type\": \"string\",\n      \"enum\": [", &formats);
        with_list(&text, "\"relation\": {\n            \"type\": \"string\",\n            \"enum\": [", &relations)
    }),
    ("klavi-cli/src/report/report.schema.json", |text| with_codes(text, |group| !group.is_of_calls())),
    ("klavi-cli/src/report/flow-report.schema.json", |text| with_codes(text, |group| group == Group::Flow)),
    // As it has just been made, not as it was when this test was compiled.
    ("fuzz/dict/schema.dict", |text| {
        dictionary(text, &[&fs::read_to_string(root().join("schema/dialect.schema.json")).unwrap()])
    }),
    ("fuzz/dict/contract.dict", |text| {
        let schemas: Vec<_> = klavi_schema::CONTRACTS.iter().map(|contract| contract.schema.text).collect();
        dictionary(text, &schemas)
    }),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn generated_files_are_fresh() {
    let root = root();
    let mut stale = Vec::new();
    for (path, made) in FILES {
        let text = fs::read_to_string(root.join(path)).unwrap_or_default();
        let made = made(&text);
        if env::var_os("KLAVI_GENERATE").is_some() {
            fs::write(root.join(path), made).unwrap();
        } else if text != made {
            stale.push(*path);
        }
    }
    assert!(stale.is_empty(), "stale: {}; run `sh scripts/generate`", stale.join(", "));
}

/// The entries of codes.json.
fn entries() -> Vec<Tree> {
    let codes = Tree::parse(klavi_schema::CODES.text.as_bytes()).unwrap();
    codes.get("codes").unwrap().items().to_vec()
}

fn text<'a>(entry: &'a Tree, name: &str) -> &'a str {
    entry.get(name).and_then(Tree::as_str).unwrap_or_else(|| panic!("{name} is missing"))
}

/// The codes of these groups.
fn names(is_meant: impl Fn(Group) -> bool) -> Vec<String> {
    let entries = entries().into_iter().filter(|entry| is_meant(text(entry, "group").parse().unwrap()));
    entries.map(|entry| text(&entry, "code").to_owned()).collect()
}

/// The schema of a report with these groups and their codes.
fn with_codes(text: &str, is_meant: impl Fn(Group) -> bool) -> String {
    let groups: Vec<_> =
        Group::ALL.iter().filter(|group| is_meant(**group)).map(|group| group.name().to_owned()).collect();
    let text = with_list(text, "\"code\": {\n          \"enum\": [", &names(is_meant));
    with_list(&text, "\"group\": {\n          \"enum\": [", &groups)
}

/// A JSON text with these items in the list that is opened like this.
fn with_list(text: &str, opened: &str, items: &[String]) -> String {
    let start = text.find(opened).unwrap_or_else(|| panic!("there is no {opened}")) + opened.len();
    let (before, rest) = text.split_at(start);
    let end = rest.find(']').unwrap();
    let close = rest[..end].rfind('\n').unwrap();
    let indent = &rest[close..end];
    let items: Vec<_> = items.iter().map(|item| format!("{indent}  \"{item}\"")).collect();
    format!("{before}{}{}", items.join(","), &rest[close..])
}

/// Where the words of a dictionary begin that somebody chose.
const BY_HAND: &str = "# By hand:\n";

/// A dictionary with the names of members and the members of lists in these schemas.
fn dictionary(text: &str, schemas: &[&str]) -> String {
    let by_hand = text.split_once(BY_HAND).map_or("", |(_, by_hand)| by_hand);
    let (mut names, mut values) = (BTreeSet::new(), BTreeSet::new());
    for schema in schemas {
        words(&Tree::parse(schema.as_bytes()).unwrap(), &mut names, &mut values);
    }
    let name = |name: String| format!("\"\\\"{name}\\\":\"\n");
    let value = |value: String| format!("\"\\\"{value}\\\"\"\n");
    let names: String = names.into_iter().map(name).collect();
    let values: String = values.into_iter().map(value).collect();
    format!(
        "# Names of members and members of lists; `sh scripts/generate` makes them from the schemas.\n{names}{values}{BY_HAND}{by_hand}"
    )
}

fn words(schema: &Tree, names: &mut BTreeSet<String>, values: &mut BTreeSet<String>) {
    for member in schema.members() {
        match &*member.name {
            "properties" => names.extend(member.value.members().iter().map(|property| property.name.clone())),
            "enum" | "x-known-values" => {
                values.extend(member.value.items().iter().filter_map(Tree::as_str).map(str::to_owned));
            }
            "const" => values.extend(member.value.as_str().map(str::to_owned)),
            _ => {}
        }
        words(&member.value, names, values);
    }
    schema.items().iter().for_each(|item| words(item, names, values));
}
