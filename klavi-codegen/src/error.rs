//! Mistakes in schemas, told with file, line, column and pointer.

use klavi_core::Position;
use std::fmt;

/// A mistake in a schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaError {
    /// The schema's file.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The JSON Pointer of the place in the schema.
    pub pointer: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl SchemaError {
    /// A mistake at a place of a schema's text.
    #[must_use]
    pub fn new(file: &str, position: Position, pointer: &str, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: position.line,
            column: position.column,
            pointer: pointer.to_owned(),
            message: message.into(),
            help: None,
        }
    }

    /// Adds what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, pointer, message, help } = self;
        let place = if pointer.is_empty() { "the root".to_owned() } else { format!("`{pointer}`") };
        write!(f, "{file}:{line}:{column}: {message} (at {place})")?;
        help.iter().try_for_each(|help| write!(f, "; {help}"))
    }
}

impl std::error::Error for SchemaError {}
