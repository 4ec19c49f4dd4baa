//! Faults of the JSON text itself, which no document tree can have.

use klavi_core::Code;

/// What is done to the bytes of a payload.
pub(super) type Slip = fn(&mut Vec<u8>);

/// The codes of the JSON text, each with what brings it about.
pub(super) static SLIPS: [(Code, Slip); 6] = [
    (Code::InvalidJson, |text| {
        text.pop();
    }),
    (Code::TrailingText, |text| text.push(b'}')),
    (Code::ByteOrderMark, |text| insert(text, 0, b"\xef\xbb\xbf")),
    (Code::InvalidUtf8, |text| insert_into_text(text, b"\xff")),
    (Code::LoneSurrogate, |text| insert_into_text(text, br"\ud83d")),
    (Code::DuplicateKey, |text| {
        let Some((start, end)) = first_member(text) else { return };
        let member = [b",", &text[start..end]].concat();
        insert(text, end, &member);
    }),
];

fn insert(text: &mut Vec<u8>, at: usize, more: &[u8]) {
    text.splice(at..at, more.iter().copied());
}

/// Puts bytes before the last character of the first member's text.
fn insert_into_text(text: &mut Vec<u8>, more: &[u8]) {
    if let Some((_, end)) = first_member(text) {
        insert(text, end - 1, more);
    }
}

/// The first member that is a text without escapes, from its name to its end.
fn first_member(text: &[u8]) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let mark = from + text.get(from..)?.windows(3).position(|bytes| bytes == b"\":\"")?;
        let start = text[..mark].iter().rposition(|byte| *byte == b'"')?;
        let end = mark + 3 + text[mark + 3..].iter().position(|byte| *byte == b'"')? + 1;
        if !text[mark..end].contains(&b'\\') {
            return Some((start, end));
        }
        from = end;
    }
}
