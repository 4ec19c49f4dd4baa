//! `$anchor`: a name for a schema of the file.

use crate::schema::escaped;
use klavi_core::{Json, Tree};

/// Keywords whose values are data, not schemas.
const DATA: [&str; 4] = ["const", "default", "enum", "examples"];

/// Keywords whose members are named by the user.
const HOLD_NAMES: [&str; 5] = ["$defs", "dependentRequired", "dependentSchemas", "patternProperties", "properties"];

/// The pointer of the schema that has this name.
pub(crate) fn find(tree: &Tree, name: &str) -> Option<String> {
    let mut found = None;
    each_schema(tree, &mut String::new(), false, &mut |schema, pointer| {
        if found.is_none() && schema.get("$anchor").and_then(Tree::as_str) == Some(name) {
            found = Some(pointer.to_owned());
        }
    });
    found
}

/// The value of every `$ref`, and the pointer of its schema.
pub(crate) fn references(tree: &Tree) -> Vec<(&Tree, String)> {
    let mut found = Vec::new();
    each_schema(tree, &mut String::new(), false, &mut |schema, pointer| {
        found.extend(schema.get("$ref").map(|reference| (reference, pointer.to_owned())));
    });
    found
}

/// Visits every object that stands where a schema stands. Below `properties` and its like, names are members and no
/// keywords.
fn each_schema<'t>(tree: &'t Tree, pointer: &mut String, of_names: bool, visit: &mut dyn FnMut(&'t Tree, &str)) {
    let parts: Vec<(String, &Tree, bool)> = match &tree.value {
        Json::Object(members) => {
            if !of_names {
                visit(tree, pointer);
            }
            let schemas = members.iter().filter(|member| of_names || !DATA.contains(&member.name.as_str()));
            let holds_names = |name: &str| !of_names && HOLD_NAMES.contains(&name);
            schemas.map(|member| (escaped(&member.name), &member.value, holds_names(&member.name))).collect()
        }
        Json::Array(items) => items.iter().enumerate().map(|(index, item)| (index.to_string(), item, false)).collect(),
        _ => return,
    };
    for (segment, part, of_names) in parts {
        let len = pointer.len();
        *pointer += "/";
        *pointer += &segment;
        each_schema(part, pointer, of_names, visit);
        pointer.truncate(len);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_found_where_schemas_stand_and_nowhere_else() {
        let text = r#"{"const": {"$anchor": "a"}, "properties": {"$anchor": {"type": "string"}, "x/y": {"anyOf": [true,
            {"$anchor": "a"}]}, "enum": {"$anchor": "b"}}, "$defs": {"c": {"examples": [{"$anchor": "c"}]}}}"#;
        let tree = Tree::parse(text.as_bytes()).unwrap();
        assert_eq!(find(&tree, "a").as_deref(), Some("/properties/x~1y/anyOf/1"));
        assert_eq!(find(&tree, "b").as_deref(), Some("/properties/enum"));
        assert_eq!(find(&tree, "c"), None);
        assert_eq!(find(&Tree::parse(br#"{"$anchor": "a"}"#).unwrap(), "a").as_deref(), Some(""));
    }

    #[test]
    fn a_reference_in_data_or_in_the_name_of_a_member_is_none() {
        let text = br#"{"$ref": "a", "enum": [{"$ref": "b"}], "properties": {"$ref": {"items": {"$ref": "c"}}}}"#;
        let tree = Tree::parse(text).unwrap();
        let found: Vec<_> = references(&tree).into_iter().map(|(tree, at)| (tree.as_str().unwrap(), at)).collect();
        assert_eq!(found, [("a", String::new()), ("c", "/properties/$ref/items".to_owned())]);
    }
}
