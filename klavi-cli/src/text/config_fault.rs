//! What the tool says of a configuration, in both languages.

use crate::text::hint::Hint;
use klavi_validate::Lang;
use std::ops::RangeInclusive;

/// What is wrong with a line of the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is no TOML from this column on.
    Syntax(usize),
    /// There is no such key.
    Unknown(String, Hint),
    /// The value of a key is none that it takes.
    Wanted(String, Wanted),
}

/// What a key takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    Text,
    Texts,
    Table,
    Switch,
    /// In this range.
    Number(RangeInclusive<u64>),
    /// A number of bytes.
    Size,
    OneOf(Vec<String>),
}

impl Fault {
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Syntax(column), Lang::En) => format!("no well-formed TOML from column {column} on"),
            (Self::Syntax(column), Lang::PtBr) => format!("TOML malformado a partir da coluna {column}"),
            (Self::Unknown(key, hint), Lang::En) => format!("there is no key '{key}'; {}", hint.text(lang, "keys")),
            (Self::Unknown(key, hint), Lang::PtBr) => {
                format!("não existe a chave '{key}'; {}", hint.text(lang, "keys"))
            }
            (Self::Wanted(key, wanted), Lang::En) => format!("'{key}' takes {}", wanted.text(lang)),
            (Self::Wanted(key, wanted), Lang::PtBr) => format!("'{key}' aceita {}", wanted.text(lang)),
        }
    }
}

impl Wanted {
    fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Text, Lang::En) => "a text".to_owned(),
            (Self::Text, Lang::PtBr) => "um texto".to_owned(),
            (Self::Texts, Lang::En) => "a list of texts".to_owned(),
            (Self::Texts, Lang::PtBr) => "uma lista de textos".to_owned(),
            (Self::Table, Lang::En) => "a table".to_owned(),
            (Self::Table, Lang::PtBr) => "uma tabela".to_owned(),
            (Self::Switch, Lang::En) => "true or false".to_owned(),
            (Self::Switch, Lang::PtBr) => "true ou false".to_owned(),
            (Self::Number(range), Lang::En) if *range.end() == u64::MAX => {
                format!("a whole number from {} on", range.start())
            }
            (Self::Number(range), Lang::PtBr) if *range.end() == u64::MAX => {
                format!("um número inteiro a partir de {}", range.start())
            }
            (Self::Number(range), Lang::En) => format!("a whole number from {} to {}", range.start(), range.end()),
            (Self::Number(range), Lang::PtBr) => format!("um número inteiro de {} a {}", range.start(), range.end()),
            (Self::Size, Lang::En) => "a number of bytes, or a text with a unit such as '16MiB'".to_owned(),
            (Self::Size, Lang::PtBr) => "um número de bytes ou um texto com unidade, p. ex. '16MiB'".to_owned(),
            (Self::OneOf(known), Lang::En) => format!("one of {}", known.join(", ")),
            (Self::OneOf(known), Lang::PtBr) => format!("um destes valores: {}", known.join(", ")),
        }
    }
}
