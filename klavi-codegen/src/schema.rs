//! One schema object, keyword by keyword.

use klavi_core::{Json, Member, Tree};
use std::sync::OnceLock;

/// A schema: `true`, `false`, or an object of keywords.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Schema<'a> {
    Bool(bool),
    Keywords(Keywords<'a>),
}

/// The keywords of a schema object. Each is asked for by its name in the file that lowers it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Keywords<'a>(&'a [Member]);

/// The keywords that there are: those of the metaschema.
fn dialect() -> &'static [String] {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let dialect = Tree::parse(klavi_schema::DIALECT.text.as_bytes()).ok();
        let keywords = dialect.as_ref().and_then(|dialect| dialect.get("properties")).map_or(&[][..], Tree::members);
        keywords.iter().map(|keyword| keyword.name.clone()).collect()
    })
}

/// Keywords that say something about a value without asking anything of it.
pub(crate) const ANNOTATIONS: &[&str] = &[
    "$schema",
    "$id",
    "$anchor",
    "$defs",
    "$comment",
    "title",
    "description",
    "examples",
    "default",
    "deprecated",
    "readOnly",
    "writeOnly",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "x-format-assertion",
    "x-direction",
    "x-source",
    "x-confidence",
    "x-pattern-confidence",
    "x-class",
    "x-rule",
    "x-rust",
    "x-formerly",
];

impl<'a> Schema<'a> {
    /// Reads a schema that the dialect's metaschema has accepted.
    pub fn read(tree: &'a Tree) -> Self {
        if let Json::Bool(value) = tree.value {
            return Self::Bool(value);
        }
        Self::Keywords(Keywords(tree.members()))
    }

    /// The keywords; a boolean schema has none.
    pub fn keywords(self) -> Option<Keywords<'a>> {
        if let Self::Keywords(keywords) = self { Some(keywords) } else { None }
    }
}

impl<'a> Keywords<'a> {
    /// The value of a keyword, where it is present. A name that the dialect does not have fails the tests.
    pub fn get(&self, keyword: &str) -> Option<&'a Tree> {
        debug_assert!(dialect().iter().any(|known| known == keyword), "`{keyword}` is no keyword of the dialect");
        self.0.iter().find(|member| member.name == keyword).map(|member| &member.value)
    }

    /// Whether every keyword beside annotations is one of these.
    pub fn only(&self, allowed: &[&str]) -> bool {
        let mut names = self.0.iter().map(|member| member.name.as_str());
        names.all(|name| ANNOTATIONS.contains(&name) || allowed.contains(&name))
    }

    /// The names in `required`.
    pub fn required_names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.get("required").into_iter().flat_map(Tree::items).filter_map(Tree::as_str)
    }

    /// The members of `properties`.
    pub fn property_members(&self) -> &'a [Member] {
        self.get("properties").map_or(&[], Tree::members)
    }
}

/// The texts of an array of strings.
pub(crate) fn texts(tree: Option<&Tree>) -> impl Iterator<Item = &str> {
    tree.into_iter().flat_map(Tree::items).filter_map(Tree::as_str)
}

/// A whole number of a keyword such as `maxLength`, which may be written `2.0` or `2e3`.
pub(crate) fn count(tree: Option<&Tree>) -> Option<u32> {
    tree.and_then(Tree::as_number).and_then(klavi_core::count)
}

/// A pointer segment, escaped.
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "`minLenght` is no keyword of the dialect")]
    fn a_keyword_that_there_is_not_cannot_be_asked_for() {
        Keywords::default().get("minLenght");
    }

    #[test]
    fn every_annotation_is_a_keyword() {
        assert!(ANNOTATIONS.iter().all(|name| dialect().iter().any(|known| known == name)));
    }
}
