//! Payloads on demand: as many as wanted, clean or with one fault, the same ones for the same seed.
//!
//! The payloads of a contract come from its schema. What belongs together fits together: a QR code asks for the amount
//! and names the key of its payment, a key is of its payee, a CNPJ stands where the type says so, days follow each other,
//! and the members are there that the payload's type and status ask for. A broken payload has a fault of the contract's
//! cases in a document that is otherwise fresh.
//!
//! People, documents and keys are made up. Check digits are right, so that a number may be somebody's by chance: these
//! payloads are for tests, not for a bank.
//!
//! ```
//! use klavi_validate::generate::Generator;
//! use klavi_validate::runtime::Code;
//! use klavi_validate::{Options, contract};
//!
//! let today = "2031-02-28".parse()?;
//! let contract = contract("create-payment.request").unwrap();
//! for payload in Generator::new(contract.name, &today).unwrap().seed(7).take(10) {
//!     assert!(contract.check(&payload, &Options::at(today)).findings.is_empty());
//! }
//! let mut broken = Generator::broken(contract.name, Some(Code::ProxyForbidden), &today).unwrap();
//! let report = contract.check(&broken.payload(), &Options::at(today));
//! assert!(report.findings.iter().any(|finding| finding.code == Code::ProxyForbidden));
//! # Ok::<(), klavi_validate::types::FormError>(())
//! ```

mod broken;
mod conditions;
mod fill;
mod plan;
mod relations;
mod slips;
mod source;
#[cfg(feature = "proptest")]
mod strategy;
#[cfg(feature = "arbitrary")]
mod unstructured;
mod vocabulary;
mod world;
mod writing;

#[cfg(feature = "proptest")]
pub use strategy::{Generated, payloads, values};
#[cfg(feature = "arbitrary")]
pub use unstructured::arbitrary_payload;

use fastrand::Rng;
use klavi_core::Code;
use klavi_types::Date;
use source::PayloadSource;
use std::sync::Arc;

/// Half of the optional members are there.
const HALF: u16 = 128;

/// Makes payloads of one contract, one after the other; an endless iterator.
///
/// Payloads are compact JSON texts of one line. What a seed gives stays the same within a release and for a day.
#[derive(Clone)]
pub struct Generator {
    source: Arc<PayloadSource>,
    rng: Rng,
    richness: u16,
}

impl Generator {
    /// Payloads of a contract in which it finds nothing at all on this day, not even a warning. `None` if there is no such
    /// contract.
    ///
    /// ```
    /// use klavi_validate::generate::Generator;
    ///
    /// let today = "2031-02-28".parse()?;
    /// let mut one = Generator::new("auth.request", &today).unwrap().seed(1);
    /// let mut same = Generator::new("auth.request", &today).unwrap().seed(1);
    /// assert_eq!(one.payload(), same.payload());
    /// assert!(Generator::new("auth.reply", &today).is_none());
    /// # Ok::<(), klavi_validate::types::FormError>(())
    /// ```
    #[must_use]
    pub fn new(contract: &str, today: &Date) -> Option<Self> {
        let (source, _) = PayloadSource::clean(contract, today, usize::MAX)?;
        Some(Self::from(source))
    }

    /// Payloads that have a finding of this code, or of some code, on this day, and no other error. `None` if there is no
    /// such contract, or if no payload of it can have such a finding.
    #[must_use]
    pub fn broken(contract: &str, code: Option<Code>, today: &Date) -> Option<Self> {
        PayloadSource::broken(contract, code, today).map(Self::from)
    }

    fn from(source: PayloadSource) -> Self {
        Self { source: Arc::new(source), rng: Rng::with_seed(0), richness: HALF }
    }

    /// With another seed than 0.
    #[must_use]
    pub fn seed(self, seed: u64) -> Self {
        Self { rng: Rng::with_seed(seed), ..self }
    }

    /// With so many of 256 optional members; 0 leaves what is required, 256 gives all. The default is 128.
    #[must_use]
    pub fn richness(self, richness: u16) -> Self {
        Self { richness, ..self }
    }

    /// The codes that payloads can be broken with, in the order of [`Code::ALL`].
    ///
    /// ```
    /// use klavi_validate::generate::Generator;
    /// use klavi_validate::runtime::Code;
    ///
    /// let codes = Generator::codes("auth.request");
    /// assert!(codes.contains(&Code::Required) && !codes.contains(&Code::ProxyRequired));
    /// ```
    #[must_use]
    pub fn codes(contract: &str) -> Vec<Code> {
        let Some(source) = PayloadSource::broken(contract, None, &pinned()) else { return Vec::new() };
        Code::ALL.iter().copied().filter(|code| source.faults.iter().any(|fault| fault.code == *code)).collect()
    }

    /// Adds the next payload to a buffer.
    pub fn write(&mut self, out: &mut Vec<u8>) {
        self.source.write(self.richness, &mut self.rng, out);
    }

    /// The next payload.
    #[must_use]
    pub fn payload(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out);
        out
    }
}

impl Iterator for Generator {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        Some(self.payload())
    }
}

impl std::fmt::Debug for Generator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Generator").field("contract", &self.source.contract.name).finish_non_exhaustive()
    }
}

/// The day of the cases.
fn pinned() -> Date {
    Date::new(2025, 1, 15).expect("a day of the calendar")
}
