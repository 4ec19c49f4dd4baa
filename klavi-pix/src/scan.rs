//! The few ways of looking at a text that several formats share.

/// Characters of ASCII, for questions that are asked of many bytes.
pub(super) struct Set(pub(super) [bool; 256]);

impl Set {
    pub(super) fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }
}

/// The characters of ASCII that a pattern has.
macro_rules! set {
    ($ascii:pat) => {{
        let mut set = [false; 256];
        let mut byte: u8 = 0;
        while byte < 128 {
            set[byte as usize] = matches!(byte, $ascii);
            byte += 1;
        }
        $crate::scan::Set(set)
    }};
}
pub(super) use set;

pub(super) static DIGITS: Set = set!(b'0'..=b'9');
pub(super) static LETTERS_AND_DIGITS: Set = set!(b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z');
pub(super) static GRAPHIC: Set = set!(b'!'..=b'~');

/// Byte position of the first character that is not in the set. Never inside a character, because only ASCII can be.
pub(super) fn first_not(text: &str, set: &Set) -> Option<usize> {
    let bytes = text.as_bytes();
    // Almost all texts have no other, which is told of eight at once, the last ones with some that were looked at before.
    let has_all = |group: &[u8; 8]| group.iter().fold(true, |so_far, &byte| so_far & set.has(byte));
    let is_right = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) if bytes.len() <= 16 => has_all(first) & has_all(last),
        (_, Some(last)) => bytes.as_chunks().0.iter().all(has_all) && has_all(last),
        _ => false,
    };
    if is_right { None } else { bytes.iter().position(|&byte| !set.has(byte)) }
}

/// Whether each byte is a printable character of ASCII, which is told of many at once.
pub(super) fn is_printable(text: &str) -> bool {
    text.bytes().fold(true, |so_far, byte| so_far & matches!(byte, b' '..=b'~'))
}

/// Whether all of some bytes are digits, told without a decision for each.
#[inline]
pub(super) fn are_digits<const N: usize>(bytes: &[u8; N]) -> bool {
    bytes.iter().fold(true, |so_far, byte| so_far & byte.is_ascii_digit())
}

/// Whether the text is made of ASCII digits only. True for an empty text.
pub(super) fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Where a byte of ASCII first stands. Values are short, and `str::find` prepares for long texts.
pub(super) fn find(text: &str, byte: u8) -> Option<usize> {
    text.bytes().position(|other| other == byte)
}

/// What stands before and behind a byte of ASCII, where it first stands.
pub(super) fn split_once(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = find(text, byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// A character that people put into a CPF or CNPJ to make it readable.
pub(super) const fn is_document_mask(byte: u8) -> bool {
    matches!(byte, b'.' | b'-' | b'/' | b' ')
}

/// A character that people put into a telephone number to make it readable.
pub(super) const fn is_phone_mask(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'-' | b'.' | b' ')
}

/// The `N` bytes that remain without the mask, or nothing when there are more or fewer.
pub(super) fn unmasked<const N: usize>(text: &str, is_mask: impl Fn(u8) -> bool) -> Option<[u8; N]> {
    let mut kept = text.bytes().filter(|byte| !is_mask(*byte));
    let mut bytes = [0; N];
    for slot in &mut bytes {
        *slot = kept.next()?;
    }
    kept.next().is_none().then_some(bytes)
}

/// The two ASCII digits at a byte as a number.
#[inline]
pub(super) fn two_digits_at(bytes: &[u8], at: usize) -> Option<u8> {
    two_digits(*bytes.get(at..)?.first_chunk()?)
}

/// Two ASCII digits as a number.
#[inline]
pub(super) const fn two_digits([tens, ones]: [u8; 2]) -> Option<u8> {
    if tens.is_ascii_digit() && ones.is_ascii_digit() { Some((tens - b'0') * 10 + (ones - b'0')) } else { None }
}

/// Whether the last two bytes are the mod 11 check digits of the ones before them.
///
/// A byte counts as its ASCII code less 48. The weights run from the right, from 2 to `highest` and again from 2, so a
/// zero in front changes nothing: the same test tells whether a number that lost it would be right.
#[inline]
pub(super) fn mod_11_holds(bytes: &[u8], highest: u32) -> bool {
    let [body @ .., first, second] = bytes else { return false };
    let value = |byte: &u8| u32::from(byte.saturating_sub(b'0'));
    // The second digit counts the first one too, so that the rest stands one place further to the left.
    let (mut sum, mut second_sum, mut weight) = (0, 2 * value(first), 2);
    for byte in body.iter().rev() {
        let next = if weight == highest { 2 } else { weight + 1 };
        sum += value(byte) * weight;
        second_sum += value(byte) * next;
        weight = next;
    }
    let digit = |sum: u32| match sum % 11 {
        0 | 1 => u32::from(b'0'),
        rest => u32::from(b'0') + 11 - rest,
    };
    digit(sum) == u32::from(*first) && digit(second_sum) == u32::from(*second)
}
