//! Signs of life on standard error, for work that takes long.

use crate::model::meter::Meter;
use crate::text::pace::Pace;
use klavi_validate::Lang;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(1);
const PERIOD: Duration = Duration::from_millis(200);

/// A line that counts documents; it appears after a second and goes away at the end.
#[derive(Debug)]
pub struct Progress {
    started: Instant,
    next: Option<Instant>,
    is_shown: bool,
    lang: Lang,
    meter: Arc<Meter>,
}

impl Progress {
    pub fn new(is_wanted: bool, lang: Lang, meter: Arc<Meter>) -> Self {
        let started = Instant::now();
        Self { started, next: is_wanted.then(|| started + PATIENCE), is_shown: false, lang, meter }
    }

    pub fn tick(&mut self, documents: u64) {
        let now = Instant::now();
        if self.next.is_some_and(|next| now >= next) {
            self.next = Some(now + PERIOD);
            self.is_shown = true;
            let pace = Pace { documents, time: now - self.started, part: self.meter.part() };
            let _ = write!(io::stderr(), "\r{}\u{1b}[K", pace.text(self.lang));
        }
    }

    pub fn clear(&mut self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
        self.next = None;
    }
}
