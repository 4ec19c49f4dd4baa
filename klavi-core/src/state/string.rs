//! String tokens.

use super::{RunState, Step, put};
use crate::Code;
use crate::finding::{Details, Finding, Sink};
use crate::reader::{Abort, StringToken, span};
use core::ops::Range;

impl RunState<'_> {
    /// Passes a string token and reports its lone surrogates.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "half of all tokens are strings; a call for each shows in the benches")]
    pub fn string<S: Sink>(&mut self, sink: &mut S) -> Result<StringToken, Abort> {
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
}
