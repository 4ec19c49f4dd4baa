//! Help and complaints about arguments, in the language that is asked for. The parser brings none of its own words.

use crate::model::choices::LangArg;
use crate::model::destination::Destination;
use crate::model::summary::Status;
use crate::report::OutputFormat;
use crate::settings::config::ConfigFile;
use crate::settings::flags::Args;
use crate::settings::written::Malformed;
use crate::settings::{flags, resolve};
use crate::text::sentences::{CHOICES, EXAMPLES, FLAGS, HEADINGS, METAVARS, STATUSES, argument, help, hint};
use crate::text::usage_error::{UsageError, report_usage_error, tell, variable};
use clap::builder::{PossibleValue, Resettable};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error, ValueEnum};
use klavi_core::{is_printable, printable};
use klavi_validate::sentence::{Sentence, Template};
use klavi_validate::{Lang, say};
use std::env::args_os;
use std::error::Error as _;
use std::fmt::Write as _;
use std::io;

/// The entry of this name in a list of the catalogue.
fn entry(list: &'static [(&str, Template)], name: &str) -> Option<&'static Template> {
    list.iter().find(|(known, _)| *known == name).map(|(_, template)| template)
}

/// The command line with its help in a language.
pub fn command(lang: Lang) -> Command {
    let (about, usage) = (help::ABOUT.text(lang), help::USAGE_WORD.text(lang));
    let statuses = columns(STATUSES.iter().map(|(status, meaning)| (*status, meaning.text(lang))));
    let after = format!(
        "{}:\n{statuses}{}\n\n{}",
        help::STATUS_TITLE.text(lang),
        help::SEVERAL.text(lang),
        help::PRECEDENCE.text(lang)
    );
    flags::command()
        .about(about)
        .long_about(format!("{about}\n\n{}", help::MORE.text(lang)))
        .override_usage(help::USAGE.text(lang))
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version))
        .mut_args(|argument| spoken(argument, lang))
        .after_long_help(format!("{}\n{after}", examples(lang, EXAMPLES)))
        .after_help(after)
}

/// Calls, each with what it is good for.
fn examples(lang: Lang, examples: &[(&str, Template)]) -> String {
    let calls = columns(examples.iter().map(|(_, call)| (call.text(lang), call.more(lang))));
    format!("{}:\n{calls}", help::EXAMPLES_TITLE.text(lang))
}

/// A list of two columns.
fn columns<'a>(rows: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> String {
    let width = rows.clone().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for (name, meaning) in rows {
        let _ = writeln!(text, "  {name:width$}  {meaning}");
    }
    text
}

/// How the tool is called.
fn usage(lang: Lang) -> String {
    format!("{}: {}", help::USAGE_WORD.text(lang), help::USAGE.text(lang))
}

/// What somebody sees who names nothing: how to begin.
pub fn short(lang: Lang) -> String {
    let (about, nothing, go_on) = (help::ABOUT.text(lang), help::NOTHING_NAMED.text(lang), help::GO_ON.text(lang));
    format!("{about}\n\n{}\n\n{nothing}\n\n{}\n{go_on}\n", usage(lang), examples(lang, &EXAMPLES[..3]))
}

/// Tells what is wrong with the arguments, or the help if that was asked for, and ends the process.
pub fn exit(error: Error) -> ! {
    let lang = wanted();
    // The same arguments again, for the same error with the names of this language.
    let mut error = command(lang).try_get_matches().err().unwrap_or(error);
    if error.use_stderr() {
        blame(&mut error, lang);
    }
    tame(&mut error);
    let told = match complaint(&error) {
        None => error.print(),
        Some(complaint) => {
            tell(&format!("{}\n{}", complaint.message(lang), help::SEE_HELP.text(lang)));
            Ok(())
        }
    };
    match told {
        Err(failed) if !error.use_stderr() && failed.kind() != io::ErrorKind::BrokenPipe => {
            report_usage_error(&UsageError::unwritable(&Destination::Stdout, &failed), lang);
            std::process::exit(i32::from(Status::Unchecked as u8))
        }
        _ => std::process::exit(error.exit_code()),
    }
}

/// Names the variable in place of its argument, where nothing is wrong with what was typed.
fn blame(error: &mut Error, lang: Lang) {
    if let Err(typed) = command(lang).mut_args(|argument| argument.env(Resettable::Reset)).try_get_matches() {
        *error = typed;
        return;
    }
    let Some(named) = error.get(ContextKind::InvalidArg).map(ToString::to_string) else { return };
    let mut command = command(lang);
    command.build();
    if let Some(argument) = command.get_arguments().find(|argument| argument.to_string() == named) {
        error.insert(ContextKind::InvalidArg, ContextValue::String(variable(argument.get_id().as_str())));
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
    let lang = named.or(variable.as_deref()).and_then(|name| LangArg::from_str(name, false).ok());
    resolve::lang(&Args { lang, ..Args::default() }, &ConfigFile::find(None).unwrap_or_default())
}

/// An argument with what the catalogue says of it.
fn spoken(argument: Arg, lang: Lang) -> Arg {
    let id = argument.get_id().as_str();
    let text = entry(FLAGS, id).map_or(("", ""), |flag| (flag.text(lang), flag.more(lang)));
    let (mut help, mut whole) = (text.0.to_owned(), text.0.to_owned());
    if !text.1.is_empty() {
        let _ = write!(whole, "\n\n{}", text.1);
    }
    let choices = choices(&argument, lang);
    if !choices.is_empty() {
        let names: Vec<_> = choices.iter().map(|(name, _)| &**name).collect();
        let _ = write!(help, " {}", say!(argument::POSSIBLE, names = names.join(", ")).message(lang));
        whole.push_str("\n\n");
        let line = |(name, meaning): &(String, &str)| match *meaning {
            "" => format!("- {name}\n"),
            meaning => format!("- {name}: {meaning}\n"),
        };
        whole.extend(choices.iter().map(line));
    }
    // What has no heading of its own stands under one of the parser's, which has a place of its own in manual pages.
    let (unnamed, of_parser) =
        if argument.is_positional() { ("arguments", "Arguments") } else { ("options", "Options") };
    let heading = entry(HEADINGS, argument.get_help_heading().unwrap_or(unnamed)).map(|heading| heading.text(lang));
    let heading = heading.filter(|heading| *heading != of_parser);
    let name = argument.get_value_names().and_then(<[_]>::first).and_then(|name| entry(METAVARS, name));
    let argument = argument.help(help).long_help(whole.trim_end().to_owned());
    let argument = argument.help_heading(heading);
    match name.filter(|_| argument.get_action().takes_values()) {
        Some(name) => argument.value_name(name.text(lang)).hide_possible_values(true),
        None => argument,
    }
}

/// The names that an argument takes, if they are few, each with what it means.
fn choices(argument: &Arg, lang: Lang) -> Vec<(String, &'static str)> {
    let id = argument.get_id().as_str();
    let list = if matches!(id, "color" | "progress") { "when" } else { id };
    let meaning = |name: &str| match Lang::ALL.iter().find(|known| id == "lang" && known.name() == name) {
        Some(known) => known.endonym(),
        None => entry(CHOICES, &format!("{list}.{name}")).map_or("", |choice| choice.text(lang)),
    };
    let names: Vec<String> = match id {
        "output" => OutputFormat::names().map(str::to_owned).collect(),
        _ if argument.get_action().takes_values() => {
            argument.get_possible_values().iter().map(PossibleValue::get_name).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    };
    let with_meaning = |name: String| {
        let meaning = meaning(&name);
        (name, meaning)
    };
    names.into_iter().map(with_meaning).collect()
}

/// What is wrong, or nothing if it is nothing that can be said here.
fn complaint(error: &Error) -> Option<Sentence<'static>> {
    let get = |kind| error.get(kind).map(ToString::to_string).filter(|text| !text.is_empty());
    let argument = get(ContextKind::InvalidArg)?;
    let value = get(ContextKind::InvalidValue);
    let complaint = match (error.kind(), value) {
        (ErrorKind::UnknownArgument, _) => say!(argument::UNKNOWN, argument),
        (ErrorKind::InvalidValue, None) => say!(argument::NO_VALUE, argument),
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Some(value)) => say!(argument::INVALID, value, argument),
        (ErrorKind::TooManyValues, Some(value)) => say!(argument::TOO_MANY, value, argument),
        (ErrorKind::MissingRequiredArgument, _) => say!(argument::MISSING, argument),
        (ErrorKind::ArgumentConflict, _) => {
            if let Some(prior) = get(ContextKind::PriorArg).filter(|prior| *prior != argument) {
                say!(argument::CONFLICT, argument, prior)
            } else {
                say!(argument::TWICE, argument)
            }
        }
        _ => return None,
    };
    let meant = get(ContextKind::SuggestedArg).or_else(|| get(ContextKind::SuggestedValue));
    let malformed = error.source().and_then(<dyn std::error::Error>::downcast_ref::<Malformed>);
    let hint = if let Some(malformed) = malformed {
        malformed.hint()
    } else if let Some(meant) = meant {
        say!(hint::MEANT, meant)
    } else if let Some(known) = get(ContextKind::ValidValue) {
        say!(hint::KNOWN, known)
    } else {
        return Some(complaint);
    };
    Some(say!(argument::AND, complaint, hint))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Whatever the command line has is told, and nothing is told that it does not have.
    #[test]
    fn the_catalogue_has_what_the_command_line_has() {
        let names = |list: &'static [(&str, Template)]| list.iter().map(|(name, _)| (*name).to_owned()).collect();
        let (mut flags, mut headings, mut metavars, mut choices) = <[BTreeSet<String>; 4]>::default().into();
        let keys = flags::command().disable_help_flag(true).disable_version_flag(true);
        for argument in keys.get_arguments() {
            let id = argument.get_id().as_str();
            flags.insert(id.to_owned());
            headings.extend(argument.get_help_heading().map(str::to_owned));
            let values = argument.get_value_names().unwrap_or_default();
            metavars.extend(values.iter().filter(|_| argument.get_action().takes_values()).map(ToString::to_string));
            let list = if matches!(id, "color" | "progress") { "when" } else { id };
            let told = super::choices(argument, Lang::default());
            let told = told.iter().filter(|_| !matches!(id, "lang" | "completions"));
            choices.extend(told.map(|(name, _)| format!("{list}.{name}")));
        }
        flags.extend(["help", "version"].map(str::to_owned));
        headings.extend(["arguments", "options"].map(str::to_owned));
        assert_eq!(flags, names(FLAGS));
        assert_eq!(headings, names(HEADINGS));
        assert_eq!(metavars, names(METAVARS));
        assert_eq!(choices, names(CHOICES));
    }

    #[test]
    fn the_short_help_is_short() {
        for &lang in Lang::ALL {
            let help = short(lang);
            assert!(help.lines().count() <= 20 && help.lines().all(|line| line.chars().count() <= 120), "{help}");
            assert!(help.contains(help::USAGE.text(lang)) && help.matches("\n  validate ").count() == 3, "{help}");
        }
    }

    #[test]
    fn complaints() {
        let of = |lang, words: &str| {
            let error = command(lang).try_get_matches_from(words.split(' ')).unwrap_err();
            complaint(&error).map_or_else(String::new, |complaint| complaint.message(lang))
        };
        for (words, en, pt_br) in [
            (
                "validate --strit",
                "there is no option '--strit'; did you mean '--strict'?",
                "não existe a opção '--strit'; você quis dizer '--strict'?",
            ),
            ("validate --pointer", "'--pointer <PTR>' needs a value", "falta um valor para '--pointer <PTR>'"),
            (
                "validate --values zzz",
                "'zzz' is not a valid value for '--values <V>'; possible values: masked, none, full",
                "'zzz' não é um valor válido para '--values <V>'; valores possíveis: masked, none, full",
            ),
            (
                "validate -j x",
                "'x' is not a valid value for '--jobs <N>'",
                "'x' não é um valor válido para '--jobs <N>'",
            ),
            (
                "validate --max-bytes x",
                "'x' is not a valid value for '--max-bytes <N>'; write a number of bytes, or one with a unit: 16MiB, 10MB",
                "'x' não é um valor válido para '--max-bytes <N>'; escreva um número de bytes ou um com unidade: 16MiB, 10MB",
            ),
            ("validate -0", "'--files-from <FILE>' is missing", "falta '--files-from <ARQUIVO>'"),
            (
                "validate -q -v",
                "'--quiet...' cannot be used with '--verbose'",
                "'--quiet...' não pode ser usado com '--verbose'",
            ),
            (
                "validate -s a -s b",
                "'--schema <NAME|FILE>' can be used only once",
                "'--schema <NOME|ARQUIVO>' só pode ser usado uma vez",
            ),
            ("validate --help", "", ""),
        ] {
            assert_eq!((of(Lang::En, words), of(Lang::PtBr, words)), (en.to_owned(), pt_br.to_owned()), "{words}");
        }
    }
}
