//! The `validate` binary: checks files of Klavi payment requests and responses.

#![forbid(unsafe_code)]

mod check;
mod contract;
mod flow;
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

use information::Information;
use klavi_validate::Lang;
use model::destination::Destination;
use model::summary::Status;
use run::{config, once};
use settings::config::ConfigFile;
use settings::flags::Args;
use settings::{help, resolve};
use std::io::{self, Write};
use std::process::ExitCode;
use text::usage_error::{UsageError, report_usage_error};

/// Runs the tool and gives its exit status.
fn main() -> ExitCode {
    panic::end_on_panic(Lang::default());
    let matches = help::command(Lang::default()).try_get_matches().unwrap_or_else(|error| help::exit(error));
    let args = Args::of(&matches).unwrap_or_else(|error| error.exit());
    let config = config(&args);
    // Who mends a configuration may ask how.
    let config = if matches.contains_id("information") { Ok(config.unwrap_or_default()) } else { config };
    // A configuration that cannot be read does not say its language.
    let lang = resolve::lang(&args, config.as_ref().unwrap_or(&ConfigFile::default()));
    panic::end_on_panic(lang);
    let status = config.and_then(|config| run(&args, &matches, &config, lang)).unwrap_or_else(|complaint| {
        report_usage_error(&complaint, lang);
        if matches!(complaint, UsageError::Unwritable(Destination::Stdout, _)) {
            Status::Unchecked
        } else {
            Status::Usage
        }
    });
    status.into()
}

/// Does what the arguments ask for.
fn run(args: &Args, matches: &clap::ArgMatches, config: &ConfigFile, lang: Lang) -> Result<Status, UsageError> {
    let targets = resolve::targets(args, config)?;
    let is_json = targets.first().is_some_and(|target| target.format.name == "json");
    if let Some(answer) = information::answer(args, config, lang, is_json) {
        return print(answer?);
    }
    if let Some(folder) = &args.export {
        return Ok(publish::export(folder, lang));
    }
    if args.flow {
        return flow::run(args, matches, config);
    }
    if args.watch {
        return watch::watch(args, matches);
    }
    Ok(once(args, matches, config)?.status)
}

/// Writes an answer to standard output.
fn print(answer: Information) -> Result<Status, UsageError> {
    let mut out = io::stdout().lock();
    match answer.write(&mut out).and_then(|()| out.flush()) {
        // A reader that closes the pipe has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(UsageError::unwritable(&Destination::Stdout, &error))
        }
        _ => Ok(Status::Valid),
    }
}
