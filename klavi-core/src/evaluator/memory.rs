//! What was judged before, for schemas that contain themselves.
//!
//! An applicator reads its value again. Where a schema applies itself twice to the same part (two branches of `anyOf` over
//! a tree, say), the readings double at each level. So a run that has read the document many times over begins to
//! remember its judgements, and its work stays in proportion to the document, the depth and the schema. Ordinary
//! schemas never come here, and a verdict never depends on it.

use crate::program::NodeId;
use std::collections::HashMap;

/// How many times over the document is read again before anything is remembered.
const PATIENCE: usize = 16;

/// Shorter values are read again sooner than looked up; they hold but a few levels.
const SHORT: usize = 24;

/// Whether a value keeps to a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Question {
    pub node: NodeId,
    pub start: u32,
    /// Any finding is a no; otherwise findings are told, once.
    pub is_asked: bool,
    /// Findings are warnings.
    pub lenient: bool,
}

#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The bytes that were read again.
    again: usize,
    answers: HashMap<Question, bool>,
}

impl Memory {
    #[inline]
    pub fn answer(&self, question: Question) -> Option<bool> {
        if self.answers.is_empty() { None } else { self.answers.get(&question).copied() }
    }

    /// Counts the bytes that an answer took, and keeps it if they have become many.
    #[inline]
    pub fn learn(&mut self, question: Question, read: usize, document: usize, answer: bool) {
        self.again = self.again.saturating_add(read);
        if read >= SHORT && self.again / PATIENCE > document {
            self.answers.insert(question, answer);
        }
    }
}
