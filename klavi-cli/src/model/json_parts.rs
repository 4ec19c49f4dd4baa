//! Finds the parts of a JSON text without judging it: elements, members, the value of a pointer.
//!
//! The validators judge every part afterwards; on malformed text the parts found here are only approximate.

use std::borrow::Cow;
use std::ops::Range;

/// How deep inside brackets and texts a place is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Nesting {
    depth: u32,
    in_text: bool,
    escaped: bool,
}

impl Nesting {
    /// Passes one byte.
    pub fn pass(&mut self, byte: u8) {
        if self.in_text {
            self.in_text = self.escaped || byte != b'"';
            self.escaped = !self.escaped && byte == b'\\';
            return;
        }
        match byte {
            b'"' => self.in_text = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    /// Whether the place is outside all brackets and texts.
    pub fn is_outside(self) -> bool {
        self.depth == 0 && !self.in_text
    }
}

/// One member of an object or element of an array.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonPart {
    /// The member's name as it is written, with its quotes.
    pub key: Option<Range<usize>>,
    /// The value without white space around it.
    pub value: Range<usize>,
}

/// The parts of the object or array that starts at this offset.
pub fn parts(text: &[u8], start: usize) -> JsonParts<'_> {
    JsonParts { text, at: start + 1 }
}

/// See [`parts`].
pub struct JsonParts<'a> {
    text: &'a [u8],
    at: usize,
}

impl Iterator for JsonParts<'_> {
    type Item = JsonPart;

    fn next(&mut self) -> Option<JsonPart> {
        let (start, mut nesting, mut colon) = (self.at, Nesting::default(), None);
        let mut end = self.text.len();
        self.at = end;
        for (offset, &byte) in self.text.get(start..)?.iter().enumerate() {
            if nesting.is_outside() {
                match byte {
                    b',' | b'}' | b']' => {
                        end = start + offset;
                        // Nothing follows the closing bracket.
                        self.at = if byte == b',' { end + 1 } else { self.text.len() + 1 };
                        break;
                    }
                    b':' if colon.is_none() => colon = Some(start + offset),
                    _ => {}
                }
            }
            nesting.pass(byte);
        }
        let key = colon.map(|colon| trim(self.text, start..colon));
        let value = trim(self.text, colon.map_or(start, |colon| colon + 1)..end);
        if value.is_empty() && key.is_none() { None } else { Some(JsonPart { key, value }) }
    }
}

/// The range without white space at its ends.
pub fn trim(text: &[u8], range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let lead = inner.iter().take_while(|byte| is_blank(**byte)).count();
    let tail = inner[lead..].iter().rev().take_while(|byte| is_blank(**byte)).count();
    range.start + lead..range.end - tail
}

/// Whether the byte is white space of JSON.
pub const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// The text of a member's name, escapes undone.
pub fn name<'a>(text: &'a [u8], key: &Range<usize>) -> Cow<'a, str> {
    let token = &text[key.clone()];
    let plain = token.strip_prefix(b"\"").and_then(|token| token.strip_suffix(b"\""));
    match plain.map(core::str::from_utf8) {
        Some(Ok(plain)) if !plain.contains('\\') => Cow::Borrowed(plain),
        _ => Cow::Owned(serde_json::from_slice(token).unwrap_or_default()),
    }
}

/// The value that a JSON Pointer names.
pub fn locate(text: &[u8], pointer: &str) -> Option<Range<usize>> {
    let mut range = trim(text, 0..text.len());
    for segment in pointer.split('/').skip(1) {
        let segment = segment.replace("~1", "/").replace("~0", "~");
        range = match text.get(range.start)? {
            b'{' => {
                parts(text, range.start)
                    .find(|part| part.key.as_ref().is_some_and(|key| name(text, key) == segment))?
                    .value
            }
            b'[' if segment == "0" || !segment.starts_with('0') => {
                parts(text, range.start).nth(segment.parse().ok()?)?.value
            }
            _ => return None,
        };
    }
    Some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, pointer: &str) -> Option<String> {
        locate(text.as_bytes(), pointer).map(|range| text[range].to_owned())
    }

    #[test]
    fn pointers_find_their_values() {
        let text = r#" {"a": [1, {"b/c": " ] , "}, [ ]], "\u0064": null, "e~": {} } "#;
        for (pointer, value) in [
            ("", text.trim()),
            ("/a/0", "1"),
            ("/a/1", r#"{"b/c": " ] , "}"#),
            ("/a/1/b~1c", r#"" ] , ""#),
            ("/a/2", "[ ]"),
            ("/d", "null"),
            ("/e~0", "{}"),
        ] {
            assert_eq!(at(text, pointer).as_deref(), Some(value), "{pointer}");
        }
        for pointer in ["/a/3", "/a/00", "/a/-", "/x", "/d/x", "/a/2/0"] {
            assert_eq!(at(text, pointer), None, "{pointer}");
        }
    }

    #[test]
    fn cut_text_has_approximate_parts_and_no_panic() {
        for end in 0..24 {
            let text = &br#"[{"a": "\"]"}, [1, 2], 3"#[..end];
            assert!(parts(text, 0).count() <= 3);
            let _ = locate(text, "/1/1");
        }
    }
}
