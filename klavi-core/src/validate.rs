//! The trait that ties a type to its schema.

use crate::program::Program;

/// A type whose JSON form is described by a schema.
///
/// It is derived: `#[derive(Validate)]` with `#[klavi(schema = "…")]` or `#[klavi(schema_file = "…")]`. The program is
/// the schema's, all of it, whatever part of it the type reads.
pub trait Validate {
    /// The schema, ready to run.
    const PROGRAM: &'static Program;
}

impl<T: Validate> Validate for Box<T> {
    const PROGRAM: &'static Program = T::PROGRAM;
}
