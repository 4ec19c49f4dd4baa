//! Checks again whenever an input changes.
//!
//! It looks at times and lengths every so often instead of asking the system to tell: that works on network drives and in
//! containers, sees new files exactly as the walk over folders does, and needs no library.

use crate::input::expand::Input;
use crate::model::summary::Status;
use crate::model::unchecked::UncheckedReason;
use crate::run::once;
use crate::settings::config::ConfigFile;
use crate::settings::flags::Args;
use crate::settings::resolve;
use crate::text::usage_error::UsageError;
use crate::text::usage_error::report_usage_error;
use crate::text::words;
use clap::ArgMatches;
use klavi_core::printable;
use klavi_validate::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

/// How long to wait between two looks, at least.
const PERIOD: Duration = Duration::from_millis(150);
/// How many times longer to wait than a look takes.
const PATIENCE: u32 = 20;
/// How many looks an input may go on changing until it is checked all the same.
const RESTLESS: u32 = 20;

/// Checks, waits for a change, and so on until it is interrupted or nobody reads any more.
pub fn watch(args: &Args, matches: &ArgMatches) -> Result<Status, UsageError> {
    let mut seen = Snapshot::take(args);
    // What is wrong before the first run is a mistake of the call.
    let mut done = once(args, matches, seen.config.as_ref().map_err(Clone::clone)?)?;
    let files = seen.files.iter().flat_map(BTreeMap::values).filter(|state| matches!(state, State::File(..))).count();
    if done.status == Status::Usage {
        return Ok(done.status);
    }
    say(args, &seen, |lang| words::watching(lang, files));
    while done.has_reader {
        let next = seen.next(args);
        say(args, &next, |lang| words::changed(lang, &next.changes(&seen)));
        match next.config.as_ref().map_err(Clone::clone).and_then(|config| once(args, matches, config)) {
            Ok(next) => done = next,
            Err(complaint) => report_usage_error(&complaint, next.lang(args)),
        }
        seen = next;
    }
    Ok(done.status)
}

/// A line between two reports, for people.
fn say(args: &Args, seen: &Snapshot, line: impl Fn(Lang) -> String) {
    if args.quiet < 2 {
        let _ = writeln!(io::stderr(), "--- {} ---", line(seen.lang(args)));
    }
}

/// Everything that a run depends on.
#[derive(Debug, PartialEq)]
struct Snapshot {
    config: Result<ConfigFile, UsageError>,
    files: Result<BTreeMap<PathBuf, State>, UsageError>,
}

/// What tells whether a file has changed.
#[derive(Debug, PartialEq)]
enum State {
    File(Option<SystemTime>, u64),
    Problem(UncheckedReason),
}

impl Snapshot {
    fn take(args: &Args) -> Self {
        let config = crate::run::config(args);
        let files = config.as_ref().map_err(Clone::clone).and_then(|config| {
            let targets = resolve::targets(args, config)?;
            let inputs = resolve::inputs(args, config, &targets)?.unwrap_or_default();
            Ok(inputs.into_iter().filter_map(state).collect())
        });
        Self { config, files }
    }

    fn lang(&self, args: &Args) -> Lang {
        resolve::lang(args, self.config.as_ref().unwrap_or(&ConfigFile::default()))
    }

    /// What there is after the next change, as soon as it rests.
    fn next(&self, args: &Args) -> Self {
        let (mut last, mut changing) = (None, 0);
        loop {
            let started = Instant::now();
            let now = Self::take(args);
            let is_new = now != *self;
            if is_new && (changing >= RESTLESS || last.as_ref() == Some(&now)) {
                return now;
            }
            changing = if is_new { changing + 1 } else { 0 };
            last = Some(now);
            sleep(PERIOD.max(started.elapsed() * PATIENCE));
        }
    }

    /// The names of the files that differ; none if it is the configuration.
    fn changes(&self, before: &Self) -> Vec<String> {
        let (Ok(now), Ok(before)) = (&self.files, &before.files) else { return Vec::new() };
        let paths: BTreeSet<&PathBuf> = now.keys().chain(before.keys()).collect();
        // A folder that has become empty is known by its files.
        let is_file = |state: &State| !matches!(state, State::Problem(why) if why.is_empty());
        let differs = |path: &&PathBuf| {
            let (now, before) = (now.get(*path), before.get(*path));
            now != before && now.into_iter().chain(before).any(is_file)
        };
        paths.into_iter().filter(differs).map(|path| printable(&path.to_string_lossy())).collect()
    }
}

fn state(input: Input) -> Option<(PathBuf, State)> {
    match input {
        Input::Stdin | Input::End(..) => None,
        Input::Path(path) | Input::Found(path, _) => {
            let state = look(&path);
            Some((path, state))
        }
        Input::Problem(path, why) => Some((path, State::Problem(why))),
    }
}

fn look(path: &Path) -> State {
    match fs::metadata(path) {
        Ok(metadata) => State::File(metadata.modified().ok(), metadata.len()),
        Err(error) => State::Problem(UncheckedReason::from(&error)),
    }
}
