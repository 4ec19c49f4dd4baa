//! Cuts a stream into documents while it is read: lines, or the elements of one array.

use crate::model::json_parts::{Nesting, is_blank};
use crate::model::position::START;
use crate::model::unchecked::UncheckedReason;
use klavi_core::{Code, Expected, Position};
use memchr::{memchr, memchr_iter, memrchr};
use std::ops::Range;

/// What stands at the front of the text that was not cut yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cut {
    /// Nothing that is known yet: more text is needed.
    More,
    /// Nothing of interest up to this offset.
    Skip(usize),
    /// A document, and the offset at which the next cut starts.
    Document(Range<usize>, usize),
    /// Text between the documents that does not belong there: what is wrong, what was expected, where.
    Fault(Code, Option<Expected>, usize),
    /// Why there is no document here; nothing more is cut.
    End(Option<UncheckedReason>),
}

/// A way to cut.
pub trait Splitter: Send {
    /// Looks at `text`, of which the first `seen` bytes are known from the last call that wanted more.
    fn cut(&mut self, text: &[u8], seen: usize, is_last: bool) -> Cut;
    /// Whether documents are elements of an array.
    fn is_array(&self) -> bool {
        false
    }
    /// Whether there is one document, so that nothing behind it matters.
    fn is_single(&self) -> bool {
        false
    }
}

/// One document.
#[derive(Debug, Default)]
pub struct WholeSplitter {
    is_done: bool,
}

impl Splitter for WholeSplitter {
    fn cut(&mut self, text: &[u8], _seen: usize, is_last: bool) -> Cut {
        match (is_last, std::mem::replace(&mut self.is_done, is_last)) {
            (false, _) => Cut::More,
            (true, false) => Cut::Document(0..text.len(), text.len()),
            (true, true) => Cut::End(None),
        }
    }

    fn is_single(&self) -> bool {
        true
    }
}

/// One document a line; blank lines are passed over.
#[derive(Debug, Default)]
pub struct LineSplitter {
    found: bool,
}

impl Splitter for LineSplitter {
    fn cut(&mut self, text: &[u8], seen: usize, is_last: bool) -> Cut {
        let (end, next) = match memchr(b'\n', &text[seen..]) {
            Some(offset) => (seen + offset, seen + offset + 1),
            None if !is_last => return Cut::More,
            None if text.is_empty() => return Cut::End((!self.found).then_some(UncheckedReason::Blank)),
            None => (text.len(), text.len()),
        };
        // Most lines start with their document: looking at the first byte settles it.
        if text[..end].iter().all(|byte| is_blank(*byte)) {
            return Cut::Skip(next);
        }
        self.found = true;
        Cut::Document(0..end, next)
    }
}

/// One document per element of an array.
#[derive(Debug, Default)]
pub struct ElementSplitter {
    state: State,
    nesting: Nesting,
    found: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Start,
    Before,
    Inside,
    Unclosed,
    After,
    Done,
}

impl Splitter for ElementSplitter {
    fn cut(&mut self, text: &[u8], seen: usize, is_last: bool) -> Cut {
        match self.state {
            State::Start => self.start(text, is_last),
            State::Before => self.before(text, is_last),
            State::Inside => self.inside(text, seen, is_last),
            State::Unclosed => self.fault(Code::InvalidJson, Some(Expected::CommaOrBracket), text.len()),
            State::After => match first(text) {
                Some((at, _)) => self.fault(Code::TrailingText, Some(Expected::End), at),
                None if is_last => Cut::End((!self.found).then_some(UncheckedReason::NoElements)),
                None => Cut::Skip(text.len()),
            },
            State::Done => Cut::End(None),
        }
    }

    fn is_array(&self) -> bool {
        true
    }
}

impl ElementSplitter {
    fn fault(&mut self, code: Code, expected: Option<Expected>, at: usize) -> Cut {
        self.state = State::Done;
        Cut::Fault(code, expected, at)
    }

    fn start(&mut self, text: &[u8], is_last: bool) -> Cut {
        if text.len() < 3 && !is_last {
            return Cut::More;
        }
        if text.starts_with("\u{feff}".as_bytes()) {
            return self.fault(Code::ByteOrderMark, None, 0);
        }
        self.state = State::Before;
        self.before(text, is_last)
    }

    fn before(&mut self, text: &[u8], is_last: bool) -> Cut {
        match first(text) {
            Some((at, b'[')) => {
                self.state = State::Inside;
                Cut::Skip(at + 1)
            }
            Some((_, b'{' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n')) => {
                Cut::End(Some(UncheckedReason::NoArray))
            }
            Some((at, _)) => self.fault(Code::InvalidJson, Some(Expected::Value), at),
            None if is_last => Cut::End(Some(UncheckedReason::Blank)),
            None => Cut::Skip(text.len()),
        }
    }

    fn inside(&mut self, text: &[u8], seen: usize, is_last: bool) -> Cut {
        for (at, &byte) in text.iter().enumerate().skip(seen) {
            if self.nesting.is_outside() && matches!(byte, b',' | b']') {
                let is_blank = first(&text[..at]).is_none();
                if byte == b']' {
                    self.state = State::After;
                    if is_blank && !self.found {
                        return Cut::Skip(at + 1);
                    }
                }
                return self.document(text, at, at + 1);
            }
            self.nesting.pass(byte);
        }
        if !is_last {
            return Cut::More;
        }
        // What is cut inside an element is told there.
        self.state = if self.nesting.is_outside() { State::Unclosed } else { State::Done };
        match first(text) {
            Some(_) => self.document(text, text.len(), text.len()),
            None => self.fault(Code::InvalidJson, Some(Expected::CommaOrBracket), text.len()),
        }
    }

    fn document(&mut self, text: &[u8], end: usize, next: usize) -> Cut {
        self.found = true;
        self.nesting = Nesting::default();
        let start = first(&text[..end]).map_or(end, |(at, _)| at);
        Cut::Document(start..end, next)
    }
}

/// The first byte that is not white space.
fn first(text: &[u8]) -> Option<(usize, u8)> {
    text.iter().copied().enumerate().find(|(_, byte)| !is_blank(*byte))
}

/// A place in the stream that moves on with the text.
#[derive(Debug, Clone, Copy)]
pub struct Cursor(pub Position);

impl Default for Cursor {
    fn default() -> Self {
        Self(START)
    }
}

impl Cursor {
    /// The place after this text.
    pub fn after(self, text: &[u8]) -> Self {
        let Position { line, column, offset } = self.0;
        let chars = |text: &[u8]| {
            let count = text.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        let offset = offset + text.len() as u64;
        Self(match memrchr(b'\n', text) {
            None => Position { line, column: column.saturating_add(chars(text)), offset },
            Some(last) => {
                let breaks = u32::try_from(memchr_iter(b'\n', &text[..=last]).count()).unwrap_or(u32::MAX);
                Position { line: line.saturating_add(breaks), column: 1 + chars(&text[last + 1..]), offset }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts a text that arrives in pieces of this many bytes.
    fn cuts(mut splitter: impl Splitter, text: &str, piece: usize) -> Vec<String> {
        let (bytes, mut from, mut to, mut seen, mut found) = (text.as_bytes(), 0, 0, 0, Vec::new());
        loop {
            match splitter.cut(&bytes[from..to], seen, to == bytes.len()) {
                Cut::More => {
                    seen = to - from;
                    to = (to + piece).min(bytes.len());
                    continue;
                }
                Cut::Skip(next) => {
                    from += next;
                    if next == 0 || from == to && to < bytes.len() {
                        to = (to + piece).min(bytes.len());
                    }
                }
                Cut::Document(range, next) => {
                    found.push(text[from + range.start..from + range.end].to_owned());
                    from += next;
                }
                Cut::Fault(code, _, at) => {
                    found.push(format!("{code}@{}", from + at));
                    from = to;
                }
                Cut::End(why) => {
                    found.extend(why.map(|why| why.reason().to_owned()));
                    return found;
                }
            }
            seen = 0;
        }
    }

    #[test]
    fn lines() {
        for piece in 1..8 {
            let of = |text| cuts(LineSplitter::default(), text, piece);
            assert_eq!(of("{}\n\n [1]\r\n3"), ["{}", " [1]\r", "3"]);
            assert_eq!(of(" \n\r\n"), ["empty"]);
            assert_eq!(of(""), ["empty"]);
        }
    }

    #[test]
    fn elements() {
        for piece in 1..8 {
            let of = |text| cuts(ElementSplitter::default(), text, piece);
            assert_eq!(of(r#" [ {"a": "],["} , [1,2],3 ] "#), [r#"{"a": "],["} "#, "[1,2]", "3 "]);
            assert_eq!(of("[ ]"), ["empty"]);
            assert_eq!(of(" "), ["empty"]);
            assert_eq!(of("[1,]"), ["1", ""]);
            assert_eq!(of("[,1]"), ["", "1"]);
            assert_eq!(of("[1] 2"), ["1", "trailing-text@4"]);
            assert_eq!(of("[1, {}"), ["1", "{}", "invalid-json@6"]);
            assert_eq!(of("[1, {"), ["1", "{"]);
            assert_eq!(of("["), ["invalid-json@1"]);
            assert_eq!(of("{\"a\": []}"), ["part-missing"]);
            assert_eq!(of("x"), ["invalid-json@0"]);
            assert_eq!(of("\u{feff}[1]"), ["byte-order-mark@0"]);
        }
    }

    #[test]
    fn cursors_count_lines_characters_and_bytes() {
        let at = |text: &str| Cursor::default().after(text.as_bytes()).0;
        assert_eq!(at("a\né\u{301}x"), Position { line: 2, column: 4, offset: 7 });
        assert_eq!(at("éx"), Position { line: 1, column: 3, offset: 3 });
    }
}
