//! Where the reports go: standard output and files, several at once.

use crate::model::destination::Destination;
use crate::model::summary::Summary;
use crate::report::progress::Progress;
use crate::report::render::Render;
use crate::report::report_file::ReportFile;
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
    render: Arc<dyn Render>,
    file: ReportFile,
    /// What waits for the summary.
    body: Option<SpooledTempFile>,
    is_empty: bool,
    /// How long its body was before the batch of which only pieces are there: nobody counts that one yet.
    before_pieces: Option<u64>,
}

impl Reports {
    /// Opens all reports and writes their heads.
    pub fn open(targets: Vec<(Destination, Arc<dyn Render>)>, progress: Progress) -> Result<Self, UsageError> {
        let open = |(place, render): (Destination, Arc<dyn Render>)| {
            let body = render.needs_summary().then(|| SpooledTempFile::new(SPOOL));
            let file = ReportFile::open(place)?;
            let mut report = Report { render, file, body, is_empty: true, before_pieces: None };
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
            report.file.flush();
            report.before_pieces = None;
        }
        self.progress.tick(self.summary.documents());
    }

    /// Appends to one report a piece of a batch that is still being checked.
    pub fn write_piece(&mut self, report: usize, text: &[u8]) {
        if let Some(report) = self.all.get_mut(report) {
            report.note_pieces();
            report.append(text);
        }
    }

    /// Whether nobody reads any report.
    pub fn are_closed(&self) -> bool {
        !self.all.is_empty() && self.all.iter().all(|report| report.file.is_lost())
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
        self.all.iter().filter_map(|report| report.file.failure())
    }
}

impl Report {
    fn head(&mut self, summary: &Summary) {
        if self.body.is_none() {
            let mut head = Vec::new();
            self.render.head(summary, &mut head);
            self.file.put(&head);
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
            None => self.file.put(text),
            Some(body) => {
                let written = body.write_all(text);
                self.file.note(written);
            }
        }
    }

    /// Remembers where the body ends that is whole.
    fn note_pieces(&mut self) {
        if self.before_pieces.is_none() {
            let length = self.body.as_mut().map_or(Ok(0), Seek::stream_position);
            self.before_pieces = length.as_ref().ok().copied();
            self.file.note(length.map(drop));
        }
    }

    /// Takes the pieces of an interrupted batch back; where they have been written already, the report stays cut off.
    fn drop_pieces(&mut self) {
        let Some(length) = self.before_pieces.take() else { return };
        match &mut self.body {
            None => self.file.give_up(),
            Some(body) => {
                let cut = body.set_len(length);
                self.file.note(cut);
            }
        }
    }

    fn close(&mut self, summary: &Summary) {
        self.drop_pieces();
        if let Some(body) = self.body.take() {
            self.head(summary);
            let copied = self.copy(body);
            self.file.note(copied);
        }
        let mut tail = Vec::new();
        self.render.tail(summary, &mut tail);
        self.file.put(&tail);
        self.file.commit();
    }

    fn copy(&mut self, mut body: SpooledTempFile) -> io::Result<()> {
        body.rewind()?;
        let mut block = vec![0; 64 << 10];
        loop {
            match body.read(&mut block)? {
                0 => return Ok(()),
                count => self.file.put(&block[..count]),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::meter::Meter;
    use crate::report::json::JsonFormat;
    use klavi_validate::Lang;
    use std::fs;

    const WHOLE: &[u8] = b",\n{}";

    /// Reports as `json` and as `jsonl` of a batch that is whole and one that is there in part.
    fn reports(interrupted: bool) -> [String; 2] {
        let folder = tempfile::tempdir().unwrap();
        let paths = ["json", "jsonl"].map(|name| folder.path().join(name));
        let open = |is_report: bool| -> (Destination, Arc<dyn Render>) {
            let place = Destination::File(paths[usize::from(!is_report)].clone());
            (place, Arc::new(JsonFormat { lang: Lang::En, is_report }))
        };
        let progress = Progress::new(false, Lang::En, Arc::new(Meter::new(None)));
        let mut all = Reports::open([true, false].map(open).into(), progress).unwrap();
        let summary = Summary { valid: 1, ..Summary::default() };
        all.write(&Chunk { texts: vec![WHOLE.into(), b"{}\n".into()], summary: summary.clone() });
        all.write_piece(0, b",\n{\"a\":");
        all.write_piece(0, b"1,");
        all.write_piece(1, b"{\"a\":");
        if !interrupted {
            all.write(&Chunk { texts: vec![b"\"b\":2}".into(), b"1}\n".into()], summary });
        }
        all.finish(interrupted);
        paths.map(|path| fs::read_to_string(path).unwrap_or_default())
    }

    #[test]
    fn pieces_of_a_batch_become_a_report() {
        let [json, lines] = reports(false);
        assert!(json.ends_with("\"documents\":[\n{},\n{\"a\":1,\"b\":2}]}\n"), "{json}");
        assert_eq!(lines, "{}\n{\"a\":1}\n");
    }

    /// What waits for its summary ends before them; what was written already is no report.
    #[test]
    fn pieces_of_an_interrupted_batch_never_look_whole() {
        let [json, lines] = reports(true);
        assert!(json.contains("\"documents\":1,") && json.ends_with("\"documents\":[\n{}]}\n"), "{json}");
        assert_eq!(lines, "");
    }
}
