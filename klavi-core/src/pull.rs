//! The grammar of JSON value by value, for whoever reads a document without judging it by a schema.

use crate::expected::Expected;
use crate::reader::{Abort, Reader, StringToken};

impl Reader<'_> {
    /// The name of the next member, whose value follows; `None` behind the last. The first call stands at the opening brace,
    /// every other behind a value.
    pub fn next_member(&mut self, is_first: bool) -> Result<Option<StringToken>, Abort> {
        if !self.goes_on(is_first, b'}', Expected::CommaOrBrace)? {
            return Ok(None);
        }
        if self.skip_whitespace() != b'"' {
            return self.fail(Expected::Name);
        }
        let name = self.string()?;
        if self.skip_whitespace() != b':' {
            return self.fail(Expected::Colon);
        }
        self.at += 1;
        Ok(Some(name))
    }

    /// Whether an item follows. The first call stands at the opening bracket, every other behind an item.
    pub fn next_item(&mut self, is_first: bool) -> Result<bool, Abort> {
        self.goes_on(is_first, b']', Expected::CommaOrBracket)
    }

    /// Passes the opening bracket or a comma, and says whether something follows; if not, the closing bracket too.
    fn goes_on(&mut self, is_first: bool, closing: u8, expected: Expected) -> Result<bool, Abort> {
        if is_first {
            self.at += 1;
            return Ok(!self.eat(closing));
        }
        match self.skip_whitespace() {
            b',' => self.at += 1,
            byte if byte == closing => {
                self.at += 1;
                return Ok(false);
            }
            _ => return self.fail(expected),
        }
        Ok(true)
    }

    /// Passes the number or literal that starts here with this byte.
    pub fn number_or_literal(&mut self, first: u8) -> Result<(), Abort> {
        match first {
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.literal("true"),
            b'f' => self.literal("false"),
            _ => self.literal("null"),
        }
    }
}
