//! From the bytes of a payment to its verdict, beside `jsonschema` and `serde_json`, on one thread.
//!
//! ```text
//! cargo bench -p klavi-speed --bench verdict
//! ```
//!
//! All candidates run in turn in every round, and a ratio is the median of the ratios of single rounds: the machine may
//! change its pace between rounds without touching the result. Times of different runs cannot be compared, ratios can.
//! The payments are many because on a few documents the branch predictor learns them by heart.
//!
//! `KLAVI_PAYMENTS` says how many payments of each sender there are, and `KLAVI_ROUNDS` how many rounds. A word after `--`
//! keeps the candidates whose name has it.

mod shared;

use jsonschema::Validator;
use klavi_core::program::Program;
use klavi_core::{Finding, Group, Limits, Severity, run};
use klavi_speed::{CONTRACT, Sender, a_tenth_wrong, payments, today};
use klavi_validate::types::CreatePaymentRequest;
use klavi_validate::{Options, check_with, contract, is_valid, is_valid_by, parse_with};
use serde::de::IgnoredAny;
use serde_json::Value;
use shared::{lowered, median, number};
use std::hint::black_box;
use std::time::Instant;

/// The compile-time validator that `jsonschema` makes of the published schema.
#[jsonschema::validator(path = "../schema/contracts/create-payment.request.schema.json")]
struct Macro;

/// A way to a verdict.
struct Candidate<'a> {
    name: &'static str,
    accepts: Box<Accepts<'a>>,
}

type Accepts<'a> = dyn Fn(&[u8]) -> bool + 'a;

fn candidate<'a>(name: &'static str, accepts: impl Fn(&[u8]) -> bool + 'a) -> Candidate<'a> {
    Candidate { name, accepts: Box::new(accepts) }
}

fn main() {
    let schema = contract(CONTRACT).expect("a contract of this name").schema;
    let oracle = validator(schema);
    let lowered = lowered(CONTRACT, schema);
    let count = number("KLAVI_PAYMENTS", 20_000);
    let senders = [
        ("many senders", Sender::Mixed),
        ("in the documented order, compact", Sender::Documented),
        ("shuffled, compact", Sender::Shuffled),
    ];
    for (title, sender) in senders {
        let documents = payments(sender, count);
        agree(&documents, &oracle, lowered);
        measure(title, &documents, &verdicts(&oracle, lowered));
    }
    let documents = a_tenth_wrong(count);
    agree(&documents, &oracle, lowered);
    measure("many senders, a tenth is wrong, all findings", &documents, &collecting(&oracle));
}

/// Everything that gives a verdict, ours first; what only reads JSON stands beside it for comparison.
fn verdicts<'a>(oracle: &'a Validator, lowered: &'static Program) -> Vec<Candidate<'a>> {
    let (options, for_parse) = (Options::at(today()), Options::at(today()));
    vec![
        candidate("klavi `is_valid`", is_valid::<CreatePaymentRequest>),
        candidate("klavi `check`, all findings", move |line| {
            check_with::<CreatePaymentRequest>(line, &options).is_valid()
        }),
        candidate("klavi `parse`", move |line| {
            parse_with::<CreatePaymentRequest>(line, &for_parse).map(black_box).is_ok()
        }),
        candidate("klavi, schema lowered at run time", move |line| is_valid_by(lowered, line)),
        candidate("serde_json `IgnoredAny` (reads, checks nothing)", |line| {
            serde_json::from_slice::<IgnoredAny>(line).is_ok()
        }),
        candidate("serde_json `Value` (reads, checks nothing)", |line| parsed(line).is_some()),
        candidate("serde_json `CreatePaymentRequest` (reads, checks types)", |line| {
            serde_json::from_slice::<CreatePaymentRequest>(line).map(black_box).is_ok()
        }),
        candidate("jsonschema, compile-time macro", |line| parsed(line).is_some_and(|value| Macro::is_valid(&value))),
        candidate("jsonschema, run time", |line| parsed(line).is_some_and(|value| oracle.is_valid(&value))),
    ]
}

/// Everything that gives all findings, ours first.
fn collecting(oracle: &Validator) -> Vec<Candidate<'_>> {
    let options = Options::at(today());
    let program = contract(CONTRACT).expect("a contract of this name").program;
    vec![
        candidate("klavi `check`, located", move |line| check_with::<CreatePaymentRequest>(line, &options).is_valid()),
        candidate("klavi, offsets only", |line| {
            let mut findings: Vec<Finding> = Vec::new();
            run(program, line, Limits::default(), None, &mut findings);
            black_box(findings).iter().all(|finding| finding.severity == Severity::Warning)
        }),
        candidate("klavi `is_valid`, stops at the first", is_valid::<CreatePaymentRequest>),
        candidate("serde_json `IgnoredAny` (reads, checks nothing)", |line| {
            serde_json::from_slice::<IgnoredAny>(line).is_ok()
        }),
        candidate("jsonschema, compile-time macro, all errors", |line| {
            parsed(line).is_some_and(|value| Macro::iter_errors(&value).map(black_box).count() == 0)
        }),
        candidate("jsonschema, compile-time macro, all errors with path and text", |line| {
            parsed(line).is_some_and(|value| {
                Macro::iter_errors(&value).fold(true, |_, error| {
                    black_box(told(&error));
                    false
                })
            })
        }),
        candidate("jsonschema, run time, all errors", |line| {
            parsed(line).is_some_and(|value| oracle.iter_errors(&value).map(black_box).count() == 0)
        }),
    ]
}

fn told(error: &jsonschema::ValidationError) -> String {
    format!("{}: {error}", error.instance_path())
}

/// All candidates say the same of each document, but for what only annotations tell. A difference ends the bench.
fn agree(documents: &[String], oracle: &Validator, lowered: &'static Program) {
    let options = Options::at(today());
    // Other tools cannot see an error of an annotation or of a member that occurs twice.
    let portable = |finding: &klavi_validate::Finding| {
        let keyword = finding.schema_location.rsplit('#').next().unwrap_or_default();
        finding.severity == Severity::Error && finding.code.group() != Group::Json && !keyword.contains("/x-")
    };
    for document in documents {
        let line = document.as_bytes();
        let report = check_with::<CreatePaymentRequest>(line, &options);
        let value = parsed(line);
        let theirs = value.as_ref().is_some_and(|value| oracle.is_valid(value));
        assert_eq!(is_valid::<CreatePaymentRequest>(line), report.is_valid(), "{document}\n{report}");
        assert_eq!(is_valid_by(lowered, line), report.is_valid(), "{document}\n{report}");
        assert_eq!(value.as_ref().is_some_and(Macro::is_valid), theirs, "{document}");
        assert_eq!(value.is_some() && !report.findings.iter().any(portable), theirs, "{document}\n{report}");
    }
}

/// Runs all candidates in turn and prints medians; the first candidate is the measure of the others.
fn measure(title: &str, documents: &[String], candidates: &[Candidate]) {
    // The documents are copied together: gaps between them would measure the memory.
    let text = documents.join("\n");
    let documents: Vec<&[u8]> = text.as_bytes().split(|&byte| byte == b'\n').collect();
    let word = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let candidates: Vec<_> = candidates.iter().filter(|candidate| candidate.name.contains(&word)).collect();
    let rounds = number("KLAVI_ROUNDS", 9);
    let mut times = vec![Vec::new(); candidates.len()];
    // The first round warms up.
    for round in 0..=rounds {
        for (candidate, times) in candidates.iter().zip(&mut times) {
            let start = Instant::now();
            let accepted = documents.iter().filter(|line| (candidate.accepts)(black_box(line))).count();
            black_box(accepted);
            if round > 0 {
                times.push(start.elapsed().as_secs_f64());
            }
        }
    }
    let bytes: usize = documents.iter().map(|line| line.len()).sum();
    let count = documents.len().max(1);
    println!("### {title}: {} documents of {} bytes, {rounds} rounds\n", documents.len(), bytes / count);
    println!("| | ns per document | MB/s | ÷ klavi | ÷ `IgnoredAny` |\n|---|---:|---:|---:|---:|");
    let ignored = candidates.iter().position(|candidate| candidate.name.contains("IgnoredAny")).unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "sizes of a corpus")]
    let (count, bytes) = (count as f64, bytes as f64);
    for (candidate, own) in candidates.iter().zip(&times) {
        let seconds = median(own.clone());
        let ratio = |base: &[f64]| median(own.iter().zip(base).map(|(own, base)| own / base).collect());
        let (name, ns, speed) = (candidate.name, seconds / count * 1e9, bytes / seconds / 1e6);
        println!("| {name} | {ns:.0} | {speed:.0} | {:.2} | {:.2} |", ratio(&times[0]), ratio(&times[ignored]));
    }
    println!();
}

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).expect("a schema");
    jsonschema::draft202012::new(&schema).expect("a schema that jsonschema reads")
}

fn parsed(line: &[u8]) -> Option<Value> {
    serde_json::from_slice(line).ok()
}
