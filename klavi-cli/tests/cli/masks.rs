//! No value of a document comes out, in any format.

use crate::support::{folder, validate};

const FORMATS: [&str; 9] = ["text", "compact", "json", "jsonl", "sarif", "junit", "github", "gitlab", "tap"];
const PLANTED: [&str; 9] =
    ["planted", "lantad", "98.765", "98765", "fulana@", "Fulana", "76109277673", "1234509876", "segredo"];

#[test]
fn planted_values_do_not_appear() {
    for format in FORMATS {
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
    for format in FORMATS {
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
