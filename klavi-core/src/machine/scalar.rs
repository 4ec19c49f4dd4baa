//! Texts, numbers and words.

use super::{Machine, Step, put};
use crate::decimal::Decimal;
use crate::finding::{Details, Finding, Sink, Span};
use crate::program::{
    Allowed, Class, Format, Glance, Node, NumberRules, Pattern, Place, Report, StringRules, TextCheck, Types, Value,
};
use crate::reader::{Stop, Text, narrow, span};
use crate::similar::slip;
use crate::stray;
use crate::{Code, FormatError, Severity};
use core::ops::Range;

/// Whether a number keeps to a bound.
type Holds = fn(&Decimal<'_>, &Decimal<'_>) -> bool;

impl Machine<'_> {
    /// Passes the text that starts here, if a glance tells that it is right.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "half of all tokens are texts; a call for each shows in the benches")]
    pub(super) fn passes_at_a_glance<S: Sink>(&mut self, glance: &Glance, sink: &mut S) -> Result<bool, Stop> {
        match glance {
            Glance::None => Ok(false),
            Glance::Anything => self.text(sink).map(|_| true),
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
    pub(super) fn text_by_rules<S: Sink>(&mut self, node: &'static Node, sink: &mut S) -> Step {
        let text = self.text(sink)?;
        if !node.types.meets(Types::STRING) {
            return self.wrong_type(node, Types::STRING, text.span(), sink);
        }
        for allowed in node.allowed {
            if !allowed
                .values
                .iter()
                .any(|value| matches!(value, Value::String(known) if self.reader.says(text, known)))
            {
                self.text_not_listed(node, allowed, text, sink)?;
            }
        }
        match node.string {
            Some(rules) => self.check_text(node, rules, text, sink),
            None => Ok(()),
        }
    }

    /// Passes a string token and reports its lone surrogates.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "half of all tokens are texts; a call for each shows in the benches")]
    pub(super) fn text<S: Sink>(&mut self, sink: &mut S) -> Result<Text, Stop> {
        let text = self.reader.string()?;
        if text.has_lone_surrogate() && !self.again {
            self.lone_surrogates(text, sink)?;
        }
        Ok(text)
    }

    #[cold]
    fn lone_surrogates<S: Sink>(&mut self, text: Text, sink: &mut S) -> Step {
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
    fn check_text<S: Sink>(
        &mut self,
        node: &'static Node,
        rules: &'static StringRules,
        text: Text,
        sink: &mut S,
    ) -> Step {
        if rules.min_length.is_some() || rules.max_length.is_some() {
            self.check_length(node, rules, text, sink)?;
        }
        let mut failed = false;
        for check in rules.checks {
            if (check.implied && !failed) || (check.advice && (failed || !S::COLLECTS)) {
                continue;
            }
            if self.matches(&check.pattern, text) == (check.code == Code::Not) {
                failed = true;
                self.text_fails(node, rules, check, text, sink)?;
            }
        }
        if let Some(limit) = rules.max_bytes {
            let bytes =
                if text.is_escaped() { self.reader.chars(text).map(char::len_utf8).sum() } else { text.range().len() };
            if bytes > limit as usize {
                let code = rules.format.and_then(|format| format.too_long).unwrap_or(Code::MaxBytes);
                let details = Details::Count(limit, narrow(bytes));
                self.report(node.place, code, "x-max-bytes", text.span(), details, sink)?;
            }
        }
        if S::COLLECTS { self.check_meaning(node, rules, text, failed, sink) } else { Ok(()) }
    }

    #[inline]
    pub(crate) fn matches(&self, pattern: &Pattern, text: Text) -> bool {
        if text.is_escaped() {
            pattern.matches_chars(self.reader.chars(text))
        } else {
            pattern.matches_utf8(self.reader.raw_bytes(text))
        }
    }

    #[cold]
    fn text_fails<S: Sink>(
        &mut self,
        node: &'static Node,
        rules: &StringRules,
        check: &'static TextCheck,
        text: Text,
        sink: &mut S,
    ) -> Step {
        let keyword = match check.code {
            Code::AnyOf => "anyOf",
            Code::Not => "not",
            _ => "pattern",
        };
        let problem = if S::COLLECTS { self.problem(node, rules, check, text) } else { None };
        let details = Details::Pattern(check.pattern.source, problem);
        self.report(check.place, check.code, keyword, text.span(), details, sink)
    }

    #[inline]
    fn check_length<S: Sink>(&mut self, node: &'static Node, rules: &StringRules, text: Text, sink: &mut S) -> Step {
        let bytes = text.range().len();
        let (min, max) = (rules.min_length.unwrap_or(0), rules.max_length.unwrap_or(u32::MAX));
        // A character has one to four bytes, and no escape is shorter than what it stands for.
        if !text.is_escaped() && bytes <= max as usize && bytes >= min as usize * 4 {
            return Ok(());
        }
        let count = if text.is_escaped() {
            self.reader.chars(text).count()
        } else {
            self.reader.raw_bytes(text).iter().map(|byte| usize::from(byte & 0xc0 != 0x80)).sum()
        };
        if count < min as usize {
            let details = Details::Count(min, narrow(count));
            self.report(node.place, Code::MinLength, "minLength", text.span(), details, sink)?;
        }
        if count > max as usize {
            let details = Details::Count(max, narrow(count));
            self.report(node.place, Code::MaxLength, "maxLength", text.span(), details, sink)?;
        }
        Ok(())
    }

    /// Open lists, formats and rules of time: what can only warn about a text. Of a text whose form a pattern has
    /// refused the format has nothing to add: what it knows is part of that finding.
    #[cold]
    fn check_meaning<S: Sink>(
        &mut self,
        node: &'static Node,
        rules: &'static StringRules,
        text: Text,
        refused: bool,
        sink: &mut S,
    ) -> Step {
        let format = rules.format.filter(|_| !refused);
        if rules.known.is_empty() && format.is_none() && rules.time.is_none() {
            return Ok(());
        }
        let lenient = core::mem::replace(&mut self.lenient, true);
        let step = self.tell_meaning(node, rules, format, text, sink);
        self.lenient = lenient;
        step
    }

    fn tell_meaning<S: Sink>(
        &mut self,
        node: &'static Node,
        rules: &'static StringRules,
        format: Option<&'static Format>,
        text: Text,
        sink: &mut S,
    ) -> Step {
        let plain = &*self.reader.unescaped(text);
        if !rules.known.is_empty() && !rules.known.contains(&plain) {
            let meant = slip(plain, rules.known).map(|index| rules.known[index]);
            let details = Details::Known(rules.known, meant);
            self.report(node.place, Code::UnknownValue, "x-known-values", text.span(), details, sink)?;
        }
        let direction = self.program.direction;
        if let Some(format) = format {
            let check = |report: Report<'_>| (format.check)(plain, direction, report);
            self.check_form(node.place, "x-format", text.span(), sink, check)?;
        }
        if let Some((rule, today)) = rules.time.zip(self.today) {
            let check = |report: Report<'_>| (rule.check)(plain, today, report);
            self.check_form(node.place, "x-rules-of-time", text.span(), sink, check)?;
        }
        Ok(())
    }

    /// Runs a check of a vocabulary and reports what it finds, unless nobody wants to know.
    fn check_form<S: Sink>(
        &mut self,
        place: &'static Place,
        keyword: &'static str,
        span: Span,
        sink: &mut S,
        check: impl FnOnce(Report<'_>),
    ) -> Step {
        let mut step = Ok(());
        check(&mut |code, diagnosis| {
            if step.is_ok() && (S::COLLECTS || self.weight(place, code).1 == Severity::Error) {
                let details = Details::Problem(diagnosis.to_error());
                step = self.report(place, code, keyword, span, details, sink);
            }
        });
        step
    }

    /// What the format of a string says when another keyword refuses it.
    #[cold]
    fn problem(&mut self, node: &Node, rules: &StringRules, check: &TextCheck, text: Text) -> Option<FormatError> {
        match rules.diagnosed_by {
            Some(format) => {
                let text = self.reader.unescaped(text);
                let meant = format.discriminator.and_then(|name| self.discriminator(name));
                (format.diagnose)(&text, meant)
            }
            // Of a secret not even the kind of a character is told.
            None if check.code == Code::Pattern && node.place.class != Some(Class::Secret) => {
                stray::diagnose(&check.pattern, &self.reader.unescaped(text))
            }
            None => None,
        }
    }

    /// The string in a member of the open object. It is looked for once in each object.
    fn discriminator(&mut self, name: &'static str) -> Option<&str> {
        let object = self.object_at;
        if !matches!(self.discriminator, Some((at, known, _)) if (at, known) == (object, name)) {
            let before = (self.reader.at, self.depth, self.reader.fault);
            let found = self.member(span(object, object), name);
            (self.reader.at, self.depth, self.reader.fault) = before;
            self.discriminator = Some((object, name, found));
        }
        self.discriminator.as_ref()?.2.as_deref()
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
    fn check_number<S: Sink>(&mut self, node: &'static Node, rules: &NumberRules, span: Span, sink: &mut S) -> Step {
        let lexeme = self.reader.slice(span);
        let number = Decimal::new(lexeme);
        let bounds: [(_, Holds, _, _); 5] = [
            (rules.minimum, |number, bound| number >= bound, Code::Minimum, "minimum"),
            (rules.maximum, |number, bound| number <= bound, Code::Maximum, "maximum"),
            (rules.exclusive_minimum, |number, bound| number > bound, Code::ExclusiveMinimum, "exclusiveMinimum"),
            (rules.exclusive_maximum, |number, bound| number < bound, Code::ExclusiveMaximum, "exclusiveMaximum"),
            (rules.multiple_of, |number, divisor| number.is_multiple_of(divisor), Code::MultipleOf, "multipleOf"),
        ];
        for (bound, holds, code, keyword) in bounds {
            if let Some(bound) = bound
                && !holds(&number, &Decimal::new(bound))
            {
                self.report(node.place, code, keyword, span, Details::Bound(bound), sink)?;
            }
        }
        match rules.format.and_then(|format| format.check_number) {
            Some(check) => self.check_form(node.place, "x-format", span, sink, |report| check(lexeme, report)),
            None => Ok(()),
        }
    }

    #[inline(never)]
    pub(super) fn word<S: Sink>(&mut self, node: &'static Node, first: u8, sink: &mut S) -> Step {
        let (word, found, value) = match first {
            b't' => ("true", Types::BOOLEAN, Value::Bool(true)),
            b'f' => ("false", Types::BOOLEAN, Value::Bool(false)),
            _ => ("null", Types::NULL, Value::Null),
        };
        let start = self.reader.at;
        self.reader.word(word)?;
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
            self.report(node.place, Code::NullAsAbsent, "type", span, Details::None, sink)?;
        }
        Ok(())
    }

    /// Whether the schema allows null only because responses are read tolerantly.
    fn reads_null_as_absent(&self, node: &Node) -> bool {
        self.program.direction == crate::Direction::Response
            && !self.again
            && node.types != Types::ALL
            && node.types != Types::NULL
    }

    #[cold]
    pub(super) fn wrong_type<S: Sink>(&mut self, node: &'static Node, found: Types, span: Span, sink: &mut S) -> Step {
        let (code, keyword) = if node.types == Types::NONE { (Code::NotAllowed, "") } else { (Code::Type, "type") };
        self.report(node.place, code, keyword, span, Details::Types(node.types, found), sink)
    }

    #[cold]
    pub(super) fn not_listed<S: Sink>(
        &mut self,
        node: &'static Node,
        allowed: &'static Allowed,
        span: Span,
        sink: &mut S,
    ) -> Step {
        self.refuse(node, allowed, span, None, sink)
    }

    #[cold]
    fn text_not_listed<S: Sink>(
        &mut self,
        node: &'static Node,
        allowed: &'static Allowed,
        text: Text,
        sink: &mut S,
    ) -> Step {
        let meant = S::COLLECTS.then(|| meant(&self.reader.unescaped(text), allowed)).flatten();
        self.refuse(node, allowed, text.span(), meant, sink)
    }

    fn refuse<S: Sink>(
        &mut self,
        node: &'static Node,
        allowed: &'static Allowed,
        span: Span,
        meant: Option<&'static str>,
        sink: &mut S,
    ) -> Step {
        let keyword = if allowed.code == Code::Const { "const" } else { "enum" };
        self.report(node.place, allowed.code, keyword, span, Details::Values(allowed.values, meant), sink)
    }
}

/// The member of a closed list that a text was probably meant to be.
fn meant(text: &str, allowed: &'static Allowed) -> Option<&'static str> {
    let alias = allowed.aliases.iter().find(|(alias, _)| alias.eq_ignore_ascii_case(text));
    alias.map(|(_, member)| *member).or_else(|| {
        let texts =
            allowed.values.iter().filter_map(|value| if let Value::String(text) = value { Some(*text) } else { None });
        let texts: Vec<_> = texts.collect();
        slip(text, &texts).map(|index| texts[index])
    })
}
