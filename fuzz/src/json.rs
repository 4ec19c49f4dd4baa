//! The JSON reader and what stands on it, against `serde_json`.

use crate::{accepts, findings};
use klavi_codegen::SchemaFile;
use klavi_core::program::Program;
use klavi_core::{Code, DEEPEST, Exhibit, Finding, Limits, Lines, Names, Severity, Target, Tree, masks, pointers};
use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::collections::HashSet;
use std::fmt;
use std::sync::OnceLock;

const DEEP: Limits = Limits { max_bytes: 1 << 20, max_depth: DEEPEST };

/// The program of a schema that accepts everything.
fn anything() -> &'static Program {
    static PROGRAM: OnceLock<&'static Program> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let file = SchemaFile::new("anything", "true").expect("the simplest schema");
        klavi_codegen::program(&file, "", "anything").expect("the simplest schema")
    })
}

/// The same texts are JSON for us and for `serde_json`; places, lines and masks lie inside the text.
///
/// Known differences: a byte order mark is told and passed; nesting ends at our limit; numbers beyond a double are
/// numbers; `serde_json` takes a lone surrogate where it skips a text, and names that occur twice.
///
/// # Panics
///
/// Where one of this does not hold.
pub fn reader(data: &[u8]) {
    let found = findings(anything(), data, DEEP);
    let has = |code: Code| found.iter().any(|finding| finding.code == code);
    let errors = found.iter().any(|finding| finding.severity == Severity::Error);
    assert_eq!(accepts(anything(), data, DEEP), !errors, "collecting changes the verdict");
    places(data, &found);

    assert_eq!(has(Code::ByteOrderMark), data.starts_with("\u{feff}".as_bytes()));
    if has(Code::TooDeep) || has(Code::TooLarge) {
        return;
    }
    let text = std::str::from_utf8(data).map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
    let is_json = text.is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok());
    let broken = has(Code::InvalidJson) || has(Code::InvalidUtf8) || has(Code::TrailingText);
    assert_eq!(!broken, is_json, "{found:?}");
    let Ok(text) = text else { return };
    match serde_json::from_str::<Unique>(text) {
        Ok(Unique(unique)) => {
            assert!(!has(Code::LoneSurrogate));
            assert_eq!(!has(Code::DuplicateKey), unique);
        }
        Err(error) => assert!(broken || has(Code::LoneSurrogate) || beyond_serde(&error), "{error}"),
    }
}

/// Pointers, lines and masks of whatever was found.
fn places(data: &[u8], found: &[Finding]) {
    let len = u32::try_from(data.len()).expect("a short input");
    let mut targets: Vec<Target> = found.iter().map(|finding| finding.target).collect();
    for finding in found {
        assert!(finding.span.start <= finding.span.end && finding.span.end <= len, "{finding:?}");
        targets.extend(finding.cause.map(|cause| Target::Value(cause.start)));
    }
    // Places that are of nothing must do no harm either.
    targets.extend([Target::Text(len / 2), Target::Value(len / 3), Target::Member(len), Target::Missing(0, "a/b")]);
    let part = Exhibit::whole(anything(), data);
    for names in [Names::All, Names::Revealed, Names::Masked] {
        let pointers = pointers(&part, &targets, names);
        assert_eq!(pointers.len(), targets.len());
        assert!(pointers.iter().all(|pointer| pointer.is_empty() || pointer.starts_with('/')));
    }
    let lines = Lines::new(data);
    for finding in found {
        let (start, end) = (lines.position(finding.span.start as usize), lines.position(finding.span.end as usize));
        assert!((start.line, start.column) <= (end.line, end.column));
        assert!(start.line as usize <= lines.count() && lines.line(start.line).len() <= data.len());
    }
    let mut last = 0;
    for (span, _) in masks(&part) {
        assert!(last <= span.start && span.start <= span.end && span.end <= len, "{span:?}");
        last = span.end;
    }
}

/// Whether the text is JSON that `serde_json` has no room for.
fn beyond_serde(error: &serde_json::Error) -> bool {
    let error = error.to_string();
    error.contains("number out of range") || error.contains("recursion limit")
}

/// A tree is read where `serde_json` reads a value; it prints the same value; its pointers lead back into it.
///
/// # Panics
///
/// Where one of this does not hold.
pub fn tree(data: &[u8]) {
    let unique = serde_json::from_slice::<Unique>(data);
    match (Tree::parse(data), unique) {
        (Ok(tree), unique) => {
            let text = tree.to_string();
            let again = Tree::parse(text.as_bytes()).expect("a printed tree is JSON");
            assert_eq!(again.to_string(), text);
            match unique {
                Ok(Unique(unique)) => {
                    assert!(unique, "a name occurs twice");
                    let (before, after) = (serde_json::from_slice::<Value>(data), serde_json::from_str::<Value>(&text));
                    assert_eq!(before.expect("JSON"), after.expect("JSON"));
                }
                Err(error) => {
                    let found = findings(anything(), data, DEEP);
                    let lone = found.iter().any(|finding| finding.code == Code::LoneSurrogate);
                    assert!(lone || beyond_serde(&error), "{error}");
                }
            }
            edits(&tree);
        }
        (Err(error), unique) => {
            assert!(error.at <= data.len(), "{error:?}");
            assert!(!unique.is_ok_and(|Unique(unique)| unique), "{error:?}");
        }
    }
}

/// Takes members and items out by their pointers and puts them in again.
fn edits(tree: &Tree) {
    let names = tree.members().iter().map(|member| member.name.replace('~', "~0").replace('/', "~1"));
    let indices = (0..tree.items().len()).map(|index| index.to_string());
    for name in names.chain(indices).take(8) {
        let pointer = format!("/{name}");
        let value = tree.pointer(&pointer).expect("a part of the tree");
        let mut other = tree.clone();
        assert!(other.set(&pointer, value.clone()) && other == *tree);
        assert!(other.remove(&pointer));
        assert_eq!(other.members().len() + other.items().len() + 1, tree.members().len() + tree.items().len());
    }
}

/// Any JSON, and whether no object in it has a name twice.
struct Unique(bool);

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MemberNames)
    }
}

struct MemberNames;

impl<'de> Visitor<'de> for MemberNames {
    type Value = Unique;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Unique, E> {
        Ok(Unique(true))
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Unique, E> {
        Ok(Unique(true))
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Unique, E> {
        Ok(Unique(true))
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Unique, E> {
        Ok(Unique(true))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Unique, E> {
        Ok(Unique(true))
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<Unique, E> {
        Ok(Unique(true))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Unique, A::Error> {
        let mut all = true;
        while let Some(Unique(unique)) = items.next_element()? {
            all &= unique;
        }
        Ok(Unique(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Unique, A::Error> {
        let (mut all, mut names) = (true, HashSet::<String>::new());
        while let Some((name, Unique(unique))) = members.next_entry()? {
            all &= unique & names.insert(name);
        }
        Ok(Unique(all))
    }
}
