//! The grammar of JSON value by value: whatever reads a document goes through it, by a schema or without one.
//!
//! An object or array is read in a loop:
//!
//! ```text
//! let mut follows = reader.first_member();
//! while follows {
//!     let name = reader.name()?;
//!     // the value
//!     follows = reader.next_member()?;
//! }
//! ```

use crate::expected::Expected;
use crate::reader::{Abort, Reader, StringToken};

impl Reader<'_> {
    /// Passes the opening brace that stands here, and tells whether a member follows; if not, the closing one too.
    #[inline]
    pub fn first_member(&mut self) -> bool {
        self.at += 1;
        !self.eat(b'}')
    }

    /// Passes the comma behind a member, and tells whether there is one; if not, the closing brace.
    #[inline]
    pub fn next_member(&mut self) -> Result<bool, Abort> {
        self.comma_or(b'}', Expected::CommaOrBrace)
    }

    /// Passes the name of a member, after whitespace, and its colon.
    pub fn name(&mut self) -> Result<StringToken, Abort> {
        if self.skip_whitespace() != b'"' {
            return self.fail(Expected::Name);
        }
        let name = self.string()?;
        self.colon()?;
        Ok(name)
    }

    /// Passes the colon behind a name.
    #[inline]
    pub fn colon(&mut self) -> Result<(), Abort> {
        if self.skip_whitespace() != b':' {
            return self.fail(Expected::Colon);
        }
        self.at += 1;
        Ok(())
    }

    /// Passes the opening bracket that stands here, and tells whether an item follows; if not, the closing one too.
    #[inline]
    pub fn first_item(&mut self) -> bool {
        self.at += 1;
        !self.eat(b']')
    }

    /// Passes the comma behind an item, and tells whether there is one; if not, the closing bracket.
    #[inline]
    pub fn next_item(&mut self) -> Result<bool, Abort> {
        self.comma_or(b']', Expected::CommaOrBracket)
    }

    #[inline]
    fn comma_or(&mut self, closing: u8, expected: Expected) -> Result<bool, Abort> {
        let byte = self.skip_whitespace();
        if byte != b',' && byte != closing {
            return self.fail(expected);
        }
        self.at += 1;
        Ok(byte == b',')
    }

    /// Passes the number or literal that starts here with this byte.
    #[inline]
    pub fn number_or_literal(&mut self, first: u8) -> Result<(), Abort> {
        match first {
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.literal("true"),
            b'f' => self.literal("false"),
            _ => self.literal("null"),
        }
    }
    /// Passes the value behind white space, at most so many levels deep, without a look at what it says.
    pub fn pass(&mut self, levels: u32) -> Result<(), Abort> {
        match self.skip_whitespace() {
            b'"' => self.string().map(drop),
            b'{' | b'[' if levels == 0 => Err(Abort),
            b'{' => {
                let mut follows = self.first_member();
                while follows {
                    self.name()?;
                    self.pass(levels - 1)?;
                    follows = self.next_member()?;
                }
                Ok(())
            }
            b'[' => {
                let mut follows = self.first_item();
                while follows {
                    self.pass(levels - 1)?;
                    follows = self.next_item()?;
                }
                Ok(())
            }
            first => self.number_or_literal(first),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_passed_as_deep_as_is_asked() {
        for (document, levels) in
            [("1", 0), ("\"a\"", 0), ("[]", 1), ("{}", 1), ("[1, {}, []]", 2), (r#"{"a": [[1], []], "b": {}}"#, 3)]
        {
            for asked in 0..5 {
                let mut reader = Reader::new(document.as_bytes());
                assert_eq!(reader.pass(asked).is_ok(), asked >= levels, "{document} {asked}");
            }
        }
    }
}
