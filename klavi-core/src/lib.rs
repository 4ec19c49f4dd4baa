//! The runtime of klavi: it runs validators that `klavi-codegen` made from JSON Schemas over the bytes of a document.
//!
//! Most programs want the front door, `klavi-validate`. This crate is what generated code and the front door stand on:
//!
//! - [`program`]: a validator as data, and [`Validate`], which ties one to a type;
//! - [`run`]: the evaluator that executes it in one pass, giving every [`Finding`] to a [`Sink`];
//! - [`pointers`], [`Lines`] and [`masks`]: from offsets to what people read.
//!
//! ```
//! use klavi_core::program::{ArrayRules, Node, Program, Types};
//! use klavi_core::{Code, Finding, Limits, run};
//!
//! static TEXTS: Program = Program {
//!     name: "texts",
//!     nodes: &[
//!         Node { array: Some(&ArrayRules { items: Some(1), max_items: Some(3), ..ArrayRules::ANY }), ..Node::ANYTHING },
//!         Node { types: Types::STRING, ..Node::ANYTHING },
//!     ],
//!     ..Program::ANYTHING
//! };
//!
//! let mut findings: Vec<Finding> = Vec::new();
//! run(&TEXTS, br#"["a", 1]"#, Limits::default(), None, &mut findings);
//! assert_eq!(findings[0].code, Code::Type);
//! assert_eq!((findings[0].span.start, findings[0].span.end), (6, 7));
//! ```

#![forbid(unsafe_code)]

pub mod accept;
mod code;
mod decimal;
mod deferred;
mod evaluator;
mod expected;
mod finding;
mod judges;
mod keyword;
mod limits;
mod lines;
mod locate;
mod mask;
mod masks;
mod members;
mod names;
mod pattern;
mod printable;
pub mod program;
mod pull;
mod reader;
mod rename;
mod scan;
mod secret;
mod similar;
mod state;
mod stray;
mod tree;
mod validate;
mod walk;

pub use code::{Code, Direction, Group, Severity, UnknownCode};
pub use decimal::{count, is_integer};
pub use deferred::Deferred;
pub use evaluator::{run, run_deferred};
pub use expected::Expected;
pub use finding::{Details, Finding, Sink, Span, Target, Verdict};
pub use judges::Exhibit;
pub use limits::{DEEPEST, Limits};
pub use lines::{LineIndex, Lines, Position};
pub use locate::{HIDDEN, Names, REDACTED, looks_like_identifier, mask_shape, pointers, shape_of, shown_path};
pub use mask::Mask;
pub use masks::{masks, masks_near};
pub use printable::{is_printable, printable};
pub use program::{Day, Diagnosis, FormatError};
pub use rename::can_take;
pub use secret::reads_like_field;
pub use similar::{most_similar, slip};
pub use stray::{Stray, Unfit, UnfitKind};
pub use tree::{Json, Member, Tree, TreeError};
pub use validate::Validate;

/// What generated code needs beside the public items. Not for people.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "regex")]
    pub use regex::Regex;
    pub use std::sync::LazyLock;
}

/// The engine of a pattern in a static program. Not for people.
#[cfg(feature = "regex")]
#[doc(hidden)]
#[macro_export]
macro_rules! engine {
    ($regex:literal) => {
        $crate::program::Engine {
            regex: $regex,
            is_match: &|text: &str| {
                static REGEX: $crate::__private::LazyLock<Option<$crate::__private::Regex>> =
                    $crate::__private::LazyLock::new(|| $crate::__private::Regex::new($regex).ok());
                REGEX.as_ref().is_some_and(|regex| regex.is_match(text))
            },
        }
    };
}
