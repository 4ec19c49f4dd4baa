//! Schema files, read once. `dialect` checks them.

use crate::english::not_json;
use crate::error::SchemaError;
use klavi_core::{Direction, LineIndex, Lines, Span, Tree};
use std::sync::OnceLock;

/// A schema file that holds to the dialect.
#[derive(Debug)]
pub struct SchemaFile {
    /// The name under which it was read.
    pub name: String,
    /// Its text.
    pub text: String,
    pub(crate) tree: Tree,
    /// The files beside it that its references name, by their paths from its folder.
    pub(crate) others: Vec<(String, SchemaFile)>,
    /// Made for the first mistake.
    lines: OnceLock<LineIndex>,
}

impl SchemaFile {
    /// Reads a schema whose keywords are known to be good.
    pub(crate) fn unchecked(name: &str, text: &str) -> Result<Self, Vec<SchemaError>> {
        let tree = Tree::parse(text.as_bytes()).map_err(|error| {
            let position = Lines::new(text.as_bytes()).position(error.at);
            vec![SchemaError::new(name, position, "", not_json(error.expected))]
        })?;
        let (name, text) = (name.to_owned(), text.to_owned());
        Ok(Self { name, text, tree, others: Vec::new(), lines: OnceLock::new() })
    }

    /// Where the documents of this schema travel.
    pub(crate) fn direction(&self) -> Direction {
        let name = self.tree.get("x-direction").and_then(Tree::as_str);
        if name == Some(Direction::Response.name()) { Direction::Response } else { Direction::Request }
    }

    /// A mistake at a span of this file, not of one that it references.
    pub(crate) fn own_error(&self, span: Span, pointer: &str, message: impl Into<String>) -> SchemaError {
        let text = self.text.as_bytes();
        let position = self.lines.get_or_init(|| LineIndex::new(text)).position(text, span.start as usize);
        SchemaError::new(&self.name, position, pointer, message)
    }
}
