//! What the grammar of JSON asks for where a text leaves it.

/// What the grammar of JSON asks for at a place where the text has something else.
///
/// It is a key, not prose: sentences stand in the catalogue.
///
/// ```
/// use klavi_core::{Expected, Tree};
///
/// assert_eq!(Tree::parse(b"[1 2]").unwrap_err().expected, Some(Expected::CommaOrBracket));
/// assert_eq!(Expected::CommaOrBracket.name(), "comma-or-bracket");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Expected {
    /// After an item of an array.
    CommaOrBracket,
    /// After a member of an object.
    CommaOrBrace,
    /// A member name, in double quotes.
    Name,
    /// After a member name.
    Colon,
    /// The end of a string.
    Quote,
    /// A digit of a number.
    Digit,
    /// A digit after the decimal point.
    FractionDigit,
    /// A digit of the exponent.
    ExponentDigit,
    /// Any value.
    Value,
    /// A control character in a string as an escape.
    ControlEscape,
    /// One of the letters that may follow a backslash.
    Escape,
    /// Four hexadecimal digits after `\u`.
    Hexadecimal,
    /// Nothing behind the document.
    End,
    /// A member name that the object does not have yet.
    OtherName,
}

impl Expected {
    /// The key in the catalogue.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CommaOrBracket => "comma-or-bracket",
            Self::CommaOrBrace => "comma-or-brace",
            Self::Name => "name",
            Self::Colon => "colon",
            Self::Quote => "quote",
            Self::Digit => "digit",
            Self::FractionDigit => "fraction-digit",
            Self::ExponentDigit => "exponent-digit",
            Self::Value => "value",
            Self::ControlEscape => "control-escape",
            Self::Escape => "escape",
            Self::Hexadecimal => "hexadecimal",
            Self::End => "end",
            Self::OtherName => "other-name",
        }
    }
}
