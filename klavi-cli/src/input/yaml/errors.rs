//! What may be wrong with a YAML text, by the names that the messages of the library know.

use granit_parser::ErrorKind;
use klavi_core::Code;

/// A key that is an object or an array.
pub const KEY: &str = "yaml: a text as the key";
/// `<<`, which YAML 1.2 does not have.
pub const MERGE: &str = "yaml: no merge key";
/// An alias without an anchor before it, or inside its own anchor.
pub const ALIAS: &str = "yaml: an anchor before its alias";
pub const QUOTE: &str = "yaml: the closing quote";
pub const TEXT: &str = "yaml: well-formed text";
pub const TAB: &str = "yaml: spaces instead of a tab";
/// A tag that is not of the core schema.
pub const TAG: &str = "yaml: no tag of its own";
/// A value that its tag does not allow.
pub const TAGGED: &str = "yaml: a value that fits its tag";
/// An infinity, no number, or a number of more than 128 bits in another base.
pub const NUMBER: &str = "yaml: a number that JSON can write";
pub const BRACKET: &str = "yaml: a comma or the closing bracket";
pub const ESCAPE: &str = "yaml: a known escape";
pub const LINE: &str = "yaml: a key and its value, indented like their neighbours";

/// The parser's complaint in few words, and the code where there is a better one.
pub fn trouble(kind: &ErrorKind) -> (Code, &'static str) {
    use ErrorKind as Kind;
    let expected = match kind {
        Kind::InvalidLowSurrogate | Kind::MissingLowSurrogate | Kind::UnpairedLowSurrogate => {
            return (Code::LoneSurrogate, "");
        }
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabAtBlockScalarStart
        | Kind::TabInPlainScalar => TAB,
        Kind::UnclosedQuotedScalar | Kind::DocumentIndicatorInQuotedScalar => QUOTE,
        Kind::UnclosedFlowCollection { .. }
        | Kind::MismatchedFlowCollectionEnd { .. }
        | Kind::MisplacedFlowCollectionEnd
        | Kind::ExpectedFlowMappingSeparator
        | Kind::ExpectedFlowSequenceSeparator
        | Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping => BRACKET,
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidLowSurrogateHexEscape
        | Kind::InvalidUnicodeEscape => ESCAPE,
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
        | Kind::InvalidSimpleKey => LINE,
        Kind::UndeclaredTagHandle => TAG,
        _ => TEXT,
    };
    (Code::InvalidJson, expected)
}
