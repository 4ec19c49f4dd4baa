//! What a call names, and its faults as Python tells them.

use klavi_bindings::CallError;
use klavi_validate::Contract;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// A fault of the call, as Python tells it.
pub fn raised(fault: CallError) -> PyErr {
    PyValueError::new_err(String::from(fault))
}

/// The contract of this name.
pub fn contract(name: &str) -> PyResult<&'static Contract> {
    klavi_bindings::contract(name).map_err(raised)
}
