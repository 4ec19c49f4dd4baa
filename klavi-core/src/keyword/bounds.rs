//! `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`

use crate::Code;
use crate::decimal::Decimal;
use crate::finding::{Details, Sink, Span};
use crate::machine::{Machine, Step};
use crate::program::{Format, Node, table};

/// Whether a number keeps to a bound.
type Holds = fn(&Decimal<'_>, &Decimal<'_>) -> bool;

table! {
    /// What holds for a number. Bounds are decimal numbers as the schema writes them.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct NumberRules {
        /// `minimum`
        pub minimum: Option<&'static str>,
        /// `maximum`
        pub maximum: Option<&'static str>,
        /// `exclusiveMinimum`
        pub exclusive_minimum: Option<&'static str>,
        /// `exclusiveMaximum`
        pub exclusive_maximum: Option<&'static str>,
        /// `multipleOf`
        pub multiple_of: Option<&'static str>,
        /// `x-format`, where the format has numbers.
        pub format: Option<&'static Format>,
    }
}

impl NumberRules {
    /// Rules that ask nothing.
    pub const ANY: Self = Self {
        minimum: None,
        maximum: None,
        exclusive_minimum: None,
        exclusive_maximum: None,
        multiple_of: None,
        format: None,
    };
}

impl Machine<'_> {
    #[inline(never)]
    pub(crate) fn check_number<S: Sink>(
        &mut self,
        node: &'static Node,
        rules: &NumberRules,
        span: Span,
        sink: &mut S,
    ) -> Step {
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
                self.report(node.location, code, keyword, span, Details::Bound(bound), sink)?;
            }
        }
        match rules.format.and_then(|format| format.check_number) {
            Some(check) => self.check_form(node.location, "x-format", span, sink, |report| check(lexeme, report)),
            None => Ok(()),
        }
    }
}
