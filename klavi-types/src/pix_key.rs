//! The key of a payee.

use crate::text::{part_of, text_type};
use crate::{Cnpj, Cpf, TaxId};
use klavi_pix::{PixKeyDifference, PixKeyKind, PixKeyRef, TaxIdError};

text_type! {
    /// A Pix key of one of the five kinds (document 002).
    ///
    /// ```
    /// use klavi_types::{Cpf, PixKey};
    /// use klavi_pix::PixKeyKind;
    ///
    /// let key: PixKey = "+5511912345678".parse()?;
    /// assert_eq!(key.kind(), Some(PixKeyKind::Phone));
    /// assert_eq!(key.canonical(), Ok(()));
    /// assert!(Cpf::try_from(key).is_err());
    ///
    /// let cpf: Cpf = "76109277673".parse()?;
    /// assert_eq!(PixKey::from(&cpf).kind(), Some(PixKeyKind::Cpf));
    /// # Ok::<(), klavi_types::FormError>(())
    /// ```
    PixKey, "a CPF, a CNPJ, a phone number with +, an e-mail address or a random key",
    { "type": "string", "maxLength": 77 }, |text| PixKeyRef::parse(text).is_ok()
}

impl PixKey {
    /// The kind of the key. `None` cannot happen: only keys of a kind are read.
    #[must_use]
    pub fn kind(&self) -> Option<PixKeyKind> {
        PixKeyRef::parse(self.as_str()).ok().map(PixKeyRef::kind)
    }

    /// Whether the key is written as the DICT keeps it.
    ///
    /// # Errors
    ///
    /// What differs, capital letters for instance.
    pub fn canonical(&self) -> Result<(), PixKeyDifference> {
        PixKeyRef::parse(self.as_str()).map_or(Ok(()), PixKeyRef::canonical)
    }

    /// Whether the CPF or CNPJ can exist; other kinds have no check digits.
    ///
    /// # Errors
    ///
    /// The check digits do not fit.
    pub fn check_digits(&self) -> Result<(), TaxIdError> {
        PixKeyRef::parse(self.as_str()).map_or(Ok(()), PixKeyRef::check_digits)
    }
}

part_of!(Cpf => PixKey, Cnpj => PixKey, TaxId => PixKey);
