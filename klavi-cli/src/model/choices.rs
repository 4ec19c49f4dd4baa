//! The closed lists that flags choose from; what each means stands in `choices` of the catalogue.

use clap::ValueEnum;
use clap::builder::PossibleValue;
use klavi_validate::Lang;
use std::sync::LazyLock;

/// How a contract is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Detect {
    Auto,
    Name,
    Shape,
    Off,
}

/// What an input is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    Auto,
    Json,
    Jsonl,
    Yaml,
    Har,
}

/// How values are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ValueDisplay {
    Masked,
    None,
    Full,
}

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LangArg(pub Lang);

impl ValueEnum for LangArg {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<LangArg>> = LazyLock::new(|| Lang::ALL.iter().copied().map(LangArg).collect());
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()).aliases(self.0.aliases()))
    }
}

/// When something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AutoChoice {
    Auto,
    Always,
    Never,
}

/// A draft of JSON Schema, or the OpenAPI version that brings its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Draft {
    #[value(name = "2020-12")]
    Current,
    #[value(name = "draft-07")]
    Seven,
    #[value(name = "openapi-3.1")]
    OpenApi31,
    #[value(name = "openapi-3.0")]
    OpenApi30,
}

impl Draft {
    /// Whether it is that of schemas inside an OpenAPI document.
    pub const fn is_openapi(self) -> bool {
        matches!(self, Self::OpenApi31 | Self::OpenApi30)
    }
}

/// How much of a contract its schema says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Flavour {
    Full,
    Types,
    Plain,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListKind {
    Schemas,
    Rules,
    Groups,
    Sources,
    Keywords,
}

/// How much text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    Nothing,
    Summary,
    Findings,
    Everything,
}
