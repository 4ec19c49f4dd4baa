//! What a bug in the tool comes to: one line, no data, exit status 70.

use crate::model::summary::Status;
use crate::report::output::abandon;
use crate::text::sentences::panic;
use klavi_validate::{Lang, say};
use std::io::{self, Write};
use std::panic::{Location, set_hook};
use std::process;

/// Ends the process on any panic, in whatever thread, with a line in this language.
pub fn end_on_panic(lang: Lang) {
    set_hook(Box::new(move |panic| {
        let _ = writeln!(io::stderr(), "{}", message(panic.location(), lang));
        abandon();
        process::exit(i32::from(Status::Defect as u8));
    }));
}

/// The message of a panic may hold data; its place in the code does not.
fn message(place: Option<&Location<'_>>, lang: Lang) -> String {
    let said = if let Some(place) = place {
        say!(panic::DEFECT_AT, file = place.file(), line = place.line())
    } else {
        say!(panic::DEFECT)
    };
    format!("validate {}: {}", env!("CARGO_PKG_VERSION"), said.message(lang))
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
                end_on_panic(Lang::En);
                panic!("a planted value");
            }
            Ok("in a worker") => {
                end_on_panic(Lang::PtBr);
                std::thread::scope(|scope| {
                    scope.spawn(|| panic!("a planted value"));
                });
            }
            _ => {
                ends_with_70("here", ["a bug in the tool at ", "; please report it"]);
                ends_with_70("in a worker", ["um bug da ferramenta em ", "; por favor, reporte"]);
            }
        }
    }

    fn ends_with_70(place: &str, [lead, tail]: [&str; 2]) {
        let test = "panic::tests::a_panic_is_70_and_tells_no_value";
        let itself = std::env::current_exe().unwrap();
        let done = Command::new(itself).args(["--exact", test, "--nocapture"]).env(PANICS, place).output().unwrap();
        let (out, err) = (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap());
        assert_eq!(done.status.code(), Some(70), "{place}: {out}{err}");
        assert!(!out.contains("planted") && !err.contains("planted"), "{place}: {out}{err}");
        let lead = format!("validate {}: {lead}{}:", env!("CARGO_PKG_VERSION"), file!());
        let line = err.strip_prefix(&lead).and_then(|rest| rest.strip_suffix(&format!("{tail}\n")));
        assert!(line.is_some_and(|line| line.parse::<u32>().is_ok()), "{place}: {err}");
    }
}
