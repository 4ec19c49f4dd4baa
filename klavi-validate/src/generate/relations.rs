//! The relations of a schema.

use klavi_core::Tree;

/// A relation between members.
pub(super) struct Relation<'a> {
    pub(super) name: &'a str,
    pub(super) fields: Vec<&'a str>,
}

pub(super) fn relations<'a>(schemas: &[&'a Tree]) -> impl Iterator<Item = Relation<'a>> {
    let all: Vec<&Tree> = schemas.iter().filter_map(|schema| schema.get("x-relations")).flat_map(Tree::items).collect();
    all.into_iter().filter_map(|relation| {
        let name = relation.get("relation")?.as_str()?;
        let fields = relation.get("fields")?.items().iter().filter_map(Tree::as_str).collect();
        Some(Relation { name, fields })
    })
}
