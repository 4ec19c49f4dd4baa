//! Payloads on demand.

use crate::call::raised;
use crate::settings;
use klavi_validate::generate;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::sync::{Mutex, PoisonError};

/// Payloads of one contract, one after the other; an endless iterator.
#[pyclass(module = "klavi._engine", frozen)]
pub struct Generator(Mutex<generate::Generator>);

#[pymethods]
impl Generator {
    #[new]
    fn new(contract: &str, broken: Option<&str>, today: Option<&Bound<'_, PyAny>>, seed: u64) -> PyResult<Self> {
        let day = klavi_bindings::day(&settings::day(today)?).map_err(raised)?;
        let generator = klavi_bindings::generator(contract, broken, &day).map_err(raised)?;
        Ok(Self(Mutex::new(generator.seed(seed))))
    }

    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        let mut generator = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        PyBytes::new(py, &generator.payload())
    }

    /// The first payload of a seed, with so many of 256 optional members.
    fn of<'py>(&self, py: Python<'py>, seed: u64, richness: u16) -> Bound<'py, PyBytes> {
        let generator = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        PyBytes::new(py, &generator.seed(seed).richness(richness).payload())
    }
}
