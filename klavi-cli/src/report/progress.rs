//! Signs of life on standard error, for work that takes long.

use crate::model::choices::When;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(1);
const PERIOD: Duration = Duration::from_millis(200);

/// A line that counts documents; it appears after a second and goes away at the end.
#[derive(Debug)]
pub struct Progress {
    next: Option<Instant>,
    is_shown: bool,
}

impl Progress {
    pub fn new(when: When) -> Self {
        let wanted = match when {
            When::Always => true,
            When::Never => false,
            When::Auto => io::stderr().is_terminal(),
        };
        Self { next: wanted.then(|| Instant::now() + PATIENCE), is_shown: false }
    }

    pub fn tick(&mut self, documents: u64) {
        let now = Instant::now();
        if self.next.is_some_and(|next| now >= next) {
            self.next = Some(now + PERIOD);
            self.is_shown = true;
            let _ = write!(io::stderr(), "\r{documents}");
        }
    }

    pub fn clear(&mut self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
        self.next = None;
    }
}
