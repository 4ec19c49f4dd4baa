//! What a run came to, in numbers, and its exit status.

use crate::model::outcome::Outcome;
use klavi_core::Code;
use std::collections::BTreeSet;
use std::time::Duration;

/// The counts of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    pub valid: u64,
    pub invalid: u64,
    pub errors: u64,
    pub warnings: u64,
    pub unchecked: u64,
    /// How many of the unchecked were empty.
    pub empty: u64,
    /// Parts of HAR files and files of walked folders that are no documents.
    pub skipped: u64,
    /// The codes of the findings that are told.
    pub codes: BTreeSet<Code>,
    /// The reasons why something was not checked.
    pub reasons: BTreeSet<&'static str>,
    /// How many findings are told, and documents that were not checked.
    pub told: u64,
    /// The run was ended from outside.
    pub interrupted: bool,
    /// Nobody reads the reports any more, so the rest was not checked.
    pub is_cut: bool,
    /// How long it took.
    pub time: Duration,
}

impl Summary {
    /// The counts of one document.
    pub fn of(outcome: &Outcome<'_>) -> Self {
        match &outcome.result {
            Ok(report) => Self {
                valid: u64::from(report.is_valid()),
                invalid: u64::from(!report.is_valid()),
                errors: report.errors as u64,
                warnings: report.warnings as u64,
                codes: report.findings.iter().map(|finding| finding.code).collect(),
                told: report.findings.len() as u64,
                ..Self::default()
            },
            Err(why) => Self {
                unchecked: 1,
                empty: u64::from(why.is_empty()),
                reasons: BTreeSet::from([why.reason()]),
                told: 1,
                ..Self::default()
            },
        }
    }

    /// Adds the counts of other documents.
    pub fn add(&mut self, other: &Self) {
        self.valid += other.valid;
        self.invalid += other.invalid;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.unchecked += other.unchecked;
        self.empty += other.empty;
        self.skipped += other.skipped;
        self.codes.extend(&other.codes);
        self.reasons.extend(&other.reasons);
        self.told += other.told;
    }

    /// Everything that is listed.
    pub const fn documents(&self) -> u64 {
        self.valid + self.invalid + self.unchecked
    }

    /// The exit status: what could not be checked, before what is empty, before what is wrong.
    pub fn status(&self, allow_empty: bool) -> Status {
        if self.interrupted {
            Status::Interrupted
        } else if self.unchecked > self.empty || self.is_cut {
            Status::Unchecked
        } else if self.empty > 0 || self.documents() == 0 && !allow_empty {
            Status::Empty
        } else if self.invalid > 0 {
            Status::Invalid
        } else {
            Status::Valid
        }
    }
}

/// How the process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Valid = 0,
    Invalid = 1,
    Usage = 2,
    Unchecked = 3,
    Empty = 4,
    Defect = 70,
    Interrupted = 130,
}

impl From<Status> for std::process::ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_says_the_worst() {
        let status = |valid, invalid, unchecked, empty| {
            Summary { valid, invalid, unchecked, empty, ..Summary::default() }.status(false)
        };
        assert_eq!(status(1, 0, 0, 0), Status::Valid);
        assert_eq!(status(1, 1, 0, 0), Status::Invalid);
        assert_eq!(status(1, 1, 1, 1), Status::Empty);
        assert_eq!(status(1, 1, 2, 1), Status::Unchecked);
        assert_eq!(status(0, 0, 0, 0), Status::Empty);
        assert_eq!(Summary::default().status(true), Status::Valid);
        assert_eq!(Summary { invalid: 1, is_cut: true, ..Summary::default() }.status(false), Status::Unchecked);
        assert_eq!(Summary { valid: 1, interrupted: true, ..Summary::default() }.status(false), Status::Interrupted);
    }
}
