//! Recorded traffic: the bodies of Klavi calls in a HAR file, each with the contract that its URL decides.

use crate::contract::routes::{route, split};
use crate::input::embedded::Embedded;
use crate::input::item::Body;
use crate::input::item::{Content, Item};
use crate::model::document::{ChosenBy, ChosenContract, DocumentFile};
use crate::model::json_parts::{JsonPart, is_blank, locate, name, parts};
use crate::model::unchecked::{SkipReason, UncheckedReason};
use klavi_core::program::Program;
use klavi_core::{Code, DEEPEST, Details, Exhibit, Lines, Names, Position, Span, Target, Tree, TreeError, pointers};
use klavi_validate::Contract;
use std::borrow::Cow;
use std::sync::Arc;

/// The documents of a HAR file, in the order of its calls, and what is skipped.
pub fn items(file: &Arc<DocumentFile>, bytes: &[u8], hosts: &[String]) -> Vec<Item> {
    let mut har = Har { file, bytes, hosts, lines: Lines::new(bytes), items: Vec::new(), index: 0, origin: 0 };
    har.read();
    har.items
}

struct Har<'a> {
    file: &'a Arc<DocumentFile>,
    bytes: &'a [u8],
    hosts: &'a [String],
    lines: Lines<'a>,
    items: Vec<Item>,
    index: u64,
    /// Where the text of the tree that is read now starts in the file.
    origin: usize,
}

impl Har<'_> {
    fn read(&mut self) {
        if self.bytes.iter().all(|byte| is_blank(*byte)) {
            return self.push(0, Content::Unchecked(UncheckedReason::Blank));
        }
        // Exporters may write a byte order mark; blanks keep the offsets.
        let mut text = Cow::Borrowed(self.bytes);
        if text.starts_with("\u{feff}".as_bytes()) {
            text.to_mut()[..3].fill(b' ');
        }
        match Tree::parse(&text) {
            Ok(tree) => match tree.pointer("/log/entries") {
                None => return self.push(0, Content::Unchecked(UncheckedReason::NoEntries)),
                Some(entries) => {
                    entries.items().iter().enumerate().for_each(|(number, entry)| self.entry(number, entry));
                }
            },
            Err(_) => self.read_apart(text.to_mut()),
        }
        if self.index == 0 {
            self.push(0, Content::Unchecked(UncheckedReason::NoCalls));
        }
    }

    /// Reads every call by itself, so that what is wrong with one harms no other. What is wrong around them is found once
    /// those that are no trees are blanked out.
    fn read_apart(&mut self, text: &mut [u8]) {
        let entries = locate(text, "/log/entries").filter(|entries| text.get(entries.start) == Some(&b'['));
        let calls: Vec<_> = entries.iter().flat_map(|entries| parts(text, entries.start)).collect();
        for (number, JsonPart { value, .. }) in calls.into_iter().enumerate() {
            self.origin = value.start;
            match Tree::parse(&text[value.clone()]) {
                Ok(entry) => self.entry(number, &entry),
                Err(error) => {
                    let base = format!("/log/entries/{number}");
                    let entry = &mut text[value];
                    if is_json(error) && self.is_foreign(entry) {
                        self.skip(0, base, SkipReason::Foreign);
                    } else {
                        self.fault(entry, error, &base);
                    }
                    entry.fill(b' ');
                    if let Some(first) = entry.first_mut() {
                        *first = b'0';
                    }
                }
            }
        }
        self.origin = 0;
        if let Err(error) = Tree::parse(text) {
            self.fault(text, error, "");
        }
    }

    /// Whether a call that is no tree is certainly another host's: it names no other, however often it says so.
    fn is_foreign(&self, entry: &[u8]) -> bool {
        let members = |start: usize, wanted: &'static str| {
            parts(entry, start).filter(move |part| part.key.as_ref().is_some_and(|key| name(entry, key) == wanted))
        };
        let mut urls = members(0, "request").flat_map(|request| members(request.value.start, "url")).peekable();
        urls.peek().is_some()
            && urls.all(|url| {
                let url: String = serde_json::from_slice(&entry[url.value]).unwrap_or_default();
                split(&url).is_some() && matches!(route("", &url, self.hosts), Err(SkipReason::Foreign))
            })
    }

    /// Tells why this text, a part of the file, is no tree.
    fn fault(&mut self, text: &[u8], error: TreeError, base: &str) {
        if error.code == Code::TooDeep {
            return self.push(error.at, Content::Unchecked(UncheckedReason::TooDeep(DEEPEST)));
        }
        let at = u32::try_from(error.at).unwrap_or(u32::MAX);
        let target = if error.code == Code::DuplicateKey { Target::Member(at) } else { Target::Text(at) };
        let inside = pointers(&Exhibit::whole(&Program::ANYTHING, text), &[target], Names::Masked);
        let details = error.expected.map_or(Details::None, Details::Expected);
        self.push(
            error.at,
            Content::Fault { code: error.code, details, pointer: format!("{base}{}", inside.concat()) },
        );
    }

    fn entry(&mut self, number: usize, entry: &Tree) {
        let text = |pointer: &str| entry.pointer(pointer).and_then(Tree::as_str).unwrap_or_default();
        let (base, start) = (format!("/log/entries/{number}"), entry.span.start as usize);
        match route(text("/request/method"), text("/request/url"), self.hosts) {
            Err(why) => self.skip(start, base, why),
            Ok(operation) => {
                self.half(entry, &base, "/request/postData", operation.request());
                match status(entry) {
                    Some(status) => self.half(entry, &base, "/response/content", operation.response(status)),
                    None => self.unanswered(entry),
                }
            }
        }
    }

    /// A call whose recording does not say how it was answered. If there is an answer all the same, nobody knows which
    /// contract it should keep.
    fn unanswered(&mut self, entry: &Tree) {
        if let Some(body) = entry.pointer("/response/content/text").filter(|text| !is_blank_text(text)) {
            self.push(body.span.start as usize, Content::Unchecked(UncheckedReason::NoStatus));
        }
    }

    /// The request or the response of a call.
    fn half(&mut self, entry: &Tree, base: &str, part: &str, contract: Option<&'static Contract>) {
        let body = entry.pointer(part);
        let text = body.and_then(|body| body.get("text")).filter(|text| !is_blank_text(text));
        let (base, start) = (format!("{base}{part}"), entry.span.start as usize);
        match (contract, text) {
            (None, None) => {}
            (Some(contract), Some(text)) => {
                let is_base64 = body.and_then(|body| body.get("encoding")).and_then(Tree::as_str) == Some("base64");
                let value = text.as_str().unwrap_or_default();
                let token = self.span_in_file(text.span);
                let embedded = if is_base64 {
                    Embedded::base64(&self.lines, token, value)
                } else {
                    Some(Embedded::plain(self.bytes, &self.lines, token, value))
                };
                let Some(embedded) = embedded else {
                    return self.push(text.span.start as usize, Content::Unchecked(UncheckedReason::NoBase64));
                };
                let choice = ChosenContract { contract, by: ChosenBy::Url };
                self.push_at(
                    embedded.part().start,
                    Content::Body(Box::new(Body { base: base + "/text", choice, embedded })),
                );
            }
            (Some(_), None) => self.skip(start, base, SkipReason::NoBody),
            (None, Some(_)) => self.skip(start, base, SkipReason::NoContract),
        }
    }

    fn span_in_file(&self, span: Span) -> Span {
        // Files are shorter than 4 GiB, or Tree::parse reads none of it.
        let origin = u32::try_from(self.origin).unwrap_or(u32::MAX);
        Span { start: span.start.saturating_add(origin), end: span.end.saturating_add(origin) }
    }

    fn skip(&mut self, at: usize, base: String, skip: SkipReason) {
        let start = self.lines.position(self.origin + at);
        self.items.push(self.item(start, Content::Skipped(base, skip)));
    }

    fn push(&mut self, at: usize, content: Content) {
        self.push_at(self.lines.position(self.origin + at), content);
    }

    fn push_at(&mut self, start: Position, content: Content) {
        self.items.push(self.item(start, content));
        self.index += 1;
    }

    fn item(&self, start: Position, content: Content) -> Item {
        Item { file: Arc::clone(self.file), index: self.index, element: None, start, content }
    }
}

/// Whether only this reader makes no tree of it: a name twice and deep nesting are JSON all the same.
fn is_json(error: TreeError) -> bool {
    matches!(error.code, Code::DuplicateKey | Code::TooDeep)
}

fn is_blank_text(text: &Tree) -> bool {
    text.as_str().unwrap_or_default().bytes().all(is_blank)
}

/// How the call was answered, if the recording knows: browsers write 0 for a call that was broken off. Some recorders
/// write a text, or a number with a fraction.
pub fn status(entry: &Tree) -> Option<u16> {
    let status = entry.pointer("/response/status")?;
    let status = status.as_number().or(status.as_str())?.trim();
    let (whole, fraction) = status.split_once('.').unwrap_or((status, ""));
    let is_whole = fraction.bytes().all(|digit| digit == b'0');
    whole.parse().ok().filter(|status| is_whole && *status != 0)
}
