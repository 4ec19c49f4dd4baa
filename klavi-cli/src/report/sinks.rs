//! Where the reports go: standard output and files, several at once.

use crate::model::destination::Destination;
use crate::model::summary::Summary;
use crate::report::output::Output;
use crate::report::progress::Progress;
use crate::report::render::Render;
use crate::text::usage_error::UsageError;
use std::io;
use std::io::{Read, Seek, Write};
use std::sync::Arc;
use std::time::Instant;
use tempfile::SpooledTempFile;

/// How much of a report that must wait for its summary is kept in memory.
const SPOOL: usize = 8 << 20;

/// What the documents of one batch add to every report, in the order of the reports.
#[derive(Debug, Default)]
pub struct Chunk {
    pub texts: Vec<Vec<u8>>,
    pub summary: Summary,
}

/// All reports of a run.
pub struct Reports {
    all: Vec<Report>,
    summary: Summary,
    progress: Progress,
    started: Instant,
    is_finished: bool,
}

struct Report {
    place: Destination,
    render: Arc<dyn Render>,
    /// `None` once it is whole, or cannot be written.
    out: Option<Output>,
    /// Nobody reads it any more, or it cannot be written.
    is_lost: bool,
    /// What waits for the summary.
    body: Option<SpooledTempFile>,
    is_empty: bool,
    failure: Option<io::Error>,
}

impl Reports {
    /// Opens all reports and writes their heads.
    pub fn open(targets: Vec<(Destination, Arc<dyn Render>)>, progress: Progress) -> Result<Self, UsageError> {
        let open = |(place, render): (Destination, Arc<dyn Render>)| {
            let out = Output::open(&place).map_err(|error| UsageError::unwritable(&place, &error))?;
            let body = render.needs_summary().then(|| SpooledTempFile::new(SPOOL));
            let mut report =
                Report { place, render, out: Some(out), is_lost: false, body, is_empty: true, failure: None };
            report.head(&Summary::default());
            Ok(report)
        };
        let all = targets.into_iter().map(open).collect::<Result<_, UsageError>>()?;
        let started = Instant::now();
        Ok(Self { all, summary: Summary::default(), progress, started, is_finished: false })
    }

    /// Appends to every report.
    pub fn write(&mut self, chunk: &Chunk) {
        self.summary.add(&chunk.summary);
        for (report, text) in self.all.iter_mut().zip(&chunk.texts) {
            report.append(text);
        }
        self.progress.tick(self.summary.documents());
    }

    /// Whether nobody reads any report.
    pub fn are_closed(&self) -> bool {
        !self.all.is_empty() && self.all.iter().all(|report| report.is_lost)
    }

    /// Notes that something is left that nobody wants to hear of.
    pub fn cut(&mut self) {
        self.summary.is_cut = true;
    }

    /// Closes all reports, once, and gives the counts of the run.
    pub fn finish(&mut self, interrupted: bool) -> Summary {
        if !std::mem::replace(&mut self.is_finished, true) {
            self.progress.clear();
            self.summary.interrupted = interrupted;
            self.summary.time = self.started.elapsed();
            for report in &mut self.all {
                report.close(&self.summary);
            }
        }
        self.summary.clone()
    }

    /// What is to be said of reports that were written.
    pub fn remarks(&self) -> Vec<String> {
        self.all.iter().filter_map(|report| report.render.remark(&self.summary)).collect()
    }

    /// What could not be written.
    pub fn failures(&self) -> impl Iterator<Item = UsageError> {
        self.all
            .iter()
            .filter_map(|report| report.failure.as_ref().map(|error| UsageError::unwritable(&report.place, error)))
    }
}

impl Report {
    fn head(&mut self, summary: &Summary) {
        if self.body.is_none() {
            let mut head = Vec::new();
            self.render.head(summary, &mut head);
            self.put(&head);
        }
    }

    /// Appends documents, each with the separator before it; the first needs none.
    fn append(&mut self, text: &[u8]) {
        if text.is_empty() {
            return;
        }
        let is_first = std::mem::replace(&mut self.is_empty, false);
        let text = if is_first { &text[self.render.between().len()..] } else { text };
        match &mut self.body {
            None => {
                self.put(text);
                self.flush();
            }
            Some(body) => {
                let written = body.write_all(text);
                self.note(written);
            }
        }
    }

    fn close(&mut self, summary: &Summary) {
        if let Some(body) = self.body.take() {
            self.head(summary);
            let copied = self.copy(body);
            self.note(copied);
        }
        let mut tail = Vec::new();
        self.render.tail(summary, &mut tail);
        self.put(&tail);
        if let Some(out) = self.out.take() {
            let committed = out.commit();
            self.note(committed);
        }
    }

    fn copy(&mut self, mut body: SpooledTempFile) -> io::Result<()> {
        body.rewind()?;
        let mut block = vec![0; 64 << 10];
        loop {
            match body.read(&mut block)? {
                0 => return Ok(()),
                count => self.put(&block[..count]),
            }
        }
    }

    fn put(&mut self, text: &[u8]) {
        if let Some(out) = &mut self.out {
            let written = out.write_all(text);
            self.note(written);
        }
    }

    fn flush(&mut self) {
        if let Some(out) = &mut self.out {
            let written = out.flush();
            self.note(written);
        }
    }

    /// Gives up a report that cannot be written. A closed pipe is no failure: the reader has seen enough.
    fn note(&mut self, written: io::Result<()>) {
        if let Err(error) = written {
            self.out = None;
            self.is_lost = true;
            if error.kind() != io::ErrorKind::BrokenPipe {
                self.failure = Some(error);
            }
        }
    }
}
