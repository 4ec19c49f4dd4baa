//! `Debug` of a filled value shows no personal data.

mod common;

use common::{ForType, for_type, subjects};
use klavi_core::{Json, Tree};
use serde::de::DeserializeOwned;
use std::fmt::Debug;

struct Shown<'a>(&'a str);

impl ForType for Shown<'_> {
    type Output = String;

    fn with<T: DeserializeOwned + Debug + PartialEq + schemars::JsonSchema>(self) -> String {
        let value: T = serde_json::from_str(self.0).unwrap();
        format!("{value:?}\n{value:#?}")
    }
}

/// Collects the texts of a document, and whether they lie at or below a member of a personal class.
fn texts<'a>(schema: Option<&Tree>, root: &Tree, value: &'a Tree, inside: bool, found: &mut Vec<(&'a str, bool)>) {
    let reference = schema.and_then(|schema| schema.get("$ref")).and_then(Tree::as_str);
    let target = reference.map(|reference| root.pointer(reference.strip_prefix('#').unwrap()).unwrap());
    let class = schema.and_then(|schema| schema.get("x-class")).and_then(Tree::as_str);
    let inside = inside || matches!(class, Some("name" | "email" | "personal" | "secret"));
    let schema = target.or(schema);
    match &value.value {
        Json::String(text) => found.push((text, inside)),
        Json::Object(members) => {
            let properties = schema.and_then(|schema| schema.get("properties"));
            for member in members {
                texts(properties.and_then(|all| all.get(&member.name)), root, &member.value, inside, found);
            }
        }
        Json::Array(items) => {
            let schema = schema.and_then(|schema| schema.get("items"));
            for item in items {
                texts(schema, root, item, inside, found);
            }
        }
        _ => {}
    }
}

#[test]
fn debug_shows_no_personal_value() {
    let mut planted = 0;
    for subject in subjects() {
        for (name, document) in &subject.valid {
            let tree = Tree::parse(document.as_bytes()).unwrap();
            let mut found = Vec::new();
            texts(Some(&subject.schema), &subject.schema, &tree, false, &mut found);
            let shown = for_type(subject.contract.name, Shown(document));
            // A text of two letters may stand in any name, and the digits of a phone number in a bank's.
            let elsewhere = |text| found.iter().any(|(other, personal)| !personal && other.contains(text));
            let personal = found.iter().filter(|(text, personal)| *personal && text.len() > 3 && !elsewhere(text));
            for (text, _) in personal {
                assert!(!shown.contains(text), "{}: {name}: {text:?}", subject.contract.name);
                planted += 1;
            }
        }
    }
    assert!(planted > 1000, "only {planted} values");
}

#[test]
fn unknown_members_and_texts_are_masked() {
    let body = r#"{"id": "1", "status": "Fulano de Tal", "holder": "Fulano de Tal", "clientRequestId": "x"}"#;
    let shown = for_type("get-payment-status.response", Shown(body));
    assert!(!shown.contains("Fulano"), "{shown}");
}
