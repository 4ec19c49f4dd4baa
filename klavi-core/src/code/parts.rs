//! What a code has: a group, and a severity for each direction of a document.

use core::fmt;
use core::str::FromStr;

/// Whether a document travels to the service or comes from there.
///
/// Requests are read strictly, responses tolerantly; the severity of a [`Code`](crate::Code) follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// Sent to the service.
    Request,
    /// Received from the service.
    Response,
}

impl Direction {
    /// `request` or `response`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
        }
    }
}

/// How much a finding weighs: only an error makes a document invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something the world outside the documents states, or that was inferred, or on which two documents disagree.
    Warning,
    /// Something a document states for this field of this contract.
    Error,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The family of a [`Code`](crate::Code); levels can be set for a whole group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// The text is not JSON as RFC 8259 and this toolkit's limits have it. These codes cannot be allowed.
    Json,
    /// A plain keyword of the schema: type, required, length, pattern.
    Structure,
    /// A rule that holds under a condition.
    Conditional,
    /// The form of one value: check digits, Pix keys, BR Codes, dates.
    Format,
    /// The meaning of values, alone or beside each other.
    Semantic,
    /// The documents disagree with themselves here.
    Contradiction,
    /// A field or a value that no document names.
    Unknown,
    /// One call of the service: its method, path and headers, and whether its body is JSON.
    Http,
    /// Calls and messages that belong together, in the order in which they happened.
    Flow,
}

impl Group {
    /// All groups, in the order of the registry.
    pub const ALL: &'static [Self] = &[
        Self::Json,
        Self::Structure,
        Self::Conditional,
        Self::Format,
        Self::Semantic,
        Self::Contradiction,
        Self::Unknown,
        Self::Http,
        Self::Flow,
    ];

    /// Whether its codes are about calls, and not about places of a document.
    #[must_use]
    pub const fn is_of_calls(self) -> bool {
        matches!(self, Self::Http | Self::Flow)
    }

    /// The group's name as options and reports write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Structure => "structure",
            Self::Conditional => "conditional",
            Self::Format => "format",
            Self::Semantic => "semantic",
            Self::Contradiction => "contradiction",
            Self::Unknown => "unknown",
            Self::Http => "http",
            Self::Flow => "flow",
        }
    }
}

impl FromStr for Group {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, UnknownCode> {
        Self::ALL.iter().copied().find(|group| group.name() == name).ok_or(UnknownCode)
    }
}

/// The text names no code or group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no code or group has this name")
    }
}

impl core::error::Error for UnknownCode {}
