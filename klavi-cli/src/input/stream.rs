//! A stream of documents, read block by block: never more than a block and one document in memory.

use crate::input::item::{Batch, Content, Item};
use crate::input::open::{BLOCK, Stream};
use crate::input::split::{Cursor, Cut, Splitter};
use crate::model::document::DocumentFile;
use crate::model::unchecked::UncheckedReason;
use klavi_core::Details;
use std::io::Read;
use std::ops::Range;
use std::sync::Arc;

/// The most documents of a batch, so that what a worker keeps until its turn is little, however small they are.
const ITEMS: usize = 256;

/// How much of a document that is over the limit is passed over to find the next one.
const ENDLESS: usize = 64 << 20;

/// An input of many documents.
#[expect(clippy::struct_excessive_bools, reason = "how far the stream is")]
pub struct StreamDocuments {
    file: Arc<DocumentFile>,
    stream: Stream,
    splitter: Box<dyn Splitter>,
    max_bytes: usize,
    /// What was read and not cut yet.
    text: Vec<u8>,
    /// How much of it the splitter has seen.
    seen: usize,
    cursor: Cursor,
    index: u64,
    /// The document is over the limit: its text is passed over.
    skips: bool,
    has_skipped: bool,
    /// How much of the document was passed over.
    skipped: usize,
    is_last: bool,
    is_done: bool,
}

impl StreamDocuments {
    pub fn new(
        file: Arc<DocumentFile>,
        stream: Stream,
        splitter: Box<dyn Splitter>,
        head: Vec<u8>,
        max_bytes: usize,
    ) -> Self {
        Self {
            file,
            stream,
            splitter,
            max_bytes,
            text: head,
            seen: 0,
            cursor: Cursor::default(),
            index: 0,
            skips: false,
            has_skipped: false,
            skipped: 0,
            is_last: false,
            is_done: false,
        }
    }

    /// Reads one more block. A stream that breaks ends with an item that says so.
    fn read(&mut self) -> Option<Item> {
        let before = self.text.len();
        self.text.resize(before + BLOCK, 0);
        let count = loop {
            match self.stream.read(&mut self.text[before..]) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                count => break count,
            }
        };
        self.text.truncate(before + *count.as_ref().unwrap_or(&0));
        match count {
            Ok(count) => {
                self.is_last = count == 0;
                None
            }
            Err(error) => {
                self.is_done = true;
                Some(self.new_item(self.cursor, Content::Unchecked(UncheckedReason::from(&error))))
            }
        }
    }

    /// Cuts what can be cut and says how much of the text that is.
    fn cut(&mut self, items: &mut Vec<Item>) -> usize {
        let mut used = 0;
        while !self.is_done && items.len() < ITEMS {
            match self.splitter.cut(&self.text[used..], self.seen, self.is_last) {
                Cut::More => {
                    self.seen = self.text.len() - used;
                    if self.skips || self.seen > self.max_bytes {
                        return self.pass_over(used, items);
                    }
                    return used;
                }
                Cut::Skip(next) => {
                    self.advance(&mut used, next);
                    if used == self.text.len() && !self.is_last {
                        return used;
                    }
                }
                Cut::Document(range, next) => {
                    if !std::mem::take(&mut self.skips) {
                        self.item(used, range, items);
                    }
                    self.advance(&mut used, next);
                    self.index += 1;
                }
                Cut::Fault(code, expected, at) => {
                    let details = expected.map_or(Details::None, Details::Expected);
                    let place = self.cursor.after(&self.text[used..used + at]);
                    items.push(self.new_item(place, Content::Fault { code, details, pointer: String::new() }));
                    self.is_done = true;
                }
                Cut::End(why) => {
                    self.is_done = true;
                    // A document that was passed over is not nothing.
                    let why = why.filter(|why| !(self.has_skipped && why.is_empty()));
                    items.extend(why.map(|why| self.new_item(self.cursor, Content::Unchecked(why))));
                }
            }
        }
        used
    }

    fn advance(&mut self, used: &mut usize, next: usize) {
        self.cursor = self.cursor.after(&self.text[*used..*used + next]);
        *used += next;
        self.seen = 0;
    }

    fn item(&self, used: usize, range: Range<usize>, items: &mut Vec<Item>) {
        let place = self.cursor.after(&self.text[used..used + range.start]);
        items.push(self.new_item(place, Content::Text(used + range.start..used + range.end)));
    }

    fn new_item(&self, place: Cursor, content: Content) -> Item {
        let (file, element) = (Arc::clone(&self.file), self.splitter.is_array().then_some(self.index));
        Item { file, index: self.index, element, start: place.0, content }
    }

    /// Gives up the document that is read: it is told once, and its text is forgotten as it comes.
    fn pass_over(&mut self, used: usize, items: &mut Vec<Item>) -> usize {
        if !std::mem::replace(&mut self.skips, true) {
            self.skipped = 0;
            items.push(self.new_item(self.cursor, Content::Unchecked(UncheckedReason::TooLarge(self.max_bytes))));
            self.has_skipped = true;
            self.is_done = self.splitter.is_single();
        }
        let rest = self.text.len() - used;
        self.skipped = self.skipped.saturating_add(rest);
        // What goes on like this has no end.
        self.is_done |= self.skipped > ENDLESS.max(self.max_bytes);
        self.cursor = self.cursor.after(&self.text[used..]);
        self.seen = 0;
        used + rest
    }
}

impl Iterator for StreamDocuments {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        while !self.is_done {
            let mut items = Vec::new();
            let used = self.cut(&mut items);
            if !items.is_empty() {
                let rest = self.text[used..].to_vec();
                return Some(Batch { bytes: std::mem::replace(&mut self.text, rest), items, ..Batch::default() });
            }
            self.text.drain(..used);
            if !self.is_done
                && let Some(broken) = self.read()
            {
                return Some(Batch { items: vec![broken], ..Batch::default() });
            }
        }
        None
    }
}
