//! The arguments, as a person types them.

use crate::model::choices::Detect;
use crate::model::choices::Draft;
use crate::model::choices::Flavour;
use crate::model::choices::Kind;
use crate::model::choices::Listed;
use crate::model::choices::Tongue;
use crate::model::choices::Values;
use crate::model::choices::When;
use crate::report::format::Format;
use crate::settings::size::size;
use clap::builder::Resettable;
use clap::{Arg, ArgAction, Command, CommandFactory, Parser, ValueHint};
use std::path::PathBuf;

/// The word that asks for a document with some finding, whichever it is.
pub const ANY: &str = "any";

/// Checks Klavi payment requests and responses
///
/// Each document is checked against its contract; every finding is told with its place, its cause and what to do.
/// Values are masked.
#[derive(Debug, Default, Parser)]
#[command(name = "validate", version, max_term_width = 100)]
#[expect(clippy::struct_excessive_bools, reason = "a flag is a bool")]
pub struct Args {
    /// A file, a folder (walked, ignore files respected), a glob in quotes, or "-" for standard input
    ///
    /// None given: standard input if it is piped, else the include list of validate.toml.
    #[arg(value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub files: Vec<PathBuf>,

    /// The contract, e.g. create-payment.request (any unique prefix will do), or a schema file of your own
    #[arg(short, long, value_name = "NAME|FILE", env = "VALIDATE_SCHEMA", help_heading = "What to check against")]
    pub schema: Option<String>,
    /// How a document's contract is found where none is given [default: auto]
    #[arg(long, value_name = "HOW", env = "VALIDATE_DETECT", help_heading = "What to check against")]
    pub detect: Option<Detect>,
    /// The contract of the files that match
    #[arg(long, value_name = "GLOB=NAME", help_heading = "What to check against")]
    pub map: Vec<String>,
    /// Check only this part of each document, e.g. /data/payload
    #[arg(short, long, value_name = "PTR", env = "VALIDATE_POINTER", help_heading = "What to check against")]
    pub pointer: Option<String>,
    /// The document is an array: one document per element
    #[arg(long, help_heading = "What to check against")]
    pub each: bool,

    /// A host whose calls in HAR files are calls of the API too, such as a gateway; may be repeated
    #[arg(long, value_name = "HOST", help_heading = "What to check against", value_hint = ValueHint::Hostname)]
    pub host: Vec<String>,

    /// What the input is; by extension and content if not said [default: auto]
    #[arg(long, value_name = "KIND", env = "VALIDATE_INPUT", help_heading = "Input")]
    pub input: Option<Kind>,
    /// The name to show, and to detect by, for "-"
    #[arg(long, value_name = "PATH", help_heading = "Input", value_hint = ValueHint::FilePath)]
    pub stdin_name: Option<String>,
    /// A list of paths, one a line; "-" is standard input
    #[arg(long, value_name = "FILE", help_heading = "Input", value_hint = ValueHint::FilePath)]
    pub files_from: Option<PathBuf>,
    /// The paths of --files-from end with NUL instead of a line end
    #[arg(short = '0', long, help_heading = "Input", requires = "files_from")]
    pub null: bool,
    /// Leave these out when walking folders and globs
    #[arg(long, value_name = "GLOB", help_heading = "Input")]
    pub exclude: Vec<String>,
    /// Walk also what ignore files name
    #[arg(long, help_heading = "Input")]
    pub no_ignore: bool,
    /// Walk also hidden files and folders
    #[arg(long, help_heading = "Input")]
    pub hidden: bool,
    /// The most bytes of one document, and of a YAML or HAR file, e.g. 10MB [default: 16MiB]
    #[arg(long, value_name = "N", env = "VALIDATE_MAX_BYTES", help_heading = "Input", value_parser = size)]
    pub max_bytes: Option<usize>,
    /// The most objects and arrays open at once [default: 64]
    #[arg(long, value_name = "N", env = "VALIDATE_MAX_DEPTH", help_heading = "Input",
          value_parser = clap::value_parser!(u32).range(1..=i64::from(klavi_core::DEEPEST)))]
    pub max_depth: Option<u32>,
    /// Check again whenever one of the files changes, until interrupted
    #[arg(long, help_heading = "Input", conflicts_with = "information")]
    pub watch: bool,
    /// Nothing to check is not an error
    #[arg(long, help_heading = "Input")]
    pub allow_empty: bool,

    /// Do not tell these: CODE|GROUP|warnings[@CONTRACT][#POINTER]
    #[arg(short = 'A', long, value_name = "RULE", help_heading = "Rules")]
    pub allow: Vec<String>,
    /// Tell these as warnings
    #[arg(short = 'W', long, value_name = "RULE", help_heading = "Rules")]
    pub warn: Vec<String>,
    /// Tell these as errors
    ///
    /// -A, -W and -D are applied in order; the last that matches a finding wins. A rule may be for one contract and one
    /// place: -W required@create-payment.request#/date. In the pointer * stands for any index or name.
    #[arg(short = 'D', long, value_name = "RULE", help_heading = "Rules", verbatim_doc_comment)]
    pub deny: Vec<String>,
    /// The same as -D warnings
    #[arg(long, help_heading = "Rules")]
    pub strict: bool,
    /// The day for rules that speak of the past [default: today in UTC-3]
    #[arg(long, value_name = "YYYY-MM-DD", env = "VALIDATE_TODAY", help_heading = "Rules")]
    pub today: Option<String>,
    /// Stop at the first invalid document
    #[arg(long, help_heading = "Rules")]
    pub fail_fast: bool,
    /// How many errors, and how many warnings, are told of one document; 0 is no limit [default: 100]
    #[arg(long, value_name = "N", env = "VALIDATE_MAX_ERRORS", help_heading = "Rules")]
    pub max_errors: Option<usize>,

    /// A report, on standard output or in a file; may be repeated [default: text]
    #[arg(short, long, value_name = "FMT[=FILE]", env = "VALIDATE_OUTPUT", help_heading = "Output", long_help = Format::help())]
    pub output: Vec<String>,
    /// How values are shown; secrets are never [default: masked]
    #[arg(long, value_name = "V", env = "VALIDATE_VALUES", help_heading = "Output")]
    pub values: Option<Values>,
    #[arg(
        long,
        help = "The language of messages [default: from LC_ALL, LC_MESSAGES, LANG]",
        value_name = "L",
        env = "VALIDATE_LANG",
        help_heading = "Output"
    )]
    pub lang: Option<Tongue>,
    /// When to colour text [default: auto]
    #[arg(long, value_name = "WHEN", env = "VALIDATE_COLOR", help_heading = "Output")]
    pub color: Option<When>,
    /// When to show progress on standard error [default: auto]
    #[arg(long, value_name = "WHEN", env = "VALIDATE_PROGRESS", help_heading = "Output")]
    pub progress: Option<When>,
    /// Only the summary of failures; twice: nothing
    #[arg(short, long, action = ArgAction::Count, help_heading = "Output", conflicts_with = "verbose")]
    pub quiet: u8,
    /// Also valid documents, and why the contract was chosen
    #[arg(short, long, help_heading = "Output")]
    pub verbose: bool,
    /// How many documents are checked at once [default: number of cores]
    #[arg(short, long, value_name = "N", env = "VALIDATE_JOBS", help_heading = "Output",
          value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,

    /// Read and trust this configuration instead of the nearest validate.toml
    #[arg(long, value_name = "FILE", env = "VALIDATE_CONFIG", help_heading = "Configuration",
          value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// Read no configuration
    #[arg(long, help_heading = "Configuration")]
    pub no_config: bool,

    /// List the schemas, the rules, the groups, the sources or the keywords
    #[arg(long, value_name = "WHAT", num_args = 0..=1, default_missing_value = "schemas",
          help_heading = "Information", group = "information")]
    pub list: Option<Listed>,
    /// Explain a code
    #[arg(long, value_name = "CODE", help_heading = "Information", group = "information")]
    pub explain: Option<String>,
    /// Print an example of a contract that is clean today
    #[arg(long, value_name = "NAME", help_heading = "Information", group = "information")]
    pub example: Option<String>,
    /// ... changed so that it has a finding of this code, or "any", and no other error
    #[arg(long = "break", value_name = "CODE|any", help_heading = "Information", requires = "example")]
    pub broken: Option<String>,
    /// ... this many payloads whose values fit together, one a line [default with --seed: 1]
    #[arg(long, value_name = "N", help_heading = "Information", requires = "example")]
    pub count: Option<u64>,
    /// ... others for each number, the same for the same number and day [default: 0]
    #[arg(long, value_name = "S", help_heading = "Information", requires = "example")]
    pub seed: Option<u64>,
    /// Print the JSON Schema of a contract, or of "report"; "openapi" is the OpenAPI document of all operations
    #[arg(long, value_name = "NAME", help_heading = "Information", group = "information")]
    pub print_schema: Option<String>,
    /// Write every published file into a folder: schemas in all forms, OpenAPI documents, catalogues, vectors
    #[arg(long, value_name = "DIR", help_heading = "Information", group = "information", value_hint = ValueHint::DirPath)]
    pub export: Option<PathBuf>,
    /// The draft that schemas are written in [default: 2020-12; of "openapi": openapi-3.1]
    #[arg(
        long,
        value_name = "DRAFT",
        help_heading = "Information",
        requires = "print_schema",
        conflicts_with = "export"
    )]
    pub draft: Option<Draft>,
    /// How much of a contract its schema says [default: full]
    #[arg(long, value_name = "F", help_heading = "Information", requires = "print_schema", conflicts_with = "export")]
    pub flavour: Option<Flavour>,
    /// Print the completion script of a shell
    #[arg(long, value_name = "SHELL", help_heading = "Information", group = "information")]
    pub completions: Option<clap_complete::Shell>,
    /// Print the manual page
    #[arg(long, help_heading = "Information", group = "information")]
    pub man: bool,
    /// Print the JSON Schema of validate.toml
    #[arg(long, help_heading = "Information", group = "information")]
    pub config_schema: bool,
}

/// The command line. A variable that is set to nothing counts as one that is not set: pipelines pass on inputs that
/// nobody gave.
pub fn command() -> Command {
    let is_empty = |argument: &Arg| argument.get_env().and_then(std::env::var_os).is_some_and(|value| value.is_empty());
    Args::command().mut_args(|argument| if is_empty(&argument) { argument.env(Resettable::Reset) } else { argument })
}
