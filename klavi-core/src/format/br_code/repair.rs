//! Finds the cause behind an element that does not hold: one wrong length spoils everything after it, so the place where
//! reading fails is rarely the place of the mistake.

use super::tlv::Elements;
use super::{BrCodeProblem, MAX_BYTES, PIX_GUI, crc};

/// How many characters a value may be longer or shorter than its length says for the length to be blamed.
const REACH: usize = 8;

/// How many elements in the usual order are no accident.
const FEW: usize = 3;

/// The last element of a code.
const CRC: u8 = 63;

/// The cause of a problem that stopped the reading of a list; the problem itself when no cause is found.
///
/// Every length is tried that is a little longer or shorter than one that is written. The best is the least change after
/// which the whole list holds. A value with a blank too many is also believed when the next few elements hold in the
/// usual order, because blanks seldom come alone.
pub(super) fn cause(code: &str, list: &Elements<'_>, problem: BrCodeProblem) -> BrCodeProblem {
    // A text that is far too long is no code, and trying lengths would take time.
    if code.len() > 2 * MAX_BYTES {
        return problem;
    }
    let mut best: Option<(usize, BrCodeProblem)> = None;
    let mut rest = list.clone();
    while let Some((element, declared)) = rest.header() {
        let at = rest.at();
        if is_over_99(rest.rest()) {
            return BrCodeProblem::TemplateTooLong { element, at };
        }
        for distance in 1..=REACH {
            for found in [declared.checked_sub(distance), Some(declared + distance)].into_iter().flatten() {
                let Some((value, after)) = rest.split(found) else { continue };
                let walk = after.walk();
                let holds = walk.complete && (list.in_template() || walk.last == Some(CRC));
                let is_least = best.is_none_or(|(least, _)| distance <= least);
                let holds_for_a_while = walk.count >= FEW && walk.ascending && walk.last > Some(element.id);
                let is_cause = (holds && is_least) || (holds_for_a_while && best.is_none());
                if !is_cause {
                    continue;
                }
                let blank = if found > declared { inserted_blank(code, value.value_at(), value.value) } else { None };
                let wrong_length = BrCodeProblem::WrongLength { element, at, declared, found };
                match blank {
                    Some(at) if holds => best = Some((distance, BrCodeProblem::InsertedBlank { at })),
                    Some(at) => return BrCodeProblem::InsertedBlank { at },
                    None if holds => best = Some((distance, wrong_length)),
                    None => {}
                }
            }
        }
        match rest.split(declared) {
            Some((_, after)) => rest = after,
            None => break,
        }
    }
    best.map(|(_, cause)| cause).or_else(|| blank_in_header(&rest)).unwrap_or(problem)
}

/// Whether a template begins with a length of three digits: key and text together were too long for it.
fn is_over_99(element: &str) -> bool {
    let (Some(id), Some(length), Some(value)) = (element.get(..2), element.get(2..5), element.get(5..)) else {
        return false;
    };
    let gui = value.get(4..4 + PIX_GUI.len());
    ("26"..="51").contains(&id)
        && length.bytes().all(|byte| byte.is_ascii_digit())
        && value.starts_with("0014")
        && gui.is_some_and(|gui| gui.eq_ignore_ascii_case(PIX_GUI))
}

/// The blank without which the checksum is right, else the first blank.
fn inserted_blank(code: &str, value_at: usize, value: &str) -> Option<usize> {
    let mut blanks = value.bytes().enumerate().filter(|(_, byte)| *byte == b' ').map(|(at, _)| value_at + at);
    let first = blanks.clone().next()?;
    let without = |blank: usize| code.bytes().enumerate().filter(move |(at, _)| *at != blank).map(|(_, byte)| byte);
    Some(blanks.find(|blank| crc::holds(without(*blank))).unwrap_or(first))
}

/// A blank among the four characters where the next element should begin.
fn blank_in_header(rest: &Elements<'_>) -> Option<BrCodeProblem> {
    let blank = rest.rest().bytes().take(4).position(|byte| byte == b' ')?;
    Some(BrCodeProblem::InsertedBlank { at: rest.at() + blank })
}
