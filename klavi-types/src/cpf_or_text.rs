//! The document of a natural person where a contract states no form for it.

use crate::{Cpf, FormError};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A CPF, or the text that stands in its place.
///
/// The page of this field states no form (document 004), so a text that is no CPF is the warning `cpf-format` and the
/// document is still valid; what is valid can be read. Such a text comes from reading only: a [`Cpf`] is what one writes.
///
/// ```
/// use klavi_types::{Cpf, CpfOrText};
///
/// let cpf: CpfOrText = "76109277673".parse()?;
/// assert_eq!(cpf.cpf().map(Cpf::as_str), Some("76109277673"));
/// assert!("761.092.776-73".parse::<CpfOrText>().is_err());
///
/// let read: CpfOrText = serde_json::from_str(r#""761.092.776-73""#)?;
/// assert_eq!((read.cpf(), read.as_str()), (None, "761.092.776-73"));
/// assert_eq!(format!("{read:?}"), "Text([masked])");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum CpfOrText {
    /// Eleven digits.
    Cpf(Cpf),
    /// Any other text, as it came.
    Text(String),
}

impl CpfOrText {
    /// The CPF, if it is one.
    #[must_use]
    pub const fn cpf(&self) -> Option<&Cpf> {
        match self {
            Self::Cpf(cpf) => Some(cpf),
            Self::Text(_) => None,
        }
    }

    /// The text on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Cpf(cpf) => cpf.as_str(),
            Self::Text(text) => text,
        }
    }
}

impl From<Cpf> for CpfOrText {
    fn from(cpf: Cpf) -> Self {
        Self::Cpf(cpf)
    }
}

impl FromStr for CpfOrText {
    type Err = FormError;

    /// Reads a CPF and nothing else.
    fn from_str(text: &str) -> Result<Self, FormError> {
        text.parse().map(Self::Cpf)
    }
}

impl fmt::Display for CpfOrText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CpfOrText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cpf(cpf) => fmt::Debug::fmt(cpf, f),
            Self::Text(_) => f.write_str("Text([masked])"),
        }
    }
}

crate::text::small_schema!(CpfOrText, { "type": "string" });
