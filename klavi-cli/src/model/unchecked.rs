//! Why something was not checked.

use klavi_core::Code;
use std::fmt;

/// Why a document could not be checked, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UncheckedReason {
    NotFound,
    Unreadable(std::io::ErrorKind),
    /// The input has no text.
    Blank,
    /// The glob matches no file.
    NoMatch,
    /// The folder has no documents.
    NoDocuments,
    /// No document in the folder fits a contract.
    NoneFits,
    /// The array has no elements.
    NoElements,
    /// The HAR file has no body of a Klavi call.
    NoCalls,
    TooLarge(usize),
    TooDeep(u32),
    /// No contract fits the shape, or detection is off.
    NoContract,
    /// Several contracts fit equally.
    Ambiguous(Vec<&'static str>),
    /// The part that `--pointer` names is not there.
    NoPart,
    /// `--each` on something that is no array.
    NoArray,
    /// A HAR file without `/log/entries`.
    NoEntries,
    /// A body that is said to be in base64 and is not.
    NoBase64,
    /// A body of a HAR file without the status that decides its contract.
    NoStatus,
    /// A line that is no exchange, by this byte of it.
    NoExchange(usize),
    /// A HAR file that is no tree: this code, at this byte.
    NoTree(Code, usize),
    /// A pipe, socket or device among the files of a folder: reading it might never end.
    Special,
    /// A list of paths is over this limit.
    ListTooLarge(u64),
    /// The text is in another encoding than UTF-8.
    Encoding(&'static str),
    /// The text is compressed by something else than gzip.
    Compression(&'static str),
}

/// All reasons.
pub const REASONS: [&str; 7] =
    ["not-found", "unreadable", "empty", "too-large", "too-deep", "schema-unknown", "part-missing"];

impl UncheckedReason {
    /// The reason as reports write it.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Unreadable(_)
            | Self::NoBase64
            | Self::NoTree(..)
            | Self::Special
            | Self::Encoding(_)
            | Self::Compression(_) => "unreadable",
            Self::Blank | Self::NoMatch | Self::NoDocuments | Self::NoneFits | Self::NoElements | Self::NoCalls => {
                "empty"
            }
            Self::TooLarge(_) | Self::ListTooLarge(_) => "too-large",
            Self::TooDeep(_) => "too-deep",
            Self::NoContract | Self::NoStatus | Self::NoExchange(_) | Self::Ambiguous(_) => "schema-unknown",
            Self::NoPart | Self::NoArray | Self::NoEntries => "part-missing",
        }
    }

    /// Whether there was nothing to check, which is another exit status than failing to check something.
    pub const fn is_empty(&self) -> bool {
        matches!(
            self,
            Self::Blank | Self::NoMatch | Self::NoDocuments | Self::NoneFits | Self::NoElements | Self::NoCalls
        )
    }

    /// Whether this is what a file brings about that has nothing to do with any contract.
    pub const fn is_foreign(&self) -> bool {
        matches!(
            self,
            Self::NoContract
                | Self::Blank
                | Self::NoElements
                | Self::NoCalls
                | Self::NoPart
                | Self::NoArray
                | Self::NoEntries
                | Self::TooDeep(_)
        )
    }
}

impl fmt::Display for UncheckedReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason())
    }
}

/// Who reads can end with it.
impl std::error::Error for UncheckedReason {}

impl From<&std::io::Error> for UncheckedReason {
    fn from(error: &std::io::Error) -> Self {
        if let Some(why) = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()) {
            return why.clone();
        }
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound,
            kind => Self::Unreadable(kind),
        }
    }
}

/// Why something that was read is no document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkipReason {
    /// A file that a walk found fits no contract.
    NoFit,
    /// The call is another host's.
    Foreign,
    /// No operation has this method and path.
    NoOperation,
    /// There is a body where the documents name none, or none for this status.
    NoContract,
    /// The recording has no body where there should be one.
    NoBody,
}
