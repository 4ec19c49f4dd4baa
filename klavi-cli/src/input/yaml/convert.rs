//! From the events of a parser to JSON text.

use crate::input::yaml::errors::{Trouble, trouble};
use crate::input::yaml::scalar::{Meaning, Tagged, collection, meaning, tagged};
use crate::input::yaml::source_map::{Token, Yaml, YamlError};
use crate::model::unchecked::UncheckedReason;
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, StructureStyle, options};
use klavi_core::{Code, DEEPEST, Position, Target};
use std::collections::HashMap;
use std::ops::Range;

/// Reads one document of a stream. The limit is one of the JSON too, so that aliases cannot blow it up; `copied` counts
/// what the aliases of all documents add, and has the same limit, so that many documents cannot either.
pub fn convert(text: Vec<u8>, start: Position, max_bytes: usize, copied: &mut usize) -> Result<Yaml, UncheckedReason> {
    let max_bytes = max_bytes.min(u32::MAX as usize - 1);
    if text.len() > max_bytes {
        return Err(UncheckedReason::TooLarge(max_bytes));
    }
    let (read, bad) = match str::from_utf8(&text) {
        Ok(read) => (read, None),
        Err(error) => (str::from_utf8(&text[..error.valid_up_to()]).unwrap_or_default(), Some(error.valid_up_to())),
    };
    let mut writer = Writer { max_bytes, copied: *copied, ..Writer::default() };
    let result = writer.read(read);
    *copied = writer.copied;
    let mut is_broken = match result {
        Ok(()) => false,
        Err(Stop::Syntax) => true,
        Err(Stop::Limit(why)) => return Err(why),
    };
    if let Some(at) = bad {
        is_broken = true;
        let target = writer.inside();
        writer.faults = vec![YamlError { code: Code::InvalidUtf8, trouble: None, target, place: at..at }];
    }
    if writer.json.is_empty() && writer.faults.is_empty() {
        return Err(UncheckedReason::Blank);
    }
    let Writer { json, tokens, has_aliases, faults, comments, end, .. } = writer;
    let mut yaml = Yaml { text, start, json, tokens, has_aliases, faults, is_broken };
    for comment in comments {
        yaml.text[comment].fill(b' ');
    }
    if is_broken {
        hide_comments(&mut yaml.text[end..]);
    }
    Ok(yaml)
}

/// Hides what may be a comment in text that was not read.
fn hide_comments(text: &mut [u8]) {
    let (mut is_comment, mut is_apart) = (false, true);
    for byte in text {
        is_comment = !matches!(byte, b'\n' | b'\r') && (is_comment || is_apart && *byte == b'#');
        is_apart = byte.is_ascii_whitespace();
        if is_comment {
            *byte = b' ';
        }
    }
}

/// The first quote that starts a text.
fn opening_quote(text: &str) -> Option<usize> {
    let mut text = text.as_bytes().to_vec();
    hide_comments(&mut text);
    let starts = |at: usize| at == 0 || text[at - 1].is_ascii_whitespace() || b"[{,:".contains(&text[at - 1]);
    text.iter().enumerate().position(|(at, byte)| matches!(byte, b'"' | b'\'') && starts(at))
}

/// Why reading ends before the document does.
enum Stop {
    Syntax,
    Limit(UncheckedReason),
}

#[derive(Default)]
struct Writer {
    max_bytes: usize,
    json: Vec<u8>,
    tokens: Vec<Token>,
    open: Vec<Open>,
    anchors: HashMap<usize, Anchor>,
    has_aliases: bool,
    /// The bytes that aliases have added.
    copied: usize,
    faults: Vec<YamlError>,
    comments: Vec<Range<usize>>,
    /// Where in the YAML the last node ends.
    end: usize,
    /// How many of the innermost collections wait for the place of their first part.
    unplaced: usize,
    /// How many collections are open that are a key, whose parts are not written.
    passed: u32,
}

/// An object or array that is open.
struct Open {
    is_object: bool,
    /// The next node is a key.
    awaits_key: bool,
    is_empty: bool,
    anchor: usize,
    /// Its opening token.
    token: usize,
}

/// What an alias stands for.
#[derive(Clone)]
struct Anchor {
    json: Range<usize>,
    tokens: Range<usize>,
}

impl Writer {
    fn read(&mut self, text: &str) -> Result<(), Stop> {
        let limit = DEEPEST as usize + 2;
        let options = options! {
            emit_unresolved_aliases: true,
            max_buffered_comment_events: usize::MAX,
            flow_nesting_limit: limit,
            block_nesting_limit: limit,
        };
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) = event.map_err(|error| {
                let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
                self.broken(error.kind(), text, at)
            })?;
            let place = span.byte_range().unwrap_or(self.end..self.end);
            self.take(&event, trimmed(text, place))?;
            if self.json.len() > self.max_bytes {
                return Err(self.too_large());
            }
        }
        Ok(())
    }

    fn too_large(&self) -> Stop {
        Stop::Limit(UncheckedReason::TooLarge(self.max_bytes))
    }

    fn broken(&mut self, kind: &ErrorKind, text: &str, at: usize) -> Stop {
        let (code, trouble) = match kind {
            ErrorKind::RecursionLimitExceeded => return Stop::Limit(UncheckedReason::TooDeep(DEEPEST)),
            // A quote that is never closed is also one that is not indented where the text ends.
            ErrorKind::InvalidQuotedScalarIndent if at == text.len() => (Code::InvalidJson, Some(Trouble::Quote)),
            kind => trouble(kind),
        };
        let at = match trouble {
            // The parser tells where the token with the tab starts,
            Some(Trouble::Tab) => text[at..].find('\t').map_or(at, |tab| at + tab),
            // and that the text ends, not which quote was opened.
            Some(Trouble::Quote) => {
                opening_quote(&text[self.end.min(at)..]).map_or(at, |quote| self.end.min(at) + quote)
            }
            _ => at,
        };
        self.faults.push(YamlError { code, trouble, target: self.inside(), place: at..at });
        Stop::Syntax
    }

    /// The innermost value that is open.
    fn inside(&self) -> Target {
        Target::Text(narrow(self.json.len()))
    }

    fn take(&mut self, event: &Event<'_>, place: Range<usize>) -> Result<(), Stop> {
        if let Event::Comment(..) = event {
            self.comments.push(place);
            return Ok(());
        }
        if self.passed > 0 {
            self.pass(event);
            self.end = self.end.max(place.end);
            return Ok(());
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                // The parser writes a tilde where nothing is written.
                let text = if *style == ScalarStyle::Plain && place.is_empty() { "" } else { text };
                self.scalar(text, *style, *anchor, tagged(tag.as_deref()), place);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.enter(false, *style, *anchor, tagged(tag.as_deref()), place);
            }
            Event::MappingStart(style, anchor, tag) => self.enter(true, *style, *anchor, tagged(tag.as_deref()), place),
            Event::SequenceEnd | Event::MappingEnd => self.leave(place),
            // Documents come one by one.
            Event::DocumentStart(..) if !self.json.is_empty() => {
                self.faults.push(YamlError {
                    code: Code::InvalidJson,
                    trouble: Some(Trouble::Text),
                    target: self.inside(),
                    place,
                });
                return Err(Stop::Syntax);
            }
            Event::Alias(id) => self.alias(Some(*id), place)?,
            Event::UnresolvedAlias(_) => self.alias(None, place)?,
            _ => {}
        }
        Ok(())
    }

    fn pass(&mut self, event: &Event<'_>) {
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => self.passed += 1,
            Event::SequenceEnd | Event::MappingEnd => self.passed -= 1,
            _ => {}
        }
    }

    /// Writes what stands before a node that has this place, and tells whether the node is a key.
    fn before(&mut self, place: Option<&Range<usize>>) -> bool {
        if let Some(place) = place {
            self.end = self.end.max(place.end);
            for open in self.open.iter().rev().take(std::mem::take(&mut self.unplaced)) {
                let token = &mut self.tokens[open.token];
                (token.start, token.end) = (narrow(place.start), narrow(place.end));
            }
        }
        let Some(open) = self.open.last_mut() else { return false };
        let is_key = open.awaits_key;
        if open.is_object && !is_key {
            self.json.push(b':');
        } else if !std::mem::take(&mut open.is_empty) {
            self.json.push(b',');
        }
        open.awaits_key = open.is_object && !is_key;
        is_key
    }

    fn token(&mut self, place: &Range<usize>) {
        self.tokens.push(Token { json: narrow(self.json.len()), start: narrow(place.start), end: narrow(place.end) });
    }

    fn fault(&mut self, trouble: Trouble, is_key: bool, place: &Range<usize>) {
        let at = narrow(self.json.len());
        let target = if is_key { Target::Member(at) } else { Target::Value(at) };
        self.faults.push(YamlError { code: Code::InvalidJson, trouble: Some(trouble), target, place: place.clone() });
    }

    fn text(&mut self, text: &str) {
        // Writing into memory does not fail.
        let _ = serde_json::to_writer(&mut self.json, text);
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, anchor: usize, tag: Tagged<'_>, place: Range<usize>) {
        let is_key = self.before(Some(&place));
        let from = (self.json.len(), self.tokens.len());
        self.token(&place);
        let meaning = match meaning(text, style, tag) {
            // A key is a text in JSON, whatever it looks like.
            Meaning::Word(_) if is_key => Meaning::Text,
            Meaning::Text if is_key && text == "<<" && style == ScalarStyle::Plain => Meaning::Fault(Trouble::Merge),
            meaning => meaning,
        };
        match meaning {
            Meaning::Word(word) => self.json.extend_from_slice(word.as_bytes()),
            Meaning::Text => self.text(text),
            Meaning::Fault(trouble) => {
                self.fault(trouble, is_key, &place);
                self.text(text);
            }
        }
        self.name(anchor, from);
    }

    /// Remembers what was written from here on.
    fn name(&mut self, anchor: usize, (json, tokens): (usize, usize)) {
        if anchor != 0 {
            let anchor_of = Anchor { json: json..self.json.len(), tokens: tokens..self.tokens.len() };
            self.anchors.insert(anchor, anchor_of);
        }
    }

    fn enter(&mut self, is_object: bool, style: StructureStyle, anchor: usize, tag: Tagged<'_>, place: Range<usize>) {
        let is_flow = style == StructureStyle::Flow;
        let is_key = self.before(is_flow.then_some(&place));
        if is_key {
            self.fault(Trouble::Key, false, &place);
            self.token(&place);
            self.text("");
            self.passed = 1;
            return;
        }
        if let Some(trouble) = collection(tag, if is_object { "map" } else { "seq" }) {
            self.fault(trouble, false, &place);
        }
        self.unplaced += usize::from(!is_flow);
        let token = self.tokens.len();
        self.token(&place);
        self.json.push(if is_object { b'{' } else { b'[' });
        self.open.push(Open { is_object, awaits_key: is_object, is_empty: true, anchor, token });
    }

    fn leave(&mut self, place: Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        // What has no closing bracket ends with the last thing in it.
        let place = if place.is_empty() { self.end..self.end } else { place };
        self.end = self.end.max(place.end);
        self.token(&place);
        self.json.push(if open.is_object { b'}' } else { b']' });
        let json = self.tokens[open.token].json as usize;
        self.name(open.anchor, (json, open.token));
    }

    /// Writes out what an alias stands for.
    fn alias(&mut self, id: Option<usize>, place: Range<usize>) -> Result<(), Stop> {
        self.has_aliases = true;
        let is_key = self.before(Some(&place));
        let Some(anchor) = id.and_then(|id| self.anchors.get(&id)).cloned() else {
            self.fault(Trouble::Alias, is_key, &place);
            self.token(&place);
            self.text("");
            return Ok(());
        };
        self.copied = self.copied.saturating_add(anchor.json.len());
        if self.json.len() + anchor.json.len() > self.max_bytes || self.copied > self.max_bytes {
            return Err(self.too_large());
        }
        let is_text = self.json[anchor.json.start] == b'"';
        if is_key && !is_text {
            self.word_as_key(&anchor, &place);
            return Ok(());
        }
        let (from, to) = (anchor.json.start, self.json.len());
        self.json.extend_from_within(anchor.json);
        let moved = |token: Token| Token { json: narrow(token.json as usize - from + to), ..token };
        for index in anchor.tokens {
            self.tokens.push(moved(self.tokens[index]));
        }
        Ok(())
    }

    /// Writes an alias that is a key and stands for no text.
    fn word_as_key(&mut self, anchor: &Anchor, place: &Range<usize>) {
        let word = String::from_utf8_lossy(&self.json[anchor.json.clone()]).into_owned();
        if word.starts_with(['{', '[']) {
            self.fault(Trouble::Key, false, place);
            self.token(place);
            self.text("");
        } else {
            let token = self.tokens[anchor.tokens.start];
            self.token(&(token.start as usize..token.end as usize));
            self.text(&word);
        }
    }
}

/// The place without the line ends behind it.
fn trimmed(text: &str, place: Range<usize>) -> Range<usize> {
    let inner = text.get(place.clone()).unwrap_or_default();
    place.start..place.start + inner.trim_end_matches([' ', '\t', '\n', '\r']).len()
}

/// An offset; texts are shorter than 4 GiB.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
