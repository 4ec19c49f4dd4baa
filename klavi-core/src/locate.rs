//! From offsets to what people read: JSON Pointers, lines and columns.

use crate::finding::Target;
use crate::machine::DEEPEST;
use crate::reader::{Reader, Stop, Text};

/// The JSON Pointers (RFC 6901) of these targets, in their order.
///
/// The document may be malformed: a target behind the place where reading ends gets the pointer of the innermost value
/// that is open there. With `mask`, member names that do not look like identifiers are masked like values.
#[must_use]
pub fn pointers(document: &[u8], targets: &[Target], mask: bool) -> Vec<String> {
    let mut order: Vec<usize> = (0..targets.len()).collect();
    order.sort_by_key(|&index| offset(targets[index]));
    let mut walk = Walk {
        reader: Reader::new(document),
        mask,
        path: String::new(),
        depth: 0,
        waiting: order,
        next: 0,
        targets,
        pointers: vec![String::new(); targets.len()],
    };
    let _ = walk.value();
    walk.settle_all();
    walk.pointers
}

fn offset(target: Target) -> usize {
    match target {
        Target::Value(at) | Target::Member(at) | Target::Missing(at, _) | Target::Text(at) => at as usize,
    }
}

/// How many characters of a masked name are shown. A name may be as long as the document, and all findings inside repeat it.
const MASKED: usize = 40;

struct Walk<'a> {
    reader: Reader<'a>,
    mask: bool,
    path: String,
    depth: u32,
    waiting: Vec<usize>,
    next: usize,
    targets: &'a [Target],
    pointers: Vec<String>,
}

impl Walk<'_> {
    /// Gives the targets that start before this offset the current path.
    fn settle(&mut self, before: usize) {
        while let Some(&index) = self.waiting.get(self.next) {
            let target = self.targets[index];
            if offset(target) >= before {
                break;
            }
            self.pointers[index].clone_from(&self.path);
            if let Target::Missing(_, name) = target {
                push_name(&mut self.pointers[index], name);
            }
            self.next += 1;
        }
    }

    fn settle_all(&mut self) {
        self.settle(usize::MAX);
    }

    fn value(&mut self) -> Result<(), Stop> {
        if self.reader.bytes().starts_with("\u{feff}".as_bytes()) && self.reader.at == 0 {
            self.reader.at = 3;
        }
        let first = self.reader.white_space();
        self.settle(self.reader.at + 1);
        if self.next == self.waiting.len() {
            return Err(Stop);
        }
        match first {
            b'{' => self.members()?,
            b'[' => self.items()?,
            b'"' => drop(self.reader.string()?),
            b'-' | b'0'..=b'9' => self.reader.number()?,
            b't' => self.reader.word("true")?,
            b'f' => self.reader.word("false")?,
            _ => self.reader.word("null")?,
        }
        self.settle(self.reader.at);
        Ok(())
    }

    fn members(&mut self) -> Result<(), Stop> {
        self.enter()?;
        let len = self.path.len();
        while self.reader.white_space() == b'"' {
            self.settle(self.reader.at);
            let key = self.reader.string()?;
            self.push_key(key);
            if !self.reader.passes(b':') {
                return Err(Stop);
            }
            self.value()?;
            self.leave_member(len);
        }
        self.close(b'}')
    }

    fn items(&mut self) -> Result<(), Stop> {
        self.enter()?;
        let len = self.path.len();
        let mut index = 0usize;
        while !matches!(self.reader.white_space(), b']' | 0) {
            self.path.push('/');
            self.path.push_str(&index.to_string());
            self.value()?;
            self.leave_member(len);
            index += 1;
        }
        self.close(b']')
    }

    fn enter(&mut self) -> Result<(), Stop> {
        self.reader.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST { Err(Stop) } else { Ok(()) }
    }

    fn leave_member(&mut self, len: usize) {
        self.path.truncate(len);
        self.reader.passes(b',');
    }

    fn close(&mut self, bracket: u8) -> Result<(), Stop> {
        self.depth -= 1;
        if self.reader.passes(bracket) { Ok(()) } else { Err(Stop) }
    }

    fn push_key(&mut self, key: Text) {
        let name: String = self.reader.chars(key).collect();
        if self.mask && !looks_like_identifier(&name) {
            let (start, cut) = match name.char_indices().nth(MASKED) {
                Some((end, _)) => (&name[..end], "\u{2026}"),
                None => (&*name, ""),
            };
            push_name(&mut self.path, &(mask_shape(start) + cut));
        } else {
            push_name(&mut self.path, &name);
        }
    }
}

fn push_name(path: &mut String, name: &str) {
    path.push('/');
    for character in name.chars() {
        match character {
            '~' => path.push_str("~0"),
            '/' => path.push_str("~1"),
            other => path.push(other),
        }
    }
}

/// Whether a member name may be shown: it reads like a field, not like somebody's data.
///
/// ```
/// use klavi_core::looks_like_identifier;
///
/// assert!(looks_like_identifier("clientRequestId"));
/// assert!(!looks_like_identifier("76109277673"));
/// assert!(!looks_like_identifier("fulano@example.com"));
/// ```
#[must_use]
pub fn looks_like_identifier(name: &str) -> bool {
    name.len() <= 40
        && name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_' || first == '$')
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '$'))
        && name.chars().filter(char::is_ascii_digit).count() < 4
}

/// The shape of a text: `#` for a digit, `A` for a letter, punctuation as it is.
///
/// ```
/// assert_eq!(klavi_core::mask_shape("+55 (11) é1"), "+## (##) A#");
/// ```
#[must_use]
pub fn mask_shape(text: &str) -> String {
    let shape = |character: char| match character {
        _ if character.is_numeric() => '#',
        _ if character.is_alphabetic() => 'A',
        _ if character.is_ascii() => character,
        _ => '\u{2022}',
    };
    text.chars().map(shape).collect()
}

/// A place in a text, for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in Unicode characters, from 1.
    pub column: u32,
    /// The offset in bytes, from 0.
    pub offset: u64,
}

/// The starts of all lines of a text.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a [u8],
    starts: Vec<usize>,
    /// How many characters start before each block: a document may be one line, and have findings all over it.
    characters: Vec<usize>,
}

/// The bytes of a block.
const BLOCK: usize = 4096;

fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text, which need not be UTF-8. Lines end with LF.
    #[must_use]
    pub fn new(text: &'a [u8]) -> Self {
        let after_breaks = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let blocks = text.chunks(BLOCK).scan(0, |before, block| {
            let after = *before + characters(block);
            Some(core::mem::replace(before, after))
        });
        Self { text, starts: core::iter::once(0).chain(after_breaks).collect(), characters: blocks.collect() }
    }

    /// The line and column of an offset.
    ///
    /// ```
    /// use klavi_core::Lines;
    ///
    /// let lines = Lines::new("{\n \"ação\": 1}".as_bytes());
    /// let position = lines.position(12);
    /// assert_eq!((position.line, position.column), (2, 9));
    /// ```
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|&start| start <= offset);
        let column = self.characters_before(offset) - self.characters_before(self.starts[line - 1]) + 1;
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Position { line: narrow(line), column: narrow(column), offset: offset as u64 }
    }

    fn characters_before(&self, offset: usize) -> usize {
        let block = (offset / BLOCK).min(self.characters.len().saturating_sub(1));
        self.characters.get(block).map_or(0, |before| before + characters(&self.text[block * BLOCK..offset]))
    }

    /// The bytes of a line without its end; lines count from 1.
    #[must_use]
    pub fn line(&self, number: u32) -> &'a [u8] {
        let index = number as usize;
        let Some(&start) = index.checked_sub(1).and_then(|index| self.starts.get(index)) else { return &[] };
        let end = self.starts.get(index).map_or(self.text.len(), |next| next - 1);
        let line = &self.text[start..end];
        line.strip_suffix(b"\r").unwrap_or(line)
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(document: &str, targets: &[Target]) -> Vec<String> {
        pointers(document.as_bytes(), targets, false)
    }

    #[test]
    fn values_members_and_missing_members() {
        let document = r#"{"a": [1, {"b/c": true}], "d~": {}, "x y": 2}"#;
        let at = |what: &str| u32::try_from(document.find(what).unwrap()).unwrap();
        let targets = [
            Target::Missing(at("{}"), "e"),
            Target::Value(at("1")),
            Target::Value(at("true")),
            Target::Member(at("\"d~\"")),
            Target::Value(0),
            Target::Member(at("\"b/c\"")),
            Target::Value(at("2}")),
        ];
        assert_eq!(all(document, &targets), ["/d~0/e", "/a/0", "/a/1/b~1c", "/d~0", "", "/a/1/b~1c", "/x y"]);
    }

    #[test]
    fn a_malformed_document_gives_the_innermost_open_value() {
        let document = r#"{"a": {"b": [1, nul]}}"#;
        assert_eq!(all(document, &[Target::Text(16)]), ["/a/b/1"]);
        assert_eq!(all("", &[Target::Text(0)]), [""]);
        assert_eq!(all("[1] x", &[Target::Text(4)]), [""]);
    }

    #[test]
    fn long_masked_names_are_cut() {
        let document = format!("{{\"{}\": 1}}", "é1".repeat(500));
        let at = Target::Value(u32::try_from(document.find(" 1}").unwrap() + 1).unwrap());
        assert_eq!(pointers(document.as_bytes(), &[at], true), [format!("/{}…", "A#".repeat(20))]);
        assert_eq!(pointers(document.as_bytes(), &[at], false), [format!("/{}", "é1".repeat(500))]);
    }

    #[test]
    fn columns_far_into_a_line() {
        let text = format!("é\n{}\n{}x", "aé".repeat(5000), "😀".repeat(3000));
        let lines = Lines::new(text.as_bytes());
        for (offset, character) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..offset];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            let position = lines.position(offset);
            assert_eq!((position.line as usize, position.column as usize), (line, column), "{character} at {offset}");
        }
        assert_eq!(Lines::new(b"").position(7), Position { line: 1, column: 1, offset: 0 });
        let block = "a".repeat(BLOCK);
        assert_eq!(Lines::new(block.as_bytes()).position(BLOCK).column as usize, BLOCK + 1);
    }

    #[test]
    fn deep_documents_do_not_overflow_the_stack() {
        let document = "[".repeat(100_000);
        assert_eq!(all(&document, &[Target::Text(70)]), ["/0".repeat(70)]);
    }
}
