//! Text of a document or a file system that is printed: it must not command the terminal or forge a line.

/// Whether a character stays in its place: it moves no cursor, breaks no line and turns no direction of reading.
///
/// ```
/// assert!(klavi_core::is_printable('é'));
/// assert!(!klavi_core::is_printable('\u{1b}'));
/// ```
#[must_use]
pub fn is_printable(letter: char) -> bool {
    let hidden =
        matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !letter.is_control() && !hidden
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
