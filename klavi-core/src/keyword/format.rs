//! `x-format` and `x-rules-of-time`: what a vocabulary says of a value

use crate::Severity;
use crate::finding::{Details, Sink, Span};
use crate::program::{Format, Reporter, SchemaLocation, StringRules};
use crate::reader::StringToken;
use crate::state::{RunState, Step};

impl RunState<'_> {
    /// What can only warn about a string: open lists, formats and rules of time. Of a string whose form a pattern has
    /// refused the format has nothing to add: what it knows is part of that finding.
    #[cold]
    pub(crate) fn check_meaning<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        rules: &'static StringRules,
        text: StringToken,
        refused: bool,
        sink: &mut S,
    ) -> Step {
        let format = rules.format.filter(|_| !refused);
        if rules.known.is_empty() && format.is_none() && rules.time.is_none() {
            return Ok(());
        }
        let lenient = core::mem::replace(&mut self.lenient, true);
        let step = self.tell_meaning(location, rules, format, text, sink);
        self.lenient = lenient;
        step
    }

    fn tell_meaning<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        rules: &'static StringRules,
        format: Option<&Format>,
        text: StringToken,
        sink: &mut S,
    ) -> Step {
        let (plain, direction) = (&*self.reader.unescaped(text), self.direction);
        self.check_known_values(location, rules, text, plain, sink)?;
        if let Some(format) = format {
            let check = |report: Reporter<'_>| (format.check)(plain, direction, report);
            self.check_form(location, "x-format", text.span(), sink, check)?;
        }
        if let Some((rule, today)) = rules.time.zip(self.today) {
            let check = |report: Reporter<'_>| (rule.check)(plain, today, report);
            self.check_form(location, "x-rules-of-time", text.span(), sink, check)?;
        }
        Ok(())
    }

    /// Runs a check of a vocabulary and reports what it finds, unless nobody wants to know.
    pub(crate) fn check_form<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        keyword: &'static str,
        span: Span,
        sink: &mut S,
        check: impl FnOnce(Reporter<'_>),
    ) -> Step {
        let mut step = Ok(());
        check(&mut |code, diagnosis| {
            if step.is_ok() && (S::COLLECTS || self.weight(location, code).1 == Severity::Error) {
                let details = Details::Problem(diagnosis.to_error());
                step = self.report(location, code, keyword, span, details, sink);
            }
        });
        step
    }
}
