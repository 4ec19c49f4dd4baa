//! Where the definitions of a schema go when it becomes part of an OpenAPI document.

use crate::publish::builder::{Object, member, object, text};
use crate::publish::{map_subschemas, rewrite};
use klavi_codegen::type_name;
use klavi_core::{Member, Tree};

const DEFINITIONS: &str = "#/$defs/";

/// The schema of a contract with titles that are names of types: `CreatePaymentRequest`, `CreatePaymentRequestHolder`.
pub fn titled(schema: Tree) -> Tree {
    let id = schema.get("$id").and_then(Tree::as_str);
    let Some(name) = id.and_then(|id| id.strip_prefix("urn:klavi:contract:")).map(type_name) else { return schema };
    let with_title = |schema: Tree, title: String| {
        Object::edit(schema, |schema| {
            schema.take("title");
            let after_names = schema.0.iter().take_while(|part| part.name.starts_with('$')).count();
            schema.0.insert(after_names, member("title", text(title)));
        })
    };
    let schema = Object::edit(schema, |schema| {
        for definition in schema.0.iter_mut().filter(|part| part.name == "$defs") {
            let parts = definition.value.members().iter();
            let titled =
                parts.map(|part| (&*part.name, with_title(part.value.clone(), name.clone() + &type_name(&part.name))));
            definition.value = object(titled);
        }
    });
    with_title(schema, name)
}

/// The schema and its definitions as components of a document: `Name`, `NameDefinition`, as the Rust types are called.
pub fn as_components(name: &str, schema: Tree) -> Vec<Member> {
    let (schema, definitions) = parted(schema);
    let name = type_name(name);
    let here = |schema: Tree| {
        map_subschemas::schemas(schema, false, &|schema, _| {
            Object::edit(schema, |schema| {
                if let Some(definition) = referred(schema.get("$ref")) {
                    let reference = text(format!("#/components/schemas/{name}{}", type_name(&definition)));
                    schema.replace("$ref", [("$ref", reference)]);
                }
            })
        })
    };
    let definitions = definitions.into_iter();
    let definitions = definitions.map(|part| member(name.clone() + &type_name(&part.name), here(part.value)));
    std::iter::once(member(&*name, here(schema))).chain(definitions).collect()
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
