//! `pattern`, `format` where a schema asserts it, and the patterns below `not`, `anyOf` and `allOf` that concern nothing
//! but the string

use crate::finding::{Details, Sink};
use crate::program::{Class, Format, Matcher, Pattern, SchemaLocation, table};
use crate::reader::{Abort, StringToken};
use crate::state::{RunState, Step};
use crate::{Code, FormatError, members, stray};
use std::borrow::Cow;

table! {
    /// A pattern that a string must match, or must not.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct StringCheck {
        /// The location of the schema that asks for it.
        pub location: &'static SchemaLocation,
        /// The keyword that asks for it.
        pub keyword: &'static str,
        /// The code of a string that fails; with [`Code::Not`] one that matches fails.
        pub code: Code,
        /// The pattern.
        pub pattern: Pattern,
        /// Every string that passes the first check passes this one too: it is asked only when that one failed.
        pub implied: bool,
        /// It comes from `x-expect`: a string that fails it is still valid, and one that failed before is not asked.
        pub advice: bool,
    }
}

impl RunState<'_> {
    /// Judges a string by its patterns, and says whether one of them refused it.
    #[inline]
    pub(crate) fn check_patterns<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        checks: &'static [StringCheck],
        diagnosed_by: Option<&'static Format>,
        text: StringToken,
        sink: &mut S,
    ) -> Result<bool, Abort> {
        let mut refused = false;
        for check in checks {
            if (check.implied && !refused) || (check.advice && (refused || !S::COLLECTS)) {
                continue;
            }
            if self.matches(&check.pattern, text) == (check.code == Code::Not) {
                refused = true;
                self.string_fails(location, diagnosed_by, check, text, sink)?;
            }
        }
        Ok(refused)
    }

    #[inline]
    pub(crate) fn matches(&self, pattern: &Pattern, text: StringToken) -> bool {
        if text.is_escaped() {
            pattern.matches_chars(self.reader.chars(text))
        } else {
            pattern.matches_utf8(self.reader.raw_bytes(text))
        }
    }

    #[cold]
    fn string_fails<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        diagnosed_by: Option<&'static Format>,
        check: &'static StringCheck,
        text: StringToken,
        sink: &mut S,
    ) -> Step {
        if self.is_asked {
            return Err(Abort);
        }
        let problem = if S::COLLECTS { self.problem(location, diagnosed_by, check, text) } else { None };
        let details = match check.pattern.matcher {
            Matcher::Format(format) => Details::Format(format.name),
            _ => Details::Pattern(check.pattern.source, problem),
        };
        self.report(check.location, check.code, check.keyword, text.span(), details, sink)
    }

    /// What the format of a string says when another keyword refuses it.
    #[cold]
    fn problem(
        &mut self,
        location: &SchemaLocation,
        diagnosed_by: Option<&Format>,
        check: &StringCheck,
        text: StringToken,
    ) -> Option<FormatError> {
        match diagnosed_by {
            Some(format) => {
                let text = self.reader.unescaped(text);
                let meant = format.discriminator.and_then(|name| self.discriminator(name));
                (format.diagnose)(&text, meant)
            }
            // Of a secret not even the kind of a character is told.
            None if check.code == Code::Pattern && location.class != Some(Class::Secret) => {
                stray::diagnose(&check.pattern, &self.reader.unescaped(text))
            }
            None => None,
        }
    }

    /// The string in a member of the open object. It is looked for once in each object.
    fn discriminator(&mut self, name: &'static str) -> Option<&str> {
        let object = self.object_at;
        if !matches!(self.discriminator, Some((at, known, _)) if (at, known) == (object, name)) {
            let found = members::string(&self.reader, object, name).map(Cow::into_owned);
            self.discriminator = Some((object, name, found));
        }
        self.discriminator.as_ref()?.2.as_deref()
    }
}
