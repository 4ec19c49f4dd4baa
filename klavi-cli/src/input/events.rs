//! The events of a flow: exchanges and webhooks, one a line, and the calls of HAR files.

use crate::input::embedded::decode;
use crate::input::har::status;
use crate::input::inputs::Reading;
use crate::input::open::{self, Stream, kind_by_name};
use crate::input::split::LineSplitter;
use crate::input::stream::StreamDocuments;
use crate::model::choices::InputFormat;
use crate::model::document::DocumentFile;
use crate::model::json_parts::{locate, parts};
use crate::model::unchecked::UncheckedReason;
use klavi_core::Tree;
use klavi_http::flow::Exchange;
use std::borrow::Cow;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// What holds events.
pub enum Events {
    /// Lines, each an event by the published schema.
    Lines(StreamDocuments),
    /// The text of a HAR file.
    Calls(Vec<u8>),
}

/// What kind of events a file of this name holds, if its name says so.
pub fn kind(path: &Path, reading: &Reading) -> Option<InputFormat> {
    if reading.kind == InputFormat::Auto { kind_by_name(path) } else { Some(reading.kind) }
}

/// Looks what a stream holds, unless that is known.
pub fn events(name: &str, mut stream: Stream, kind: Option<InputFormat>, max_bytes: usize) -> io::Result<Events> {
    let (kind, head) = match kind {
        Some(kind) => (kind, Vec::new()),
        None => open::sniff(&mut stream, max_bytes)?,
    };
    if kind == InputFormat::Har {
        let text = open::read_whole(&mut stream, head, max_bytes)?;
        return text.map(Events::Calls).ok_or_else(|| io::Error::other(UncheckedReason::TooLarge(max_bytes)));
    }
    let file = Arc::new(DocumentFile { name: name.to_owned(), choice: None, walk: None });
    Ok(Events::Lines(StreamDocuments::new(file, stream, Box::new(LineSplitter::default()), head, max_bytes)))
}

/// The calls of a HAR file in their order, each with its number, and why what cannot be read is none; without a number
/// that is of the whole file.
pub fn calls(text: &[u8], mut take: impl FnMut(Option<u64>, Result<&Exchange<'_>, UncheckedReason>)) {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    match Tree::parse(text) {
        Ok(tree) => match tree.pointer("/log/entries") {
            None => take(None, Err(UncheckedReason::NoEntries)),
            Some(entries) => (0..).zip(entries.items()).for_each(|(number, entry)| call(number, entry, &mut take)),
        },
        // What is wrong with one call harms no other.
        Err(error) => {
            take(None, Err(UncheckedReason::NoTree(error.code, error.at)));
            let entries = locate(text, "/log/entries").filter(|entries| text.get(entries.start) == Some(&b'['));
            let entries = entries.iter().flat_map(|entries| parts(text, entries.start));
            for (number, part) in (0..).zip(entries) {
                if let Ok(entry) = Tree::parse(&text[part.value]) {
                    call(number, &entry, &mut take);
                }
            }
        }
    }
}

fn call(number: u64, entry: &Tree, take: &mut impl FnMut(Option<u64>, Result<&Exchange<'_>, UncheckedReason>)) {
    let text = |pointer: &str| entry.pointer(pointer).and_then(Tree::as_str);
    let bodies = [body(entry, "/request/postData"), body(entry, "/response/content")];
    let [Some(request), Some(answer)] = bodies else { return take(Some(number), Err(UncheckedReason::NoBase64)) };
    let headers = entry.pointer("/request/headers").map(Tree::items).unwrap_or_default();
    let member = |header: &'_ Tree, name: &str| header.get(name).and_then(Tree::as_str).map(str::to_owned);
    let is_authorization =
        |header: &&Tree| member(header, "name").is_some_and(|name| name.eq_ignore_ascii_case("authorization"));
    let authorization = headers.iter().find(is_authorization).and_then(|header| member(header, "value"));
    let exchange = Exchange {
        at: text("/startedDateTime").and_then(milliseconds),
        method: text("/request/method").unwrap_or_default(),
        url: text("/request/url").unwrap_or_default(),
        authorization: authorization.as_deref(),
        request: &request,
        status: status(entry),
        answer: &answer,
    };
    take(Some(number), Ok(&exchange));
}

/// The bytes of a body; none if it is not the Base64 that it is said to be.
fn body<'a>(entry: &'a Tree, part: &str) -> Option<Cow<'a, [u8]>> {
    let Some(body) = entry.pointer(part) else { return Some(Cow::Borrowed(b"")) };
    let text = body.get("text").and_then(Tree::as_str).unwrap_or_default();
    match body.get("encoding").and_then(Tree::as_str) {
        Some("base64") => decode(text).map(Cow::Owned),
        _ => Some(Cow::Borrowed(text.as_bytes())),
    }
}

/// A moment of RFC 3339 in milliseconds of Unix time.
fn milliseconds(text: &str) -> Option<i64> {
    let moment = klavi_pix::DateTime::parse(text).ok()?;
    let digits = text.split_once('.').map_or("", |(_, rest)| rest).bytes().take_while(u8::is_ascii_digit);
    let fraction =
        digits.chain(std::iter::repeat(b'0')).take(3).fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Some(moment.unix_seconds() * 1000 + fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let mut told = Vec::new();
        calls(text.as_bytes(), |number, call| {
            told.push(match call {
                Ok(call) => format!(
                    "{number:?} {:?} {} {:?} {:?} {}",
                    call.at,
                    call.method,
                    call.authorization,
                    call.status,
                    String::from_utf8_lossy(call.answer)
                ),
                Err(why) => format!("{number:?} {why}"),
            });
        });
        told
    }

    #[test]
    fn calls_are_read_as_recorders_write_them() {
        let entry = r#"{"startedDateTime": "2025-02-28T01:28:44.25-03:00", "request": {"method": "GET", "url": "u",
            "headers": [{"name": "AUTHORIZATION", "value": "Bearer t"}]},
            "response": {"status": "200", "content": {"text": "W10=", "encoding": "base64"}}}"#;
        let call = |number| format!(r#"Some({number}) Some(1740716924250) GET Some("Bearer t") Some(200) []"#);
        assert_eq!(read(&format!(r#"{{"log": {{"entries": [{entry}]}}}}"#)), [call(0)]);
        let empty = r#"{"request": {}, "response": {"status": 0}}"#;
        let damaged = r#"{"response": {"content": {"text": "*", "encoding": "base64"}}}"#;
        assert_eq!(
            read(&format!(r#"{{"log": {{"entries": [{empty}, {damaged}]}}}}"#)),
            ["Some(0) None  None None ", "Some(1) unreadable"]
        );
        // A name twice in one call, and a file that is cut off.
        assert_eq!(
            read(&format!(r#"{{"log": {{"entries": [{{"a": 1, "a": 2}}, {entry}]}}}}"#)),
            ["None unreadable".to_owned(), call(1)]
        );
        assert_eq!(
            read(&format!(r#"{{"log": {{"entries": [{entry}, {{"request""#)),
            ["None unreadable".to_owned(), call(0)]
        );
        assert_eq!(read("{}"), ["None part-missing"]);
        assert_eq!(read(&format!("\u{feff}{{\"log\": {{\"entries\": [{entry}]}}}}")), [call(0)]);
    }
}
