//! The document of a natural person.

use crate::text::{is_digits, text_type};
use klavi_pix::{CpfError, cpf};

text_type! {
    /// A CPF: eleven digits without punctuation (document 002).
    ///
    /// The check digits are not part of the form, because the documents' own examples fail them; ask [`Cpf::check`].
    ///
    /// ```
    /// use klavi_types::Cpf;
    ///
    /// let cpf: Cpf = "76109277673".parse()?;
    /// assert_eq!(cpf.check(), Ok(()));
    /// assert_eq!(format!("{cpf:?}"), "Cpf(###########)");
    /// assert!("761.092.776-73".parse::<Cpf>().is_err());
    /// # Ok::<(), klavi_types::FormError>(())
    /// ```
    Cpf, "the 11 digits of a CPF", { "type": "string", "pattern": "^[0-9]{11}$" }, |text| is_digits(text, 11)
}

impl Cpf {
    /// Whether such a CPF can exist.
    ///
    /// # Errors
    ///
    /// The check digits do not fit, or all digits are the same.
    pub fn check(&self) -> Result<(), CpfError> {
        cpf::check(self.as_str())
    }
}
