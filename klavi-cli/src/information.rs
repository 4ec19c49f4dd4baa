//! What the tool tells about itself: lists, explanations, schemas, examples.

mod completions;
mod difference;
mod manual;
mod sources;
mod wrap;

use crate::contract::selector::find;
use crate::model::choices::ListKind;
use crate::model::destination::Destination;
use crate::publish;
use crate::settings::config::ConfigFile;
use crate::settings::flags::{ANY, Args};
use crate::settings::resolve;
use crate::text::sentences::{KEYWORDS, explain};
use crate::text::usage_error::{NameKind, UsageError};
use crate::text::words;
use klavi_core::{Code, Group};
use klavi_pix::CalendarDate;
use klavi_validate::catalogue::{Rule, broken_document, example_document, rule, rules};
use klavi_validate::generate::Generator;
use klavi_validate::sentence::Template;
use klavi_validate::types::Date;
use klavi_validate::{Lang, LocalizedRule, contracts, say};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::{self, Write};
use wrap::wrap;

/// What the tool tells.
pub enum Information {
    Text(Vec<u8>),
    /// So many payloads, one a line.
    Payloads(Generator, u64),
}

impl Information {
    /// Writes the answer.
    pub fn write(self, out: &mut impl Write) -> io::Result<()> {
        let (mut generator, count) = match self {
            Self::Text(text) => return out.write_all(&text),
            Self::Payloads(generator, count) => (generator, count),
        };
        let mut lines = Vec::with_capacity(2 * BLOCK);
        for _ in 0..count {
            generator.write(&mut lines);
            lines.push(b'\n');
            if lines.len() >= BLOCK {
                out.write_all(&lines)?;
                lines.clear();
            }
        }
        out.write_all(&lines)
    }
}

/// How many bytes of payloads are written at once.
const BLOCK: usize = 1 << 18;

/// The answer to an information flag, if there is one.
pub fn answer(args: &Args, config: &ConfigFile, lang: Lang, is_json: bool) -> Option<Result<Information, UsageError>> {
    if let (Some(name), true) = (&args.example, args.count.is_some() || args.seed.is_some()) {
        return Some(payloads(name, args, resolve::today(args, config)));
    }
    Some(told(args, config, lang, is_json)?.map(Information::Text))
}

fn told(args: &Args, config: &ConfigFile, lang: Lang, is_json: bool) -> Option<Result<Vec<u8>, UsageError>> {
    let text = |text: String| Ok(text.into_bytes());
    if let Some(listed) = args.list {
        Some(text(list(listed, lang, is_json)))
    } else if let Some(code) = &args.explain {
        Some(explain(code, lang, is_json).map(String::into_bytes))
    } else if let Some(name) = &args.example {
        Some(example(name, args.broken.as_deref(), resolve::today(args, config)))
    } else if let Some(name) = &args.print_schema {
        Some(publish::schema(name, publish::Form::of(args)).map(String::into_bytes))
    } else if let Some(shell) = args.completions {
        Some(Ok(completions::script(shell, lang)))
    } else if args.man {
        Some(manual::page(lang).map_err(|error| UsageError::unwritable(&Destination::Stdout, &error)))
    } else {
        args.config_schema.then(|| text(publish::CONFIG.to_owned()))
    }
}

fn list(listed: ListKind, lang: Lang, is_json: bool) -> String {
    let rows: Vec<Value> = match listed {
        ListKind::Schemas => contracts().iter().map(|contract| json!(contract)).collect(),
        ListKind::Rules => rules().iter().map(|rule| describe_rule(rule, lang)).collect(),
        ListKind::Groups => Group::ALL.iter().map(|group| describe_group(*group)).collect(),
        ListKind::Sources => return sources::list(lang, is_json),
        ListKind::Keywords => describe_keywords(lang),
    };
    if is_json {
        return format!("{:#}\n", Value::Array(rows));
    }
    let cells = |row: &Value| -> Vec<String> {
        let columns: &[&str] = match listed {
            ListKind::Schemas => &["name", "title"],
            ListKind::Rules => &["code", "group", "request", "response", "title"],
            ListKind::Groups | ListKind::Sources => &["name", "codes"],
            ListKind::Keywords => &["name", "meaning"],
        };
        let cell = |column: &&str| match &row[*column] {
            Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
            value => value.as_str().unwrap_or_default().to_owned(),
        };
        columns.iter().map(cell).collect()
    };
    table(&rows.iter().map(cells).collect::<Vec<_>>())
}

/// Columns, the last one ragged.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<_> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        let _ = writeln!(text, "{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
    text
}

/// What a list tells of a code.
fn describe_rule(rule: &Rule, lang: Lang) -> Value {
    let mut facts = json!(LocalizedRule { rule, lang });
    if let Some(facts) = facts.as_object_mut() {
        facts.retain(|name, _| ["code", "group", "request", "response", "title"].contains(&&**name));
    }
    facts
}

fn describe_group(group: Group) -> Value {
    let codes: Vec<_> = Code::ALL.iter().filter(|code| code.group() == group).map(|code| code.name()).collect();
    json!({"name": group.name(), "codes": codes})
}

/// What schemas may use, keyword by keyword.
fn describe_keywords(lang: Lang) -> Vec<Value> {
    let keyword = |(name, meaning): &(&str, Template)| json!({"name": name, "meaning": meaning.text(lang)});
    KEYWORDS.iter().map(keyword).collect()
}

fn code(name: &str) -> Result<Code, UsageError> {
    name.parse().map_err(|_| UsageError::unknown(NameKind::Code, name, Code::ALL.iter().map(|code| code.name())))
}

fn explain(name: &str, lang: Lang, is_json: bool) -> Result<String, UsageError> {
    let rule = rule(code(name)?);
    let facts = json!(LocalizedRule { rule, lang });
    if is_json {
        return Ok(format!("{facts:#}\n"));
    }
    let field = |name: &str| facts[name].as_str().unwrap_or_default();
    let mut text = format!("{name} ({}): {}\n\n", field("group"), field("title"));
    let _ = writeln!(text, "{}\n", wrap(rule.explanation.lang(lang), 80));
    let (weight, sources) = (words::weight(lang, rule.code), words::sources(lang, &rule.source));
    let _ = writeln!(text, "{}", say!(explain::SEVERITY, weight).message(lang));
    let _ = writeln!(text, "{}", say!(explain::SOURCE, sources).message(lang));
    text.push_str(&sources::legend(rule.source.iter().map(|source| &*source.document), lang));
    if let Some(answer) = &rule.bank {
        let answer = format!("{} ({})", answer.code, words::sure(lang, &answer.confidence));
        let _ = writeln!(text, "{}", say!(explain::BANK, answer).message(lang));
    }
    let (bad, good) = difference::marked(field("bad"), field("good"));
    let _ = writeln!(text, "\n{}:\n{bad}\n\n{}:\n{good}", explain::BAD.text(lang), explain::GOOD.text(lang));
    Ok(text)
}

/// A document of a contract as it would be written on this day: clean, or with a finding of this code and no other error.
fn example(name: &str, broken: Option<&str>, today: Option<Date>) -> Result<Vec<u8>, UsageError> {
    let contract = find(contracts(), name)?;
    let today = today.unwrap_or_else(any_day);
    let Some(broken) = broken else {
        return Ok(example_document(contract.name, &today).unwrap_or_default().into_bytes());
    };
    let code = wanted(broken)?;
    broken_document(contract.name, code, &today).ok_or_else(|| no_example(broken, code))
}

/// Where there is no clock, any day will do.
fn any_day() -> Date {
    CalendarDate::MIN.into()
}

/// As many payloads of a contract as are wanted.
fn payloads(name: &str, args: &Args, today: Option<Date>) -> Result<Information, UsageError> {
    let contract = find(contracts(), name)?;
    let today = today.unwrap_or_else(any_day);
    let generator = match &args.broken {
        None => Generator::new(contract.name, &today).ok_or_else(|| UsageError::BuiltIn(contract.name.to_owned()))?,
        Some(broken) => {
            let code = wanted(broken)?;
            Generator::broken(contract.name, code, &today).ok_or_else(|| no_example(broken, code))?
        }
    };
    Ok(Information::Payloads(generator.seed(args.seed.unwrap_or_default()), args.count.unwrap_or(1)))
}

/// The code that a document is to be broken with; any, if none is named.
fn wanted(broken: &str) -> Result<Option<Code>, UsageError> {
    if broken == ANY {
        return Ok(None);
    }
    let code = code(broken)?;
    if code.group().is_of_calls() { Err(UsageError::NoDocument(broken.to_owned())) } else { Ok(Some(code)) }
}

fn no_example(broken: &str, code: Option<Code>) -> UsageError {
    match code.and_then(|code| rule(code).bad.contract.as_deref()) {
        Some(of) => UsageError::ExampleOf(broken.to_owned(), of),
        None => UsageError::NoExample(broken.to_owned()),
    }
}
