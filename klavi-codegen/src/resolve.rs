//! The properties of a schema, seen through its references.

use crate::file::SchemaFile;
use crate::lower::state::MOST_REFERENCES;
use crate::schema::{Keywords, Schema, escaped, texts};
use klavi_core::Tree;

/// An object schema and what it refers to.
pub(crate) struct Object<'a> {
    file: &'a SchemaFile,
    layers: Vec<(Keywords<'a>, String)>,
}

/// The object schema at a pointer; `None` where there is none or it declares no properties.
pub(crate) fn object<'a>(file: &'a SchemaFile, pointer: &str) -> Option<Object<'a>> {
    let layers = layers(file, pointer)?;
    let declares = layers.iter().any(|(keywords, _)| keywords.get("properties").is_some());
    declares.then_some(Object { file, layers })
}

/// The types that the schema at a pointer names; none where it is silent.
pub(crate) fn types<'a>(file: &'a SchemaFile, pointer: &str) -> Vec<&'a str> {
    layers(file, pointer).map_or_else(Vec::new, |layers| named(&layers))
}

/// A schema and those that it refers to, with their locations.
fn layers<'a>(file: &'a SchemaFile, first: &str) -> Option<Vec<(Keywords<'a>, String)>> {
    let mut layers = Vec::new();
    let mut next = Some(first.to_owned());
    // A chain is no longer than that where the schema lowers; a cycle ends here too.
    while let Some(at) = next.filter(|_| layers.len() < usize::from(MOST_REFERENCES)) {
        let Some(tree) = file.schema_at(&at) else { break };
        let keywords = Schema::read(tree).keywords()?;
        let reference = keywords.get("$ref").and_then(Tree::as_str);
        next = reference.and_then(|reference| file.resolve(&at, reference));
        layers.push((keywords, at));
    }
    Some(layers)
}

/// The types of the first schema that names some.
fn named<'a>(layers: &[(Keywords<'a>, String)]) -> Vec<&'a str> {
    let types = layers.iter().find_map(|(keywords, _)| keywords.get("type"));
    types.and_then(Tree::as_str).into_iter().chain(texts(types)).collect()
}

impl<'a> Object<'a> {
    /// The declared properties in order.
    pub fn properties(&self) -> impl Iterator<Item = (&'a str, &'a Tree)> {
        let members = self.layers.iter().flat_map(|(keywords, _)| keywords.property_members());
        members.map(|member| (member.name.as_str(), &member.value))
    }

    /// The types that the schema of a property names; none where it is silent.
    pub fn types_of(&self, name: &str) -> Vec<&'a str> {
        let declares = |keywords: &Keywords<'_>| keywords.property_members().iter().any(|member| member.name == name);
        let Some((_, at)) = self.layers.iter().find(|(keywords, _)| declares(keywords)) else { return Vec::new() };
        let location = format!("{at}/properties/{}", escaped(name));
        layers(self.file, &location).map_or_else(Vec::new, |layers| named(&layers))
    }

    /// Whether a property is mandatory.
    pub fn requires(&self, name: &str) -> bool {
        self.layers.iter().any(|(keywords, _)| keywords.required_names().any(|required| required == name))
    }
}
