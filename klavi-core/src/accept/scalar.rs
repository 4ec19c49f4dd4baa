//! Numbers and words.

use crate::program::Types;

/// The types and the end of the number or word that starts here.
#[inline(never)]
pub(super) fn scalar(document: &[u8], at: usize) -> Option<(Types, usize)> {
    let rest = document.get(at..)?;
    let (types, len) = match rest.first()? {
        b'n' => (Types::NULL, word(rest, b"null")?),
        b't' => (Types::BOOLEAN, word(rest, b"true")?),
        b'f' => (Types::BOOLEAN, word(rest, b"false")?),
        _ => number(rest)?,
    };
    Some((types, at + len))
}

fn word(rest: &[u8], word: &[u8]) -> Option<usize> {
    rest.starts_with(word).then_some(word.len())
}

/// The types of a number and its length. Only one of digits alone is told to be an integer.
fn number(rest: &[u8]) -> Option<(Types, usize)> {
    let digits =
        |from: usize| rest.get(from..).map_or(0, |rest| rest.iter().take_while(|byte| byte.is_ascii_digit()).count());
    let start = usize::from(rest.first() == Some(&b'-'));
    let whole = digits(start);
    if whole == 0 || (whole > 1 && rest.get(start) == Some(&b'0')) {
        return None;
    }
    let mut at = start + whole;
    let mut types = Types::NUMBER.and(Types::INTEGER);
    if rest.get(at) == Some(&b'.') {
        let decimals = digits(at + 1);
        if decimals == 0 {
            return None;
        }
        at += 1 + decimals;
        types = Types::NUMBER;
    }
    if let Some(b'e' | b'E') = rest.get(at) {
        let sign = usize::from(matches!(rest.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits(at + 1 + sign);
        if exponent == 0 {
            return None;
        }
        at += 1 + sign + exponent;
        types = Types::NUMBER;
    }
    Some((types, at))
}
