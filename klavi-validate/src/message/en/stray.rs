//! Characters that do not belong into a text.

use crate::message::{Said, Text};
use klavi_core::{Stray, Unfit, UnfitKind as Kind};

pub(super) fn stray(Stray { at, mark }: Stray) -> Said {
    let stray = Stray { at, mark };
    let help = if stray.is_line_break() {
        "write the text in one line, without a line break at its end"
    } else {
        "remove it: nobody sees it, and it comes along when a text is copied from a page or a table"
    };
    Said::new(format!("has {} at character {at}", name(stray)), help)
}

fn name(stray: Stray) -> Text {
    let name = match stray.mark {
        ' ' => return "a blank".into(),
        _ if stray.is_line_break() => return "a line break".into(),
        '\t' => return "a tab".into(),
        '\u{a0}' => "no-break space",
        '\u{ad}' => "soft hyphen",
        '\u{200b}' => "zero width space",
        '\u{200c}' => "zero width non-joiner",
        '\u{200d}' => "zero width joiner",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        '\u{202a}' => "left-to-right embedding",
        '\u{202b}' => "right-to-left embedding",
        '\u{202c}' => "pop directional formatting",
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{202f}' => "narrow no-break space",
        '\u{2060}' => "word joiner",
        '\u{3000}' => "ideographic space",
        '\u{feff}' => "byte order mark",
        mark if mark.is_control() => "control character",
        _ => "invisible mark",
    };
    format!("a {name} (U+{:04X})", u32::from(stray.mark)).into()
}

/// The first character that the documented form does not take.
pub(super) fn unfit(Unfit { at, kind }: Unfit, pattern: &str) -> String {
    let what: Text = match kind {
        Kind::Digit => "a digit".into(),
        Kind::Small => "a small letter".into(),
        Kind::Capital => "a capital letter".into(),
        Kind::Blank => "a blank".into(),
        Kind::Mark(mark) => format!("`{mark}`").into(),
        Kind::Other => "a letter or mark outside ASCII".into(),
    };
    format!("has {what} at character {at}, which the documented form {pattern} does not take there")
}
