//! The id of a Pix payment.

use crate::text::text_type;
use klavi_pix::{EndToEndIdError, EndToEndIdRef};

text_type! {
    /// The id under which banks know a payment, whatever it holds; what is inside is read by [`EndToEndId::parse`].
    ///
    /// ```
    /// use klavi_types::EndToEndId;
    ///
    /// let id: EndToEndId = "E9040088820210128000800123873170".parse()?;
    /// assert_eq!(id.parse().unwrap().ispb(), "90400888");
    /// # Ok::<(), klavi_types::FormError>(())
    /// ```
    EndToEndId, "an end-to-end id", { "type": "string" }, |_| true
}

impl EndToEndId {
    /// Reads the id.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn parse(&self) -> Result<EndToEndIdRef<'_>, EndToEndIdError> {
        EndToEndIdRef::parse(self.as_str())
    }
}
