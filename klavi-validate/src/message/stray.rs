//! Characters that do not belong into a text.

use crate::say;
use crate::sentence::Sentence;
use crate::sentences::{mark, stray};
use klavi_core::{Stray, Unfit, UnfitKind as Kind};

/// A character that nobody sees.
pub(super) fn stray(field: Sentence<'_>, found: Stray) -> Sentence<'_> {
    let at = found.at;
    if found.is_line_break() {
        return say!(stray::LINE_BREAK, field, at);
    }
    say!(stray::MARK, field, at, mark = name(found.mark))
}

fn name(mark: char) -> Sentence<'static> {
    let code = format!("{:04X}", u32::from(mark));
    match mark {
        ' ' => say!(mark::BLANK),
        '\t' => say!(mark::TAB),
        '\u{a0}' => say!(mark::NO_BREAK_SPACE, code),
        '\u{ad}' => say!(mark::SOFT_HYPHEN, code),
        '\u{200b}' => say!(mark::ZERO_WIDTH_SPACE, code),
        '\u{200c}' => say!(mark::ZERO_WIDTH_NON_JOINER, code),
        '\u{200d}' => say!(mark::ZERO_WIDTH_JOINER, code),
        '\u{200e}' => say!(mark::LEFT_TO_RIGHT_MARK, code),
        '\u{200f}' => say!(mark::RIGHT_TO_LEFT_MARK, code),
        '\u{202a}' => say!(mark::LEFT_TO_RIGHT_EMBEDDING, code),
        '\u{202b}' => say!(mark::RIGHT_TO_LEFT_EMBEDDING, code),
        '\u{202c}' => say!(mark::POP_DIRECTIONAL_FORMATTING, code),
        '\u{202d}' => say!(mark::LEFT_TO_RIGHT_OVERRIDE, code),
        '\u{202e}' => say!(mark::RIGHT_TO_LEFT_OVERRIDE, code),
        '\u{202f}' => say!(mark::NARROW_NO_BREAK_SPACE, code),
        '\u{2060}' => say!(mark::WORD_JOINER, code),
        '\u{3000}' => say!(mark::IDEOGRAPHIC_SPACE, code),
        '\u{feff}' => say!(mark::BYTE_ORDER_MARK, code),
        mark if mark.is_control() => say!(mark::CONTROL, code),
        _ => say!(mark::INVISIBLE, code),
    }
}

/// The first character that the documented form does not take.
pub(super) fn unfit<'a>(field: Sentence<'a>, found: Unfit, pattern: &'a str) -> Sentence<'a> {
    let mark = match found.kind {
        Kind::Digit => say!(mark::DIGIT),
        Kind::Small => say!(mark::SMALL_LETTER),
        Kind::Capital => say!(mark::CAPITAL_LETTER),
        Kind::Blank => say!(mark::BLANK),
        Kind::Mark(mark) => say!(mark::PRINTABLE, mark = mark.to_string()),
        Kind::Other => say!(mark::OTHER),
    };
    say!(stray::UNFIT, field, mark, at = found.at, pattern)
}
