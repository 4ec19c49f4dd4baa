//! Keywords become settings.

use crate::call::raised;
use klavi_bindings::{CheckSettings, Choices};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// The settings that keywords name; one that is `None` is as good as not named.
pub fn read(keywords: Option<&Bound<'_, PyDict>>) -> PyResult<CheckSettings> {
    let mut choices = Choices { today: clock(), ..Choices::default() };
    for (name, value) in keywords.into_iter().flatten().filter(|(_, value)| !value.is_none()) {
        match name.extract::<String>()?.as_str() {
            "lang" => choices.lang = value.extract()?,
            "today" => choices.today = Some(day(Some(&value))?),
            "levels" => choices.levels = levels(&value)?,
            "max_findings" => choices.max_findings = value.extract()?,
            "max_bytes" => choices.max_bytes = value.extract()?,
            "max_depth" => choices.max_depth = value.extract()?,
            "reveal" => choices.reveal = value.extract()?,
            other => return Err(PyTypeError::new_err(format!("there is no option '{other}'"))),
        }
    }
    choices.settle().map_err(raised)
}

/// A day: a text `YYYY-MM-DD`, or anything with a year, a month and a day; today in Brasília where none is given.
pub fn day(given: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
    let Some(given) = given else { return Ok(clock().unwrap_or_default()) };
    if let Ok(text) = given.extract() {
        return Ok(text);
    }
    let part = |name| given.getattr(name)?.extract::<u16>();
    Ok(format!("{:04}-{:02}-{:02}", part("year")?, part("month")?, part("day")?))
}

fn clock() -> Option<String> {
    klavi_validate::today().map(|day| day.to_string())
}

/// Selectors and levels, of a mapping or of a sequence of pairs.
fn levels(given: &Bound<'_, PyAny>) -> PyResult<Vec<(String, String)>> {
    let pairs = if given.hasattr("items")? { given.call_method0("items")? } else { given.clone() };
    pairs.try_iter()?.map(|pair| pair?.extract()).collect()
}
