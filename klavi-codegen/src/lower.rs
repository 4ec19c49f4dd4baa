//! From a schema to the program that the evaluator runs.
//!
//! The tables are leaked: a build script, a macro and a test lower a handful of schemas and end.

mod object;
mod reference_cycle;
mod string;

use crate::draft::{Draft, DraftNode};
use crate::error::SchemaError;
use crate::file::SchemaFile;
use crate::keyword::bounds::number_rules;
use crate::keyword::dependent_required::dependent_required;
use crate::keyword::enumeration::allowed;
use crate::keyword::reference::{is_root, uri};
use crate::keyword::types::types;
use crate::schema::{Keywords, Schema};
use crate::{passes, vocabulary};
use klavi_core::program::{Class, Confidence, Glance, Node, NodeId, Program, SchemaLocation, Source, Types};
use klavi_core::{Code, Json, Tree};
use std::collections::HashMap;

/// Lowers the schema at a JSON Pointer of a file.
///
/// # Errors
///
/// References that lead nowhere, patterns that are not portable, objects with too many properties.
pub fn program(file: &SchemaFile, pointer: &str, name: &str) -> Result<&'static Program, Vec<SchemaError>> {
    let mut lower = lowered(file, pointer)?;
    passes::run(&mut lower.draft);
    for (uri, message) in core::mem::take(&mut lower.draft.left_out) {
        lower.error_at(uri, message);
    }
    let Lower { draft, errors, .. } = lower;
    if !errors.is_empty() {
        return Err(errors);
    }
    let (name, direction) = (String::leak(name.to_owned()), file.direction());
    Ok(Box::leak(Box::new(Program { name, direction, root: draft.root, nodes: draft.tables().leak() })))
}

/// Lowers the schema as it is written: what makes a program cheaper is left to the passes.
pub(crate) fn lowered<'a>(file: &'a SchemaFile, pointer: &str) -> Result<Lower<'a>, Vec<SchemaError>> {
    let mut lower = Lower { file, draft: Draft::default(), known: HashMap::new(), errors: Vec::new() };
    let root = lower.target(pointer).map(|tree| lower.schema(tree, pointer, Context::default()));
    let Some(root) = root else {
        return Err(vec![file.own_error(file.tree.span, pointer, "there is no schema at this pointer")]);
    };
    lower.draft.root = root;
    lower.refuse_endless();
    if lower.errors.is_empty() { Ok(lower) } else { Err(lower.errors) }
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
    pub(crate) draft: Draft,
    known: HashMap<(String, Context<'a>), NodeId>,
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

    /// A mistake of the whole schema with this URI.
    fn error_at(&mut self, uri: &str, message: &str) {
        let pointer = uri.trim_start_matches('#');
        if let Some(tree) = self.target(pointer) {
            self.error(tree, pointer, message);
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
                return self.draft.made(Node::ANYTHING);
            }
            if let Some((target, at)) = self.resolve(reference, pointer) {
                return self.followed(target, &at, context, references + 1);
            }
        }
        let key = (pointer.to_owned(), context);
        if let Some(&id) = self.known.get(&key) {
            return id;
        }
        // Its place is taken, so that what it contains may refer to it.
        let id = self.draft.add(DraftNode::from(Node::ANYTHING));
        self.known.insert(key, id);
        *self.draft.node_mut(id) = self.node(&keywords, pointer, context);
        id
    }

    fn boolean(&mut self, value: bool, pointer: &str, context: Context<'a>) -> NodeId {
        let types = if value { Types::ALL } else { Types::NONE };
        self.draft.made(Node { location: location(pointer, context, None), types, ..Node::ANYTHING })
    }

    fn node(&mut self, keywords: &Keywords<'a>, pointer: &str, context: Context<'a>) -> DraftNode {
        let location = location(pointer, context, keywords.get("x-class").and_then(Tree::as_str));
        let types = types(keywords);
        let (string, checks) = self.string_rules(keywords, pointer, context, location);
        let (object, relations, dependent) = if types.meets(Types::OBJECT) {
            let (object, relations) = self.object_rules(keywords, pointer, context);
            (object, relations, dependent_required(keywords, pointer, context))
        } else {
            (None, Vec::new(), Vec::new())
        };
        let node = Node {
            location,
            types,
            string: None,
            number: number_rules(keywords),
            array: self.array_rules(keywords, pointer, context),
            object,
            allowed: allowed(keywords),
            applicators: self.applicators(keywords, pointer, context, types).leak(),
            expect: keywords.get("x-expect").map(|tree| {
                let context = Context { warning: true, beside: true, ..context };
                self.schema(tree, &format!("{pointer}/x-expect"), context)
            }),
            glance: Glance::None,
        };
        DraftNode { node, string, checks, dependent, relations }
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
