//! The bodies of requests and answers in the OpenAPI document, each with examples.

use crate::publish::builder::{Object, object, parsed, text, word};
use crate::text::usage_error::UsageError;
use klavi_codegen::type_name;
use klavi_core::{Json, Tree};
use klavi_validate::catalogue::base_document;
use klavi_validate::{Contract, contract, contracts};
use std::path::Path;

/// The payloads of all contracts, by name: as the documents print them, to the letter; a complete one where they print
/// none.
pub fn examples() -> Result<Tree, UsageError> {
    let mut all = Object::default();
    for contract in contracts() {
        for (name, payload) in payloads(contract) {
            let value = parsed(&name, &payload)?;
            all.add(name, object([("value", value)]));
        }
    }
    Ok(all.into())
}

fn payloads(contract: &Contract) -> Vec<(String, String)> {
    let name =
        |path: &'static str| Path::new(path).file_stem().and_then(|stem| stem.to_str()).unwrap_or(path).to_owned();
    let documented = contract.examples.iter().map(|(path, payload)| (name(path), (*payload).to_owned()));
    let documented: Vec<_> = documented.collect();
    if !documented.is_empty() {
        return documented;
    }
    base_document(contract.name).map(|base| (format!("{}.sample", contract.name), base)).into_iter().collect()
}

/// A body of this contract, with its examples.
pub fn content(name: &str) -> Tree {
    let examples = contract(name).map(payloads).unwrap_or_default().into_iter();
    let examples = examples.map(|(name, _)| {
        let example = reference(&format!("examples/{name}"));
        (name, example)
    });
    media(name, object(examples))
}

/// The body of an answer that any operation may give, with the examples of its status.
pub fn common_content(answer: &Tree) -> Tree {
    let examples = answer.get("examples").map_or(&[][..], Tree::items).iter();
    let form = |example: &Tree| match example.get("message").map(|message| &message.value) {
        Some(Json::Array(_)) => "sentences",
        _ => "sentence",
    };
    media(word(answer, "contract"), object(examples.map(|it| (form(it), object([("value", it.clone())])))))
}

fn media(contract: &str, examples: Tree) -> Tree {
    let mut media = Object::default();
    media.add("schema", reference(&format!("schemas/{}", type_name(contract))));
    if !examples.members().is_empty() {
        media.add("examples", examples);
    }
    object([("application/json", media.into())])
}

/// A reference to a component.
pub fn reference(place: &str) -> Tree {
    object([("$ref", text(format!("#/components/{place}")))])
}
