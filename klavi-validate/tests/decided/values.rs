//! Texts, numbers and words.

use super::{decides, leaves};

#[test]
fn numbers_and_words_of_every_spelling_are_accepted() {
    let numbers = [
        "0",
        "-0",
        "7",
        "-17",
        "1.5",
        "-0.25",
        "10e2",
        "1.5E+3",
        "1e-3",
        "0e0",
        "2E7",
        "1234567890123456789012345678901",
        "12345678901234567890123456789012",
        "123456789012345678901234567890123.5",
        "12345678901234567890.123456789012",
        "1234567890.12345678901234567890123e12",
    ];
    let words = ["null", "true", "false"];
    let wrong =
        ["01", "-01", "00", "1.", "1.e5", ".5", "1e", "1e+", "1.5e-", "-", "+1", "1x", "nul", "nulll", "True", "tru"];
    for place in ["@", "[@]", "[0,@ ,-1]", "{\"a\":@}", "{\"a\":@ ,\"b\": @\n}"] {
        for token in numbers.into_iter().chain(words) {
            decides("{}", &[&place.replace('@', token)], &[], &[]);
        }
        for token in wrong {
            decides("{}", &[], &[], &[&place.replace('@', token)]);
        }
    }
}

#[test]
fn a_type_of_numbers_or_words_is_accepted_alone() {
    decides(r#"{"type": "integer"}"#, &["0", "-5"], &[], &["1.5", "null", "\"1\"", "[]", "{}"]);
    leaves(r#"{"type": "integer"}"#, &["1.0", "1e2"]);
    decides(r#"{"type": ["number", "null"]}"#, &["1", "1.5", "1e2", "null"], &[], &["true", "\"1\"", "[]"]);
    decides(r#"{"type": "boolean"}"#, &["true", "false"], &[], &["null", "0"]);
    decides(r#"{"type": "array"}"#, &["[]", "[1]"], &[], &["{}", "1", "\"\""]);
    decides(r#"{"type": "object", "additionalProperties": true}"#, &["{}", "{\"a\":[]}"], &[], &["[]", "\"\""]);
    decides(r#"{"minimum": 3}"#, &["3", "5.5", "\"a\"", "[1]"], &[], &["1", "-5"]);
    decides(r#"{"enum": [1, "a", null, [2]]}"#, &["1", "1.0", "\"a\"", "null", "[2]"], &[], &["2", "\"b\"", "[1]"]);
}

#[test]
fn a_text_is_accepted_by_its_length() {
    let texts = [r#""""#, r#""a""#, r#""é""#, r#""ab""#, r#""éa""#, r#""abc""#, r#""éaé""#, r#""abcd""#, r#""éaéa""#];
    let lengths = [0, 1, 1, 2, 2, 3, 3, 4, 4];
    for (min, max) in [(0, 0), (0, 3), (1, 2), (2, 3), (3, 3), (4, 9)] {
        let schema = format!(r#"{{"type": "string", "minLength": {min}, "maxLength": {max}}}"#);
        let (right, wrong): (Vec<_>, Vec<_>) =
            texts.iter().zip(lengths).partition(|(_, len)| (min..=max).contains(len));
        let texts = |list: Vec<(&&'static str, i32)>| list.into_iter().map(|(text, _)| *text).collect::<Vec<_>>();
        decides(&schema, &texts(right), &[], &texts(wrong));
    }
    decides(r#"{"minLength": 2}"#, &[r#""a\u0061""#, r#""\\\"""#, "1"], &[], &[r#""\u0061""#, r#""\"""#]);
    decides(r#"{"minLength": 1, "x-max-bytes": 3}"#, &[r#""a""#, r#""abc""#, r#""éa""#], &[], &[r#""""#, r#""abcd""#]);
    decides(r#"{"x-max-bytes": 3}"#, &[r#""abc""#, r#""éa""#, r#""a\u0061""#], &[], &[r#""éé""#, r#""abcd""#]);
}

#[test]
fn a_text_is_accepted_by_its_patterns() {
    decides(r#"{"pattern": "^[^a]*$"}"#, &[r#""""#, r#""b""#, r#""éB0""#, r#""\u0062""#], &[], &[r#""bab""#, r#""a""#]);
    decides(
        r#"{"pattern": "^[0-9]+([.][0-9]+)?$", "maxLength": 5}"#,
        &[r#""1""#, r#""1.5""#, r#""12345""#, r#""123.5""#],
        &[],
        &[r#""""#, r#""1234.5""#, r#""a""#, r#""123456""#],
    );
    decides(
        r#"{"pattern": "^[+][0-9]{4,}$"}"#,
        &[r#""+5511""#, r#""+55119""#],
        &[],
        &[r#""5511""#, r#""+55""#, r#"",0101""#],
    );
    decides(r#"{"pattern": "^[0-5]+$"}"#, &[r#""0""#, r#""012345""#], &[], &[r#""9""#, r#""678""#, r#""0129""#]);
    decides(r#"{"pattern": "^[0-9]{2,25}$"}"#, &[r#""01""#], &[], &[r#""0""#, r#""01234567890123456789012345""#]);
    decides(
        r#"{"pattern": "^[0-9]{1,20}[A-F]{2}$"}"#,
        &[r#""0AF""#, r#""012AB""#],
        &[],
        &[r#""0A""#, r#""AFA""#, r#""0G""#],
    );
    decides(r#"{"pattern": "^([0-9]+|[A-Z]{3,})$"}"#, &[r#""0""#, r#""ABC""#], &[], &[r#""AB""#, r#""0A""#, r#""ab""#]);
    decides(r#"{"pattern": "^[0-9]*[02468]$"}"#, &[r#""0""#, r#""132""#], &[], &[r#""1""#, r#""233""#, r#""a2""#]);
    decides(r#"{"not": {"pattern": "[0-9]"}}"#, &[r#""ABC""#, r#""é""#, r#""\"""#], &[], &[r#""A1""#, r#""1""#]);
    let thirty = format!("\"{}\"", "7".repeat(30));
    let longer = format!("\"{}\"", "7".repeat(31));
    let long = format!("\"{}\"", "7".repeat(99));
    let bad = format!("\"{}x\"", "7".repeat(98));
    decides(r#"{"pattern": "^[0-9]+$"}"#, &[&thirty, &longer, &long], &[], &[&bad]);
}

#[test]
fn a_text_is_accepted_by_a_closed_list() {
    let words =
        ["A", "B", "AB", "BA", "PIX_INIC", "PIX_DICT", "PIX_MANU", "PIX_AUTO", "thirty characters are in a text"];
    let texts = words.map(|word| format!("\"{word}\""));
    let schema = format!(r#"{{"enum": [{}]}}"#, texts.join(","));
    let right = texts.each_ref().map(String::as_str);
    decides(&schema, &right, &[], &[r#""""#, r#""a""#, r#""C""#, r#""AA""#, r#""PIX_INIT""#, r#""PIX_"""#]);
    decides(&schema, &[r#""\u0041""#, r#""PIX\u005fDICT""#], &[], &[r#""\u0043""#]);
}

#[test]
fn a_text_is_accepted_through_schemas_that_are_applied_to_it() {
    decides(
        r#"{"anyOf": [{"type": "string", "minLength": 3}, {"const": "a"}, {"type": "null"}]}"#,
        &[r#""a""#, r#""abc""#, r#""a\u0062c""#, "null"],
        &[],
        &[r#""ab""#, r#""""#, "1"],
    );
    decides(
        r#"{"oneOf": [{"type": "string", "minLength": 3}, {"type": "string", "maxLength": 5}]}"#,
        &[r#""ab""#, r#""abcdef""#],
        &[],
        &[r#""abcd""#, "1"],
    );
    decides(r#"{"not": {"enum": ["a", "b"]}}"#, &[r#""c""#, r#""\u0063""#, "1"], &[], &[r#""a""#, r#""\u0062""#]);
    decides(
        r#"{"if": {"minLength": 3}, "then": {"const": "abc"}, "else": {"enum": ["a", "b"]}}"#,
        &[r#""abc""#, r#""a""#],
        &[],
        &[r#""abd""#, r#""c""#],
    );
    decides(r#"{"if": {"minLength": 3}, "then": {"const": "abc"}}"#, &[r#""abc""#, r#""x""#], &[], &[r#""abd""#]);
    decides(r#"{"allOf": [{"enum": ["a", "b"]}, {"enum": ["b", "c"]}]}"#, &[r#""b""#], &[], &[r#""a""#, r#""c""#]);
}

#[test]
fn advice_counts_for_findings_alone() {
    decides(r#"{"x-expect": {"minLength": 3}}"#, &[r#""abc""#, "1"], &[r#""ab""#], &[]);
    decides(r#"{"x-expect": {"pattern": "^a"}}"#, &[r#""abc""#, r#""\u0061""#], &[r#""bc""#, r#""é""#], &[]);
    decides(r#"{"minLength": 1, "x-expect": {"pattern": "^a"}}"#, &[r#""ab""#], &[r#""bc""#, r#""é""#], &[r#""""#]);
    decides(r#"{"x-expect": {"not": {"pattern": "^a"}}}"#, &[r#""b""#], &[r#""abc""#, r#""a\n""#, r#""a""#], &[]);
    decides(
        r#"{"maxLength": 9, "x-expect": {"not": {"pattern": "^[!-\\[]"}}}"#,
        &[r#""abc""#],
        &[r#""Abc""#, r#""[""#, "\"#\""],
        &[],
    );
    decides(
        r#"{"maxLength": 4, "x-expect": {"not": {"pattern": " "}}}"#,
        &[r#""abc""#, r#""é""#],
        &[r#""b c""#, r#"" ""#],
        &[r#""abcde""#],
    );
    decides(
        r#"{"maxLength": 9, "x-expect": {"pattern": "^[A-Z][a-z ]*$"}}"#,
        &[r#""Ana b""#],
        &[r#""ana""#, r#""Ana B""#, r#""A\n""#],
        &[r#""Ana banana""#],
    );
    decides(r#"{"x-known-values": ["abc", "abd"]}"#, &[r#""abc""#, r#""ab\u0063""#], &[r#""b c""#, r#""""#], &[]);
    decides(r#"{"x-format": "cpf"}"#, &[r#""52998224725""#], &[r#""52998224724""#, r#""5""#], &[]);
    decides(r#"{"x-format": "date"}"#, &[r#""2024-02-29""#], &[r#""2024-02-30""#, r#""2024""#], &[]);
    decides(
        r#"{"type": "object", "properties": {"a": {"type": "string"}}, "x-expect": {"required": ["a"]}}"#,
        &[r#"{"a": "1"}"#],
        &["{}", r#"{"a": "1", "b": 1}"#],
        &[r#"{"a": 1}"#],
    );
}

#[test]
fn an_absent_member_that_a_response_gives_as_null_is_a_finding() {
    decides(
        r#"{"x-direction": "response", "type": "object", "properties": {"a": {"type": ["string", "null"]},
            "b": {"type": "null"}, "c": {}, "d": {"type": "string"}}}"#,
        &[r#"{"a": "1", "b": null, "c": null, "d": "1"}"#, "{}"],
        &[r#"{"a": null}"#],
        &[r#"{"d": null}"#, r#"{"a": 1}"#],
    );
    decides(r#"{"type": ["string", "null"]}"#, &["null", r#""a""#], &[], &["1"]);
}
