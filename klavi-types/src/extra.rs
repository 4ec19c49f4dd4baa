//! Members of a response that no document names.

use crate::JsonText;
use serde::ser::SerializeMap;
use std::fmt;

/// Unknown members in the order in which they came, as JSON text.
///
/// ```
/// let body = br#"{"accessToken": "a.b.c", "beta": [1.50]}"#;
/// let response: klavi_types::AuthResponse = serde_json::from_slice(body)?;
/// assert_eq!(response.extra.get("beta").unwrap().get(), "[1.50]");
/// assert_eq!(serde_json::to_string(&response)?, r#"{"accessToken":"a.b.c","beta":[1.50]}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Extra(Vec<(String, JsonText)>);

impl Extra {
    /// The value of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&JsonText> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// All members.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &JsonText)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Adds a member. It must not have the name of a field of the type, nor of a member that is there: a document that
    /// names a member twice is wrong.
    pub fn push(&mut self, name: String, value: JsonText) {
        self.0.push((name, value));
    }

    pub(crate) fn serialize_into<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        self.0.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Extra({} members)", self.0.len())
    }
}
