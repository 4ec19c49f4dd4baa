//! What may be wrong with a YAML text.

use crate::text::sentences::yaml;
use granit_parser::ErrorKind;
use klavi_core::Code;
use klavi_validate::sentence::Template;

/// Why a text is no YAML, or no YAML that JSON can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// A key that is an object or an array.
    Key,
    /// `<<`, which YAML 1.2 does not have.
    Merge,
    /// An alias without an anchor before it, or inside its own anchor.
    Alias,
    /// A quoted text is not closed.
    Quote,
    /// Anything else that the parser does not take.
    Text,
    /// A tab where only spaces may stand.
    Tab,
    /// A tag that is not of the core schema.
    Tag,
    /// A value that its tag does not allow.
    Tagged,
    /// An infinity, no number, or a number of more than 128 bits in another base.
    Number,
    /// Brackets that do not match.
    Bracket,
    /// An escape that there is not.
    Escape,
    /// A line that does not fit its neighbours.
    Line,
}

impl Trouble {
    /// What is said of it.
    pub const fn words(self) -> &'static Template {
        match self {
            Self::Key => &yaml::KEY,
            Self::Merge => &yaml::MERGE,
            Self::Alias => &yaml::ALIAS,
            Self::Quote => &yaml::QUOTE,
            Self::Text => &yaml::TEXT,
            Self::Tab => &yaml::TAB,
            Self::Tag => &yaml::TAG,
            Self::Tagged => &yaml::TAGGED,
            Self::Number => &yaml::NUMBER,
            Self::Bracket => &yaml::BRACKET,
            Self::Escape => &yaml::ESCAPE,
            Self::Line => &yaml::LINE,
        }
    }
}

/// The parser's complaint in few words, and the code where there is a better one.
pub fn trouble(kind: &ErrorKind) -> (Code, Option<Trouble>) {
    use ErrorKind as Kind;
    let trouble = match kind {
        Kind::InvalidLowSurrogate | Kind::MissingLowSurrogate | Kind::UnpairedLowSurrogate => {
            return (Code::LoneSurrogate, None);
        }
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabAtBlockScalarStart
        | Kind::TabInPlainScalar => Trouble::Tab,
        Kind::UnclosedQuotedScalar | Kind::DocumentIndicatorInQuotedScalar => Trouble::Quote,
        Kind::UnclosedFlowCollection { .. }
        | Kind::MismatchedFlowCollectionEnd { .. }
        | Kind::MisplacedFlowCollectionEnd
        | Kind::ExpectedFlowMappingSeparator
        | Kind::ExpectedFlowSequenceSeparator
        | Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping => Trouble::Bracket,
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidLowSurrogateHexEscape
        | Kind::InvalidUnicodeEscape => Trouble::Escape,
        Kind::InvalidIndentation
        | Kind::InvalidBlockScalarIndent
        | Kind::InvalidQuotedScalarIndent
        | Kind::InvalidFlowScalarIndent
        | Kind::ExpectedBlockMappingKey
        | Kind::ExpectedBlockSequenceEntry
        | Kind::BlockSequenceEntryNotAllowed
        | Kind::MappingKeyNotAllowed
        | Kind::MappingValueNotAllowed
        | Kind::SimpleKeyExpected
        | Kind::InvalidSimpleKey => Trouble::Line,
        Kind::UndeclaredTagHandle => Trouble::Tag,
        _ => Trouble::Text,
    };
    (Code::InvalidJson, Some(trouble))
}
