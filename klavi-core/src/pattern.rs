//! Matching of compiled patterns, over plain bytes or over the characters of an escaped string.

use crate::program::{Automaton, ClassRun, Matcher, Pattern};

impl Pattern {
    /// Whether the string matches.
    ///
    /// As in JSON Schema the pattern is searched for, unless its anchors say otherwise; `$` is the very end.
    #[must_use]
    #[inline]
    pub fn matches(&self, text: &str) -> bool {
        self.matches_utf8(text.as_bytes())
    }

    /// Whether the string of these bytes, which are UTF-8, matches.
    #[inline]
    pub(crate) fn matches_utf8(&self, bytes: &[u8]) -> bool {
        match self.matcher {
            Matcher::Runs(runs) => runs_match(runs, bytes),
            Matcher::Automaton(automaton) => automaton.accepts(bytes.iter().copied()),
            Matcher::Engine(engine) => core::str::from_utf8(bytes).is_ok_and(engine.is_match),
            Matcher::Format(format) => core::str::from_utf8(bytes).is_ok_and(format.is_match),
        }
    }

    /// Whether every string that begins with these bytes matches, if that is known.
    pub(crate) fn matches_whatever_follows(&self, head: &[u8]) -> bool {
        let Matcher::Automaton(automaton) = self.matcher else { return false };
        automaton.row_behind(head.iter().copied()) == automaton.width * Automaton::DONE
    }

    /// The verdict on all strings whose bytes lie in these ranges, place by place, if it is known to be one.
    pub(crate) fn of_shape(&self, places: &[(u8, u8)]) -> Option<bool> {
        match self.matcher {
            Matcher::Runs(runs) => runs_cover(runs, places).then_some(true),
            Matcher::Automaton(automaton) => automaton.of_shape(places),
            Matcher::Engine(_) | Matcher::Format(_) => None,
        }
    }

    /// The byte of the string behind which nothing can match any more, where that is known.
    pub(crate) fn stops_at(&self, text: &str) -> Option<usize> {
        match self.matcher {
            Matcher::Runs([run]) => text.bytes().position(|byte| !all_in(run.class, &[byte])),
            Matcher::Runs(_) | Matcher::Engine(_) | Matcher::Format(_) => None,
            Matcher::Automaton(automaton) => automaton.dies_at(text.as_bytes()),
        }
    }

    /// Whether the string that these characters make matches.
    pub(crate) fn matches_chars(&self, chars: impl Iterator<Item = char>) -> bool {
        match self.matcher {
            Matcher::Runs(runs) => runs_match_chars(runs, chars),
            Matcher::Automaton(automaton) => automaton.accepts(chars.flat_map(|character| {
                let mut buffer = [0; 4];
                let len = character.encode_utf8(&mut buffer).len();
                buffer.into_iter().take(len)
            })),
            Matcher::Engine(engine) => (engine.is_match)(&chars.collect::<String>()),
            Matcher::Format(format) => (format.is_match)(&chars.collect::<String>()),
        }
    }
}

/// The same as [`runs_match`] over characters. Classes are ASCII, and strings for them short: few need an allocation.
fn runs_match_chars(runs: &[ClassRun], chars: impl Iterator<Item = char>) -> bool {
    let mut short = [0; 256];
    let mut long = Vec::new();
    let mut len = 0;
    for character in chars {
        let Some(byte) = u8::try_from(character).ok().filter(u8::is_ascii) else { return false };
        match short.get_mut(len) {
            Some(slot) => *slot = byte,
            None => long.push(byte),
        }
        len += 1;
    }
    if long.is_empty() { runs_match(runs, &short[..len]) } else { runs_match(runs, &[&short[..], &long].concat()) }
}

#[inline]
fn runs_match(runs: &[ClassRun], bytes: &[u8]) -> bool {
    if let [run] = runs {
        return (run.min as usize..=run.max as usize).contains(&bytes.len()) && all_in(run.class, bytes);
    }
    let fixed: usize = runs.iter().map(|run| run.min as usize).sum();
    let Some(mut spare) = bytes.len().checked_sub(fixed) else { return false };
    let mut rest = bytes;
    for run in runs {
        let extra = spare.min((run.max - run.min) as usize);
        spare -= extra;
        let Some((part, after)) = rest.split_at_checked(run.min as usize + extra) else { return false };
        if !all_in(run.class, part) {
            return false;
        }
        rest = after;
    }
    spare == 0
}

/// Whether runs match all strings whose bytes lie in these ranges.
fn runs_cover(runs: &[ClassRun], places: &[(u8, u8)]) -> bool {
    let fixed: usize = runs.iter().map(|run| run.min as usize).sum();
    let Some(mut spare) = places.len().checked_sub(fixed) else { return false };
    let mut places = places.iter();
    let is_in =
        |class: &[(u8, u8)], place: &(u8, u8)| class.iter().any(|range| range.0 <= place.0 && place.1 <= range.1);
    let covers = runs.iter().all(|run| {
        let extra = spare.min((run.max - run.min) as usize);
        spare -= extra;
        places.by_ref().take(run.min as usize + extra).all(|place| is_in(run.class, place))
    });
    covers && spare == 0
}

#[inline]
fn all_in(class: &[(u8, u8)], bytes: &[u8]) -> bool {
    let within = |byte: u8, (first, last): (u8, u8)| byte.wrapping_sub(first) <= last.wrapping_sub(first);
    match *class {
        // Without a way out the loop becomes vector instructions.
        [range] => bytes.iter().fold(true, |all, &byte| all & within(byte, range)),
        _ => bytes.iter().all(|&byte| class.iter().any(|&range| within(byte, range))),
    }
}

impl Automaton {
    /// The state that rejects whatever follows.
    pub const DEAD: u16 = 0;
    /// The state that accepts whatever follows.
    pub const DONE: u16 = 1;

    /// The first byte that leads to [`Self::DEAD`].
    fn dies_at(&self, bytes: &[u8]) -> Option<usize> {
        let mut row = self.start;
        bytes.iter().position(|&byte| {
            row = self.next[usize::from(row) + usize::from(self.classes[usize::from(byte)])];
            row == self.width * Self::DEAD
        })
    }

    /// The verdict on all strings whose bytes lie in these ranges, if it is one.
    fn of_shape(&self, places: &[(u8, u8)]) -> Option<bool> {
        let mut rows = vec![self.start];
        let mut classes = Vec::new();
        for (index, place) in places.iter().enumerate() {
            // Most places are like the one before.
            if index == 0 || *place != places[index - 1] {
                classes = self.classes[usize::from(place.0)..=usize::from(place.1)].to_vec();
                classes.sort_unstable();
                classes.dedup();
            }
            let mut behind = Vec::new();
            for class in &classes {
                for &row in &rows {
                    // The first two states are never left.
                    let is_final = row <= self.width * Self::DONE;
                    let row = if is_final { row } else { self.next[usize::from(row) + usize::from(*class)] };
                    if !behind.contains(&row) {
                        behind.push(row);
                    }
                }
            }
            rows = behind;
        }
        let accepted = rows.iter().filter(|&&row| self.ends_at(row)).count();
        (accepted == 0 || accepted == rows.len()).then_some(accepted > 0)
    }

    /// Whether a string may end in the state of this row.
    fn ends_at(&self, row: u16) -> bool {
        let state = row / self.width;
        self.accepts[usize::from(state / 64)] >> (state % 64) & 1 == 1
    }

    #[inline(never)]
    fn accepts(&self, bytes: impl Iterator<Item = u8>) -> bool {
        self.ends_at(self.row_behind(bytes))
    }

    /// The row of the state behind these bytes.
    #[inline]
    fn row_behind(&self, bytes: impl Iterator<Item = u8>) -> u16 {
        let (mut row, done) = (self.start, self.width * Self::DONE);
        for byte in bytes {
            if row <= done {
                break;
            }
            row = self.next[usize::from(row) + usize::from(self.classes[usize::from(byte)])];
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_run_stops_where_its_class_ends() {
        let runs = &[ClassRun { class: &[(b'0', b'9')], min: 1, max: 4 }];
        let pattern = Pattern { source: "", matcher: Matcher::Runs(runs) };
        let stops = ["1774-9", "-", "12345", "", "1ç"].map(|text| pattern.stops_at(text));
        assert_eq!(stops, [Some(4), Some(0), None, None, Some(1)]);
    }

    #[test]
    fn runs_take_all_bytes_in_order() {
        const DIGITS: &[(u8, u8)] = &[(b'0', b'9')];
        const DOT: &[(u8, u8)] = &[(b'.', b'.')];
        let amount = Pattern {
            source: "^[0-9]{1,16}[.][0-9]{2}$",
            matcher: Matcher::Runs(&[
                ClassRun { class: DIGITS, min: 1, max: 16 },
                ClassRun { class: DOT, min: 1, max: 1 },
                ClassRun { class: DIGITS, min: 2, max: 2 },
            ]),
        };
        for (text, expected) in [
            ("0.00", true),
            ("1234567890123456.99", true),
            ("12345678901234567.99", false),
            (".50", false),
            ("1.0", false),
            ("1.000", false),
            ("1.00\n", false),
            ("\u{661}.00", false),
            ("", false),
        ] {
            assert_eq!(amount.matches(text), expected, "{text}");
            assert_eq!(amount.matches_chars(text.chars()), expected, "{text}");
        }
        let any = Pattern {
            source: "^[0-9]+$",
            matcher: Matcher::Runs(&[ClassRun { class: DIGITS, min: 1, max: u32::MAX }]),
        };
        for len in [0, 1, 255, 256, 257, 1000] {
            let (digits, other) = ("7".repeat(len), "7".repeat(len) + "é");
            assert_eq!((any.matches(&digits), any.matches_chars(digits.chars())), (len > 0, len > 0), "{len}");
            assert_eq!((any.matches(&other), any.matches_chars(other.chars())), (false, false), "{len}");
        }
    }
}
