//! What the tool says of a call that it cannot obey, in both languages.
//!
//! Who notices a problem says only which one it is; the words are found where it is told. What a library or the system
//! says of it stays as they word it.

use crate::model::destination::Place;
use klavi_core::most_similar;
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
    /// Standard input is named twice.
    StdinTwice,
    /// Standard input cannot be watched.
    Unwatchable,
    /// `--output` has an equals sign, but no file after it.
    NoFile(String),
    /// Two reports would go to one place.
    SamePlace(String),
    /// There is no such configuration.
    NoConfig(PathBuf),
    /// The configuration cannot be read.
    Unreadable(PathBuf, String),
    /// A line of the configuration is wrong.
    Config(PathBuf, usize, String),
    /// Nothing can be written there.
    Unwritable(Place, String),
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

/// What helps to find the right name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    Meant(&'static str),
    Known(Vec<&'static str>),
    /// There are too many.
    List,
}

/// How many names a line may list.
const MOST_LISTED: usize = 12;

impl Complaint {
    /// Of a name that is none of those that are known.
    pub fn unknown(thing: Thing, name: &str, known: impl Iterator<Item = &'static str>) -> Self {
        let known: Vec<_> = known.collect();
        let hint = match most_similar(name, &known) {
            Some(index) => Hint::Meant(known[index]),
            None if known.len() <= MOST_LISTED => Hint::Known(known),
            None => Hint::List,
        };
        Self::Unknown(thing, name.to_owned(), hint)
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
                let hint = match hint {
                    Hint::Meant(meant) => format!("did you mean '{meant}'?"),
                    Hint::Known(known) => format!("known are {}", known.join(", ")),
                    Hint::List => format!("see --list {plural}"),
                };
                format!("there is no {singular} '{name}'; {hint}")
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
            Self::StdinTwice => "standard input can be read only once".to_owned(),
            Self::Unwatchable => "--watch needs files or folders: standard input can be read only once".to_owned(),
            Self::NoFile(output) => format!("--output {output}: the name of the file is missing"),
            Self::SamePlace(output) => format!("--output {output}: another report goes to the same place"),
            Self::NoConfig(path) => format!("there is no configuration {}", path.display()),
            Self::Unreadable(path, error) => format!("cannot read {}: {error}", path.display()),
            Self::Config(path, line, error) => format!("{}:{line}: wrong configuration: {error}", path.display()),
            Self::Unwritable(Place::Stdout, error) => format!("cannot write standard output: {error}"),
            Self::Unwritable(Place::File(path), error) => format!("cannot write {}: {error}", path.display()),
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
                let hint = match hint {
                    Hint::Meant(meant) => format!("você quis dizer '{meant}'?"),
                    Hint::Known(known) => format!("valores possíveis: {}", known.join(", ")),
                    Hint::List => format!("veja --list {plural}"),
                };
                format!("não existe {what} '{name}'; {hint}")
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
            Self::StdinTwice => "a entrada padrão só pode ser lida uma vez".to_owned(),
            Self::Unwatchable => {
                "--watch precisa de arquivos ou pastas: a entrada padrão só pode ser lida uma vez".to_owned()
            }
            Self::NoFile(output) => format!("--output {output}: falta o nome do arquivo"),
            Self::SamePlace(output) => format!("--output {output}: outro relatório vai para o mesmo lugar"),
            Self::NoConfig(path) => format!("não existe a configuração {}", path.display()),
            Self::Unreadable(path, error) => format!("não foi possível ler {}: {error}", path.display()),
            Self::Config(path, line, error) => format!("{}:{line}: configuração inválida: {error}", path.display()),
            Self::Unwritable(Place::Stdout, error) => format!("não foi possível gravar a saída padrão: {error}"),
            Self::Unwritable(Place::File(path), error) => {
                format!("não foi possível gravar {}: {error}", path.display())
            }
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
    let _ = writeln!(io::stderr(), "validate: {}", complaint.text(lang));
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
