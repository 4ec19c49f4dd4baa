//! YAML: every document becomes JSON text, with the way back to the place of each token.
//!
//! The rest of the tool checks the JSON and knows nothing of YAML; only places and the lines that are shown are mapped
//! back. The text is read as YAML 1.2 with its core schema. What JSON cannot say is a [`YamlError`], never a guess.

use crate::input::yaml::errors::Trouble;
use crate::model::position::shift;
use crate::model::source_map::{Excerpt, Part, SourceMap};
use klavi_core::{Code, Exhibit, Lines, Mask, Position, Target, masks};
use klavi_validate::Span;
use std::ops::Range;

/// One document of a YAML stream.
#[derive(Debug)]
pub struct Yaml {
    /// The YAML text. Blanks stand for comments, so that no report can show them.
    pub(super) text: Vec<u8>,
    /// Where in the file that text starts.
    pub(super) start: Position,
    /// The same as JSON, aliases written out. Where there are faults it is only an approximation.
    pub json: Vec<u8>,
    /// The tokens of the JSON, in order.
    pub(super) tokens: Vec<Token>,
    pub(super) has_aliases: bool,
    /// Why the JSON does not say what the YAML says.
    pub faults: Vec<YamlError>,
    /// The text was not read to its end.
    pub is_broken: bool,
}

/// Where a token of the JSON and the separator behind it start, and the bytes of the YAML that it comes from.
///
/// A token of an alias comes from the text that the alias names. An object or array without brackets starts with the
/// first thing in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) json: u32,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Something that is not YAML, or that JSON cannot say.
#[derive(Debug)]
pub struct YamlError {
    pub code: Code,
    /// What is wrong, unless the code says it.
    pub trouble: Option<Trouble>,
    pub target: Target,
    pub(super) place: Range<usize>,
}

impl Yaml {
    fn token(&self, json: usize) -> Range<usize> {
        let next = self.tokens.partition_point(|token| token.json as usize <= json);
        let token = next.checked_sub(1).and_then(|index| self.tokens.get(index));
        token.map_or(0..0, |token| token.start as usize..token.end as usize)
    }

    /// The bytes of the YAML text that a range of the JSON comes from.
    pub(super) fn place(&self, json: Range<usize>) -> Range<usize> {
        let (first, last) = (self.token(json.start), self.token(json.start.max(json.end.saturating_sub(1))));
        first.start..last.end.max(first.start)
    }

    /// The JSON token that was made from these bytes alone, and from which nothing else was made.
    fn made_from(&self, place: &Range<usize>) -> Option<Range<usize>> {
        if self.has_aliases {
            return None;
        }
        // What opens without a bracket starts where its first part does: the part is the last of them.
        let next = self.tokens.partition_point(|token| token.start as usize <= place.start);
        let token = *self.tokens.get(next.checked_sub(1)?)?;
        let end = self.tokens.get(next).map_or(self.json.len(), |token| token.json as usize);
        let is_same = (token.start as usize..token.end as usize) == *place;
        let range = token.json as usize..end;
        let separators = self.json[range.clone()].iter().rev().take_while(|byte| matches!(byte, b',' | b':')).count();
        is_same.then_some(range.start..range.end - separators)
    }
}

/// A document with its lines.
#[derive(Debug)]
pub struct Sheet<'a> {
    pub yaml: &'a Yaml,
    lines: Lines<'a>,
}

impl<'a> Sheet<'a> {
    pub fn new(yaml: &'a Yaml) -> Self {
        Self { yaml, lines: Lines::new(&yaml.text) }
    }

    /// A part of the JSON.
    pub fn part(&self, json: Range<usize>) -> Part<'_> {
        let start = self.locate(&self.yaml.place(json.clone())).start;
        Part { text: &self.yaml.json[json.clone()], start, from: json.start, map: self }
    }

    fn locate(&self, place: &Range<usize>) -> Span {
        let at = |offset| shift(self.yaml.start, self.lines.position(offset));
        Span { start: at(place.start), end: at(place.end) }
    }

    /// What may be shown around this part of the JSON: the bytes of the YAML; nothing if they may come from elsewhere.
    fn window(&self, json: Range<usize>) -> Option<Range<usize>> {
        let yaml = self.yaml;
        if json.len() == yaml.json.len() {
            Some(0..yaml.text.len())
        } else {
            (!yaml.has_aliases).then(|| yaml.place(json))
        }
    }

    /// The bytes of the window that these bytes of the YAML are.
    fn inside(&self, part: &Part<'_>, place: &Range<usize>) -> Range<usize> {
        let window = self.window(part.from..part.from + part.text.len()).unwrap_or_default();
        let at = |offset: usize| offset.saturating_sub(window.start).min(window.len());
        at(place.start)..at(place.end)
    }
}

impl SourceMap for Sheet<'_> {
    fn span(&self, part: &Part<'_>, span: Span) -> Span {
        self.locate(&self.yaml.place(part.range_in_map(span)))
    }

    /// What is near in the file may be far in the text, so that all of it is read.
    fn excerpt<'a>(&'a self, part: &Part<'a>, exhibit: &Exhibit<'_>, _places: &[Range<usize>]) -> Option<Excerpt<'a>> {
        let yaml = self.yaml;
        let window = self.window(part.from..part.from + part.text.len())?;
        let offset = |at: usize| u32::try_from(at.saturating_sub(window.start)).unwrap_or(u32::MAX);
        let mut masks = masks(exhibit);
        masks.retain(|(_, mask)| *mask != Mask::Unread);
        let mut shown: Vec<(klavi_core::Span, Mask)> = masks
            .into_iter()
            .map(|(span, mask)| {
                let place = yaml.token(part.from + span.start as usize);
                (klavi_core::Span { start: offset(place.start), end: offset(place.end) }, mask)
            })
            .collect();
        // A text that aliases use in several places is as secret as the most secret of them.
        shown.sort_by_key(|(span, mask)| (*span, std::cmp::Reverse(*mask as u8)));
        shown.dedup_by_key(|(span, _)| *span);
        if yaml.is_broken {
            let read = shown.iter().map(|(span, _)| span.end).max().unwrap_or(0);
            shown.push((klavi_core::Span { start: read, end: offset(window.end) }, Mask::Unread));
        }
        Some(Excerpt { text: &yaml.text[window], masks: shown })
    }

    fn shown(&self, part: &Part<'_>, span: Span) -> Range<usize> {
        self.inside(part, &self.yaml.place(part.range_in_map(span)))
    }

    fn is_writable(&self, part: &Part<'_>, span: Span) -> bool {
        let json = part.range_in_map(span);
        self.yaml.made_from(&self.yaml.place(json.clone())) == Some(json)
    }
}

/// The way back from a text that JSON cannot say: spans are of the YAML text itself.
#[derive(Debug)]
pub struct Faults<'a>(pub &'a Sheet<'a>);

impl Faults<'_> {
    /// The place of a fault in the YAML text.
    pub fn span(fault: &YamlError) -> Span {
        let at = |offset: usize| Position { line: 1, column: 1, offset: offset as u64 };
        Span { start: at(fault.place.start), end: at(fault.place.end) }
    }

    fn place(span: Span) -> Range<usize> {
        let at = |place: Position| usize::try_from(place.offset).unwrap_or(usize::MAX);
        at(span.start)..at(span.end)
    }
}

impl SourceMap for Faults<'_> {
    fn span(&self, _part: &Part<'_>, span: Span) -> Span {
        self.0.locate(&Self::place(span))
    }

    fn excerpt<'a>(&'a self, part: &Part<'a>, exhibit: &Exhibit<'_>, places: &[Range<usize>]) -> Option<Excerpt<'a>> {
        self.0.excerpt(part, exhibit, places)
    }

    fn shown(&self, part: &Part<'_>, span: Span) -> Range<usize> {
        self.0.inside(part, &Self::place(span))
    }

    fn is_writable(&self, _part: &Part<'_>, _span: Span) -> bool {
        false
    }
}
