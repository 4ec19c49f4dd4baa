//! An amount of money.

use crate::FormError;
use crate::by_value::compared_by;
use crate::text::{Short, small_schema, text_conversions};
use klavi_pix::Centavos;

const EXPECTED: FormError = FormError { expected: "an amount with a dot and two decimals" };

/// An amount in reais: up to 16 digits, a dot, two decimals (document 002).
///
/// It is compared by its value in centavos and written as it was read; there is no float. `rust_decimal` has a feature
/// of its name.
///
/// ```
/// use klavi_types::Amount;
///
/// let amount: Amount = "1333.00".parse()?;
/// assert_eq!(amount.minor_units(), 133_300);
/// assert!(amount > "9.00".parse()?);
///
/// let padded: Amount = "01.00".parse()?;
/// assert_eq!(padded, "1.00".parse()?);
/// assert_eq!(padded.as_str(), "01.00");
///
/// let shipping = Amount::from_minor_units(1_290).unwrap();
/// assert_eq!(amount.checked_add(shipping).unwrap().as_str(), "1345.90");
/// assert!("10".parse::<Amount>().is_err());
/// # Ok::<(), klavi_types::FormError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Amount {
    text: Short<19>,
    value: Centavos,
}

impl Amount {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// The text.
    #[must_use]
    pub fn into_string(self) -> String {
        self.as_str().to_owned()
    }

    /// The amount in centavos.
    #[must_use]
    pub fn minor_units(&self) -> u64 {
        self.value.minor_units()
    }

    /// The amount of this many centavos; `None` above 9999999999999999.99.
    #[must_use]
    pub fn from_minor_units(minor_units: u64) -> Option<Self> {
        Centavos::from_minor_units(minor_units).map(Self::from)
    }

    /// Whether the amount is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.value.is_zero()
    }

    /// The sum; `None` above 9999999999999999.99.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.minor_units().checked_add(other.minor_units()).and_then(Self::from_minor_units)
    }

    /// The difference; `None` below zero.
    ///
    /// ```
    /// use klavi_types::Amount;
    ///
    /// let (price, paid): (Amount, Amount) = ("10.00".parse()?, "9.99".parse()?);
    /// assert_eq!(price.checked_sub(paid), Amount::from_minor_units(1));
    /// assert_eq!(paid.checked_sub(price), None);
    /// # Ok::<(), klavi_types::FormError>(())
    /// ```
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.minor_units().checked_sub(other.minor_units()).and_then(Self::from_minor_units)
    }

    /// The amount so many times; `None` above 9999999999999999.99.
    #[must_use]
    pub fn checked_mul(self, times: u64) -> Option<Self> {
        self.minor_units().checked_mul(times).and_then(Self::from_minor_units)
    }
}

compared_by!(Amount, |amount| amount.value);

impl TryFrom<String> for Amount {
    type Error = FormError;

    fn try_from(text: String) -> Result<Self, FormError> {
        Self::read(&text).ok_or(EXPECTED)
    }
}

impl From<Centavos> for Amount {
    fn from(value: Centavos) -> Self {
        let text = Short::new(&value.to_string());
        Self { text: text.unwrap_or_else(|| unreachable!("16 digits, a dot and two decimals")), value }
    }
}

impl From<Amount> for Centavos {
    fn from(amount: Amount) -> Self {
        amount.value
    }
}

impl Amount {
    fn read(text: &str) -> Option<Self> {
        Some(Self { value: Centavos::parse(text).ok()?, text: Short::new(text)? })
    }
}

#[cfg(feature = "rust_decimal")]
impl From<Amount> for rust_decimal::Decimal {
    /// The amount in reais, with two decimals.
    fn from(amount: Amount) -> Self {
        Self::from_i128_with_scale(i128::from(amount.minor_units()), 2)
    }
}

#[cfg(feature = "rust_decimal")]
impl TryFrom<rust_decimal::Decimal> for Amount {
    type Error = FormError;

    /// An amount in reais. More than two decimals are refused, not rounded, unless they are zeros.
    fn try_from(reais: rust_decimal::Decimal) -> Result<Self, FormError> {
        let centavos = reais.checked_mul(rust_decimal::Decimal::ONE_HUNDRED).ok_or(EXPECTED)?;
        let whole = if centavos.is_integer() { u64::try_from(centavos).ok() } else { None };
        whole.and_then(Self::from_minor_units).ok_or(EXPECTED)
    }
}

text_conversions!(Amount);
small_schema!(Amount, { "type": "string", "pattern": "^[0-9]{1,16}[.][0-9]{2}$" });
