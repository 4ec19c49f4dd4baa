//! The text that a batch adds to one report.

use std::io::{self, Write};
use std::mem::take;

/// How much of it waits in memory for its turn.
const AHEAD: usize = 1 << 20;

type HandOn<'a> = Box<dyn Fn(&[u8]) + 'a>;

/// A text that is kept until it is its turn to be written. Where it grows long it is handed on in pieces, so that no number of
/// findings fills the memory. Writing to it never fails: a report that cannot be written remembers that by itself.
pub struct ReportBuffer<'a> {
    text: Vec<u8>,
    /// What stands before the next document, if it says anything.
    separator: &'static str,
    hand_on: HandOn<'a>,
}

impl<'a> ReportBuffer<'a> {
    /// A text whose pieces go there, in their order, when they cannot wait.
    pub fn new(hand_on: impl Fn(&[u8]) + 'a) -> Self {
        Self { text: Vec::new(), separator: "", hand_on: Box::new(hand_on) }
    }

    /// Starts a document, which this stands before.
    pub fn start(&mut self, separator: &'static str) {
        self.separator = separator;
    }

    /// What has not been handed on.
    pub fn rest(self) -> Vec<u8> {
        self.text
    }
}

impl Write for ReportBuffer<'_> {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        if !text.is_empty() {
            self.text.extend_from_slice(take(&mut self.separator).as_bytes());
            self.text.extend_from_slice(text);
            if self.text.len() >= AHEAD {
                (self.hand_on)(&self.text);
                self.text.clear();
            }
        }
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn a_long_text_comes_in_pieces_and_a_short_one_waits() {
        let pieces = RefCell::new(Vec::new());
        let mut buffer = ReportBuffer::new(|piece: &[u8]| pieces.borrow_mut().push(piece.to_vec()));
        for document in ["one", "", "two"] {
            buffer.start(",");
            buffer.write_all(document.as_bytes()).unwrap();
        }
        assert!(pieces.borrow().is_empty());
        buffer.write_all(&vec![b'x'; AHEAD]).unwrap();
        buffer.write_all(b"end").unwrap();
        assert_eq!(buffer.rest(), b"end");
        let pieces = pieces.into_inner();
        assert_eq!((pieces.len(), &pieces[0][..9]), (1, &b",one,twox"[..]));
    }
}
