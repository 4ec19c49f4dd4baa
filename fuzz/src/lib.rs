//! The bodies of the fuzz targets.
//!
//! Each is a function that takes any bytes and panics when klavi breaks a promise: when it panics itself, when it
//! disagrees with an oracle (`serde_json`, `jsonschema`, `regex`, `crc`, `jiff`), or when two of its own answers do not
//! fit together. Functions, and not only targets, so that `tests/replay.rs` runs them on stable.

mod contracts;
mod formats;
mod json;
mod qr;
mod schemas;

pub use contracts::contract;
pub use formats::{cpf_cnpj, date_amount, identifiers, pix_key};
pub use json::{reader, tree};
pub use qr::br_code;
pub use schemas::{pattern, schema};

use klavi_core::accept::{Plan, Scope};
use klavi_core::program::Program;
use klavi_core::{Finding, Group, Json, Limits, Severity, Tree, Verdict, run, run_deferred};
use std::fmt::{Debug, Display};

/// The `main` of a target: libFuzzer's under `cargo fuzz`, otherwise one that replays the files it is given.
#[macro_export]
macro_rules! target {
    ($name:ident) => {
        #[cfg(fuzzing)]
        libfuzzer_sys::fuzz_target!(|data: &[u8]| $crate::$name(data));

        #[cfg(not(fuzzing))]
        fn main() -> std::io::Result<()> {
            for path in std::env::args_os().skip(1) {
                println!("{}", path.display());
                $crate::$name(&std::fs::read(path)?);
            }
            Ok(())
        }
    };
}

/// Every finding of a run without a day.
fn findings(program: &'static Program, document: &[u8], limits: Limits) -> Vec<Finding> {
    let mut findings = Vec::new();
    run(program, document, limits, None, &mut findings);
    findings
}

/// Whether a run that stops at the first error finds none.
fn accepts(program: &'static Program, document: &[u8], limits: Limits) -> bool {
    let mut verdict = Verdict::default();
    run(program, document, limits, None, &mut verdict);
    verdict.is_valid()
}

/// Panics if the accept pass takes a document about which the evaluator has something to say, or if it defers values and the
/// evaluator has more to say of the document, or less, than of them.
fn is_accepted_rightly(program: &'static Program, document: &[u8], found: &[Finding]) {
    for scope in [Scope::Errors, Scope::Findings] {
        let is_right = match scope {
            Scope::Errors => found.iter().all(|finding| finding.severity == Severity::Warning),
            Scope::Findings => found.is_empty(),
        };
        let Some(plan) = Plan::of(program, scope) else { continue };
        let accepts = plan.accepts(document, Limits::default(), None);
        assert!(!accepts || is_right, "{scope:?}: {found:?}");
        if let Some(deferred) = plan.deferred(document, Limits::default(), None) {
            let mut of_values: Vec<Finding> = Vec::new();
            run_deferred(document, &deferred, None, &mut of_values);
            assert_eq!(of_scope(&of_values, scope), of_scope(found, scope), "{scope:?}");
        }
    }
}

/// The findings of a scope, without their order: those of values that are read again come when their object ends.
fn of_scope(found: &[Finding], scope: Scope) -> Vec<String> {
    let is_asked = |finding: &&Finding| scope == Scope::Findings || finding.severity == Severity::Error;
    let mut told: Vec<_> = found.iter().filter(is_asked).map(|finding| format!("{finding:?}")).collect();
    told.sort();
    told
}

/// Whether a finding is about JSON itself, on which schemas have no say.
fn of_json(finding: &Finding) -> bool {
    finding.code.group() == Group::Json
}

/// The text before and after the first zero byte, if both are UTF-8.
fn two_texts(data: &[u8]) -> Option<(&str, &str)> {
    let at = data.iter().position(|&byte| byte == 0)?;
    Some((std::str::from_utf8(&data[..at]).ok()?, std::str::from_utf8(&data[at + 1..]).ok()?))
}

/// Panics if an error repeats the text that it is about.
///
/// Words may be in both by chance, and a fuzzer finds such chances; eight digits cannot, since offsets are shorter.
fn tells_nothing<E: Display + Debug>(error: &E, text: &str) {
    let (told, debugged) = (error.to_string(), format!("{error:?}"));
    assert!(!told.is_empty());
    if text.bytes().filter(u8::is_ascii_digit).count() >= 8 {
        assert!(!told.contains(text) && !debugged.contains(text), "{told}");
    }
}

/// Whether all numbers are the same after they went through a double: no exponent, at most 15 digits.
fn has_exact_numbers(tree: &Tree) -> bool {
    match &tree.value {
        Json::Number(number) => number.len() <= 15 && number.bytes().all(|byte| !byte.is_ascii_alphabetic()),
        Json::Array(items) => items.iter().all(has_exact_numbers),
        Json::Object(members) => members.iter().all(|member| has_exact_numbers(&member.value)),
        _ => true,
    }
}
