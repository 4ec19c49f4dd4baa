//! The byte reader: JSON tokens as offsets, checked against RFC 8259 while they are passed over.

use crate::Code;
use crate::expected::Expected;
use crate::finding::Span;
use crate::scan::{self, Window};
use core::ops::Range;
use std::borrow::Cow;

/// The run ends here: the text is malformed, a limit is passed, or the sink has seen enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Abort;

/// Why the text cannot be read further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub code: Code,
    pub at: usize,
    pub expected: Option<Expected>,
}

/// A string token, without its quotes. It has two fields so that results of it travel in registers; through memory, they
/// cost a third of the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StringToken {
    /// The end above the start.
    bounds: u64,
    form: StringForm,
}

/// How a string token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StringForm {
    Plain,
    Escaped,
    /// Escaped, and an escape names half of a surrogate pair.
    LoneSurrogate,
}

impl StringToken {
    #[inline]
    pub fn new(start: usize, end: usize, form: StringForm) -> Self {
        Self { bounds: u64::from(narrow(end)) << 32 | u64::from(narrow(start)), form }
    }

    /// The span of the token with its quotes.
    pub fn span(self) -> Span {
        let Range { start, end } = self.range();
        span(start - 1, end + 1)
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "each half has 32 bits")]
    pub fn range(self) -> Range<usize> {
        (self.bounds & u64::from(u32::MAX)) as usize..(self.bounds >> 32) as usize
    }

    #[inline]
    pub fn is_escaped(self) -> bool {
        self.form != StringForm::Plain
    }

    #[inline]
    pub fn has_lone_surrogate(self) -> bool {
        self.form == StringForm::LoneSurrogate
    }
}

/// A span from offsets; documents are shorter than 4 GiB.
pub(crate) fn span(start: usize, end: usize) -> Span {
    Span { start: narrow(start), end: narrow(end) }
}

/// An offset or count as it is kept.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "documents are shorter than 4 GiB, see `run`")]
pub(crate) const fn narrow(number: usize) -> u32 {
    number as u32
}

/// The code unit of the escape of `\u` and four digits at this offset, if there is one.
pub(crate) fn code_unit(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |unit, &digit| Some(unit << 4 | char::from(digit).to_digit(16)?))
}

/// A position in UTF-8 text.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'a> {
    text: &'a str,
    pub at: usize,
    /// What follows is not UTF-8.
    cut: bool,
    pub error: Option<SyntaxError>,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte; what follows the first byte that is not UTF-8 is not read.
    pub fn new(bytes: &'a [u8]) -> Self {
        match simdutf8::basic::from_utf8(bytes) {
            Ok(text) => Self::of(text),
            Err(_) => Self { cut: true, ..Self::of(bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid())) },
        }
    }

    /// The same in what is known to be UTF-8.
    pub fn of(text: &'a str) -> Self {
        Self { text, at: 0, cut: false, error: None }
    }

    #[inline]
    pub fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    /// The next byte; 0 at the end, which no token starts with.
    #[inline]
    pub fn peek(&self) -> u8 {
        self.bytes().get(self.at).copied().unwrap_or(0)
    }

    pub fn at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Whether bytes follow that are not UTF-8.
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// The bytes of a token without its quotes, escapes untouched.
    #[inline]
    pub fn raw_bytes(&self, text: StringToken) -> &'a [u8] {
        self.bytes().get(text.range()).unwrap_or_default()
    }

    /// The unquoted text of a token, escapes untouched.
    #[inline]
    pub fn raw(&self, text: StringToken) -> &'a str {
        self.text.get(text.range()).unwrap_or_default()
    }

    /// Passes whitespace and gives the byte after it.
    #[inline]
    pub fn skip_whitespace(&mut self) -> u8 {
        let byte = self.peek();
        if byte > b' ' { byte } else { self.skip_more_whitespace(byte) }
    }

    fn skip_more_whitespace(&mut self, mut byte: u8) -> u8 {
        while matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
            byte = self.peek();
        }
        byte
    }

    /// Passes this byte if it is the next one after whitespace, and tells whether it was.
    pub fn eat(&mut self, byte: u8) -> bool {
        let found = self.skip_whitespace() == byte;
        self.at += usize::from(found);
        found
    }

    /// Remembers the error and stops.
    #[cold]
    pub fn fail<T>(&mut self, expected: Expected) -> Result<T, Abort> {
        let code = if self.at_end() && self.cut { Code::InvalidUtf8 } else { Code::InvalidJson };
        self.fail_as(code, Some(expected))
    }

    #[cold]
    pub fn fail_as<T>(&mut self, code: Code, expected: Option<Expected>) -> Result<T, Abort> {
        self.error = Some(SyntaxError { code, at: self.at, expected });
        Err(Abort)
    }

    /// The bytes from this offset on.
    #[inline]
    pub fn window(&self, at: usize) -> Window {
        Window::new(self.bytes(), at)
    }

    /// Passes the string token that starts here with its quote.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "half of all tokens are strings; a call for each shows in the benches")]
    pub fn string(&mut self) -> Result<StringToken, Abort> {
        let start = self.at + 1;
        let end = scan::plain(self.bytes(), start);
        if self.bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(StringToken::new(start, end, StringForm::Plain));
        }
        self.escaped_string(start, end)
    }

    #[cold]
    fn escaped_string(&mut self, start: usize, mut end: usize) -> Result<StringToken, Abort> {
        let mut form = StringForm::Escaped;
        loop {
            self.at = end;
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    return Ok(StringToken::new(start, end, form));
                }
                b'\\' if self.escape()?.is_none() => form = StringForm::LoneSurrogate,
                b'\\' => {}
                _ if self.at_end() => return self.fail(Expected::Quote),
                _ => return self.fail(Expected::ControlEscape),
            }
            end = scan::plain(self.bytes(), self.at);
        }
    }

    /// Passes the escape that starts here with its backslash; `None` for half of a surrogate pair.
    pub fn escape(&mut self) -> Result<Option<char>, Abort> {
        let letter = self.bytes().get(self.at + 1).copied().unwrap_or(0);
        let plain = match letter {
            b'"' | b'\\' | b'/' => letter,
            b'b' => 0x08,
            b'f' => 0x0c,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => return self.unicode_escape(),
            _ => return self.fail(Expected::Escape),
        };
        self.at += 2;
        Ok(Some(plain as char))
    }

    fn unicode_escape(&mut self) -> Result<Option<char>, Abort> {
        let Some(first) = code_unit(self.bytes(), self.at) else {
            return self.fail(Expected::Hexadecimal);
        };
        self.at += 6;
        if !(0xd800..0xdc00).contains(&first) {
            return Ok(char::from_u32(first));
        }
        match code_unit(self.bytes(), self.at) {
            Some(second) if (0xdc00..0xe000).contains(&second) => {
                self.at += 6;
                Ok(char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)))
            }
            _ => Ok(None),
        }
    }

    /// Passes the number that starts here.
    #[inline]
    pub fn number(&mut self) -> Result<(), Abort> {
        if self.peek() == b'-' {
            self.at += 1;
        }
        if self.peek() == b'0' {
            self.at += 1;
        } else {
            self.digits(Expected::Digit)?;
        }
        if self.peek() == b'.' {
            self.at += 1;
            self.digits(Expected::FractionDigit)?;
        }
        if self.peek() | 0x20 == b'e' {
            self.at += 1;
            if matches!(self.peek(), b'+' | b'-') {
                self.at += 1;
            }
            self.digits(Expected::ExponentDigit)?;
        }
        Ok(())
    }

    #[inline]
    fn digits(&mut self, expected: Expected) -> Result<(), Abort> {
        let start = self.at;
        loop {
            let count = self.window(self.at).digits();
            self.at += count;
            if count < Window::LEN {
                break;
            }
        }
        if self.at == start { self.fail(expected) } else { Ok(()) }
    }

    /// Passes one of the literals `true`, `false` and `null`.
    #[inline]
    pub fn literal(&mut self, name: &'static str) -> Result<(), Abort> {
        if self.bytes().get(self.at..).is_some_and(|rest| rest.starts_with(name.as_bytes())) {
            self.at += name.len();
            Ok(())
        } else {
            self.fail(Expected::Value)
        }
    }

    /// The span from an offset up to here.
    #[inline]
    pub fn since(&self, start: usize) -> Span {
        span(start, self.at)
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &'a str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The characters of a token with its escapes undone; half of a surrogate pair becomes U+FFFD.
    pub fn chars(&self, text: StringToken) -> Chars<'a> {
        let mut reader = self.clone();
        let Range { start, end } = text.range();
        reader.at = start;
        Chars { reader, end }
    }

    /// The text of a token with its escapes undone.
    pub fn unescaped(&self, text: StringToken) -> Cow<'a, str> {
        if text.is_escaped() { Cow::Owned(self.chars(text).collect()) } else { Cow::Borrowed(self.raw(text)) }
    }

    /// Whether the token says this.
    #[inline]
    pub fn says(&self, text: StringToken, what: &str) -> bool {
        if text.is_escaped() {
            return self.chars(text).eq(what.chars());
        }
        self.raw_bytes(text) == what.as_bytes()
    }
}

/// The characters of a string token, escapes undone.
#[derive(Debug, Clone)]
pub(crate) struct Chars<'a> {
    reader: Reader<'a>,
    end: usize,
}

impl Iterator for Chars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if self.reader.at >= self.end {
            return None;
        }
        if self.reader.peek() == b'\\' {
            return Some(self.reader.escape().ok().flatten().unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let character = self.reader.text.get(self.reader.at..self.end)?.chars().next()?;
        self.reader.at += character.len_utf8();
        Some(character)
    }
}
