//! YAML: every document becomes JSON text, with the way back to the place of each token.
//!
//! The rest of the tool checks the JSON and knows nothing of YAML; only places and the lines that are shown are mapped
//! back. The text is read as YAML 1.2 with its core schema. What JSON cannot say is a [`Fault`], never a guess.

use crate::model::position::shift;
use klavi_core::program::Program;
use klavi_core::{Code, Lines, Mask, Position, Target, masks};
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
    pub faults: Vec<Fault>,
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
pub struct Fault {
    pub code: Code,
    /// What was expected, by the name that the messages know.
    pub expected: &'static str,
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

/// The part of a text that may be shown, where it starts, and how its tokens may be shown.
pub struct Shown<'a> {
    pub text: &'a [u8],
    pub start: usize,
    pub masks: Vec<(klavi_core::Span, Mask)>,
}

impl<'a> Sheet<'a> {
    pub fn new(yaml: &'a Yaml) -> Self {
        Self { yaml, lines: Lines::new(&yaml.text) }
    }

    /// The place in the file of a range of the JSON.
    pub fn span(&self, json: Range<usize>) -> Span {
        self.locate(&self.yaml.place(json))
    }

    /// The place in the file of a fault.
    pub fn span_of(&self, fault: &Fault) -> Span {
        self.locate(&fault.place)
    }

    fn locate(&self, place: &Range<usize>) -> Span {
        let at = |offset| shift(self.yaml.start, self.lines.position(offset));
        Span { start: at(place.start), end: at(place.end) }
    }

    /// The bytes of the YAML text that a span of the file means.
    pub fn range(&self, span: Span) -> Range<usize> {
        let at = |position: Position| {
            let offset = position.offset.saturating_sub(self.yaml.start.offset);
            usize::try_from(offset).unwrap_or(usize::MAX).min(self.yaml.text.len())
        };
        at(span.start)..at(span.end)
    }

    /// The range of the JSON that a span of the file means, if a change there changes nothing else.
    pub fn json(&self, span: Span) -> Option<Range<usize>> {
        self.yaml.made_from(&self.range(span))
    }

    /// What may be shown around this part of the JSON; nothing if the part may come from texts outside it.
    pub fn shown(&self, program: &'static Program, json: Range<usize>) -> Option<Shown<'a>> {
        let yaml = self.yaml;
        let is_whole = json.len() == yaml.json.len();
        if yaml.has_aliases && !is_whole {
            return None;
        }
        let window = if is_whole { 0..yaml.text.len() } else { yaml.place(json.clone()) };
        let offset = |at: usize| u32::try_from(at.saturating_sub(window.start)).unwrap_or(u32::MAX);
        let mut shown: Vec<(klavi_core::Span, Mask)> = masks(program, &yaml.json[json.clone()])
            .into_iter()
            .map(|(span, mask)| {
                let place = yaml.token(json.start + span.start as usize);
                (klavi_core::Span { start: offset(place.start), end: offset(place.end) }, mask)
            })
            .collect();
        // A text that aliases use in several places is as secret as the most secret of them.
        shown.sort_by_key(|(span, mask)| (*span, std::cmp::Reverse(*mask as u8)));
        shown.dedup_by_key(|(span, _)| *span);
        Some(Shown { text: &yaml.text[window.clone()], start: window.start, masks: shown })
    }
}
