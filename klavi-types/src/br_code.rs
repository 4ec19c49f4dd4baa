//! The text of a Pix QR code.

use crate::text::text_type;
use klavi_pix::{BrCodeProblem, BrCodeRef};

text_type! {
    /// The text of a QR code, whatever it holds; what is inside is read by [`BrCode::parse`].
    ///
    /// ```
    /// use klavi_types::BrCode;
    ///
    /// let code: BrCode = "00020126330014br.gov.bcb.pix0111761092776735204000053039865802BR5912LOJA EXEMPLO6009SAO PAULO\
    ///                     62070503***630451C3".parse()?;
    /// let parsed = code.parse().unwrap();
    /// assert_eq!(parsed.name(), Some("LOJA EXEMPLO"));
    /// assert_eq!(parsed.amount(), None);
    /// # Ok::<(), klavi_types::FormError>(())
    /// ```
    BrCode, "the text of a QR code", { "type": "string" }, |_| true
}

impl BrCode {
    /// Reads the code.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn parse(&self) -> Result<BrCodeRef<'_>, BrCodeProblem> {
        BrCodeRef::parse(self.as_str())
    }
}
