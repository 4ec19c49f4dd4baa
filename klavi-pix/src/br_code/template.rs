//! The elements of a Pix template.

use super::tlv::Element;

/// The name of the Pix template, compared without case.
const PIX_GUI: &str = "br.gov.bcb.pix";

/// The elements of a template that Pix gives a meaning.
#[derive(Clone, Copy, Default)]
pub(super) struct Template<'a> {
    pub(super) at: usize,
    pub(super) is_pix: bool,
    pub(super) key: Option<Element<'a>>,
    pub(super) information: Option<Element<'a>>,
    pub(super) facilitator: Option<Element<'a>>,
    pub(super) url: Option<Element<'a>>,
}

impl<'a> Template<'a> {
    /// Keeps an element of the template.
    pub(super) fn put(&mut self, element: &Element<'a>) {
        match element.path.id {
            0 => self.is_pix = element.value.eq_ignore_ascii_case(PIX_GUI),
            1 => self.key = Some(*element),
            2 => self.information = Some(*element),
            3 => self.facilitator = Some(*element),
            25 => self.url = Some(*element),
            _ => {}
        }
    }
}
