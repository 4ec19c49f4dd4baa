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

/// What stands for one value has its schema. `Option` and `Vec` have none: `null` and a list are other JSON than the schema
/// describes, and each item is checked by itself.
macro_rules! same_json {
    ($($pointer:ty),+) => {$(
        impl<T: Validate> Validate for $pointer {
            const PROGRAM: &'static Program = T::PROGRAM;
        }
    )+};
}

same_json!(&T, Box<T>, std::rc::Rc<T>, std::sync::Arc<T>);
