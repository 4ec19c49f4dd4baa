//! `AtomEscape` and `ClassEscape`.

use super::parser::{Parse, Parser, refuse};
use super::portable::{self, Rule};

impl Parser<'_> {
    /// An escape outside a class, after its backslash.
    pub fn atom_escape(&mut self, start: usize) -> Parse<()> {
        if let Some(first @ '1'..='9') = self.peek() {
            let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
            let number = self.rest()[..digits].parse().unwrap_or(u32::MAX);
            self.at += digits.max(first.len_utf8());
            self.numbers.push((start, number));
            self.note(start, portable::BACK_REFERENCE);
            return Ok(());
        }
        if self.eat("k") {
            return self.named_reference(start);
        }
        if self.set_escape(start)? {
            return Ok(());
        }
        self.character_escape(start).map(drop)
    }

    /// `CharacterClassEscape`: an escape for a set of characters, if there is one.
    pub fn set_escape(&mut self, start: usize) -> Parse<bool> {
        let sets: [(&str, &Rule); 6] = [
            ("d", portable::DIGIT),
            ("D", portable::NO_DIGIT),
            ("w", portable::WORD),
            ("W", portable::NO_WORD),
            ("s", portable::SPACE),
            ("S", portable::NO_SPACE),
        ];
        if let Some((_, rule)) = sets.iter().find(|(letter, _)| self.eat(letter)) {
            self.note(start, rule);
            return Ok(true);
        }
        if !self.eat("p") && !self.eat("P") {
            return Ok(false);
        }
        let is_word = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        let property = self.rest().strip_prefix('{').and_then(|rest| Some(rest.split_once('}')?.0));
        // Which properties there are is left to the engines: none is portable.
        let Some(property) = property.filter(|property| property.splitn(2, '=').all(is_word)) else {
            let help = "write the ranges out, such as `[A-Za-zÀ-ÖØ-öø-ÿ]`";
            return refuse(start, "a Unicode property stands not in braces", help);
        };
        self.at += property.len() + 2;
        self.note(start, portable::PROPERTY);
        Ok(true)
    }

    /// `CharacterEscape`: gives the code point.
    pub fn character_escape(&mut self, start: usize) -> Parse<u32> {
        let Some(letter) = self.bump() else {
            return refuse(start, "the pattern ends with a backslash", r"write `\\` for the character");
        };
        match letter {
            't' => Ok(9),
            'n' => Ok(10),
            'f' => Ok(12),
            'r' => Ok(13),
            'v' => {
                self.note(start, portable::VERTICAL_TAB);
                Ok(11)
            }
            'c' => self.control(start),
            '0' if !self.peek().is_some_and(|next| next.is_ascii_digit()) => {
                self.note(start, portable::NULL);
                Ok(0)
            }
            '0'..='9' => refuse(start, "octal escapes do not exist", r"write `\x` and two hexadecimal digits"),
            'x' => match self.hexadecimal(2) {
                Some(value) => Ok(value),
                None => refuse(start, r"`\x` needs two hexadecimal digits", r"write it as in `\x0B`"),
            },
            'u' => self.unicode(start),
            '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' => {
                Ok(letter.into())
            }
            other => {
                let what = format!(r"`\{}` is no escape", printable(other));
                refuse(
                    start,
                    what,
                    "only `^$\\.*+?()[]{}|/` are escaped, and `-` within a class: leave the backslash out",
                )
            }
        }
    }

    fn control(&mut self, start: usize) -> Parse<u32> {
        match self.bump() {
            Some(letter) if letter.is_ascii_alphabetic() => {
                self.note(start, portable::CONTROL);
                Ok(u32::from(letter) % 32)
            }
            _ => refuse(start, r"`\c` is not followed by a letter", r"write `\x` and two hexadecimal digits"),
        }
    }

    fn hexadecimal(&mut self, count: usize) -> Option<u32> {
        let digits = self.rest().get(..count).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        self.at += count;
        u32::from_str_radix(digits, 16).ok()
    }

    /// `RegExpUnicodeEscapeSequence`, after its letter.
    fn unicode(&mut self, start: usize) -> Parse<u32> {
        self.note(start, portable::UNICODE_ESCAPE);
        let value = if self.eat("{") {
            let digits = self.rest().bytes().take_while(u8::is_ascii_hexdigit).count();
            let value = u32::from_str_radix(self.rest()[..digits].trim_start_matches('0'), 16);
            let value = if self.rest()[..digits].bytes().all(|digit| digit == b'0') { Ok(0) } else { value };
            self.at += digits;
            value.ok().filter(|value| *value <= 0x0010_ffff && digits > 0 && self.eat("}"))
        } else {
            self.hexadecimal(4)
        };
        let Some(first) = value else {
            let what = r"`\u` needs four hexadecimal digits, or a code point in braces";
            return refuse(start, what, r"write the character itself");
        };
        let end = self.at;
        if (0xd800..0xdc00).contains(&first) && self.eat(r"\u") {
            match self.hexadecimal(4) {
                Some(second @ 0xdc00..=0xdfff) => return Ok(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)),
                _ => self.at = end,
            }
        }
        Ok(first)
    }
}

/// A character for a message.
pub(super) fn printable(letter: char) -> String {
    if klavi_core::is_printable(letter) { letter.to_string() } else { letter.escape_unicode().to_string() }
}
