//! A file and the contract of its documents.

use klavi_validate::Contract;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A file, or standard input, as the reports name it.
#[derive(Debug, Clone)]
pub struct DocumentFile {
    /// The path as the user gave it, or `-`.
    pub name: String,
    /// The contract that flags, a map or the name decide for all its documents.
    pub choice: Option<ChosenContract>,
    /// The walk over a folder that found it; none if somebody named the file itself.
    pub walk: Option<Arc<WalkedFolder>>,
}

/// A walk over a folder, which may hold files that are nothing of ours.
#[derive(Debug, Default)]
pub struct WalkedFolder {
    has_documents: AtomicBool,
}

impl WalkedFolder {
    /// Notes that a document of a contract was found.
    pub fn note_document(&self) {
        self.has_documents.store(true, Ordering::Relaxed);
    }

    /// Whether no document of a contract was found so far.
    pub fn is_fruitless(&self) -> bool {
        !self.has_documents.load(Ordering::Relaxed)
    }
}

/// A contract and the reason for it.
#[derive(Debug, Clone, Copy)]
pub struct ChosenContract {
    pub contract: &'static Contract,
    pub by: ChosenBy,
}

impl PartialEq for ChosenContract {
    fn eq(&self, other: &Self) -> bool {
        self.contract.name == other.contract.name && self.by == other.by
    }
}

impl Eq for ChosenContract {}

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
