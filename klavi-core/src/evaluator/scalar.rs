//! Strings, numbers and literals.

use super::{Evaluator, Step, put};
use crate::Code;
use crate::decimal::Decimal;
use crate::finding::{Details, Finding, Sink};
use crate::program::{Glance, Node, StringRules, Types, Value};
use crate::reader::{Abort, StringToken, span};
use core::ops::Range;

impl Evaluator<'_> {
    /// Passes the string that starts here, if a glance tells that it is right.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "half of all tokens are strings; a call for each shows in the benches")]
    pub(super) fn passes_at_a_glance<S: Sink>(&mut self, glance: &Glance, sink: &mut S) -> Result<bool, Abort> {
        match glance {
            Glance::None => Ok(false),
            Glance::Anything => self.string(sink).map(|_| true),
            Glance::Shapes(shapes) => {
                let window = self.reader.window(self.reader.at);
                let quote = window.closing_quote();
                let accepted = shapes.accept(&window, quote);
                if accepted {
                    self.reader.at += quote + 1;
                }
                Ok(accepted)
            }
        }
    }

    #[inline(never)]
    pub(super) fn string_by_rules<S: Sink>(&mut self, node: &'static Node, sink: &mut S) -> Step {
        let text = self.string(sink)?;
        if !node.types.meets(Types::STRING) {
            return self.wrong_type(node, Types::STRING, text.span(), sink);
        }
        for allowed in node.allowed {
            if !allowed
                .values
                .iter()
                .any(|value| matches!(value, Value::String(known) if self.reader.says(text, known)))
            {
                self.string_not_listed(node, allowed, text, sink)?;
            }
        }
        match node.string {
            Some(rules) => self.check_string(node, rules, text, sink),
            None => Ok(()),
        }
    }

    /// Passes a string token and reports its lone surrogates.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "half of all tokens are strings; a call for each shows in the benches")]
    pub(super) fn string<S: Sink>(&mut self, sink: &mut S) -> Result<StringToken, Abort> {
        let text = self.reader.string()?;
        if text.has_lone_surrogate() && !self.again {
            self.lone_surrogates(text, sink)?;
        }
        Ok(text)
    }

    #[cold]
    fn lone_surrogates<S: Sink>(&mut self, text: StringToken, sink: &mut S) -> Step {
        let Range { start, end } = text.range();
        let after = core::mem::replace(&mut self.reader.at, start);
        while self.reader.at < end {
            let start = self.reader.at;
            if self.reader.peek() != b'\\' {
                self.reader.at += 1;
            } else if self.reader.escape()?.is_none() {
                let span = span(start, self.reader.at);
                put(Finding::about_text(Code::LoneSurrogate, span, Details::None), sink)?;
            }
        }
        self.reader.at = after;
        Ok(())
    }

    #[inline]
    fn check_string<S: Sink>(
        &mut self,
        node: &'static Node,
        rules: &'static StringRules,
        text: StringToken,
        sink: &mut S,
    ) -> Step {
        if rules.min_length.is_some() || rules.max_length.is_some() {
            self.check_length(node, rules, text, sink)?;
        }
        let refused = self.check_patterns(node, rules, text, sink)?;
        self.check_bytes(node, rules, text, sink)?;
        if S::COLLECTS { self.check_meaning(node, rules, text, refused, sink) } else { Ok(()) }
    }

    #[inline]
    pub(super) fn number<S: Sink>(&mut self, node: &'static Node, sink: &mut S) -> Step {
        let start = self.reader.at;
        self.reader.number()?;
        let span = self.reader.since(start);
        if !node.types.meets(Types::NUMBER) {
            let integer = node.types.meets(Types::INTEGER) && Decimal::new(self.reader.slice(span)).is_integer();
            if !integer {
                return self.wrong_type(node, Types::NUMBER, span, sink);
            }
        }
        if !node.allowed.is_empty() {
            let number = Decimal::new(self.reader.slice(span));
            for allowed in node.allowed {
                if !allowed
                    .values
                    .iter()
                    .any(|value| matches!(value, Value::Number(known) if Decimal::new(known) == number))
                {
                    self.not_listed(node, allowed, span, sink)?;
                }
            }
        }
        match node.number {
            Some(rules) => self.check_number(node, rules, span, sink),
            None => Ok(()),
        }
    }

    #[inline(never)]
    pub(super) fn literal<S: Sink>(&mut self, node: &'static Node, first: u8, sink: &mut S) -> Step {
        let (name, found, value) = match first {
            b't' => ("true", Types::BOOLEAN, Value::Bool(true)),
            b'f' => ("false", Types::BOOLEAN, Value::Bool(false)),
            _ => ("null", Types::NULL, Value::Null),
        };
        let start = self.reader.at;
        self.reader.literal(name)?;
        let span = self.reader.since(start);
        if !node.types.meets(found) {
            return self.wrong_type(node, found, span, sink);
        }
        for allowed in node.allowed {
            if !allowed.values.contains(&value) {
                self.not_listed(node, allowed, span, sink)?;
            }
        }
        if S::COLLECTS && found == Types::NULL && self.reads_null_as_absent(node) {
            self.report(node.location, Code::NullAsAbsent, "type", span, Details::None, sink)?;
        }
        Ok(())
    }
}
