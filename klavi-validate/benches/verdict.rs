//! From the bytes of a payment to its verdict, beside `jsonschema` and `serde_json`, on one thread.
//!
//! ```text
//! python3 ../shared/perf-kit/gen_corpus.py target/corpus --n 20000
//! cargo bench -p klavi-validate --bench verdict
//! ```
//!
//! All candidates run in turn in every round, and a ratio is the median of the ratios of single rounds: the machine may
//! change its pace between rounds without touching the result. Times of different runs cannot be compared, ratios can.
//! The corpus is large because on a few documents the branch predictor learns them by heart.
//!
//! `KLAVI_CORPUS` names another folder, `KLAVI_ROUNDS` another number of rounds, and `KLAVI_PERF_KIT` a perf-kit whose
//! own schema is then measured too, lowered at run time. A word after `--` keeps the candidates whose name has it.

use jsonschema::Validator;
use klavi_codegen::{File, program};
use klavi_core::program::Program;
use klavi_core::{Finding, Group, Limits, Severity, Sink, Tree, run};
use klavi_validate::types::CreatePaymentRequest;
use klavi_validate::{Options, Report, check_with, contract, is_valid};
use serde::de::IgnoredAny;
use serde_json::Value;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
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
    let folder = std::env::var_os("KLAVI_CORPUS").map_or_else(|| workspace("target/corpus"), PathBuf::from);
    let read = |name: &str| std::fs::read(folder.join(name));
    let (Ok(valid), Ok(mixed)) = (read("valid.ndjson"), read("mixed10.ndjson")) else {
        println!("not run: no corpus in {}; make one with", folder.display());
        println!("    python3 ../shared/perf-kit/gen_corpus.py target/corpus --n 20000");
        return;
    };
    let schema = contract("create-payment.request").expect("a contract of this name").schema;
    let oracle = validator(schema);
    let ordered = keeps_the_order_of(schema);

    println!("## The contract create-payment.request\n");
    let documents = agreed(&lines(&valid), &oracle);
    let of_trait =
        |keep: &dyn Fn(&[u8]) -> bool| documents.iter().copied().filter(|line| keep(line)).collect::<Vec<_>>();
    measure("valid", &documents, &verdicts(&oracle));
    measure("valid, in the documented order", &of_trait(&ordered), &verdicts(&oracle));
    measure("valid, shuffled", &of_trait(&|line| !ordered(line)), &verdicts(&oracle));
    let compact = |line: &[u8]| ordered(line) && line.is_ascii() && !holds(line, b"\", \"");
    measure("valid, in the documented order, compact, ASCII", &of_trait(&compact), &verdicts(&oracle));

    let documents = lines(&mixed);
    agreed(&documents, &oracle);
    measure("mixed10 (a tenth invalid), all findings", &documents, &collecting(&oracle));

    if let Some(kit) = std::env::var_os("KLAVI_PERF_KIT") {
        perf_kit(Path::new(&kit), &lines(&valid), &lines(&mixed));
    }
}

/// Everything that gives a verdict, ours first; what only reads JSON stands beside it for comparison.
fn verdicts(oracle: &Validator) -> Vec<Candidate<'_>> {
    let options = Options::default();
    vec![
        candidate("klavi `is_valid`", is_valid::<CreatePaymentRequest>),
        candidate("klavi `check`, all findings", move |line| {
            check_with::<CreatePaymentRequest>(line, &options).is_valid()
        }),
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
    let options = Options::default();
    let program = contract("create-payment.request").expect("a contract of this name").program;
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

/// The schema of the perf-kit, which no generated code knows: our program is lowered here and now.
fn perf_kit(kit: &Path, valid: &[&[u8]], mixed: &[&[u8]]) {
    println!("## The schema of the perf-kit, lowered at run time\n");
    let path = kit.join("schema/request.2020-12.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("not run: no {}", path.display());
        return;
    };
    let program = match File::new("perf-kit", &text).and_then(|file| program(&file, "", "perf-kit")) {
        Ok(program) => program,
        Err(errors) => {
            println!("not run: the schema leaves the dialect: {}", errors[0]);
            return;
        }
    };
    let oracle = validator(&text);
    for line in valid.iter().chain(mixed) {
        let theirs = parsed(line).is_some_and(|value| oracle.is_valid(&value));
        assert_eq!(accepts(program, line), theirs, "{}", String::from_utf8_lossy(line));
    }
    println!("{} documents, the same verdict on each\n", valid.len() + mixed.len());
    let options = Options::default();
    let candidates = [
        candidate("klavi, verdict", |line| accepts(program, line)),
        candidate("klavi, all findings", |line| Report::new(program, line, &options).is_valid()),
        candidate("serde_json `IgnoredAny` (reads, checks nothing)", |line| {
            serde_json::from_slice::<IgnoredAny>(line).is_ok()
        }),
        candidate("jsonschema, run time", |line| parsed(line).is_some_and(|value| oracle.is_valid(&value))),
    ];
    measure("valid", valid, &candidates);
}

/// Whether a program that was lowered at run time accepts a document.
fn accepts(program: &'static Program, document: &[u8]) -> bool {
    struct Valid(bool);
    impl Sink for Valid {
        const COLLECTS: bool = false;
        fn take(&mut self, finding: Finding) -> ControlFlow<()> {
            self.0 = finding.severity == Severity::Warning;
            if self.0 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        }
    }
    let mut valid = Valid(true);
    run(program, document, Limits::default(), None, &mut valid);
    valid.0
}

/// The documents that every candidate accepts. A difference that the annotations do not explain ends the bench.
fn agreed<'a>(documents: &[&'a [u8]], oracle: &Validator) -> Vec<&'a [u8]> {
    let options = Options::default();
    // Other tools cannot see an error of an annotation or of a member that occurs twice.
    let portable = |finding: &klavi_validate::Finding| {
        let keyword = finding.schema_location.rsplit('#').next().unwrap_or_default();
        finding.severity == Severity::Error && finding.code.group() != Group::Json && !keyword.contains("/x-")
    };
    let (mut agreed, mut ours_only) = (Vec::new(), 0);
    for &line in documents {
        let report = check_with::<CreatePaymentRequest>(line, &options);
        let value = parsed(line);
        let theirs = value.as_ref().is_some_and(|value| oracle.is_valid(value));
        let shown = String::from_utf8_lossy(line);
        assert_eq!(is_valid::<CreatePaymentRequest>(line), report.is_valid(), "{shown}\n{report}");
        assert_eq!(value.as_ref().is_some_and(Macro::is_valid), theirs, "{shown}");
        assert_eq!(value.is_some() && !report.findings.iter().any(portable), theirs, "{shown}\n{report}");
        if report.is_valid() {
            agreed.push(line);
        } else if theirs {
            ours_only += 1;
        }
    }
    println!(
        "{} documents: {} valid, {} invalid for all, {ours_only} invalid by rules that only klavi knows\n",
        documents.len(),
        agreed.len(),
        documents.len() - agreed.len() - ours_only
    );
    agreed
}

/// Runs all candidates in turn and prints medians; the first candidate is the measure of the others.
fn measure(title: &str, documents: &[&[u8]], candidates: &[Candidate]) {
    // A part of the corpus is copied together: gaps between its documents would measure the memory.
    let text = documents.join(&b'\n');
    let documents = lines(&text);
    let word = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let candidates: Vec<_> = candidates.iter().filter(|candidate| candidate.name.contains(&word)).collect();
    let rounds = std::env::var("KLAVI_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(9);
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

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Tells whether a document names the members of its root in the order of the schema.
fn keeps_the_order_of(schema: &str) -> impl Fn(&[u8]) -> bool {
    let schema = Tree::parse(schema.as_bytes()).expect("a schema");
    let properties = schema.get("properties").map(Tree::members).unwrap_or_default();
    let names: Vec<String> = properties.iter().map(|member| member.name.clone()).collect();
    move |line| {
        let Ok(document) = Tree::parse(line) else { return false };
        let places = document.members().iter().map(|member| names.iter().position(|name| *name == member.name));
        places.is_sorted()
    }
}

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).expect("a schema");
    jsonschema::draft202012::new(&schema).expect("a schema that jsonschema reads")
}

fn parsed(line: &[u8]) -> Option<Value> {
    serde_json::from_slice(line).ok()
}

fn lines(text: &[u8]) -> Vec<&[u8]> {
    text.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).collect()
}

fn holds(line: &[u8], part: &[u8]) -> bool {
    line.windows(part.len()).any(|window| window == part)
}

fn workspace(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}
