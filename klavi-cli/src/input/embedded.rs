//! A document that is the text of a JSON string of another file, and where each of its characters stands there.

use crate::model::source_map::{Excerpt, Part, SourceMap};
use klavi_core::{Code, Lines, Position, masks_near};
use klavi_validate::Span;
use std::ops::Range;

/// The text of a JSON string, with the way back to the file.
///
/// A text that is written out keeps its positions: every escape starts a new run, and inside a run both sides move on
/// alike. Runs are short, so that a place is found without counting the characters of a whole body. Half of a surrogate
/// pair is no character; its bytes are those that would encode it if UTF-8 could, so that the text is not valid. A text in base64 has no characters in the file; all its positions are those of the whole string.
#[derive(Debug)]
pub struct Embedded {
    pub text: Vec<u8>,
    /// The string with its quotes.
    token: Span,
    /// Sorted on both sides; empty for base64.
    runs: Vec<Run>,
}

/// What stands for half of a surrogate pair: no UTF-8, and as long as the U+FFFD of readers that let it pass.
const HALF: &[u8; 3] = b"\xed\xa0\x80";

/// A run that is this long ends.
const LONGEST: usize = 1024;

/// From here on, up to the next run, offset by offset and character by character alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    inside: usize,
    at: Position,
}

impl Embedded {
    /// The text of the well-formed string that is these bytes of the file.
    pub fn plain(file: &[u8], lines: &Lines<'_>, token: klavi_core::Span, value: &str) -> Self {
        let span = locate(lines, token);
        let end = token.end as usize - 1;
        let (mut at, mut inside) = (token.start as usize + 1, 0);
        let mut next = Position { column: span.start.column + 1, offset: span.start.offset + 1, ..span.start };
        let mut runs = vec![Run { inside, at: next }];
        let mut text = value.as_bytes().to_vec();
        while at < end {
            let (written, meant) = match (file[at], value[inside..].chars().next()) {
                (b'\\', Some(letter)) => (escape(file, at, letter), letter.len_utf8()),
                (_, letter) => (letter.map_or(1, char::len_utf8), letter.map_or(1, char::len_utf8)),
            };
            let is_escape = file[at] == b'\\';
            let len = runs.last().map_or(0, |run| inside - run.inside);
            if len >= LONGEST || is_escape && len > 0 {
                runs.push(Run { inside, at: next });
            }
            if is_escape && is_half(&file[at..at + written], &value[inside..inside + meant]) {
                text[inside..inside + meant].copy_from_slice(HALF);
            }
            let columns = if is_escape { u32::try_from(written).unwrap_or(1) } else { 1 };
            next.column += columns;
            next.offset += written as u64;
            at += written;
            inside += meant;
            if is_escape {
                runs.push(Run { inside, at: next });
            }
        }
        Self { text, token: span, runs }
    }

    /// What the string that is these bytes of the file has in base64; `None` if it is none.
    pub fn base64(lines: &Lines<'_>, token: klavi_core::Span, value: &str) -> Option<Self> {
        Some(Self { text: decode(value)?, token: locate(lines, token), runs: Vec::new() })
    }

    /// The whole text.
    pub fn part(&self) -> Part<'_> {
        let start = self.runs.first().map_or(self.token.start, |run| run.at);
        Part { text: &self.text, start, from: 0, map: self }
    }

    fn position(&self, offset: usize) -> Position {
        let index = self.runs.partition_point(|run| run.inside <= offset).saturating_sub(1);
        let Some(run) = self.runs.get(index) else { return self.token.start };
        let between = self.text.get(run.inside..offset).unwrap_or_default();
        let chars = between.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        Position {
            column: run.at.column + u32::try_from(chars).unwrap_or(u32::MAX),
            offset: run.at.offset + between.len() as u64,
            ..run.at
        }
    }

    /// What a finding about the text is when it is told of the file, which is UTF-8.
    pub fn code(&self, code: Code) -> Code {
        match code {
            Code::InvalidUtf8 if self.is_written_out() => Code::LoneSurrogate,
            code => code,
        }
    }

    /// Whether the file has the characters of the text.
    fn is_written_out(&self) -> bool {
        !self.runs.is_empty()
    }
}

impl SourceMap for Embedded {
    fn span(&self, part: &Part<'_>, span: Span) -> Span {
        if !self.is_written_out() {
            return self.token;
        }
        let Range { start, end } = part.range_in_map(span);
        Span { start: self.position(start), end: self.position(end) }
    }

    fn excerpt<'a>(
        &'a self,
        part: &Part<'a>,
        exhibit: &klavi_core::Exhibit<'_>,
        places: &[Range<usize>],
    ) -> Option<Excerpt<'a>> {
        self.is_written_out().then(|| Excerpt { text: part.text, masks: masks_near(exhibit, places) })
    }

    fn is_writable(&self, _part: &Part<'_>, _span: Span) -> bool {
        self.is_written_out()
    }

    /// Inside the string, quotes and backslashes are escaped once more.
    fn written(&self, text: &str) -> String {
        let quoted = serde_json::Value::from(text).to_string();
        quoted[1..quoted.len() - 1].to_owned()
    }
}

fn locate(lines: &Lines<'_>, token: klavi_core::Span) -> Span {
    let at = |offset: u32| lines.position(offset as usize);
    Span { start: at(token.start), end: at(token.end) }
}

/// Whether an escape that is read as these characters names half of a surrogate pair.
fn is_half(escape: &[u8], read: &str) -> bool {
    read == "\u{fffd}" && !escape.eq_ignore_ascii_case(b"\\ufffd")
}

/// How many bytes the escape of this character has.
fn escape(file: &[u8], at: usize, letter: char) -> usize {
    match file.get(at + 1) {
        Some(b'u') if letter as u32 > 0xffff => 12,
        Some(b'u') => 6,
        _ => 2,
    }
}

/// Base64 of RFC 4648, with or without padding; white space is passed over.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let text: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let digits = text.strip_suffix(b"==").or_else(|| text.strip_suffix(b"=")).unwrap_or(&text);
    let mut bytes = Vec::with_capacity(digits.len() / 4 * 3 + 2);
    for group in digits.chunks(4) {
        let sextets = group.iter().map(|digit| sextet(*digit)).collect::<Option<Vec<_>>>()?;
        let bits = sextets.iter().fold(0, |bits, sextet| bits << 6 | sextet) << (6 * (4 - sextets.len()));
        let [_, whole @ ..] = u32::to_be_bytes(bits);
        bytes.extend_from_slice(whole.get(..sextets.len() - 1).filter(|whole| !whole.is_empty())?);
    }
    Some(bytes)
}

fn sextet(digit: u8) -> Option<u32> {
    Some(u32::from(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use klavi_core::Tree;

    fn embedded(file: &str) -> Embedded {
        let tree = Tree::parse(file.as_bytes()).unwrap();
        let text = &tree.items()[0];
        Embedded::plain(file.as_bytes(), &Lines::new(file.as_bytes()), text.span, text.as_str().unwrap())
    }

    fn span(embedded: &Embedded, range: Range<usize>) -> Span {
        let at = |offset: usize| Position { line: 1, column: 1, offset: offset as u64 };
        embedded.part().span(Span { start: at(range.start), end: at(range.end) })
    }

    #[test]
    fn every_character_finds_its_place() {
        let file = "\n[\"a\\\"é\\u00e9\\ud83d\\ude00\\n\\\\x😀\"]";
        let embedded = embedded(file);
        let text = String::from_utf8(embedded.text.clone()).unwrap();
        assert_eq!(text, "a\"éé😀\n\\x😀");
        let written = ["a", "\\\"", "é", "\\u00e9", "\\ud83d\\ude00", "\\n", "\\\\", "x", "😀"];
        for ((offset, letter), written) in text.char_indices().zip(written) {
            let span = span(&embedded, offset..offset + letter.len_utf8());
            let at = |place: Position| usize::try_from(place.offset).unwrap();
            let (start, end) = (at(span.start), at(span.end));
            assert_eq!(&file[start..end], written);
            assert_eq!(span.start.line, 2);
            assert_eq!(span.start.column as usize, file[1..start].chars().count() + 1);
        }
    }

    #[test]
    fn places_in_a_long_body_are_near_the_start_of_a_run() {
        let body = "aé😀".repeat(10_000);
        let embedded = embedded(&format!("[\"{body}\"]"));
        let ends = embedded.runs.iter().skip(1).map(|run| run.inside).chain([body.len()]);
        assert!(embedded.runs.iter().zip(ends).all(|(run, end)| end - run.inside < LONGEST + 4));
        for (number, (offset, letter)) in body.char_indices().enumerate() {
            let Span { start, end } = span(&embedded, offset..offset + letter.len_utf8());
            assert_eq!((start.offset, start.column as usize), (offset as u64 + 2, number + 3));
            assert_eq!((end.offset - start.offset, end.column - start.column), (letter.len_utf8() as u64, 1));
        }
    }

    #[test]
    fn base64_has_the_place_of_its_string() {
        let file = br#"["eyJhIjoxfQ=="]"#;
        let tree = Tree::parse(file).unwrap();
        let token = tree.items()[0].span;
        let embedded = Embedded::base64(&Lines::new(file), token, tree.items()[0].as_str().unwrap()).unwrap();
        assert_eq!(embedded.text, br#"{"a":1}"#);
        let span = span(&embedded, 1..3);
        assert_eq!((span.start.offset, span.end.offset), (1, 15));
        for (text, bytes) in
            [("", Some(&b""[..])), ("YQ", Some(b"a")), ("YWI=", Some(b"ab")), ("YWJj\r\nZA==", Some(b"abcd"))]
        {
            assert_eq!(decode(text).as_deref(), bytes, "{text}");
        }
        for text in ["Y", "Y*==", "YWJjZ"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
