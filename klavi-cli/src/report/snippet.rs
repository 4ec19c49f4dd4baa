//! The lines around a finding, masked, with markers under the values.

use crate::model::choices::ValueDisplay;
use crate::model::source_map::Excerpt;
use klavi_core::{HIDDEN, Mask, REDACTED, is_printable, shape_of};
use memchr::{memchr, memrchr};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// The longest piece of a line that is shown, in bytes.
const WINDOW: usize = 120;
/// How much of a longer line is shown before the marker.
const LEAD: usize = 40;
/// How far around its first mark a row can reach: so much, and what is left of a character.
const AROUND: usize = WINDOW + 4;
/// How far a line is searched for its ends.
const REACH: usize = 4 * WINDOW;

/// What rows can show of a text for marks that start at these bytes, in order.
pub fn places(starts: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = starts.collect();
    starts.sort_unstable();
    let mut places: Vec<Range<usize>> = Vec::new();
    for start in starts {
        let place = start.saturating_sub(AROUND)..start + AROUND;
        match places.last_mut() {
            Some(last) if last.end >= place.start => last.end = place.end,
            _ => places.push(place),
        }
    }
    places
}

/// A text and how its tokens may be shown.
pub struct Masked<'a> {
    pub shown: &'a Excerpt<'a>,
    pub values: ValueDisplay,
}

/// A value to point at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The line of the file.
    pub line: u32,
    /// The bytes of the text.
    pub range: Range<usize>,
    pub is_first: bool,
    pub label: &'static str,
}

/// A line as it is shown, and the markers below it: offset, width, mark.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub line: u32,
    pub text: String,
    pub marks: Vec<(usize, usize, Mark)>,
}

impl Masked<'_> {
    /// The rows that show these marks, by position.
    pub fn rows(&self, marks: &[Mark]) -> Vec<Row> {
        let mut groups: Vec<Vec<&Mark>> = Vec::new();
        for mark in marks {
            match groups.iter_mut().find(|group| self.is_near(group[0], mark)) {
                Some(group) => group.push(mark),
                None => groups.push(vec![mark]),
            }
        }
        groups.sort_by_key(|group| (group[0].line, group[0].range.start));
        groups.iter().map(|group| self.row(group)).collect()
    }

    /// Whether two marks share a row. Lines of a text that is embedded in another file may share one there.
    fn is_near(&self, one: &Mark, other: &Mark) -> bool {
        let (start, end) = (one.range.start.min(other.range.start), one.range.start.max(other.range.start));
        one.line == other.line && end - start < WINDOW - LEAD && memchr(b'\n', &self.shown.text[start..end]).is_none()
    }

    fn row(&self, marks: &[&Mark]) -> Row {
        let first = marks.iter().map(|mark| mark.range.start).min().unwrap_or(0);
        let (window, cut) = self.window(first);
        let mut line = Line::default();
        if cut.0 {
            line.push_cut(window.start);
        }
        self.fill(&window, &mut line);
        if cut.1 {
            line.push_cut(window.end);
        }
        let place = |mark: &Mark| {
            let start = line.column_of(mark.range.start, &window);
            let end = line.column(mark.range.end.min(window.end));
            (start, end.saturating_sub(start).max(1), mark.clone())
        };
        Row { line: marks[0].line, marks: marks.iter().map(|mark| place(mark)).collect(), text: line.text.clone() }
    }

    /// The part of the line around this offset that is shown, and whether it is cut before and behind.
    fn window(&self, at: usize) -> (Range<usize>, (bool, bool)) {
        let from = at.saturating_sub(REACH);
        let to = (at + REACH).min(self.shown.text.len());
        let start = memrchr(b'\n', &self.shown.text[from..at]).map_or(from, |offset| from + offset + 1);
        let end = memchr(b'\n', &self.shown.text[at..to]).map_or(to, |offset| at + offset);
        let end = if self.shown.text[start..end].ends_with(b"\r") { end - 1 } else { end };
        if end - start <= WINDOW {
            return (start..end, (start == from && from > 0, end == to && to < self.shown.text.len()));
        }
        let low = self.boundary(start.max(at.saturating_sub(LEAD)));
        let high = self.boundary(end.min(low + WINDOW));
        (low..high, (low > start || start == from && from > 0, high < end))
    }

    /// The start of the character that this byte belongs to.
    fn boundary(&self, mut at: usize) -> usize {
        while at > 0 && self.shown.text.get(at).is_some_and(|byte| byte & 0xc0 == 0x80) {
            at -= 1;
        }
        at
    }

    fn fill(&self, window: &Range<usize>, line: &mut Line) {
        let mut next = self.shown.masks.partition_point(|(span, _)| span.end as usize <= window.start);
        let mut at = window.start;
        while at < window.end {
            while self.shown.masks.get(next).is_some_and(|(span, _)| span.end as usize <= at) {
                next += 1;
            }
            let token = self.shown.masks.get(next).filter(|(span, _)| span.start as usize <= at);
            at = match token.map(|(span, mask)| (span.end as usize, self.mask(*mask))) {
                Some((end, Mask::Name)) => self.replace(at, end, HIDDEN, line),
                Some((end, Mask::Secret)) => self.replace(at, end, REDACTED, line),
                Some((end, Mask::Unread)) => self.cut(at, end.min(window.end), line),
                Some((_, mask)) => self.letter(at, mask == Mask::Plain, line),
                None => self.between(at, line),
            };
        }
    }

    /// The mask of a token under the chosen way to show values.
    fn mask(&self, mask: Mask) -> Mask {
        match mask {
            Mask::Shape | Mask::Name if self.values == ValueDisplay::Full => Mask::Plain,
            mask => mask,
        }
    }

    /// Shows something else in the place of a whole token.
    fn replace(&self, at: usize, end: usize, by: &str, line: &mut Line) -> usize {
        let width = by.chars().count();
        if self.shown.text.get(at) == Some(&b'"') {
            line.push(at, &format!("\"{by}\""), width + 2);
        } else {
            line.push(at, by, width);
        }
        end
    }

    /// Shows the mark at which reading ended, and nothing behind it: not even what is a text is known there.
    fn cut(&self, at: usize, end: usize, line: &mut Line) -> usize {
        let byte = self.shown.text[at];
        let is_start = self.shown.masks.last().is_some_and(|(span, _)| span.start as usize == at);
        if is_start && byte.is_ascii_punctuation() {
            line.push_letter(at, char::from(byte));
            line.push_cut(at + 1);
        } else {
            line.push_cut(at);
        }
        end
    }

    /// Shows what stands between tokens: punctuation and words.
    fn between(&self, at: usize, line: &mut Line) -> usize {
        let rest = &self.shown.text[at..];
        let word = ["true", "false", "null"].into_iter().find(|word| rest.starts_with(word.as_bytes()));
        match word {
            Some(word) if self.values == ValueDisplay::Full => {
                line.push(at, word, word.len());
                at + word.len()
            }
            _ => self.letter(at, false, line),
        }
    }

    fn letter(&self, at: usize, is_plain: bool, line: &mut Line) -> usize {
        let (letter, length) = decode(&self.shown.text[at..]);
        match letter {
            '\t' => line.push(at, "    ", 4),
            letter if is_plain => line.push_letter(at, visible(letter)),
            letter => line.push_letter(at, visible(shape_of(letter))),
        }
        at + length
    }
}

/// The first character; what is not UTF-8 becomes U+FFFD, byte by byte.
fn decode(bytes: &[u8]) -> (char, usize) {
    let head = &bytes[..bytes.len().min(4)];
    if let Some(letter) = head.first().filter(|byte| byte.is_ascii()) {
        return (char::from(*letter), 1);
    }
    let valid = match core::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) => core::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default(),
    };
    valid.chars().next().map_or((char::REPLACEMENT_CHARACTER, 1), |letter| (letter, letter.len_utf8()))
}

/// The character, or a dot for one that could move the cursor or turn the direction of the line.
fn visible(letter: char) -> char {
    if is_printable(letter) { letter } else { '\u{2022}' }
}

/// A line that grows, with the column of every piece.
#[derive(Debug, Default)]
struct Line {
    text: String,
    width: usize,
    columns: Vec<(usize, usize)>,
}

impl Line {
    fn push(&mut self, at: usize, piece: &str, width: usize) {
        self.columns.push((at, self.width));
        self.text.push_str(piece);
        self.width += width;
    }

    fn push_letter(&mut self, at: usize, letter: char) {
        self.push(at, letter.encode_utf8(&mut [0; 4]), letter.width().unwrap_or(0));
    }

    fn push_cut(&mut self, at: usize) {
        if !self.text.ends_with('…') {
            self.push(at, "…", 1);
        }
    }

    /// The column of the piece that shows this offset; the end of the line for what stands behind the window.
    fn column_of(&self, at: usize, window: &Range<usize>) -> usize {
        let index = self.columns.partition_point(|(offset, _)| *offset <= at);
        match index.checked_sub(1).and_then(|index| self.columns.get(index)) {
            Some((_, column)) if at < window.end => *column,
            _ => self.column(at),
        }
    }

    /// The column of the piece that starts at or next after this offset.
    fn column(&self, at: usize) -> usize {
        let index = self.columns.partition_point(|(offset, _)| *offset < at);
        self.columns.get(index).map_or(self.width, |(_, column)| *column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use klavi_core::Exhibit;
    use klavi_core::program::Program;

    fn row(text: &str, value: &str, values: ValueDisplay) -> (String, String) {
        let shown = Excerpt {
            text: text.as_bytes(),
            masks: klavi_core::masks(&Exhibit::whole(&Program::ANYTHING, text.as_bytes())),
        };
        let masked = Masked { shown: &shown, values };
        let start = text.find(value).unwrap();
        let mark = Mark { line: 1, range: start..start + value.len(), is_first: true, label: "" };
        let row = masked.rows(&[mark]).remove(0);
        let (start, width, _) = row.marks[0];
        (row.text, " ".repeat(start) + &"^".repeat(width))
    }

    #[test]
    fn values_are_masked_and_markers_stay_below_them() {
        let text = "{\"name\": \"João 1\", \"secretKey\": \"s3cret\",\t\"b\": \"漢字\", \"ok\": true, \"x\": 12.5}";
        let masked =
            "{\"name\": \"AAAA #\", \"secretKey\": \"[redacted]\",    \"b\": \"AA\", \"ok\": AAAA, \"x\": ##.#}";
        let (line, marker) = row(text, "12.5", ValueDisplay::Masked);
        assert_eq!(line, masked);
        assert_eq!(line[marker.len() - 4..].chars().take(4).collect::<String>(), "##.#");
        let (line, marker) = row(text, "\"漢字\"", ValueDisplay::Full);
        assert_eq!(line, text.replace("s3cret", "[redacted]").replace('\t', "    "));
        assert_eq!(marker.trim_start(), "^^^^^^");
    }

    #[test]
    fn long_lines_are_cut_around_the_marker() {
        let text = format!("{{\"a\": \"{}\", \"b\": 7, \"c\": \"{}\"}}", "é".repeat(5000), "y".repeat(5000));
        let (line, marker) = row(&text, "7", ValueDisplay::Masked);
        assert!(line.starts_with('…') && line.ends_with('…') && line.chars().count() <= WINDOW + 2, "{line}");
        assert_eq!(line.chars().nth(marker.len() - 1), Some('#'));
    }

    #[test]
    fn the_masks_of_its_places_are_all_that_a_row_shows() {
        let long = format!("{{\"name\": \"João\", \"secretKey\": \"{}\", \"ok\": true}}", "é1 ".repeat(70));
        let text = format!("{long}\n[{long}, {long},\t{long}, {{\"n\": 12.5, \"漢\": \"{}\", oops", "漢".repeat(50));
        let part = Exhibit::whole(&Program::ANYTHING, text.as_bytes());
        let text = text.as_bytes();
        let whole = Excerpt { text, masks: klavi_core::masks(&part) };
        for start in 0..text.len() {
            let mark = Mark { line: 1, range: start..start + 1, is_first: true, label: "" };
            let near = Excerpt { text, masks: klavi_core::masks_near(&part, &places([start].into_iter())) };
            for values in [ValueDisplay::Masked, ValueDisplay::Full] {
                let rows = |shown: &Excerpt<'_>| Masked { shown, values }.rows(std::slice::from_ref(&mark));
                assert_eq!(rows(&near), rows(&whole), "{start}");
            }
        }
    }

    #[test]
    fn what_cannot_be_read_is_masked_and_harmless() {
        let text = "{\"a\": 1, secret \u{1b}[31m\u{202e}abc";
        for values in [ValueDisplay::Masked, ValueDisplay::Full] {
            let number = if values == ValueDisplay::Full { "1" } else { "#" };
            let (line, marker) = row(text, "secret", values);
            assert_eq!((line, marker.len()), (format!("{{\"a\": {number}, …"), 10));
        }
        // The mark at which reading ended helps, and says no more than the message does.
        for (text, shown) in [
            ("{\"a\": 'secret'}", "{\"a\": '…"),
            ("[1] secret", "[#] …"),
            ("{\"secretKey\": \"hun\\qter", "{\"secretKey\": \"…"),
            ("[\"a\", \"secret", "[\"A\", \"…"),
        ] {
            assert_eq!(row(text, &text[text.len() - 1..], ValueDisplay::Masked).0, shown);
        }
        let shown = Excerpt { text: b"{\"a\": \xff\xfe", masks: Vec::new() };
        let masked = Masked { shown: &shown, values: ValueDisplay::Masked };
        let mark = Mark { line: 1, range: 6..7, is_first: true, label: "" };
        assert_eq!(masked.rows(&[mark])[0].text, "{\"A\": ••");
    }
}
