//! Checks batches on all cores and writes them in the order of the input.

use crate::check::Checker;
use crate::input::inputs::Inputs;
use crate::input::item::{Batch, Content, Item};
use crate::input::yaml::source_map::{Faults, Sheet};
use crate::model::summary::Summary;
use crate::model::unchecked::{SkipReason, UncheckedReason};
use crate::report::buffer::ReportBuffer;
use crate::report::render::Render;
use crate::report::sinks::{Chunk, Reports};
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Everything that workers share.
pub struct Run {
    pub checker: Checker,
    pub renders: Vec<Arc<dyn Render>>,
    pub reports: Arc<Mutex<Reports>>,
    pub fail_fast: bool,
    pub allow_empty: bool,
}

/// How many batches may wait for the one before them to be written, beside those that are being checked.
const MOST_WAITING: usize = 4;

/// Whose turn it is to write, and whether there is anything left to do.
#[derive(Default)]
struct Turn {
    ticket: u64,
    /// What was checked ahead of its turn.
    waiting: BTreeMap<u64, Checked>,
    is_over: bool,
    /// Nobody reads any report.
    is_unread: bool,
}

/// What is to be written of a batch, and whether the run ends with it.
struct Checked {
    chunk: Chunk,
    is_last: bool,
}

impl Turn {
    /// What is to be written now.
    fn next_checked(&mut self) -> Option<Checked> {
        if self.is_over { None } else { self.waiting.remove(&self.ticket) }
    }
}

impl Run {
    /// Checks everything that the inputs give.
    pub fn all(&self, inputs: Inputs, jobs: usize) {
        let inputs = Mutex::new((0, inputs));
        let (turn, changed) = (Mutex::new(Turn::default()), Condvar::new());
        let work = || self.work(&inputs, &turn, &changed);
        std::thread::scope(|scope| {
            for _ in 1..jobs {
                // Where the system gives no more threads, fewer do the work.
                if std::thread::Builder::new().spawn_scoped(scope, work).is_err() {
                    break;
                }
            }
            work();
        });
    }

    /// One worker: takes a batch and a ticket, checks, and writes what has its turn.
    fn work(&self, inputs: &Mutex<(u64, Inputs)>, turn: &Mutex<Turn>, changed: &Condvar) {
        loop {
            let (ticket, batch) = {
                let mut inputs = lock(inputs);
                let Turn { is_over, is_unread, .. } = *lock(turn);
                if is_over {
                    return;
                }
                let Some(batch) = inputs.1.next_batch() else { return };
                if is_unread {
                    return lock(&self.reports).cut();
                }
                inputs.0 += 1;
                (inputs.0 - 1, batch)
            };
            let when = |comes: fn(&Turn) -> bool| {
                let is_early = |turn: &mut Turn| turn.ticket != ticket && !turn.is_over && !comes(turn);
                changed.wait_while(lock(turn), is_early).unwrap_or_else(PoisonError::into_inner)
            };
            let is_mine = || when(|_| false);
            if batch.items.iter().any(|item| matches!(item.content, Content::EndOfWalk)) {
                drop(is_mine());
            }
            // Who writes a piece ahead of the rest keeps the turn until the batch is done.
            let write_piece = |report: usize, text: &[u8]| {
                if !is_mine().is_over {
                    lock(&self.reports).write_piece(report, text);
                }
            };
            let checked = self.check(&batch, &write_piece);
            let mut turn = when(|turn| turn.waiting.len() < MOST_WAITING);
            turn.waiting.insert(ticket, checked);
            if turn.ticket == ticket {
                self.write(turn, changed);
            }
        }
    }

    /// Writes all that has its turn, one batch after another.
    fn write(&self, mut turn: MutexGuard<'_, Turn>, changed: &Condvar) {
        while let Some(Checked { chunk, is_last }) = turn.next_checked() {
            let mut reports = lock(&self.reports);
            reports.write(&chunk);
            turn.is_over = is_last;
            turn.is_unread = reports.are_closed();
            turn.ticket += 1;
            changed.notify_all();
        }
    }

    /// Checks and renders a batch.
    fn check(&self, batch: &Batch, write_piece: &dyn Fn(usize, &[u8])) -> Checked {
        let buffer = |report| ReportBuffer::new(move |text: &[u8]| write_piece(report, text));
        let mut buffers: Vec<_> = (0..self.renders.len()).map(buffer).collect();
        let mut summary = Summary::default();
        let is_last = self.fill(batch, &mut buffers, &mut summary);
        let chunk = Chunk { texts: buffers.into_iter().map(ReportBuffer::rest).collect(), summary };
        Checked { chunk, is_last }
    }

    fn fill(&self, batch: &Batch, buffers: &mut [ReportBuffer<'_>], summary: &mut Summary) -> bool {
        let sheet = batch.yaml.as_ref().map(Sheet::new);
        let faults = sheet.as_ref().filter(|sheet| !sheet.yaml.faults.is_empty()).map(Faults);
        let tells_all = self.renders.iter().any(|render| render.tells_of_clean_documents());
        for item in &batch.items {
            if !tells_all && self.checker.is_silent(item, &batch.bytes) {
                item.file.walk.as_ref().inspect(|walk| walk.note_document());
                summary.valid += 1;
                continue;
            }
            if let Content::Skipped(base, skip) = &item.content {
                self.skip(item, base, *skip, buffers, summary);
                continue;
            }
            let walk = item.file.walk.as_ref();
            if matches!(item.content, Content::EndOfWalk) && !walk.is_some_and(|walk| walk.is_fruitless()) {
                continue;
            }
            let mut buffer = Vec::new();
            let outcome = self.checker.check(item, &batch.bytes, sheet.as_ref(), faults.as_ref(), &mut buffer);
            if let Some(skip) = outcome.skip() {
                self.skip(item, &outcome.base, skip, buffers, summary);
                continue;
            }
            walk.inspect(|walk| walk.note_document());
            if self.allow_empty && outcome.result.as_ref().is_err_and(UncheckedReason::is_empty) {
                continue;
            }
            summary.add(&Summary::of(&outcome));
            for (render, buffer) in self.renders.iter().zip(&mut *buffers) {
                buffer.start(render.between());
                render.document(&outcome, buffer);
            }
            if self.fail_fast && outcome.is_invalid() {
                return true;
            }
        }
        false
    }

    fn skip(&self, item: &Item, base: &str, skip: SkipReason, buffers: &mut [ReportBuffer<'_>], summary: &mut Summary) {
        summary.skipped += 1;
        for (render, buffer) in self.renders.iter().zip(buffers) {
            buffer.start("");
            render.skipped(item, base, skip, buffer);
        }
    }
}

/// A lock that a panic elsewhere does not spoil: the process ends then anyway.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
