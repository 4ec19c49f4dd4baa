//! Languages and levels by name.

use crate::{Lang, Level};
use std::fmt;
use std::str::FromStr;

/// The text is no name of a language or level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName(String);

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.0)
    }
}

impl std::error::Error for UnknownName {}

macro_rules! parsed_by_name {
    ($($name:ident),+) => {$(
        impl FromStr for $name {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, UnknownName> {
                Self::ALL.iter().copied().find(|one| one.name() == name).ok_or_else(|| {
                    let known: Vec<_> = Self::ALL.iter().map(|one| format!("`{one}`")).collect();
                    UnknownName(known.join(" or "))
                })
            }
        }
    )+};
}

parsed_by_name!(Lang, Level);
klavi_core::__displayed_by_name!(Lang, Level);
klavi_core::__serialized_by_name!(Lang, Level);

impl Level {
    /// All levels, the mildest first.
    pub const ALL: &'static [Self] = &[Self::Allow, Self::Warn, Self::Deny];

    /// The name that options use: `allow`, `warn` or `deny`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}
