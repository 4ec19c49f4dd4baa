//! Finds the wrong length behind a code that does not hold. It spoils everything after it, so the place where reading
//! stops is rarely the place of the mistake.
//!
//! Other lengths are tried for every element up to that place. A length is blamed where with another one the whole code
//! is right: fixed sizes and values, limits, what must be there and what only once, templates, key. Where that is so of
//! several elements, the checksum may tell, or that others leave a code with unusual elements; else none is blamed.

use super::limits::limits;
use super::path::SearchState;
use super::tlv::{Edit, Edits, Elements, HEADER, Unit};
use super::{BrCodeProblem, LengthCause, blanks, crc, reader};

/// How many elements are read in search of a cause. Codes of any honest length take far fewer.
const WORK: usize = 60_000;

/// How much lengths may be off when two are wrong.
const REACH_OF_TWO: usize = 8;

/// Another reading of a code, in which everything holds.
#[derive(Clone, Copy)]
pub(super) struct Repair<'a> {
    code: &'a str,
    unit: Unit,
    edits: Edits,
    cause: LengthCause,
    unusual: usize,
    /// By how much the lengths change.
    distance: usize,
}

/// The reading with one other length, or else with two where so many may be tried, if there is one to believe.
pub(super) fn find(code: &str, most: usize) -> Option<Repair<'_>> {
    let crc_holds = crc::holds(code.bytes());
    let mut found = Vec::new();
    for edits in 1..=most {
        let mut search = Search { code, edits, crc_holds, unit: Unit::Bytes, work: WORK, found };
        search.start();
        if search.work == 0 {
            return None;
        }
        found = search.found;
        if !found.is_empty() {
            break;
        }
    }
    likeliest(&found)
}

/// The best of the readings, if all the others that are as good blame the same elements.
fn likeliest<'a>(found: &[Repair<'a>]) -> Option<Repair<'a>> {
    let rank = |repair: &Repair<'_>| {
        // Where elements differ in what they count, the one that counts bytes has the standard on its side.
        let counts_characters = repair.cause == LengthCause::Unit && repair.unit == Unit::Characters;
        (!repair.is_proven(), repair.edits.faults(), repair.unusual, counts_characters)
    };
    let best = found.iter().min_by_key(|repair| (rank(repair), repair.distance))?;
    let agree = |repair: &Repair<'_>| {
        rank(repair) > rank(best) || repair.edits.iter().map(|edit| edit.at).eq(best.edits.iter().map(|edit| edit.at))
    };
    found.iter().all(agree).then_some(*best)
}

impl Repair<'_> {
    /// Reports the lengths to blame, and then what else is wrong with the code.
    pub(super) fn tell(&self, report: &mut dyn FnMut(BrCodeProblem)) {
        let consequences = self.edits.iter().count() - self.edits.faults();
        for edit in self.edits.iter().skip(consequences) {
            report(self.problem(&edit));
        }
        self.read(&mut |problem| {
            if !(self.is_proven() && problem.is_crc()) {
                report(problem);
            }
        });
    }

    /// Reads the code with the other lengths.
    fn read(&self, report: &mut dyn FnMut(BrCodeProblem)) {
        let of_three_digits = |at| self.edits.iter().any(|edit| edit.at == at && edit.header > HEADER);
        let elements = Elements::edited(self.code, self.unit, &self.edits);
        let mut tell = |problem| match problem {
            BrCodeProblem::ElementLength { at, .. } if of_three_digits(at) => {}
            problem => report(problem),
        };
        reader::read(self.code, elements, Some(&mut tell));
    }

    /// Whether all its elements are those that codes of Pix have as a rule, in the usual order.
    pub(super) const fn is_usual(&self) -> bool {
        self.unusual == 0
    }

    /// Whether the checksum tells that the code was once what this reading has.
    const fn is_proven(&self) -> bool {
        matches!(self.cause, LengthCause::Changed | LengthCause::BlanksLost)
    }

    fn problem(&self, edit: &Edit) -> BrCodeProblem {
        let Edit { path: element, at, header, length: found, declared } = *edit;
        match declared.filter(|_| header >= HEADER) {
            _ if header > HEADER => BrCodeProblem::TemplateTooLong { element, at },
            Some(declared) => BrCodeProblem::WrongLength { element, at, declared, found, cause: self.cause },
            None => BrCodeProblem::LengthForm { element, at, found },
        }
    }

    /// What the checksum tells.
    fn cause(&self, crc_holds: bool) -> LengthCause {
        let Some(edit) = self.edits.iter().last() else { return LengthCause::Unknown };
        let rest = Elements::written(self.code.get(edit.at..).unwrap_or_default(), self.unit);
        let value = rest.element(&edit).map_or("", |element| element.value);
        let declared = edit.declared.filter(|_| edit.header == HEADER);
        let blanks = declared.and_then(|declared| declared.checked_sub(edit.length));
        match blanks.filter(|_| self.edits.faults() == 1) {
            _ if declared == Some(self.unit.other().count(value)) => LengthCause::Unit,
            _ if crc_holds => LengthCause::Issued,
            _ if crc::holds(self.corrected().bytes()) => LengthCause::Changed,
            Some(blanks) if blanks::were_lost(self.code, edit.at + HEADER, value, blanks) => LengthCause::BlanksLost,
            _ => LengthCause::Unknown,
        }
    }

    /// The code with the lengths of this reading.
    fn corrected(&self) -> String {
        let (mut text, mut rest_at) = (String::with_capacity(self.code.len() + 2), 0);
        for edit in self.edits.iter() {
            let id_end = edit.at + 2;
            let before = self.code.get(rest_at..id_end).unwrap_or_default();
            text.extend([before, &format!("{:02}", edit.length)]);
            rest_at = edit.at + edit.header;
        }
        text + self.code.get(rest_at..).unwrap_or_default()
    }
}

/// The search for readings with so many other lengths.
struct Search<'a> {
    code: &'a str,
    edits: usize,
    crc_holds: bool,
    unit: Unit,
    work: usize,
    found: Vec<Repair<'a>>,
}

impl<'a> Search<'a> {
    fn start(&mut self) {
        let units = if self.code.is_ascii() { &[Unit::Bytes][..] } else { &[Unit::Bytes, Unit::Characters] };
        for unit in units {
            self.unit = *unit;
            self.follow(SearchState::start(self.code, *unit));
        }
    }

    /// Reads on from a place, with every way to change the lengths that are still to change.
    fn follow(&mut self, mut place: SearchState<'a>) {
        while !place.is_end() {
            self.work = self.work.saturating_sub(1);
            if self.work == 0 {
                return;
            }
            if place.edits.iter().count() < self.edits {
                self.change(&place);
            }
            let Some(next) = place.next() else { return };
            place = next;
        }
        if place.edits.iter().count() == self.edits {
            self.judge(&place);
        }
    }

    /// Reads on with every other length of the element that stands here.
    fn change(&mut self, place: &SearchState<'a>) {
        let Some(path) = place.list.path() else { return };
        let (at, declared) = (place.list.at(), place.list.declared());
        let reach = if self.edits == 1 { usize::MAX } else { REACH_OF_TWO };
        let (least, most) = if path.template.is_none() { limits(path.id) } else { (1, 99) };
        let of_two_digits = (least..=most).filter(|length| declared != Some(*length)).map(|length| (HEADER, length));
        let others = [1, 3].into_iter().filter_map(|digits| Some((2 + digits, place.list.number(digits)?)));
        for (header, length) in of_two_digits.chain(others.filter(|(header, length)| *header < HEADER || *length > 99))
        {
            let distance = match declared.filter(|_| header == HEADER) {
                Some(declared) => declared.abs_diff(length),
                // One digit is rather the length than the first character of something else.
                None => 1 + usize::from(header == HEADER),
            };
            let edit = Edit { path, at, header, length, declared };
            let next = place.after(&edit).filter(|_| distance <= reach);
            if let Some(mut next) = next {
                next.edits = next.edits.and(edit);
                next.distance += distance;
                self.follow(next);
            }
        }
    }

    /// Keeps a reading in which all holds, or of which the checksum tells that it once did.
    fn judge(&mut self, place: &SearchState<'a>) {
        let (unit, edits, distance, unusual) = (self.unit, place.edits, place.distance, place.unusual);
        let mut repair = Repair { code: self.code, unit, edits, cause: LengthCause::Unknown, unusual, distance };
        repair.cause = repair.cause(self.crc_holds);
        let mut holds = true;
        repair.read(&mut |problem| holds &= !problem.is_of_structure());
        if holds || repair.is_proven() {
            self.found.push(repair);
        }
    }
}
