//! The way from the text that was checked back to the file: byte for byte, from a JSON string, from YAML.

use crate::model::position::{position, shift};
use klavi_core::program::Program;
use klavi_core::{Exhibit, Mask, Position, masks_near};
use klavi_validate::Span;
use std::fmt::Debug;
use std::ops::Range;

/// How a text stands in the file that it comes from.
pub trait SourceMap: Debug + Sync {
    /// The place in the file of a place in the text.
    fn span(&self, part: &Part<'_>, span: Span) -> Span;

    /// What of the file may be shown in these places of it; nothing if the characters of the text do not stand there.
    fn excerpt<'a>(&'a self, part: &Part<'a>, exhibit: &Exhibit<'_>, places: &[Range<usize>]) -> Option<Excerpt<'a>>;

    /// Where in what is shown a place of the text stands.
    fn shown(&self, part: &Part<'_>, span: Span) -> Range<usize> {
        part.range(span)
    }

    /// Whether a change of the file at this place changes this token of the text and nothing else.
    fn is_writable(&self, _part: &Part<'_>, _span: Span) -> bool {
        true
    }

    /// The characters of the file that mean this text.
    fn written(&self, text: &str) -> String {
        text.to_owned()
    }
}

/// Lines of a file, and how their tokens may be shown in the places that were asked for.
pub struct Excerpt<'a> {
    pub text: &'a [u8],
    pub masks: Vec<(klavi_core::Span, Mask)>,
}

/// The text that is checked: a part of the text that a source map knows.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    pub text: &'a [u8],
    /// Where in the file it starts.
    pub start: Position,
    /// Where in the source map's text it starts.
    pub from: usize,
    pub map: &'a dyn SourceMap,
}

impl<'a> Part<'a> {
    /// A part of the file, byte for byte.
    pub const fn verbatim(text: &'a [u8], start: Position) -> Self {
        Self { text, start, from: 0, map: &Verbatim }
    }

    /// A part of this part.
    pub fn narrowed(&self, range: Range<usize>) -> Self {
        let at = position(Position { line: 1, column: 1, offset: 0 }, self.text, range.start);
        let start = self.span(Span { start: at, end: at }).start;
        Self { text: &self.text[range.clone()], start, from: self.from + range.start, map: self.map }
    }

    /// The place in the file of a place in the text.
    pub fn span(&self, span: Span) -> Span {
        self.map.span(self, span)
    }

    /// What of the file may be shown in these places, where the text is the part of its document at this JSON Pointer.
    pub fn excerpt(&self, program: &'static Program, path: &str, places: &[Range<usize>]) -> Option<Excerpt<'a>> {
        self.map.excerpt(self, &Exhibit { program, path, text: self.text }, places)
    }

    /// The bytes of the text that a span means.
    pub fn range(&self, span: Span) -> Range<usize> {
        let at = |place: Position| usize::try_from(place.offset).unwrap_or(usize::MAX).min(self.text.len());
        at(span.start)..at(span.end)
    }

    /// The bytes of the source map's text that a span means.
    pub fn range_in_map(&self, span: Span) -> Range<usize> {
        let Range { start, end } = self.range(span);
        self.from + start..self.from + end
    }
}

/// A text that stands in the file byte for byte.
#[derive(Debug)]
struct Verbatim;

impl SourceMap for Verbatim {
    fn span(&self, part: &Part<'_>, span: Span) -> Span {
        Span { start: shift(part.start, span.start), end: shift(part.start, span.end) }
    }

    fn excerpt<'a>(&'a self, part: &Part<'a>, exhibit: &Exhibit<'_>, places: &[Range<usize>]) -> Option<Excerpt<'a>> {
        // What is wrong around a document has no text here.
        (!part.text.is_empty()).then(|| Excerpt { text: part.text, masks: masks_near(exhibit, places) })
    }
}
