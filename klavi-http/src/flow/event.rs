//! What a flow is made of, and the lines in which it is written.

use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A request and its answer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Exchange<'a> {
    /// When it was sent, in milliseconds of Unix time. Without it nothing is said of times.
    pub at: Option<i64>,
    /// The method.
    pub method: &'a str,
    /// The whole address.
    pub url: &'a str,
    /// The header `Authorization`.
    pub authorization: Option<&'a str>,
    /// The body of the request.
    pub request: &'a [u8],
    /// The status of the answer, if there was one.
    pub status: Option<u16>,
    /// The body of the answer.
    pub answer: &'a [u8],
}

/// A webhook that came.
#[derive(Debug, Clone, Copy, Default)]
pub struct Webhook<'a> {
    /// When it came, in milliseconds of Unix time. Without it its age is not asked for.
    pub at: Option<i64>,
    /// The header `X-Klavi-Signature`.
    pub signature: Option<&'a str>,
    /// The header `X-Klavi-Timestamp`.
    pub timestamp: Option<&'a str>,
    /// The body, as it came.
    pub body: &'a [u8],
}

/// One or the other.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Event<'a> {
    /// A request and its answer.
    Exchange(Exchange<'a>),
    /// A webhook that came.
    Webhook(Webhook<'a>),
}

/// A line that is no event by `exchange.schema.json` of `klavi-schema`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MalformedEvent {
    /// The byte of the line at which reading ended, from 0.
    pub at: usize,
}

impl std::fmt::Display for MalformedEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the line is no exchange, at byte {}", self.at)
    }
}

impl std::error::Error for MalformedEvent {}

#[derive(Deserialize)]
struct Line<'a> {
    at: Option<i64>,
    #[serde(borrow)]
    request: Option<Sent<'a>>,
    #[serde(borrow)]
    response: Option<Came<'a>>,
    #[serde(borrow)]
    webhook: Option<Message<'a>>,
}

#[derive(Deserialize)]
struct Sent<'a> {
    #[serde(borrow)]
    method: Cow<'a, str>,
    #[serde(borrow)]
    url: Cow<'a, str>,
    #[serde(borrow, default)]
    headers: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
    #[serde(borrow)]
    body: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Came<'a> {
    status: u16,
    #[serde(borrow)]
    body: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Message<'a> {
    #[serde(borrow, default)]
    headers: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
    #[serde(borrow)]
    body: &'a RawValue,
}

/// Reads a line of NDJSON and gives its event.
///
/// `exchange.schema.json` of `klavi-schema` says how such a line is written; a byte order mark before it is passed over. A
/// body may be a JSON value, or a text that holds the body as it went over the wire; only the latter keeps the bytes that
/// a signature is of.
///
/// # Errors
///
/// The line is not such a document.
///
/// ```
/// use klavi_http::flow::{Event, read_event};
///
/// let line = r#"{"request": {"method": "GET", "url": "https://api.klavi.ai/a"}, "response": {"status": 200, "body": "[1]"}}"#;
/// let status = read_event(line.as_bytes(), |event| match event {
///     Event::Exchange(exchange) => (exchange.status, exchange.answer.len()),
///     _ => (None, 0),
/// });
/// assert_eq!(status, Ok((Some(200), 3)));
/// assert_eq!(read_event(b"{}", |_| ()).map_err(|error| error.at), Err(2));
/// ```
pub fn read_event<T>(line: &[u8], take: impl FnOnce(&Event<'_>) -> T) -> Result<T, MalformedEvent> {
    let (mark, whole) = (b"\xef\xbb\xbf", MalformedEvent { at: line.len() });
    let json = line.strip_prefix(mark).unwrap_or(line);
    let skipped = line.len() - json.len();
    let malformed = |error| MalformedEvent { at: skipped + offset(json, &error) };
    let read: Line<'_> = serde_json::from_slice(json).map_err(malformed)?;
    let at = read.at;
    if let Some(webhook) = &read.webhook {
        if read.request.is_some() {
            return Err(whole);
        }
        let body = text(Some(webhook.body));
        let (signature, timestamp) =
            (header(&webhook.headers, "x-klavi-signature"), header(&webhook.headers, "x-klavi-timestamp"));
        return Ok(take(&Event::Webhook(Webhook { at, signature, timestamp, body: &body })));
    }
    let sent = read.request.as_ref().ok_or(whole)?;
    if read.response.as_ref().is_some_and(|came| !(100..600).contains(&came.status)) {
        return Err(whole);
    }
    let (request, answer) = (text(sent.body), text(read.response.as_ref().and_then(|came| came.body)));
    Ok(take(&Event::Exchange(Exchange {
        at,
        method: &sent.method,
        url: &sent.url,
        authorization: header(&sent.headers, "authorization"),
        request: &request,
        status: read.response.as_ref().map(|came| came.status),
        answer: &answer,
    })))
}

/// The byte of an error.
fn offset(line: &[u8], error: &serde_json::Error) -> usize {
    let before: usize =
        line.split_inclusive(|byte| *byte == b'\n').take(error.line().saturating_sub(1)).map(<[u8]>::len).sum();
    (before + error.column().saturating_sub(1)).min(line.len())
}

fn header<'a>(headers: &'a BTreeMap<Cow<'_, str>, Cow<'_, str>>, name: &str) -> Option<&'a str> {
    headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
}

/// The bytes of a body: those of a text, or those of the JSON value.
fn text(body: Option<&RawValue>) -> Cow<'_, [u8]> {
    let Some(body) = body.map(RawValue::get) else { return Cow::Borrowed(b"") };
    match serde_json::from_str::<Cow<'_, str>>(body) {
        Ok(text) if body.starts_with('"') => Cow::Owned(text.into_owned().into_bytes()),
        _ if body == "null" => Cow::Borrowed(b""),
        _ => Cow::Borrowed(body.as_bytes()),
    }
}
