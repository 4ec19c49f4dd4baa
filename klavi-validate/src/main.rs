//! The `validate` binary: checks files of Klavi payment requests and responses.

#![forbid(unsafe_code)]

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
