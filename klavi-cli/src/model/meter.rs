//! How far a run is.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The bytes of the inputs that were taken up, and how many there are, where that is known before.
#[derive(Debug, Default)]
pub struct Meter {
    total: Option<u64>,
    done: AtomicU64,
}

impl Meter {
    pub fn new(total: Option<u64>) -> Self {
        Self { total, done: AtomicU64::new(0) }
    }

    /// Notes that these bytes were taken up.
    pub fn pass(&self, bytes: u64) {
        self.done.fetch_add(bytes, Ordering::Relaxed);
    }

    /// The part that is done, from 0 to 1; `None` where the end is not known.
    pub fn part(&self) -> Option<f64> {
        let total = self.total.filter(|total| *total > 0)?;
        #[expect(clippy::cast_precision_loss, reason = "it is shown in whole percents")]
        let part = self.done.load(Ordering::Relaxed) as f64 / total as f64;
        // A file may grow while it is read.
        Some(part.min(1.0))
    }
}

/// A reader that tells the meter what it reads.
#[derive(Debug)]
pub struct Metered<R> {
    pub inner: R,
    pub meter: Arc<Meter>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.meter.pass(count as u64);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_is_known_where_the_end_is() {
        let meter = Arc::new(Meter::new(Some(8)));
        let mut reader = Metered { inner: &b"123456"[..], meter: Arc::clone(&meter) };
        assert_eq!(meter.part(), Some(0.0));
        io::copy(&mut reader, &mut io::sink()).unwrap();
        assert_eq!(meter.part(), Some(0.75));
        meter.pass(100);
        assert_eq!(meter.part(), Some(1.0));
        assert_eq!((Meter::new(None).part(), Meter::new(Some(0)).part()), (None, None));
    }
}
