//! The grammar of ECMA-262, section Patterns, with the parameters `UnicodeMode` and `NamedCaptureGroups`, by recursive
//! descent: one function a production.

use super::portable::{self, Rule};
use super::refusal::Refusal;

/// The deepest nesting of groups.
const DEEPEST: u32 = 50;

/// The most repetitions that RE2 takes.
const MOST_REPETITIONS: u32 = 1000;

/// What a pattern is made of, as far as anybody asks.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// Where the dots stand.
    pub dots: Vec<usize>,
    /// The first construct that is not portable.
    pub unportable: Option<(usize, &'static Rule)>,
}

/// Reads a pattern.
pub(super) fn parse(source: &str) -> Result<Parsed, Refusal> {
    let mut parser = Parser { source, ..Parser::default() };
    parser.disjunction()?;
    if parser.peek().is_some() {
        return refuse(parser.at, "a `)` closes no group", r"write `\)` for the character");
    }
    parser.check_references()?;
    Ok(parser.parsed)
}

#[derive(Default)]
pub(super) struct Parser<'a> {
    source: &'a str,
    pub at: usize,
    depth: u32,
    groups: u32,
    names: Vec<&'a str>,
    /// Back references by number and by name, with the places where they stand.
    pub numbers: Vec<(usize, u32)>,
    references: Vec<(usize, &'a str)>,
    parsed: Parsed,
}

/// Results of the grammar: the pattern is refused at once where it is none of ECMA-262.
pub(super) type Parse<T> = Result<T, Refusal>;

/// Refuses a pattern that is none.
pub(super) fn refuse<T>(at: usize, what: impl AsRef<str>, help: impl Into<String>) -> Parse<T> {
    let message = format!("no regular expression of ECMA-262 with flag `u`: {}", what.as_ref());
    Err(Refusal { at, message, help: help.into() })
}

impl<'a> Parser<'a> {
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    pub fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    pub fn eat(&mut self, text: &str) -> bool {
        let eats = self.rest().starts_with(text);
        self.at += if eats { text.len() } else { 0 };
        eats
    }

    /// Remembers what is not portable, and reads on: that the pattern is none at all weighs more.
    pub fn note(&mut self, at: usize, rule: &'static Rule) {
        if self.parsed.unportable.is_none_or(|(first, _)| at < first) {
            self.parsed.unportable = Some((at, rule));
        }
    }

    /// `Disjunction`; gives the product of the repetitions that stand in one another, as RE2 counts them.
    fn disjunction(&mut self) -> Parse<u32> {
        let mut product = 1;
        loop {
            while !matches!(self.peek(), None | Some('|' | ')')) {
                product = product.max(self.term()?);
            }
            if !self.eat("|") {
                return Ok(product);
            }
        }
    }

    /// `Term`
    fn term(&mut self) -> Parse<u32> {
        let start = self.at;
        if self.assertion()? {
            return match self.peek() {
                Some('*' | '+' | '?' | '{') => {
                    refuse(self.at, "an assertion cannot be repeated", "leave the quantifier out")
                }
                _ => Ok(1),
            };
        }
        let inner = self.atom()?;
        let repeated = self.quantifier()?.map_or(inner, |count| inner.saturating_mul(count.max(1)));
        if repeated > MOST_REPETITIONS {
            self.note(start, portable::REPETITION);
        }
        Ok(repeated)
    }

    /// `Assertion`, if there is one.
    fn assertion(&mut self) -> Parse<bool> {
        let start = self.at;
        if self.eat("^") || self.eat("$") {
            return Ok(true);
        }
        if self.eat(r"\b") || self.eat(r"\B") {
            self.note(start, portable::WORD_BOUNDARY);
            return Ok(true);
        }
        if ["(?=", "(?!", "(?<=", "(?<!"].iter().any(|look| self.eat(look)) {
            self.note(start, portable::LOOK_AROUND);
            self.rest_of_group(start)?;
            return Ok(true);
        }
        Ok(false)
    }

    /// `Atom`
    fn atom(&mut self) -> Parse<u32> {
        let start = self.at;
        match self.bump() {
            Some('.') => self.parsed.dots.push(start),
            Some('\\') => self.atom_escape(start)?,
            Some('[') => self.class(start)?,
            Some('(') => return self.group(start),
            Some(quantifier @ ('*' | '+' | '?')) => {
                let what = format!("there is nothing that `{quantifier}` could repeat");
                return refuse(start, what, format!("write `[{quantifier}]` for the character"));
            }
            Some(lone @ ('{' | '}')) => {
                let what = format!("a lone `{lone}`");
                return refuse(start, what, format!("write `[{lone}]` for the character"));
            }
            Some(']') => return refuse(start, "a lone `]`", r"write `\]` for the character"),
            _ => {}
        }
        Ok(1)
    }

    /// A group, after its parenthesis.
    fn group(&mut self, start: usize) -> Parse<u32> {
        if self.eat("?<") {
            let name = self.group_name(start)?;
            if self.names.contains(&name) {
                return refuse(start, "two groups have one name", "leave the names out");
            }
            self.names.push(name);
            self.groups += 1;
            self.note(start, portable::NAMED_GROUP);
        } else if !self.eat("?:") {
            if self.eat("?") {
                let help = "a group begins with `(` or `(?:`; flags, comments and possessive groups do not exist";
                return refuse(start, "`(?` is followed by neither `:`, `=`, `!` nor `<`", help);
            }
            self.groups += 1;
        }
        self.rest_of_group(start)
    }

    fn rest_of_group(&mut self, start: usize) -> Parse<u32> {
        self.depth += 1;
        if self.depth > DEEPEST {
            // Nothing below is read: the recursion ends here.
            let rule = portable::DEPTH;
            let message = format!("{} is not portable: {}", rule.what, rule.because);
            return Err(Refusal { at: start, message, help: rule.instead.to_owned() });
        }
        let product = self.disjunction()?;
        self.depth -= 1;
        if !self.eat(")") {
            return refuse(start, "a group is not closed", "close it with `)`");
        }
        Ok(product)
    }

    /// `GroupName`, after its `<`.
    pub fn group_name(&mut self, start: usize) -> Parse<&'a str> {
        let rest = self.rest();
        let name = rest.split('>').next().unwrap_or_default();
        let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '$' | '_' | '\u{200c}' | '\u{200d}');
        if name.len() == rest.len()
            || name.starts_with(char::is_numeric)
            || name.is_empty()
            || !name.chars().all(is_part)
        {
            return refuse(start, "the name of a group is no identifier", "leave the name out: `(…)`");
        }
        self.at += name.len() + 1;
        Ok(name)
    }

    /// `\k`, after the letter.
    pub fn named_reference(&mut self, start: usize) -> Parse<()> {
        if !self.eat("<") {
            return refuse(start, r"`\k` is not followed by a name in `<…>`", "write the alternatives out");
        }
        let name = self.group_name(start)?;
        self.references.push((start, name));
        self.note(start, portable::BACK_REFERENCE);
        Ok(())
    }

    /// `Quantifier`, if there is one: gives the repetitions that RE2 counts.
    fn quantifier(&mut self) -> Parse<Option<u32>> {
        let start = self.at;
        let count = match self.peek() {
            Some('*' | '+' | '?') => {
                self.at += 1;
                1
            }
            Some('{') => self.braces(start)?,
            _ => return Ok(None),
        };
        self.eat("?");
        if let Some(next @ ('*' | '+' | '?' | '{')) = self.peek() {
            let what = format!("`{next}` after a quantifier");
            let help = "possessive and stacked quantifiers do not exist: leave one out, or put a group `(?:…)` around \
                        what is repeated";
            return refuse(self.at, what, help);
        }
        Ok(Some(count))
    }

    /// `{n}`, `{n,}` or `{n,m}`
    fn braces(&mut self, start: usize) -> Parse<u32> {
        self.at += 1;
        let least = self.count();
        let most = if self.eat(",") { Some(self.count()) } else { None };
        let (Some(least), true) = (least, self.eat("}")) else {
            let help = "write `{n}`, `{n,}` or `{n,m}`, without blanks, and `[{]` for the character";
            return refuse(start, "braces that hold no count", help);
        };
        match most {
            Some(Some(most)) if most < least => {
                refuse(start, "the counts of a repetition are out of order", "write the smaller number first")
            }
            Some(Some(most)) => Ok(most),
            Some(None) | None => Ok(least),
        }
    }

    fn count(&mut self) -> Option<u32> {
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let text = &self.rest()[..digits];
        if text.len() > 1 && text.starts_with('0') {
            self.note(self.at, portable::LEADING_ZERO);
        }
        self.at += digits;
        (digits > 0).then(|| text.parse().unwrap_or(u32::MAX))
    }

    /// Back references lead to a group, wherever it stands.
    fn check_references(&self) -> Parse<()> {
        if let Some((at, _)) = self.numbers.iter().find(|(_, number)| *number > self.groups) {
            let help = r"octal escapes do not exist: write `\x` and two hexadecimal digits";
            return refuse(*at, "a back reference leads to no group", help);
        }
        match self.references.iter().find(|(_, name)| !self.names.contains(name)) {
            Some((at, _)) => refuse(*at, "a back reference leads to no group", "write the alternatives out"),
            None => Ok(()),
        }
    }
}
