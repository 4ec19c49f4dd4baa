//! Strings, numbers and literals.

use super::Evaluator;
use crate::Code;
use crate::decimal::Decimal;
use crate::finding::{Details, Sink};
use crate::program::{Glance, Node, StringRules, Types, Value};
use crate::reader::{Abort, StringToken};
use crate::state::Step;

impl Evaluator<'_> {
    /// Passes the string that starts here, if a glance tells that it is right.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "half of all tokens are strings; a call for each shows in the benches")]
    pub(super) fn passes_at_a_glance<S: Sink>(&mut self, glance: &Glance, sink: &mut S) -> Result<bool, Abort> {
        match glance {
            Glance::None => Ok(false),
            Glance::Anything => self.state.string(sink).map(|_| true),
            Glance::Shapes(shapes) => {
                let window = self.state.reader.window(self.state.reader.at);
                let quote = window.closing_quote();
                let accepted = shapes.accept(&window, quote);
                if accepted {
                    self.state.reader.at += quote + 1;
                }
                Ok(accepted)
            }
        }
    }

    #[inline(never)]
    pub(super) fn string_by_rules<S: Sink>(&mut self, node: &'static Node, sink: &mut S) -> Step {
        let text = self.state.string(sink)?;
        if !node.types.meets(Types::STRING) {
            return self.state.wrong_type(node.location, node.types, Types::STRING, text.span(), sink);
        }
        for allowed in node.allowed {
            if !allowed
                .values
                .iter()
                .any(|value| matches!(value, Value::String(known) if self.state.reader.says(text, known)))
            {
                self.state.string_not_listed(node.location, allowed, text, sink)?;
            }
        }
        match node.string {
            Some(rules) => self.check_string(node, rules, text, sink),
            None => Ok(()),
        }
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
            self.state.check_length(node.location, rules, text, sink)?;
        }
        let refused = self.state.check_patterns(node.location, rules.checks, rules.diagnosed_by, text, sink)?;
        self.state.check_bytes(node.location, rules, text, sink)?;
        if S::COLLECTS { self.state.check_meaning(node.location, rules, text, refused, sink) } else { Ok(()) }
    }

    #[inline]
    pub(super) fn number<S: Sink>(&mut self, node: &'static Node, sink: &mut S) -> Step {
        let start = self.state.reader.at;
        self.state.reader.number()?;
        let span = self.state.reader.since(start);
        if !node.types.meets(Types::NUMBER) {
            let integer = node.types.meets(Types::INTEGER) && Decimal::new(self.state.reader.slice(span)).is_integer();
            if !integer {
                return self.state.wrong_type(node.location, node.types, Types::NUMBER, span, sink);
            }
        }
        if !node.allowed.is_empty() {
            let number = Decimal::new(self.state.reader.slice(span));
            for allowed in node.allowed {
                if !allowed
                    .values
                    .iter()
                    .any(|value| matches!(value, Value::Number(known) if Decimal::new(known) == number))
                {
                    self.state.not_listed(node.location, allowed, span, sink)?;
                }
            }
        }
        match node.number {
            Some(rules) => self.state.check_number(node.location, rules, span, sink),
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
        let start = self.state.reader.at;
        self.state.reader.literal(name)?;
        let span = self.state.reader.since(start);
        if !node.types.meets(found) {
            return self.state.wrong_type(node.location, node.types, found, span, sink);
        }
        for allowed in node.allowed {
            if !allowed.values.contains(&value) {
                self.state.not_listed(node.location, allowed, span, sink)?;
            }
        }
        if S::COLLECTS && found == Types::NULL && self.state.reads_null_as_absent(node.types) {
            self.state.report(node.location, Code::NullAsAbsent, "type", span, Details::None, sink)?;
        }
        Ok(())
    }
}
