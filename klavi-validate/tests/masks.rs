//! What may be shown of a document, by what its schema says of it.

mod common;

use common::mutants;
use common::random::Random;
use klavi_codegen::SchemaFile;
use klavi_core::program::Program;
use klavi_core::{Exhibit, Mask, masks, masks_near};
use klavi_validate::{contract, contracts};

/// The mask of every place where these bytes stand in the document.
fn masks_of(part: &Exhibit<'_>, wanted: &str) -> Vec<Mask> {
    let text = |start: u32, end: u32| &part.text[start as usize..end as usize];
    let all = masks(part).into_iter();
    all.filter(|(span, _)| text(span.start, span.end) == wanted.as_bytes()).map(|(_, mask)| mask).collect()
}

#[test]
fn not_even_the_length_of_names_and_addresses_is_shown() {
    let program = contract("create-payment.request").unwrap().program;
    let text = br#"{"customer": {"name": "Fulana", "email": "f@example.com", "phone": "+5511912345678"}}"#;
    let document = Exhibit::whole(program, text);
    assert_eq!(masks_of(&document, "\"Fulana\""), [Mask::Name]);
    assert_eq!(masks_of(&document, "\"f@example.com\""), [Mask::Name]);
    assert_eq!(masks_of(&document, "\"+5511912345678\""), [Mask::Shape]);
}

fn program(schema: &str) -> &'static Program {
    let file = SchemaFile::new("own", schema).unwrap_or_else(|error| panic!("{schema}: {error:?}"));
    klavi_codegen::program(&file, "", "own").unwrap_or_else(|error| panic!("{schema}: {error:?}"))
}

#[test]
fn what_a_condition_says_of_one_member_hides_no_other() {
    let program = program(
        r#"{"properties": {"a": {}, "b": {"enum": ["shown"]}}, "if": {"required": ["b"]},
            "then": {"properties": {"a": {"type": "string", "x-class": "secret"}}}}"#,
    );
    let document = Exhibit::whole(program, br#"{"a": "hidden", "b": "shown"}"#);
    assert_eq!(masks_of(&document, "\"hidden\""), [Mask::Secret]);
    assert_eq!(masks_of(&document, "\"shown\""), [Mask::Plain]);
}

#[test]
fn a_secret_is_one_below_every_keyword_that_leads_to_it() {
    let secret = r#"{"type": "string", "x-class": "secret"}"#;
    for (schema, document) in [
        (r#"{"properties": {"a": S}}"#, r#"{"a": V}"#),
        (r#"{"additionalProperties": S}"#, r#"{"a": V}"#),
        (r#"{"patternProperties": {"^a": S}}"#, r#"{"ab": V}"#),
        (r#"{"unevaluatedProperties": S}"#, r#"{"a": V}"#),
        (r#"{"dependentSchemas": {"b": {"properties": {"a": S}}}}"#, r#"{"a": V, "b": 1}"#),
        (r#"{"items": S}"#, "[V]"),
        (r#"{"prefixItems": [true, S]}"#, "[1, V]"),
        (r#"{"prefixItems": [true], "items": S}"#, "[1, V]"),
        (r#"{"unevaluatedItems": S}"#, "[V]"),
        (r#"{"contains": S}"#, "[V]"),
        (r#"{"allOf": [{"properties": {"a": S}}]}"#, r#"{"a": V}"#),
        (r#"{"anyOf": [{"items": S}, true]}"#, "[V]"),
        (r#"{"oneOf": [{"items": S}, {"type": "object"}]}"#, "[V]"),
        (r#"{"if": {"type": "array"}, "then": {"items": S}}"#, "[V]"),
        (r#"{"if": {"type": "object"}, "else": {"prefixItems": [S]}}"#, "[V]"),
        (
            r#"{"properties": {"a": {}, "b": {}}, "if": {"required": ["b"]}, "then": {"properties": {"a": S}}}"#,
            r#"{"a": V}"#,
        ),
        (
            r#"{"properties": {"a": {}, "b": {}}, "if": {"required": ["b"]}, "else": {"properties": {"a": S}}}"#,
            r#"{"a": V}"#,
        ),
        (r##"{"$defs": {"s": S}, "items": {"$ref": "#/$defs/s"}}"##, "[V]"),
    ] {
        let text = schema
            .replace(": S", &format!(": {secret}"))
            .replace("[S", &format!("[{secret}"))
            .replace(", S", &format!(", {secret}"));
        let program = program(&text);
        let document = document.replace('V', "\"planted\"");
        let masks = masks_of(&Exhibit::whole(program, document.as_bytes()), "\"planted\"");
        assert_eq!(masks, [Mask::Secret], "{schema}");
    }
}

#[test]
fn near_some_places_masks_are_the_same_and_all_else_is_hidden() {
    let mut random = Random::new(3);
    for contract in contracts() {
        for document in mutants(contract, 5).take(300) {
            let part = Exhibit::whole(contract.program, &document);
            let first = random.below(document.len() + 1);
            let second = first + 30 + random.below(document.len() + 1);
            let places = [first..first + 20, second..second + 20];
            let is_wanted = |start: u32, end: u32| {
                places.iter().any(|place| place.start < end as usize && (start as usize) < place.end)
            };
            let all = masks(&part);
            let mut wanted = all.clone();
            wanted.retain(|(span, mask)| is_wanted(span.start, span.end) && *mask != Mask::Unread);
            let near = masks_near(&part, &places);
            let (found, hidden): (Vec<_>, Vec<_>) = near.iter().partition(|token| wanted.contains(token));
            assert_eq!(found, wanted, "{places:?}: {}", String::from_utf8_lossy(&document));
            assert!(hidden.iter().all(|(_, mask)| matches!(mask, Mask::Secret | Mask::Unread)), "{hidden:?}");
            for (token, _) in all {
                let holds = |around: &klavi_core::Span| around.start <= token.start && token.end <= around.end;
                assert!(near.iter().any(|(span, _)| holds(span)), "{token:?} is not in {near:?}");
            }
        }
    }
}

/// The masks of a value under a schema.
#[track_caller]
fn mask_of(schema: &str, document: &str, wanted: &str) -> Mask {
    let masks = masks_of(&Exhibit::whole(program(schema), document.as_bytes()), wanted);
    let [mask] = masks[..] else { panic!("{schema}: {masks:?}") };
    mask
}

#[test]
fn a_text_of_nobody_is_shown_as_its_shape_and_an_address_not_even_so() {
    assert_eq!(mask_of("{}", r#"["Fulana"]"#, "\"Fulana\""), Mask::Shape);
    assert_eq!(mask_of("{}", r#"["f@example.com"]"#, "\"f@example.com\""), Mask::Name);
    let personal = r#"{"items": {"x-class": "personal"}}"#;
    assert_eq!(mask_of(personal, r#"["f@example.com"]"#, "\"f@example.com\""), Mask::Shape);
}

#[test]
fn a_plain_value_is_shown_where_it_has_the_form_of_its_class_and_field() {
    let of = |schema: &str, value: &str| mask_of(&format!(r#"{{"items": {schema}}}"#), &format!("[{value}]"), value);
    let (text, number) = (r#"{"type": "string", "x-class": "amount"}"#, r#"{"type": "number", "x-class": "amount"}"#);
    assert_eq!(["\"1.50\"", "\"Fulana\"", "15"].map(|value| of(text, value)), [Mask::Plain, Mask::Shape, Mask::Shape]);
    let shown = ["15", "1.5", "1234567890", "123456789.01"].map(|value| of(number, value));
    assert_eq!(shown, [Mask::Plain; 4]);
    assert_eq!(["76109277673", "\"1.50\""].map(|value| of(number, value)), [Mask::Shape; 2]);
    let date = r#"{"type": "string", "x-class": "date"}"#;
    assert_eq!(["\"2024-01-31\"", "\"31 anos\""].map(|value| of(date, value)), [Mask::Plain, Mask::Shape]);
    // What is personal by one schema is no less so by another.
    for classes in [["amount", "personal"], ["personal", "amount"]] {
        let [one, other] = classes.map(|class| format!(r##"{{"$ref": "#/$defs/{class}"}}"##));
        let schema = format!(
            r#"{{"$defs": {{"amount": {{"x-class": "amount"}}, "personal": {{"x-class": "personal"}}}}, "items": {{"allOf": [{one}, {other}]}}}}"#
        );
        assert_eq!(mask_of(&schema, "[\"1.50\"]", "\"1.50\""), Mask::Shape, "{schema}");
    }
}

#[test]
fn a_listed_text_is_shown_where_the_list_judges_it_for_sure() {
    let (list, reference) = (r#"{"enum": ["shown", 1]}"#, r##"{"$ref": "#/$defs/list"}"##);
    for (items, expected) in [
        ("LIST", Mask::Plain),
        ("REF", Mask::Plain),
        (r#"{"allOf": [LIST, {"type": "string"}]}"#, Mask::Plain),
        (r#"{"allOf": [REF, {"minimum": 1}]}"#, Mask::Plain),
        (r#"{"anyOf": [REF, {"minimum": 1}]}"#, Mask::Shape),
        (r#"{"allOf": [{"minimum": 1}], "anyOf": [REF, {"type": "string"}]}"#, Mask::Shape),
        (r#"{"allOf": [REF], "anyOf": [REF, {"minimum": 2}]}"#, Mask::Plain),
        (r#"{"allOf": [REF, {"anyOf": [REF, {"minimum": 2}]}]}"#, Mask::Plain),
        (r#"{"allOf": [{"anyOf": [REF, {"minimum": 2}]}, REF]}"#, Mask::Plain),
        (r#"{"not": REF}"#, Mask::Shape),
        (r#"{"x-known-values": ["shown"]}"#, Mask::Plain),
    ] {
        let items = items.replace("LIST", list).replace("REF", reference);
        let schema = format!(r#"{{"$defs": {{"list": {list}}}, "items": {items}}}"#);
        assert_eq!(mask_of(&schema, "[\"shown\"]", "\"shown\""), expected, "{schema}");
        assert_eq!(mask_of(&schema, "[\"other\"]", "\"other\""), Mask::Shape, "{schema}");
    }
}

#[test]
fn a_slip_of_the_pen_does_not_uncover_a_field() {
    let schema = r#"{"properties": {"holder": {"x-class": "secret"}, "Fulana de Tal": {}}, "additionalProperties": {"enum": ["shown"]}}"#;
    let document = r#"{"holdr": "shown"}"#;
    assert_eq!(mask_of(schema, document, "\"shown\""), Mask::Secret);
    assert_eq!(mask_of(schema, document, "\"holdr\""), Mask::Plain);
    let document = r#"{"Fulana de Tal": 1, "Beltrana": 2, "other": "shown"}"#;
    let masks =
        ["\"Fulana de Tal\"", "\"Beltrana\"", "\"other\"", "\"shown\""].map(|text| mask_of(schema, document, text));
    assert_eq!(masks, [Mask::Plain, Mask::Shape, Mask::Plain, Mask::Plain]);
    let name = r#"{"properties": {"names": {"x-class": "name"}}}"#;
    let document = r#"{"names": {"fulana": true, "age": 7}}"#;
    let masks = ["\"fulana\"", "true", "7"].map(|text| mask_of(name, document, text));
    assert_eq!(masks, [Mask::Name; 3]);
    assert_eq!(masks_of(&Exhibit::whole(program("{}"), b"[true, null]"), "true"), []);
}

#[test]
fn a_member_is_judged_as_an_additional_one_only_where_no_other_keyword_names_it() {
    let secret = r#"{"x-class": "secret"}"#;
    let schema = format!(
        r#"{{"properties": {{"b": {{}}}}, "patternProperties": {{"^a": {{}}}}, "additionalProperties": {secret}}}"#
    );
    let document = r#"{"ab": "one", "b": "two", "c": "three"}"#;
    let masks = ["\"one\"", "\"two\"", "\"three\""].map(|text| mask_of(&schema, document, text));
    assert_eq!(masks, [Mask::Shape, Mask::Shape, Mask::Secret]);
}
