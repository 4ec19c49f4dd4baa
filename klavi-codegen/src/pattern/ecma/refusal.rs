//! What keeps a pattern out of the dialect.

/// Why a pattern is not one of the dialect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The byte of the pattern where it stands.
    pub at: usize,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
}
