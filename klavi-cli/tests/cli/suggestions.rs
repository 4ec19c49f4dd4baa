//! Corrected values: only where the user asked for values, and such that they can be written as they stand.

use crate::support::{Call, folder, formats, validate};
use insta::assert_snapshot;
use serde_json::Value;

const ORDER: &str = r#"{
  "clientRequestId": "order-1", "institutionId": "bank-1", "initType": "pix_dict",
  "customer": {"identifierType": "CPF", "identifier": "761.092.776-73", "fullName": "Klavi Test"},
  "date": "2025-07-01",
  "proxy": "+55 (11) 91234-5678", "amuont": "1.326,80", "amount": "19.9", "currency": "BRL",
  "redirectUrl": "https://loja.example/volta",
  "clientMetadata": {"platform": "BROWSER", "os": "LINUX", "osVersion": "6.1"},
  "debtorAccount": {"ispb": "00000000", "issuer": "1774", "number": "32422-X", "accountType": "CACC"}
}
"#;
/// The second document stands behind characters of several bytes.
const LINES: &str = concat!(
    r#"{"note": "漢字é", "accessKey": "a", "secretKey": "b"}"#,
    "\n",
    r#"{"note": "漢字é", "accessKey": "a", "secretKye": "chave-plantada"}"#,
    "\n"
);
const MENDED: [&str; 5] = ["PIX_DICT\"", "76109277673", "+5511912345678", "19.90", "324220"];

fn files() -> tempfile::TempDir {
    folder(&[("order.json", ORDER), ("keys.jsonl", LINES)])
}

fn order(flags: &str) -> Call {
    validate(&format!("-s create-payment.request {flags} order.json"))
}

#[test]
fn text_offers_the_token_to_write() {
    let files = files();
    let of = |lang: &str| order(&format!("--values full --lang {lang}")).within(files.path()).run().out;
    assert_snapshot!("suggestions-text-en", of("en"));
    assert_snapshot!("suggestions-text-pt-BR", of("pt-BR"));
}

#[test]
fn sarif_carries_fixes() {
    let files = files();
    for lang in ["en", "pt-BR"] {
        let out = order(&format!("--values full -o sarif --lang {lang}")).within(files.path()).run().out;
        let log: Value = serde_json::from_str(&out).unwrap();
        let all: Vec<&Value> = fixes(&log).collect();
        assert_snapshot!(format!("suggestions-sarif-{lang}"), format!("{:#}", serde_json::json!(all)));
    }
}

#[test]
fn nothing_is_suggested_unless_values_are_asked_for() {
    let files = files();
    for format in formats() {
        for flags in ["", "--values masked", "--values none", "-v"] {
            for lang in ["en", "pt-BR"] {
                let out = order(&format!("-o {format} --lang {lang} {flags}")).within(files.path()).run().out;
                for word in ["suggestion", "sugestão", "\"fixes\""].iter().chain(&MENDED[1..]) {
                    assert!(!out.contains(word), "{format} {flags}: {word}");
                }
            }
        }
    }
    let full = order("--values full").within(files.path()).run().out;
    for token in MENDED {
        assert!(full.contains(token), "{token} is missing in\n{full}");
    }
}

/// The fixes of a log.
fn fixes(log: &Value) -> impl Iterator<Item = &Value> {
    let results = log["runs"][0]["results"].as_array().unwrap();
    results.iter().filter_map(|result| result.get("fixes")).flat_map(|fixes| fixes.as_array().unwrap())
}

/// The file after the replacements of all its fixes, from the last to the first.
fn applied(file: &str, log: &Value) -> (String, usize) {
    let mut text = file.to_owned();
    let mut count = 0;
    let changes = fixes(log).flat_map(|fix| fix["artifactChanges"].as_array().unwrap());
    let mut replacements: Vec<&Value> = changes.flat_map(|change| change["replacements"].as_array().unwrap()).collect();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    replacements.sort_by_key(|change| std::cmp::Reverse(number(&change["deletedRegion"]["byteOffset"])));
    for change in replacements {
        let region = &change["deletedRegion"];
        let start = number(&region["byteOffset"]);
        let (first, last) = (at(file, region, "start"), at(file, region, "end"));
        assert_eq!((first, last), (start, start + number(&region["byteLength"])), "both ways to point agree");
        text.replace_range(first..last, change["insertedContent"]["text"].as_str().unwrap());
        count += 1;
    }
    (text, count)
}

/// The byte that a line and a column, in characters, mean.
fn at(file: &str, region: &Value, side: &str) -> usize {
    let number = |name: &str| usize::try_from(region[format!("{side}{name}")].as_u64().unwrap()).unwrap();
    let before: usize = file.split_inclusive('\n').take(number("Line") - 1).map(str::len).sum();
    before + file[before..].chars().take(number("Column") - 1).map(char::len_utf8).sum::<usize>()
}

#[test]
fn fixes_applied_as_they_stand_mend_the_file() {
    let url = "https://api.klavi.ai/payment/customer/v1/instant/payments";
    let body = serde_json::to_string(ORDER).unwrap();
    let har = format!(
        r#"{{"log": {{"entries": [{{"request": {{"method": "POST", "url": "{url}", "postData": {{"text": {body}}}}},
        "response": {{"status": 401}}}}]}}}}"#
    );
    let inputs = [
        ("order.json", ORDER, "-s create-payment.request order.json", 5, 5),
        // The right name is there then, so that no name is missing either.
        ("keys.jsonl", LINES, "-s auth.request keys.jsonl", 1, 2),
        ("calls.har", &har, "calls.har", 5, 5),
    ];
    for (name, text, arguments, expected, gone) in inputs {
        let log = |text: &str| -> Value {
            let files = folder(&[(name, text)]);
            let call = validate(&format!("--values full -o sarif {arguments}")).within(files.path());
            serde_json::from_str(&call.run().out).unwrap()
        };
        let (mended, count) = applied(text, &log(text));
        assert_eq!(count, expected, "{name}");
        assert_eq!(fixes(&log(&mended)).count(), 0, "{name}: {mended}");
        let results = |log: &Value| log["runs"][0]["results"].as_array().unwrap().len();
        assert_eq!(results(&log(&mended)), results(&log(text)) - gone, "{name}: {mended}");
    }
}

#[test]
fn no_secret_is_in_a_suggestion() {
    let files = files();
    for format in formats() {
        let call = validate(&format!("--values full -s auth.request -o {format} keys.jsonl"));
        let out = call.within(files.path()).run().out;
        assert!(!out.contains("plantada"), "{format}: {out}");
    }
}
