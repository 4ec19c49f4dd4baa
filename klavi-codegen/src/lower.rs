//! From a schema to the program that the machine runs.
//!
//! The tables are leaked: a build script, a macro and a test lower a handful of schemas and end.

mod glance;
mod object;
mod reference_cycle;
mod string;

use crate::error::SchemaError;
use crate::file::SchemaFile;
use crate::keyword::bounds::number_rules;
use crate::keyword::enumeration::allowed;
use crate::keyword::in_place::Residual;
use crate::keyword::reference::{is_root, uri};
use crate::keyword::types::types;
use crate::schema::{Keywords, Schema};
use crate::vocabulary;
use klavi_core::program::{Class, Confidence, Glance, Node, NodeId, Program, SchemaLocation, Source, Types};
use klavi_core::{Code, Json, Tree};
use std::collections::HashMap;

/// Lowers the schema at a JSON Pointer of a file.
///
/// # Errors
///
/// References that lead nowhere, patterns that are not portable, objects with too many properties.
pub fn program(file: &SchemaFile, pointer: &str, name: &str) -> Result<&'static Program, Vec<SchemaError>> {
    let mut lower = Lower { file, nodes: Vec::new(), known: HashMap::new(), slots: 0, errors: Vec::new() };
    let root = lower.target(pointer).map(|tree| lower.schema(tree, pointer, Context::default()));
    let Some(root) = root else {
        return Err(vec![file.own_error(file.tree.span, pointer, "there is no schema at this pointer")]);
    };
    lower.refuse_endless();
    if !lower.errors.is_empty() {
        return Err(lower.errors);
    }
    let direction = file.direction();
    let mut nodes: Vec<Node> = lower.nodes.into_iter().map(|node| node.unwrap_or(Node::ANYTHING)).collect();
    vocabulary::diagnose_consequences(&mut nodes);
    Ok(Box::leak(Box::new(Program { name: String::leak(name.to_owned()), direction, root, nodes: nodes.leak() })))
}

/// How many references in a row are taken for a cycle.
pub(crate) const MOST_REFERENCES: u8 = 64;

const ENDLESS: &str = "the schema refers to itself for the same value, without end";

/// What a schema inherits from those around it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing of the schemas around")]
pub(crate) struct Context<'a> {
    pub(crate) rule: Option<Code>,
    pub(crate) warning: bool,
    pub(crate) source: Option<&'a str>,
    pub(crate) confidence: Option<&'a str>,
    /// The schema judges a value that another one describes: members that it does not name are none of its business.
    pub(crate) beside: bool,
    /// `format` is asserted.
    pub(crate) asserts_format: bool,
    /// An `unevaluated…` keyword asks what the schema evaluates: it keeps the form in which that can be told.
    pub(crate) traced: bool,
}

impl Context<'_> {
    /// The context of values inside the value.
    pub(crate) fn inside(self) -> Self {
        Self { traced: false, ..self }
    }
}

pub(crate) struct Lower<'a> {
    pub(crate) file: &'a SchemaFile,
    /// Nodes by id; a node that is being made is `None`.
    pub(crate) nodes: Vec<Option<Node>>,
    known: HashMap<(String, Context<'a>), NodeId>,
    pub(crate) slots: u8,
    errors: Vec<SchemaError>,
}

impl<'a> Lower<'a> {
    pub(crate) fn error(&mut self, tree: &Tree, pointer: &str, message: impl Into<String>) {
        self.report(self.file.error(pointer, tree.span, message));
    }

    /// Keeps a mistake; a schema that is lowered in several contexts tells it once.
    pub(crate) fn report(&mut self, error: SchemaError) {
        if !self.errors.contains(&error) {
            self.errors.push(error);
        }
    }

    pub(crate) fn target(&self, pointer: &str) -> Option<&'a Tree> {
        self.file.schema_at(pointer)
    }

    /// The node of a schema; the same schema in the same context is lowered once, so that recursion ends.
    pub(crate) fn schema(&mut self, tree: &'a Tree, pointer: &str, context: Context<'a>) -> NodeId {
        self.followed(tree, pointer, context, 0)
    }

    /// The node of a schema that was reached through so many references that say nothing themselves.
    fn followed(&mut self, tree: &'a Tree, pointer: &str, context: Context<'a>, references: u8) -> NodeId {
        let keywords = match Schema::read(tree) {
            Schema::Bool(value) => return self.boolean(value, pointer, context),
            Schema::Keywords(keywords) => keywords,
        };
        if let Some(id) = keywords.get("$id").filter(|_| !is_root(pointer)) {
            self.error(id, &format!("{pointer}/$id"), "`$id` stands at the root only: references mean the whole file");
        }
        let traced = keywords.get("unevaluatedProperties").or(keywords.get("unevaluatedItems")).is_some();
        let context = Context { traced: context.traced || traced, ..inherit(context, &keywords) };
        if let Some(reference) =
            keywords.get("$ref").filter(|_| keywords.only(&["$ref"]) && keywords.get("x-class").is_none())
        {
            if references == MOST_REFERENCES {
                self.error(reference, &format!("{pointer}/$ref"), ENDLESS);
                return self.push(Node::ANYTHING);
            }
            if let Some((target, at)) = self.resolve(reference, pointer) {
                return self.followed(target, &at, context, references + 1);
            }
        }
        let key = (pointer.to_owned(), context);
        if let Some(&id) = self.known.get(&key) {
            return id;
        }
        let id = self.reserve(tree, pointer);
        self.known.insert(key, id);
        let node = self.node(&keywords, pointer, context);
        self.nodes[usize::from(id)] = Some(node);
        id
    }

    fn reserve(&mut self, tree: &Tree, pointer: &str) -> NodeId {
        let Ok(id) = NodeId::try_from(self.nodes.len()) else {
            self.error(tree, pointer, "the schema has more parts than a program can hold");
            return 0;
        };
        self.nodes.push(None);
        id
    }

    fn boolean(&mut self, value: bool, pointer: &str, context: Context<'a>) -> NodeId {
        let types = if value { Types::ALL } else { Types::NONE };
        self.push(Node { location: location(pointer, context, None), types, ..Node::ANYTHING })
    }

    pub(crate) fn push(&mut self, node: Node) -> NodeId {
        let known = self.nodes.iter().position(|other| *other == Some(node));
        known.and_then(|index| NodeId::try_from(index).ok()).unwrap_or_else(|| {
            self.nodes.push(Some(node));
            NodeId::try_from(self.nodes.len() - 1).unwrap_or(0)
        })
    }

    fn node(&mut self, keywords: &Keywords<'a>, pointer: &str, context: Context<'a>) -> Node {
        let location = location(pointer, context, keywords.get("x-class").and_then(Tree::as_str));
        let types = types(keywords);
        let mut left = Residual::new(keywords, context);
        let (string, shapes) = self.string_rules(&mut left, pointer, context, location, types);
        let (object, dependent) = self.object_rules(&mut left, pointer, context, location, types);
        let beside = Context { beside: true, ..context };
        let node = Node {
            location,
            types,
            string,
            number: number_rules(keywords),
            array: self.array_rules(keywords, pointer, context),
            object,
            allowed: allowed(keywords),
            applicators: [dependent, self.applicators(&left, pointer, beside, types)].concat().leak(),
            expect: left.expect.map(|tree| {
                let context = Context { warning: true, ..beside };
                self.schema(tree, &format!("{pointer}/x-expect"), context)
            }),
            glance: Glance::None,
        };
        Node { glance: glance::of(&node, shapes), ..node }
    }
}

pub(crate) fn inherit<'a>(context: Context<'a>, keywords: &Keywords<'a>) -> Context<'a> {
    let rule = keywords.get("x-rule").and_then(Tree::as_str).and_then(|name| name.parse().ok());
    let own = keywords.get("x-source").and_then(Tree::as_str);
    Context {
        rule: rule.or(context.rule),
        source: own.or(context.source),
        confidence: keywords.get("x-confidence").and_then(Tree::as_str).or(context.confidence),
        asserts_format: keywords
            .get("x-format-assertion")
            .map_or(context.asserts_format, |tree| tree.value == Json::Bool(true)),
        ..context
    }
}

pub(crate) fn location(pointer: &str, context: Context<'_>, class: Option<&str>) -> &'static SchemaLocation {
    let confidence = context.confidence.and_then(Confidence::named).unwrap_or(Confidence::Verbatim);
    let class = class.and_then(|name| match name {
        "name" => Some(Class::Name),
        "email" => Some(Class::Email),
        "personal" => Some(Class::Personal),
        "secret" => Some(Class::Secret),
        _ => vocabulary::plain_form(name).map(Class::Plain),
    });
    Box::leak(Box::new(SchemaLocation {
        uri: String::leak(uri(pointer)),
        rule: context.rule,
        warning: context.warning,
        source: context.source.map(|document| Source { document: String::leak(document.to_owned()), confidence }),
        class,
    }))
}

pub(crate) fn leak(text: &str) -> &'static str {
    String::leak(text.to_owned())
}
