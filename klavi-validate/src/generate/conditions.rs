//! What the choices of a payload ask of it: the conditions and relations of a schema.

use super::relations::relations;
use super::vocabulary;
use klavi_core::Tree;
use std::collections::BTreeMap;

/// The values on which conditions hang, by JSON Pointer. The type of a person is one choice wherever the person stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Choices(BTreeMap<String, String>);

impl Choices {
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// The value that was chosen for a place.
    pub(super) fn value(&self, path: &str) -> Option<&str> {
        self.get(path).or_else(|| self.get(&key(path)))
    }
}

/// What the choice of a place is called.
fn key(path: &str) -> String {
    let Some((parent, "identifierType")) = path.rsplit_once('/') else { return path.to_owned() };
    let role = parent.rsplit('/').find_map(vocabulary::role);
    role.map_or_else(
        || path.to_owned(),
        |role| if role == super::world::Role::Payee { "payee type" } else { "payer type" }.to_owned(),
    )
}

/// The path of another member of the same object.
pub(super) fn sibling(path: &str, name: &str) -> String {
    format!("{}/{name}", path.rsplit_once('/').map_or("", |(parent, _)| parent))
}

/// Every way to choose, for the schema of a contract.
pub(super) fn all_choices(schema: &Tree) -> Vec<Choices> {
    let mut open: BTreeMap<String, Vec<String>> = BTreeMap::new();
    collect(schema, &[schema], "", &mut open);
    let mut all = vec![Choices::default()];
    for (key, values) in open.into_iter().filter(|(_, values)| !values.is_empty()) {
        let with = |choices: &Choices, value: &String| {
            let mut choices = choices.clone();
            choices.0.insert(key.clone(), value.clone());
            choices
        };
        all = all.iter().flat_map(|choices| values.iter().map(move |value| with(choices, value))).collect();
    }
    all
}

/// The choices at and below a place.
fn collect(root: &Tree, schemas: &[&Tree], path: &str, open: &mut BTreeMap<String, Vec<String>>) {
    let asked: Vec<String> =
        parts(schemas).iter().filter_map(|part| part.get("if")).flat_map(|condition| asked(condition, path)).collect();
    for path in asked {
        open.entry(key(&path)).or_default();
    }
    for relation in relations(schemas).filter(|relation| relation.name == "fixed-and-variable-amount") {
        open.insert(format!("{path}#{}", relation.fields[0]), vec!["fixed".to_owned(), "variable".to_owned()]);
    }
    for property in schemas.iter().filter_map(|schema| schema.get("properties")).flat_map(Tree::members) {
        let path = format!("{path}/{}", property.name);
        let target = property
            .value
            .get("$ref")
            .and_then(Tree::as_str)
            .and_then(|target| root.pointer(target.strip_prefix('#')?));
        let below: Vec<&Tree> = target.into_iter().chain([&property.value]).collect();
        collect(root, &below, &path, open);
    }
    // A list is filled in when the conditions that ask about it are known, on the way back.
    if let Some(values) = vocabulary::list(schemas) {
        let usable = values.into_iter().filter(|value| !vocabulary::is_unwanted(schemas, value)).map(str::to_owned);
        let usable: Vec<String> = usable.collect();
        let is_person = path.ends_with("/identifierType");
        let place = if is_person { Some(open.entry(key(path)).or_default()) } else { open.get_mut(path) };
        if let Some(place) = place {
            // Of two places of one person the stricter says what is possible.
            if place.is_empty() {
                *place = usable;
            } else {
                place.retain(|value| usable.contains(value));
            }
        }
    }
}

/// The places that a condition asks about.
fn asked(condition: &Tree, path: &str) -> Vec<String> {
    let properties = condition.get("properties").map_or(&[][..], Tree::members);
    let below = |member: &klavi_core::Member| {
        let path = format!("{path}/{}", member.name);
        if member.value.get("enum").is_some() { vec![path] } else { asked(&member.value, &path) }
    };
    properties.iter().flat_map(below).collect()
}

/// Whether a condition holds, as far as it asks about choices; what it else asks is taken to be so.
fn holds(condition: &Tree, path: &str, choices: &Choices) -> bool {
    let properties = condition.get("properties").map_or(&[][..], Tree::members);
    properties.iter().all(|member| {
        let path = format!("{path}/{}", member.name);
        match (member.value.get("enum"), choices.value(&path)) {
            (Some(values), Some(chosen)) => values.items().iter().any(|value| value.as_str() == Some(chosen)),
            (Some(_), None) => true,
            (None, _) => holds(&member.value, &path, choices),
        }
    })
}

/// What is asked of the members of an object.
#[derive(Debug, Default)]
pub(super) struct Wanted<'a> {
    pub(super) required: Vec<&'a str>,
    pub(super) forbidden: Vec<&'a str>,
    /// Further schemas of members.
    pub(super) overlays: Vec<(&'a str, &'a Tree)>,
}

impl<'a> Wanted<'a> {
    fn apply(&mut self, part: &'a Tree) {
        let names = part.get("required").map_or(&[][..], Tree::items);
        self.required.extend(names.iter().filter_map(Tree::as_str));
        for member in part.get("properties").map_or(&[][..], Tree::members) {
            match member.value.value {
                klavi_core::Json::Bool(false) => self.forbidden.push(&member.name),
                _ => self.overlays.push((&member.name, &member.value)),
            }
        }
    }
}

/// What the schemas of an object ask of its members after these choices, warnings included.
pub(super) fn wanted<'a>(schemas: &[&'a Tree], path: &str, choices: &Choices) -> Wanted<'a> {
    let mut wanted = Wanted::default();
    for schema in schemas {
        let names = schema.get("required").map_or(&[][..], Tree::items);
        wanted.required.extend(names.iter().filter_map(Tree::as_str));
    }
    for part in parts(schemas) {
        match part.get("if") {
            None => wanted.apply(part),
            Some(condition) => {
                let branch = if holds(condition, path, choices) { "then" } else { "else" };
                part.get(branch).into_iter().for_each(|branch| wanted.apply(branch));
            }
        }
    }
    for relation in relations(schemas).filter(|relation| relation.name == "fixed-and-variable-amount") {
        let [fixed, variable] = relation.fields[..] else { continue };
        let is_fixed = choices.get(&format!("{path}#{fixed}")) == Some("fixed");
        wanted.required.push(if is_fixed { fixed } else { variable });
        wanted.forbidden.push(if is_fixed { variable } else { fixed });
    }
    wanted
}

/// The parts of `allOf` and of `x-expect`.
fn parts<'a>(schemas: &[&'a Tree]) -> Vec<&'a Tree> {
    let mut parts = Vec::new();
    for schema in schemas {
        let expected = schema.get("x-expect");
        parts.extend(expected);
        for holder in [Some(*schema), expected].into_iter().flatten() {
            parts.extend(holder.get("allOf").map_or(&[][..], Tree::items));
        }
    }
    parts
}

/// The places that have to be kept or made anew together: those of one relation, and a document with its kind.
pub(super) fn tied(schema: &Tree) -> Vec<Vec<String>> {
    let mut groups = Vec::new();
    gather(schema, &[schema], "", &mut groups);
    groups
}

fn gather(root: &Tree, schemas: &[&Tree], path: &str, groups: &mut Vec<Vec<String>>) {
    for relation in relations(schemas) {
        groups.push(relation.fields.iter().map(|field| format!("{path}/{field}")).collect());
    }
    if path.ends_with("/identifierType") {
        groups.push(vec![path.to_owned(), sibling(path, "identifier")]);
    }
    for property in schemas.iter().filter_map(|schema| schema.get("properties")).flat_map(Tree::members) {
        let target = property
            .value
            .get("$ref")
            .and_then(Tree::as_str)
            .and_then(|target| root.pointer(target.strip_prefix('#')?));
        let below: Vec<&Tree> = target.into_iter().chain([&property.value]).collect();
        gather(root, &below, &format!("{path}/{}", property.name), groups);
    }
}
