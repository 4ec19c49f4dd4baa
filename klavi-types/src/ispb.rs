//! The number of an institution.

use crate::text::{is_digits, text_type};

text_type! {
    /// An ISPB: the eight digits under which an institution takes part in the payment system (document 002).
    ///
    /// It is not the three-digit clearing code: Banco do Brasil is `00000000`, not `001`.
    ///
    /// ```
    /// use klavi_types::Ispb;
    ///
    /// assert!("00000000".parse::<Ispb>().is_ok());
    /// assert!("001".parse::<Ispb>().is_err());
    /// ```
    Ispb, "the 8 digits of an ISPB", { "type": "string", "pattern": "^[0-9]{8}$" }, |text| is_digits(text, 8)
}
