//! Objects, arrays and what is free.

use super::{decides, leaves, lowered};
use klavi_core::Limits;
use klavi_core::accept::{Plan, Scope};

const OBJECT: &str = r#"{"type": "object", "properties": {
    "kind": {"enum": ["a", "bc", "PIX_INIC", "PIX_DICT", "PIX_MANU"]},
    "number": {"type": "integer"},
    "deep": {"type": "object", "properties": {"x": {"type": "string"}, "y": {"type": "null"}}, "required": ["x"], "additionalProperties": true},
    "list": {"type": "array", "items": {"type": "string", "maxLength": 2}, "minItems": 1, "maxItems": 2}},
    "required": ["kind"], "additionalProperties": true}"#;

#[test]
fn an_object_is_accepted_in_any_order_and_spacing() {
    decides(
        OBJECT,
        &[
            r#"{"kind":"PIX_INIC","number":-17,"deep":{"x":"1","y":null},"list":["a","bc"]}"#,
            " \n{ \"list\" : [ \"a\" ] ,\t\"deep\" :{ \"y\" : null , \"x\" : \"é\" } ,\r\n\"number\" : 5 , \"kind\" : \"PIX_DICT\"\n} ",
            r#"{"kind": "PIX_MANU", "a name that is longer than all": 1, "an other name with 8": {"kind": 1}, "numbers": [], "number": 1}"#,
            r#"{"kinds": 1, "kin": 2, "KIND": 3, "": 4, "kind": "\u0061"}"#,
        ],
        &[],
        &[
            "{}",
            r#"{"number": 1}"#,
            r#"{"kind": "PIX_OTHR"}"#,
            r#"{"kind": "a", "kind": "a"}"#,
            r#"{"number": 1, "kind": "a", "number": 1}"#,
            r#"{"kind": "a", "x": 1, "x": 1}"#,
            r#"{"kind": "a", "deep": {}}"#,
            r#"{"kind": "a", "deep": []}"#,
            r#"{"kind": "a", "list": []}"#,
            r#"{"kind": "a", "list": {}}"#,
            r#"{"kind": "a", "list": ["a", "b", "c"]}"#,
            r#"{"kind": "a", "list": ["abc"]}"#,
            r#"{"kind": "a", "number": 1.5}"#,
            r#"{"kind" "a"}"#,
            r#"{"kind": "a" "number": 1}"#,
            r#"{"kind": "a", number: 1}"#,
            r#"{"kind": "a", "list": ["a" "b"]}"#,
            r#"{"kind": "a"}}"#,
            r#"{"kind": "a"]"#,
            r#"{"kind": "a""#,
        ],
    );
    // An escape may hide a name that is declared, or one that was there.
    leaves(OBJECT, &[r#"{"k\u0069nd": "a"}"#, r#"{"kind": "a", "\u0062": 1}"#]);
}

#[test]
fn members_that_are_not_declared_are_accepted_as_the_schema_says() {
    decides(
        r#"{"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": false}"#,
        &["{}", r#"{"a": "1"}"#],
        &[],
        &[r#"{"a": "1", "b": 1}"#],
    );
    decides(
        r#"{"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": {"type": "integer"}}"#,
        &[r#"{"b": 1, "a": "1", "c": 2}"#],
        &[],
        &[r#"{"a": "1", "b": "1"}"#, r#"{"a": 1}"#, r#"{"b": 1, "b": 2}"#],
    );
    decides(
        r#"{"type": "object", "patternProperties": {"^x": {"type": "integer"}}, "additionalProperties": false}"#,
        &["{}", r#"{"xa": 1}"#],
        &[],
        &[r#"{"xa": "1"}"#, r#"{"a": 1}"#],
    );
    decides(
        r#"{"type": "object", "properties": {"l": {"uniqueItems": true}, "m": {"maxProperties": 1}}}"#,
        &[r#"{"l": ["a", "b"], "m": {"a": 1}}"#, r#"{"m": {}, "l": 1}"#],
        &[],
        &[r#"{"l": ["a", "a"]}"#, r#"{"m": {"a": 1, "b": 2}}"#],
    );
}

#[test]
fn free_values_are_accepted_whatever_they_hold() {
    let short = ["", "a", "ab", "seven b", "eight by", "nine byte", "sixteen bytes is", "sixteen bytes are"];
    let long = [63, 64, 65, 66, 300].map(|len| ["n".repeat(len), format!("other{}", "n".repeat(len - 5))]);
    let names: Vec<String> = short.map(str::to_owned).into_iter().chain(long.into_iter().flatten()).collect();
    let all: Vec<String> = names.iter().map(|name| format!("\"{name}\" :[ ] ,")).collect();
    let object = format!("{{{} \"last\" : {{ }} }}", all.concat());
    decides(
        "{}",
        &[r#"[null, true,false , 1, "a", {}, []]"#, r#"{"a": {"b": 1}, "b": {"a": [1, {"c": 2}]}}"#],
        &[],
        &[
            "[1, 2,]",
            "[1 2]",
            "[1",
            r#"{"a" 1}"#,
            r#"{"a":: 1}"#,
            r#"{"a": 1,}"#,
            r#"{"a": 1]"#,
            "{1: 1}",
            r#"{"a": {"b": 1, "b": 2}}"#,
            r#"["\x"]"#,
            "[\"\t\"]",
            r#"["a]"#,
        ],
    );
    decides("{}", &[&object], &[], &[&object.replace("last", &names[9]), &object.replace("last", &names[12])]);
    leaves("{}", &[r#"{"a": null, "\u0062": 1}"#]);
}

#[test]
fn depth_and_names_count_for_what_is_open() {
    // As many as may be open at once, and one more.
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    decides("{}", &[&nested(24)], &[], &[]);
    leaves("{}", &[&nested(25)]);
    // Those that are closed do not count.
    let list = |item: &str| format!("[{}]", vec![item; 300].join(","));
    let typed = r#"{"items": {"type": "object", "properties": {"a": {"type": "array", "items": {"type": "integer"}}}, "additionalProperties": true}}"#;
    for schema in ["{}", typed] {
        decides(schema, &[&list("{}"), &list(r#"{"a":[]}"#), &list(r#"{"a":[1],"b":{"c":[]}}"#)], &[], &[]);
    }
    decides(r#"{"items": {"type": "array", "items": {"type": "array"}}}"#, &[&list("[[],[]]")], &[], &[]);
    let object = |names: usize| {
        let members: Vec<String> = (0..names).map(|name| format!("\"{name}\":0")).collect();
        format!("{{{}}}", members.join(","))
    };
    for schema in ["{}", r#"{"type": "object", "additionalProperties": true}"#] {
        decides(schema, &[&object(256)], &[], &[]);
        leaves(schema, &[&object(257)]);
    }
    decides("{}", &[&list(&object(2))], &[], &[]);
}

#[test]
fn names_that_come_twice_are_found_among_many_and_however_long_they_are() {
    let members: Vec<String> = (0..120).map(|name| format!("\"{name}\":0")).collect();
    let object = |more: &str| format!("{{{}{more}}}", members.join(","));
    decides("{}", &[&object("")], &[], &[]);
    for member in &members {
        decides("{}", &[], &[], &[&object(&format!(",{member}"))]);
    }
    for length in [8, 9, 63, 64, 65, 66].into_iter().chain(4080..4112) {
        let name = format!("ABCDEFGH{}", "n".repeat(length - 8));
        decides("{}", &[&format!(r#"{{"{name}":1,"{name}x":2}}"#)], &[], &[&format!(r#"{{"{name}":1,"{name}":22}}"#)]);
    }
}

#[test]
fn each_of_many_mandatory_members_counts() {
    for count in [63, 64, 65, 66, 130] {
        let names: Vec<String> = (0..count).map(|name| format!("\"m{name}\"")).collect();
        let properties = names.iter().map(|name| format!("{name}: {{}}")).collect::<Vec<_>>().join(", ");
        let schema =
            format!(r#"{{"type": "object", "properties": {{{properties}}}, "required": [{}]}}"#, names.join(","));
        let object = |missing: usize| {
            let members: Vec<String> =
                (0..count).filter(|name| *name != missing).map(|name| format!("\"m{name}\":0")).collect();
            format!("{{{}}}", members.join(","))
        };
        decides(&schema, &[&object(count)], &[], &["{}", &object(0), &object(1), &object(62), &object(count - 1)]);
    }
}

/// What is read in two halves is wrong where both halves have it.
#[test]
fn what_is_wrong_in_both_halves_of_a_block_is_seen() {
    let plan = Plan::of(lowered("{}"), Scope::Findings).expect("a plan");
    for at in 2..90 {
        let mut document = format!("[\"{}\"]", "x".repeat(150)).into_bytes();
        assert!(plan.accepts(&document, Limits::default(), None));
        for wrong in [b'\t', b'\\', 0xff, 0] {
            (document[at], document[at + 32]) = (wrong, wrong);
            assert!(!plan.accepts(&document, Limits::default(), None), "{wrong} at {at}");
        }
    }
}

#[test]
fn a_text_that_never_ends_is_wrong_wherever_the_document_ends() {
    for count in [1, 2000, 2047, 2048, 2049, 3000] {
        decides("{}", &[], &[], &[&format!("[{}\"abc", "1,".repeat(count)), &format!("[{}\"", "[],".repeat(count))]);
    }
}

#[test]
fn a_document_may_have_as_many_bytes_as_are_allowed() {
    let plan = Plan::of(lowered("{}"), Scope::Findings).expect("a plan");
    let accepts = |max_bytes| plan.accepts(b"[1, 2]", Limits { max_bytes, ..Limits::default() }, None);
    assert_eq!([5, 6, 7].map(accepts), [false, true, true]);
}
