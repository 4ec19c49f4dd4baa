//! The engine of the Python package `klavi`. Documents go in, reports come out; `../klavi` makes an API of it.

mod arrow;
mod call;
mod generator;
mod report;
mod settings;

use call::raised;
use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyByteArray, PyBytes, PyDict, PyString};
use report::{Cause, Finding, Position, Report, Source, Span};

/// A document as Python holds it: its bytes are borrowed where they are bytes.
enum Document {
    Bytes(PyBackedBytes),
    Text(PyBackedStr),
    /// What `json.dumps` writes of a value: nobody has this text, so places in it lead nowhere.
    Value(PyBackedStr),
}

impl Document {
    fn of(given: &Bound<'_, PyAny>) -> PyResult<Self> {
        if given.is_instance_of::<PyBytes>() || given.is_instance_of::<PyByteArray>() {
            return given.extract().map(Self::Bytes).map_err(Into::into);
        }
        if given.is_instance_of::<PyString>() {
            return match given.extract() {
                Ok(text) => Ok(Self::Text(text)),
                // Half a surrogate pair has no UTF-8; its bytes are told as what they are.
                Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(given.py()) => {
                    let bytes = given.call_method1("encode", ("utf-8", "surrogatepass"))?;
                    bytes.extract().map(Self::Bytes).map_err(Into::into)
                }
                Err(error) => Err(error),
            };
        }
        static DUMPS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let text = DUMPS.import(given.py(), "json", "dumps")?.call1((given,))?;
        text.extract().map(Self::Value)
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Text(text) | Self::Value(text) => text.as_bytes(),
        }
    }
}

/// Every finding in a document.
#[pyfunction]
#[pyo3(signature = (contract, document, **options))]
fn check(contract: &str, document: &Bound<'_, PyAny>, options: Option<&Bound<'_, PyDict>>) -> PyResult<Report> {
    let (contract, settings) = (call::contract(contract)?, settings::read(options)?);
    let (py, document) = (document.py(), Document::of(document)?);
    let report = py.detach(|| contract.check(document.bytes(), &settings.options));
    Ok(Report::new(report, settings.lang, !matches!(document, Document::Value(_))))
}

/// Whether a document has no error.
#[pyfunction]
fn is_valid(contract: &str, document: &Bound<'_, PyAny>) -> PyResult<bool> {
    let (py, contract, document) = (document.py(), call::contract(contract)?, Document::of(document)?);
    Ok(py.detach(|| contract.is_valid(document.bytes())))
}

/// What there is to know of a code, as JSON text.
#[pyfunction]
fn explain(code: &str, lang: &str) -> PyResult<String> {
    klavi_bindings::explain(code, lang).map_err(raised)
}

/// A document of a contract, clean on this day or broken.
#[pyfunction]
#[pyo3(signature = (contract, broken, today))]
fn example(contract: &str, broken: Option<&str>, today: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<u8>> {
    let day = klavi_bindings::day(&settings::day(today)?).map_err(raised)?;
    klavi_bindings::example(contract, broken, &day).map_err(raised)
}

/// The contracts as JSON text.
#[pyfunction]
fn list() -> String {
    klavi_bindings::list()
}

#[pymodule]
mod _engine {
    #[pymodule_export]
    use super::{
        Cause, Finding, Position, Report, Source, Span, arrow::arrow_check, check, example, explain,
        generator::Generator, is_valid, list,
    };

    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");
}
