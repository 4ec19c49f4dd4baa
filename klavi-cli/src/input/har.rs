//! Recorded traffic: the bodies of Klavi calls in a HAR file, each with the contract that its URL decides.

use crate::contract::routes::{Message, Route, route};
use crate::input::embedded::Embedded;
use crate::input::item::Body;
use crate::input::item::{Content, Item};
use crate::model::document::{Choice, ChosenBy, File};
use crate::model::json_parts::is_blank;
use crate::model::unchecked::{Skip, Why};
use klavi_core::{Code, DEEPEST, Details, Lines, Tree};
use std::sync::Arc;

/// The documents of a HAR file, in the order of its calls, and what is skipped.
pub fn items(file: &Arc<File>, bytes: &[u8], hosts: &[String]) -> Vec<Item> {
    let mut har = Har { file, bytes, hosts, lines: Lines::new(bytes), items: Vec::new(), index: 0 };
    har.read();
    har.items
}

struct Har<'a> {
    file: &'a Arc<File>,
    bytes: &'a [u8],
    hosts: &'a [String],
    lines: Lines<'a>,
    items: Vec<Item>,
    index: u64,
}

impl Har<'_> {
    fn read(&mut self) {
        if self.bytes.iter().all(|byte| is_blank(*byte)) {
            return self.push(0, Content::Unchecked(Why::Blank));
        }
        // Exporters may write a byte order mark; blanks keep the offsets.
        let mut text = std::borrow::Cow::Borrowed(self.bytes);
        if text.starts_with("\u{feff}".as_bytes()) {
            text.to_mut()[..3].fill(b' ');
        }
        let tree = match Tree::parse(&text) {
            Ok(tree) => tree,
            Err(error) if error.code == Code::TooDeep => {
                return self.push(0, Content::Unchecked(Why::TooDeep(DEEPEST)));
            }
            Err(error) => {
                let details = if error.expected.is_empty() { Details::None } else { Details::Expected(error.expected) };
                return self.push(error.at, Content::Fault(error.code, details));
            }
        };
        let Some(entries) = tree.pointer("/log/entries") else {
            return self.push(0, Content::Unchecked(Why::NoEntries));
        };
        for (number, entry) in entries.items().iter().enumerate() {
            self.entry(number, entry);
        }
        if self.index == 0 {
            self.push(0, Content::Unchecked(Why::NoCalls));
        }
    }

    fn entry(&mut self, number: usize, entry: &Tree) {
        let text = |pointer: &str| entry.pointer(pointer).and_then(Tree::as_str).unwrap_or_default();
        let base = format!("/log/entries/{number}");
        match route(text("/request/method"), text("/request/url"), self.hosts) {
            Route::Foreign => self.skip(entry, base, Skip::Foreign),
            Route::Unknown => self.skip(entry, base, Skip::NoOperation),
            Route::Operation(operation) => {
                let status =
                    entry.pointer("/response/status").and_then(|status| status.as_number().or(status.as_str()));
                // Some recorders write it as a text or with a fraction.
                let status = status
                    .and_then(|status| status.parse::<f64>().ok())
                    .map_or_else(String::new, |status| status.to_string());
                self.half(entry, &base, "/request/postData", operation.request());
                self.half(entry, &base, "/response/content", operation.response(&status));
            }
        }
    }

    /// The request or the response of a call.
    fn half(&mut self, entry: &Tree, base: &str, part: &str, message: Message) {
        let body = entry.pointer(part);
        let text = body.and_then(|body| body.get("text")).filter(|text| {
            let text = text.as_str().unwrap_or_default();
            !text.bytes().all(is_blank)
        });
        let base = format!("{base}{part}");
        match (message, text) {
            (Message::None, None) => {}
            (Message::Contract(contract), Some(text)) => {
                let is_base64 = body.and_then(|body| body.get("encoding")).and_then(Tree::as_str) == Some("base64");
                let value = text.as_str().unwrap_or_default();
                let embedded = if is_base64 {
                    Embedded::base64(&self.lines, text.span, value)
                } else {
                    Some(Embedded::plain(self.bytes, &self.lines, text.span, value))
                };
                let Some(embedded) = embedded else {
                    return self.push(text.span.start as usize, Content::Unchecked(Why::NoBase64));
                };
                let choice = Choice { contract, by: ChosenBy::Url };
                self.push_at(
                    embedded.part().start,
                    Content::Body(Box::new(Body { base: base + "/text", choice, embedded })),
                );
            }
            (Message::Contract(_), None) => self.skip(entry, base, Skip::NoBody),
            (Message::None, Some(_)) => self.skip(entry, base, Skip::NoContract),
        }
    }

    fn skip(&mut self, entry: &Tree, base: String, skip: Skip) {
        let start = self.lines.position(entry.span.start as usize);
        let (file, index) = (Arc::clone(self.file), self.index);
        self.items.push(Item { file, index, element: None, start, content: Content::Skipped(base, skip) });
    }

    fn push(&mut self, at: usize, content: Content) {
        self.push_at(self.lines.position(at), content);
    }

    fn push_at(&mut self, start: klavi_core::Position, content: Content) {
        let (file, index) = (Arc::clone(self.file), self.index);
        self.items.push(Item { file, index, element: None, start, content });
        self.index += 1;
    }
}
