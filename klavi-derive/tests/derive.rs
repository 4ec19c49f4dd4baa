//! What the derive accepts, and that the programs it emits judge documents.

extern crate klavi_core as renamed;

use klavi_core::{Code, Finding, Limits, Validate as _, run};
use klavi_derive::Validate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

fn codes<T: klavi_core::Validate>(document: &str) -> Vec<Code> {
    let mut findings: Vec<Finding> = Vec::new();
    run(T::PROGRAM, document.as_bytes(), Limits::default(), None, &mut findings);
    findings.iter().map(|finding| finding.code).collect()
}

/// No error in the check means that serde reads the type.
fn reads<T: klavi_core::Validate + for<'de> Deserialize<'de>>(document: &str) -> T {
    assert_eq!(codes::<T>(document), []);
    serde_json::from_str(document).unwrap()
}

/// Names by `rename_all`, a word of Rust, an `Option` by its whole path, an alias.
#[derive(Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
#[klavi(schema_file = "tests/schemas/transfer.json", crate = "::klavi_core")]
struct Transfer {
    client_id: String,
    #[serde(alias = "value")]
    amount: String,
    r#type: ::std::option::Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

#[test]
fn own_file() {
    let transfer: Transfer = reads(r#"{"clientId": "a", "amount": "1.00"}"#);
    assert_eq!(
        (transfer.client_id, transfer.amount, transfer.r#type, transfer.note),
        ("a".to_owned(), "1.00".to_owned(), None, String::new())
    );
    assert_eq!(codes::<Transfer>(r#"{"clientId": "123456", "amount": "1"}"#), [Code::MaxLength, Code::Pattern]);
    assert_eq!(codes::<Transfer>(r#"{"amount": "1.00", "typ": 1}"#), [Code::UnknownField, Code::Required]);
    assert_eq!(Transfer::PROGRAM.name, "transfer");
}

#[test]
fn a_pattern_for_the_engine() {
    let text = format!("çac{}", "é".repeat(300));
    let document = |text: &str| format!(r#"{{"clientId": "a", "amount": "1.00", "type": "{text}"}}"#);
    assert_eq!(codes::<Transfer>(&document(&text)), []);
    assert_eq!(codes::<Transfer>(&document("ça")), [Code::Pattern]);
}

/// Names one by one; what is no property of its own.
#[derive(Deserialize, Validate)]
#[klavi(schema_file = "tests/schemas/transfer.json", crate = "::klavi_core")]
struct Partly {
    #[serde(rename = "amount")]
    value: String,
    #[serde(skip)]
    seen: bool,
    #[serde(flatten)]
    rest: HashMap<String, String>,
}

#[test]
fn renamed_skipped_flattened() {
    let partly: Partly = reads(r#"{"clientId": "a", "amount": "1.00"}"#);
    assert_eq!((partly.value.as_str(), partly.seen, partly.rest["clientId"].as_str()), ("1.00", false, "a"));
}

/// The default of the whole struct fills every field.
#[derive(Default, Deserialize, Validate)]
#[serde(default)]
#[klavi(schema_file = "tests/schemas/transfer.json", crate = "::klavi_core")]
struct Filled {
    amount: String,
    note: String,
    #[serde(skip_deserializing)]
    r#type: String,
}

#[test]
fn default_of_the_container() {
    let filled: Filled = reads(r#"{"clientId": "a", "amount": "1.00"}"#);
    assert_eq!((filled.amount.as_str(), filled.note.as_str(), filled.r#type.as_str()), ("1.00", "", ""));
}

#[derive(Deserialize, Validate)]
#[klavi(schema_file = "tests/schemas/transfer.json", crate = "::klavi_core")]
struct Generic<'a, T: Clone>
where
    T: Default,
{
    amount: T,
    note: Option<&'a str>,
}

#[test]
fn generic_struct() {
    let document = r#"{"clientId": "a", "amount": "1.00", "note": "x"}"#;
    assert_eq!(codes::<Generic<'_, String>>(document), []);
    let generic: Generic<'_, String> = serde_json::from_str(document).unwrap();
    assert_eq!((generic.amount.as_str(), generic.note), ("1.00", Some("x")));
}

/// A part of the file, by pointer; one unnamed field.
#[derive(Deserialize, Validate)]
#[klavi(schema_file = "tests/schemas/transfer.json#/$defs/list", crate = "::klavi_core")]
struct List(Vec<Transfer>);

/// The same with a name that serde does not see.
#[derive(Deserialize, Validate)]
#[serde(transparent)]
#[klavi(schema_file = "tests/schemas/transfer.json#/$defs/list", crate = "::klavi_core")]
struct Named {
    transfers: Vec<Transfer>,
}

#[derive(Debug, PartialEq, Deserialize, Validate)]
#[klavi(schema_file = "tests/schemas/transfer.json#/$defs/kind", crate = "::klavi_core")]
enum Kind {
    #[serde(rename = "PIX_DICT")]
    Dict,
    #[serde(rename = "PIX_MANU")]
    Manu,
}

#[test]
fn tuple_transparent_enum() {
    let document = r#"[{"clientId": "a", "amount": "1.00"}]"#;
    assert_eq!(reads::<List>(document).0.len(), 1);
    assert_eq!(reads::<Named>(document).transfers.len(), 1);
    assert_eq!(codes::<List>("[]"), [Code::MinItems]);
    assert_eq!(codes::<Named>(r#"[{"amount": "1.00"}]"#), [Code::Required]);
    assert_eq!((reads::<Kind>(r#""PIX_DICT""#), reads::<Kind>(r#""PIX_MANU""#)), (Kind::Dict, Kind::Manu));
    assert_eq!(codes::<Kind>(r#""PIX""#), [Code::Enum]);
    assert_eq!(List::PROGRAM.name, "transfer#/$defs/list");
}

/// The schema stands in the attribute.
#[derive(Deserialize, Validate)]
#[klavi(
    schema = r##"{
        "type": "object",
        "properties": {"id": {"type": "integer"}, "tags": {"$ref": "#/$defs/tags"}},
        "required": ["id"],
        "dependentRequired": {"tags": ["id"]},
        "$defs": {"tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": true, "contains": {"const": "a"}}}
    }"##,
    crate = "::klavi_core"
)]
struct Inline {
    id: u64,
    tags: Option<Vec<String>>,
}

#[test]
fn schema_in_the_attribute() {
    let inline: Inline = reads(r#"{"id": 1, "tags": ["b", "a"]}"#);
    assert_eq!((inline.id, inline.tags.unwrap().len()), (1, 2));
    assert_eq!(
        codes::<Inline>(r#"{"tags": ["b", "b"]}"#),
        [Code::Contains, Code::UniqueItems, Code::Required, Code::Required]
    );
    assert_eq!(Inline::PROGRAM.name, "Inline");
}

/// A format of an RFC, as a check.
#[derive(Deserialize, Validate)]
#[klavi(
    schema = r#"{"x-format-assertion": true, "type": "object", "properties": {"at": {"type": "string", "format": "date-time"}}}"#,
    crate = "::klavi_core"
)]
struct Stamped {
    at: Option<String>,
}

#[test]
fn a_format_that_is_asserted() {
    let stamped: Stamped = reads(r#"{"at": "2026-01-31T14:30:00\u005a"}"#);
    assert_eq!(stamped.at.as_deref(), Some("2026-01-31T14:30:00Z"));
    assert_eq!(codes::<Stamped>(r#"{"at": "2026-01-31 14:30"}"#), [Code::Format]);
}

/// Variants that serde reads from an object with one member, or without a tag.
#[derive(Deserialize, Validate)]
#[klavi(schema = r#"{"type": "object", "properties": {"Amount": true, "Note": true}}"#, crate = "::klavi_core")]
enum Tagged {
    Amount(String),
    Note { text: String },
}

#[derive(Deserialize, Validate)]
#[serde(untagged)]
#[klavi(schema_file = "tests/schemas/transfer.json", crate = "::klavi_core")]
enum Untagged {
    Transfer(Transfer),
}

#[test]
fn enums_over_objects() {
    let (Tagged::Amount(text) | Tagged::Note { text }) = reads::<Tagged>(r#"{"Note": {"text": "a"}}"#);
    assert_eq!(text, "a");
    let Untagged::Transfer(transfer) = reads(r#"{"clientId": "a", "amount": "1.00"}"#);
    assert_eq!(transfer.amount, "1.00");
}

/// The runtime under another name, as by `[dependencies] renamed = { package = "klavi-core" }`.
#[derive(Deserialize, Validate)]
#[klavi(schema = "contracts/auth.request.schema.json", crate = "renamed")]
struct Login {
    #[serde(rename = "accessKey")]
    access: String,
    #[serde(rename = "secretKey")]
    secret: String,
}

#[test]
fn contract_and_renamed_runtime() {
    let login: Login = reads(r#"{"accessKey": "a", "secretKey": "b"}"#);
    assert_eq!((login.access.as_str(), login.secret.as_str()), ("a", "b"));
    assert_eq!(codes::<Login>(r#"{"accessKey": "a"}"#), [Code::Required]);
    assert_eq!(Login::PROGRAM.name, "auth.request");
}

/// A schema in two files: both are read, and the fields of each part are held against the file that describes it.
#[derive(Deserialize, Validate)]
#[klavi(schema_file = "tests/schemas/order.json", crate = "::klavi_core")]
struct Order {
    address: Address,
    zip: Option<String>,
}

#[derive(Deserialize, Validate)]
#[klavi(schema_file = "tests/schemas/order.json#/properties/address", crate = "::klavi_core")]
struct Address {
    zip: String,
}

#[test]
fn a_schema_of_two_files() {
    let order: Order = reads(r#"{"address": {"zip": "01310100"}}"#);
    assert_eq!((order.address.zip.as_str(), order.zip), ("01310100", None));
    assert_eq!(codes::<Order>(r#"{"address": {"zip": "01310-100"}, "zip": 1}"#), [Code::Pattern, Code::Type]);
    assert_eq!(codes::<Address>("{}"), [Code::Required]);
}
