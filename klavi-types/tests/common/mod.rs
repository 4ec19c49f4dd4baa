//! What the tests over contracts share.

#![allow(dead_code, reason = "each test binary uses a part")]

use klavi_core::{Json, Tree};
use klavi_types::{CONTRACTS, ContractProgram};
use serde::de::DeserializeOwned;
use std::fmt::Debug;

/// A contract with its files.
pub struct Subject {
    pub contract: &'static ContractProgram,
    pub schema: Tree,
    pub response: bool,
    /// The documented examples and every case that has no error, each with its name.
    pub valid: Vec<(String, String)>,
}

/// All contracts.
pub fn subjects() -> Vec<Subject> {
    CONTRACTS.iter().map(subject).collect()
}

fn subject(contract: &'static ContractProgram) -> Subject {
    let files = klavi_schema::CONTRACTS.iter().find(|known| known.name == contract.name).unwrap();
    let examples = files.examples.iter().map(|example| (example.name.to_owned(), example.text.to_owned()));
    let schema = Tree::parse(files.schema.text.as_bytes()).unwrap();
    let response = schema.get("x-direction").and_then(Tree::as_str) == Some("response");
    let file = Tree::parse(files.cases.text.as_bytes()).unwrap();
    Subject { contract, schema, response, valid: examples.chain(valid_cases(&file)).collect() }
}

fn valid_cases(file: &Tree) -> Vec<(String, String)> {
    let base = file.get("base").unwrap();
    let cases = file.get("cases").unwrap().items().iter();
    let valid = cases.filter(|case| {
        let findings = case.get("findings").unwrap().items();
        !findings.iter().any(|line| line.as_str().unwrap().starts_with("error"))
    });
    let documents = valid.map(|case| (case.get("name").unwrap().as_str().unwrap().to_owned(), document(base, case)));
    std::iter::once(("base".to_owned(), base.to_string())).chain(documents).collect()
}

/// The document of a case: a text, a value, or the base with changes.
fn document(base: &Tree, case: &Tree) -> String {
    match (case.get("text").and_then(Tree::as_str), case.get("document")) {
        (Some(text), _) => text.to_owned(),
        (None, Some(document)) => document.to_string(),
        (None, None) => {
            let mut document = base.clone();
            for pointer in case.get("remove").map_or(&[][..], Tree::items) {
                assert!(document.remove(pointer.as_str().unwrap()));
            }
            for member in case.get("set").map_or(&[][..], Tree::members) {
                assert!(document.set(&member.name, member.value.clone()));
            }
            document.to_string()
        }
    }
}

/// The document with its members in order of their names, numbers and texts as they came.
///
/// In a response `null` is read as absent, and therefore not written.
pub fn canonical(document: &str, response: bool) -> String {
    sorted(Tree::parse(document.as_bytes()).unwrap(), response).to_string()
}

fn sorted(mut tree: Tree, response: bool) -> Tree {
    tree.value = match tree.value {
        Json::Object(mut members) => {
            members.retain(|member| !response || member.value.value != Json::Null);
            members.sort_by(|one, other| one.name.cmp(&other.name));
            for member in &mut members {
                member.value = sorted(member.value.clone(), response);
            }
            Json::Object(members)
        }
        Json::Array(items) => Json::Array(items.into_iter().map(|item| sorted(item, response)).collect()),
        other => other,
    };
    tree
}

/// The pointers of all values of a document, the whole first.
pub fn pointers(tree: &Tree) -> Vec<String> {
    let mut found = vec![String::new()];
    for member in tree.members() {
        let name = member.name.replace('~', "~0").replace('/', "~1");
        found.extend(pointers(&member.value).iter().map(|rest| format!("/{name}{rest}")));
    }
    for (index, item) in tree.items().iter().enumerate() {
        found.extend(pointers(item).iter().map(|rest| format!("/{index}{rest}")));
    }
    found
}

/// Something to do with the type of a contract.
pub trait ForType {
    type Output;

    fn with<T: DeserializeOwned + Debug + PartialEq + schemars::JsonSchema>(self) -> Self::Output;
}

/// Does it with the type of this name.
pub fn for_type<F: ForType>(contract: &str, task: F) -> F::Output {
    match contract {
        "auth.request" => task.with::<klavi_types::AuthRequest>(),
        "auth.response" => task.with::<klavi_types::AuthResponse>(),
        "list-institutions.response" => task.with::<klavi_types::ListInstitutionsResponse>(),
        "create-payment.request" => task.with::<klavi_types::CreatePaymentRequest>(),
        "create-payment.response" => task.with::<klavi_types::CreatePaymentResponse>(),
        "get-payment.response" => task.with::<klavi_types::GetPaymentResponse>(),
        "get-payment-status.response" => task.with::<klavi_types::GetPaymentStatusResponse>(),
        "consent-links.request" => task.with::<klavi_types::ConsentLinksRequest>(),
        "consent-links.response" => task.with::<klavi_types::ConsentLinksResponse>(),
        "error.response" => task.with::<klavi_types::ErrorResponse>(),
        other => panic!("add the type of {other}"),
    }
}
