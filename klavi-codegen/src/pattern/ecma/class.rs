//! `CharacterClass`.

use super::parser::{Parse, Parser, refuse};
use super::portable;

/// What a class lists between hyphens.
enum Member {
    Character(u32),
    /// Several characters by one escape.
    Set,
}

impl Parser<'_> {
    /// A class, after its bracket.
    pub fn class(&mut self, start: usize) -> Parse<()> {
        self.eat("^");
        if self.rest().starts_with(']') {
            self.note(start, portable::EMPTY_CLASS);
        }
        loop {
            if self.eat("]") {
                return Ok(());
            }
            let at = self.at;
            let first = self.member(start)?;
            // A hyphen before the bracket is a character.
            if self.rest().starts_with("-]") || !self.rest().starts_with('-') {
                continue;
            }
            self.doubled();
            self.at += 1;
            let second = self.member(start)?;
            match (first, second) {
                (Member::Character(low), Member::Character(high)) if low <= high => {}
                (Member::Character(_), Member::Character(_)) => {
                    return refuse(
                        at,
                        "a range is out of order",
                        r"write the lower character first, or a hyphen as `\-`",
                    );
                }
                _ => {
                    let help = r"write a hyphen that is a character as `\-`";
                    return refuse(at, "a range ends at an escape for several characters", help);
                }
            }
        }
    }

    /// `ClassAtom`
    fn member(&mut self, class: usize) -> Parse<Member> {
        let at = self.at;
        self.doubled();
        match self.bump() {
            None => refuse(class, "a class is not closed", r"close it with `]`, or write `\[` for the character"),
            Some('\\') => self.class_escape(at),
            Some('[') => {
                self.note(at, portable::BRACKET_IN_CLASS);
                Ok(Member::Character('['.into()))
            }
            Some(letter) => Ok(Member::Character(letter.into())),
        }
    }

    /// Characters that combine classes when they stand twice.
    fn doubled(&mut self) {
        if ["--", "&&", "~~", "||"].iter().any(|doubled| self.rest().starts_with(doubled)) {
            self.note(self.at, portable::DOUBLED_IN_CLASS);
        }
    }

    fn class_escape(&mut self, start: usize) -> Parse<Member> {
        if self.eat("-") {
            return Ok(Member::Character('-'.into()));
        }
        if self.eat("b") {
            self.note(start, portable::BACKSPACE);
            return Ok(Member::Character(8));
        }
        if self.set_escape(start)? {
            return Ok(Member::Set);
        }
        self.character_escape(start).map(Member::Character)
    }
}
