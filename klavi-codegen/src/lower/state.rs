//! What lowering has made so far, and the mistakes that it has met.

use super::context::Context;
use crate::draft::Draft;
use crate::error::SchemaError;
use crate::file::SchemaFile;
use klavi_core::Tree;
use klavi_core::program::NodeId;
use std::collections::HashMap;

/// How many references in a row are taken for a cycle.
pub(crate) const MOST_REFERENCES: u8 = 64;

pub(super) const ENDLESS: &str = "the schema refers to itself for the same value, without end";

/// A schema that is being lowered.
pub(crate) struct Lower<'a> {
    pub(crate) file: &'a SchemaFile,
    pub(crate) draft: Draft,
    pub(super) known: HashMap<(String, Context<'a>), NodeId>,
    pub(super) errors: Vec<SchemaError>,
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
    pub(crate) fn error_at(&mut self, uri: &str, message: &str) {
        let pointer = uri.trim_start_matches('#');
        if let Some(tree) = self.target(pointer) {
            self.error(tree, pointer, message);
        }
    }

    pub(crate) fn target(&self, pointer: &str) -> Option<&'a Tree> {
        self.file.schema_at(pointer)
    }
}
