//! Small changes to the members of an object, JSON made by hand, and JSON of this release read.

use crate::text::usage_error::UsageError;
use klavi_core::{Json, Member, Span, Tree};

/// The members of an object that is being changed; their order stays.
#[derive(Default)]
pub struct Object(pub Vec<Member>);

impl Object {
    /// Changes a tree, if it is an object.
    pub fn edit(tree: Tree, change: impl FnOnce(&mut Self)) -> Tree {
        let Json::Object(members) = tree.value else { return tree };
        let mut object = Self(members);
        change(&mut object);
        object.into()
    }

    pub fn get(&self, name: &str) -> Option<&Tree> {
        self.0.iter().find(|member| member.name == name).map(|member| &member.value)
    }

    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Takes a member away.
    pub fn take(&mut self, name: &str) -> Option<Tree> {
        let at = self.0.iter().position(|member| member.name == name)?;
        Some(self.0.remove(at).value)
    }

    /// Puts another member, or several, in the place of one that is there.
    pub fn replace(&mut self, name: &str, members: impl IntoIterator<Item = (&'static str, Tree)>) {
        if let Some(at) = self.0.iter().position(|member| member.name == name) {
            self.0.splice(at..=at, members.into_iter().map(|(name, value)| member(name, value)));
        }
    }

    /// Appends a member.
    pub fn add(&mut self, name: impl Into<String>, value: Tree) {
        self.0.push(member(name, value));
    }

    /// Asks for one more schema to hold.
    pub fn demand(&mut self, schema: Tree) {
        match self.0.iter_mut().find(|member| member.name == "allOf").map(|member| &mut member.value.value) {
            Some(Json::Array(all)) => all.push(schema),
            _ => self.add("allOf", array([schema])),
        }
    }

    /// Asks for keywords to hold: as members if their names are free, else beside.
    pub fn demand_all(&mut self, keywords: impl IntoIterator<Item = (&'static str, Tree)>) {
        let keywords: Vec<_> = keywords.into_iter().collect();
        if keywords.iter().any(|(name, _)| self.has(name)) {
            self.demand(object(keywords));
        } else {
            self.0.extend(keywords.into_iter().map(|(name, value)| member(name, value)));
        }
    }
}

impl From<Object> for Tree {
    fn from(object: Object) -> Self {
        tree(Json::Object(object.0))
    }
}

fn tree(value: Json) -> Tree {
    // What is made here stands in no text.
    Tree { span: Span { start: 0, end: 0 }, value }
}

pub fn member(name: impl Into<String>, value: Tree) -> Member {
    Member { name: name.into(), name_span: value.span, value }
}

pub fn object<N: Into<String>>(members: impl IntoIterator<Item = (N, Tree)>) -> Tree {
    tree(Json::Object(members.into_iter().map(|(name, value)| member(name, value)).collect()))
}

pub fn array(items: impl IntoIterator<Item = Tree>) -> Tree {
    tree(Json::Array(items.into_iter().collect()))
}

pub fn text(text: impl Into<String>) -> Tree {
    tree(Json::String(text.into()))
}

pub fn number(number: &str) -> Tree {
    tree(Json::Number(number.to_owned()))
}

pub fn boolean(value: bool) -> Tree {
    tree(Json::Bool(value))
}

pub fn null() -> Tree {
    tree(Json::Null)
}

/// A text of this release.
pub fn parsed(name: &str, text: &str) -> Result<Tree, UsageError> {
    Tree::parse(text.as_bytes()).map_err(|error| UsageError::BuiltIn(format!("{name}: {}", error.code)))
}

/// The text of a member, or an empty one.
pub fn word<'a>(tree: &'a Tree, name: &str) -> &'a str {
    tree.get(name).and_then(Tree::as_str).unwrap_or_default()
}
