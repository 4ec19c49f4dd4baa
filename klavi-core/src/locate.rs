//! From offsets to JSON Pointers, as they may be shown.

use crate::finding::Target;
use crate::judges::{Exhibit, Judges};
use crate::mask::Mask;
use crate::program::Program;
use crate::reader::Abort;
use crate::walk::{Path, Step, Visit, walk};
use core::fmt::Write as _;

/// Which member names stand in a pointer as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// All: nothing of them is shown, or the document is a schema or a configuration. Of a name that is longer than any
    /// that somebody writes, the start.
    All,
    /// All but those below a secret; long ones are cut.
    Revealed,
    /// Those that read like fields; the others are masked like values.
    Masked,
}

/// The JSON Pointers (RFC 6901) of these targets, in their order, from the start of the part.
///
/// The document may be malformed: a target behind the place where reading ends gets the pointer of the innermost value
/// that is open there.
#[must_use]
pub fn pointers(part: &Exhibit<'_>, targets: &[Target], names: Names) -> Vec<String> {
    let mut order: Vec<usize> = (0..targets.len()).collect();
    order.sort_by_key(|&index| offset(targets[index]));
    let pointers = vec![String::new(); targets.len()];
    let mut found = Pointing { names, waiting: order, next: 0, until: 0, targets, pointers };
    walk(part, &mut found);
    found.pointers
}

/// The JSON Pointer of a part, as it may be shown: whoever asked for it knows its names, but what stands below a secret is
/// one.
#[must_use]
pub fn shown_path(program: &'static Program, path: &str) -> String {
    let mut shown = String::new();
    let part = Exhibit { program, path, text: b"" };
    Judges::of(&part, |name, mask| push_name(&mut shown, if mask == Mask::Secret { REDACTED } else { name }.chars()));
    shown
}

fn offset(target: Target) -> usize {
    match target {
        Target::Value(at) | Target::Member(at) | Target::Missing(at, _) | Target::Text(at) => at as usize,
    }
}

/// How many characters of a name are shown that no schema knows: it may be as long as the document.
const LONGEST: usize = 40;

/// The bytes of a pointer behind which such names are left out.
const LONGEST_PATH: usize = 1024;

struct Pointing<'a> {
    names: Names,
    waiting: Vec<usize>,
    next: usize,
    /// Where the next one is, or before.
    until: usize,
    targets: &'a [Target],
    pointers: Vec<String>,
}

impl Visit for Pointing<'_> {
    /// Gives the targets that start before this offset the path to the open value.
    fn reach(&mut self, at: usize, path: &mut Path<'_>) -> Result<(), Abort> {
        if at <= self.until {
            return Ok(());
        }
        while let Some(&index) = self.waiting.get(self.next) {
            let target = self.targets[index];
            self.until = offset(target);
            if at <= self.until {
                return Ok(());
            }
            self.pointers[index] = pointer(path, self.names);
            if let Target::Missing(_, name) = target {
                push_name(&mut self.pointers[index], name.chars());
            }
            self.next += 1;
        }
        Err(Abort)
    }
}

/// The JSON Pointer to the value at the end of a path.
fn pointer(path: &mut Path<'_>, names: Names) -> String {
    let reader = path.reader().clone();
    let mut pointer = String::new();
    for (step, mask) in path.steps() {
        match (step, names, mask) {
            (Step::Item(index), ..) => {
                let _ = write!(pointer, "/{index}");
            }
            (Step::Name(name), Names::Masked | Names::Revealed, Mask::Plain) => {
                push_name(&mut pointer, reader.chars(name));
            }
            (Step::Name(name), Names::All, _) if pointer.len() <= LONGEST_PATH => {
                push_start(&mut pointer, reader.chars(name), LONGEST_PATH);
            }
            (_, Names::Masked | Names::Revealed, Mask::Secret | Mask::Unread) => {
                push_name(&mut pointer, REDACTED.chars());
            }
            // All findings inside repeat the names.
            _ if pointer.len() > LONGEST_PATH => push_name(&mut pointer, "\u{2026}".chars()),
            (_, Names::Masked, Mask::Name) => push_name(&mut pointer, HIDDEN.chars()),
            (Step::Name(name), Names::Masked, _) => push_start(&mut pointer, reader.chars(name).map(shape_of), LONGEST),
            (Step::Name(name), ..) => push_start(&mut pointer, reader.chars(name), LONGEST),
        }
    }
    pointer
}

/// What stands for a secret.
pub const REDACTED: &str = "[redacted]";

/// What stands for a name of somebody.
pub const HIDDEN: &str = "A\u{2022}\u{2022}\u{2022}\u{2022}";

/// The name, or so many characters of it.
fn push_start(pointer: &mut String, mut name: impl Iterator<Item = char>, most: usize) {
    push_name(pointer, name.by_ref().take(most));
    if name.next().is_some() {
        pointer.push('\u{2026}');
    }
}

fn push_name(pointer: &mut String, name: impl Iterator<Item = char>) {
    pointer.push('/');
    for character in name {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// Whether a name of a pointer reads well in a sentence, whoever it may be of: letters, and a few digits.
///
/// ```
/// use klavi_core::looks_like_identifier;
///
/// assert!(looks_like_identifier("clientRequestId"));
/// assert!(!looks_like_identifier("76109277673"));
/// assert!(!looks_like_identifier("fulano@example.com"));
/// ```
#[must_use]
pub fn looks_like_identifier(name: &str) -> bool {
    name.len() <= 40
        && name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_' || first == '$')
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '$'))
        && name.chars().filter(char::is_ascii_digit).count() < 4
        // What is only a shape says nothing in a sentence.
        && name.chars().any(|letter| letter.is_ascii_alphanumeric() && letter != 'A')
}

/// The shape of a text: that of each character.
///
/// ```
/// assert_eq!(klavi_core::mask_shape("+55 (11) é1"), "+## (##) A#");
/// ```
#[must_use]
pub fn mask_shape(text: &str) -> String {
    text.chars().map(shape_of).collect()
}

/// The shape of a character: `#` for a digit, `A` for a letter, punctuation as it is.
///
/// ```
/// assert_eq!(['7', 'é', '-', '\u{1f600}'].map(klavi_core::shape_of), ['#', 'A', '-', '\u{2022}']);
/// ```
#[must_use]
pub fn shape_of(character: char) -> char {
    match character {
        _ if character.is_numeric() => '#',
        _ if character.is_alphabetic() => 'A',
        _ if character.is_ascii() => character,
        _ => '\u{2022}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(document: &str, targets: &[Target]) -> Vec<String> {
        pointers(&Exhibit::whole(&Program::ANYTHING, document.as_bytes()), targets, Names::All)
    }

    #[test]
    fn values_members_and_missing_members() {
        let document = r#"{"a": [1, {"b/c": true}], "d~": {}, "x y": 2}"#;
        let at = |what: &str| u32::try_from(document.find(what).unwrap()).unwrap();
        let targets = [
            Target::Missing(at("{}"), "e"),
            Target::Value(at("1")),
            Target::Value(at("true")),
            Target::Member(at("\"d~\"")),
            Target::Value(0),
            Target::Member(at("\"b/c\"")),
            Target::Value(at("2}")),
        ];
        assert_eq!(all(document, &targets), ["/d~0/e", "/a/0", "/a/1/b~1c", "/d~0", "", "/a/1/b~1c", "/x y"]);
    }

    #[test]
    fn a_malformed_document_gives_the_innermost_open_value() {
        let document = r#"{"a": {"b": [1, nul]}}"#;
        assert_eq!(all(document, &[Target::Text(16)]), ["/a/b/1"]);
        assert_eq!(all("", &[Target::Text(0)]), [""]);
        assert_eq!(all("[1] x", &[Target::Text(4)]), [""]);
        assert_eq!(all("{\"a\": [1, ", &[Target::Text(10)]), ["/a"]);
    }

    #[test]
    fn long_names_are_cut() {
        let document = format!("{{\"{}\": 1}}", "é1".repeat(500));
        let at = Target::Value(u32::try_from(document.find(" 1}").unwrap() + 1).unwrap());
        let shown = |names| pointers(&Exhibit::whole(&Program::ANYTHING, document.as_bytes()), &[at], names);
        assert_eq!(shown(Names::Masked), [format!("/{}…", "A#".repeat(20))]);
        assert_eq!(shown(Names::Revealed), [format!("/{}…", "é1".repeat(20))]);
        assert_eq!(shown(Names::All), [format!("/{}", "é1".repeat(500))]);
        // All findings inside repeat the name.
        let long = "a".repeat(5_000);
        let document = format!("{{\"{long}\": {{\"b\": 1}}}}");
        let at = Target::Value(u32::try_from(document.find("1}").unwrap()).unwrap());
        assert_eq!(all(&document, &[at]), [format!("/{}…/…", &long[..LONGEST_PATH])]);
    }

    #[test]
    fn names_that_could_be_identifiers() {
        let (long, longer) = ("a".repeat(40), "a".repeat(41));
        assert_eq!(["_a", "$a", "a-b_c$d", "A1b", "a123", &long].map(looks_like_identifier), [true; 6]);
        assert_eq!(["", "1a", "-a", "a.b", "é", "a1234", "A_A", "_-", &longer].map(looks_like_identifier), [false; 9]);
        assert_eq!(mask_shape("+55 (11) é1²\u{200b}"), "+## (##) A##\u{2022}");
    }

    #[test]
    fn names_below_a_secret_are_redacted() {
        let document = br#"{"a": {"secretKey": {"hunter": [{"hunter2": 1}]}}, "Maria": {"x": 2}}"#;
        let targets = ["hunter2", "1}", "Maria", "2}"].map(|what| {
            let text = core::str::from_utf8(document).unwrap();
            Target::Value(u32::try_from(text.find(what).unwrap()).unwrap())
        });
        for (names, maria) in [(Names::Masked, "AAAAA"), (Names::Revealed, "Maria")] {
            let hidden = "/a/secretKey/[redacted]/0/[redacted]".to_owned();
            let shown = pointers(&Exhibit::whole(&Program::ANYTHING, document), &targets, names);
            // The first target is inside the name of a member: its pointer is that of the object before.
            assert_eq!(shown[1..], [hidden, format!("/{maria}"), format!("/{maria}/x")], "{names:?}");
        }
        let part = Exhibit { path: "/acessKey/0", ..Exhibit::whole(&Program::ANYTHING, b"{\"hunter\": 1}") };
        assert_eq!(pointers(&part, &[Target::Value(11)], Names::Revealed), ["/[redacted]"]);
        assert_eq!(
            shown_path(&Program::ANYTHING, "/data~1/0/secretKey/S~1/1"),
            "/data~1/0/secretKey/[redacted]/[redacted]"
        );
        assert_eq!(shown_path(&Program::ANYTHING, ""), "");
    }

    #[test]
    fn deep_documents_do_not_overflow_the_stack() {
        let document = "[".repeat(100_000);
        assert_eq!(all(&document, &[Target::Text(70)]), ["/0".repeat(70)]);
    }
}
