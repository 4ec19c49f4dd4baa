//! `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf`: a number beside one of the schema
//!
//! A line of the list in [`number_keyword`] is all that a keyword of this kind needs: lowering, emission and the check
//! go through the list.

use crate::Code;
use crate::decimal::Decimal;
use crate::finding::{Details, Sink, Span};
use crate::program::{Format, SchemaLocation, known_by_name, table};
use crate::state::{RunState, Step};

/// A keyword that compares a number with one of the schema.
///
/// ```
/// use klavi_core::program::number_keyword;
///
/// assert!(number_keyword::ALL.iter().any(|keyword| keyword.name == "multipleOf"));
/// ```
#[derive(Clone, Copy)]
pub struct NumberKeyword {
    /// Its name in schemas.
    pub name: &'static str,
    /// The code of a number that breaks it.
    pub code: Code,
    /// Whether a number, the first, keeps to the schema's.
    holds: fn(&Decimal<'_>, &Decimal<'_>) -> bool,
}

known_by_name!(NumberKeyword);

impl NumberKeyword {
    const fn new(name: &'static str, code: Code, holds: fn(&Decimal<'_>, &Decimal<'_>) -> bool) -> Self {
        Self { name, code, holds }
    }
}

/// The keywords that compare a number.
pub mod number_keyword {
    use super::NumberKeyword;
    use crate::Code;
    use crate::program::named_tables;

    named_tables! { NumberKeyword:
        /// `minimum`
        MINIMUM = NumberKeyword::new("minimum", Code::Minimum, |number, bound| number >= bound);
        /// `maximum`
        MAXIMUM = NumberKeyword::new("maximum", Code::Maximum, |number, bound| number <= bound);
        /// `exclusiveMinimum`
        EXCLUSIVE_MINIMUM =
            NumberKeyword::new("exclusiveMinimum", Code::ExclusiveMinimum, |number, bound| number > bound);
        /// `exclusiveMaximum`
        EXCLUSIVE_MAXIMUM =
            NumberKeyword::new("exclusiveMaximum", Code::ExclusiveMaximum, |number, bound| number < bound);
        /// `multipleOf`
        MULTIPLE_OF = NumberKeyword::new("multipleOf", Code::MultipleOf, |number, divisor| divisor.divides(number));
    }
}

table! {
    /// What holds for a number.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct NumberRules {
        /// The keywords that compare it, in the order of [`number_keyword::ALL`].
        pub bounds: &'static [Bound],
        /// `x-format`, where the format has numbers.
        pub format: Option<&'static Format>,
    }
}

table! {
    /// A keyword and the number that a schema gives it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Bound {
        /// The keyword.
        pub keyword: &'static NumberKeyword,
        /// The decimal number as the schema writes it.
        pub number: &'static str,
    }
}

impl NumberRules {
    /// Rules that ask nothing.
    pub const ANY: Self = Self { bounds: &[], format: None };
}

impl RunState<'_> {
    #[inline(never)]
    pub(crate) fn check_number<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        rules: &NumberRules,
        span: Span,
        sink: &mut S,
    ) -> Step {
        let lexeme = self.reader.slice(span);
        for &Bound { keyword, number } in rules.bounds {
            if !(keyword.holds)(&Decimal::new(lexeme), &Decimal::new(number)) {
                self.report(location, keyword.code, keyword.name, span, Details::Bound(number), sink)?;
            }
        }
        match rules.format.and_then(|format| format.check_number) {
            Some(check) => self.check_form(location, "x-format", span, sink, |report| check(lexeme, report)),
            None => Ok(()),
        }
    }
}
