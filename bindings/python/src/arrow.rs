//! Columns of documents, by the C interface of Arrow: the payloads are read where they are.

use crate::call::{self, raised};
use crate::settings;
use arrow_array::builder::{BooleanBuilder, ListBuilder, StringBuilder, UInt32Builder, UInt64Builder};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, StructArray};
use arrow_buffer::NullBuffer;
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Fields};
use klavi_bindings::CallError;
use klavi_validate::{Contract, Options, Report};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use pyo3_arrow::input::AnyArray;
use pyo3_arrow::{PyArray, PyChunkedArray};
use std::sync::Arc;

/// The reports on a column of documents: a struct for each, null where there is no document.
#[pyfunction]
#[pyo3(signature = (array, contract, **options))]
pub fn arrow_check<'py>(
    py: Python<'py>,
    array: AnyArray,
    contract: &str,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    let (contract, settings) = (call::contract(contract)?, settings::read(options)?);
    let checked =
        |array: &ArrayRef| py.detach(|| check(array, contract, &settings.options)).map_err(|kind| no_document(&kind));
    match array {
        AnyArray::Array(array) => {
            let reports = checked(array.array())?;
            Ok(PyArray::try_new(reports, field()).map_err(|error| failed(&error))?.into_pyobject(py)?.into_any())
        }
        AnyArray::Stream(stream) => {
            let chunks = stream.into_reader()?.map(|chunk| checked(&chunk.map_err(|error| failed(&error))?));
            let chunks = chunks.collect::<PyResult<Vec<_>>>()?;
            Ok(PyChunkedArray::try_new(chunks, field())?.into_pyobject(py)?.into_any())
        }
    }
}

fn failed(error: &ArrowError) -> PyErr {
    raised(CallError::new(error.to_string()))
}

fn no_document(kind: &DataType) -> PyErr {
    PyTypeError::new_err(format!("a column of documents holds strings or bytes, not {kind}"))
}

/// The reports on a column, or the type of one that holds no documents.
fn check(array: &ArrayRef, contract: &Contract, options: &Options) -> Result<ArrayRef, DataType> {
    macro_rules! documents {
        ($array:expr, $bytes:expr) => {
            reports(array, $array.iter().map(|document| document.map($bytes)), contract, options)
        };
    }
    Ok(match array.data_type() {
        DataType::Utf8 => documents!(array.as_string::<i32>(), str::as_bytes),
        DataType::LargeUtf8 => documents!(array.as_string::<i64>(), str::as_bytes),
        DataType::Utf8View => documents!(array.as_string_view(), str::as_bytes),
        DataType::Binary => documents!(array.as_binary::<i32>(), std::convert::identity),
        DataType::LargeBinary => documents!(array.as_binary::<i64>(), std::convert::identity),
        DataType::BinaryView => documents!(array.as_binary_view(), std::convert::identity),
        other => return Err(other.clone()),
    })
}

fn reports<'a>(
    array: &ArrayRef,
    documents: impl Iterator<Item = Option<&'a [u8]>>,
    contract: &Contract,
    options: &Options,
) -> ArrayRef {
    let mut columns = Columns::with_capacity(array.len());
    for document in documents {
        match document {
            Some(document) => columns.push(&contract.check(document, options)),
            None => columns.push_null(),
        }
    }
    columns.finish(array.logical_nulls())
}

struct Columns {
    valid: BooleanBuilder,
    errors: UInt32Builder,
    warnings: UInt32Builder,
    codes: ListBuilder<StringBuilder>,
    pointers: ListBuilder<StringBuilder>,
    offsets: ListBuilder<UInt64Builder>,
}

impl Columns {
    fn with_capacity(count: usize) -> Self {
        Self {
            valid: BooleanBuilder::with_capacity(count),
            errors: UInt32Builder::with_capacity(count),
            warnings: UInt32Builder::with_capacity(count),
            codes: ListBuilder::with_capacity(StringBuilder::new(), count).with_field(item(DataType::Utf8)),
            pointers: ListBuilder::with_capacity(StringBuilder::new(), count).with_field(item(DataType::Utf8)),
            offsets: ListBuilder::with_capacity(UInt64Builder::new(), count).with_field(item(DataType::UInt64)),
        }
    }

    fn push(&mut self, report: &Report) {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        for finding in &report.findings {
            self.codes.values().append_value(finding.code.name());
            self.pointers.values().append_value(&finding.pointer);
            self.offsets.values().append_value(finding.span.start.offset);
        }
        self.close(report.is_valid(), count(report.errors), count(report.warnings));
    }

    /// What stands below a null is not read.
    fn push_null(&mut self) {
        self.close(false, 0, 0);
    }

    fn close(&mut self, valid: bool, errors: u32, warnings: u32) {
        self.valid.append_value(valid);
        self.errors.append_value(errors);
        self.warnings.append_value(warnings);
        self.codes.append(true);
        self.pointers.append(true);
        self.offsets.append(true);
    }

    fn finish(mut self, nulls: Option<NullBuffer>) -> ArrayRef {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.valid.finish()),
            Arc::new(self.errors.finish()),
            Arc::new(self.warnings.finish()),
            Arc::new(self.codes.finish()),
            Arc::new(self.pointers.finish()),
            Arc::new(self.offsets.finish()),
        ];
        Arc::new(StructArray::new(fields(), columns, nulls))
    }
}

fn item(kind: DataType) -> FieldRef {
    Arc::new(Field::new("item", kind, false))
}

/// One report: the findings are three lists of the same length.
fn fields() -> Fields {
    let list = |name, kind| Field::new(name, DataType::List(item(kind)), false);
    Fields::from(vec![
        Field::new("valid", DataType::Boolean, false),
        Field::new("errors", DataType::UInt32, false),
        Field::new("warnings", DataType::UInt32, false),
        list("codes", DataType::Utf8),
        list("pointers", DataType::Utf8),
        list("offsets", DataType::UInt64),
    ])
}

fn field() -> FieldRef {
    Arc::new(Field::new("report", DataType::Struct(fields()), true))
}
