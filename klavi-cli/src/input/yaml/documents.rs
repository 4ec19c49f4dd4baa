//! The documents of a YAML stream, one after the other.

use crate::input::item::{Batch, Content, Item};
use crate::input::split::Cursor;
use crate::input::yaml::source_map::{Sheet, Yaml};
use crate::model::document::DocumentFile;
use crate::model::json_parts::{parts, trim};
use crate::model::unchecked::UncheckedReason;
use klavi_core::Position;
use std::ops::Range;
use std::sync::Arc;

/// Converts each document only when it is asked for, so that what aliases blow up is in memory but once.
pub struct YamlDocuments {
    file: Arc<DocumentFile>,
    bytes: Vec<u8>,
    ranges: std::vec::IntoIter<Range<usize>>,
    /// Where the text behind the last document starts.
    cursor: (usize, Cursor),
    each: bool,
    max_bytes: usize,
    copied: usize,
    index: u64,
    is_blank: bool,
}

impl YamlDocuments {
    pub fn new(file: Arc<DocumentFile>, bytes: Vec<u8>, each: bool, max_bytes: usize) -> Self {
        let ranges = split(&bytes);
        // The mark has no column.
        let mark = if bytes.starts_with(MARK) { MARK.len() } else { 0 };
        let start = Cursor(Position { offset: mark as u64, ..Cursor::default().0 });
        let is_blank = ranges.is_empty();
        Self {
            file,
            bytes,
            ranges: ranges.into_iter(),
            cursor: (mark, start),
            each,
            max_bytes,
            copied: 0,
            index: 0,
            is_blank,
        }
    }

    fn item(&mut self, start: Position, content: Content) -> Item {
        let index = self.index;
        self.index += 1;
        Item { file: Arc::clone(&self.file), index, element: None, start, content }
    }

    /// The document, or each of its elements.
    fn items(&mut self, yaml: &Yaml) -> Vec<Item> {
        let whole = Content::Yaml(0..yaml.json.len());
        if !self.each || !yaml.faults.is_empty() {
            return vec![self.item(yaml.start, whole)];
        }
        if yaml.json.first() != Some(&b'[') {
            return vec![self.item(yaml.start, Content::Unchecked(UncheckedReason::NoArray))];
        }
        let sheet = Sheet::new(yaml);
        let elements = parts(&yaml.json, 0).map(|part| trim(&yaml.json, part.value));
        let items: Vec<_> = elements
            .zip(0..)
            .map(|(range, number)| {
                let start = sheet.part(range.clone()).start;
                Item { element: Some(number), ..self.item(start, Content::Yaml(range)) }
            })
            .collect();
        if items.is_empty() {
            vec![self.item(yaml.start, Content::Unchecked(UncheckedReason::NoElements))]
        } else {
            items
        }
    }
}

impl Iterator for YamlDocuments {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        if std::mem::take(&mut self.is_blank) {
            let start = self.cursor.1.0;
            return Some(Batch {
                items: vec![self.item(start, Content::Unchecked(UncheckedReason::Blank))],
                ..Batch::default()
            });
        }
        let range = self.ranges.next()?;
        let (at, cursor) = self.cursor;
        self.cursor = (range.start, cursor.after(&self.bytes[at..range.start]));
        let start = self.cursor.1.0;
        match crate::input::yaml::convert::convert(self.bytes[range].to_vec(), start, self.max_bytes, &mut self.copied)
        {
            Ok(yaml) => Some(Batch { items: self.items(&yaml), yaml: Some(yaml), ..Batch::default() }),
            Err(why) => Some(Batch { items: vec![self.item(start, Content::Unchecked(why))], ..Batch::default() }),
        }
    }
}

/// The byte order mark, which YAML allows.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Cuts a stream at its markers, `---` and `...` at the start of a line, which no content of a document can hold. A
/// document without content is passed over, as a blank line is in JSON Lines.
fn split(stream: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = Open::default();
    let mut at = if stream.starts_with(MARK) { MARK.len() } else { 0 };
    while at < stream.len() {
        let rest = &stream[at..];
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let length = (end + if rest[end..].starts_with(b"\r\n") { 2 } else { 1 }).min(rest.len());
        let (line, next) = (&rest[..length], at + length);
        if let Some(rest) = after_marker(line, b"---") {
            let directives = open.start.filter(|_| !open.is_explicit && !open.has_content);
            if directives.is_none() {
                found.extend(open.range(at));
            }
            open = Open { start: directives.or(Some(at)), is_explicit: true, has_content: is_content(rest) };
        } else if after_marker(line, b"...").is_some() {
            found.extend(open.range(next));
            open = Open::default();
        } else if is_content(line) {
            open.has_content |= open.is_explicit || open.has_content || line[0] != b'%';
            open.start.get_or_insert(at);
        }
        at = next;
    }
    found.extend(open.range(at));
    found
}

/// The document that is being read.
#[derive(Default)]
struct Open {
    start: Option<usize>,
    /// It has its `---`.
    is_explicit: bool,
    has_content: bool,
}

impl Open {
    /// The document, if it is one. Directives that no document follows are left for the parser to complain of.
    fn range(&self, end: usize) -> Option<Range<usize>> {
        self.start.filter(|_| self.has_content || !self.is_explicit).map(|start| start..end)
    }
}

fn after_marker<'a>(line: &'a [u8], marker: &[u8]) -> Option<&'a [u8]> {
    line.strip_prefix(marker).filter(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
}

/// Whether a line has something beside blanks and a comment. A comment that is no text is something: it must not be passed
/// over.
fn is_content(line: &[u8]) -> bool {
    line.trim_ascii().first().is_some_and(|first| *first != b'#') || std::str::from_utf8(line).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_separate_documents() {
        for (stream, documents) in [
            ("a: 1\n", &["a: 1\n"][..]),
            ("\u{feff}# c\n\na: 1\n---\nb: 2", &["a: 1\n", "---\nb: 2"]),
            ("---\r\na: 1\r\n...\r\n# c\r\nb: 2\r\n", &["---\r\na: 1\r\n...\r\n", "b: 2\r\n"]),
            ("a\r---\rb\r", &["a\r", "---\rb\r"]),
            ("--- a\n--- # none\n---\tb\n", &["--- a\n", "---\tb\n"]),
            ("%YAML 1.2\n# c\n---\na: 1\n---\n", &["%YAML 1.2\n# c\n---\na: 1\n"]),
            ("a: 1\n...\n%YAML 1.2\n---\nb\n", &["a: 1\n...\n", "%YAML 1.2\n---\nb\n"]),
            ("a:\n%b\n", &["a:\n%b\n"]),
            ("%YAML 1.2\n", &["%YAML 1.2\n"]),
            ("a: |\n  ---\n ...\n---b\n--- \n", &["a: |\n  ---\n ...\n---b\n"]),
            (" \n# only\n---\n...\n", &[]),
            ("", &[]),
        ] {
            let found: Vec<_> = split(stream.as_bytes()).into_iter().map(|range| &stream[range]).collect();
            assert_eq!(found, documents, "{stream:?}");
        }
    }
}
