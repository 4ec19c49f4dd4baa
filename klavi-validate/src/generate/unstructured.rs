//! Payloads for fuzz targets.

use super::Generator;
use arbitrary::{Result, Unstructured};

/// A payload of a generator, chosen by the bytes of a fuzzer.
///
/// # Errors
///
/// The bytes are used up.
///
/// ```
/// use klavi_validate::generate::{Generator, arbitrary_payload};
///
/// let today = "2031-02-28".parse()?;
/// let generator = Generator::new("auth.response", &today).unwrap();
/// let mut bytes = arbitrary::Unstructured::new(b"what a fuzzer gives");
/// let payload = arbitrary_payload(&generator, &mut bytes).unwrap();
/// assert!(payload.starts_with(b"{"));
/// # Ok::<(), klavi_validate::types::FormError>(())
/// ```
pub fn arbitrary_payload(generator: &Generator, bytes: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let (seed, richness) = (bytes.arbitrary()?, bytes.int_in_range(0..=256)?);
    Ok(generator.clone().seed(seed).richness(richness).payload())
}
