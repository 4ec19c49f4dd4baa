//! `enum`, `const`, with `x-aliases`

use crate::Code;
use crate::decimal::Decimal;
use crate::finding::{Details, Sink, Span};
use crate::program::{SchemaLocation, Value, table};
use crate::reader::{Abort, StringToken};
use crate::similar::slip;
use crate::state::{RunState, Step};

table! {
    /// `enum` or `const`.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Enumeration {
        /// [`Code::Enum`] or [`Code::Const`].
        pub code: Code,
        /// The values.
        pub values: &'static [Value],
        /// Other words for some of them (`x-aliases`), for "did you mean".
        pub aliases: &'static [(&'static str, &'static str)],
    }
}

impl RunState<'_> {
    #[cold]
    pub(crate) fn not_listed<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        allowed: &'static Enumeration,
        span: Span,
        sink: &mut S,
    ) -> Step {
        self.refuse(location, allowed, span, None, sink)
    }

    #[cold]
    pub(crate) fn string_not_listed<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        allowed: &'static Enumeration,
        text: StringToken,
        sink: &mut S,
    ) -> Step {
        let meant = S::COLLECTS.then(|| meant(&self.reader.unescaped(text), allowed)).flatten();
        self.refuse(location, allowed, text.span(), meant, sink)
    }

    fn refuse<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        allowed: &'static Enumeration,
        span: Span,
        meant: Option<&'static str>,
        sink: &mut S,
    ) -> Step {
        let keyword = if allowed.code == Code::Const { "const" } else { "enum" };
        self.report(location, allowed.code, keyword, span, Details::Values(allowed.values, meant), sink)
    }

    /// Whether the value at this offset, which was passed before, is this one.
    pub(crate) fn equals(&mut self, start: usize, value: &Value) -> bool {
        let end = core::mem::replace(&mut self.reader.at, start);
        let equal = self.next_equals(value);
        self.reader.at = end;
        equal == Ok(true)
    }

    /// Compares the value that starts here. Passes it if it is equal; otherwise the position is of no use.
    fn next_equals(&mut self, value: &Value) -> Result<bool, Abort> {
        let reader = &mut self.reader;
        let first = reader.skip_whitespace();
        let start = reader.at;
        match (first, value) {
            (b'n', Value::Null) | (b't', Value::Bool(true)) | (b'f', Value::Bool(false)) => {
                reader.number_or_literal(first).map(|()| true)
            }
            (b'-' | b'0'..=b'9', Value::Number(known)) => {
                reader.number()?;
                Ok(Decimal::new(reader.slice(reader.since(start))) == Decimal::new(known))
            }
            (b'"', Value::String(known)) => reader.string().map(|text| reader.says(text, known)),
            (b'[', Value::Array(items)) => self.items_equal(items),
            (b'{', Value::Object(members)) => self.members_equal(members),
            _ => Ok(false),
        }
    }

    fn items_equal(&mut self, items: &[Value]) -> Result<bool, Abort> {
        let mut items = items.iter();
        let mut follows = self.reader.first_item();
        while follows {
            let Some(item) = items.next() else { return Ok(false) };
            if !self.next_equals(item)? {
                return Ok(false);
            }
            follows = self.reader.next_item()?;
        }
        Ok(items.next().is_none())
    }

    fn members_equal(&mut self, members: &[(&'static str, Value)]) -> Result<bool, Abort> {
        let mut count = 0;
        let mut follows = self.reader.first_member();
        while follows {
            let name = self.reader.name()?;
            let known = members.iter().find(|(known, _)| self.reader.says(name, known));
            let Some((_, value)) = known else { return Ok(false) };
            if !self.next_equals(value)? {
                return Ok(false);
            }
            count += 1;
            follows = self.reader.next_member()?;
        }
        Ok(count == members.len())
    }
}

/// The member of a closed list that a string was probably meant to be.
fn meant(text: &str, allowed: &'static Enumeration) -> Option<&'static str> {
    let alias = allowed.aliases.iter().find(|(alias, _)| alias.eq_ignore_ascii_case(text));
    alias.map(|(_, member)| *member).or_else(|| {
        let texts =
            allowed.values.iter().filter_map(|value| if let Value::String(text) = value { Some(*text) } else { None });
        let texts: Vec<_> = texts.collect();
        slip(text, &texts).map(|index| texts[index])
    })
}
