//! A text that some servers split into a list.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The sentence of an error (document 002), or a list of sentences, which no document names but a server may send for a
/// malformed request.
///
/// ```
/// use klavi_types::TextOrList;
///
/// let one: TextOrList = serde_json::from_str(r#""Conflict""#)?;
/// let list: TextOrList = serde_json::from_str(r#"["amount must be a string", "date is required"]"#)?;
/// assert_eq!((one.texts(), list.texts().len()), (&["Conflict".to_owned()][..], 2));
/// assert_eq!(list.to_string(), "amount must be a string; date is required");
/// assert_eq!(format!("{list:?}"), "TextOrList([masked])");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum TextOrList {
    /// One text, as documented.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

impl TextOrList {
    /// The text, or all of them.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        match self {
            Self::Text(text) => std::slice::from_ref(text),
            Self::List(texts) => texts,
        }
    }
}

impl fmt::Display for TextOrList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.texts().join("; "))
    }
}

impl fmt::Debug for TextOrList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TextOrList([masked])")
    }
}

crate::text::small_schema!(TextOrList, { "type": ["string", "array"], "items": { "type": "string" } });
