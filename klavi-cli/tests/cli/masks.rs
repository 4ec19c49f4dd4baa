//! No value of a document comes out, in any format.

use crate::support::{Call, folder, formats, validate};
use serde_json::{Value, json};

const PLANTED: [&str; 9] =
    ["planted", "lantad", "98.765", "98765", "fulana@", "Fulana", "76109277673", "1234509876", "segredo"];

#[test]
fn planted_values_do_not_appear() {
    for format in formats() {
        for extra in ["", "-v", "--values none", "--lang pt-BR", "-p /customer", "--max-depth 1", "--detect off"] {
            let done = validate(&format!("-o {format} {extra} order.json order.yaml batch.jsonl folder")).run();
            for planted in PLANTED {
                assert!(!done.out.contains(planted) && !done.err.contains(planted), "{format} {extra}: {planted}");
            }
        }
    }
}

#[test]
fn full_shows_values_but_no_secrets() {
    for format in formats() {
        let done = validate(&format!("-o {format} --values full order.json order.yaml batch.jsonl")).run();
        for secret in ["segredo", "chave-plantada"] {
            assert!(!done.out.contains(secret), "{format}: {secret}");
        }
    }
    let text = validate("--values full order.json").run().out;
    assert!(text.contains("98.765.432/1") && text.contains("Fulana") == text.contains("\"name\""), "{text}");
}

#[test]
fn names_of_members_cannot_move_the_cursor_or_break_the_line() {
    let document = r#"{"accessKey": "a", "secretKey": "b", "\u001b[2J\n1 document checked\u202e": 1}"#;
    for values in ["masked", "full"] {
        for format in ["text", "compact", "github", "tap", "junit"] {
            let call = validate(&format!("-s auth.request -o {format} --values {values}")).stdin(document);
            let out = call.run().out;
            let moves = |letter: char| letter != '\n' && letter.is_control() || letter == '\u{202e}';
            assert!(!out.contains(moves), "{values} {format}: {out}");
            assert!(out.contains("\\u{1b}["), "{values} {format}: {out}");
            assert!(out.lines().filter(|line| line.starts_with("1 document")).count() <= 1, "{values} {format}: {out}");
        }
    }
    let options = klavi_validate::Options::default().with_reveal(true);
    let report = klavi_validate::contract("auth.request").unwrap().check(document.as_bytes(), &options);
    assert_eq!(report.to_string().lines().count(), 2, "{report}");
}

#[test]
fn names_of_files_cannot_move_the_cursor() {
    let folder = folder(&[("a\u{1b}[2J.json", "{}")]);
    let done = validate("-s auth.request .").within(folder.path()).run();
    assert!(!done.out.contains('\u{1b}') && done.out.contains("a\\u{1b}[2J.json"), "{}", done.out);
}

/// A secret as a text and as a number, and what is left of them under a mask that keeps the shape.
const SECRETS: [&str; 4] = ["Xq7-wZr9", "4815162342108", "AA#-AAA#", "#############"];

/// Names of secrets, right and with a slip of the pen, and one whose letters the schema does not know.
const NAMES: [&str; 9] = [
    "secretKey",
    "accesKey",
    "scretKey",
    "SECRETKEY",
    "my_acessToken",
    "userPasswrd",
    "tokn",
    "s\u{435}cretKey",
    "senha",
];

/// Everything that JSON can hold below a secret name.
fn below() -> Value {
    let [text, number, ..] = SECRETS;
    let number: Value = number.parse().expect("a number");
    json!([text, number, {text: number, "inner": {text: [text]}}, [[text]], true, {"amount": text}])
}

/// The document of a secret under each name, with duplicate names inside, at the end of the document or behind a fault.
fn document(fault: &str) -> String {
    let members = NAMES.map(|name| format!("{}: {}, ", json!(name), below()));
    let twice = format!("\"secretKey\": {{\"{0}\": 1, \"{0}\": \"{0}\"}}", SECRETS[0]);
    format!("{{{fault} {} {twice}}}", members.concat())
}

/// The same document as JSON, as YAML, and as a body in a HAR file.
fn forms(document: &str) -> [(&'static str, String); 4] {
    let url = "https://api.klavi.ai/payment/customer/v1/auth";
    let request = json!({"method": "POST", "url": url, "postData": {"text": document}});
    let har = json!({"log": {"entries": [{"request": request, "response": {"status": 0}}]}}).to_string();
    let block =
        NAMES.map(|name| format!("{}:\n  - {}\n  - {{{}: {}}}\n", json!(name), SECRETS[0], SECRETS[0], SECRETS[1]));
    [
        ("-s auth.request --input json", document.to_owned()),
        ("-s auth.request --input yaml", document.to_owned()),
        ("-s auth.request --input yaml", block.concat() + "? [1]\n: 2\n"),
        ("--input har", har),
    ]
}

fn has_no_secret(call: Call, what: &str) {
    let done = call.run();
    for secret in SECRETS {
        assert!(!done.out.contains(secret) && !done.err.contains(secret), "{what}: {secret} in {}", done.out);
    }
}

#[test]
fn secrets_stay_hidden_in_every_form_and_at_every_setting() {
    for fault in ["", "\"x\": tru,", "\"x\": 'y',", "\"x\": \"a\\q\",", "\"x: 1,"] {
        for (input, text) in forms(&document(fault)) {
            for setting in ["", "--values full -v", "--detect off", "--max-errors 0 --lang pt-BR"] {
                // The formats that show most; the others are made of the same parts.
                let formats = if fault.is_empty() && !setting.is_empty() { &formats()[..] } else { &formats()[..3] };
                for format in formats {
                    let arguments = format!("{input} -o {format} {setting}");
                    has_no_secret(validate(&arguments).stdin(text.as_str()), &format!("{arguments} {fault}"));
                }
            }
        }
    }
}

#[test]
fn a_part_is_masked_by_its_path() {
    let document = document("");
    for name in NAMES {
        for below in ["", "/0", "/2/inner", "/2/Xq7-wZr9", "/5", "/9"] {
            let document = if name == "secretKey" {
                document.replacen(", \"secretKey\": {", ", \"x\": {", 1)
            } else {
                document.clone()
            };
            for (input, text) in [&forms(&document)[0], &forms(&document)[1], &forms(&document)[3]] {
                for format in ["text", "json", "sarif"] {
                    let arguments = format!("{input} -o {format} --values full -p /{name}{below}");
                    has_no_secret(validate(&arguments).stdin(text.as_str()), &arguments);
                }
            }
        }
    }
    let payment =
        validate("--example create-payment.request").run().out.replace("\"name\": \"", "\"name\": \"Plantada ");
    for part in ["/customer/name", "/customer"] {
        let arguments = format!("-s create-payment.request -p {part}");
        let done = validate(&arguments).stdin(payment.as_str()).run();
        assert!(!done.out.contains("Plantada") && !done.out.contains("AAAAAAAA"), "{part}: {}", done.out);
        assert!(done.out.contains('^'), "{part}: {}", done.out);
    }
}

#[test]
fn a_long_name_is_cut_at_every_setting() {
    let name = "long".repeat(50_000);
    let document = format!("{{\"accessKey\": 1, \"secretKey\": 2, \"{name}\": {{\"a\": 1, \"a\": 2, \"a\": 3}}}}");
    for format in formats() {
        for values in ["masked", "full"] {
            let out =
                validate(&format!("-s auth.request -o {format} --values {values}")).stdin(document.as_str()).run().out;
            let length = out.len();
            assert!(length < 40_000, "{format} {values}: {length} bytes");
        }
    }
}
