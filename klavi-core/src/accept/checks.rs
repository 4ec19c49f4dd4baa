//! The checks of strings, on bytes as they stand in the document.

use crate::Code;
use crate::program::{StringCheck, StringRules};

/// Whether a text that begins so is worth no warning, whatever follows.
pub(super) fn is_silent_from(rules: &StringRules, head: &[u8]) -> bool {
    let mut advice = rules.checks.iter().filter(|check| check.advice);
    rules.format.is_none()
        && rules.time.is_none()
        && rules.known.is_empty()
        && advice.all(|check| check.code != Code::Not && check.pattern.matches_whatever_follows(head))
}

pub(super) fn passes(check: &StringCheck, text: &[u8]) -> bool {
    check.pattern.matches_utf8(text) != (check.code == Code::Not)
}

/// How many characters there are in UTF-8.
pub(super) fn characters(text: &[u8]) -> usize {
    text.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}
