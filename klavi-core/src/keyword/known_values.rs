//! `x-known-values`: an open list

use crate::Code;
use crate::finding::{Details, Sink};
use crate::program::{SchemaLocation, StringRules};
use crate::reader::StringToken;
use crate::similar::slip;
use crate::state::{RunState, Step};

impl RunState<'_> {
    /// Reports a string, here without its escapes, that is in no open list.
    pub(crate) fn check_known_values<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        rules: &'static StringRules,
        text: StringToken,
        plain: &str,
        sink: &mut S,
    ) -> Step {
        if rules.known.is_empty() || rules.known.contains(&plain) {
            return Ok(());
        }
        let meant = slip(plain, rules.known).map(|index| rules.known[index]);
        self.report(
            location,
            Code::UnknownValue,
            "x-known-values",
            text.span(),
            Details::Known(rules.known, meant),
            sink,
        )
    }
}
