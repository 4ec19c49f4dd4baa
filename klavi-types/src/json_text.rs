//! Free-form JSON, as it came.

use crate::text::small_schema;
use serde_json::value::RawValue;
use std::fmt;
use std::hash::{Hash, Hasher};

/// A JSON value kept as its text: no number in it is rounded, no member lost.
///
/// ```
/// use klavi_types::JsonText;
///
/// let text: JsonText = serde_json::from_str(r#"{"total": 0.1000000000000000000001}"#)?;
/// assert_eq!(serde_json::to_string(&text)?, r#"{"total": 0.1000000000000000000001}"#);
/// assert_eq!(format!("{text:?}"), "JsonText([masked])");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct JsonText(Box<RawValue>);

impl JsonText {
    /// The text of a value.
    ///
    /// # Errors
    ///
    /// The value cannot be written as JSON.
    pub fn new<T: serde::Serialize>(value: &T) -> serde_json::Result<Self> {
        serde_json::value::to_raw_value(value).map(Self)
    }

    /// The JSON text.
    #[must_use]
    pub fn get(&self) -> &str {
        self.0.get()
    }

    /// Reads the value as a type.
    ///
    /// # Errors
    ///
    /// The type does not fit.
    pub fn read<'a, T: serde::Deserialize<'a>>(&'a self) -> serde_json::Result<T> {
        serde_json::from_str(self.get())
    }
}

impl PartialEq for JsonText {
    /// Equal texts; the same value in another spelling is another text.
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for JsonText {}

impl Hash for JsonText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.get().hash(state);
    }
}

impl fmt::Debug for JsonText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JsonText([masked])")
    }
}

small_schema!(JsonText, true);
