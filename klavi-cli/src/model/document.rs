//! A file and the contract of its documents.

use klavi_validate::Contract;

/// A file, or standard input, as the reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path as the user gave it, or `-`.
    pub name: String,
    /// The contract that flags, a map or the name decide for all its documents.
    pub choice: Option<Choice>,
}

/// A contract and the reason for it.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    pub contract: &'static Contract,
    pub by: ChosenBy,
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        self.contract.name == other.contract.name && self.by == other.by
    }
}

impl Eq for Choice {}

/// Why a contract was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChosenBy {
    Flag,
    Map,
    Name,
    Shape,
    Url,
}

impl ChosenBy {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Map => "map",
            Self::Name => "name",
            Self::Shape => "shape",
            Self::Url => "url",
        }
    }
}
