//! What may be shown of a document: every token with the mask it needs.

use crate::finding::Span;
use crate::judges::Exhibit;
use crate::mask::Mask;
use crate::reader::Abort;
use crate::walk::{self, Path, Scalar, Visit, walk};
use core::ops::Range;

/// The texts, numbers and member names of a document or a part of one, in order, each with the mask it needs.
///
/// Spans of texts include the quotes. Only members of closed lists, well-formed amounts and dates, and the names of
/// fields are plain. Words (`true`, `false`, `null`) are there where they may not be shown. Where the document cannot be
/// read further, one last span takes in the rest.
///
/// ```
/// use klavi_core::program::Program;
/// use klavi_core::{Mask, Exhibit, masks};
///
/// let found = masks(&Exhibit::whole(&Program::ANYTHING, br#"{"accesKey": {"x": 1}, "n": 1, oops"#));
/// let masks: Vec<_> = found.into_iter().map(|(_, mask)| mask).collect();
/// assert_eq!(masks, [Mask::Plain, Mask::Secret, Mask::Secret, Mask::Plain, Mask::Shape, Mask::Unread]);
/// ```
#[must_use]
pub fn masks(part: &Exhibit<'_>) -> Vec<(Span, Mask)> {
    masks_near(part, core::slice::from_ref(&(0..usize::MAX)))
}

/// The same of the tokens that touch some places: bytes of the part, in order and apart. Of the tokens between two places
/// nothing is found out, because that costs most: they are secret as one. Behind the last place nothing is read.
///
/// ```
/// use klavi_core::program::Program;
/// use klavi_core::{Mask, Exhibit, masks_near};
///
/// let part = Exhibit::whole(&Program::ANYTHING, br#"{"a": 1, "b": 2, "c": 3}"#);
/// let found = masks_near(&part, &[14..15]);
/// let masks: Vec<_> = found.iter().map(|(span, mask)| (span.start, span.end, *mask)).collect();
/// assert_eq!(masks, [(1, 12, Mask::Secret), (14, 15, Mask::Shape), (16, 24, Mask::Unread)]);
/// ```
#[must_use]
pub fn masks_near(part: &Exhibit<'_>, places: &[Range<usize>]) -> Vec<(Span, Mask)> {
    let mut masks = Masks { found: Vec::new(), places, between: None, left: usize::MAX };
    let end = walk(part, &mut masks).min(masks.left);
    masks.close();
    let end = masks.found.last().map_or(end, |(last, _)| end.max(last.end as usize));
    masks.found.extend(walk::rest(end, part.text).map(|rest| (rest, Mask::Unread)));
    masks.found
}

struct Masks<'p> {
    found: Vec<(Span, Mask)>,
    /// The places that are not passed yet.
    places: &'p [Range<usize>],
    /// The tokens since the last place.
    between: Option<Span>,
    /// Where the first token behind all places stands.
    left: usize,
}

impl Masks<'_> {
    /// Whether a token lies in one of the places.
    fn is_wanted(&mut self, token: Span) -> bool {
        while let [place, behind @ ..] = self.places
            && place.end <= token.start as usize
        {
            self.places = behind;
        }
        let is_wanted = self.places.first().is_some_and(|place| place.start < token.end as usize);
        if is_wanted {
            self.close();
        } else {
            let start = self.between.map_or(token.start, |between| between.start);
            self.between = Some(Span { start, end: token.end });
        }
        is_wanted
    }

    /// Keeps what stands between two places to itself.
    fn close(&mut self) {
        self.found.extend(self.between.take().map(|between| (between, Mask::Secret)));
    }
}

impl Visit for Masks<'_> {
    fn reach(&mut self, at: usize, _path: &mut Path<'_>) -> Result<(), Abort> {
        if self.places.last().is_some_and(|last| at <= last.end) {
            return Ok(());
        }
        // The value that is open began before.
        self.left = self.left.min(at - 1);
        Err(Abort)
    }

    fn name(&mut self, span: Span, path: &mut Path<'_>) {
        if self.is_wanted(span) {
            self.found.push((span, path.mask()));
        }
    }

    fn scalar(&mut self, span: Span, scalar: Scalar, path: &mut Path<'_>) {
        if !self.is_wanted(span) {
            return;
        }
        let reader = path.reader().clone();
        let judges = path.judges();
        let mask = match scalar {
            Scalar::String(text) => judges.mask(&reader, Some(text), span),
            Scalar::Number => judges.mask(&reader, None, span),
            // There are but three words; only where nothing may be known are they masked.
            Scalar::Word if judges.least == Mask::Plain => return,
            Scalar::Word => judges.least,
        };
        self.found.push((span, mask));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::DEEPEST;
    use crate::program::Program;

    #[test]
    fn what_was_closed_does_not_count_as_depth() {
        let text = format!("[{}\"a\"]", r#"[], {"b": []}, "#.repeat(300));
        let masks = masks(&Exhibit::whole(&Program::ANYTHING, text.as_bytes()));
        assert_eq!(masks.len(), 301);
        assert!(masks[..300].iter().all(|(_, mask)| *mask == Mask::Plain));
        let end = crate::reader::narrow(text.len());
        assert_eq!(masks[300], (Span { start: end - 4, end: end - 1 }, Mask::Shape));
    }

    #[test]
    fn what_nests_too_deep_is_not_read() {
        let text = "[".repeat(100_000);
        let rest = Span { start: DEEPEST + 1, end: 100_000 };
        assert_eq!(masks(&Exhibit::whole(&Program::ANYTHING, text.as_bytes())), [(rest, Mask::Unread)]);
    }
}
