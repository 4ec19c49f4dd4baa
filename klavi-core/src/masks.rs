//! What may be shown of a document: every token with the mask it needs.

use crate::finding::Span;
use crate::judges::Exhibit;
use crate::mask::Mask;
use crate::walk::{self, Path, Scalar, Visit, walk};

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
    let mut found = Masks(Vec::new());
    let end = walk(part, &mut found);
    found.0.extend(walk::rest(end, part.text).map(|rest| (rest, Mask::Unread)));
    found.0
}

struct Masks(Vec<(Span, Mask)>);

impl Visit for Masks {
    fn name(&mut self, span: Span, path: &mut Path<'_>) {
        self.0.push((span, path.mask()));
    }

    fn scalar(&mut self, span: Span, scalar: Scalar, path: &mut Path<'_>) {
        let reader = path.reader().clone();
        let judges = path.judges();
        let mask = match scalar {
            Scalar::String(text) => judges.mask(&reader, Some(text), span),
            Scalar::Number => judges.mask(&reader, None, span),
            // There are but three words; only where nothing may be known are they masked.
            Scalar::Word if judges.least == Mask::Plain => return,
            Scalar::Word => judges.least,
        };
        self.0.push((span, mask));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::DEEPEST;
    use crate::program::Program;

    #[test]
    fn what_nests_too_deep_is_not_read() {
        let text = "[".repeat(100_000);
        let rest = Span { start: DEEPEST + 1, end: 100_000 };
        assert_eq!(masks(&Exhibit::whole(&Program::ANYTHING, text.as_bytes())), [(rest, Mask::Unread)]);
    }
}
