//! What a code says.

use super::super::{Centavos, PixKeyRef};
use super::amount;
use core::fmt;

/// What is written for a transaction id when there is none.
pub(super) const NO_TXID: &str = "***";

/// The content of a code. `Debug` does not show it.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct BrCodeRef<'a> {
    pub(super) code: &'a str,
    pub(super) single_use: bool,
    pub(super) key: Option<&'a str>,
    pub(super) information: Option<&'a str>,
    pub(super) facilitator: Option<&'a str>,
    pub(super) url: Option<&'a str>,
    pub(super) recurrence_url: Option<&'a str>,
    pub(super) amount: Option<&'a str>,
    pub(super) name: Option<&'a str>,
    pub(super) city: Option<&'a str>,
    pub(super) postcode: Option<&'a str>,
    pub(super) txid: Option<&'a str>,
    pub(super) crc: Option<&'a str>,
}

impl<'a> BrCodeRef<'a> {
    /// The whole code.
    #[must_use]
    pub const fn as_str(&self) -> &'a str {
        self.code
    }

    /// The Pix key of a static code (26-01).
    #[must_use]
    pub const fn key(&self) -> Option<&'a str> {
        self.key
    }

    /// The Pix key of a static code with its kind, if it is of one.
    #[must_use]
    pub fn pix_key(&self) -> Option<PixKeyRef<'a>> {
        self.key.and_then(|key| PixKeyRef::parse(key).ok())
    }

    /// The free text of a static code (26-02).
    #[must_use]
    pub const fn information(&self) -> Option<&'a str> {
        self.information
    }

    /// The ISPB of the institution that hands out cash (26-03).
    #[must_use]
    pub const fn facilitator(&self) -> Option<&'a str> {
        self.facilitator
    }

    /// The URL of a dynamic code (26-25), without scheme.
    #[must_use]
    pub const fn url(&self) -> Option<&'a str> {
        self.url
    }

    /// The URL of the recurrence in a composite code (80-25 to 99-25), without scheme.
    #[must_use]
    pub const fn recurrence_url(&self) -> Option<&'a str> {
        self.recurrence_url
    }

    /// The amount (54); nothing when it is left open or cannot be read.
    #[must_use]
    pub fn amount(&self) -> Option<Centavos> {
        self.amount.and_then(|text| amount::read(text).ok())
    }

    /// The amount (54) as written.
    #[must_use]
    pub const fn amount_text(&self) -> Option<&'a str> {
        self.amount
    }

    /// The name of the payee (59).
    #[must_use]
    pub const fn name(&self) -> Option<&'a str> {
        self.name
    }

    /// The town of the payee (60).
    #[must_use]
    pub const fn city(&self) -> Option<&'a str> {
        self.city
    }

    /// The postcode of the payee (61).
    #[must_use]
    pub const fn postcode(&self) -> Option<&'a str> {
        self.postcode
    }

    /// The transaction id (62-05); nothing for `***`.
    #[must_use]
    pub fn txid(&self) -> Option<&'a str> {
        self.txid.filter(|txid| *txid != NO_TXID)
    }

    /// The checksum (63) as written.
    #[must_use]
    pub const fn crc(&self) -> Option<&'a str> {
        self.crc
    }

    /// Whether the code is meant to be paid once (01 is `12`).
    #[must_use]
    pub const fn is_single_use(&self) -> bool {
        self.single_use
    }

    /// Whether the code has a key.
    #[must_use]
    pub const fn is_static(&self) -> bool {
        self.key.is_some()
    }

    /// Whether the code has a URL from which the charge is fetched.
    #[must_use]
    pub const fn is_dynamic(&self) -> bool {
        self.url.is_some()
    }

    /// Whether the code asks for a recurrence, with or without a charge.
    #[must_use]
    pub const fn is_composite(&self) -> bool {
        self.recurrence_url.is_some()
    }

    /// Whether the URL is that of a charge with a due date.
    #[must_use]
    pub fn has_due_date(&self) -> bool {
        self.url.is_some_and(|url| url.contains("/cobv/"))
    }
}

impl fmt::Debug for BrCodeRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BrCodeRef")
            .field("static", &self.is_static())
            .field("dynamic", &self.is_dynamic())
            .field("composite", &self.is_composite())
            .finish_non_exhaustive()
    }
}
