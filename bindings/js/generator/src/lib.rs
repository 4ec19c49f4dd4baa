//! Payloads on demand for `@klavi/validate/generate`; `../../package/generate` makes an API of it.

use klavi_bindings::{day, generator};
use klavi_validate::generate;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// Payloads of one contract, one after the other.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Generator(generate::Generator);

#[wasm_bindgen]
impl Generator {
    /// Clean payloads, or ones with a finding of this code, or of some code (`any`).
    ///
    /// # Errors
    ///
    /// A name or the day does not exist, or the contract cannot have the code.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands an optional text over by value")]
    pub fn new(contract: &str, broken: Option<String>, today: &str, seed: u64) -> Result<Self, JsError> {
        Ok(Self(generator(contract, broken.as_deref(), &day(today)?)?.seed(seed)))
    }

    /// The next payload.
    #[must_use]
    pub fn payload(&mut self) -> Vec<u8> {
        self.0.payload()
    }
}
