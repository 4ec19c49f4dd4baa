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
    use ErrorKind as InputFormat;
    let trouble = match kind {
        InputFormat::InvalidLowSurrogate | InputFormat::MissingLowSurrogate | InputFormat::UnpairedLowSurrogate => {
            return (Code::LoneSurrogate, None);
        }
        InputFormat::TabNotAllowed
        | InputFormat::TabInBlockIndentation
        | InputFormat::TabInIndentation
        | InputFormat::TabAtBlockScalarStart
        | InputFormat::TabInPlainScalar => Trouble::Tab,
        InputFormat::UnclosedQuotedScalar | InputFormat::DocumentIndicatorInQuotedScalar => Trouble::Quote,
        InputFormat::UnclosedFlowCollection { .. }
        | InputFormat::MismatchedFlowCollectionEnd { .. }
        | InputFormat::MisplacedFlowCollectionEnd
        | InputFormat::ExpectedFlowMappingSeparator
        | InputFormat::ExpectedFlowSequenceSeparator
        | InputFormat::UnexpectedEofFlowSequence
        | InputFormat::UnexpectedEofFlowMapping
        | InputFormat::UnexpectedEofImplicitFlowMapping => Trouble::Bracket,
        InputFormat::UnknownQuotedScalarEscape
        | InputFormat::InvalidQuotedScalarHexEscape
        | InputFormat::InvalidLowSurrogateHexEscape
        | InputFormat::InvalidUnicodeEscape => Trouble::Escape,
        InputFormat::InvalidIndentation
        | InputFormat::InvalidBlockScalarIndent
        | InputFormat::InvalidQuotedScalarIndent
        | InputFormat::InvalidFlowScalarIndent
        | InputFormat::ExpectedBlockMappingKey
        | InputFormat::ExpectedBlockSequenceEntry
        | InputFormat::BlockSequenceEntryNotAllowed
        | InputFormat::MappingKeyNotAllowed
        | InputFormat::MappingValueNotAllowed
        | InputFormat::SimpleKeyExpected
        | InputFormat::InvalidSimpleKey => Trouble::Line,
        InputFormat::UndeclaredTagHandle => Trouble::Tag,
        _ => Trouble::Text,
    };
    (Code::InvalidJson, Some(trouble))
}
