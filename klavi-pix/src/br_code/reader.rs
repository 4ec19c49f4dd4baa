//! One pass over a code that reports every problem and keeps the content.

use super::super::scan;
use super::content::BrCodeRef;
use super::limits::{ADDITIONAL_DATA, CRC, Seen, expected, is_template, limits};
use super::template::Template;
use super::tlv::{Element, Elements};
use super::{BrCodeProblem, ElementPath, amount, crc};

/// Id of the transaction id in its template.
const TXID: u8 = 5;

/// What must be there besides 00, which must come first, and the Pix template.
const MANDATORY: [u8; 7] = [52, 53, 58, 59, 60, ADDITIONAL_DATA, CRC];
const ALL_MANDATORY: Seen = Seen::of(&MANDATORY);

/// Who wants to know of problems. For nobody no character is looked at, and no checksum is computed.
type Listener<'r> = Option<&'r mut dyn FnMut(BrCodeProblem)>;

/// Reads a code from its elements; nothing when they cannot be told apart, of which the listener hears last.
pub(super) fn read<'a>(code: &'a str, elements: Elements<'a>, listener: Listener<'_>) -> Option<BrCodeRef<'a>> {
    let code = BrCodeRef { code, ..BrCodeRef::default() };
    let seen = Seen::default();
    let is_plain = scan::is_printable(code.code);
    Reader { elements, is_plain, seen, pix: None, pix_unreadable: false, txid: None, crc: None, code, listener }.read()
}

/// The checksum is the last element; when it lacks digits, the elements before it still hold.
fn is_short_crc(problem: BrCodeProblem) -> bool {
    matches!(
        problem,
        BrCodeProblem::Cut { element: ElementPath { template: None, id: CRC }, declared: crc::DIGITS, .. }
    )
}

/// The state of the pass.
pub(super) struct Reader<'a, 'r> {
    elements: Elements<'a>,
    /// Whether each byte is a character that every element takes.
    is_plain: bool,
    seen: Seen,
    /// The Pix template from 26 to 51.
    pub(super) pix: Option<Template<'a>>,
    /// Whether a template from 26 to 51 cannot be read, and might be that of Pix.
    pub(super) pix_unreadable: bool,
    pub(super) txid: Option<Element<'a>>,
    /// Where the digits of the checksum begin if they end the code, and are judged last.
    crc: Option<usize>,
    pub(super) code: BrCodeRef<'a>,
    pub(super) listener: Listener<'r>,
}

impl<'a> Reader<'a, '_> {
    pub(super) fn report(&mut self, problem: BrCodeProblem) {
        if let Some(listener) = &mut self.listener {
            listener(problem);
        }
    }

    fn read(mut self) -> Option<BrCodeRef<'a>> {
        let mut elements = self.elements.clone();
        if elements.path().is_none_or(|first| first.id != 0) {
            self.report(BrCodeProblem::FirstElement { at: 0 });
        }
        while let Some(element) = elements.pop() {
            self.element(&element, elements.rest().is_empty());
        }
        match elements.stop() {
            None => {}
            Some(problem) if is_short_crc(problem) => {
                self.seen.insert(CRC);
                let digits_at = elements.at() + crc::HEADER.len();
                self.code.crc = self.code.code.get(digits_at..);
                self.crc = Some(digits_at);
            }
            Some(problem) => {
                self.report(problem);
                return None;
            }
        }
        let seen = self.seen;
        if !seen.contains_all(ALL_MANDATORY) {
            for id in MANDATORY.into_iter().filter(|id| !seen.contains(*id)) {
                self.report(BrCodeProblem::Missing { element: ElementPath::root(id) });
            }
        }
        self.pix_rules();
        if let Some(listener) = self.listener {
            self.crc.and_then(|at| crc::problem(self.code.code, at)).into_iter().for_each(listener);
        }
        Some(self.code)
    }

    fn element(&mut self, element: &Element<'a>, is_last: bool) {
        let (id, value) = (element.path.id, element.value);
        if !self.seen.insert(id) {
            // What follows a checksum was told with the first.
            if id != CRC {
                self.report(BrCodeProblem::Duplicate { element: element.path, at: element.at });
            }
            return;
        }
        let (min, max) = limits(id);
        let length_fits = self.length(element, min, max);
        if let Some(expected) = self.listener.as_ref().and_then(|_| expected(id, value)).filter(|_| length_fits) {
            self.report(BrCodeProblem::Value { element: element.path, at: element.at, expected });
        }
        self.characters(element);
        match id {
            1 => self.code.single_use = value == "12",
            54 if length_fits => self.amount(element),
            59 => self.code.name = Some(value),
            60 => self.code.city = Some(value),
            61 => self.code.postcode = Some(value),
            ADDITIONAL_DATA => self.additional_data(element),
            CRC => {
                self.code.crc = Some(value).filter(|_| length_fits);
                self.crc = Some(element.value_at).filter(|_| length_fits && is_last);
                if !is_last {
                    self.report(BrCodeProblem::CrcNotLast { at: element.at });
                }
            }
            id if is_template(id) => self.template(element),
            _ => {}
        }
    }

    /// Reports a value that is too short or too long; whether it is neither.
    pub(super) fn length(&mut self, element: &Element<'a>, min: usize, max: usize) -> bool {
        let found = if self.is_plain { element.value.len() } else { element.value.chars().count() };
        let fits = (min..=max).contains(&found);
        if !fits {
            self.report(BrCodeProblem::ElementLength { element: element.path, at: element.at, min, max, found });
        }
        fits
    }

    /// Reports the first character that the element does not take.
    #[inline]
    fn characters(&mut self, element: &Element<'a>) {
        if !self.is_plain && self.listener.is_some() {
            self.strange_characters(element);
        }
    }

    fn strange_characters(&mut self, element: &Element<'a>) {
        let wrong = match alphabet(element.path) {
            // The first byte of a longer character is none of these.
            Alphabet::Ascii => element.value.bytes().position(|byte| !matches!(byte, b' '..=b'~')),
            Alphabet::Any => element.value.find(char::is_control),
            Alphabet::Ruled => return,
        };
        if let Some(at) = wrong {
            self.report(BrCodeProblem::NotPrintable { element: element.path, at: element.value_at + at });
        }
    }

    fn amount(&mut self, element: &Element<'a>) {
        self.code.amount = Some(element.value);
        match amount::read(element.value) {
            Ok(amount) if amount.is_zero() => self.report(BrCodeProblem::AmountZero { at: element.at }),
            Ok(_) => {}
            Err(error) => self.report(BrCodeProblem::Amount { at: element.at, error }),
        }
    }

    /// The readable elements of a template, each id once. `None` when they cannot be told apart, which is reported.
    fn inside(&mut self, template: &Element<'a>, mut each: impl FnMut(&Element<'a>)) -> Option<()> {
        let mut list = self.elements.of_template(template);
        // What else is wrong is not told of a list that ends in the middle.
        if let Some(problem) = self.listener.as_ref().and_then(|_| list.problem()) {
            // An element that is longer than its template does not tell which of the two lengths is wrong.
            self.report(BrCodeProblem::NoElement { at: problem.at().unwrap_or(template.value_at) });
            return None;
        }
        let mut seen = Seen::default();
        while let Some(element) = list.pop() {
            if seen.insert(element.path.id) {
                self.characters(&element);
                each(&element);
            } else {
                self.report(BrCodeProblem::Duplicate { element: element.path, at: element.at });
            }
        }
        list.rest().is_empty().then_some(())
    }

    /// A template that may be that of Pix (26 to 51) or of a Pix recurrence (80 to 99).
    fn template(&mut self, element: &Element<'a>) {
        let is_account = element.path.id <= 51;
        let mut template = Template { at: element.at, ..Template::default() };
        let read = self.inside(element, |inner| template.put(inner));
        if read.is_none() {
            self.pix_unreadable |= is_account;
            return;
        }
        let is_second = match (template.is_pix, is_account, template.url) {
            (true, true, _) if self.pix.is_some() => true,
            (true, true, _) => {
                self.pix = Some(template);
                false
            }
            (true, false, Some(url)) => {
                self.url(&url);
                self.code.recurrence_url.replace(url.value).is_some()
            }
            // Without a URL it is no recurrence: older codes had other things there.
            _ => false,
        };
        if is_second {
            self.report(BrCodeProblem::SecondPix { element: element.path, at: element.at });
        }
    }

    /// The template that holds the transaction id, whose own rules depend on the kind of code.
    fn additional_data(&mut self, element: &Element<'a>) {
        let mut txid = None;
        if self.inside(element, |inner| txid = txid.or((inner.path.id == TXID).then_some(*inner))).is_none() {
            return;
        }
        match txid {
            Some(txid) => {
                self.code.txid = Some(txid.value);
                self.txid = Some(txid);
            }
            None => self.report(BrCodeProblem::Missing { element: ElementPath::inside(ADDITIONAL_DATA, TXID) }),
        }
    }
}

/// Which characters an element takes.
enum Alphabet {
    /// EMV's format `ans`.
    Ascii,
    /// EMV's format `S`: what an arrangement keeps in its template, names in another language.
    Any,
    /// Another rule looks at every character.
    Ruled,
}

const fn alphabet(path: ElementPath) -> Alphabet {
    match (path.template, path.id) {
        (None, 2..=25 | 59..=61) | (Some(ADDITIONAL_DATA), 0..TXID | 6..50) | (Some(_), 0) => Alphabet::Ascii,
        (None, 0..=63 | 80..) | (Some(ADDITIONAL_DATA), TXID) => Alphabet::Ruled,
        _ => Alphabet::Any,
    }
}
