//! Documents made from other documents: small mistakes of every kind, and the same document in another spelling.

use super::random::Random;
use klavi_core::{Json, Member, Span, Tree};
use std::fmt::Write as _;

/// The words from which a mutated document takes its values: what the schema and its cases speak of.
pub struct Words {
    pub texts: Vec<String>,
    pub names: Vec<String>,
}

impl Words {
    /// The words of these documents, the schema among them.
    pub fn new<'a>(documents: impl IntoIterator<Item = &'a Tree>) -> Self {
        let mut words = Self { texts: Vec::new(), names: Vec::new() };
        documents.into_iter().for_each(|document| words.take(document));
        for list in [&mut words.texts, &mut words.names] {
            list.sort_unstable();
            list.dedup();
        }
        words
    }

    fn take(&mut self, tree: &Tree) {
        self.texts.extend(tree.as_str().map(str::to_owned));
        tree.items().iter().for_each(|item| self.take(item));
        for member in tree.members() {
            self.names.push(member.name.clone());
            self.take(&member.value);
        }
    }
}

pub fn tree(value: Json) -> Tree {
    Tree { span: Span { start: 0, end: 0 }, value }
}

fn member(name: String, value: Tree) -> Member {
    Member { name, name_span: value.span, value }
}

/// How many values a document has, itself among them.
fn count(tree: &Tree) -> usize {
    let items = tree.items().iter().map(count).sum::<usize>();
    1 + items + tree.members().iter().map(|member| count(&member.value)).sum::<usize>()
}

/// The value with this number in document order.
fn nth<'a>(tree: &'a mut Tree, number: &mut usize) -> Option<&'a mut Tree> {
    if *number == 0 {
        return Some(tree);
    }
    *number -= 1;
    match &mut tree.value {
        Json::Array(items) => items.iter_mut().find_map(|item| nth(item, number)),
        Json::Object(members) => members.iter_mut().find_map(|member| nth(&mut member.value, number)),
        _ => None,
    }
}

fn any<'a>(tree: &'a mut Tree, random: &mut Random) -> &'a mut Tree {
    let mut number = random.below(count(tree));
    nth(tree, &mut number).unwrap()
}

/// Puts one to three mistakes into a document.
pub fn mutate(document: &mut Tree, words: &Words, random: &mut Random) {
    for _ in 0..=random.below(3) {
        match random.below(8) {
            0 => {
                let copy = any(document, random).clone();
                *any(document, random) = copy;
            }
            1 => shuffle(document, random),
            2..=4 => change_members(any(document, random), words, random),
            _ => change_value(any(document, random), words, random),
        }
    }
}

fn change_members(tree: &mut Tree, words: &Words, random: &mut Random) {
    let Json::Object(members) = &mut tree.value else { return change_value(tree, words, random) };
    let index = random.below(members.len());
    let known = words.names[random.below(words.names.len())].clone();
    match random.below(6) {
        _ if members.is_empty() => members.push(member(known, value(words, random))),
        0 | 1 => drop(members.remove(index)),
        2 => {
            let mut copy = members[index].clone();
            if random.one_in(2) {
                copy.value = value(words, random);
            }
            members.insert(random.below(members.len() + 1), copy);
        }
        3 => members[index].name = changed(&members[index].name.clone(), words, random),
        4 => members[index].name = known,
        _ => members.insert(index, member(known, value(words, random))),
    }
}

fn change_value(tree: &mut Tree, words: &Words, random: &mut Random) {
    match &mut tree.value {
        Json::String(text) if !random.one_in(3) => *text = changed(text, words, random),
        Json::Number(number) if !random.one_in(3) => *number = spelling(number, random),
        _ => *tree = value(words, random),
    }
}

const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "1",
    "-1",
    "300",
    "300.0",
    "3e2",
    "3E+2",
    "30000e-2",
    "0.1",
    "0.10",
    "0.100",
    "0.125",
    "10.00",
    "1e2",
    "1e-2",
    "1.5",
    "80.01",
    "100.01",
    "9999999999999999.99",
    "99999999999999999",
    "9007199254740993",
    "18446744073709551616",
    "1e400",
    "-1e400",
    "1e-400",
    "1.00000000000000000001",
];

/// A value of any type.
fn value(words: &Words, random: &mut Random) -> Tree {
    let text = |text: &str| Json::String(text.to_owned());
    tree(match random.below(12) {
        0 | 1 => Json::Null,
        2 => Json::Bool(random.one_in(2)),
        3 => Json::Number(random.pick(NUMBERS).to_owned()),
        4 => Json::Array((0..random.below(3)).map(|_| value(words, random)).collect()),
        5 => {
            let name = |random: &mut Random| words.names[random.below(words.names.len())].clone();
            Json::Object((0..random.below(3)).map(|_| member(name(random), value(words, random))).collect())
        }
        6 => text(""),
        7 => Json::String(of_length(random)),
        8 => text(random.pick(NUMBERS)),
        _ => text(&words.texts[random.below(words.texts.len())]),
    })
}

/// Lengths around the bounds that the schemas know.
const LENGTHS: &[usize] =
    &[1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 14, 15, 19, 20, 21, 29, 36, 76, 77, 78, 140, 141, 512, 513];

fn of_length(random: &mut Random) -> String {
    let letter = random.pick(&["0", "7", "a", "Z", "é", "\u{1f600}", " "]);
    letter.repeat(LENGTHS[random.below(LENGTHS.len())])
}

/// Characters that look like others, end lines, need escapes, or take several bytes.
const CHARACTERS: &[&str] = &[
    "\n",
    "\r",
    "\r\n",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\0",
    "\t",
    "\"",
    "\\",
    "/",
    " ",
    "\u{a0}",
    "\u{7f}",
    ".",
    ",",
    "-",
    "+",
    "@",
    "0",
    "9",
    "a",
    "Z",
    "٣",
    "３",
    "²",
    "é",
    "K",
    "ſ",
    "\u{1f600}",
    "\u{301}",
    "\u{feff}",
    "\u{fffd}",
];

/// A text near another.
fn changed(text: &str, words: &Words, random: &mut Random) -> String {
    let characters: Vec<char> = text.chars().collect();
    let at = random.below(characters.len() + 1);
    let (before, after) = characters.split_at(at);
    let (before, after): (String, String) = (before.iter().collect(), after.iter().collect());
    let character = random.pick(CHARACTERS);
    match random.below(10) {
        0 => text.to_uppercase(),
        1 => text.to_lowercase(),
        2 => format!("{before}{character}{after}"),
        3 => format!("{before}{character}{}", after.chars().skip(1).collect::<String>()),
        4 => before + after.chars().skip(1).collect::<String>().as_str(),
        5 => format!("{text}{character}"),
        6 => format!("{character}{text}"),
        7 => text.replace(|digit: char| digit.is_ascii_digit(), random.pick(&["٣", "３", "0", "9"])),
        8 => format!("{text}{text}"),
        _ => words.texts[random.below(words.texts.len())].clone(),
    }
}

fn spelling(number: &str, random: &mut Random) -> String {
    match random.below(5) {
        0 => format!("{number}e0"),
        1 if !number.contains(['.', 'e', 'E']) => format!("{number}.0"),
        2 if !number.starts_with('-') => format!("-{number}"),
        3 if !number.contains(['.', 'e', 'E']) => format!("{number}.{}", random.below(1000)),
        _ => random.pick(NUMBERS).to_owned(),
    }
}

/// Puts the members of all objects into another order.
pub fn shuffle(tree: &mut Tree, random: &mut Random) {
    match &mut tree.value {
        Json::Array(items) => items.iter_mut().for_each(|item| shuffle(item, random)),
        Json::Object(members) => {
            random.shuffle(members);
            for member in members {
                shuffle(&mut member.value, random);
            }
        }
        _ => {}
    }
}

/// Writes a document with white space and escapes wherever they may stand.
pub fn spelled(document: &Tree, random: &mut Random) -> String {
    let mut text = String::new();
    let style = [1, 2, 8, usize::MAX];
    let mut writer =
        Writer { escapes: style[random.below(4)], blanks: style[random.below(4)], random, text: &mut text };
    writer.value(document);
    text
}

struct Writer<'a> {
    /// One in so many characters is escaped.
    escapes: usize,
    /// White space stands in one of so many places.
    blanks: usize,
    random: &'a mut Random,
    text: &'a mut String,
}

impl Writer<'_> {
    fn blank(&mut self) {
        if self.random.one_in(self.blanks) {
            self.text.push_str(self.random.pick(&[" ", "\n", "\r\n", "\t", "  "]));
        }
    }

    fn value(&mut self, tree: &Tree) {
        self.blank();
        match &tree.value {
            Json::String(text) => self.string(text),
            Json::Array(items) => {
                self.text.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.text.push_str(if index > 0 { "," } else { "" });
                    self.value(item);
                }
                self.text.push(']');
            }
            Json::Object(members) => {
                self.text.push('{');
                for (index, member) in members.iter().enumerate() {
                    self.text.push_str(if index > 0 { "," } else { "" });
                    self.blank();
                    self.string(&member.name);
                    self.blank();
                    self.text.push(':');
                    self.value(&member.value);
                }
                self.text.push('}');
            }
            scalar => {
                let _ = write!(self.text, "{}", self::tree(scalar.clone()));
            }
        }
        self.blank();
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            let short = match character {
                '"' => Some("\\\""),
                '\\' => Some("\\\\"),
                '/' => Some("\\/"),
                '\n' => Some("\\n"),
                '\t' => Some("\\t"),
                '\r' => Some("\\r"),
                _ => None,
            };
            let escape = self.random.one_in(self.escapes);
            match short {
                Some(short) if self.random.one_in(2) && (escape || character != '/') => self.text.push_str(short),
                _ if escape || character < ' ' || matches!(character, '"' | '\\') => self.units(character),
                _ => self.text.push(character),
            }
        }
        self.text.push('"');
    }

    fn units(&mut self, character: char) {
        for unit in character.encode_utf16(&mut [0; 2]) {
            let _ = if self.random.one_in(2) {
                write!(self.text, "\\u{unit:04x}")
            } else {
                write!(self.text, "\\u{unit:04X}")
            };
        }
    }
}

/// Bytes that matter to the grammar of JSON and of UTF-8.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"0",
    b"-",
    b".",
    b"e",
    b"\0",
    b"\n",
    b" ",
    b"\xff",
    b"\xc3",
    b"\x80",
    b"\xed\xa0\x80",
    b"\xf0\x9f\x98\x80",
    b"\xef\xbb\xbf",
    b"\\ud800",
    b"\\udc00",
    b"\\ud83d\\ude00",
    b"\\u00",
    b"\\x",
    b"null",
    b"tru",
    b"NaN",
    b"[[[[[[[[",
    b"{\"a\":",
    b"//",
    b"01",
    b"1.",
    b"\x1f",
];

/// Breaks the text itself.
pub fn broken(text: &str, random: &mut Random) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=random.below(2) {
        let at = random.below(bytes.len());
        let piece = PIECES[random.below(PIECES.len())];
        match random.below(5) {
            _ if bytes.is_empty() => bytes.extend(piece),
            0 => bytes.truncate(at),
            1 => bytes[at] ^= 1 << random.below(8),
            2 => drop(bytes.remove(at)),
            3 => drop(bytes.splice(at..at, piece.iter().copied())),
            _ => drop(bytes.splice(at..=at, piece.iter().copied())),
        }
    }
    bytes
}
