//! Which contract a document is checked against.

pub mod glob;
pub mod own;
pub mod routes;
pub mod selector;
pub mod shape;
