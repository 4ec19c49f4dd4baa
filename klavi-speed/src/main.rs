//! Runs a hot path over the same payments so many times, for `scripts/count` to count its instructions.
//!
//! ```text
//! klavi-speed                  the names of the paths
//! klavi-speed PATH PASSES      runs one of them
//! klavi-speed payments COUNT   prints payments, a line each, for the binary
//! ```

use klavi_speed::{Sender, a_tenth_wrong, payments, today};
use klavi_validate::types::CreatePaymentRequest;
use klavi_validate::{Options, check_with, is_valid, parse_with};
use serde::de::IgnoredAny;
use std::hint::black_box;
use std::io::Write as _;
use std::process::ExitCode;

/// How many payments a pass has.
const PAYMENTS: usize = 1_000;

/// What is done with a payment. The answer only keeps it from being left out.
type Takes = fn(&[u8], &Options) -> bool;

/// What is counted.
struct Path {
    name: &'static str,
    payments: fn() -> Vec<String>,
    takes: Takes,
}

const fn path(name: &'static str, payments: fn() -> Vec<String>, takes: Takes) -> Path {
    Path { name, payments, takes }
}

const PATHS: &[Path] = &[
    path("ignored-any", mixed, |payment, _| serde_json::from_slice::<IgnoredAny>(payment).is_ok()),
    path("verdict", mixed, verdict),
    path("verdict-documented", || payments(Sender::Documented, PAYMENTS), verdict),
    path("verdict-shuffled", || payments(Sender::Shuffled, PAYMENTS), verdict),
    path("check", mixed, check),
    path("check-a-tenth-wrong", || a_tenth_wrong(PAYMENTS), check),
    path("serde-typed", mixed, |payment, _| {
        serde_json::from_slice::<CreatePaymentRequest>(payment).map(black_box).is_ok()
    }),
    path("parse-typed", mixed, |payment, options| {
        parse_with::<CreatePaymentRequest>(payment, options).map(black_box).is_ok()
    }),
];

fn mixed() -> Vec<String> {
    payments(Sender::Mixed, PAYMENTS)
}

fn verdict(payment: &[u8], _: &Options) -> bool {
    is_valid::<CreatePaymentRequest>(payment)
}

fn check(payment: &[u8], options: &Options) -> bool {
    black_box(check_with::<CreatePaymentRequest>(payment, options)).is_valid()
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut out = std::io::stdout().lock();
    let written = match &arguments[..] {
        [] => PATHS.iter().try_for_each(|path| writeln!(out, "{}", path.name)),
        [name, number] => {
            let Ok(number) = number.parse() else { return ExitCode::FAILURE };
            if name == "payments" {
                payments(Sender::Mixed, number).iter().try_for_each(|payment| writeln!(out, "{payment}"))
            } else if let Some(path) = PATHS.iter().find(|path| path.name == name) {
                run(&(path.payments)(), path.takes, number);
                Ok(())
            } else {
                return ExitCode::FAILURE;
            }
        }
        _ => return ExitCode::FAILURE,
    };
    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run(payments: &[String], takes: Takes, passes: usize) {
    let options = Options::at(today());
    for _ in 0..passes {
        black_box(payments.iter().filter(|payment| takes(black_box(payment.as_bytes()), &options)).count());
    }
}
