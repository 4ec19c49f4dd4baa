//! The engine of `@klavi/validate`. Documents go in, JSON texts come out; `../package` makes an API of it.

use klavi_bindings::{Choices, CallError, day};
use klavi_validate::Report;
use klavi_validate::types::CONTRACTS;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// The report on a document in bytes, or nothing where nothing was found. Contracts go by their place in `CONTRACTS`.
///
/// # Errors
///
/// A choice does not exist.
#[wasm_bindgen(js_name = checkBytes)]
pub fn check_bytes(contract: usize, document: &[u8], has_text: bool, choices: &str) -> Result<Option<String>, JsError> {
    let settings = Choices::read(choices)?.settle()?;
    let contract = CONTRACTS.get(contract).ok_or_else(|| CallError::new("there is no such contract"))?;
    let report = Report::new(contract.program, document, &settings.options);
    let is_clean = report.errors == 0 && report.warnings == 0;
    Ok((!is_clean).then(|| klavi_bindings::report(&report, settings.lang, has_text)))
}

/// The report on a document in a string; as [`check_bytes`].
///
/// # Errors
///
/// A choice does not exist.
#[wasm_bindgen(js_name = checkText)]
pub fn check_text(contract: usize, document: &str, has_text: bool, choices: &str) -> Result<Option<String>, JsError> {
    check_bytes(contract, document.as_bytes(), has_text, choices)
}

/// An example document with its dates moved to this day.
///
/// # Errors
///
/// The day is none.
#[wasm_bindgen]
pub fn moved(document: &[u8], today: &str) -> Result<Vec<u8>, JsError> {
    Ok(klavi_validate::catalogue::moved(document, &day(today)?))
}
