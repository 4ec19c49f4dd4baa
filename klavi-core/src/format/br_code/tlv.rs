//! The flat structure of a BR Code: elements of a two-digit id, a two-digit length and a value. The value of a template
//! is such a list again.

use super::super::scan;
use super::{BrCodeProblem, ElementPath};

/// Characters of id and length.
const HEADER: usize = 4;

/// What a length counts. The standard says bytes; for texts with accents some writers count characters.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Unit {
    Bytes,
    Characters,
}

/// One element.
#[derive(Clone, Copy)]
pub(super) struct Element<'a> {
    pub(super) path: ElementPath,
    /// Byte offset of the id in the whole code.
    pub(super) at: usize,
    pub(super) value: &'a str,
}

impl Element<'_> {
    /// Byte offset of the value in the whole code.
    pub(super) const fn value_at(&self) -> usize {
        self.at + HEADER
    }
}

/// The elements of a list, up to the first that does not hold.
#[derive(Clone)]
pub(super) struct Elements<'a> {
    rest: &'a str,
    /// Byte offset of the rest in the whole code.
    at: usize,
    template: Option<u8>,
    unit: Unit,
}

impl<'a> Elements<'a> {
    /// The elements of a whole code.
    pub(super) fn of_code(code: &'a str) -> Self {
        let by_bytes = Self { rest: code, at: 0, template: None, unit: Unit::Bytes };
        let by_characters = Self { unit: Unit::Characters, ..by_bytes.clone() };
        let counts_characters = !code.is_ascii() && !by_bytes.walk().complete && by_characters.walk().complete;
        if counts_characters { by_characters } else { by_bytes }
    }

    /// The elements of a template of the same code.
    pub(super) const fn of_template(&self, template: &Element<'a>) -> Self {
        Self { rest: template.value, at: template.value_at(), template: Some(template.path.id), unit: self.unit }
    }

    /// Whether these are the elements of a template.
    pub(super) const fn in_template(&self) -> bool {
        self.template.is_some()
    }

    /// What is still to be read.
    pub(super) const fn rest(&self) -> &'a str {
        self.rest
    }

    /// Byte offset of the rest in the whole code.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Id and length of the next element.
    pub(super) fn header(&self) -> Option<(ElementPath, usize)> {
        let bytes = self.rest.as_bytes();
        let id = bytes.get(..2).and_then(scan::two_digits)?;
        let length = bytes.get(2..HEADER).and_then(scan::two_digits)?;
        Some((ElementPath { template: self.template, id }, usize::from(length)))
    }

    /// The next element if its value had that length, and the elements after it.
    pub(super) fn split(&self, length: usize) -> Option<(Element<'a>, Self)> {
        let (path, _) = self.header()?;
        let element = self.element(path, length)?;
        let mut next = self.clone();
        next.pass(&element);
        Some((element, next))
    }

    /// The next element if its header were this one.
    #[inline]
    fn element(&self, path: ElementPath, length: usize) -> Option<Element<'a>> {
        let after = self.rest.get(HEADER..)?;
        let end = match self.unit {
            Unit::Bytes => Some(length),
            Unit::Characters => after.char_indices().map(|(at, _)| at).chain([after.len()]).nth(length),
        };
        Some(Element { path, at: self.at, value: after.get(..end?)? })
    }

    /// Passes an element that stands here.
    fn pass(&mut self, element: &Element<'a>) {
        let length = HEADER + element.value.len();
        self.rest = self.rest.get(length..).unwrap_or_default();
        self.at += length;
    }

    /// Reads to the end or to the first element that does not hold.
    pub(super) fn walk(&self) -> Walk {
        let mut walk = Walk { last: None, count: 0, ascending: true, complete: false, problem: None };
        for element in self.clone() {
            match element {
                Ok(element) => {
                    walk.ascending &= walk.last < Some(element.path.id);
                    walk.last = Some(element.path.id);
                    walk.count += 1;
                }
                Err(problem) => return Walk { problem: Some(problem), ..walk },
            }
        }
        Walk { complete: true, ..walk }
    }

    #[inline]
    fn read(&self) -> Result<Element<'a>, BrCodeProblem> {
        let (element, declared) = self.header().ok_or(BrCodeProblem::NoElement { at: self.at })?;
        self.element(element, declared).ok_or_else(|| {
            let after = self.rest.get(HEADER..).unwrap_or_default();
            let found = if self.unit == Unit::Bytes { after.len() } else { after.chars().count() };
            if found < declared {
                BrCodeProblem::Cut { element, at: self.at, declared, found }
            } else {
                // The length ends inside a character.
                BrCodeProblem::NoElement { at: self.at + HEADER + declared }
            }
        })
    }
}

impl<'a> Iterator for Elements<'a> {
    type Item = Result<Element<'a>, BrCodeProblem>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let read = self.read();
        match &read {
            Ok(element) => self.pass(element),
            Err(_) => self.rest = "",
        }
        Some(read)
    }
}

/// How far a list could be read.
pub(super) struct Walk {
    /// Id of the last element that holds.
    pub(super) last: Option<u8>,
    /// How many elements hold.
    pub(super) count: usize,
    /// Whether their ids ascend, as those of most codes do.
    pub(super) ascending: bool,
    /// Whether every element holds.
    pub(super) complete: bool,
    pub(super) problem: Option<BrCodeProblem>,
}
