//! The properties of a schema, seen through its references.

use crate::keyword::anchor;
use crate::schema::{Keywords, Schema, texts};
use klavi_core::Tree;

/// An object schema and what it refers to.
pub(crate) struct Object<'a> {
    root: &'a Tree,
    layers: Vec<Keywords<'a>>,
}

/// The object schema at a pointer; `None` where there is none or it declares no properties.
pub(crate) fn object<'a>(root: &'a Tree, pointer: &str) -> Option<Object<'a>> {
    let layers = layers(root, root.pointer(pointer))?;
    let declares = layers.iter().any(|keywords| keywords.properties.is_some());
    declares.then_some(Object { root, layers })
}

/// The types that the schema at a pointer names; none where it is silent.
pub(crate) fn types<'a>(root: &'a Tree, pointer: &str) -> Vec<&'a str> {
    layers(root, root.pointer(pointer)).map_or_else(Vec::new, |layers| named(&layers))
}

/// A schema and those that it refers to.
fn layers<'a>(root: &'a Tree, first: Option<&'a Tree>) -> Option<Vec<Keywords<'a>>> {
    let mut layers = Vec::new();
    let mut next = first;
    // A chain of references is as long as the file has schemas at most; a circle ends here too.
    while let Some(tree) = next.filter(|_| layers.len() < 64) {
        let keywords = Schema::read(tree).keywords()?;
        layers.push(keywords);
        let reference = keywords.reference.and_then(Tree::as_str);
        next = reference.and_then(|reference| match reference.strip_prefix('#')? {
            fragment if fragment.is_empty() || fragment.starts_with('/') => root.pointer(fragment),
            name => root.pointer(&anchor::find(root, name)?),
        });
    }
    Some(layers)
}

/// The types of the first schema that names some.
fn named<'a>(layers: &[Keywords<'a>]) -> Vec<&'a str> {
    let types = layers.iter().find_map(|keywords| keywords.types);
    types.and_then(Tree::as_str).into_iter().chain(texts(types)).collect()
}

impl<'a> Object<'a> {
    /// The declared properties in order.
    pub fn properties(&self) -> impl Iterator<Item = (&'a str, &'a Tree)> {
        let members = self.layers.iter().flat_map(Keywords::property_members);
        members.map(|member| (member.name.as_str(), &member.value))
    }

    /// The types that the schema of a property names; none where it is silent.
    pub fn types_of(&self, name: &str) -> Vec<&'a str> {
        let tree = self.properties().find(|(known, _)| *known == name).map(|(_, tree)| tree);
        layers(self.root, tree).map_or_else(Vec::new, |layers| named(&layers))
    }

    /// Whether a property is mandatory.
    pub fn requires(&self, name: &str) -> bool {
        self.layers.iter().any(|keywords| keywords.required_names().any(|required| required == name))
    }
}
