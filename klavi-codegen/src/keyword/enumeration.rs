//! `enum`, `const`, with `x-aliases`

use crate::draft::leak;
use crate::schema::Keywords;
use klavi_core::program::{Enumeration, Value};
use klavi_core::{Code, Json, Tree};

pub(crate) fn allowed(keywords: &Keywords<'_>) -> &'static [Enumeration] {
    let aliases: Vec<(&'static str, &'static str)> = keywords
        .get("x-aliases")
        .into_iter()
        .flat_map(Tree::members)
        .filter_map(|member| Some((leak(&member.name), leak(member.value.as_str()?))))
        .collect();
    let aliases = aliases.leak();
    let mut found = Vec::new();
    if let Some(tree) = keywords.get("enum") {
        let values = tree.items().iter().map(value).collect::<Vec<_>>().leak();
        found.push(Enumeration { code: Code::Enum, values, aliases });
    }
    if let Some(tree) = keywords.get("const") {
        found.push(Enumeration { code: Code::Const, values: vec![value(tree)].leak(), aliases });
    }
    found.leak()
}

pub(super) fn value(tree: &Tree) -> Value {
    match &tree.value {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => Value::Number(leak(number)),
        Json::String(text) => Value::String(leak(text)),
        Json::Array(items) => Value::Array(items.iter().map(value).collect::<Vec<_>>().leak()),
        Json::Object(members) => {
            let members = members.iter().map(|member| (leak(&member.name), value(&member.value)));
            Value::Object(members.collect::<Vec<_>>().leak())
        }
    }
}
