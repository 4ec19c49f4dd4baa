//! The completion scripts, which know the names of contracts, codes, groups and formats.

use crate::report::OutputFormat;
use crate::settings::flags::ANY;
use crate::settings::help;
use crate::settings::levels;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use clap_complete::Shell;
use klavi_core::Code;
use klavi_validate::{Lang, contracts};

/// The script of a shell.
pub fn script(shell: Shell, lang: Lang) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(lang), "validate", &mut script);
    script
}

/// The command line as completions see it: what is checked with more care elsewhere is a closed list here.
fn command(lang: Lang) -> Command {
    let with_names = |argument: Arg| match names(argument.get_id().as_str()) {
        names if names.is_empty() => argument,
        names => argument.value_parser(PossibleValuesParser::new(names)),
    };
    help::command(lang).mut_args(with_names)
}

/// The names that an argument may begin with; none if they are no closed list.
fn names(argument: &str) -> Vec<&'static str> {
    let schemas = contracts().iter().map(|contract| contract.name);
    let codes = Code::ALL.iter();
    match argument {
        "schema" | "example" => schemas.collect(),
        "print_schema" => schemas.chain(["report", "flow-report", "openapi"]).collect(),
        "explain" => codes.map(|code| code.name()).collect(),
        "broken" => codes.filter(|code| !code.group().is_of_calls()).map(|code| code.name()).chain([ANY]).collect(),
        "allow" | "warn" | "deny" => levels::names().collect(),
        "output" => OutputFormat::names().collect(),
        _ => Vec::new(),
    }
}
