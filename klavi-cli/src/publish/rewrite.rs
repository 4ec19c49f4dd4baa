//! The rewrites that drafts and flavours are made of. Each changes one schema, not those inside it.

use crate::publish::builder::{Object, array, boolean, null, number, object, text};
use crate::publish::strict::{alternatives, split_types};
use klavi_core::{Json, Tree};

/// A change of one schema.
#[derive(Clone, Copy)]
pub struct Rewrite {
    pub apply: fn(Tree) -> Tree,
    /// The schema then accepts more, so that this has no place where it must keep its meaning.
    pub says_less: bool,
}

const fn exact(apply: fn(Tree) -> Tree) -> Rewrite {
    Rewrite { apply, says_less: false }
}

const fn looser(apply: fn(Tree) -> Tree) -> Rewrite {
    Rewrite { apply, says_less: true }
}

/// The types flavour: what can be said with a type of a programming language, and what a member may hold.
pub const TYPES: &[Rewrite] = &[
    looser(no_conditions),
    exact(no_form_beside_a_list),
    looser(no_form_beside_a_union),
    exact(free_objects),
    exact(no_labels),
];

/// The plain flavour: the keywords of JSON Schema alone.
pub const PLAIN: &[Rewrite] =
    &[exact(no_annotations), exact(no_form_beside_a_list), exact(split_types), exact(no_labels)];

/// JSON Schema draft 7.
pub const DRAFT_07: &[Rewrite] = &[exact(name_draft_07), exact(definitions), exact(beside_reference)];

/// The schemas of OpenAPI 3.1 are those of draft 2020-12, here without a name of their own.
pub const OPENAPI_31: &[Rewrite] = &[exact(no_name)];

/// The schemas of OpenAPI 3.0: an early draft 5, with `nullable`.
pub const OPENAPI_30: &[Rewrite] = &[
    exact(no_name),
    exact(no_comment),
    exact(no_boolean),
    exact(constant),
    exact(types),
    exact(bounds),
    exact(conditions),
    exact(example),
    exact(beside_reference),
];

/// For the early draft 1.0 is no integer, for ours it is one.
pub const WHOLE_NUMBERS: Rewrite = exact(whole_numbers);

fn no_conditions(schema: Tree) -> Tree {
    const CONDITIONS: [&str; 10] = [
        "if",
        "then",
        "else",
        "not",
        "dependentSchemas",
        "dependentRequired",
        "contains",
        "minContains",
        "maxContains",
        "x-expect",
    ];
    Object::edit(schema, |schema| {
        schema.0.retain(|member| !CONDITIONS.contains(&&*member.name));
        let Some(all) = schema.get("allOf") else { return };
        let is_rule = |item: &Tree| CONDITIONS.iter().chain(&["x-rule"]).any(|name| item.get(name).is_some());
        let kept: Vec<_> = all.items().iter().filter(|item| !is_rule(item)).cloned().collect();
        // A list that has nothing left to say goes away.
        let kept = (!kept.is_empty()).then(|| ("allOf", array(kept)));
        schema.replace("allOf", kept);
    })
}

/// A closed list of texts says their form already: every member of a list has the form that stands beside it.
fn no_form_beside_a_list(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        if schema.has("enum") || schema.has("const") {
            no_form(schema);
        }
    })
}

/// A union has no form: makers of types take one or the other.
fn no_form_beside_a_union(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        let kinds = schema.get("type").map_or(&[][..], Tree::items).iter().filter_map(Tree::as_str);
        if kinds.filter(|kind| *kind != "null").count() > 1 {
            no_form(schema);
        }
    })
}

fn no_form(schema: &mut Object) {
    schema.0.retain(|member| !matches!(&*member.name, "pattern" | "minLength" | "maxLength" | "format"));
}

/// An object of which nothing is said holds anything, and says so.
fn free_objects(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        let is_object = |kind: &Tree| {
            kind.as_str() == Some("object") || kind.items().iter().any(|it| it.as_str() == Some("object"))
        };
        if schema.get("type").is_some_and(is_object) && !schema.has("properties") && !schema.has("additionalProperties")
        {
            schema.add("additionalProperties", boolean(true));
        }
    })
}

fn no_annotations(schema: Tree) -> Tree {
    Object::edit(schema, |schema| schema.0.retain(|member| !member.name.starts_with("x-")))
}

fn no_labels(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        if let Some(told) = schema.get("description").and_then(Tree::as_str) {
            let told = text(without_labels(told));
            schema.replace("description", [("description", told)]);
        }
    })
}

/// A sentence without the labels of contradictions, such as ` (X3)`: their legend is not there where they would be read.
pub fn without_labels(sentence: &str) -> String {
    let mut parts = sentence.split(" (X");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(')') {
            Some((number, rest)) if number.parse::<u32>().is_ok() => kept.push_str(rest),
            _ => kept.extend([" (X", part]),
        }
    }
    kept
}

fn name_draft_07(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        schema.replace("$schema", [("$schema", text("http://json-schema.org/draft-07/schema#"))]);
    })
}

fn definitions(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        if let Some(defs) = schema.get("$defs").cloned() {
            schema.replace("$defs", [("definitions", defs)]);
        }
        if let Some(reference) = schema.get("$ref").and_then(Tree::as_str) {
            let reference = reference.replace("#/$defs/", "#/definitions/");
            schema.replace("$ref", [("$ref", text(reference))]);
        }
    })
}

/// Older drafts ignore everything beside a `$ref`: it moves into an `allOf`.
pub fn beside_reference(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        if schema.0.len() < 2 {
            return;
        }
        let Some(reference) = schema.take("$ref") else { return };
        let reference = object([("$ref", reference)]);
        match schema.take("allOf") {
            Some(all) => schema.add("allOf", array(std::iter::once(reference).chain(all.items().iter().cloned()))),
            None => schema.add("allOf", array([reference])),
        }
    })
}

fn no_name(schema: Tree) -> Tree {
    Object::edit(schema, |schema| schema.0.retain(|member| !matches!(&member.name[..], "$schema" | "$id")))
}

fn no_comment(schema: Tree) -> Tree {
    Object::edit(schema, |schema| schema.0.retain(|member| member.name != "$comment"))
}

fn no_boolean(schema: Tree) -> Tree {
    match schema.value {
        Json::Bool(true) => object::<&str>([]),
        Json::Bool(false) => object([("not", object::<&str>([]))]),
        _ => schema,
    }
}

fn constant(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        if let Some(value) = schema.take("const") {
            schema.demand_all([("enum", array([value]))]);
        }
    })
}

/// One type at most, and null only as an addition to it.
fn types(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        let Some(types) = schema.get("type") else { return };
        let names: Vec<_> = match types.as_str() {
            Some(name) => vec![name],
            None => types.items().iter().filter_map(Tree::as_str).collect(),
        };
        let kinds: Vec<_> = names.iter().filter(|name| **name != "null").map(text_of).collect();
        let nullable = (kinds.len() < names.len()).then(|| ("nullable", boolean(true)));
        match <[Tree; 1]>::try_from(kinds) {
            Ok([kind]) => schema.replace("type", std::iter::once(("type", kind)).chain(nullable)),
            Err(kinds) if kinds.is_empty() => {
                schema.take("type");
                schema.demand_all([("enum", array([null()]))]);
            }
            Err(kinds) => {
                let kinds: Vec<_> = kinds.iter().filter_map(Tree::as_str).map(str::to_owned).collect();
                let mut either = alternatives(schema, &kinds);
                if let (Some(first), Some((name, value))) = (either.first_mut(), nullable) {
                    first.add(name, value);
                }
                schema.demand_all([("anyOf", array(either.into_iter().map(Tree::from)))]);
            }
        }
        // Its `items` may be left out elsewhere.
        if schema.get("type").and_then(Tree::as_str) == Some("array") && !schema.has("items") {
            schema.add("items", object::<&str>([]));
        }
    })
}

fn text_of(name: &&str) -> Tree {
    text(*name)
}

fn whole_numbers(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        if schema.get("type").and_then(Tree::as_str) == Some("integer") {
            schema.replace("type", [("type", text("number"))]);
            schema.demand_all([("multipleOf", number("1"))]);
        }
    })
}

/// An exclusive bound is a flag of the inclusive one.
fn bounds(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
            let is_number = schema.get(exclusive).is_some_and(|value| value.as_number().is_some());
            if is_number && let Some(limit) = schema.take(exclusive) {
                schema.demand_all([(bound, limit), (exclusive, boolean(true))]);
            }
        }
    })
}

/// `if A then B else C` says: not A or B, and A or C.
fn conditions(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        let [test, then, otherwise] = ["if", "then", "else"].map(|name| schema.take(name));
        let Some(test) = test else { return };
        if let Some(then) = then {
            let fails = object([("not", test.clone())]);
            schema.demand_all([("anyOf", array([fails, then]))]);
        }
        if let Some(otherwise) = otherwise {
            schema.demand_all([("anyOf", array([test, otherwise]))]);
        }
    })
}

fn example(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        let first = schema.get("examples").and_then(|all| all.items().first()).cloned();
        schema.replace("examples", first.map(|first| ("example", first)));
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::map_subschemas::schemas;

    fn in_3_0(schema: &str) -> String {
        let all = [OPENAPI_30, &[WHOLE_NUMBERS]].concat();
        let schema = Tree::parse(schema.as_bytes()).unwrap();
        schemas(schema, false, &|schema, _| all.iter().fold(schema, |schema, rewrite| (rewrite.apply)(schema)))
            .to_string()
    }

    #[test]
    fn every_younger_keyword_becomes_an_older_one() {
        for (ours, theirs) in [
            (r#"{"$id": "a", "$schema": "b", "$comment": "c", "title": "d"}"#, r#"{"title": "d"}"#),
            (r#"{"properties": {"a": true, "b": false}}"#, r#"{"properties": {"a": {}, "b": {"not": {}}}}"#),
            (r#"{"additionalProperties": false, "items": true}"#, r#"{"additionalProperties": false, "items": {}}"#),
            (r#"{"const": null}"#, r#"{"enum": [null]}"#),
            (r#"{"const": 1.0, "enum": [1, 2]}"#, r#"{"enum": [1, 2], "allOf": [{"enum": [1.0]}]}"#),
            (r#"{"type": ["string", "null"]}"#, r#"{"type": "string", "nullable": true}"#),
            (r#"{"type": "null"}"#, r#"{"enum": [null]}"#),
            (r#"{"type": ["string"]}"#, r#"{"type": "string"}"#),
            (r#"{"type": "array"}"#, r#"{"type": "array", "items": {}}"#),
            (
                r#"{"type": ["string", "null", "array"], "maxItems": 1}"#,
                r#"{"anyOf": [{"type": "string", "nullable": true}, {"type": "array", "maxItems": 1, "items": {}}]}"#,
            ),
            (
                r#"{"type": ["integer", "null"], "multipleOf": 5}"#,
                r#"{"type": "number", "nullable": true, "multipleOf": 5, "allOf": [{"multipleOf": 1}]}"#,
            ),
            (r#"{"exclusiveMinimum": 0}"#, r#"{"minimum": 0, "exclusiveMinimum": true}"#),
            (
                r#"{"exclusiveMaximum": 9, "maximum": 9.5}"#,
                r#"{"maximum": 9.5, "allOf": [{"maximum": 9, "exclusiveMaximum": true}]}"#,
            ),
            (
                r#"{"if": {"const": 1}, "then": {"type": "null"}, "else": false}"#,
                r#"{"anyOf": [{"not": {"enum": [1]}}, {"enum": [null]}], "allOf": [{"anyOf": [{"enum": [1]}, {"not": {}}]}]}"#,
            ),
            (r#"{"then": false}"#, "{}"),
            (r#"{"examples": [null, 1]}"#, r#"{"example": null}"#),
            (r#"{"examples": []}"#, "{}"),
            (r##"{"$ref": "#/a"}"##, r##"{"$ref": "#/a"}"##),
            (
                r##"{"$ref": "#/a", "allOf": [{"const": 1}], "title": "b"}"##,
                r##"{"title": "b", "allOf": [{"$ref": "#/a"}, {"enum": [1]}]}"##,
            ),
        ] {
            assert_eq!(in_3_0(ours), theirs, "{ours}");
        }
    }

    #[test]
    fn what_must_keep_its_meaning_keeps_its_conditions() {
        let schema =
            r#"{"if": true, "allOf": [{"if": true, "then": false}], "oneOf": [{"if": {}, "then": {"not": {}}}]}"#;
        let schema = Tree::parse(schema.as_bytes()).unwrap();
        let types = schemas(schema, false, &|schema, is_exact| {
            if is_exact { schema } else { no_conditions(schema) }
        });
        assert_eq!(types.to_string(), r#"{"oneOf": [{"if": {}, "then": {"not": {}}}]}"#);
    }

    #[test]
    fn types_say_what_a_member_may_hold() {
        for (ours, theirs) in [
            (r#"{"type": "string", "not": {"pattern": "x"}, "maxLength": 1}"#, r#"{"type": "string", "maxLength": 1}"#),
            (r#"{"type": "string", "allOf": [{"x-rule": "a", "anyOf": []}]}"#, r#"{"type": "string"}"#),
            (r#"{"enum": ["a"], "pattern": "a", "minLength": 1}"#, r#"{"enum": ["a"]}"#),
            (r#"{"type": ["number", "string"], "pattern": "a"}"#, r#"{"type": ["number", "string"]}"#),
            (r#"{"type": ["string", "null"], "pattern": "a"}"#, r#"{"type": ["string", "null"], "pattern": "a"}"#),
            (r#"{"type": "object"}"#, r#"{"type": "object", "additionalProperties": true}"#),
            (r#"{"type": ["object", "null"]}"#, r#"{"type": ["object", "null"], "additionalProperties": true}"#),
            (r#"{"type": "object", "properties": {}}"#, r#"{"type": "object", "properties": {}}"#),
            (r#"{"description": "One (X3), two (X30). (X)"}"#, r#"{"description": "One, two. (X)"}"#),
        ] {
            let schema = Tree::parse(ours.as_bytes()).unwrap();
            let types = schemas(schema, false, &|schema, _| TYPES.iter().fold(schema, |schema, it| (it.apply)(schema)));
            assert_eq!(types.to_string(), theirs, "{ours}");
        }
    }
}
