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
        "properties" | "$defs" | "definitions" => Object::edit(value, |named| {
            let parts = std::mem::take(&mut named.0).into_iter();
            named.0 = parts.map(|part| member(part.name, go_on(part.value, is_exact))).collect();
        }),
        // Every draft knows a boolean here.
        "additionalProperties" if matches!(value.value, Json::Bool(_)) => value,
        "items" | "additionalProperties" => go_on(value, is_exact),
        "not" | "if" | "then" | "else" | "x-expect" => go_on(value, true),
        "allOf" | "anyOf" => each(value, |item| go_on(item, is_exact)),
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
