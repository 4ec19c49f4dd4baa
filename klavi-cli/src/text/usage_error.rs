//! What the tool says of a call that it cannot obey, in both languages.
//!
//! Who notices a problem says only which one it is; the words are found where it is told. What a library or the system
//! says of it stays as they word it.

use crate::model::destination::Place;
use crate::text::config_fault::Fault;
use crate::text::hint::Hint;
use klavi_core::printable;
use klavi_validate::Lang;
use std::io::{self, Write};
use std::path::PathBuf;

/// What is wrong with a call or its configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Complaint {
    /// Nothing has this name.
    Unknown(Thing, String, Hint),
    /// Several schemas start like this.
    Ambiguous(String, Vec<&'static str>),
    /// A code or group that is always an error.
    Fixed(String),
    /// A rule is followed by something else than a JSON Pointer.
    RulePointer(String),
    /// The table `[rules]` of the configuration has this problem.
    InRules(Box<Self>),
    /// `--today` names no day.
    Day(String),
    /// `--map` has no equals sign.
    Mapping(String),
    /// `--pointer` does not start with a slash.
    Pointer(String),
    /// A malformed glob.
    Glob(String, String),
    /// A glob is too long, or nests too deep.
    GlobTooComplex,
    /// Standard input is named twice.
    StdinTwice,
    /// Standard input cannot be watched.
    Unwatchable,
    /// `--output` has an equals sign, but no file after it.
    NoFile(String),
    /// Two reports would go to one place.
    SamePlace(String),
    /// A report would be written over this input.
    Overwrites(PathBuf),
    /// There is no such configuration.
    NoConfig(PathBuf),
    /// The configuration cannot be read.
    Unreadable(PathBuf, String),
    /// What was found where the configuration should be is no file.
    NoFileThere(PathBuf),
    /// It is over this limit.
    TooLarge(PathBuf, u64),
    /// This key of a configuration that was found, not named, goes too far.
    Untrusted(PathBuf, &'static str),
    /// A line of the configuration is wrong.
    Config(PathBuf, usize, Fault),
    /// Nothing can be written there.
    Unwritable(Place, String),
    /// A schema of one's own has these mistakes.
    OwnSchema(Vec<String>),
    /// `--host` names more than a host.
    Host(String),
    /// The example of a code belongs to another contract.
    ExampleOf(String, &'static str),
    /// No contract can have this code.
    NoExample(String),
    /// The draft has no OpenAPI document.
    NoOpenApi,
    /// A document inside the tool is malformed.
    BuiltIn(String),
}

/// What a name can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Schema,
    Rule,
    Output,
}

impl Complaint {
    /// Of a name that is none of those that are known.
    pub fn unknown(thing: Thing, name: &str, known: impl Iterator<Item = &'static str>) -> Self {
        Self::Unknown(thing, name.to_owned(), Hint::of(name, known.collect()))
    }

    /// Of a place that does not take what is written.
    pub fn unwritable(place: &Place, error: &io::Error) -> Self {
        Self::Unwritable(place.clone(), error.to_string())
    }

    /// One line for people.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::PtBr => self.portuguese(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Unknown(thing, name, hint) => {
                let (singular, plural) = thing.english();
                format!("there is no {singular} '{name}'; {}", hint.text(Lang::En, plural))
            }
            Self::Ambiguous(name, fitting) => {
                format!("'{name}' is the start of several schemas: {}", fitting.join(", "))
            }
            Self::Fixed(name) => {
                format!("'{name}' cannot be allowed or made a warning: without well-formed JSON nothing is checked")
            }
            Self::RulePointer(rule) => format!("'{rule}': after # stands a JSON Pointer, which starts with '/'"),
            Self::InRules(inner) => format!("[rules]: {}", inner.english()),
            Self::Day(day) => format!("--today {day}: no such day; write YYYY-MM-DD"),
            Self::Mapping(mapping) => format!("--map {mapping}: write GLOB=NAME"),
            Self::Pointer(pointer) => format!("--pointer {pointer}: a JSON Pointer starts with '/'"),
            Self::Glob(glob, error) => format!("the glob '{glob}' is malformed: {error}"),
            Self::GlobTooComplex => "a glob is too long or nests too deep".to_owned(),
            Self::StdinTwice => "standard input can be read only once".to_owned(),
            Self::Unwatchable => "--watch needs files or folders: standard input can be read only once".to_owned(),
            Self::NoFile(output) => format!("--output {output}: the name of the file is missing"),
            Self::SamePlace(output) => format!("--output {output}: another report goes to the same place"),
            Self::Overwrites(path) => format!("{} is an input: no report is written over it", path.display()),
            Self::NoConfig(path) => format!("there is no configuration {}", path.display()),
            Self::Unreadable(path, error) => format!("cannot read {}: {error}", path.display()),
            Self::NoFileThere(path) => format!("cannot read {}: it is no regular file", path.display()),
            Self::TooLarge(path, limit) => format!("cannot read {}: larger than {limit} bytes", path.display()),
            Self::Untrusted(path, key) => format!(
                "{}: '{key}' goes beyond what a configuration may do that was found, not named; if you trust it, say \
                 --config {0}",
                path.display()
            ),
            Self::Config(path, line, fault) => {
                format!("{}:{line}: wrong configuration: {}", path.display(), fault.text(Lang::En))
            }
            Self::Unwritable(Place::Stdout, error) => format!("cannot write standard output: {error}"),
            Self::Unwritable(Place::File(path), error) => format!("cannot write {}: {error}", path.display()),
            Self::OwnSchema(mistakes) => mistakes.join("\n"),
            Self::Host(host) => format!("--host {host}: write only the host, such as localhost:8080"),
            Self::ExampleOf(code, contract) => format!("the example of '{code}' is one of '{contract}'"),
            Self::NoExample(code) => format!("no contract can have '{code}': it is a code of schemas of your own"),
            Self::NoOpenApi => "openapi is written in openapi-3.1 or openapi-3.0".to_owned(),
            Self::BuiltIn(error) => format!("a document inside the tool is malformed: {error}"),
        }
    }

    fn portuguese(&self) -> String {
        match self {
            Self::Unknown(thing, name, hint) => {
                let (what, plural) = (thing.portuguese(), thing.english().1);
                format!("não existe {what} '{name}'; {}", hint.text(Lang::PtBr, plural))
            }
            Self::Ambiguous(name, fitting) => format!("'{name}' é ambíguo: pode ser {}", fitting.join(", ")),
            Self::Fixed(name) => {
                format!("'{name}' não pode ser desligado nem virar aviso: sem JSON bem formado nada é verificado")
            }
            Self::RulePointer(rule) => format!("'{rule}': depois de # vem um JSON Pointer, que começa com '/'"),
            Self::InRules(inner) => format!("[rules]: {}", inner.portuguese()),
            Self::Day(day) => format!("--today: '{day}' não é uma data; escreva AAAA-MM-DD"),
            Self::Mapping(mapping) => format!("--map {mapping}: escreva GLOB=NOME"),
            Self::Pointer(pointer) => format!("--pointer {pointer}: um JSON Pointer começa com '/'"),
            Self::Glob(glob, error) => format!("o glob '{glob}' está malformado: {error}"),
            Self::GlobTooComplex => "um glob é longo demais ou aninhado demais".to_owned(),
            Self::StdinTwice => "a entrada padrão só pode ser lida uma vez".to_owned(),
            Self::Unwatchable => {
                "--watch precisa de arquivos ou pastas: a entrada padrão só pode ser lida uma vez".to_owned()
            }
            Self::NoFile(output) => format!("--output {output}: falta o nome do arquivo"),
            Self::SamePlace(output) => format!("--output {output}: outro relatório vai para o mesmo lugar"),
            Self::Overwrites(path) => {
                format!("{} é uma entrada: nenhum relatório é gravado por cima dela", path.display())
            }
            Self::NoConfig(path) => format!("não existe a configuração {}", path.display()),
            Self::Unreadable(path, error) => format!("não foi possível ler {}: {error}", path.display()),
            Self::NoFileThere(path) => {
                format!("não foi possível ler {}: não é um arquivo comum", path.display())
            }
            Self::TooLarge(path, limit) => format!("não foi possível ler {}: maior que {limit} bytes", path.display()),
            Self::Untrusted(path, key) => format!(
                "{}: '{key}' vai além do que pode uma configuração que foi encontrada, não indicada; se confia nela, \
                 use --config {0}",
                path.display()
            ),
            Self::Config(path, line, fault) => {
                format!("{}:{line}: configuração inválida: {}", path.display(), fault.text(Lang::PtBr))
            }
            Self::Unwritable(Place::Stdout, error) => format!("não foi possível gravar a saída padrão: {error}"),
            Self::Unwritable(Place::File(path), error) => {
                format!("não foi possível gravar {}: {error}", path.display())
            }
            Self::OwnSchema(mistakes) => mistakes.join("\n"),
            Self::Host(host) => format!("--host {host}: escreva só o host, p. ex. localhost:8080"),
            Self::ExampleOf(code, contract) => format!("o exemplo de '{code}' é de '{contract}'"),
            Self::NoExample(code) => {
                format!("nenhum contrato pode ter '{code}': é um código para os seus próprios esquemas")
            }
            Self::NoOpenApi => "openapi é escrito em openapi-3.1 ou openapi-3.0".to_owned(),
            Self::BuiltIn(error) => format!("um documento interno da ferramenta está malformado: {error}"),
        }
    }
}

impl Thing {
    /// One, and many as `--list` calls them.
    const fn english(self) -> (&'static str, &'static str) {
        match self {
            Self::Schema => ("schema", "schemas"),
            Self::Rule => ("rule", "rules"),
            Self::Output => ("output", "outputs"),
        }
    }

    const fn portuguese(self) -> &'static str {
        match self {
            Self::Schema => "o esquema",
            Self::Rule => "a regra",
            Self::Output => "a saída",
        }
    }
}

/// A message of the tool itself.
pub fn complain(complaint: &Complaint, lang: Lang) {
    // Names and what the system says may hold anything.
    for line in complaint.text(lang).lines() {
        let _ = writeln!(io::stderr(), "validate: {}", printable(line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The others stand in a table of calls.
    #[test]
    fn what_no_call_brings_about() {
        let said = |complaint: Complaint| [Lang::En, Lang::PtBr].map(|lang| complaint.text(lang));
        assert_eq!(
            said(Complaint::Unwritable(Place::Stdout, "full".to_owned())),
            ["cannot write standard output: full", "não foi possível gravar a saída padrão: full"]
        );
        assert_eq!(
            said(Complaint::BuiltIn("rules.json: type".to_owned())),
            [
                "a document inside the tool is malformed: rules.json: type",
                "um documento interno da ferramenta está malformado: rules.json: type"
            ]
        );
    }
}
