//! One schema object, keyword by keyword.

use klavi_core::{Json, Member, Tree};

/// A schema: `true`, `false`, or an object of keywords.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::large_enum_variant, reason = "a schema is looked at and dropped; nothing keeps many of them")]
pub(crate) enum Schema<'a> {
    Bool(bool),
    Keywords(Keywords<'a>),
}

macro_rules! keywords {
    ($($field:ident = $name:literal,)+) => {
        /// The keywords of a schema object, each with its value where it is present.
        #[derive(Debug, Clone, Copy, Default)]
        pub(crate) struct Keywords<'a> { $(pub $field: Option<&'a Tree>,)+ }

        impl<'a> Keywords<'a> {
            fn set(&mut self, member: &'a Member) {
                match member.name.as_str() {
                    $($name => self.$field = Some(&member.value),)+
                    _ => {}
                }
            }

            /// The names of the keywords that are present.
            pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
                [$(($name, self.$field.is_some()),)+].into_iter().filter(|(_, present)| *present).map(|(name, _)| name)
            }
        }
    };
}

keywords! {
    schema = "$schema",
    id = "$id",
    anchor = "$anchor",
    reference = "$ref",
    defs = "$defs",
    comment = "$comment",
    title = "title",
    description = "description",
    examples = "examples",
    default = "default",
    deprecated = "deprecated",
    read_only = "readOnly",
    write_only = "writeOnly",
    standard_format = "format",
    content_encoding = "contentEncoding",
    content_media_type = "contentMediaType",
    content_schema = "contentSchema",
    types = "type",
    enumeration = "enum",
    constant = "const",
    properties = "properties",
    required = "required",
    additional = "additionalProperties",
    pattern_properties = "patternProperties",
    property_names = "propertyNames",
    min_properties = "minProperties",
    max_properties = "maxProperties",
    dependent_required = "dependentRequired",
    dependent_schemas = "dependentSchemas",
    unevaluated_properties = "unevaluatedProperties",
    prefix_items = "prefixItems",
    items = "items",
    contains = "contains",
    min_contains = "minContains",
    max_contains = "maxContains",
    unique_items = "uniqueItems",
    unevaluated_items = "unevaluatedItems",
    min_items = "minItems",
    max_items = "maxItems",
    min_length = "minLength",
    max_length = "maxLength",
    pattern = "pattern",
    minimum = "minimum",
    maximum = "maximum",
    exclusive_minimum = "exclusiveMinimum",
    exclusive_maximum = "exclusiveMaximum",
    multiple_of = "multipleOf",
    all_of = "allOf",
    any_of = "anyOf",
    one_of = "oneOf",
    not = "not",
    condition = "if",
    then = "then",
    otherwise = "else",
    asserts_format = "x-format-assertion",
    direction = "x-direction",
    source = "x-source",
    confidence = "x-confidence",
    pattern_confidence = "x-pattern-confidence",
    class = "x-class",
    rule = "x-rule",
    expect = "x-expect",
    known_values = "x-known-values",
    aliases = "x-aliases",
    format = "x-format",
    rules_of_time = "x-rules-of-time",
    max_bytes = "x-max-bytes",
    relations = "x-relations",
    rust = "x-rust",
    formerly = "x-formerly",
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
        let mut keywords = Keywords::default();
        tree.members().iter().for_each(|member| keywords.set(member));
        Self::Keywords(keywords)
    }

    /// The keywords; a boolean schema has none.
    pub fn keywords(self) -> Option<Keywords<'a>> {
        if let Self::Keywords(keywords) = self { Some(keywords) } else { None }
    }
}

impl<'a> Keywords<'a> {
    /// Whether every keyword beside annotations is one of these.
    pub fn only(&self, allowed: &[&str]) -> bool {
        self.names().all(|name| ANNOTATIONS.contains(&name) || allowed.contains(&name))
    }

    /// The names in `required`.
    pub fn required_names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.required.into_iter().flat_map(Tree::items).filter_map(Tree::as_str)
    }

    /// The members of `properties`.
    pub fn property_members(&self) -> &'a [Member] {
        self.properties.map_or(&[], Tree::members)
    }
}

/// The texts of an array of strings.
pub(crate) fn texts(tree: Option<&Tree>) -> impl Iterator<Item = &str> {
    tree.into_iter().flat_map(Tree::items).filter_map(Tree::as_str)
}

/// A whole number of a keyword such as `maxLength`, which may be written `2.0` or `2e3`.
pub(crate) fn count(tree: Option<&Tree>) -> Option<u32> {
    let number: f64 = tree?.as_number()?.parse().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the dialect says: whole, 0 or more")]
    let count = number as u32;
    Some(count)
}

/// A pointer segment, escaped.
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyword_of_the_dialect_is_read() {
        let dialect = Tree::parse(klavi_schema::DIALECT.text.as_bytes()).unwrap();
        let keywords = dialect.get("properties").unwrap();
        let mut read: Vec<_> = Schema::read(keywords).keywords().unwrap().names().collect();
        let mut listed: Vec<_> = keywords.members().iter().map(|member| member.name.as_str()).collect();
        read.sort_unstable();
        listed.sort_unstable();
        assert_eq!(read, listed);
    }

    #[test]
    fn counts_may_be_written_as_any_number() {
        let count = |text: &str| count(Some(&Tree::parse(text.as_bytes()).unwrap()));
        assert_eq!((count("3"), count("3.0"), count("2e1"), count("10e-1")), (Some(3), Some(3), Some(20), Some(1)));
        assert_eq!(count("1e400"), Some(u32::MAX));
    }
}
