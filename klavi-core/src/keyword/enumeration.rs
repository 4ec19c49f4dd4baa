//! `enum`, `const`, with `x-aliases`

use crate::Code;
use crate::decimal::Decimal;
use crate::finding::{Details, Sink, Span};
use crate::machine::{Machine, Step};
use crate::program::{Node, table};
use crate::reader::StringToken;
use crate::similar::slip;

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

table! {
    /// A JSON value of a schema.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Value {
        /// `null`
        Null,
        /// `true` or `false`
        Bool(value: bool),
        /// A number as it is written.
        Number(number: &'static str),
        /// A string, unescaped.
        String(text: &'static str),
        /// An array.
        Array(items: &'static [Value]),
        /// An object.
        Object(members: &'static [(&'static str, Value)]),
    }
}

impl Machine<'_> {
    #[cold]
    pub(crate) fn not_listed<S: Sink>(
        &mut self,
        node: &'static Node,
        allowed: &'static Enumeration,
        span: Span,
        sink: &mut S,
    ) -> Step {
        self.refuse(node, allowed, span, None, sink)
    }

    #[cold]
    pub(crate) fn string_not_listed<S: Sink>(
        &mut self,
        node: &'static Node,
        allowed: &'static Enumeration,
        text: StringToken,
        sink: &mut S,
    ) -> Step {
        let meant = S::COLLECTS.then(|| meant(&self.reader.unescaped(text), allowed)).flatten();
        self.refuse(node, allowed, text.span(), meant, sink)
    }

    fn refuse<S: Sink>(
        &mut self,
        node: &'static Node,
        allowed: &'static Enumeration,
        span: Span,
        meant: Option<&'static str>,
        sink: &mut S,
    ) -> Step {
        let keyword = if allowed.code == Code::Const { "const" } else { "enum" };
        self.report(node.location, allowed.code, keyword, span, Details::Values(allowed.values, meant), sink)
    }

    /// Whether the value at this offset, which was passed before, is this one.
    pub(crate) fn equals(&mut self, start: usize, value: &Value) -> bool {
        let end = core::mem::replace(&mut self.reader.at, start);
        let equal = self.next_equals(value);
        self.reader.at = end;
        equal
    }

    /// Compares the value that starts here. Passes it if it is equal; otherwise the position is of no use.
    fn next_equals(&mut self, value: &Value) -> bool {
        let reader = &mut self.reader;
        match (reader.skip_whitespace(), value) {
            (b'n', Value::Null) => reader.literal("null").is_ok(),
            (b't', Value::Bool(true)) => reader.literal("true").is_ok(),
            (b'f', Value::Bool(false)) => reader.literal("false").is_ok(),
            (b'-' | b'0'..=b'9', Value::Number(known)) => {
                let start = reader.at;
                reader.number().is_ok() && Decimal::new(reader.slice(reader.since(start))) == Decimal::new(known)
            }
            (b'"', Value::String(known)) => reader.string().is_ok_and(|text| reader.says(text, known)),
            (b'[', Value::Array(items)) => self.items_equal(items),
            (b'{', Value::Object(members)) => self.members_equal(members),
            _ => false,
        }
    }

    fn items_equal(&mut self, items: &[Value]) -> bool {
        self.reader.at += 1;
        for (index, item) in items.iter().enumerate() {
            if index > 0 && self.reader.skip_whitespace() == b',' {
                self.reader.at += 1;
            }
            if !self.next_equals(item) {
                return false;
            }
        }
        let closes = self.reader.skip_whitespace() == b']';
        self.reader.at += 1;
        closes
    }

    fn members_equal(&mut self, members: &[(&'static str, Value)]) -> bool {
        self.reader.at += 1;
        let mut count = 0;
        while self.reader.skip_whitespace() == b'"' {
            let Ok(key) = self.reader.string() else { return false };
            self.reader.skip_whitespace();
            self.reader.at += 1;
            let Some((_, value)) = members.iter().find(|(name, _)| self.reader.says(key, name)) else { return false };
            if !self.next_equals(value) {
                return false;
            }
            count += 1;
            if self.reader.skip_whitespace() == b',' {
                self.reader.at += 1;
            }
        }
        self.reader.at += 1;
        count == members.len()
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
