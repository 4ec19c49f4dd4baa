//! The document of a company.

use crate::text::text_type;
use klavi_pix::{CnpjError, cnpj};

text_type! {
    /// A CNPJ: twelve digits or capital letters and two check digits. Letters exist since July 2026 (IN RFB 2.229).
    ///
    /// The check digits are not part of the form; ask [`Cnpj::check`].
    ///
    /// ```
    /// use klavi_types::Cnpj;
    ///
    /// let cnpj: Cnpj = "12ABC34501DE35".parse()?;
    /// assert_eq!(cnpj.check(), Ok(()));
    /// assert!(cnpj.is_alphanumeric());
    /// # Ok::<(), klavi_types::FormError>(())
    /// ```
    Cnpj, "the 14 characters of a CNPJ", { "type": "string", "pattern": "^[0-9A-Z]{12}[0-9]{2}$" }, is_form
}

/// Whether the text has the form of a CNPJ.
pub(crate) fn is_form(text: &str) -> bool {
    let digit_or_capital = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    let bytes = text.as_bytes();
    bytes.len() == 14 && bytes[..12].iter().all(digit_or_capital) && bytes[12..].iter().all(u8::is_ascii_digit)
}

impl Cnpj {
    /// Whether such a CNPJ can exist.
    ///
    /// # Errors
    ///
    /// The check digits do not fit, or all digits are zero.
    pub fn check(&self) -> Result<(), CnpjError> {
        cnpj::check(self.as_str())
    }

    /// Whether it holds letters.
    #[must_use]
    pub fn is_alphanumeric(&self) -> bool {
        cnpj::is_alphanumeric(self.as_str())
    }
}
