//! Input that somebody made to break a reader: the right code at the right offset, no panic, no overflow of a small stack,
//! and no more time than its size is worth.

mod common;
#[path = "hostile/large.rs"]
mod large;
#[path = "hostile/limits.rs"]
mod limits;
#[path = "hostile/names.rs"]
mod names;
#[path = "hostile/text.rs"]
mod text;

use klavi_core::Group;
use klavi_validate::{Report, contract, contracts};
use std::thread;
use std::time::{Duration, Instant};

/// The smallest stack that a program may give to the checker.
const STACK: usize = 256 << 10;

fn report(name: &str, document: &[u8]) -> Report {
    contract(name).unwrap().check(document, &common::options())
}

/// The findings about the JSON itself: code, offsets of the span, offset of the cause.
fn json(report: &Report) -> Vec<(&'static str, u64, u64, Option<u64>)> {
    let of_json = report.findings.iter().filter(|finding| finding.code.group() == Group::Json);
    of_json
        .map(|finding| {
            let cause = finding.because.first().map(|cause| cause.span.start.offset);
            (finding.code.name(), finding.span.start.offset, finding.span.end.offset, cause)
        })
        .collect()
}

/// That the only mistake in the JSON is this one, in every place where a value may stand.
fn assert_fault(document: impl AsRef<[u8]>, code: &str, at: usize) {
    let document = document.as_ref();
    for contract in contracts() {
        let found = json(&contract.check(document, &common::options()));
        let found: Vec<_> = found.into_iter().map(|(code, start, ..)| (code, start)).collect();
        let shown: String = String::from_utf8_lossy(document).chars().take(80).collect();
        assert_eq!(found, [(code, at as u64)], "{}: {shown}", contract.name);
        assert!(!contract.is_valid(document));
    }
}

/// Runs on a thread with a small stack, and gives the time that it took of a processor.
fn on_small_stack<T: Send + 'static>(stack: usize, work: impl FnOnce() -> T + Send + 'static) -> (T, Duration) {
    let start = Instant::now();
    let timed = move || {
        let result = work();
        (result, own_time().unwrap_or_else(|| start.elapsed()))
    };
    thread::Builder::new().stack_size(stack).spawn(timed).unwrap().join().unwrap()
}

/// What this thread had of a processor, where the system tells: unlike the clock it does not depend on what else runs.
fn own_time() -> Option<Duration> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    times.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
