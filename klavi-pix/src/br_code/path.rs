//! A strict way through a code: element by element, into templates and out again, as long as each may stand where it
//! stands.

use super::limits::{CRC, Seen, expected, is_template, is_usual, limits};
use super::tlv::{Edit, Edits, Element, Elements, HEADER, Unit};
use super::{BrCodeProblem, crc};

/// A place in the text, and how it was reached.
#[derive(Clone)]
pub(super) struct SearchState<'a> {
    pub(super) list: Elements<'a>,
    seen: Seen,
    last: u8,
    /// The list around the template that is being read.
    outer: Option<(Elements<'a>, Seen, u8)>,
    /// The lengths that were changed so far, and by how much.
    pub(super) edits: Edits,
    pub(super) distance: usize,
    /// Elements that few codes have, and those that stand after a greater id.
    pub(super) unusual: usize,
}

/// Where a code stops to make sense, read as it is written.
pub(super) fn stop(code: &str, unit: Unit) -> BrCodeProblem {
    let mut place = SearchState::start(code, unit);
    while !place.is_end() {
        let Some(next) = place.next() else { break };
        place = next;
    }
    let at = place.list.at();
    let nothing = BrCodeProblem::NoElement { at };
    // A code that has its checksum was not cut off.
    let cut = place.list.header().filter(|_| place.outer.is_none() && crc::at_end(code).is_none());
    let Some(header) = cut else { return nothing };
    let found = unit.count(place.list.rest().get(HEADER..).unwrap_or_default());
    let (element, declared) = (header.path, header.length);
    if found < declared { BrCodeProblem::Cut { element, at, declared, found } } else { nothing }
}

impl<'a> SearchState<'a> {
    pub(super) fn start(code: &'a str, unit: Unit) -> Self {
        let list = Elements::written(code, unit);
        let (seen, edits) = (Seen::default(), Edits::default());
        Self { list, seen, last: 0, outer: None, edits, distance: 0, unusual: 0 }
    }

    /// Whether nothing is left; leaves a template that ends here.
    pub(super) fn is_end(&mut self) -> bool {
        if self.list.rest().is_empty()
            && let Some(outer) = self.outer.take()
        {
            (self.list, self.seen, self.last) = outer;
        }
        self.list.rest().is_empty()
    }

    /// The place after the element that is written here.
    pub(super) fn next(&self) -> Option<Self> {
        self.after(&self.list.header()?)
    }

    /// The place after an element with this header, or inside it if it is a template; nothing if it cannot stand here.
    pub(super) fn after(&self, header: &Edit) -> Option<Self> {
        let element = self.list.element(header).or_else(|| self.short_crc(header))?;
        let (id, is_root) = (element.path.id, element.path.template.is_none());
        if self.seen.contains(id) || element.value.is_empty() || (is_root && !fits(&element, header)) {
            return None;
        }
        let mut next = self.clone();
        next.seen.insert(id);
        // The checksum is last whatever its id.
        next.unusual += usize::from(id < self.last && id != CRC) + usize::from(!is_usual(element.path));
        next.last = id;
        next.list.pass(&element);
        if is_root && is_template(id) {
            let inside = next.list.of_template(&element);
            next.outer = Some((next.list, next.seen, next.last));
            (next.list, next.seen, next.last) = (inside, Seen::default(), 0);
        }
        Some(next)
    }

    /// A checksum that lacks digits.
    fn short_crc(&self, header: &Edit) -> Option<Element<'a>> {
        let value = self.list.rest().get(HEADER..)?;
        let is_crc = header.path.template.is_none() && header.path.id == CRC;
        let (path, at) = (header.path, header.at);
        let element = Element { path, at, value_at: at + HEADER, value };
        (is_crc && header.header == HEADER && header.length == crc::DIGITS).then_some(element)
    }
}

/// Whether a value may be that of its element.
fn fits(element: &Element<'_>, header: &Edit) -> bool {
    let id = element.path.id;
    let (min, max) = limits(id);
    let length = element.value.chars().count();
    let length_fits = match id {
        // What the checksum lacks is told by itself.
        CRC => header.header == HEADER && header.length == crc::DIGITS,
        // Only the template of Pix is known to grow beyond what a length can say.
        26..=51 if header.header > HEADER => true,
        _ => header.header <= HEADER && (min..=max).contains(&length),
    };
    length_fits && expected(id, element.value).is_none()
}
