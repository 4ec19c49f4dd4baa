//! An amount that one document calls a number and others write as text.

use crate::by_value::compared_by;
use crate::text::small_schema;
use crate::{Amount, FormError, JsonText};
use klavi_pix::Centavos;
use std::fmt;
use std::str::FromStr;

/// The amounts of a consent (document 004): a JSON number, or a text of the documented pattern.
///
/// It is compared by its value in centavos and written as it was read. One that is built is a number, because the
/// document's table says so.
///
/// ```
/// use klavi_types::{Amount, ContractAmount};
///
/// let number: ContractAmount = serde_json::from_str("0.1")?;
/// let text: ContractAmount = serde_json::from_str(r#""0.10""#)?;
/// assert_eq!(number, text);
/// assert_eq!(serde_json::to_string(&number)?, "0.1");
/// assert_eq!(number.to_string(), "0.10");
///
/// let built: ContractAmount = "10.00".parse().unwrap();
/// assert_eq!(serde_json::to_string(&built)?, "10.00");
/// assert_eq!(built, ContractAmount::from(Amount::from_minor_units(1_000).unwrap()));
/// assert_eq!(serde_json::from_str::<ContractAmount>("1e2")?.minor_units(), 10_000);
/// assert!(serde_json::from_str::<ContractAmount>("80.001").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct ContractAmount {
    json: JsonText,
    value: Centavos,
}

impl ContractAmount {
    /// The amount of this many centavos as a JSON number; `None` above 9999999999999999.99.
    #[must_use]
    pub fn from_minor_units(minor_units: u64) -> Option<Self> {
        Amount::from_minor_units(minor_units).map(Self::from)
    }

    /// The amount in centavos.
    #[must_use]
    pub fn minor_units(&self) -> u64 {
        self.value.minor_units()
    }

    /// Whether it is written as text.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.json.get().starts_with('"')
    }
}

fn exact(json: &str) -> Option<Centavos> {
    if json.starts_with('"') {
        let text: String = serde_json::from_str(json).ok()?;
        Centavos::parse(&text).ok()
    } else {
        Centavos::of_number(json).ok()
    }
}

impl From<Amount> for ContractAmount {
    fn from(amount: Amount) -> Self {
        let value = Centavos::from(amount);
        // Not the amount's own text: a JSON number has no zeros in front.
        let json = serde_json::from_str(&value.to_string()).unwrap_or_else(|_| unreachable!("digits, a dot, digits"));
        Self { json, value }
    }
}

impl From<&Amount> for ContractAmount {
    fn from(amount: &Amount) -> Self {
        Self::from(*amount)
    }
}

impl From<ContractAmount> for Amount {
    fn from(amount: ContractAmount) -> Self {
        Self::from(amount.value)
    }
}

impl FromStr for ContractAmount {
    type Err = FormError;

    /// The number of an amount with a dot and two decimals.
    fn from_str(text: &str) -> Result<Self, FormError> {
        text.parse::<Amount>().map(Self::from)
    }
}

impl TryFrom<&str> for ContractAmount {
    type Error = FormError;

    fn try_from(text: &str) -> Result<Self, FormError> {
        text.parse()
    }
}

compared_by!(ContractAmount, |amount| amount.value);

impl fmt::Display for ContractAmount {
    /// The amount in reais, with two decimals, however it is written on the wire.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl serde::Serialize for ContractAmount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for ContractAmount {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = JsonText::deserialize(deserializer)?;
        let expected = "a number with at most 16 integer digits and two decimals";
        match exact(json.get()) {
            Some(value) => Ok(Self { json, value }),
            None => Err(serde::de::Error::custom(FormError { expected })),
        }
    }
}

impl fmt::Debug for ContractAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContractAmount({})", klavi_core::mask_shape(self.json.get()))
    }
}

small_schema!(ContractAmount, { "type": ["number", "string"], "pattern": "^[0-9]{1,16}[.][0-9]{2}$" });
