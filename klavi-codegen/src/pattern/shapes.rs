//! The short strings that a pattern matches, as a range of ASCII characters for each place.
//!
//! They need not be all: what has none of the shapes is judged by the pattern itself.

use klavi_core::program::Shape;
use regex_syntax::hir::{Class, Hir, HirKind, Look, Repetition};

/// A pattern of more shapes than this is not worth a glance.
const MOST: usize = 64;

/// Shapes of strings that the pattern matches.
pub(super) fn shapes(translated: &str) -> Vec<Shape> {
    let parts = regex_syntax::parse(translated).ok().and_then(|hir| parts(&hir)).unwrap_or_default();
    let text =
        |bound: fn(&(u8, u8)) -> u8, part: &Part| part.places.iter().map(bound).map(char::from).collect::<String>();
    let shape = |part: &Part| Shape::between(&text(|place| place.0, part), &text(|place| place.1, part));
    parts.iter().filter_map(shape).collect()
}

/// Some strings of one length, and whether they must stand at an end of the whole string.
#[derive(Clone, Default, PartialEq)]
struct Part {
    places: Vec<(u8, u8)>,
    starts: bool,
    ends: bool,
}

impl Part {
    fn then(&self, next: &Self) -> Option<Self> {
        let fits = (self.places.is_empty() || !next.starts) && (next.places.is_empty() || !self.ends);
        let places = [&self.places[..], &next.places].concat();
        let part = Self { places, starts: self.starts || next.starts, ends: self.ends || next.ends };
        (fits && part.places.len() <= Shape::LONGEST).then_some(part)
    }
}

/// What an expression matches, unless that is too much or knows no shape.
fn parts(hir: &Hir) -> Option<Vec<Part>> {
    let parts = match hir.kind() {
        HirKind::Empty => vec![Part::default()],
        HirKind::Look(Look::Start) => vec![Part { starts: true, ..Part::default() }],
        HirKind::Look(Look::End) => vec![Part { ends: true, ..Part::default() }],
        HirKind::Look(_) => return None,
        HirKind::Literal(literal) => {
            let places = literal.0.iter().map(|&byte| (byte, byte)).collect();
            vec![Part { places, ..Part::default() }]
        }
        HirKind::Class(class) => {
            let place = |place| Part { places: vec![place], ..Part::default() };
            ranges(class).into_iter().map(place).collect()
        }
        HirKind::Capture(capture) => parts(&capture.sub)?,
        HirKind::Repetition(repetition) => repeated(repetition)?,
        HirKind::Concat(all) => {
            all.iter().try_fold(vec![Part::default()], |done, next| followed(&done, &parts(next)?))?
        }
        HirKind::Alternation(all) => all.iter().filter_map(parts).flatten().collect(),
    };
    (parts.len() <= MOST).then_some(parts)
}

fn followed(first: &[Part], second: &[Part]) -> Option<Vec<Part>> {
    let pairs = first.iter().flat_map(|first| second.iter().filter_map(|second| first.then(second)));
    let parts: Vec<Part> = pairs.take(MOST + 1).collect();
    (parts.len() <= MOST).then_some(parts)
}

/// A class with several ranges is repeated range by range: the mixtures are left to the pattern.
fn repeated(repetition: &Repetition) -> Option<Vec<Part>> {
    let longest = u32::try_from(Shape::LONGEST).ok()?;
    let mut found = Vec::new();
    for part in parts(&repetition.sub)? {
        let mut times = Part::default();
        for count in 0..=repetition.max.unwrap_or(longest).min(longest) {
            if count >= repetition.min && !found.contains(&times) {
                found.push(times.clone());
            }
            let Some(longer) = times.then(&part) else { break };
            times = longer;
        }
    }
    (found.len() <= MOST).then_some(found)
}

fn ranges(class: &Class) -> Vec<(u8, u8)> {
    let all: Vec<(u32, u32)> = match class {
        Class::Unicode(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
        Class::Bytes(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
    };
    all.into_iter().filter_map(|(low, high)| Some((u8::try_from(low).ok()?, u8::try_from(high).ok()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(translated: &str) -> Vec<String> {
        shapes(translated).iter().map(Shape::ends).map(|(low, high)| format!("{low}..{high}")).collect()
    }

    #[test]
    fn each_length_and_each_choice_is_a_shape() {
        assert_eq!(shown("^[0-9]{2,4}$"), ["00..99", "000..999", "0000..9999"]);
        assert_eq!(shown("^(1[0-2]|0?[1-9])-(a|b)$"), ["10-a..12-b", "1-a..9-b", "01-a..09-b"]);
        assert_eq!(shown("^[0-9A-F]{2}$"), ["00..99", "AA..FF"]);
        assert_eq!(shown("(?:^[0-9]{2}$)|(?:^[+][0-9]$)|(?:^[^@]+@x$)"), ["00..99", "+0..+9"]);
    }

    #[test]
    fn a_shape_holds_nothing_that_the_pattern_refuses() {
        let pattern = "^[0-9]{4}-(1[0-2]|0?[1-9])-(3[01]|[12][0-9]|0?[1-9])$";
        let shapes: Vec<_> = shapes(pattern).iter().map(Shape::ends).collect();
        let is_within = |text: &str, low: &str, high: &str| {
            let mut places = low.bytes().zip(high.bytes()).zip(text.bytes());
            low.len() == text.len() && places.all(|((low, high), byte)| (low..=high).contains(&byte))
        };
        let pattern = regex::Regex::new(pattern).unwrap();
        for (month, day) in (0..100).flat_map(|month| (0..100).map(move |day| (month, day))) {
            for text in [format!("2026-{month:02}-{day:02}"), format!("2026-{month}-{day}")] {
                let found = shapes.iter().any(|(low, high)| is_within(&text, low, high));
                assert_eq!(found, pattern.is_match(&text), "{text}");
            }
        }
    }

    #[test]
    fn only_whole_texts_of_plain_characters_have_a_shape() {
        assert_eq!(shown("ab"), ["ab..ab"]);
        for none in [
            "^a^b$",
            "a$b",
            r"a\b",
            "^\u{e9}$",
            "^[!-~]$",
            r"^\\$",
            "^\"$",
            "^\n$",
            "^a{31}$",
            "^[0-9]{0,9}[a-z]{0,9}$",
        ] {
            assert_eq!(shown(none), [""; 0], "{none}");
        }
    }
}
