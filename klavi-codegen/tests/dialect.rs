//! The closed lists of the metaschema are those of the runtime.

use klavi_core::program::{Format, RelationKind, Types};
use klavi_core::{Code, Tree};

/// The `enum` at a pointer of the metaschema.
fn list(pointer: &str) -> Vec<String> {
    let dialect = Tree::parse(klavi_schema::DIALECT.text.as_bytes()).unwrap();
    let entries = dialect.pointer(pointer).unwrap().get("enum").unwrap().items().to_vec();
    entries.iter().map(|entry| entry.as_str().unwrap().to_owned()).collect()
}

#[test]
fn rules_are_the_codes() {
    assert_eq!(list("/properties/x-rule"), Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>());
}

#[test]
fn formats_are_the_formats() {
    assert_eq!(list("/properties/x-format"), Format::ALL.iter().map(|format| format.name()).collect::<Vec<_>>());
}

#[test]
fn relations_are_the_relations_and_codes() {
    let relations = list("/properties/x-relations/items/properties/relation");
    assert_eq!(relations, RelationKind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>());
    assert!(relations.iter().all(|name| name.parse::<Code>().is_ok()));
}

#[test]
fn types_are_the_types() {
    let mut listed = list("/$defs/type");
    let mut known: Vec<_> = Types::ALL.names().collect();
    listed.sort_unstable();
    known.sort_unstable();
    assert_eq!(listed, known);
}
