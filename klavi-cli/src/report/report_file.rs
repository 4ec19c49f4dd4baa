//! What a report is written to, for as long as it can be.

use crate::model::destination::Destination;
use crate::report::output::Output;
use crate::text::usage_error::UsageError;
use std::io::{self, ErrorKind, Write};

/// The place of a report, which is given up once it cannot be written.
pub struct ReportFile {
    place: Destination,
    /// `None` once it is whole, or given up.
    out: Option<Output>,
    is_lost: bool,
    failure: Option<io::Error>,
}

impl ReportFile {
    pub fn open(place: Destination) -> Result<Self, UsageError> {
        let out = Output::open(&place).map_err(|error| UsageError::unwritable(&place, &error))?;
        Ok(Self { place, out: Some(out), is_lost: false, failure: None })
    }

    /// Whether nobody reads it any more, or it cannot be written.
    pub const fn is_lost(&self) -> bool {
        self.is_lost
    }

    /// What could not be written.
    pub fn failure(&self) -> Option<UsageError> {
        self.failure.as_ref().map(|error| UsageError::unwritable(&self.place, error))
    }

    pub fn put(&mut self, text: &[u8]) {
        self.with(|out| out.write_all(text));
    }

    /// What was put is there for who reads along.
    pub fn flush(&mut self) {
        self.with(Output::flush);
    }

    /// The report is whole.
    pub fn commit(&mut self) {
        if let Some(out) = self.out.take() {
            self.note(out.commit());
        }
    }

    /// The report will never be whole: an older one keeps its place.
    pub fn give_up(&mut self) {
        self.out = None;
    }

    /// Gives up a report that cannot be written. A closed pipe is no failure: the reader has seen enough.
    pub fn note(&mut self, written: io::Result<()>) {
        if let Err(error) = written {
            self.give_up();
            self.is_lost = true;
            self.failure = Some(error).filter(|error| error.kind() != ErrorKind::BrokenPipe);
        }
    }

    fn with(&mut self, write: impl FnOnce(&mut Output) -> io::Result<()>) {
        if let Some(out) = &mut self.out {
            let written = write(out);
            self.note(written);
        }
    }
}
