//! What the findings of one schema location have in common.

use super::table::table;
use super::vocabulary::PlainForm;
use crate::Code;

table! {
    /// What the findings of one schema location have in common.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct SchemaLocation {
        /// The JSON Pointer of the schema as a fragment, such as `#/properties/amount`; in another file, behind its path.
        pub uri: &'static str,
        /// The code that replaces the keywords' own (`x-rule`).
        pub rule: Option<Code>,
        /// All findings are warnings (below `x-expect`).
        pub warning: bool,
        /// The document that states it (`x-source`, `x-confidence`).
        pub source: Option<Source>,
        /// The personal-data class of the value (`x-class`).
        pub class: Option<Class>,
    }
}

table! {
    /// The document a field or rule comes from.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Source {
        /// The document's label.
        pub document: &'static str,
        /// How well its text was preserved.
        pub confidence: Confidence,
    }
}

table! {
    /// How sure the wording of a source is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Confidence {
        /// Seen with spelling, case and punctuation.
        Verbatim,
        /// Restored, and confirmed by a parallel source.
        Reconstructed,
        /// Only inferred.
        Inferred,
    }
}

impl Confidence {
    /// All, the surest first.
    pub const ALL: &'static [Self] = &[Self::Verbatim, Self::Reconstructed, Self::Inferred];

    /// That of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|confidence| confidence.name() == name)
    }

    /// The name that schemas and reports use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Reconstructed => "reconstructed",
            Self::Inferred => "inferred",
        }
    }
}

table! {
    /// What may be shown of a value.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Class {
        /// A person's or company's name: only its first letter's place is shown.
        Name,
        /// An e-mail address: masked like a name.
        Email,
        /// Personal data whose shape may be seen.
        Personal,
        /// Never shown, at no setting.
        Secret,
        /// Shown where it is well formed.
        Plain(form: &'static PlainForm),
    }
}
