//! What the workers check: documents, before anything is known of them but where they stand.

use crate::input::embedded::Embedded;
use crate::input::yaml::source_map::Yaml;
use crate::model::document::{ChosenContract, DocumentFile};
use crate::model::unchecked::{SkipReason, UncheckedReason};
use klavi_core::{Code, Details, Position};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// Some documents that one worker checks.
#[derive(Debug, Default)]
pub struct Batch {
    /// The text that [`Content::Text`] is a part of.
    pub bytes: Vec<u8>,
    /// The document that [`Content::Yaml`] is a part of.
    pub yaml: Option<Yaml>,
    pub items: Vec<Item>,
}

/// One document.
#[derive(Debug)]
pub struct Item {
    pub file: Arc<DocumentFile>,
    pub index: u64,
    /// The number of the document in its array, if it is an element of one.
    pub element: Option<u64>,
    /// Where in the file it starts.
    pub start: Position,
    pub content: Content,
}

/// What is known of a document before it is checked.
#[derive(Debug)]
pub enum Content {
    /// Its text, a part of the batch.
    Text(Range<usize>),
    /// A part of the JSON that the batch's YAML document became.
    Yaml(Range<usize>),
    /// A body that a HAR file holds.
    Body(Box<Body>),
    /// A part of a HAR file that is no document, and its JSON Pointer.
    Skipped(String, SkipReason),
    /// A file that is one document; the worker reads it.
    File(PathBuf),
    /// The text around it is malformed, at the JSON Pointer that is named.
    Fault { code: Code, details: Details, pointer: String },
    /// The end of the walk that found the files before it.
    EndOfWalk,
    /// There is nothing to check.
    Unchecked(UncheckedReason),
}

/// A body and what it is checked against.
#[derive(Debug)]
pub struct Body {
    /// The JSON Pointer of the string that holds it.
    pub base: String,
    pub choice: ChosenContract,
    pub embedded: Embedded,
}
