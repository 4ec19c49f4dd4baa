//! The engine of `@klavi/validate`. Documents go in, JSON texts come out; `../package` makes an API of it.

use klavi_bindings::{CallError, Choices, day};
use klavi_validate::runtime::program::Program;
use klavi_validate::types::CONTRACTS;
use klavi_validate::{Report, is_valid_by};
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
    let report = Report::new(program(contract)?, document, &settings.options);
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

/// Whether a document in bytes has no error.
///
/// # Errors
///
/// There is no such contract.
#[wasm_bindgen(js_name = isValidBytes)]
pub fn is_valid_bytes(contract: usize, document: &[u8]) -> Result<bool, JsError> {
    Ok(is_valid_by(program(contract)?, document))
}

/// Whether a document in a string has no error; as [`is_valid_bytes`].
///
/// # Errors
///
/// There is no such contract.
#[wasm_bindgen(js_name = isValidText)]
pub fn is_valid_text(contract: usize, document: &str) -> Result<bool, JsError> {
    is_valid_bytes(contract, document.as_bytes())
}

fn program(contract: usize) -> Result<&'static Program, CallError> {
    let contract = CONTRACTS.get(contract).ok_or_else(|| CallError::new("there is no such contract"))?;
    Ok(contract.program)
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
