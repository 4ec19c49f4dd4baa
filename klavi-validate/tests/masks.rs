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
