//! What strict modes of validators ask of a condition: the type and the members that it speaks of, said where it does.
//!
//! A condition speaks of values that are declared elsewhere. Their declared types may be said once more anywhere: a
//! document of other types is refused by the declaration itself, so the verdict stays.

use crate::publish::builder::{Object, array, boolean, member, null, text};
use klavi_core::program::number_keyword;
use klavi_core::{Json, Member, Tree};

/// The schema, with the types and members of what its conditions speak of.
pub fn told(schema: Tree) -> Tree {
    let definitions = schema.get("$defs").cloned().unwrap_or_else(null);
    Strict { definitions, unknown: null() }.schema(schema, None)
}

struct Strict {
    definitions: Tree,
    /// The declaration of what nobody declares.
    unknown: Tree,
}

impl Strict {
    /// A schema; inside a condition with the declaration of its value.
    fn schema(&self, schema: Tree, declared: Option<&Tree>) -> Tree {
        let own = schema.clone();
        let here = self.resolved(declared.unwrap_or(&own));
        Object::edit(schema, |object| {
            for part in &mut object.0 {
                let value = std::mem::replace(&mut part.value, null());
                part.value = self.keyword(&part.name, value, here, declared.is_some());
            }
            if declared.is_some() {
                declare_required(object);
            }
        })
    }

    fn keyword(&self, name: &str, value: Tree, here: &Tree, is_condition: bool) -> Tree {
        let of_part = |part: Tree, declared: Option<&Tree>| {
            if is_condition { self.typed(part, declared.unwrap_or(&self.unknown)) } else { self.schema(part, None) }
        };
        match name {
            "$defs" => named(value, |_, part| self.schema(part, None)),
            "properties" => named(value, |name, part| {
                of_part(part, here.get("properties").and_then(|properties| properties.get(name)))
            }),
            "items" => of_part(value, here.get("items")),
            "not" | "if" | "then" | "else" => self.schema(value, Some(here)),
            "allOf" | "anyOf" | "oneOf" => match value.value {
                Json::Array(items) => array(items.into_iter().map(|item| self.schema(item, Some(here)))),
                _ => value,
            },
            _ => value,
        }
    }

    /// What a condition says of a part of its value, with the type of that part.
    fn typed(&self, part: Tree, declared: &Tree) -> Tree {
        let part = Object::edit(part, |part| {
            let kind = self.resolved(declared).get("type").cloned();
            if part.0.iter().any(|member| type_of(&member.name).is_some())
                && !part.has("type")
                && let Some(kind) = kind
            {
                part.0.insert(0, member("type", kind));
            }
        });
        self.schema(part, Some(declared))
    }

    fn resolved<'a>(&'a self, schema: &'a Tree) -> &'a Tree {
        let name = schema.get("$ref").and_then(Tree::as_str).and_then(|path| path.strip_prefix("#/$defs/"));
        name.and_then(|name| self.definitions.get(name)).unwrap_or(schema)
    }
}

fn named(parts: Tree, change: impl Fn(&str, Tree) -> Tree) -> Tree {
    Object::edit(parts, |parts| {
        for part in &mut parts.0 {
            let value = std::mem::replace(&mut part.value, null());
            part.value = change(&part.name, value);
        }
    })
}

/// A member that is asked for is declared beside, as any value.
fn declare_required(schema: &mut Object) {
    let Some(required) = schema.get("required") else { return };
    let names: Vec<_> = required.items().iter().filter_map(Tree::as_str).map(str::to_owned).collect();
    let known = |name: &str| schema.get("properties").is_some_and(|properties| properties.get(name).is_some());
    let missing: Vec<Member> =
        names.iter().filter(|name| !known(name)).map(|name| member(&**name, boolean(true))).collect();
    if missing.is_empty() {
        return;
    }
    let mut properties = Object(schema.take("properties").map_or_else(Vec::new, |it| it.members().to_vec()));
    properties.0.extend(missing);
    schema.0.insert(0, member("properties", Tree::from(properties)));
}

/// Several types become alternatives, each with the keywords that speak of it.
pub fn split_types(schema: Tree) -> Tree {
    Object::edit(schema, |schema| {
        let kinds: Vec<_> = schema.get("type").map_or(&[][..], Tree::items).iter().filter_map(Tree::as_str).collect();
        let kinds: Vec<_> = kinds.into_iter().map(str::to_owned).collect();
        if kinds.iter().filter(|kind| *kind != "null").count() < 2 {
            return;
        }
        let alternatives = alternatives(schema, &kinds);
        schema.demand_all([("anyOf", array(alternatives.into_iter().map(Tree::from)))]);
    })
}

/// Takes the type and what speaks of one type away: a schema for each of these types, with what speaks of it.
pub fn alternatives(schema: &mut Object, kinds: &[String]) -> Vec<Object> {
    schema.take("type");
    let (of_one, of_all): (Vec<Member>, Vec<Member>) =
        std::mem::take(&mut schema.0).into_iter().partition(|it| type_of(&it.name).is_some());
    schema.0 = of_all;
    let alternative = |kind: &String| {
        let fits = |part: &&Member| type_of(&part.name).is_some_and(|of| of == kind || (of, &**kind) == NUMBERS);
        Object(std::iter::once(member("type", text(kind.clone()))).chain(of_one.iter().filter(fits).cloned()).collect())
    };
    kinds.iter().map(alternative).collect()
}

const NUMBERS: (&str, &str) = ("number", "integer");

/// The type that a keyword speaks of; values of other types pass it.
fn type_of(keyword: &str) -> Option<&'static str> {
    Some(match keyword {
        "minLength" | "maxLength" | "pattern" | "format" => "string",
        _ if number_keyword::ALL.iter().any(|known| known.name == keyword) => "number",
        "items" | "prefixItems" | "minItems" | "maxItems" | "uniqueItems" | "contains" | "minContains"
        | "maxContains" | "unevaluatedItems" => "array",
        "properties"
        | "patternProperties"
        | "additionalProperties"
        | "required"
        | "minProperties"
        | "maxProperties"
        | "propertyNames"
        | "dependentRequired"
        | "dependentSchemas"
        | "unevaluatedProperties" => "object",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::map_subschemas::schemas;

    #[test]
    fn a_condition_says_the_types_that_are_declared() {
        for (ours, theirs) in [
            (
                r##"{"properties": {"a": {"$ref": "#/$defs/b"}}, "if": {"properties": {"a": {"required": ["c"]}}},
                 "$defs": {"b": {"type": "object", "properties": {"c": {"type": ["string", "null"]}}}}}"##,
                r##"{"properties": {"a": {"$ref": "#/$defs/b"}}, "if": {"properties": {"a": {"properties": {"c": true}, "type": "object", "required": ["c"]}}}, "$defs": {"b": {"type": "object", "properties": {"c": {"type": ["string", "null"]}}}}}"##,
            ),
            (
                r#"{"properties": {"c": {"type": ["string", "null"]}}, "allOf": [{"then": {"properties": {"c": {"pattern": "x"}}}}]}"#,
                r#"{"properties": {"c": {"type": ["string", "null"]}}, "allOf": [{"then": {"properties": {"c": {"type": ["string", "null"], "pattern": "x"}}}}]}"#,
            ),
            // What says its type already, or speaks of none, or is not declared, stays.
            (
                r#"{"not": {"properties": {"a": {"enum": [1]}, "b": {"pattern": "x"}, "c": false}}}"#,
                r#"{"not": {"properties": {"a": {"enum": [1]}, "b": {"pattern": "x"}, "c": false}}}"#,
            ),
        ] {
            assert_eq!(told(Tree::parse(ours.as_bytes()).unwrap()).to_string(), theirs);
        }
    }

    #[test]
    fn several_types_are_alternatives() {
        for (ours, theirs) in [
            (r#"{"type": ["string", "null"], "maxLength": 1}"#, r#"{"type": ["string", "null"], "maxLength": 1}"#),
            (
                r#"{"type": ["integer", "string", "null"], "maxLength": 1, "minimum": 0, "title": "a", "not": {}}"#,
                r#"{"title": "a", "not": {}, "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "maxLength": 1}, {"type": "null"}]}"#,
            ),
        ] {
            let schema = Tree::parse(ours.as_bytes()).unwrap();
            assert_eq!(schemas(schema, false, &|schema, _| split_types(schema)).to_string(), theirs);
        }
    }
}
