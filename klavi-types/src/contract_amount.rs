//! An amount that one document calls a number and others write as text.

use crate::{Amount, FormError, JsonText};
use klavi_core::format::Centavos;
use std::fmt;

/// The amounts of a consent (document 004): a JSON number, or a text of the documented pattern. The spelling is kept.
///
/// ```
/// use klavi_types::ContractAmount;
///
/// let number: ContractAmount = serde_json::from_str("0.1")?;
/// let text: ContractAmount = serde_json::from_str(r#""0.10""#)?;
/// assert_eq!(number.minor_units(), text.minor_units());
/// assert_eq!(serde_json::to_string(&number)?, "0.1");
/// assert!(serde_json::from_str::<ContractAmount>("1e2").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct ContractAmount(JsonText);

impl ContractAmount {
    /// The amount of this many centavos as a JSON number; `None` above 9999999999999999.99.
    #[must_use]
    pub fn from_minor_units(minor_units: u64) -> Option<Self> {
        let text = Centavos::from_minor_units(minor_units)?.to_string();
        serde_json::from_str(&text).ok()
    }

    /// The amount in centavos.
    #[must_use]
    pub fn minor_units(&self) -> u64 {
        exact(self.0.get()).map_or(0, Centavos::minor_units)
    }

    /// Whether it is written as text.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.0.get().starts_with('"')
    }
}

fn exact(json: &str) -> Option<Centavos> {
    if json.starts_with('"') {
        let text: String = serde_json::from_str(json).ok()?;
        Centavos::parse(&text).ok()
    } else {
        Centavos::parse_number(json).ok()
    }
}

impl From<&Amount> for ContractAmount {
    fn from(amount: &Amount) -> Self {
        Self::from_minor_units(amount.minor_units()).unwrap_or_else(|| unreachable!("an amount is within the bounds"))
    }
}

impl<'de> serde::Deserialize<'de> for ContractAmount {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = JsonText::deserialize(deserializer)?;
        let expected = "a number with at most 16 integer digits and two decimals";
        exact(text.get()).map(|_| Self(text)).ok_or_else(|| serde::de::Error::custom(FormError { expected }))
    }
}

impl fmt::Debug for ContractAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContractAmount({})", klavi_core::mask_shape(self.0.get()))
    }
}

impl schemars::JsonSchema for ContractAmount {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ContractAmount".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["number", "string"], "pattern": "^[0-9]{1,16}[.][0-9]{2}$" })
    }
}
