//! The flat structure of a BR Code: elements of a two-digit id, a two-digit length and a value. The value of a template
//! is such a list again.
//!
//! A list can be read with other lengths than are written (see [`Edit`]), so that a guess at what is wrong is judged by
//! the same reader as any code.

use super::super::scan;
use super::{BrCodeProblem, ElementPath};

/// Characters of id and length.
pub(super) const HEADER: usize = 4;

/// What a length counts. The standard says bytes; for texts with accents some writers count characters.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Unit {
    Bytes,
    Characters,
}

impl Unit {
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Bytes => Self::Characters,
            Self::Characters => Self::Bytes,
        }
    }

    /// The length of a text.
    pub(super) fn count(self, text: &str) -> usize {
        match self {
            Self::Bytes => text.len(),
            Self::Characters => text.chars().count(),
        }
    }
}

/// Another length for the element that begins at a byte.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Edit {
    pub(super) path: ElementPath,
    pub(super) at: usize,
    /// Characters of id and length: three or five where the length has one or three digits.
    pub(super) header: usize,
    pub(super) length: usize,
    /// The length that is written, if it is one.
    pub(super) declared: Option<usize>,
}

impl Edit {
    /// By how much the length changes.
    fn change(&self) -> Option<(bool, usize)> {
        self.declared.map(|declared| (declared < self.length, declared.abs_diff(self.length)))
    }
}

/// As many edits as are ever tried at once, in the order of the text.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Edits([Option<Edit>; 2]);

impl Edits {
    /// These edits and one more.
    pub(super) fn and(self, edit: Edit) -> Self {
        match self.0 {
            [None, _] => Self([Some(edit), None]),
            [first, _] => Self([first, Some(edit)]),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Edit> {
        self.0.into_iter().flatten()
    }

    /// How many mistakes these are. A value inside a template that is longer or shorter than it was spoils two lengths.
    pub(super) fn faults(&self) -> usize {
        match self.0 {
            [Some(outer), Some(inner)]
                if outer.path.template.is_none()
                    && inner.path.template == Some(outer.path.id)
                    && outer.change() == inner.change() =>
            {
                1
            }
            [Some(_), Some(_)] => 2,
            _ => self.iter().count(),
        }
    }

    fn of(&self, at: usize) -> Option<Edit> {
        self.0.iter().flatten().find(|edit| edit.at == at).copied()
    }
}

/// One element.
#[derive(Clone, Copy)]
pub(super) struct Element<'a> {
    pub(super) path: ElementPath,
    /// Byte offset of the id in the whole code.
    pub(super) at: usize,
    /// Byte offset of the value in the whole code.
    pub(super) value_at: usize,
    pub(super) value: &'a str,
}

/// The elements of a list, up to the first that does not hold.
#[derive(Clone)]
pub(super) struct Elements<'a> {
    rest: &'a str,
    /// Byte offset of the rest in the whole code.
    at: usize,
    template: Option<u8>,
    unit: Unit,
    edits: Option<&'a Edits>,
}

impl<'a> Elements<'a> {
    /// The elements of a whole code.
    pub(super) fn of_code(code: &'a str) -> Self {
        let by_bytes = Self::written(code, Unit::Bytes);
        let by_characters = Self::written(code, Unit::Characters);
        let counts_characters = !code.is_ascii() && !by_bytes.is_complete() && by_characters.is_complete();
        if counts_characters { by_characters } else { by_bytes }
    }

    /// The elements of a whole code with the lengths that are written.
    pub(super) const fn written(code: &'a str, unit: Unit) -> Self {
        Self { rest: code, at: 0, template: None, unit, edits: None }
    }

    /// The elements of a whole code, with some lengths replaced.
    pub(super) const fn edited(code: &'a str, unit: Unit, edits: &'a Edits) -> Self {
        Self { edits: Some(edits), ..Self::written(code, unit) }
    }

    /// The elements of a template of the same code.
    pub(super) const fn of_template(&self, template: &Element<'a>) -> Self {
        Self {
            rest: template.value,
            at: template.value_at,
            template: Some(template.path.id),
            unit: self.unit,
            edits: self.edits,
        }
    }

    pub(super) const fn unit(&self) -> Unit {
        self.unit
    }

    /// What is still to be read.
    pub(super) const fn rest(&self) -> &'a str {
        self.rest
    }

    /// Byte offset of the rest in the whole code.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The id of the next element.
    #[inline]
    pub(super) fn path(&self) -> Option<ElementPath> {
        Some(ElementPath { template: self.template, id: scan::two_digits_at(self.rest.as_bytes(), 0)? })
    }

    /// The length of the next element as it is written.
    #[inline]
    pub(super) fn declared(&self) -> Option<usize> {
        scan::two_digits_at(self.rest.as_bytes(), 2).map(usize::from)
    }

    /// So many digits of length as a number.
    pub(super) fn number(&self, digits: usize) -> Option<usize> {
        let digits = self.rest.get(2..2 + digits).filter(|digits| scan::all_digits(digits))?;
        digits.parse().ok()
    }

    /// The header of the next element as it is written.
    #[inline]
    pub(super) fn header(&self) -> Option<Edit> {
        let length = self.declared()?;
        Some(Edit { path: self.path()?, at: self.at, header: HEADER, length, declared: Some(length) })
    }

    /// The same, or as an edit has it.
    #[inline]
    fn edited_header(&self) -> Option<Edit> {
        let edit = self.edits.and_then(|edits| edits.of(self.at));
        edit.or_else(|| self.header())
    }

    /// The next element if its header were this one.
    #[inline]
    pub(super) fn element(&self, header: &Edit) -> Option<Element<'a>> {
        let after = self.rest.get(header.header..)?;
        let end = match self.unit {
            Unit::Bytes => Some(header.length),
            Unit::Characters => after.char_indices().map(|(at, _)| at).chain([after.len()]).nth(header.length),
        };
        let value_at = self.at + header.header;
        Some(Element { path: header.path, at: self.at, value_at, value: after.get(..end?)? })
    }

    /// Passes an element that stands here.
    #[inline]
    pub(super) fn pass(&mut self, element: &Element<'a>) {
        let length = element.value_at - element.at + element.value.len();
        self.rest = self.rest.get(length..).unwrap_or_default();
        self.at += length;
    }

    /// Passes the next element and gives it; nothing at the end, and where it does not hold.
    #[inline]
    pub(super) fn pop(&mut self) -> Option<Element<'a>> {
        match (self.edits, self.unit) {
            (None, Unit::Bytes) => self.pop_written(),
            _ => self.pop_edited(),
        }
    }

    #[inline(never)]
    fn pop_edited(&mut self) -> Option<Element<'a>> {
        let element = self.element(&self.edited_header()?)?;
        self.pass(&element);
        Some(element)
    }

    /// The next element where all lengths are as written, in bytes: those of nearly all codes that are right.
    #[inline]
    fn pop_written(&mut self) -> Option<Element<'a>> {
        let [tens, ones, length @ ..] = *self.rest.as_bytes().first_chunk::<HEADER>()?;
        let path = ElementPath { template: self.template, id: scan::two_digits([tens, ones])? };
        let length = usize::from(scan::two_digits(length)?);
        let (value, rest) = self.rest.get(HEADER..)?.split_at_checked(length)?;
        let element = Element { path, at: self.at, value_at: self.at + HEADER, value };
        self.rest = rest;
        self.at += HEADER + length;
        Some(element)
    }

    /// Whether every element holds.
    fn is_complete(&self) -> bool {
        self.problem().is_none()
    }

    /// Why the list cannot be read to its end, if it cannot.
    pub(super) fn problem(&self) -> Option<BrCodeProblem> {
        let mut list = self.clone();
        while list.pop().is_some() {}
        list.stop()
    }

    /// Why there is no next element, unless this is the end.
    pub(super) fn stop(&self) -> Option<BrCodeProblem> {
        if self.rest.is_empty() {
            return None;
        }
        let nothing = BrCodeProblem::NoElement { at: self.at };
        let Some(header) = self.edited_header() else { return Some(nothing) };
        let found = self.unit.count(self.rest.get(header.header..).unwrap_or_default());
        let (element, declared) = (header.path, header.length);
        // Otherwise the length ends inside a character.
        Some(if found < declared { BrCodeProblem::Cut { element, at: self.at, declared, found } } else { nothing })
    }
}
