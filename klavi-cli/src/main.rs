//! The `validate` binary: checks files of Klavi payment requests and responses.

#![forbid(unsafe_code)]

mod args;
mod check;
mod complaint;
mod config;
mod defect;
mod detect;
mod help;
mod info;
mod input;
mod levels;
mod operations;
mod outcome;
mod output;
mod pattern;
mod pipeline;
mod progress;
mod publish;
mod reports;
mod run;
mod scan;
mod select;
mod settings;
mod summary;
mod watch;
mod words;

fn main() -> std::process::ExitCode {
    run::main()
}
