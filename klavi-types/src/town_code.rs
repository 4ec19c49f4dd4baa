//! The number of a town.

use crate::text::{is_digits, text_type};
use klavi_pix::{TownCodeError, town_code};

text_type! {
    /// The IBGE code of a town: seven digits, the last of which is a check digit (document 002).
    ///
    /// ```
    /// use klavi_types::TownCode;
    ///
    /// let brasilia: TownCode = "5300108".parse()?;
    /// assert_eq!(brasilia.check(), Ok(()));
    /// assert_eq!(brasilia.state(), Some("DF"));
    /// # Ok::<(), klavi_types::FormError>(())
    /// ```
    TownCode, "the 7 digits of an IBGE town code", { "type": "string", "pattern": "^[0-9]{7}$" }, |text| is_digits(text, 7)
}

impl TownCode {
    /// Whether there can be such a town.
    ///
    /// # Errors
    ///
    /// No state has these first digits, or the check digit does not fit.
    pub fn check(&self) -> Result<(), TownCodeError> {
        town_code::check(self.as_str())
    }

    /// The two letters of the state.
    #[must_use]
    pub fn state(&self) -> Option<&'static str> {
        town_code::state(self.as_str())
    }
}
