//! The `validate` binary: checks files of Klavi payment requests and responses.

#![forbid(unsafe_code)]

mod check;
mod contract;
mod information;
mod input;
mod model;
mod panic;
mod pipeline;
mod publish;
mod report;
mod run;
mod settings;
mod text;
mod watch;

fn main() -> std::process::ExitCode {
    run::main()
}
