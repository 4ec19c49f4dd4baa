use crate::input::yaml::convert::*;
use crate::input::yaml::source_map::Sheet;
use crate::model::position::START;
use klavi_core::Position;
use klavi_core::program::Program;
use klavi_validate::{Options, Report, Span};
use std::ops::Range;
use std::time::{Duration, Instant};

/// A range of the JSON as findings have it.
fn of_json(range: Range<usize>) -> Span {
    let at = |offset: usize| Position { line: 1, column: 1, offset: offset as u64 };
    Span { start: at(range.start), end: at(range.end) }
}

/// The bytes of a file that starts with the text.
fn range(span: Span) -> Range<usize> {
    let at = |place: Position| usize::try_from(place.offset).unwrap();
    at(span.start)..at(span.end)
}

fn span(sheet: &Sheet<'_>, range: Range<usize>) -> Span {
    sheet.part(0..sheet.yaml.json.len()).span(of_json(range))
}

fn json(text: &str) -> String {
    let yaml = convert(text.as_bytes().to_vec(), START, 1 << 20, &mut 0).unwrap();
    assert!(yaml.faults.is_empty(), "{text}: {:?}", yaml.faults);
    String::from_utf8(yaml.json).unwrap()
}

#[test]
fn yaml_becomes_json() {
    for (yaml, expected) in [
        ("a: 1.50\nb: [x, 'y', ~]\n", r#"{"a":1.50,"b":["x","y",null]}"#),
        ("- - 1\n  -\n- {}\n- []\n", "[[1,null],{},[]]"),
        ("a: &x {k: 1}\nb: *x\n*x : 1", ""),
        ("a: &x k\n*x : 1\nb: [*x, *x]", r#"{"a":"k","k":1,"b":["k","k"]}"#),
        ("&x 1: *x\n*x : 2", r#"{"1":"1","1":2}"#),
        ("a: |\n  one\n  two\nb: >-\n  one\n  two\n", r#"{"a":"one\ntwo\n","b":"one two"}"#),
        ("1: a\n0x1F: b\n~: c\n: d\ntrue: e\n", r#"{"1":"a","0x1F":"b","~":"c","":"d","true":"e"}"#),
        ("\"\\u00e9\\x41\\U0001F600\"", r#""éA😀""#),
        ("plain\n  text\n", r#""plain text""#),
        ("{a, b: , 'c':1}", r#"{"a":null,"b":null,"c":1}"#),
        ("[a: 1, b]", r#"[{"a":1},"b"]"#),
        ("? a\n: - 1\n", r#"{"a":[1]}"#),
        ("!!map {a: !!str 1, b: ! 2}", r#"{"a":"1","b":"2"}"#),
        ("!!str", r#""""#),
    ] {
        if expected.is_empty() {
            let yaml = convert(yaml.as_bytes().to_vec(), START, 1 << 20, &mut 0).unwrap();
            assert_eq!(yaml.faults[0].trouble, Some(Trouble::Key));
        } else {
            assert_eq!(json(yaml), expected, "{yaml}");
        }
    }
}

#[test]
fn every_token_has_its_place() {
    let text = "# c\na:\n  - x: 'é'\n    y: |\n      long\n\n  - [1, {z: 2}]\n";
    let yaml = convert(text.as_bytes().to_vec(), START, 1 << 20, &mut 0).unwrap();
    let sheet = Sheet::new(&yaml);
    let json = str::from_utf8(&yaml.json).unwrap();
    for (token, written) in [
        ("\"x\"", "x"),
        ("\"é\"", "'é'"),
        ("\"long\\n\"", "long"),
        ("1", "1"),
        ("{\"z\":2}", "{z: 2}"),
        ("[1,{\"z\":2}]", "[1, {z: 2}]"),
        ("{\"x\":\"é\",\"y\":\"long\\n\"}", "x: 'é'\n    y: |\n      long"),
    ] {
        let at = json.find(token).unwrap();
        let span = span(&sheet, at..at + token.len());
        assert_eq!(&text[range(span)], written, "{token}");
        if !token.starts_with(['{', '[']) {
            let part = sheet.part(0..json.len());
            assert!(part.map.is_writable(&part, of_json(at..at + token.len())), "{token}");
        }
    }
    let root = span(&sheet, 0..1);
    assert_eq!((&text[range(root)], root.start.line, root.start.column), ("a", 2, 1));
}

const PIECES: &[&str] = &[
    "a",
    "b: ",
    ": ",
    "- ",
    "? ",
    "\n",
    "\n  ",
    "\n    ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&x ",
    "*x",
    "!!str ",
    "!t ",
    "|\n",
    ">-\n",
    "'",
    "\"",
    "\\",
    "\\ud800",
    "# c\n",
    " #",
    "---\n",
    "...",
    "%YAML 1.2\n",
    "<<: ",
    "~",
    "1.0",
    "0x1",
    ".inf",
    "é",
    "\u{feff}",
    "\t",
    "\r",
    "\0",
    "\u{85}",
    "\u{2028}",
    "@",
    "`",
    "😀",
    " ",
];

#[test]
fn any_text_becomes_json_or_a_fault_in_good_time() {
    let mut random = fastrand::Rng::with_seed(0x9e37_79b9_7f4a_7c15);
    let started = Instant::now();
    let mut converted = 0;
    for round in 0..30_000 {
        let mut bytes = Vec::new();
        for _ in 0..random.usize(..40) {
            bytes.extend_from_slice(PIECES[random.usize(..PIECES.len())].as_bytes());
        }
        if round % 5 == 0 && !bytes.is_empty() {
            let at = random.usize(..bytes.len());
            bytes[at] = random.u8(..);
        }
        let Ok(yaml) = convert(bytes.clone(), START, 4096, &mut 0) else { continue };
        let sheet = Sheet::new(&yaml);
        assert!(yaml.tokens.is_sorted_by_key(|token| token.json), "{bytes:?}");
        for at in 0..=yaml.json.len() {
            let place = yaml.place(0..at);
            assert!(place.end <= bytes.len(), "{bytes:?}");
            let part = sheet.part(0..yaml.json.len());
            let _ = part.map.is_writable(&part, of_json(at.saturating_sub(1)..at));
        }
        assert!(sheet.part(0..yaml.json.len()).excerpt(&Program::ANYTHING, "", &[]).is_some());
        if yaml.faults.is_empty() {
            let report = Report::new(&Program::ANYTHING, &yaml.json, &Options::default());
            let is_json = report.findings.iter().all(|finding| finding.code == Code::DuplicateKey);
            assert!(is_json && !yaml.json.is_empty(), "{}: {report}", String::from_utf8_lossy(&bytes));
            converted += 1;
        }
    }
    assert!(converted > 2_000, "{converted}");
    assert!(started.elapsed() < Duration::from_secs(60));
}

#[test]
fn long_texts_take_time_in_proportion() {
    for piece in [
        "- ", "? ", "a: ", "[", "{", "\"", "#\n", "&a ", "- &a x\n", "!a ", "x\n", "\n", "[a: 1,", ": ", "- #\n",
        "%A b\n", "\t",
    ] {
        let started = Instant::now();
        let _ = convert(piece.repeat((1 << 19) / piece.len()).into_bytes(), START, 1 << 20, &mut 0);
        assert!(started.elapsed() < Duration::from_secs(20), "{piece:?}");
    }
}
