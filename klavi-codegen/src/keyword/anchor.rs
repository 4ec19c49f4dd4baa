//! `$anchor`: a name for a schema of the file.

use crate::schema::escaped;
use klavi_core::{Json, Tree};

/// Keywords whose values are data, not schemas.
const DATA: [&str; 4] = ["const", "default", "enum", "examples"];

/// The pointer of the schema that has this name.
pub(crate) fn find(tree: &Tree, name: &str) -> Option<String> {
    search(tree, name, &mut String::new(), false)
}

/// Below `properties` and its like, names are members and no keywords.
fn search(tree: &Tree, name: &str, pointer: &mut String, of_names: bool) -> Option<String> {
    let parts: Vec<(String, &Tree, bool)> = match &tree.value {
        Json::Object(_) if !of_names && tree.get("$anchor").and_then(Tree::as_str) == Some(name) => {
            return Some(pointer.clone());
        }
        Json::Object(members) => {
            let schemas = members.iter().filter(|member| of_names || !DATA.contains(&member.name.as_str()));
            let holds_names = |name: &str| !of_names && HOLD_NAMES.contains(&name);
            schemas.map(|member| (escaped(&member.name), &member.value, holds_names(&member.name))).collect()
        }
        Json::Array(items) => items.iter().enumerate().map(|(index, item)| (index.to_string(), item, false)).collect(),
        _ => return None,
    };
    parts.into_iter().find_map(|(segment, part, of_names)| {
        let len = pointer.len();
        *pointer += "/";
        *pointer += &segment;
        let found = search(part, name, pointer, of_names);
        pointer.truncate(len);
        found
    })
}

/// Keywords whose members are named by the user.
const HOLD_NAMES: [&str; 5] = ["$defs", "dependentRequired", "dependentSchemas", "patternProperties", "properties"];

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
}
