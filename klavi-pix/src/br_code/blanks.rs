//! Blanks that were put into a code or lost from it after it was issued, as its checksum tells.

use super::path;
use super::tlv::Elements;
use super::{BrCodeProblem, crc};

/// How many inserted blanks are looked for: a code that was broken into lines has one for each break.
const MOST: usize = 12;

/// The first of the blanks without which the code is whole and its checksum right.
pub(super) fn inserted(code: &str) -> Option<usize> {
    // Nothing was put into a code whose checksum is still right.
    if crc::holds(code.bytes()) {
        return None;
    }
    let (mut text, mut first) = (code.to_owned(), None);
    for _ in 0..MOST {
        // Always the one without which the least is left unread, or the checksum is right.
        let blanks = text.match_indices(' ').map(|(at, _)| at);
        let texts = blanks.map(|at| without(&text, at));
        let (left, at, better) = texts.min_by_key(|(left, _, text)| (*left, !crc::holds(text.bytes())))?;
        if left >= unread(&text) {
            return None;
        }
        first = first.or(Some(at));
        text = better;
        if crc::holds(text.bytes()) && Elements::of_code(&text).problem().is_none() {
            return first;
        }
    }
    None
}

/// How much is unread of a text without one of its blanks, that blank, and the text.
fn without(text: &str, at: usize) -> (usize, usize, String) {
    let shorter = [&text[..at], &text[at + 1..]].concat();
    (unread(&shorter), at, shorter)
}

/// How many bytes are left where a code stops to make sense.
fn unread(code: &str) -> usize {
    match path::stop(code, Elements::of_code(code).unit()) {
        BrCodeProblem::NoElement { at } | BrCodeProblem::Cut { at, .. } => code.len().saturating_sub(at),
        _ => 0,
    }
}

/// Whether the checksum is right with so many blanks put back at one place of a value.
pub(super) fn were_lost(code: &str, value_at: usize, value: &str, count: usize) -> bool {
    let places = value.char_indices().map(|(at, _)| at).chain([value.len()]);
    places.map(|at| value_at + at).any(|at| {
        let (before, after) = code.split_at(at);
        crc::holds(before.bytes().chain(core::iter::repeat_n(b' ', count)).chain(after.bytes()))
    })
}
