//! Text of a document or a file system that is printed: it must not command the terminal or forge a line.

/// Whether a character stands in its place and is seen: it moves no cursor, breaks no line, turns no direction of reading
/// and hides nothing.
///
/// ```
/// assert!(klavi_core::is_printable('é'));
/// assert!(!klavi_core::is_printable('\u{1b}'));
/// ```
#[must_use]
pub fn is_printable(letter: char) -> bool {
    if letter.is_ascii() {
        return !letter.is_ascii_control();
    }
    let hidden = HIDDEN.iter().any(|(first, last)| (*first..=*last).contains(&letter));
    !letter.is_control() && !hidden && !is_noncharacter(letter)
}

/// Characters that show nothing or change how others are shown, from the first to the last of each row.
const HIDDEN: [(char, char); 12] = [
    // The soft hyphen.
    ('\u{ad}', '\u{ad}'),
    // The Arabic letter mark, which turns the direction of reading.
    ('\u{61c}', '\u{61c}'),
    // Hangul fillers: letters by their category, blank to the eye.
    ('\u{115f}', '\u{1160}'),
    ('\u{3164}', '\u{3164}'),
    // The Mongolian vowel separator.
    ('\u{180e}', '\u{180e}'),
    // Characters without width, marks of direction, ends of lines and paragraphs.
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    // Marks around annotations.
    ('\u{fff9}', '\u{fffb}'),
    // Tags, which spell ASCII that nobody sees.
    ('\u{e0001}', '\u{e007f}'),
];

/// Whether Unicode keeps the code point from interchange for ever.
fn is_noncharacter(letter: char) -> bool {
    matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xfffe == 0xfffe
}

/// The text with everything escaped that is not printable.
///
/// ```
/// assert_eq!(klavi_core::printable("/a\n/\u{1b}[2J"), "/a\\n/\\u{1b}[2J");
/// ```
#[must_use]
pub fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_printable(letter) {
            shown.push(letter);
        } else {
            shown.extend(letter.escape_default());
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first and the last of each row of characters that are not printed; those beside them are.
    const ROWS: [(u32, u32); 17] = [
        (0x00, 0x1f),
        (0x7f, 0x9f),
        (0xad, 0xad),
        (0x61c, 0x61c),
        (0x115f, 0x1160),
        (0x180e, 0x180e),
        (0x200b, 0x200f),
        (0x2028, 0x202e),
        (0x2060, 0x206f),
        (0x3164, 0x3164),
        (0xfdd0, 0xfdef),
        (0xfeff, 0xfeff),
        (0xffa0, 0xffa0),
        (0xfff9, 0xfffb),
        (0xfffe, 0xffff),
        (0x1_fffe, 0x1_ffff),
        (0xe_0001, 0xe_007f),
    ];

    #[test]
    fn hidden_characters_are_escaped_and_their_neighbours_are_not() {
        let letter = |code: u32| char::from_u32(code).unwrap();
        for (first, last) in ROWS {
            for code in first..=last {
                assert!(!is_printable(letter(code)), "U+{code:04X}");
                assert_eq!(printable(&letter(code).to_string()), letter(code).escape_default().to_string());
            }
            for code in [first.checked_sub(1), Some(last + 1)].into_iter().flatten() {
                assert!(is_printable(letter(code)), "U+{code:04X}");
                assert_eq!(printable(&letter(code).to_string()), letter(code).to_string());
            }
        }
    }

    #[test]
    fn the_last_two_of_every_plane_are_escaped() {
        for code in (0..=16).flat_map(|plane| [plane << 16 | 0xfffe, plane << 16 | 0xffff]) {
            assert!(!is_printable(char::from_u32(code).unwrap()), "U+{code:04X}");
        }
        assert!(is_printable('\u{fffd}'));
    }

    #[test]
    fn what_people_write_is_printed() {
        let text = "Conceição & Irmãos – “R$ 1,00” 😀\u{fe0f} ação\u{301} 東京 \u{a0}";
        assert_eq!(printable(text), text);
    }
}
