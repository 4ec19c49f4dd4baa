//! A JSON integer of any size.

use crate::JsonText;
use crate::text::small_schema;
use std::fmt;

/// A whole number as it was written: `409`, but also `409.0` or a number of forty digits.
///
/// ```
/// use klavi_types::Integer;
///
/// let code: Integer = serde_json::from_str("409")?;
/// assert_eq!(code.to_i64(), Some(409));
/// assert!(serde_json::from_str::<Integer>("0.5").is_err());
/// assert_eq!(Integer::from(409), code);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Integer(JsonText);

impl Integer {
    /// The number, if it is written without fraction and exponent and fits.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        self.0.get().parse().ok()
    }

    /// The number as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.get()
    }
}

impl From<i64> for Integer {
    fn from(number: i64) -> Self {
        Self(JsonText::new(&number).unwrap_or_else(|_| unreachable!("an i64 is JSON")))
    }
}

impl<'de> serde::Deserialize<'de> for Integer {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = JsonText::deserialize(deserializer)?;
        if klavi_core::is_integer(text.get()) {
            Ok(Self(text))
        } else {
            Err(serde::de::Error::custom("expected a whole number"))
        }
    }
}

impl fmt::Debug for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Integer({})", self.as_str())
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

small_schema!(Integer, { "type": "integer" });
