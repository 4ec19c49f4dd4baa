//! One pass over a code that reports every problem and keeps the content.

use super::super::{Centavos, scan};
use super::pix::Template;
use super::tlv::{Element, Elements};
use super::{BrCodeProblem, BrCodeRef, ElementPath, MAX_BYTES, crc, repair};

/// Id of the checksum, its element without digits, and its number of digits.
const CRC: u8 = 63;
const CRC_HEADER: &str = "6304";
const CRC_DIGITS: usize = 4;

/// Id of the template with the transaction id, and the id in it.
const ADDITIONAL_DATA: u8 = 62;
const TXID: u8 = 5;

/// What must be there besides 00, which must come first, and the Pix template.
const MANDATORY: [u8; 7] = [52, 53, 58, 59, 60, ADDITIONAL_DATA, CRC];

/// Who wants to know of problems. For nobody the checksum is not even computed.
type Listener<'r> = Option<&'r mut dyn FnMut(BrCodeProblem)>;

/// Reads a code; nothing when its elements cannot be told apart.
pub(super) fn read<'a>(code: &'a str, mut listener: Listener<'_>) -> Option<BrCodeRef<'a>> {
    let mut report = |problem| tell(&mut listener, problem);
    if code.is_empty() {
        report(BrCodeProblem::Empty);
        return None;
    }
    if code.len() > MAX_BYTES {
        report(BrCodeProblem::TooLong { found: code.len() });
    }
    let unusual = scan::first_not(code, |byte| matches!(byte, b' '..=b'~'));
    if let Some(at) = unusual.and_then(|_| code.find(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])) {
        report(BrCodeProblem::LineBreak { at });
        return None;
    }
    // Accents take two bytes each: of a code that is too long because of them one problem is told.
    if let Some(at) = unusual.filter(|_| code.len() <= MAX_BYTES) {
        report(BrCodeProblem::NotPrintable { at });
    }
    if code.starts_with("00201") {
        report(BrCodeProblem::StartLost);
        return None;
    }
    let elements = Elements::of_code(code);
    let problem = elements.walk().problem;
    let code = BrCodeRef { code, ..BrCodeRef::default() };
    let reader = Reader {
        elements,
        seen: Seen::default(),
        pix: None,
        pix_unreadable: false,
        txid: None,
        crc: None,
        code,
        listener,
    };
    match problem {
        Some(problem) if !is_short_crc(problem) => {
            reader.unreadable(problem);
            None
        }
        _ => Some(reader.readable()),
    }
}

fn tell(listener: &mut Listener<'_>, problem: BrCodeProblem) {
    if let Some(listener) = listener {
        listener(problem);
    }
}

/// The checksum is the last element; when it lacks digits, the elements before it still hold.
fn is_short_crc(problem: BrCodeProblem) -> bool {
    matches!(problem, BrCodeProblem::Cut { element: ElementPath { template: None, id: CRC }, declared: CRC_DIGITS, .. })
}

/// The state of the pass.
pub(super) struct Reader<'a, 'r> {
    elements: Elements<'a>,
    seen: Seen,
    /// The Pix template from 26 to 51.
    pub(super) pix: Option<Template<'a>>,
    /// Whether a template from 26 to 51 cannot be read, and might be that of Pix.
    pub(super) pix_unreadable: bool,
    pub(super) txid: Option<Element<'a>>,
    /// The digits of the checksum, judged last, and where they begin.
    crc: Option<(usize, &'a str)>,
    pub(super) code: BrCodeRef<'a>,
    listener: Listener<'r>,
}

/// The ids that were there before.
#[derive(Clone, Copy, Default)]
struct Seen(u128);

impl Seen {
    const fn contains(self, id: u8) -> bool {
        self.0 >> id & 1 == 1
    }

    /// Adds an id; whether it is new.
    const fn insert(&mut self, id: u8) -> bool {
        let new = !self.contains(id);
        self.0 |= 1 << id;
        new
    }
}

impl<'a> Reader<'a, '_> {
    pub(super) fn report(&mut self, problem: BrCodeProblem) {
        tell(&mut self.listener, problem);
    }

    /// The elements cannot be told apart: reports why, and judges the checksum if the end of the text has one.
    fn unreadable(mut self, problem: BrCodeProblem) {
        let code = self.code.code;
        let cause = repair::cause(code, &self.elements, problem);
        self.report(cause);
        if matches!(cause, BrCodeProblem::InsertedBlank { .. }) {
            return;
        }
        for digits in [CRC_DIGITS, CRC_DIGITS - 1] {
            let Some((before, stated)) = code.len().checked_sub(digits).and_then(|at| code.split_at_checked(at)) else {
                continue;
            };
            if before.ends_with(CRC_HEADER) {
                return self.check_crc(before.len(), stated);
            }
        }
    }

    fn readable(mut self) -> BrCodeRef<'a> {
        let mut elements = self.elements.clone();
        if elements.header().is_none_or(|(first, _)| first.id != 0) {
            self.report(BrCodeProblem::FirstElement { at: 0 });
        }
        while let Some((header, _)) = elements.header() {
            let at = elements.at();
            if let Some(Ok(element)) = elements.next() {
                self.element(&element, elements.rest().is_empty());
            } else {
                // Only a checksum that lacks digits does not hold, see `read`.
                self.seen.insert(header.id);
                let value_at = at + CRC_HEADER.len();
                self.crc = self.code.code.get(value_at..).map(|stated| (value_at, stated));
            }
        }
        for id in MANDATORY {
            if !self.seen.contains(id) {
                self.report(BrCodeProblem::Missing { element: ElementPath::root(id) });
            }
        }
        self.pix_rules();
        if let Some((at, stated)) = self.crc {
            self.code.crc = Some(stated);
            self.check_crc(at, stated);
        }
        self.code
    }

    fn element(&mut self, element: &Element<'a>, is_last: bool) {
        let (id, value) = (element.path.id, element.value);
        if !self.seen.insert(id) {
            return self.report(BrCodeProblem::Duplicate { element: element.path, at: element.at });
        }
        let (min, max) = limits(id);
        let length_fits = self.length(element, min, max);
        if let Some(expected) = expected(id, value).filter(|_| length_fits) {
            self.report(BrCodeProblem::Value { element: element.path, at: element.at, expected });
        }
        match id {
            1 => self.code.single_use = value == "12",
            26..=51 | 80..=99 => self.template(element),
            54 => self.amount(element),
            59 => self.code.name = Some(value),
            60 => self.code.city = Some(value),
            61 => self.code.postcode = Some(value),
            ADDITIONAL_DATA => self.additional_data(element),
            CRC => {
                self.crc = Some((element.value_at(), value)).filter(|_| length_fits);
                if !is_last {
                    self.report(BrCodeProblem::CrcNotLast { at: element.at });
                }
            }
            _ => {}
        }
    }

    /// Reports a value that is too short or too long; whether it is neither.
    pub(super) fn length(&mut self, element: &Element<'a>, min: usize, max: usize) -> bool {
        let found = element.value.chars().count();
        let fits = (min..=max).contains(&found);
        if !fits {
            self.report(BrCodeProblem::ElementLength { element: element.path, at: element.at, min, max, found });
        }
        fits
    }

    fn amount(&mut self, element: &Element<'a>) {
        self.code.amount = Some(element.value);
        match Centavos::parse_number(element.value) {
            Ok(amount) if amount.is_zero() => self.report(BrCodeProblem::AmountZero { at: element.at }),
            Ok(_) => {}
            Err(error) => self.report(BrCodeProblem::Amount { at: element.at, error }),
        }
    }

    /// The readable elements of a template, each id once. `None` when they cannot be told apart, which is reported.
    fn inside(&mut self, template: &Element<'a>, mut each: impl FnMut(&Element<'a>)) -> Option<()> {
        let list = self.elements.of_template(template);
        if let Some(problem) = list.walk().problem {
            self.report(repair::cause(self.code.code, &list, problem));
            return None;
        }
        let mut seen = Seen::default();
        for element in list.flatten() {
            if seen.insert(element.path.id) {
                each(&element);
            } else {
                self.report(BrCodeProblem::Duplicate { element: element.path, at: element.at });
            }
        }
        Some(())
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

    /// The checksum against everything before its digits.
    fn check_crc(&mut self, at: usize, stated: &str) {
        if self.listener.is_none() {
            return;
        }
        let expected = crc::of(self.code.code.bytes().take(at));
        let bad_digit = stated.bytes().position(|byte| crc::hex(byte).is_none());
        match (bad_digit, stated.len()) {
            (Some(digit), _) => self.report(BrCodeProblem::CrcForm { at: at + digit }),
            (None, found) if found < CRC_DIGITS => self.report(BrCodeProblem::CrcShort { at, found, expected }),
            (None, _) if crc::value(stated.bytes()) != Some(expected) => {
                self.report(BrCodeProblem::CrcWrong { at, expected });
            }
            (None, _) if stated.bytes().any(|byte| byte.is_ascii_lowercase()) => {
                self.report(BrCodeProblem::CrcLowerCase { at });
            }
            (None, _) => {}
        }
    }
}

/// Fewest and most characters of an element.
const fn limits(id: u8) -> (usize, usize) {
    match id {
        0 | 1 | 55 | 58 => (2, 2),
        52 | CRC => (4, 4),
        53 => (3, 3),
        54 | 56 => (1, 13),
        57 => (1, 5),
        59 => (1, 25),
        60 => (1, 15),
        61 => (1, 10),
        _ => (1, 99),
    }
}

/// What an element of fixed content should be, if it is not.
fn expected(id: u8, value: &str) -> Option<&'static str> {
    let (holds, expected) = match id {
        0 => (value == "01", "01"),
        1 => (matches!(value, "11" | "12"), "11 or 12"),
        52 => (scan::all_digits(value), "four digits"),
        53 => (value == "986", "986, the number of the real"),
        58 => (value == "BR", "BR"),
        _ => return None,
    };
    (!holds).then_some(expected)
}
