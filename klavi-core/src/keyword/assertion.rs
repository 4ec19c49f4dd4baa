//! Keywords that judge a whole object or array, given a value of the schema.
//!
//! A check in a file of its own and a line in the list of [`assertion_keyword`](super::assertion_keyword) are all that a
//! keyword of this kind needs: lowering and emission go through the list, and the accept pass leaves such values to the
//! evaluator. The check is asked once the value was passed, and reads it again.

use crate::Code;
use crate::finding::{Details, Sink, Span};
use crate::program::{SchemaLocation, Types, Value, known_by_name, table};
use crate::reader::Abort;
use crate::state::{RunState, Step};

/// A keyword that judges a whole object or array.
///
/// ```
/// use klavi_core::program::assertion_keyword;
///
/// assert!(assertion_keyword::ALL.iter().any(|keyword| keyword.name == "uniqueItems"));
/// ```
#[derive(Clone, Copy)]
pub struct AssertionKeyword {
    /// Its name in schemas.
    pub name: &'static str,
    /// The types of the values that it judges.
    pub types: Types,
    /// The code of a value that breaks it.
    pub code: Code,
    check: Check,
}

known_by_name!(AssertionKeyword);

/// Reads the value that starts here, and tells what is wrong with it, given the schema's.
type Check = fn(&mut RunState<'_>, &Value) -> Result<Vec<Breach>, Abort>;

/// What is wrong with a value.
pub(super) struct Breach {
    /// What is marked.
    pub span: Span,
    /// The part of the value because of which it is wrong.
    pub cause: Option<Span>,
    pub details: Details,
}

impl AssertionKeyword {
    pub(super) const fn new(name: &'static str, types: Types, code: Code, check: Check) -> Self {
        Self { name, types, code, check }
    }
}

table! {
    /// A keyword and the value that a schema gives it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Assertion {
        /// The keyword.
        pub keyword: &'static AssertionKeyword,
        /// The value.
        pub argument: Value,
    }
}

impl RunState<'_> {
    /// Judges the value that was passed.
    pub(crate) fn assertion<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        assertion: &'static Assertion,
        start: usize,
        sink: &mut S,
    ) -> Step {
        let Assertion { keyword, argument } = assertion;
        let found = match self.reader.bytes().get(start) {
            Some(b'{') => Types::OBJECT,
            Some(b'[') => Types::ARRAY,
            _ => Types::NONE,
        };
        if !keyword.types.meets(found) {
            return Ok(());
        }
        let outer = self.cause;
        for Breach { span, cause, details } in self.reread(start, |state| (keyword.check)(state, argument))? {
            self.cause = cause.or(outer);
            self.report(location, keyword.code, keyword.name, span, details, sink)?;
        }
        self.cause = outer;
        Ok(())
    }
}
