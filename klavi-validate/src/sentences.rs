//! The sentences of findings, codes and sources, as `build.rs` writes them.

use crate::sentence::{Argument, Sentence, Template};
use klavi_core::Code;

include!(concat!(env!("OUT_DIR"), "/sentences.rs"));

impl<'a> Sentence<'a> {
    /// What the catalogue says of a code; it may be given more arguments than it takes.
    #[must_use]
    pub const fn of_code(code: Code, arguments: Vec<(&'static str, Argument<'a>)>) -> Self {
        Self::new(&MESSAGES[code as usize], arguments)
    }
}
