//! The way through a schema: where schemas stand inside a schema.

use crate::publish::builder::{Object, array, member};
use klavi_core::{Json, Tree};

/// Changes a schema, then the schemas that then stand in it.
///
/// The change is told whether the schema has to keep its meaning exactly: under `not` and the like, saying less would
/// accept less.
pub fn schemas(schema: Tree, is_exact: bool, change: &dyn Fn(Tree, bool) -> Tree) -> Tree {
    let changed = change(schema, is_exact);
    Object::edit(changed, |object| {
        for part in &mut object.0 {
            let value = std::mem::replace(&mut part.value, crate::publish::builder::null());
            part.value = keyword(&part.name, value, is_exact, change);
        }
    })
}

fn keyword(name: &str, value: Tree, is_exact: bool, change: &dyn Fn(Tree, bool) -> Tree) -> Tree {
    let go_on = |schema: Tree, is_exact| schemas(schema, is_exact, change);
    match name {
        "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions" => {
            Object::edit(value, |named| {
                let parts = std::mem::take(&mut named.0).into_iter();
                named.0 = parts.map(|part| member(part.name, go_on(part.value, is_exact))).collect();
            })
        }
        // Every draft knows a boolean here.
        "additionalProperties" if matches!(value.value, Json::Bool(_)) => value,
        "items"
        | "additionalProperties"
        | "propertyNames"
        | "unevaluatedItems"
        | "unevaluatedProperties"
        | "contentSchema" => go_on(value, is_exact),
        // With `maxContains`, more that fits is more that is refused.
        "not" | "if" | "then" | "else" | "contains" | "x-expect" => go_on(value, true),
        "allOf" | "anyOf" | "prefixItems" => each(value, |item| go_on(item, is_exact)),
        "oneOf" => each(value, |item| go_on(item, true)),
        _ => value,
    }
}

fn each(list: Tree, change: impl FnMut(Tree) -> Tree) -> Tree {
    match list.value {
        Json::Array(items) => array(items.into_iter().map(change)),
        _ => list,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::builder::boolean;

    /// Every keyword of draft 2020-12 below which schemas stand, as the metaschemas have them.
    #[test]
    fn no_schema_is_passed_by() {
        let schema = r#"{
            "$defs": {"a": {}}, "properties": {"a": {}}, "patternProperties": {"a": {}}, "dependentSchemas": {"a": {}},
            "items": {}, "prefixItems": [{}], "contains": {}, "unevaluatedItems": {}, "additionalProperties": {},
            "unevaluatedProperties": {}, "propertyNames": {}, "contentSchema": {}, "not": {}, "if": {}, "then": {},
            "else": {}, "allOf": [{}], "anyOf": [{}], "oneOf": [{}], "enum": [{}], "const": {}, "default": {}
        }"#;
        let schema = Tree::parse(schema.as_bytes()).unwrap();
        let seen = schemas(schema, false, &|schema, is_exact| {
            if schema.members().is_empty() { boolean(is_exact) } else { schema }
        });
        let told = seen.to_string();
        let exact = ["contains", "not", "if", "then", "else"];
        assert!(exact.iter().all(|name| told.contains(&format!("\"{name}\": true"))), "{told}");
        assert!(told.contains("\"oneOf\": [true]") && told.contains("\"anyOf\": [false]"), "{told}");
        assert_eq!(
            (told.matches("{}").count(), told.matches("false").count(), told.matches("true").count()),
            (3, 13, 6)
        );
    }
}
