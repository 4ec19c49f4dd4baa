//! What a plan is asked for.

/// What a document must be without to be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Errors: it is valid.
    Errors,
    /// Findings: there is nothing to say about it.
    Findings,
}
