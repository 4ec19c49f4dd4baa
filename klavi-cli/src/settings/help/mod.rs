//! Help and complaints about arguments, in the language that is asked for. English is what the parser says by itself.

mod en;
mod pt_br;

use crate::model::choices::Tongue;
use crate::model::destination::Place;
use crate::model::summary::Status;
use crate::settings::config::Config;
use crate::settings::flags::Args;
use crate::settings::{flags, resolve};
use crate::text::usage_error::{Complaint, complain};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error, ValueEnum};
use klavi_core::{is_printable, printable};
use klavi_validate::Lang;
use std::env::args_os;
use std::fmt::Write as _;
use std::io;
use std::io::Write as _;

/// What the help says of one argument.
struct Text {
    /// The name of the argument in [`Args`].
    id: &'static str,
    help: &'static str,
    /// What only the long help says.
    more: &'static str,
    /// The values it takes, if there are few, each with what it means.
    values: &'static [(&'static str, &'static str)],
}

/// What stands behind the arguments.
#[derive(Clone, Copy)]
pub struct Tail {
    pub status_title: &'static str,
    /// The exit statuses, each with what it means.
    pub statuses: &'static [(&'static str, &'static str)],
    pub several: &'static str,
    pub precedence: &'static str,
    pub examples_title: &'static str,
    /// Calls, each with what it is good for.
    pub examples: &'static [(&'static str, &'static str)],
}

/// What stands behind the arguments, in a language.
pub const fn tail(lang: Lang) -> &'static Tail {
    match lang {
        Lang::En => &en::TAIL,
        Lang::PtBr => &pt_br::TAIL,
    }
}

/// The command line with its help in a language.
pub fn command(lang: Lang) -> Command {
    let Tail { status_title, statuses, several, precedence, examples_title, examples } = *tail(lang);
    let after = format!("{status_title}:\n{}{several}\n\n{precedence}", list(statuses));
    let command = match lang {
        Lang::En => flags::command(),
        Lang::PtBr => portuguese(flags::command()),
    };
    command.after_long_help(format!("{examples_title}:\n{}\n{after}", list(examples))).after_help(after)
}

/// A list of two columns.
fn list(rows: &[(&str, &str)]) -> String {
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for (name, meaning) in rows {
        let _ = writeln!(text, "  {name:width$}  {meaning}");
    }
    text
}

/// What somebody sees who names nothing: how to begin.
pub fn short(lang: Lang) -> String {
    let short = match lang {
        Lang::En => en::SHORT,
        Lang::PtBr => pt_br::SHORT,
    };
    let Tail { examples_title, examples, .. } = *tail(lang);
    let examples = list(&examples[..3]);
    format!("{}\n\n{}\n\n{examples_title}:\n{examples}\n{}\n", short[0], short[1], short[2])
}

/// Tells what is wrong with the arguments, or the help if that was asked for, and ends the process.
pub fn exit(mut error: Error) -> ! {
    let lang = wanted();
    if lang == Lang::PtBr {
        // The same arguments again, for the same error with the names of this language.
        error = command(lang).try_get_matches().err().unwrap_or(error);
    }
    tame(&mut error);
    let told = match complaint(&error).filter(|_| lang == Lang::PtBr) {
        None => error.print(),
        Some(complaint) => {
            writeln!(io::stderr(), "erro: {complaint}\n\n{}\n\n{}", pt_br::USAGE_LINE, pt_br::SEE_HELP)
        }
    };
    match told {
        Err(failed) if !error.use_stderr() && failed.kind() != io::ErrorKind::BrokenPipe => {
            complain(&Complaint::unwritable(&Place::Stdout, &failed), lang);
            std::process::exit(i32::from(Status::Unchecked as u8))
        }
        _ => std::process::exit(error.exit_code()),
    }
}

/// Escapes what arguments may hold that would command the terminal.
fn tame(error: &mut Error) {
    let escaped = |value: &ContextValue| match value {
        ContextValue::String(text) => Some(ContextValue::String(printable(text))),
        ContextValue::Strings(texts) => Some(ContextValue::Strings(texts.iter().map(|text| printable(text)).collect())),
        ContextValue::StyledStrs(texts) if texts.iter().any(|text| !is_clean(&text.to_string())) => {
            Some(ContextValue::StyledStrs(texts.iter().map(|text| printable(&text.to_string()).into()).collect()))
        }
        _ => None,
    };
    let values: Vec<_> = error.context().filter_map(|(kind, value)| Some((kind, escaped(value)?))).collect();
    for (kind, value) in values {
        error.insert(kind, value);
    }
}

fn is_clean(text: &str) -> bool {
    text.chars().all(is_printable)
}

/// The language, of arguments that could not be read.
fn wanted() -> Lang {
    let words: Vec<_> = args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let named = words.iter().enumerate().rev().find_map(|(place, word)| match word.strip_prefix("--lang")? {
        "" => words.get(place + 1).map(String::as_str),
        value => value.strip_prefix('='),
    });
    let variable = std::env::var("VALIDATE_LANG").ok();
    let lang = named.or(variable.as_deref()).and_then(|name| Tongue::from_str(name, false).ok());
    resolve::lang(&Args { lang, ..Args::default() }, &Config::find(None).unwrap_or_default())
}

fn portuguese(command: Command) -> Command {
    let command = command
        .about(pt_br::ABOUT)
        .long_about(format!("{}\n\n{}", pt_br::ABOUT, pt_br::MORE_ABOUT))
        .override_usage(pt_br::USAGE)
        .help_template(pt_br::TEMPLATE)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
    pt_br::TEXTS.iter().fold(command, |command, text| command.mut_arg(text.id, |argument| spoken(argument, text)))
}

/// An argument with this text.
fn spoken(argument: Arg, text: &Text) -> Arg {
    let term = |word: &str| pt_br::TERMS.iter().find(|(english, _)| *english == word).map_or("", |(_, term)| term);
    let unnamed = if argument.is_positional() { "Arguments" } else { "Options" };
    let heading = term(argument.get_help_heading().unwrap_or(unnamed));
    let name = argument.get_value_names().and_then(<[_]>::first).map(|name| term(name));
    let (mut help, mut long) = (text.help.to_owned(), text.help.to_owned());
    if !text.more.is_empty() {
        let _ = write!(long, "\n\n{}", text.more);
    }
    if !text.values.is_empty() {
        let names: Vec<_> = text.values.iter().map(|(name, _)| *name).collect();
        let _ = write!(help, " [{}]", names.join(", "));
        long.push_str("\n\n");
        long.extend(text.values.iter().map(|(name, meaning)| format!("- {name}: {meaning}\n")));
    }
    let argument = argument.help(help).long_help(long).help_heading(heading);
    match name.filter(|_| argument.get_action().takes_values()) {
        Some(name) => argument.value_name(name).hide_possible_values(true),
        None => argument,
    }
}

/// What is wrong, or nothing if it is nothing that can be said here.
fn complaint(error: &Error) -> Option<String> {
    let get = |kind| error.get(kind).map(ToString::to_string).filter(|text| !text.is_empty());
    let argument = get(ContextKind::InvalidArg)?;
    let value = get(ContextKind::InvalidValue);
    let mut complaint = match (error.kind(), value) {
        (ErrorKind::UnknownArgument, _) => format!("não existe a opção '{argument}'"),
        (ErrorKind::InvalidValue, None) => format!("falta um valor para '{argument}'"),
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Some(value)) => {
            format!("'{value}' não é um valor de '{argument}'")
        }
        (ErrorKind::TooManyValues, Some(value)) => format!("'{value}' é demais: '{argument}' não aceita mais valores"),
        (ErrorKind::MissingRequiredArgument, _) => format!("falta '{argument}'"),
        (ErrorKind::ArgumentConflict, _) => match get(ContextKind::PriorArg).filter(|prior| *prior != argument) {
            Some(prior) => format!("'{argument}' não pode ser usado com '{prior}'"),
            None => format!("'{argument}' só pode ser usado uma vez"),
        },
        _ => return None,
    };
    if let Some(similar) = get(ContextKind::SuggestedArg).or_else(|| get(ContextKind::SuggestedValue)) {
        let _ = write!(complaint, "; você quis dizer '{similar}'?");
    } else if let Some(known) = get(ContextKind::ValidValue) {
        let _ = write!(complaint, "; valores possíveis: {known}");
    }
    Some(complaint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::format::Format;

    #[test]
    fn everything_is_said_in_portuguese() {
        for argument in command(Lang::En).get_arguments() {
            let id = argument.get_id().as_str();
            let text = pt_br::TEXTS.iter().find(|text| text.id == id).expect(id);
            let mut names: Vec<_> =
                argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
            names.retain(|_| argument.get_action().takes_values() && id != "completions");
            if id == "output" {
                names.extend(Format::names().map(str::to_owned));
            } else {
                let says_more = argument.get_long_help().is_some_and(|long| Some(long) != argument.get_help());
                assert_eq!(!text.more.is_empty(), says_more, "{id}");
            }
            assert_eq!(text.values.iter().map(|(name, _)| *name).collect::<Vec<_>>(), names, "{id}");
        }
        for argument in command(Lang::PtBr).get_arguments() {
            let id = argument.get_id().as_str();
            assert_ne!(argument.get_help_heading(), Some(""), "{id}");
            let names = argument.get_value_names().unwrap_or_default();
            assert!(!argument.get_action().takes_values() || names.iter().all(|name| !name.is_empty()), "{id}");
        }
    }

    #[test]
    fn the_short_help_is_short() {
        for (lang, usage) in [(Lang::En, "Usage: "), (Lang::PtBr, "Uso: ")] {
            let help = short(lang);
            assert!(help.lines().count() <= 20 && help.lines().all(|line| line.chars().count() <= 120), "{help}");
            assert!(help.contains(usage) && help.matches("\n  validate ").count() == 3, "{help}");
        }
        assert_eq!(en::TAIL.statuses.len(), pt_br::TAIL.statuses.len());
        assert_eq!(en::TAIL.examples.len(), pt_br::TAIL.examples.len());
    }

    #[test]
    fn complaints() {
        let of = |words: &str| {
            let error = command(Lang::PtBr).try_get_matches_from(words.split(' ')).unwrap_err();
            complaint(&error).unwrap_or_default()
        };
        assert_eq!(of("validate --strit"), "não existe a opção '--strit'; você quis dizer '--strict'?");
        assert_eq!(of("validate --pointer"), "falta um valor para '--pointer <PTR>'");
        assert_eq!(
            of("validate --values zzz"),
            "'zzz' não é um valor de '--values <V>'; valores possíveis: masked, none, full"
        );
        assert_eq!(of("validate -j x"), "'x' não é um valor de '--jobs <N>'");
        assert_eq!(of("validate -0"), "falta '--files-from <ARQUIVO>'");
        assert_eq!(of("validate -q -v"), "'--quiet...' não pode ser usado com '--verbose'");
        assert_eq!(of("validate -s a -s b"), "'--schema <NOME|ARQUIVO>' só pode ser usado uma vez");
        assert_eq!(of("validate --help"), "");
    }
}
