//! The closed lists that flags choose from.

use clap::ValueEnum;

/// How a contract is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Detect {
    /// by name, then by shape
    Auto,
    /// by the name of the file or of a folder it is in
    Name,
    /// by the members of the document
    Shape,
    /// not at all
    Off,
}

/// What an input is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// by extension and content
    Auto,
    /// one JSON document
    Json,
    /// one JSON document a line
    Jsonl,
    /// YAML 1.2; a line of three hyphens starts another document
    Yaml,
    /// recorded traffic: the bodies of Klavi calls, each against the contract of its URL, whatever --schema says
    Har,
}

/// How values are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Values {
    /// by their shape
    Masked,
    /// no snippets at all
    None,
    /// as they are, but for secrets
    Full,
}

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tongue {
    /// English
    En,
    /// Brazilian Portuguese
    #[value(name = "pt-BR", alias = "pt", alias = "pt-br", alias = "pt_BR")]
    PtBr,
}

/// When something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// if it goes to a terminal
    Auto,
    /// always
    Always,
    /// never
    Never,
}

/// A draft of JSON Schema, or the OpenAPI version that brings its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Draft {
    /// as the contracts are
    #[value(name = "2020-12")]
    Current,
    /// for older tools
    #[value(name = "draft-07")]
    Seven,
    /// for OpenAPI documents of today
    #[value(name = "openapi-3.1")]
    OpenApi31,
    /// for OpenAPI documents of older tools
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
    /// everything
    Full,
    /// without conditions, for tools that make types from schemas
    Types,
    /// without annotations, for tools that refuse keywords that they do not know
    Plain,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Listed {
    /// the contracts
    Schemas,
    /// the codes
    Rules,
    /// the groups of codes
    Groups,
    /// what the labels of the sources stand for
    Sources,
    /// the keywords of schemas of your own
    Keywords,
}

/// How much text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Volume {
    Nothing,
    Summary,
    Findings,
    Everything,
}
