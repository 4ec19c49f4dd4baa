//! BR Code: the text of a Pix QR code ("copia e cola").
//!
//! A flat list of elements, each two digits of id, two digits of length and a value; some are templates that hold such a
//! list again. Template 26 to 51 with the name `br.gov.bcb.pix` is that of Pix: with a key (01) the code is static, with
//! a URL (25) dynamic. A Pix URL in a template from 80 to 99 asks for a recurrence (composite code). The last element is
//! a CRC-16 over everything before its digits.
//!
//! Sources: the central bank's BR Code and Pix initiation manuals as quoted in its public issue trackers, its API Pix
//! 2.9.0, EMV QRCPS merchant-presented 1.1.
//!
//! Accents, lengths and order are judged as those sources have them. Two readings are lenient. Lengths of a text that is
//! not ASCII may count bytes or characters, whichever holds. The amount (54) may have one decimal or none.
//!
//! A code that does not hold is read again in search of the cause, and only then is memory allocated: `reader` judges a
//! reading, `path` follows one, `repair` tries other lengths and `blanks` looks for blanks too many or too few.

pub(crate) mod amount;
mod blanks;
mod content;
mod crc;
mod limits;
mod path;
mod pix;
mod problem;
mod reader;
mod repair;
mod template;
mod tlv;

#[cfg(test)]
mod tests;

use super::scan;
use tlv::Elements;

pub use content::BrCodeRef;
pub use problem::{BrCodeProblem, ElementPath, FixedValue, LengthCause};

/// Most bytes of a code.
pub const MAX_BYTES: usize = 512;

/// Reports everything wrong with a code: the elements in their order, what is missing, the rules of Pix, the checksum.
///
/// Causes are reported, not consequences. One wrong length spoils everything after it: it is named where with another
/// the whole code is right and no other element could be to blame, with what the checksum tells of it, and what else is
/// wrong is reported as if it were mended. Where the cause cannot be told, the first byte that makes no sense is, and the
/// checksum; where a line break or an inserted blank is the cause, nothing else.
///
/// ```
/// use klavi_pix::{BrCodeProblem, br_code};
///
/// let code = "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO\
///             6009SAO PAULO62070503***630451C3";
/// let problems = |code: &str| {
///     let mut found = Vec::new();
///     br_code::check(code, &mut |problem| found.push(problem));
///     found
/// };
/// assert_eq!(problems(code), []);
/// assert_eq!(problems(&code.replace("51C3", "51c3")), [BrCodeProblem::CrcLowerCase { at: 108 }]);
/// ```
pub fn check(code: &str, report: &mut dyn FnMut(BrCodeProblem)) {
    checked(code, report);
}

/// Whether nothing is wrong with a code: [`check`] reports nothing.
///
/// ```
/// use klavi_pix::br_code;
///
/// let code = "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO\
///             6009SAO PAULO62070503***630451C3";
/// assert!(br_code::is_right(code));
/// assert!(!br_code::is_right(&code.replace("SAO", "RIO")));
/// ```
#[must_use]
pub fn is_right(code: &str) -> bool {
    right(code).is_some()
}

/// Reads a code in which nothing is wrong, without a search for causes where something is.
pub(crate) fn right(code: &str) -> Option<BrCodeRef<'_>> {
    if code.len() > MAX_BYTES || whole(code).is_some() {
        return None;
    }
    let mut is_right = true;
    let content = reader::read(code, Elements::of_code(code), Some(&mut |_| is_right = false));
    content.filter(|_| is_right)
}

/// Reads a code and reports what is wrong with it: first as it stands, and where that fails, in search of the cause.
fn checked<'a>(code: &'a str, report: &mut dyn FnMut(BrCodeProblem)) -> Option<BrCodeRef<'a>> {
    if let Some(problem) = whole(code) {
        report(problem);
        return None;
    }
    let elements = Elements::of_code(code);
    let (mut is_right, mut holds, mut is_readable) = (code.len() <= MAX_BYTES, true, true);
    let mut judge = |problem: BrCodeProblem| {
        is_right = false;
        holds &= !problem.is_of_structure();
        is_readable &= !matches!(problem, BrCodeProblem::NoElement { .. } | BrCodeProblem::Cut { .. });
    };
    let content = reader::read(code, elements.clone(), Some(&mut judge));
    if is_right {
        return content;
    }
    if code.len() > MAX_BYTES {
        report(BrCodeProblem::TooLong { found: code.len() });
    }
    // A text that is far too long is no code, and looking for a cause would take time.
    if !holds && code.len() <= 2 * MAX_BYTES {
        if let Some(at) = blanks::inserted(code) {
            report(BrCodeProblem::InsertedBlank { at });
            return None;
        }
        // Where elements can be told apart, theirs may be the only problems: another reading must be beyond doubt.
        // A text that is too long for a code hardly is one with two slips.
        let most_edits = if code.len() > MAX_BYTES { 1 } else { 2 };
        if let Some(repair) = repair::find(code, most_edits).filter(|repair| !is_readable || repair.is_usual()) {
            repair.tell(report);
            return None;
        }
    }
    if content.is_some() {
        return reader::read(code, elements, Some(report));
    }
    report(path::stop(code, elements.unit()));
    crc::at_end(code).and_then(|at| crc::problem(code, at)).into_iter().for_each(report);
    None
}

/// What is wrong with the text as a whole, so that nothing else is looked at.
fn whole(code: &str) -> Option<BrCodeProblem> {
    if code.is_empty() {
        return Some(BrCodeProblem::Empty);
    }
    if let Some(at) = line_break(code) {
        return Some(BrCodeProblem::LineBreak { at });
    }
    code.starts_with("00201").then_some(BrCodeProblem::StartLost)
}

fn line_break(code: &str) -> Option<usize> {
    if scan::is_printable(code) { None } else { code.find(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) }
}

impl<'a> BrCodeRef<'a> {
    /// Reads a code in which nothing is wrong.
    ///
    /// # Errors
    ///
    /// The first problem that [`check`] reports.
    ///
    /// ```
    /// use klavi_pix::BrCodeRef;
    ///
    /// let text = "00020126360014br.gov.bcb.pix0114+5511912345678520400005303986540510.005802BR5912LOJA EXEMPLO\
    ///             6009SAO PAULO62130509PEDIDO12363048BE2";
    /// let code = BrCodeRef::parse(text).unwrap();
    /// assert_eq!(code.key(), Some("+5511912345678"));
    /// assert_eq!(code.amount().map(|amount| amount.minor_units()), Some(1_000));
    /// assert_eq!((code.name(), code.city()), (Some("LOJA EXEMPLO"), Some("SAO PAULO")));
    /// assert_eq!(code.txid(), Some("PEDIDO123"));
    /// ```
    pub fn parse(code: &'a str) -> Result<Self, BrCodeProblem> {
        let mut first = None;
        let mut keep = |problem| _ = first.get_or_insert(problem);
        let content = checked(code, &mut keep);
        match (first, content) {
            (Some(problem), _) => Err(problem),
            (None, content) => content.ok_or(BrCodeProblem::Empty),
        }
    }

    /// Reads what can be read of a code that may have problems; nothing when its elements cannot be told apart.
    #[must_use]
    pub fn read(code: &'a str) -> Option<Self> {
        match whole(code) {
            Some(_) => None,
            None => reader::read(code, Elements::of_code(code), None),
        }
    }
}
