//! Characters that do not belong into a string: those that nobody sees, and the first that a pattern does not take.

use crate::FormatError;
use crate::program::Pattern;
use core::error::Error;
use core::fmt;

/// A character that does not belong into a string, and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stray {
    /// Which character it is, counted from 1.
    pub at: usize,
    /// The character.
    pub mark: char,
}

impl Stray {
    /// The first of the string, if it has one. A plain blank counts only at the ends.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let inner = text.trim_matches(' ');
        let leading = text.len() - text.trim_start_matches(' ').len();
        if leading > 0 {
            return Some(Self { at: 1, mark: ' ' });
        }
        let hidden = text.chars().enumerate().find(|(_, mark)| is_hidden(*mark));
        let trailing = (inner.len() < text.len()).then(|| (inner.chars().count(), ' '));
        hidden.or(trailing).map(|(index, mark)| Self { at: index + 1, mark })
    }

    /// The string without its stray characters.
    #[must_use]
    pub fn remove_all(text: &str) -> String {
        let seen: String = text.chars().filter(|mark| !is_hidden(*mark)).collect();
        seen.trim_matches(' ').to_owned()
    }

    /// Whether the character ends a line.
    #[must_use]
    pub const fn is_line_break(self) -> bool {
        matches!(self.mark, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
    }
}

/// Whether a character shows nothing, or something that looks like a blank without being one.
fn is_hidden(mark: char) -> bool {
    mark.is_control()
        || matches!(
            mark,
            '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
                | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{feff}'
        )
}

/// The first character that a pattern does not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// Which character it is, counted from 1.
    pub at: usize,
    /// What kind of character it is.
    pub kind: UnfitKind,
}

/// What may be told of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnfitKind {
    /// A digit.
    Digit,
    /// A letter without accent, small.
    Small,
    /// A letter without accent, capital.
    Capital,
    /// A blank.
    Blank,
    /// A mark of ASCII, which tells nothing of anybody.
    Mark(char),
    /// Anything outside ASCII.
    Other,
}

impl Unfit {
    /// The character at this byte, counted from 0; `None` behind the end.
    #[must_use]
    pub fn at(text: &str, byte: usize) -> Option<Self> {
        let before = text.char_indices().take_while(|(at, mark)| at + mark.len_utf8() <= byte).count();
        let kind = match text.chars().nth(before)? {
            '0'..='9' => UnfitKind::Digit,
            'a'..='z' => UnfitKind::Small,
            'A'..='Z' => UnfitKind::Capital,
            ' ' => UnfitKind::Blank,
            mark if mark.is_ascii_graphic() => UnfitKind::Mark(mark),
            _ => UnfitKind::Other,
        };
        Some(Self { at: before + 1, kind })
    }
}

impl fmt::Display for Stray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "character {} is one that nobody sees", self.at)
    }
}

impl Error for Stray {}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "character {} does not fit the pattern", self.at)
    }
}

impl Error for Unfit {}

/// What may be said of a string of no format that a pattern refused: a character that nobody sees, if the string would be
/// right without, or else the first one that the pattern does not take.
pub(crate) fn diagnose(pattern: &Pattern, text: &str) -> Option<FormatError> {
    let stray = Stray::find(text).filter(|_| pattern.matches(&Stray::remove_all(text)));
    let unfit = || Unfit::at(text, pattern.stops_at(text)?).map(FormatError::new);
    stray.map(FormatError::new).or_else(unfit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_stray_character_and_its_place() {
        for (text, found, clean) in [
            ("abc", None, "abc"),
            ("a b", None, "a b"),
            (" a", Some((1, ' ')), "a"),
            ("ç ", Some((2, ' ')), "ç"),
            ("ç\u{200b}b ", Some((2, '\u{200b}')), "çb"),
            ("a\n", Some((2, '\n')), "a"),
            ("\u{feff}a", Some((1, '\u{feff}')), "a"),
            ("  ", Some((1, ' ')), ""),
        ] {
            assert_eq!(Stray::find(text).map(|stray| (stray.at, stray.mark)), found, "{text:?}");
            assert_eq!(Stray::remove_all(text), clean, "{text:?}");
        }
    }

    #[test]
    fn what_nobody_sees_is_stray_and_some_of_it_ends_a_line() {
        let hidden = "\0\t\u{7f}\u{85}\u{a0}\u{ad}\u{61c}\u{180e}\u{2000}\u{200f}\u{2028}\u{2029}\u{202f}\u{205f}\u{206f}\u{3000}\u{feff}\n\r";
        for mark in hidden.chars() {
            let stray = Stray { at: 2, mark };
            assert_eq!(Stray::find(&format!("a{mark}b")), Some(stray), "{mark:?}");
            assert_eq!(stray.is_line_break(), "\n\r\u{85}\u{2028}\u{2029}".contains(mark), "{mark:?}");
        }
        for mark in "a~é\u{a1}\u{ac}\u{ae}\u{1fff}\u{2010}\u{2027}\u{2030}\u{205e}\u{2070}\u{3001}".chars() {
            assert_eq!(Stray::find(&format!("a{mark}b")), None, "{mark:?}");
        }
    }

    #[test]
    fn a_character_that_does_not_fit_is_told_by_its_kind() {
        let kinds = "09azAZ -é".chars().map(|mark| Unfit::at(&mark.to_string(), 0).map(|unfit| unfit.kind));
        let expected = [
            UnfitKind::Digit,
            UnfitKind::Digit,
            UnfitKind::Small,
            UnfitKind::Small,
            UnfitKind::Capital,
            UnfitKind::Capital,
            UnfitKind::Blank,
            UnfitKind::Mark('-'),
            UnfitKind::Other,
        ];
        assert!(kinds.eq(expected.map(Some)));
        let [stray, unfit] =
            [Stray { at: 3, mark: '\n' }.to_string(), Unfit { at: 2, kind: UnfitKind::Digit }.to_string()];
        assert_eq!(stray, "character 3 is one that nobody sees");
        assert_eq!(unfit, "character 2 does not fit the pattern");
    }

    #[test]
    fn a_byte_inside_a_character_is_that_character() {
        assert_eq!(Unfit::at("aç-", 1), Some(Unfit { at: 2, kind: UnfitKind::Other }));
        assert_eq!(Unfit::at("aç-", 2), Some(Unfit { at: 2, kind: UnfitKind::Other }));
        assert_eq!(Unfit::at("aç-", 3), Some(Unfit { at: 3, kind: UnfitKind::Mark('-') }));
        assert_eq!(Unfit::at("a", 1), None);
    }
}
