use super::*;
use crate::program::{
    Additional, ArrayRules, Enumeration, Glance, Key, Lookup, NO_SLOT, Node, ObjectRules, Property, Shape,
};
use crate::program::{Shapes, Types, Value as Json};
use crate::{Code, Finding, run, run_deferred};
use fearless_simd::Simd;
use index::{Index, Ring};
use proptest::prelude::*;

const fn property(name: &'static str, node: u16) -> Property {
    Property { key: Key::new(name), node, slot: NO_SLOT, formerly: &[] }
}

/// An object with a kind, a list of objects of its own sort and free members.
static PROGRAM: Program = Program {
    name: "tree",
    nodes: &[
        Node {
            types: Types::OBJECT,
            object: Some(&ObjectRules {
                properties: &[property("kind", 1), property("list", 2)],
                declared: 2,
                lookup: Lookup { factor: 1 << 24, table: &[1, Lookup::NONE, Lookup::NONE, 0] },
                required: &[1],
                additional: Additional::Open,
                ..ObjectRules::ANY
            }),
            ..Node::ANYTHING
        },
        Node {
            types: Types::STRING,
            allowed: &[Enumeration {
                code: Code::Enum,
                values: &[
                    Json::String("a"),
                    Json::String("b0"),
                    Json::String("b9"),
                    Json::String("cc"),
                    Json::String("cd"),
                ],
                aliases: &[],
            }],
            glance: Glance::Shapes(&Shapes::new(&[
                Shape::new("a", "a"),
                Shape::new("cc", "cc"),
                Shape::new("cd", "cd"),
            ])),
            ..Node::ANYTHING
        },
        Node { array: Some(&ArrayRules { items: Some(0), max_items: Some(3), ..ArrayRules::ANY }), ..Node::ANYTHING },
    ],
    ..Program::ANYTHING
};

/// A list of such objects.
static LISTED: Program = Program {
    name: "trees",
    nodes: &[
        PROGRAM.nodes[0],
        PROGRAM.nodes[1],
        PROGRAM.nodes[2],
        Node { array: Some(&ArrayRules { items: Some(0), ..ArrayRules::ANY }), ..Node::ANYTHING },
    ],
    root: 3,
    ..Program::ANYTHING
};

/// What stage 1 tells of a document.
fn read<S: Simd>(simd: S, document: &[u8]) -> (Vec<usize>, bool) {
    let mut ring = Ring::EMPTY;
    let mut index = Index::new(simd, document, &mut ring);
    let mut quotes = Vec::new();
    let mut at = 0;
    loop {
        at = index.quote(simd, at);
        if at >= document.len() {
            return (quotes, index.is_right());
        }
        quotes.push(at);
        at += 1;
    }
}

/// The quotes that no escape holds, and whether escapes, control characters and UTF-8 are right: the slow way.
fn expected(document: &[u8]) -> (Vec<usize>, bool) {
    let (mut quotes, mut escaped, mut is_right) = (Vec::new(), false, core::str::from_utf8(document).is_ok());
    for (at, &byte) in document.iter().enumerate() {
        is_right &= byte >= 0x20 || quotes.len() % 2 == 0;
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => quotes.push(at),
            _ => {}
        }
    }
    let mut rest = document;
    while let Some(at) = rest.iter().position(|&byte| byte == b'\\') {
        let text = [&b"\""[..], &rest[at..], b"\""].concat();
        let text = String::from_utf8_lossy(&text).into_owned();
        let lengths = if rest.get(at + 1) == Some(&b'u') { [12, 6] } else { [2, 2] };
        let escape = lengths.into_iter().find(|&len| {
            text.get(..=len).is_some_and(|escape| {
                serde_json::from_str::<String>(&format!("{escape}\"")).is_ok_and(|text| text.chars().count() == 1)
            })
        });
        is_right &= escape.is_some();
        rest = rest.get(at + escape.unwrap_or(2)..).unwrap_or_default();
    }
    (quotes, is_right && !escaped)
}

/// Runs the same by every level that this evaluator has.
macro_rules! at_every_level {
    ($simd:ident => $answer:expr) => {{
        let mut levels = vec![Level::fallback(), Level::baseline(), Level::new()];
        levels.dedup_by_key(|level| format!("{level:?}"));
        levels
            .into_iter()
            .map(|level| (format!("{level:?}"), fearless_simd::dispatch!(level, $simd => $answer)))
            .collect::<Vec<_>>()
    }};
}

fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "\"",
        "\\",
        "\\\"",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\n",
        "\\x",
        "\n",
        "\u{1}",
        "é",
        "日本",
        " ",
        "{",
        "}",
        ":",
        ",",
        "a long piece of text without anything special in it, longer than a block of sixty-four bytes",
        "\"kind\":\"a\"",
        "\"kind\": \"cd\", \"list\": [{\"kind\":\"cc\"}]",
        "\"other\": 1.5",
    ];
    prop::sample::select(PIECES).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn stage_one_is_the_same_at_every_level(pieces in prop::collection::vec(piece(), 0..60), cut: u16, byte: u8) {
        let mut document = pieces.concat().into_bytes();
        if !document.is_empty() {
            let at = usize::from(cut) % document.len();
            if byte % 2 == 0 { document.truncate(at) } else { document[at] = byte }
        }
        let expected = expected(&document);
        for (level, answer) in at_every_level!(simd => read(simd, &document)) {
            // After the first mistake the escapes are counted in another way.
            prop_assert_eq!(answer.1, expected.1, "{}", &level);
            if expected.1 {
                prop_assert_eq!(&answer.0, &expected.0, "{}", &level);
            }
        }
    }

    #[test]
    fn stage_two_is_the_same_at_every_level(pieces in prop::collection::vec(piece(), 0..12)) {
        let plan = Plan::of(&PROGRAM, Scope::Findings).expect("a plan");
        let document = format!("{{{}}}", pieces.concat());
        let mut findings: Vec<Finding> = Vec::new();
        run(&PROGRAM, document.as_bytes(), Limits::default(), None, &mut findings);
        let mut answers = at_every_level!(simd => {
            let mut scratch = Scratch::EMPTY;
            walk::accepts(simd, &plan, document.as_bytes(), 64, None, None, &mut scratch)
        });
        answers.push(("as found".to_owned(), plan.accepts(document.as_bytes(), Limits::default(), None)));
        for (level, accepts) in &answers {
            prop_assert_eq!(*accepts, answers[0].1, "{}", level);
            prop_assert!(!accepts || findings.is_empty(), "{}: {:?}", document, findings);
        }
    }
}

#[test]
fn a_plan_is_made_once() {
    let plan = Plan::shared(&PROGRAM, Scope::Errors).unwrap();
    assert!(core::ptr::eq(plan, Plan::shared(&PROGRAM, Scope::Errors).unwrap()));
    assert!(!core::ptr::eq(plan, Plan::shared(&PROGRAM, Scope::Findings).unwrap()));
    assert!(plan.accepts(
        br#"{"kind": "cc", "list": [{"kind": "a", "x": {}}], "y": [1, -0.5, "z"]}"#,
        Limits::default(),
        None
    ));
    // Texts of one length are told apart by a hash.
    for kind in ["a", "cc", "cd"] {
        let document = format!("{{\"kind\":\"{kind}\"}}");
        assert!(plan.accepts(document.as_bytes(), Limits::default(), None), "{kind}");
    }
    let too_large = Limits { max_bytes: 5, ..Limits::default() };
    assert!(!plan.accepts(br#"{"kind": "cc"}"#, too_large, None));
    let shallow = Limits { max_depth: 2, ..Limits::default() };
    assert!(plan.accepts(br#"{"kind": "cc", "x": []}"#, shallow, None));
    assert!(!plan.accepts(br#"{"kind": "cc", "x": [[]]}"#, shallow, None));
}

/// A document with one mark of its structure too few, too many or in the place of another.
fn with_a_slip(document: &str) -> impl Iterator<Item = String> {
    const MARKS: [&str; 11] = ["", "{", "}", "[", "]", ",", ":", "\"", " ", "\n", "1"];
    let at_each = (0..document.len()).flat_map(|at| MARKS.map(|mark| (at, mark)));
    at_each.flat_map(|(at, mark)| {
        let (before, behind) = document.split_at(at);
        [format!("{before}{mark}{behind}"), format!("{before}{mark}{}", &behind[1..])]
    })
}

#[test]
fn no_slip_of_the_structure_is_accepted() {
    let plan = Plan::of(&PROGRAM, Scope::Findings).expect("a plan");
    let (mut accepted, mut deferred) = (0, 0);
    for document in [
        r#"{"kind":"cc","list":[{"kind":"a","x":{}},{"kind":"cd"}],"y":[1,-0.5,"z"]}"#,
        r#"{"kind": "cc", "list": [{"kind": "a", "x": {}}, {"kind": "cd"}], "y": [1, -0.5, "z"]}"#,
        r#"{"x":1,"kind":"a","list":[{"y":[],"list":[],"kind":"cd"}],"z":{"a":true,"b":{"c":null}}}"#,
        "{\n  \"x\" : 1,\n  \"kind\" : \"a\" ,\n  \"list\": [\n    { \"kind\": \"wrong\" }\n  ]\n}\n",
    ] {
        assert!(plan.deferred(document.as_bytes(), Limits::default(), None).is_some(), "{document}");
        for document in with_a_slip(document) {
            let mut all: Vec<Finding> = Vec::new();
            run(&PROGRAM, document.as_bytes(), Limits::default(), None, &mut all);
            let Some(values) = plan.deferred(document.as_bytes(), Limits::default(), None) else { continue };
            let mut of_values: Vec<Finding> = Vec::new();
            run_deferred(document.as_bytes(), &values, None, &mut of_values);
            assert_eq!(of_values, all, "{document}");
            accepted += usize::from(values.is_empty());
            deferred += usize::from(!values.is_empty());
        }
    }
    assert!(accepted > 300 && deferred > 100, "{accepted}, {deferred}");
}

#[test]
fn eight_values_are_deferred_and_no_null() {
    let deferred = |count: usize, value: &str| {
        let list = vec![format!("{{\"kind\":{value}}}"); count].join(",");
        let document = format!("[{list}]");
        let plan = Plan::of(&LISTED, Scope::Findings).expect("a plan");
        plan.deferred(document.as_bytes(), Limits::default(), None).map(|deferred| deferred.values().len())
    };
    for value in ["\"zz\"", "7", "true"] {
        assert_eq!([0, 1, 8, 9].map(|count| deferred(count, value)), [Some(0), Some(1), Some(8), None], "{value}");
    }
    assert_eq!((deferred(9, "\"cc\""), deferred(1, "null")), (Some(0), None));
}
