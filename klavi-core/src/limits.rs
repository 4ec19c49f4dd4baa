//! How large and how deep a document may be.

/// The deepest nesting that [`Limits::max_depth`] can allow.
pub const DEEPEST: u32 = 512;

/// How large and how deep a document may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a document; never more than 4 GiB.
    pub max_bytes: usize,
    /// The most objects and arrays that may be open at once; never more than [`DEEPEST`].
    pub max_depth: u32,
}

impl Default for Limits {
    /// 16 MiB and 64 levels.
    fn default() -> Self {
        Self { max_bytes: 16 << 20, max_depth: 64 }
    }
}
