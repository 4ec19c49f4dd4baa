//! An amount of money.

use crate::text::text_type;
use klavi_core::format::Centavos;

text_type! {
    /// An amount in reais: up to 16 digits, a dot, two decimals (document 002). It keeps its text; there is no float.
    ///
    /// ```
    /// use klavi_types::Amount;
    ///
    /// let amount: Amount = "1333.00".parse()?;
    /// assert_eq!(amount.minor_units(), 133_300);
    /// assert_eq!(Amount::from_minor_units(5).unwrap().as_str(), "0.05");
    /// assert!("10".parse::<Amount>().is_err());
    /// # Ok::<(), klavi_types::FormError>(())
    /// ```
    Amount, "an amount with a dot and two decimals",
    { "type": "string", "pattern": "^[0-9]{1,16}[.][0-9]{2}$" }, |text| Centavos::parse(text).is_ok()
}

impl Amount {
    /// The amount in centavos.
    #[must_use]
    pub fn minor_units(&self) -> u64 {
        Centavos::parse(self.as_str()).map_or(0, Centavos::minor_units)
    }

    /// The amount of this many centavos; `None` above 9999999999999999.99.
    #[must_use]
    pub fn from_minor_units(minor_units: u64) -> Option<Self> {
        Centavos::from_minor_units(minor_units).map(|amount| Self(amount.to_string()))
    }

    /// Whether the amount is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.minor_units() == 0
    }
}
