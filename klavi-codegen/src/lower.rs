//! From a schema to the program that the evaluator runs.
//!
//! The tables are leaked: a build script, a macro and a test lower a handful of schemas and end.

pub(crate) mod context;
mod object;
mod reference_cycle;
pub(crate) mod state;
mod string;

use crate::draft::{Draft, DraftNode};
use crate::error::SchemaError;
use crate::file::SchemaFile;
use crate::keyword::bounds::number_rules;
use crate::keyword::dependent_required::dependent_required;
use crate::keyword::enumeration::allowed;
use crate::keyword::types::types;
use crate::location::is_root;
use crate::passes;
use crate::schema::{Keywords, Schema};
use context::{Context, inherit, location};
use klavi_core::Tree;
use klavi_core::program::{Glance, Node, NodeId, Program, Types};
use state::{ENDLESS, Lower, MOST_REFERENCES};
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

impl<'a> Lower<'a> {
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
