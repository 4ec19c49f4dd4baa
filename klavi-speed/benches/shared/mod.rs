//! What the benches share.

use klavi_codegen::{SchemaFile, program};
use klavi_core::program::Program;

/// The program of a schema that no generated code knows.
pub fn lowered(name: &str, schema: &str) -> &'static Program {
    let file = SchemaFile::new(name, schema).unwrap_or_else(|error| panic!("{error:?}"));
    program(&file, "", "lowered").unwrap_or_else(|errors| panic!("{}", errors[0]))
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The number that a variable of the environment gives.
pub fn number(variable: &str, default: usize) -> usize {
    std::env::var(variable).ok().and_then(|number| number.parse().ok()).unwrap_or(default)
}
