//! What makes two types of one name the same.

use super::Maker;
use klavi_core::{Json, Tree};
use std::fmt::Write as _;

/// Keywords that ask nothing of a value and do not change its Rust type.
const WORDS: &[&str] = &[
    "$schema",
    "$id",
    "$defs",
    "$comment",
    "title",
    "description",
    "examples",
    "default",
    "deprecated",
    "x-source",
    "x-confidence",
    "x-formerly",
];

impl Maker<'_> {
    /// A text that is the same for all schemas that make the same type.
    pub(super) fn shape(&self, tree: &Tree) -> String {
        let mut shape = String::new();
        self.schema_shape(tree, 0, &mut shape);
        shape
    }

    fn schema_shape(&self, tree: &Tree, depth: usize, out: &mut String) {
        let target = tree.get("$ref").and_then(Tree::as_str).and_then(|target| {
            // A part that refers to itself has no end.
            self.root_tree().pointer(target.strip_prefix('#')?).filter(|_| depth < 16)
        });
        if let Some(target) = target {
            return self.schema_shape(target, depth + 1, out);
        }
        // In a response every member may be missing, whatever its contract requires.
        let is_word =
            |name: &str| WORDS.contains(&name) || (self.tolerant() && matches!(name, "required" | "x-expect"));
        let mut members: Vec<_> = tree.members().iter().filter(|member| !is_word(&member.name)).collect();
        members.sort_by_key(|member| &member.name);
        for member in members {
            let _ = write!(out, "{}:", member.name);
            match (member.name.as_str(), &member.value.value) {
                ("properties", Json::Object(properties)) => {
                    let mut properties: Vec<_> = properties.iter().collect();
                    properties.sort_by_key(|property| &property.name);
                    for property in properties {
                        let _ = write!(out, "{}{{", property.name);
                        self.schema_shape(&property.value, depth + 1, out);
                        out.push('}');
                    }
                }
                (_, Json::Object(_)) => {
                    out.push('{');
                    self.schema_shape(&member.value, depth + 1, out);
                    out.push('}');
                }
                (_, Json::Array(items)) => {
                    let mut items: Vec<String> = items.iter().map(|item| self.item_shape(item, depth)).collect();
                    if self.tolerant() && member.name == "type" {
                        items.retain(|item| item != "\"null\"");
                    }
                    items.sort();
                    let _ = write!(out, "{items:?}");
                }
                ("type", _) => {
                    let _ = write!(out, "{:?}", [member.value.to_string()]);
                }
                _ => {
                    let _ = write!(out, "{}", member.value);
                }
            }
        }
    }

    /// An entry of a list: a schema, or a text.
    fn item_shape(&self, item: &Tree, depth: usize) -> String {
        let Json::Object(_) = item.value else { return item.to_string() };
        let mut shape = String::new();
        self.schema_shape(item, depth + 1, &mut shape);
        shape
    }
}
