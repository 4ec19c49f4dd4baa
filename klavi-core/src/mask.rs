//! How much of a token may be shown.

/// How a token may be shown, the freest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mask {
    /// As it is.
    Plain,
    /// Its shape: `#` for a digit, `A` for a letter.
    Shape,
    /// A name or an e-mail address: not even its length.
    Name,
    /// Never, at no setting.
    Secret,
    /// The rest of a document that could not be read, of which nobody knows what it holds: never, at no setting.
    Unread,
}
