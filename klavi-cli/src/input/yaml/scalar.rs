//! What a scalar means by the core schema of YAML 1.2, in the words of JSON.

use crate::input::yaml::errors::Trouble;
use granit_parser::{ScalarStyle, Tag};
use std::borrow::Cow;

/// A scalar in JSON.
#[derive(Debug, PartialEq, Eq)]
pub enum Meaning {
    Text,
    /// A number, `true`, `false` or `null`, as JSON writes it.
    Word(Cow<'static, str>),
    /// JSON cannot say it, or the tag does not fit.
    Fault(Trouble),
}

/// What tags may ask of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tagged<'a> {
    /// Nothing: the form of the node decides.
    No,
    /// `!`: a text, whatever it looks like.
    Plainly,
    /// A type of the core schema.
    Core(&'a str),
    Unknown,
}

/// Reads a tag.
pub fn tagged(tag: Option<&Tag>) -> Tagged<'_> {
    match tag {
        None => Tagged::No,
        Some(tag) if tag.parts() == ("", "!") => Tagged::Plainly,
        Some(tag) => tag.core_suffix().map_or(Tagged::Unknown, Tagged::Core),
    }
}

/// Reads a scalar; an absent one is empty.
pub fn meaning(text: &str, style: ScalarStyle, tag: Tagged<'_>) -> Meaning {
    match tag {
        Tagged::No if style == ScalarStyle::Plain => plain(text),
        Tagged::No | Tagged::Plainly | Tagged::Core("str") => Meaning::Text,
        Tagged::Core(kind) => match (kind, plain(text)) {
            ("null", Meaning::Word(word)) if word == "null" => Meaning::Word(word),
            ("bool", Meaning::Word(word)) if matches!(&word[..], "true" | "false") => Meaning::Word(word),
            ("int", Meaning::Word(word)) if is_number(&word) && !word.contains(['.', 'e', 'E']) => Meaning::Word(word),
            ("float", Meaning::Word(word)) if is_number(&word) => Meaning::Word(word),
            ("int" | "float", Meaning::Fault(fault)) => Meaning::Fault(fault),
            _ => Meaning::Fault(Trouble::Tagged),
        },
        Tagged::Unknown => Meaning::Fault(Trouble::Tag),
    }
}

/// Whether a tag fits an object or an array; the fault if it does not.
pub fn collection(tag: Tagged<'_>, kind: &str) -> Option<Trouble> {
    match tag {
        Tagged::No | Tagged::Plainly => None,
        Tagged::Core(core) => (core != kind).then_some(Trouble::Tagged),
        Tagged::Unknown => Some(Trouble::Tag),
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first == '-' || first.is_ascii_digit())
}

fn plain(text: &str) -> Meaning {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Meaning::Word("null".into()),
        "true" | "True" | "TRUE" => Meaning::Word("true".into()),
        "false" | "False" | "FALSE" => Meaning::Word("false".into()),
        ".nan" | ".NaN" | ".NAN" => Meaning::Fault(Trouble::Number),
        _ => number(text),
    }
}

/// A number keeps its digits; only what JSON does not allow is mended: a plus, leading zeros, a bare dot, another base.
fn number(text: &str) -> Meaning {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            let is_meant = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
            let number = u128::from_str_radix(digits, radix);
            return match (is_meant, number) {
                (false, _) => Meaning::Text,
                (true, Ok(number)) => Meaning::Word(number.to_string().into()),
                (true, Err(_)) => Meaning::Fault(Trouble::Number),
            };
        }
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return Meaning::Fault(Trouble::Number);
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    decimal(unsigned).map_or(Meaning::Text, |number| Meaning::Word(format!("{sign}{number}").into()))
}

fn decimal(text: &str) -> Option<String> {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if mantissa.len() <= usize::from(mantissa.contains('.')) || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    if let Some(power) = exponent.get(1..) {
        let power = power.strip_prefix(['-', '+']).unwrap_or(power);
        if power.is_empty() || !is_digits(power) {
            return None;
        }
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let dot = if fraction.is_empty() { "" } else { "." };
    Some(format!("{whole}{dot}{fraction}{exponent}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_scalars_mean_what_the_core_schema_says() {
        let word = |word: &'static str| Meaning::Word(word.into());
        for (text, meant) in [
            ("", word("null")),
            ("~", word("null")),
            ("Null", word("null")),
            ("nUll", Meaning::Text),
            ("TRUE", word("true")),
            ("yes", Meaning::Text),
            ("off", Meaning::Text),
            ("1333.00", word("1333.00")),
            ("-0", word("-0")),
            ("+12", word("12")),
            ("007", word("7")),
            ("07610927767", word("7610927767")),
            ("-0.50", word("-0.50")),
            (".5", word("0.5")),
            ("5.", word("5")),
            ("1e3", word("1e3")),
            ("1.E+05", word("1E+05")),
            ("12345678901234567890.12", word("12345678901234567890.12")),
            ("0x1F", word("31")),
            ("0o17", word("15")),
            ("0xg", Meaning::Text),
            ("0x", Meaning::Text),
            ("-0x1F", Meaning::Text),
            ("0x+1", Meaning::Text),
            (".inf", Meaning::Fault(Trouble::Number)),
            ("-.INF", Meaning::Fault(Trouble::Number)),
            (".nan", Meaning::Fault(Trouble::Number)),
            ("0x100000000000000000000000000000000", Meaning::Fault(Trouble::Number)),
            (".", Meaning::Text),
            ("-", Meaning::Text),
            ("1.2.3", Meaning::Text),
            ("1e", Meaning::Text),
            ("e5", Meaning::Text),
            (".e5", Meaning::Text),
            ("1_000", Meaning::Text),
            ("12:30:45", Meaning::Text),
            ("2025-07-01", Meaning::Text),
            ("+-1", Meaning::Text),
            ("1 2", Meaning::Text),
        ] {
            assert_eq!(plain(text), meant, "{text}");
        }
    }

    #[test]
    fn tags_ask_for_a_type() {
        let of = |text, tag| meaning(text, ScalarStyle::DoubleQuoted, Tagged::Core(tag));
        assert_eq!(of("1", "str"), Meaning::Text);
        assert_eq!(of("01", "int"), Meaning::Word("1".into()));
        assert_eq!(of("1.5", "int"), Meaning::Fault(Trouble::Tagged));
        assert_eq!(of("1", "float"), Meaning::Word("1".into()));
        assert_eq!(of(".inf", "float"), Meaning::Fault(Trouble::Number));
        assert_eq!(of("", "null"), Meaning::Word("null".into()));
        assert_eq!(of("1", "null"), Meaning::Fault(Trouble::Tagged));
        assert_eq!(of("True", "bool"), Meaning::Word("true".into()));
        assert_eq!(of("1", "map"), Meaning::Fault(Trouble::Tagged));
        assert_eq!(meaning("1", ScalarStyle::Plain, Tagged::Plainly), Meaning::Text);
        assert_eq!(meaning("1", ScalarStyle::Plain, Tagged::Unknown), Meaning::Fault(Trouble::Tag));
        assert_eq!(meaning("1", ScalarStyle::SingleQuoted, Tagged::No), Meaning::Text);
    }
}
