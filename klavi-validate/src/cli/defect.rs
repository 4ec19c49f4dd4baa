//! What a defect of the tool comes to: one line, no data, exit status 70.

use super::summary::Status;
use std::io::{self, Write};
use std::panic::{self, Location};
use std::process;

/// Ends the process on any panic, in whatever thread.
pub fn end_on_panic() {
    panic::set_hook(Box::new(|panic| {
        let _ = writeln!(io::stderr(), "{}", message(panic.location()));
        process::exit(i32::from(Status::Defect as u8));
    }));
}

/// The message of a panic may hold data; its place in the code does not.
fn message(place: Option<&Location<'_>>) -> String {
    let place = place.map_or_else(String::new, |place| format!(" at {}:{}", place.file(), place.line()));
    format!("validate {}: a defect of the tool{place}; please report it", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    const PANICS: &str = "KLAVI_TEST_PANICS";

    /// Nothing makes the tool itself panic, so this test runs itself: with the variable, it is what panics.
    #[test]
    fn a_panic_is_70_and_tells_no_value() {
        match std::env::var(PANICS).as_deref() {
            Ok("here") => {
                end_on_panic();
                panic!("a planted value");
            }
            Ok("in a worker") => {
                end_on_panic();
                std::thread::scope(|scope| {
                    scope.spawn(|| panic!("a planted value"));
                });
            }
            _ => ["here", "in a worker"].into_iter().for_each(ends_with_70),
        }
    }

    fn ends_with_70(place: &str) {
        let test = "cli::defect::tests::a_panic_is_70_and_tells_no_value";
        let itself = std::env::current_exe().unwrap();
        let done = Command::new(itself).args(["--exact", test, "--nocapture"]).env(PANICS, place).output().unwrap();
        let (out, err) = (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap());
        assert_eq!(done.status.code(), Some(70), "{place}: {out}{err}");
        assert!(!out.contains("planted") && !err.contains("planted"), "{place}: {out}{err}");
        let (start, end) = err.trim_end().split_once(" at ").unwrap();
        assert_eq!(start, format!("validate {}: a defect of the tool", env!("CARGO_PKG_VERSION")));
        let is_place = end.starts_with(file!()) && end.ends_with("; please report it");
        assert!(is_place && err.lines().count() == 1, "{place}: {err}");
    }
}
