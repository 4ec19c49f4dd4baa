//! ECMA-262 regular expressions in the syntax of the `regex` crate, with ECMA's meaning.

use std::iter::Peekable;
use std::str::Chars;

const SPACE: &str = r"\t\n\x0B\f\r \u{A0}\u{FEFF}\p{Zs}\u{2028}\u{2029}";

/// Translates a pattern, or says what in it has no portable meaning.
pub(super) fn translate(source: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut chars = source.chars().peekable();
    while let Some(letter) = chars.next() {
        match letter {
            '\\' => escape(&mut chars, &mut out, false)?,
            '[' => class(&mut chars, &mut out)?,
            '.' => out.push_str(r"[^\n\r\u{2028}\u{2029}]"),
            '(' => group(&mut chars, &mut out)?,
            // The `regex` crate would read `{0,n}`.
            '{' if chars.peek() == Some(&',') => return Err("a repetition needs its least number: `{0,`".to_owned()),
            other => out.push(other),
        }
    }
    Ok(out)
}

fn group(chars: &mut Peekable<Chars<'_>>, out: &mut String) -> Result<(), String> {
    out.push('(');
    if chars.peek() != Some(&'?') {
        return Ok(());
    }
    let ahead: String = chars.clone().take(3).collect();
    if ["?=", "?!", "?<=", "?<!"].iter().any(|look| ahead.starts_with(look)) {
        return Err(
            "look-ahead and look-behind do not exist in Go, RE2 and Rust; say it with `not` or `allOf`".to_owned()
        );
    }
    if !ahead.starts_with("?:") && !ahead.starts_with("?<") {
        return Err("`(?` must be followed by `:` or by `<` and a name".to_owned());
    }
    Ok(())
}

fn class(chars: &mut Peekable<Chars<'_>>, out: &mut String) -> Result<(), String> {
    let negated = chars.next_if_eq(&'^').is_some();
    if chars.next_if_eq(&']').is_some() {
        out.push_str(if negated { r"[\s\S]" } else { r"[^\s\S]" });
        return Ok(());
    }
    out.push_str(if negated { "[^" } else { "[" });
    loop {
        match chars.next() {
            None => return Err("a class is not closed with `]`".to_owned()),
            Some(']') => break,
            Some('\\') => escape(chars, out, true)?,
            // A difference of classes in the `regex` crate, the end of a range in others.
            Some('-') if chars.peek() == Some(&'-') => {
                return Err("write a hyphen beside a hyphen in a class as `\\-`".to_owned());
            }
            // These would nest classes or combine them in the `regex` crate.
            Some(letter @ ('[' | '&' | '~')) => {
                out.push('\\');
                out.push(letter);
            }
            Some(letter) => out.push(letter),
        }
    }
    out.push(']');
    Ok(())
}

fn escape(chars: &mut Peekable<Chars<'_>>, out: &mut String, in_class: bool) -> Result<(), String> {
    let Some(letter) = chars.next() else { return Err("the pattern ends with a backslash".to_owned()) };
    let set = |members: &str| if in_class { members.to_owned() } else { format!("[{members}]") };
    let translated = match letter {
        'd' => set("0-9"),
        'w' => set("A-Za-z0-9_"),
        's' => set(SPACE),
        'D' => "[^0-9]".to_owned(),
        'W' => "[^A-Za-z0-9_]".to_owned(),
        'S' => format!("[^{SPACE}]"),
        'b' if in_class => r"\x08".to_owned(),
        'b' | 'B' => format!(r"(?-u:\{letter})"),
        'u' => format!(r"\u{{{:X}}}", unicode(chars)?),
        'x' => format!(r"\u{{{:X}}}", hex(chars, 2)?),
        'c' => match chars.next() {
            Some(control) if control.is_ascii_alphabetic() => format!(r"\x{:02X}", u32::from(control) % 32),
            _ => return Err("`\\c` must be followed by a letter".to_owned()),
        },
        '0' => r"\x00".to_owned(),
        '1'..='9' | 'k' => return Err("back references do not exist in Go, RE2 and Rust".to_owned()),
        'p' | 'P' | 't' | 'n' | 'v' | 'f' | 'r' => format!(r"\{letter}"),
        other if other.is_ascii_alphanumeric() => return Err(format!("`\\{other}` is no escape of ECMA-262")),
        '/' => "/".to_owned(),
        other => format!(r"\{other}"),
    };
    out.push_str(&translated);
    Ok(())
}

fn unicode(chars: &mut Peekable<Chars<'_>>) -> Result<u32, String> {
    if chars.next_if_eq(&'{').is_some() {
        let digits: String = chars.by_ref().take_while(|&digit| digit != '}').collect();
        return u32::from_str_radix(&digits, 16).map_err(|_| "`\\u{…}` needs hexadecimal digits".to_owned());
    }
    let first = hex(chars, 4)?;
    if !(0xd800..0xdc00).contains(&first) {
        return Ok(first);
    }
    let escape: String = chars.by_ref().take(2).collect();
    let second = if escape == r"\u" { hex(chars, 4)? } else { 0 };
    if (0xdc00..0xe000).contains(&second) {
        Ok(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))
    } else {
        Err("half of a surrogate pair".to_owned())
    }
}

fn hex(chars: &mut Peekable<Chars<'_>>, count: usize) -> Result<u32, String> {
    let digits: String = chars.by_ref().take(count).collect();
    let well_formed = digits.len() == count && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let value = u32::from_str_radix(&digits, 16).ok().filter(|_| well_formed);
    value.ok_or_else(|| format!("an escape needs {count} hexadecimal digits"))
}
