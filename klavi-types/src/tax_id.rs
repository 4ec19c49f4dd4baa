//! The document of a person or a company.

use crate::cnpj::is_form as is_cnpj;
use crate::text::{is_digits, part_of, text_type};
use crate::{Cnpj, Cpf};
use klavi_pix::{TaxIdError, TaxIdKind, tax_id};

text_type! {
    /// A CPF or a CNPJ (documents 002 and 004).
    ///
    /// ```
    /// use klavi_types::{Cnpj, Cpf, TaxId};
    /// use klavi_pix::TaxIdKind;
    ///
    /// let company: TaxId = "44471172000119".parse()?;
    /// assert_eq!(company.kind(), TaxIdKind::Cnpj);
    /// assert!(company.check().is_ok());
    /// assert_eq!(company, TaxId::from(Cnpj::try_from(&company)?));
    /// assert!(Cpf::try_from(company).is_err());
    /// # Ok::<(), klavi_types::FormError>(())
    /// ```
    TaxId, "the 11 digits of a CPF or the 14 characters of a CNPJ",
    { "type": "string", "pattern": "^([0-9]{11}|[0-9A-Z]{12}[0-9]{2})$" },
    |text| is_digits(text, 11) || is_cnpj(text)
}

impl TaxId {
    /// Whose document it is.
    #[must_use]
    pub fn kind(&self) -> TaxIdKind {
        if self.as_str().len() == 11 { TaxIdKind::Cpf } else { TaxIdKind::Cnpj }
    }

    /// Whether such a document can exist.
    ///
    /// # Errors
    ///
    /// The check digits do not fit, or the number is one that is never issued.
    pub fn check(&self) -> Result<(), TaxIdError> {
        tax_id::check(self.as_str()).map(|_| ())
    }
}

part_of!(Cpf => TaxId, Cnpj => TaxId);
