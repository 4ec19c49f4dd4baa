//! The arguments, as a person types them.

use crate::model::choices::AutoChoice;
use crate::model::choices::Detect;
use crate::model::choices::Draft;
use crate::model::choices::Flavour;
use crate::model::choices::InputFormat;
use crate::model::choices::LangArg;
use crate::model::choices::ListKind;
use crate::model::choices::ValueDisplay;
use crate::settings::written::{day, pointer, size};
use crate::text::usage_error::UsageError;
use clap::builder::Resettable;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, CommandFactory, FromArgMatches, Id, Parser, ValueHint};
use klavi_validate::types::Date;
use std::path::PathBuf;

/// The word that asks for a document with some finding, whichever it is.
pub const ANY: &str = "any";

/// What may be typed. What each argument does stands in `flags` of the catalogue, by its name here; `headings` and
/// `metavars` have the words for what is a key in these attributes.
#[derive(Debug, Default, Parser)]
#[command(name = "validate", version, max_term_width = 100)]
#[expect(clippy::struct_excessive_bools, reason = "a flag is a bool")]
pub struct Args {
    #[arg(value_name = "file", value_hint = ValueHint::AnyPath)]
    pub files: Vec<PathBuf>,

    #[arg(short, long, value_name = "name-or-file", env = "VALIDATE_SCHEMA", help_heading = "checking")]
    pub schema: Option<String>,
    #[arg(long, value_name = "how", env = "VALIDATE_DETECT", help_heading = "checking")]
    pub detect: Option<Detect>,
    #[arg(long, value_name = "glob-and-name", help_heading = "checking")]
    pub map: Vec<String>,
    #[arg(short, long, value_name = "pointer", env = "VALIDATE_POINTER", help_heading = "checking",
          value_parser = pointer)]
    pub pointer: Option<String>,
    #[arg(long, help_heading = "checking")]
    pub each: bool,
    #[arg(long, value_name = "host", help_heading = "checking", value_hint = ValueHint::Hostname)]
    pub host: Vec<String>,
    #[arg(long, help_heading = "checking",
          conflicts_with_all = ["schema", "map", "pointer", "each", "host", "fail_fast", "watch", "information"])]
    pub flow: bool,

    #[arg(long, value_name = "kind", env = "VALIDATE_INPUT", help_heading = "input")]
    pub input: Option<InputFormat>,
    #[arg(long, value_name = "path", help_heading = "input", value_hint = ValueHint::FilePath)]
    pub stdin_name: Option<String>,
    #[arg(long, value_name = "file", help_heading = "input", value_hint = ValueHint::FilePath)]
    pub files_from: Option<PathBuf>,
    #[arg(short = '0', long, help_heading = "input", requires = "files_from")]
    pub null: bool,
    #[arg(long, value_name = "glob", help_heading = "input")]
    pub exclude: Vec<String>,
    #[arg(long, help_heading = "input")]
    pub no_ignore: bool,
    #[arg(long, help_heading = "input")]
    pub hidden: bool,
    #[arg(long, value_name = "number", env = "VALIDATE_MAX_BYTES", help_heading = "input", value_parser = size)]
    pub max_bytes: Option<usize>,
    #[arg(long, value_name = "number", env = "VALIDATE_MAX_DEPTH", help_heading = "input",
          value_parser = clap::value_parser!(u32).range(1..=i64::from(klavi_core::DEEPEST)))]
    pub max_depth: Option<u32>,
    #[arg(long, help_heading = "input", conflicts_with = "information")]
    pub watch: bool,
    #[arg(long, help_heading = "input")]
    pub allow_empty: bool,

    #[arg(short = 'A', long, value_name = "rule", help_heading = "rules")]
    pub allow: Vec<String>,
    #[arg(short = 'W', long, value_name = "rule", help_heading = "rules")]
    pub warn: Vec<String>,
    #[arg(short = 'D', long, value_name = "rule", help_heading = "rules")]
    pub deny: Vec<String>,
    #[arg(long, help_heading = "rules")]
    pub strict: bool,
    #[arg(long, value_name = "day", env = "VALIDATE_TODAY", help_heading = "rules", value_parser = day)]
    pub today: Option<Date>,
    #[arg(long, help_heading = "rules")]
    pub fail_fast: bool,
    #[arg(long, value_name = "number", env = "VALIDATE_MAX_ERRORS", help_heading = "rules")]
    pub max_errors: Option<usize>,

    #[arg(short, long, value_name = "format", env = "VALIDATE_OUTPUT", help_heading = "output")]
    pub output: Vec<String>,
    #[arg(long, value_name = "values", env = "VALIDATE_VALUES", help_heading = "output")]
    pub values: Option<ValueDisplay>,
    #[arg(long, value_name = "language", env = "VALIDATE_LANG", help_heading = "output")]
    pub lang: Option<LangArg>,
    #[arg(long, value_name = "when", env = "VALIDATE_COLOR", help_heading = "output")]
    pub color: Option<AutoChoice>,
    #[arg(long, value_name = "when", env = "VALIDATE_PROGRESS", help_heading = "output")]
    pub progress: Option<AutoChoice>,
    #[arg(short, long, action = ArgAction::Count, help_heading = "output", conflicts_with = "verbose")]
    pub quiet: u8,
    #[arg(short, long, help_heading = "output")]
    pub verbose: bool,
    #[arg(short, long, value_name = "number", env = "VALIDATE_JOBS", help_heading = "output",
          value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,

    #[arg(long, value_name = "file", env = "VALIDATE_CONFIG", help_heading = "configuration",
          value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    #[arg(long, help_heading = "configuration")]
    pub no_config: bool,

    #[arg(long, value_name = "what", num_args = 0..=1, default_missing_value = "schemas",
          help_heading = "information", group = "information")]
    pub list: Option<ListKind>,
    #[arg(long, value_name = "code", help_heading = "information", group = "information")]
    pub explain: Option<String>,
    #[arg(long, value_name = "name", help_heading = "information", group = "information")]
    pub example: Option<String>,
    #[arg(long = "break", value_name = "code-or-any", help_heading = "information", requires = "example")]
    pub broken: Option<String>,
    #[arg(long, value_name = "number", help_heading = "information", requires = "example")]
    pub count: Option<u64>,
    #[arg(long, value_name = "seed", help_heading = "information", requires = "example")]
    pub seed: Option<u64>,
    #[arg(long, value_name = "name", help_heading = "information", group = "information")]
    pub print_schema: Option<String>,
    #[arg(long, value_name = "folder", help_heading = "information", group = "information",
          value_hint = ValueHint::DirPath)]
    pub export: Option<PathBuf>,
    #[arg(
        long,
        value_name = "draft",
        help_heading = "information",
        requires = "print_schema",
        conflicts_with = "export"
    )]
    pub draft: Option<Draft>,
    #[arg(
        long,
        value_name = "flavour",
        help_heading = "information",
        requires = "print_schema",
        conflicts_with = "export"
    )]
    pub flavour: Option<Flavour>,
    #[arg(long, value_name = "shell", help_heading = "information", group = "information")]
    pub completions: Option<clap_complete::Shell>,
    #[arg(long, help_heading = "information", group = "information")]
    pub man: bool,
    #[arg(long, help_heading = "information", group = "information")]
    pub config_schema: bool,

    /// The arguments whose values variables gave.
    #[arg(skip)]
    pub by_variable: Vec<Id>,
}

impl Args {
    /// The arguments that were typed, and those that variables give.
    pub fn of(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let is_variable = |id: &&Id| matches.value_source(id.as_str()) == Some(ValueSource::EnvVariable);
        let by_variable = matches.ids().filter(is_variable).cloned().collect();
        Ok(Self { by_variable, ..Self::from_arg_matches(matches)? })
    }

    /// What is wrong with an argument, which names the variable that gave it.
    pub fn blame(&self, id: &'static str, complaint: UsageError) -> UsageError {
        if self.by_variable.iter().any(|given| given == id) {
            return UsageError::InVariable(id, Box::new(complaint));
        }
        complaint
    }
}

/// The command line. A variable that is set to nothing counts as one that is not set: pipelines pass on inputs that
/// nobody gave.
pub fn command() -> Command {
    let is_empty = |argument: &Arg| argument.get_env().and_then(std::env::var_os).is_some_and(|value| value.is_empty());
    Args::command().mut_args(|argument| if is_empty(&argument) { argument.env(Resettable::Reset) } else { argument })
}
