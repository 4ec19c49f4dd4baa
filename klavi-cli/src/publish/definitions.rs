//! Where the definitions of a schema go when it becomes part of an OpenAPI document.

use crate::publish::builder::{Object, member, object, text};
use crate::publish::{map_subschemas, rewrite};
use klavi_core::{Member, Tree};

const DEFINITIONS: &str = "#/$defs/";

/// The schema and its definitions as components of a document: `name`, `name.definition`.
pub fn as_components(name: &str, schema: Tree) -> Vec<Member> {
    let (schema, definitions) = parted(schema);
    let here = |schema: Tree| {
        map_subschemas::schemas(schema, false, &|schema, _| {
            Object::edit(schema, |schema| {
                if let Some(definition) = referred(schema.get("$ref")) {
                    let reference = text(format!("#/components/schemas/{name}.{definition}"));
                    schema.replace("$ref", [("$ref", reference)]);
                }
            })
        })
    };
    let definitions = definitions.into_iter().map(|part| member(format!("{name}.{}", part.name), here(part.value)));
    std::iter::once(member(name, here(schema))).chain(definitions).collect()
}

/// The schema alone, to be put anywhere in a document of one's own: definitions stand where they are referred to.
///
/// No published schema refers to itself: there this would not end.
pub fn on_its_own(schema: Tree) -> Tree {
    let (schema, definitions) = parted(schema);
    let definitions = object(definitions.into_iter().map(|part| (part.name, part.value)));
    map_subschemas::schemas(schema, false, &|schema, _| {
        // What stands beside a reference would meet the same keywords of the definition.
        let schema = rewrite::beside_reference(schema);
        let definition = referred(schema.get("$ref")).and_then(|name| definitions.get(&name));
        definition.cloned().unwrap_or(schema)
    })
}

fn parted(schema: Tree) -> (Tree, Vec<Member>) {
    let mut definitions = None;
    let schema = Object::edit(schema, |schema| definitions = schema.take("$defs"));
    (schema, definitions.map_or_else(Vec::new, |definitions| definitions.members().to_vec()))
}

/// The definition that a `$ref` names.
fn referred(reference: Option<&Tree>) -> Option<String> {
    reference?.as_str()?.strip_prefix(DEFINITIONS).map(str::to_owned)
}
