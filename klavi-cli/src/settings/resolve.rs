//! What a run does, from flags, environment and configuration, in this order of weight.

use crate::contract::glob::Glob;
use crate::contract::selector::{self, Selector};
use crate::input::expand::{Input, Walking, Written, read_list};
use crate::input::inputs::Reading;
use crate::model::choices::Verbosity;
use crate::model::choices::{AutoChoice, Detect, InputFormat, LangArg, ValueDisplay};
use crate::model::destination::Destination;
use crate::model::file_id::FileId;
use crate::model::unchecked::UncheckedReason;
use crate::report::OutputFormat;
use crate::report::render::Style;
use crate::settings::config::{ConfigFile, RuleLevel};
use crate::settings::flags::Args;
use crate::settings::levels::{self, WARNINGS};
use crate::text::usage_error::{NameKind, UsageError};
use clap::ArgMatches;
use klavi_validate::types::Date;
use klavi_validate::{Lang, Level, Levels, Options, RuleSelector, contracts};
use std::collections::HashSet;
use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::{Component, Path, PathBuf};
use std::thread::available_parallelism;

/// What flags, environment and configuration say together. What a flag alone can say is read from [`Args`].
pub struct Settings {
    pub lang: Lang,
    /// The reports, each with its look.
    pub reports: Vec<(RequestedReport, Style)>,
    pub options: Options,
    pub selector: Selector,
    pub pointer: Option<String>,
    pub reading: Reading,
    /// `None` if nothing was named and nothing is piped.
    pub inputs: Option<Vec<Input>>,
    pub shows_progress: bool,
    pub jobs: usize,
}

impl Settings {
    /// Resolves what the three say.
    pub fn resolve(args: &Args, matches: &ArgMatches, config: &ConfigFile) -> Result<Self, UsageError> {
        let targets = targets(args, config)?;
        let levels = levels(args, matches, config)?;
        let options = options(args, config, levels)?;
        Ok(Self {
            lang: lang(args, config),
            selector: selector(args, config)?,
            pointer: args.pointer.clone().filter(|pointer| !pointer.is_empty()),
            reading: reading(args, config, &options)?,
            inputs: inputs(args, config, &targets)?,
            reports: targets.into_iter().map(|target| with_style(args, config, target)).collect(),
            options,
            shows_progress: match args.progress.unwrap_or(AutoChoice::Auto) {
                AutoChoice::Always => true,
                AutoChoice::Never => false,
                AutoChoice::Auto => io::stderr().is_terminal(),
            },
            jobs: args.jobs.map_or_else(|| available_parallelism().map_or(1, NonZero::get), usize::from),
        })
    }
}

/// The language of messages.
pub fn lang(args: &Args, config: &ConfigFile) -> Lang {
    let named = args.lang.or(config.lang).map(|LangArg(lang)| lang);
    named.unwrap_or_else(|| {
        let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
        let locale = variables.iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
        locale.and_then(|locale| of_locale(&locale)).unwrap_or_default()
    })
}

/// The language of a locale such as `pt_BR.UTF-8`: what stands before the country decides.
fn of_locale(name: &str) -> Option<Lang> {
    let language = |name: &str| name.split(['-', '_', '.']).next().map(str::to_ascii_lowercase);
    Lang::ALL.iter().copied().find(|lang| language(lang.name()) == language(name))
}

/// What becomes of findings.
fn levels(args: &Args, matches: &ArgMatches, config: &ConfigFile) -> Result<Levels, UsageError> {
    let in_file = |(name, level): (&String, &RuleLevel)| {
        let level = self::level(*level);
        levels::selector(name, level).map(|selector| (selector, level))
    };
    let rules = config.rules.iter().map(in_file).collect::<Result<Vec<_>, _>>();
    let mut rules = rules.map_err(|inner| UsageError::InRules(Box::new(inner)))?;
    // The file has no order: the more special comes later and wins.
    rules.sort_by_key(|(selector, _)| selector.specificity());
    if config.strict {
        rules.insert(0, (RuleSelector::warnings(), Level::Deny));
    }
    for (name, level) in flags(args, matches) {
        rules.push((levels::selector(name, level)?, level));
    }
    let mut levels = Levels::default();
    for (selector, level) in rules {
        levels.set(selector, level);
    }
    Ok(levels)
}

/// What the library is told.
fn options(args: &Args, config: &ConfigFile, levels: Levels) -> Result<Options, UsageError> {
    let mut options = Options::default();
    options.levels = levels;
    options.today = today(args, config);
    let limits = &mut options.limits;
    let is_larger = config.max_bytes.is_some_and(|bytes| bytes > limits.max_bytes);
    if is_larger && args.max_bytes.is_none() && !config.is_trusted {
        return Err(config.untrusted("max-bytes"));
    }
    limits.max_bytes = args.max_bytes.or(config.max_bytes).unwrap_or(limits.max_bytes);
    limits.max_depth = args.max_depth.or(config.max_depth).unwrap_or(limits.max_depth);
    options.max_findings = args.max_errors.or(config.max_errors).unwrap_or(options.max_findings);
    options.reveal = values(args, config) == ValueDisplay::Full;
    if options.reveal && args.values.is_none() && !config.is_trusted {
        return Err(config.untrusted("output.values"));
    }
    Ok(options)
}

/// The day for the rules that speak of the past.
pub fn today(args: &Args, config: &ConfigFile) -> Option<Date> {
    args.today.or(config.today).or_else(klavi_validate::today)
}

const fn level(level: RuleLevel) -> Level {
    match level {
        RuleLevel::Allow => Level::Allow,
        RuleLevel::Warn => Level::Warn,
        RuleLevel::Deny => Level::Deny,
    }
}

/// `-A`, `-W`, `-D` and `--strict` in the order in which they stand.
fn flags<'a>(args: &'a Args, matches: &ArgMatches) -> Vec<(&'a str, Level)> {
    let of = |id: &str, names: &'a [String], level| {
        let places = matches.indices_of(id).into_iter().flatten().collect::<Vec<_>>();
        places.into_iter().zip(names).map(move |(place, name)| (place, (&name[..], level)))
    };
    let strict = args.strict.then(|| (matches.index_of("strict").unwrap_or(0), (WARNINGS, Level::Deny)));
    let mut flags: Vec<_> = of("allow", &args.allow, Level::Allow)
        .chain(of("warn", &args.warn, Level::Warn))
        .chain(of("deny", &args.deny, Level::Deny))
        .chain(strict)
        .collect();
    flags.sort_by_key(|(place, _)| *place);
    flags.into_iter().map(|(_, flag)| flag).collect()
}

/// How values are shown.
fn values(args: &Args, config: &ConfigFile) -> ValueDisplay {
    args.values.or(config.output.values).unwrap_or(ValueDisplay::Masked)
}

/// How contracts are chosen.
fn selector(args: &Args, config: &ConfigFile) -> Result<Selector, UsageError> {
    if config.map.values().any(|name| !config.may_read(&config.folder.join(name))) {
        return Err(config.untrusted("map"));
    }
    let flags = args.map.iter().map(|mapping| match mapping.rsplit_once('=') {
        Some((glob, name)) => Ok((Glob::new(glob, Path::new(""))?, name, Path::new(""))),
        None => Err(UsageError::Mapping(mapping.clone())),
    });
    let file = config.map.iter().map(|(glob, name)| Ok((Glob::new(glob, &config.folder)?, &name[..], &*config.folder)));
    let map = flags.chain(file).collect::<Result<Vec<_>, UsageError>>()?;
    let detect = args.detect.or(config.detect).unwrap_or(Detect::Auto);
    let schema = args.schema.as_deref().map(|name| selector::find_or_read(contracts(), name, Path::new("")));
    let schema = schema.transpose().map_err(|complaint| args.blame("schema", complaint))?;
    Selector::new(contracts(), schema, map, detect)
}

/// How inputs are read.
fn reading(args: &Args, config: &ConfigFile, options: &Options) -> Result<Reading, UsageError> {
    let hosts: Vec<_> = args.host.iter().chain(&config.hosts).cloned().collect();
    if let Some(host) = hosts.iter().find(|host| host.is_empty() || host.contains(['/', '@', ' '])) {
        return Err(UsageError::Host(host.clone()));
    }
    Ok(Reading {
        hosts,
        kind: args.input.unwrap_or(InputFormat::Auto),
        each: args.each,
        max_bytes: options.limits.max_bytes,
        stdin_name: args.stdin_name.clone(),
    })
}

/// What is to be read; `None` if nothing was named and nothing is piped.
pub fn inputs(args: &Args, config: &ConfigFile, targets: &[RequestedReport]) -> Result<Option<Vec<Input>>, UsageError> {
    let flags = args.exclude.iter().map(|glob| Glob::new(glob, Path::new("")));
    let file = config.exclude.iter().map(|glob| Glob::new(glob, &config.folder));
    let exclude = flags.chain(file).collect::<Result<_, _>>()?;
    let outputs = targets.iter().filter_map(RequestedReport::written).collect();
    let walking = Walking { exclude, no_ignore: args.no_ignore, hidden: args.hidden, outputs };
    let lists_stdin = args.files_from.as_deref() == Some(Path::new("-"));
    if args.watch && lists_stdin {
        return Err(UsageError::Unwatchable);
    }
    let mut inputs = Vec::new();
    if let Some(list) = &args.files_from {
        match read_list(list, args.null) {
            Ok(paths) => paths.iter().for_each(|path| walking.path(path, &mut inputs)),
            Err(error) => inputs.push(Input::Problem(list.clone(), UncheckedReason::from(&error))),
        }
        if inputs.is_empty() {
            inputs.push(Input::Problem(list.clone(), UncheckedReason::Blank));
        }
    }
    let mut named: Vec<PathBuf> = args.files.clone();
    if named.is_empty() && args.files_from.is_none() {
        match piped() {
            Piped::Yes if !args.watch => named.push(PathBuf::from("-")),
            _ if !config.include.is_empty() => {
                named.extend(config.included());
                if !named.iter().all(|path| config.may_read(path)) {
                    return Err(config.untrusted("include"));
                }
            }
            Piped::Yes | Piped::Nothing => named.push(PathBuf::from("-")),
            Piped::No => return Ok(None),
        }
    }
    for path in &named {
        walking.expand(path, &mut inputs)?;
    }
    once_each(&mut inputs);
    let reads_stdin = inputs.iter().filter(|input| matches!(input, Input::Stdin)).count();
    if args.watch && reads_stdin > 0 {
        return Err(UsageError::Unwatchable);
    }
    if reads_stdin + usize::from(lists_stdin) > 1 {
        return Err(UsageError::StdinTwice);
    }
    let lists = args.files_from.iter().filter(|_| !lists_stdin);
    let settings = config.path.iter();
    let read = inputs.iter().filter_map(Input::path).chain(lists.chain(settings).map(PathBuf::as_path));
    let overwritten = if walking.outputs.is_empty() {
        None
    } else if reads_stdin > 0 && walking.is_written(FileId::of_stream(&io::stdin()).as_ref()) {
        Some(Path::new("-"))
    } else {
        read.into_iter().find(|path| walking.is_written(FileId::of(path).as_ref()))
    };
    match overwritten {
        Some(path) => Err(UsageError::Overwrites(path.to_owned())),
        None => Ok(Some(inputs)),
    }
}

/// Leaves out what is there already. Who names a folder and a file in it means the file once, and means it.
fn once_each(inputs: &mut Vec<Input>) {
    let plain = |path: &Path| path.components().filter(|part| *part != Component::CurDir).collect::<PathBuf>();
    let is_named = |input: &&Input| matches!(input, Input::Path(_));
    let named: HashSet<_> = inputs.iter().filter(is_named).filter_map(Input::path).map(plain).collect();
    let mut seen = HashSet::new();
    inputs.retain(|input| {
        let Some(path) = input.path().map(plain) else { return true };
        if let Input::Found(_, walk) = input
            && named.contains(&path)
        {
            // Its folder is not without documents.
            walk.note_document();
            return false;
        }
        seen.insert(path)
    });
}

/// What standard input is.
enum Piped {
    Yes,
    /// Nothing can come from there, but it is no terminal either.
    Nothing,
    No,
}

fn piped() -> Piped {
    if io::stdin().is_terminal() {
        return Piped::No;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = std::fs::metadata("/dev/stdin").map(|metadata| metadata.file_type());
        if kind.is_ok_and(|kind| kind.is_char_device()) {
            return Piped::Nothing;
        }
    }
    Piped::Yes
}

/// One report: its format, and where it goes.
pub struct RequestedReport {
    pub format: &'static OutputFormat,
    pub place: Destination,
}

impl RequestedReport {
    /// The file that would be written over.
    fn written(&self) -> Option<Written> {
        Some(Written { id: self.place.file_id()?, marks: self.format.marks })
    }
}

/// The reports that are wanted; no two in the same place.
pub fn targets(args: &Args, config: &ConfigFile) -> Result<Vec<RequestedReport>, UsageError> {
    of_outputs(args, config).map_err(|complaint| args.blame("output", complaint))
}

fn of_outputs(args: &Args, config: &ConfigFile) -> Result<Vec<RequestedReport>, UsageError> {
    let text = ["text".to_owned()];
    let is_config = args.output.is_empty() && !config.output.formats.is_empty();
    let (wanted, from) = match &args.output[..] {
        [] if is_config => (&config.output.formats[..], config.folder.as_path()),
        [] => (&text[..], Path::new("")),
        wanted => (wanted, Path::new("")),
    };
    let mut targets: Vec<RequestedReport> = Vec::new();
    for output in wanted {
        let (name, file) = match output.split_once('=') {
            Some((name, file)) => (name, Some(file)),
            None => (&output[..], None),
        };
        let format = OutputFormat::named(name)
            .ok_or_else(|| UsageError::unknown(NameKind::Output, name, OutputFormat::names()))?;
        if file == Some("") {
            return Err(UsageError::NoFile(output.clone()));
        }
        let place = file.map_or(Destination::Stdout, |file| Destination::File(from.join(file))).canonical();
        if is_config && matches!(&place, Destination::File(path) if !config.may_write(path)) {
            return Err(config.untrusted("output.formats"));
        }
        let id = place.file_id();
        if targets.iter().any(|target| target.place == place || id.is_some() && target.place.file_id() == id) {
            return Err(UsageError::SamePlace(output.clone()));
        }
        targets.push(RequestedReport { format, place });
    }
    Ok(targets)
}

/// The report and how it looks where it goes.
fn with_style(args: &Args, config: &ConfigFile, target: RequestedReport) -> (RequestedReport, Style) {
    let is_stdout = target.place == Destination::Stdout;
    let colour = match args.color.or(config.output.color).unwrap_or(AutoChoice::Auto) {
        AutoChoice::Always => is_stdout,
        AutoChoice::Never => false,
        AutoChoice::Auto => is_stdout && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
    };
    let volume = match (args.quiet, args.verbose) {
        (0, false) => Verbosity::Findings,
        (0, true) => Verbosity::Everything,
        (1, _) => Verbosity::Summary,
        _ => Verbosity::Nothing,
    };
    let tells_time = is_stdout && io::stdout().is_terminal();
    (target, Style { lang: lang(args, config), values: values(args, config), volume, colour, tells_time })
}
