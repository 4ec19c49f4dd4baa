//! What an element must be by itself: the standard fixes the size of some and the value of a few.

use super::super::scan;
use super::{ElementPath, FixedValue};

/// Id of the checksum and of the template with the transaction id.
pub(super) const CRC: u8 = 63;
pub(super) const ADDITIONAL_DATA: u8 = 62;

/// Fewest and most characters of an element.
pub(super) const fn limits(id: u8) -> (usize, usize) {
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
pub(super) fn expected(id: u8, value: &str) -> Option<FixedValue> {
    let (holds, expected) = match id {
        0 => (value == "01", FixedValue::Version),
        1 => (matches!(value, "11" | "12"), FixedValue::Initiation),
        52 => (scan::all_digits(value), FixedValue::Category),
        53 => (value == "986", FixedValue::Currency),
        58 => (value == "BR", FixedValue::Country),
        _ => return None,
    };
    (!holds).then_some(expected)
}

/// Whether the value of an element is a list of elements that Pix reads.
pub(super) const fn is_template(id: u8) -> bool {
    matches!(id, 26..=51 | ADDITIONAL_DATA | 80..=99)
}

/// Whether codes of Pix have the element as a rule.
pub(super) const fn is_usual(path: ElementPath) -> bool {
    match path {
        ElementPath { template: None, id } => matches!(id, 0 | 1 | 26 | 52..=54 | 58..=63 | 80),
        ElementPath { template: Some(ADDITIONAL_DATA), id } => id == 5,
        ElementPath { template: Some(_), id } => matches!(id, 0..=3 | 25),
    }
}

/// The ids that were there before.
#[derive(Clone, Copy, Default)]
pub(super) struct Seen(u128);

impl Seen {
    /// These ids.
    pub(super) const fn of(ids: &[u8]) -> Self {
        let (mut all, mut index) = (Self(0), 0);
        while index < ids.len() {
            all.insert(ids[index]);
            index += 1;
        }
        all
    }

    pub(super) const fn contains_all(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }

    pub(super) const fn contains(self, id: u8) -> bool {
        self.0 >> id & 1 == 1
    }

    /// Adds an id; whether it is new.
    pub(super) const fn insert(&mut self, id: u8) -> bool {
        let new = !self.contains(id);
        self.0 |= 1 << id;
        new
    }
}
