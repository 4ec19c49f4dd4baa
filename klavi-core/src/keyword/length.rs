//! `minLength`, `maxLength`, in Unicode characters, and `x-max-bytes`, in bytes of UTF-8

use crate::Code;
use crate::finding::{Details, Sink};
use crate::program::{SchemaLocation, StringRules};
use crate::reader::{StringToken, narrow};
use crate::state::{RunState, Step};

impl RunState<'_> {
    #[inline]
    pub(crate) fn check_length<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        rules: &StringRules,
        text: StringToken,
        sink: &mut S,
    ) -> Step {
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
            self.report(location, Code::MinLength, "minLength", text.span(), details, sink)?;
        }
        if count > max as usize {
            let details = Details::Count(max, narrow(count));
            self.report(location, Code::MaxLength, "maxLength", text.span(), details, sink)?;
        }
        Ok(())
    }

    #[inline]
    pub(crate) fn check_bytes<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        rules: &StringRules,
        text: StringToken,
        sink: &mut S,
    ) -> Step {
        let Some(limit) = rules.max_bytes else { return Ok(()) };
        let bytes =
            if text.is_escaped() { self.reader.chars(text).map(char::len_utf8).sum() } else { text.range().len() };
        if bytes <= limit as usize {
            return Ok(());
        }
        let code = rules.format.and_then(|format| format.too_long).unwrap_or(Code::MaxBytes);
        self.report(location, code, "x-max-bytes", text.span(), Details::Count(limit, narrow(bytes)), sink)
    }
}
