//! The properties of a schema, seen through its references.

use crate::schema::{Keywords, Schema};
use klavi_core::Tree;

/// An object schema and what it refers to.
pub(crate) struct Object<'a> {
    layers: Vec<Keywords<'a>>,
}

/// The object schema at a pointer; `None` where there is none or it declares no properties.
pub(crate) fn object<'a>(root: &'a Tree, pointer: &str) -> Option<Object<'a>> {
    let mut layers = Vec::new();
    let mut next = root.pointer(pointer);
    // A chain of references is as long as the file has schemas at most; a circle ends here too.
    while let Some(tree) = next.filter(|_| layers.len() < 64) {
        let keywords = Schema::read(tree).keywords()?;
        layers.push(keywords);
        let reference = keywords.reference.and_then(Tree::as_str);
        next = reference.and_then(|reference| root.pointer(reference.strip_prefix('#')?));
    }
    let declares = layers.iter().any(|keywords| keywords.properties.is_some());
    declares.then_some(Object { layers })
}

impl<'a> Object<'a> {
    /// The declared properties in order.
    pub fn properties(&self) -> impl Iterator<Item = (&'a str, &'a Tree)> {
        let members = self.layers.iter().flat_map(Keywords::property_members);
        members.map(|member| (member.name.as_str(), &member.value))
    }

    /// Whether a property is mandatory.
    pub fn requires(&self, name: &str) -> bool {
        self.layers.iter().any(|keywords| keywords.required_names().any(|required| required == name))
    }
}
