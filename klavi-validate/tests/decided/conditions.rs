//! Conditions and relations.

use super::{decides, leaves, lowered};
use klavi_core::accept::{Plan, Scope};

#[test]
fn a_condition_on_texts_is_decided_in_any_order() {
    let schema = r#"{"type": "object", "properties": {"kind": {"enum": ["a", "bc", "d"]}, "v": {"type": "integer"}, "w": {"type": "string"}},
        "allOf": [{"if": {"properties": {"kind": {"enum": ["a", "bc"]}}, "required": ["kind"]}, "then": {"required": ["v"]}, "else": {"required": ["w"]}}]}"#;
    decides(
        schema,
        &[
            r#"{"kind": "a", "v": 1}"#,
            r#"{"v": 1, "kind": "bc"}"#,
            r#"{"kind": "d", "w": "1"}"#,
            r#"{"w": "1"}"#,
            r#"{"w": "1", "v": 1, "kind": "a"}"#,
        ],
        &[],
        &[
            "{}",
            r#"{"kind": "a"}"#,
            r#"{"kind": "bc", "w": "1"}"#,
            r#"{"v": 1, "kind": "d"}"#,
            r#"{"v": 1}"#,
            r#"{"kind": "x", "w": "1"}"#,
            r#"{"kind": "bd", "v": 1, "w": "1"}"#,
            r#"{"kind": "\u0061", "w": "1"}"#,
        ],
    );
    // An escape may hide a text that is asked for.
    leaves(schema, &[r#"{"kind": "\u0061", "v": 1}"#, r#"{"kind": "\u0064", "w": "1"}"#]);
}

#[test]
fn a_condition_on_a_constant_is_decided() {
    let schema = r#"{"type": "object", "properties": {"kind": {"type": "string"}, "v": {"type": "integer"}},
        "if": {"properties": {"kind": {"const": "a"}}, "required": ["kind"]}, "then": {"required": ["v"]}}"#;
    decides(schema, &[r#"{"kind": "a", "v": 1}"#, r#"{"kind": "b"}"#, "{}"], &[], &[r#"{"kind": "a"}"#]);
    // The evaluator, asked about the whole object, would have read the escape.
    leaves(schema, &[r#"{"kind": "\u0061", "v": 1}"#]);
}

#[test]
fn what_a_condition_asks_of_a_member_is_decided() {
    let when = r#""if": {"properties": {"kind": {"enum": ["a", "bc"]}}, "required": ["kind"]}"#;
    let schema = |member: &str, then: &str| {
        format!(
            r#"{{"type": "object", "properties": {{"kind": {{"type": "string"}}, "v": {member}}}, "allOf": [{{{when}, "then": {{"properties": {{"v": {then}}}}}}}]}}"#
        )
    };
    decides(
        &schema(r#"{"type": "string"}"#, r#"{"pattern": "^[0-9]{3}$"}"#),
        &[
            r#"{"kind": "a", "v": "123"}"#,
            r#"{"v": "123", "kind": "bc"}"#,
            r#"{"kind": "a", "v": "1\u00323"}"#,
            r#"{"kind": "a name of more than thirty bytes in it", "v": "12"}"#,
            r#"{"kind": "x", "v": "12"}"#,
            r#"{"kind": "a"}"#,
            r#"{"v": "12"}"#,
        ],
        &[],
        &[r#"{"kind": "a", "v": "12"}"#, r#"{"v": "1234", "kind": "bc"}"#],
    );
    decides(
        &schema(r#"{"type": "string"}"#, r#"{"const": "xyz"}"#),
        &[r#"{"kind": "bc", "v": "xyz"}"#, r#"{"kind": "x", "v": "xy"}"#],
        &[],
        &[r#"{"v": "xyy", "kind": "a"}"#],
    );
    decides(
        &schema(r#"{"type": "integer"}"#, r#"{"minimum": 5}"#),
        &[r#"{"kind": "a", "v": 5}"#, r#"{"kind": "x", "v": 4}"#],
        &[],
        &[r#"{"kind": "a", "v": 4}"#],
    );
    decides(
        &schema(r#"{"type": "string"}"#, "false"),
        &[r#"{"kind": "a"}"#, r#"{"kind": "b", "v": "1"}"#, r#"{"v": "1"}"#],
        &[],
        &[r#"{"kind": "a", "v": "1"}"#, r#"{"v": "1", "kind": "bc"}"#],
    );
    let object = r#"{"type": "object", "properties": {"x": {"type": "string"}, "y": {"type": "string"}}, "additionalProperties": true}"#;
    decides(
        &schema(object, r#"{"required": ["y"]}"#),
        &[
            r#"{"kind": "a", "v": {"y": "1"}}"#,
            r#"{"v": {"x": "1", "y": "2", "z": {"y": 1}}, "kind": "a"}"#,
            r#"{"kind": "b", "v": {"x": "1"}}"#,
            r#"{"kind": "a"}"#,
        ],
        &[],
        &[r#"{"kind": "a", "v": {"x": "1"}}"#, r#"{"v": {}, "kind": "bc"}"#],
    );
}

#[test]
fn conditions_that_advise_or_depend_are_decided() {
    decides(
        r#"{"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "dependentRequired": {"a": ["b"]}}"#,
        &["{}", r#"{"a": "1", "b": "1"}"#, r#"{"b": "1"}"#],
        &[],
        &[r#"{"a": "1"}"#],
    );
    decides(
        r#"{"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "x-expect":
            {"if": {"properties": {"a": {"enum": ["x"]}}, "required": ["a"]}, "then": {"required": ["b"]}}}"#,
        &["{}", r#"{"a": "x", "b": "1"}"#, r#"{"a": "y"}"#],
        &[r#"{"a": "x"}"#],
        &[r#"{"a": "x", "b": 1}"#],
    );
    decides(
        r#"{"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}, "allOf":
            [{"if": {"properties": {"a": {"minimum": 5}}, "required": ["a"]}, "then": {"required": ["b"]}}]}"#,
        &["{}", r#"{"a": 5, "b": "1"}"#, r#"{"a": 4}"#],
        &[],
        &[r#"{"a": 5}"#],
    );
}

#[test]
fn relations_are_decided() {
    decides(
        r#"{"type": "object", "properties": {"most": {"type": "string"}, "least": {"type": "string"}},
            "x-relations": [{"relation": "maximum-below-minimum", "fields": ["most", "least"]}]}"#,
        &["{}", r#"{"most": "2.00", "least": "1.00"}"#, r#"{"least": "1.00"}"#, r#"{"most": "1.00"}"#],
        &[],
        &[r#"{"most": "1.00", "least": "2.00"}"#],
    );
    decides(
        r#"{"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"}},
            "x-relations": [{"relation": "fixed-and-variable-amount", "fields": ["a", "b"]}, {"relation": "fixed-and-variable-amount", "fields": ["a", "c"]}]}"#,
        &["{}", r#"{"a": "1"}"#, r#"{"b": "1", "c": "1"}"#],
        &[r#"{"a": "1", "b": "1"}"#, r#"{"c": "1", "a": "1"}"#],
        &[r#"{"a": 1}"#],
    );
}

#[test]
fn what_one_object_says_is_forgotten_at_the_next() {
    let schema = r#"{"items": {"type": "object", "properties": {"kind": {"type": "string"}, "v": {"type": "string"}, "w": {"type": "string"}},
        "allOf": [{"if": {"properties": {"kind": {"enum": ["a"]}}, "required": ["kind"]}, "then": {"required": ["v"]}, "else": {"required": ["w"]}},
            {"if": {"properties": {"kind": {"enum": ["b"]}}, "required": ["kind"]}, "then": {"properties": {"v": false}}}],
        "x-relations": [{"relation": "fixed-and-variable-amount", "fields": ["v", "w"]}]}}"#;
    decides(
        schema,
        &[
            r#"[{"kind": "a", "v": "1"}, {"w": "1"}]"#,
            r#"[{"kind": "a", "v": "1"}, {"kind": "b", "w": "1"}]"#,
            r#"[{"kind": "b", "w": "1"}, {"kind": "a", "v": "1"}]"#,
        ],
        &[r#"[{"kind": "a", "v": "1", "w": "1"}]"#],
        &[
            r#"[{"kind": "a", "v": "1"}, {"v": "1"}]"#,
            r#"[{"w": "1"}, {"kind": "a", "w": "1"}]"#,
            r#"[{"w": "1"}, {}]"#,
            r#"[{"w": "1"}, {"kind": "b", "v": "1", "w": "1"}]"#,
        ],
    );
}

#[test]
fn what_is_wrong_twice_is_wrong() {
    let properties = r#""properties": {"kind": {"type": "string"}, "x": {"type": "string"}, "y": {"type": "string"}}"#;
    let kind = r#""if": {"properties": {"kind": {"enum": ["a"]}}, "required": ["kind"]}"#;
    let schema = |rest: &str| format!(r#"{{"type": "object", {properties}, {rest}}}"#);
    decides(
        &schema(&format!(
            r#""allOf": [{{{kind}, "then": {{"required": ["x"]}}}}, {{"if": {{"required": ["y"]}}, "then": {{"required": ["x"]}}}}]"#
        )),
        &[r#"{"kind": "a", "x": "1"}"#, r#"{"kind": "b"}"#],
        &[],
        &[r#"{"kind": "a", "y": "1"}"#, r#"{"kind": "a"}"#, r#"{"y": "1"}"#],
    );
    decides(
        &schema(&format!(r#""allOf": [{{{kind}, "then": {{"required": ["x"], "properties": {{"y": false}}}}}}]"#)),
        &[r#"{"kind": "a", "x": "1"}"#, r#"{"kind": "b", "y": "1"}"#],
        &[],
        &[r#"{"kind": "a", "y": "1"}"#, r#"{"kind": "a", "x": "1", "y": "1"}"#],
    );
    decides(
        &schema(&format!(r#""allOf": [{{{kind}, "else": {{"properties": {{"y": false}}}}}}]"#)),
        &["{}", r#"{"kind": "a", "y": "1"}"#, r#"{"x": "1"}"#],
        &[],
        &[r#"{"y": "1"}"#, r#"{"kind": "b", "y": "1"}"#],
    );
}

#[test]
fn a_member_is_asked_for_all_that_a_condition_asks() {
    let object = r#"{"type": "object", "properties": {"x": {"type": "string"}, "y": {"type": "string"}}, "additionalProperties": true}"#;
    let schema = |then: &str| {
        format!(
            r#"{{"type": "object", "properties": {{"kind": {{"type": "string"}}, "u": {{"type": "object", "properties": {{"y": {{}}, "x": {{}}}}}}, "v": {object}}},
                "allOf": [{{"if": {{"properties": {{"kind": {{"enum": ["a"]}}}}, "required": ["kind"]}}, "then": {{"properties": {then}}}}}]}}"#
        )
    };
    for (then, right, wrong) in [
        (r#"{"v": {"required": ["y"], "minProperties": 2}}"#, r#"{"x": "1", "y": "1"}"#, r#"{"y": "1"}"#),
        (r#"{"v": {"required": ["y"], "properties": {"y": {"const": "1"}}}}"#, r#"{"y": "1"}"#, r#"{"y": "2"}"#),
        (
            r#"{"v": {"required": ["y"], "properties": {"y": {}}, "additionalProperties": false}}"#,
            r#"{"y": "1"}"#,
            r#"{"y": "1", "x": "1"}"#,
        ),
        (r#"{"u": {"required": ["x"]}, "v": {"required": ["y"]}}"#, r#"{"y": "1"}"#, r#"{"x": "1"}"#),
    ] {
        let put =
            |value: &str| [format!(r#"{{"kind": "a", "v": {value}}}"#), format!(r#"{{"v": {value}, "kind": "a"}}"#)];
        let ([right, also], [wrong, too]) = (put(right), put(wrong));
        decides(&schema(then), &[&right, &also], &[], &[&wrong, &too]);
    }
    let text = r#"{"type": "object", "properties": {"kind": {"type": "string"}, "v": {"type": "string"}},
        "if": {"properties": {"kind": {"enum": ["a"]}}, "required": ["kind"]}, "then": {"properties": {"v": {"maxLength": 3}}}}"#;
    decides(text, &[r#"{"kind": "a", "v": "abc"}"#], &[], &[r#"{"kind": "a", "v": "abcd"}"#]);
}

#[test]
fn more_conditions_than_a_plan_can_hold_are_decided() {
    for count in [1, 2, 3, 4, 20, 29, 30, 31, 50, 70] {
        let list = |one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<Vec<_>>().join(", ");
        let properties = list(&|at| format!(r#""k{at}": {{"type": "string"}}, "v{at}": {{"type": "string"}}"#));
        let conditions = list(&|at| {
            format!(
                r#"{{"if": {{"properties": {{"k{at}": {{"enum": ["a"]}}}}, "required": ["k{at}"]}}, "then": {{"required": ["v{at}"]}}}}"#
            )
        });
        let schema = format!(r#"{{"type": "object", "properties": {{{properties}}}, "allOf": [{conditions}]}}"#);
        let [met, other] =
            ["a", "b"].map(|kind| format!("{{{}}}", list(&|at| format!(r#""k{at}": "{kind}", "v{at}": "1""#))));
        let end = count - 1;
        let (missed, only) = (met.replace(&format!(r#", "v{end}": "1""#), ""), format!(r#"{{"k{end}": "a"}}"#));
        decides(&schema, &["{}", &met, &other, &format!(r#"{{"k{end}": "b"}}"#)], &[], &[&missed, &only]);
    }
}

#[test]
fn there_is_no_plan_where_a_condition_asks_for_what_only_the_evaluator_sees() {
    let schema = |customer: &str| {
        format!(
            r#"{{"type": "object", "properties": {{"customer": {customer}, "v": {{"type": "string"}}}},
                "if": {{"properties": {{"customer": {{"properties": {{"kind": {{"enum": ["a"]}}}}, "required": ["kind"]}}}}, "required": ["customer"]}},
                "then": {{"required": ["v"]}}}}"#
        )
    };
    let kind = r#""type": "object", "properties": {"kind": {"type": "string"}}"#;
    decides(
        &schema(&format!("{{{kind}}}")),
        &["{}", r#"{"customer": {"kind": "b"}}"#, r#"{"customer": {"kind": "a"}, "v": "1"}"#],
        &[],
        &[r#"{"customer": {"kind": "a"}}"#],
    );
    for scope in [Scope::Errors, Scope::Findings] {
        assert!(Plan::of(lowered(&schema(&format!(r#"{{{kind}, "minProperties": 1}}"#))), scope).is_none());
    }
    // What a value asks for by itself is its own matter.
    let own = r#"{"items": {"type": "object", "properties": {"kind": {"type": "string"}, "v": {"type": "string"}, "w": {"type": "string"}}, "minProperties": 1,
        "if": {"properties": {"kind": {"enum": ["a"]}}, "required": ["kind"]}, "then": {"properties": {"v": {"minLength": 2}, "w": {"minLength": 2}}, "required": ["v"]}}}"#;
    decides(
        own,
        &[r#"[{"kind": "a", "v": "12"}]"#],
        &[],
        &[r#"[{"kind": "a"}]"#, "[{}]", r#"[{"kind": "a", "v": "1"}]"#],
    );
}
