//! YAML: the findings of the same JSON, at the places of the YAML.

use crate::common::cases;
use crate::common::random::Random;
use crate::support::{BAD, GOOD, data, documents, folder, validate};
use crate::yaml_writer::Writer;
use insta::assert_snapshot;
use klavi_core::Tree;
use serde_json::{Value, json};
use std::fmt::Write as _;

#[test]
fn text() {
    for lang in ["en", "pt-BR"] {
        let done = validate(&format!("--lang {lang} order.yaml")).run();
        assert_eq!(done.status, Some(1));
        assert_snapshot!(format!("yaml-text-{lang}"), done.out);
    }
}

/// What is cut out of a text.
fn cut<'a>(text: &'a str, span: &Value) -> &'a str {
    let at = |end: &str| usize::try_from(span[end]["offset"].as_u64().unwrap()).unwrap();
    let (start, end) = (at("start"), at("end"));
    for (offset, place) in [(start, &span["start"]), (end, &span["end"])] {
        let before = &text[..offset];
        assert_eq!(place["line"], before.matches('\n').count() + 1);
        assert_eq!(place["column"], before.rsplit('\n').next().unwrap().chars().count() + 1);
    }
    &text[start..end]
}

#[test]
fn the_same_findings_as_in_json() {
    let of = |file: &str| validate(&format!("-o json {file}")).report()["documents"][0].clone();
    let (yaml, json) = (of("order.yaml"), of("order.json"));
    let told = |document: &Value| {
        let findings = document["findings"].as_array().unwrap().iter();
        findings.map(|found| format!("{} {}", found["code"], found["pointer"])).collect::<Vec<_>>()
    };
    let differs = |line: &String| !line.ends_with("\"/amount\"");
    assert_eq!(
        told(&yaml).into_iter().filter(differs).collect::<Vec<_>>(),
        told(&json).into_iter().filter(differs).collect::<Vec<_>>()
    );
    let text = std::fs::read_to_string(data().join("order.yaml")).unwrap();
    let at = |code: &str| {
        let finding = yaml["findings"].as_array().unwrap().iter().find(|found| found["code"] == code).unwrap();
        (cut(&text, &finding["span"]), finding["because"].get(0).map(|cause| cut(&text, &cause["span"])))
    };
    assert_eq!(at("type"), ("1333.0", None));
    assert_eq!(at("identifier-mismatch"), ("98.765.432/1", Some("CNPJ")));
    assert_eq!(at("duplicate-key"), ("date", Some("date")));
    assert_eq!(at("enum"), ("\"USD\"", None));
}

/// The scalar that a cut of YAML is, as JSON; nothing for objects and arrays.
fn scalar(text: &str) -> Option<Value> {
    serde_saphyr::from_str::<Value>(text).ok().filter(|value| !value.is_object() && !value.is_array())
}

#[test]
fn every_case_in_many_styles_has_the_findings_of_its_json_at_the_same_scalars() {
    let mut random = Random::new(7);
    let mut compared = 0;
    for contract in klavi_validate::contracts() {
        let trees: Vec<Tree> =
            cases(contract.name).iter().filter_map(|case| Tree::parse(&case.document).ok()).collect();
        let lines = trees.iter().map(Tree::to_string).collect::<Vec<_>>().join("\n");
        let of = |kind: &str, text: &str| {
            let call = validate(&format!("-o json --max-errors 0 -s {} --input {kind} -", contract.name));
            call.stdin(text).report()["documents"].as_array().unwrap().clone()
        };
        let expected = of("jsonl", &lines);
        for _ in 0..4 {
            let mut writer = Writer { random: &mut random, text: String::new(), in_block: false };
            for tree in &trees {
                writer.document(tree);
            }
            let text = writer.text;
            let found = of("yaml", &text);
            assert_eq!(found.len(), expected.len(), "{text}");
            for (found, expected) in found.iter().zip(&expected) {
                assert_eq!(found["index"], expected["index"]);
                let (found, expected) =
                    (found["findings"].as_array().unwrap(), expected["findings"].as_array().unwrap());
                assert_eq!(found.len(), expected.len(), "{found:#?}\n{expected:#?}\n{text}");
                for (found, expected) in found.iter().zip(expected) {
                    for what in ["code", "severity", "pointer", "message", "help", "schemaLocation"] {
                        assert_eq!(found.get(what), expected.get(what), "{found}\n{expected}");
                    }
                    same_scalar(cut(&text, &found["span"]), cut(&lines, &expected["span"]));
                    let cause = |finding: &Value| finding["because"].get(0).map(|cause| cause["span"].clone());
                    if let (Some(found), Some(expected)) = (cause(found), cause(expected)) {
                        same_scalar(cut(&text, &found), cut(&lines, &expected));
                    }
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 1500, "{compared}");
}

fn same_scalar(yaml: &str, json: &str) {
    match serde_json::from_str::<Value>(json) {
        Ok(Value::Object(_) | Value::Array(_)) | Err(_) => {}
        // The digits are the same, not only the number.
        Ok(Value::Number(_)) => assert_eq!(yaml, json),
        Ok(Value::String(text)) if yaml == text => {}
        Ok(value) => assert_eq!(scalar(yaml), Some(value), "{yaml}"),
    }
}

fn first(text: &str, arguments: &str) -> Value {
    validate(&format!("-o json --input yaml {arguments}")).stdin(text).report()["documents"][0].clone()
}

fn told(document: &Value, text: &str) -> Vec<String> {
    let findings = document["findings"].as_array().unwrap().iter();
    let line = |found: &Value| {
        let (code, pointer) = (found["code"].as_str().unwrap(), found["pointer"].as_str().unwrap());
        format!("{code} {pointer} {:?}", cut(text, &found["span"]))
    };
    findings.map(line).collect()
}

#[test]
fn a_stream_has_many_documents() {
    let text =
        "# first\naccessKey: a\nsecretKey: b\n---\n# none\n--- {accessKey: é, secretKey: 1}\n...\n\naccessKey: c\n";
    let report = validate("-o json -s auth.request --input yaml -").stdin(text).report();
    assert_eq!(documents(&report), ["-#0:2 -", "-#1:6 type", "-#2:9 required"]);
    assert_eq!(told(&report["documents"][1], text), ["type /secretKey \"1\""]);
    assert_eq!(told(&report["documents"][2], text), ["required /secretKey \"accessKey\""]);
    // One that is broken does not hide the others.
    let text = "accessKey: [\n---\naccessKey: a\nsecretKey: b\n---\n- é: \"\\ud800\"\n---\n\u{feff}x";
    let report = validate("-o json -s auth.request --input yaml -").stdin(text).report();
    assert_eq!(documents(&report)[..3], ["-#0:1 invalid-json", "-#1:2 -", "-#2:5 lone-surrogate"]);
    for blank in ["", "\n", "---\n", "# only a comment\n...\n"] {
        assert_eq!(documents(&validate("-o json --input yaml -").stdin(blank).report()), ["-#0:1 empty"]);
    }
}

#[test]
fn the_kind_is_seen_by_name_and_files_without_a_contract_are_told_as_of_json() {
    let good = "accessKey: a\nsecretKey: b\n";
    let ci = "steps:\n  - run: make\n  - !reference [a, b]\n";
    let folder =
        folder(&[("a.yaml", good), ("b.yml", "accessKey: a\n"), ("ci.yml", ci), ("ci.json", "{\"steps\": []}")]);
    let report = validate("-o json *.*").within(folder.path()).report();
    let expected = ["a.yaml#0:1 -", "b.yml#0:1 required", "ci.json#0:1 schema-unknown", "ci.yml#0:1 schema-unknown"];
    assert_eq!(documents(&report), expected);
    assert_eq!(report["documents"][0]["chosenBy"], "shape");
    let report = validate("-o json -s auth.request ci.yml").within(folder.path()).report();
    assert_eq!(documents(&report), ["ci.yml#0:1 invalid-json"]);
    assert_eq!(documents(&validate("-o json --input yaml -s auth.request").stdin(GOOD).report()), ["-#0:1 -"]);
    assert_eq!(documents(&validate("-o json --input yaml -s auth.request").stdin(BAD).report()), ["-#0:1 required"]);
    assert_eq!(documents(&validate("-o json").stdin(format!("---\n{good}")).report()), ["-#0:1 -"]);
    let named = validate("-o json --stdin-name auth.request.yaml -").stdin(good).report();
    assert_eq!(documents(&named), ["auth.request.yaml#0:1 -"]);
}

#[test]
fn parts_and_elements() {
    let text = "data:\n  - payload: {accessKey: a}\n  - payload:\n      accessKey: 1\n      secretKey: b\n";
    let part = first(text, "-p /data/1/payload");
    assert_eq!((&part["base"], &part["schema"]), (&json!("/data/1/payload"), &json!("auth.request")));
    assert_eq!(told(&part, text), ["type /accessKey \"1\""]);
    let text = "- accessKey: é\n  secretKey: b\n- {accessKey: c, secretKey: 2}\n- 3\n";
    let report = validate("-o json --input yaml --each -s auth.request -").stdin(text).report();
    assert_eq!(documents(&report), ["-#0:1 -", "-#1:3 type", "-#2:4 type"]);
    assert_eq!(report["documents"][1]["base"], "/1");
    assert_eq!(told(&report["documents"][1], text), ["type /secretKey \"2\""]);
    assert_eq!(told(&report["documents"][2], text), ["type  \"3\""]);
    for (text, expected) in [("[]", "-#0:1 empty"), ("a: 1", "-#0:1 part-missing"), ("[", "-#0:1 invalid-json")] {
        let report = validate("-o json --input yaml --each -s auth.request -").stdin(text).report();
        assert_eq!(documents(&report), [expected]);
    }
    // Neighbours are not shown.
    let flow = "[{accessKey: planted-1, secretKey: 1}, {accessKey: planted-2, secretKey: 2}]";
    let shown = validate("--input yaml --each --values full -s auth.request -").stdin(flow).run().out;
    assert!(shown.contains("{accessKey: [redacted], secretKey: [redacted]}\n") && !shown.contains("AAAA"), "{shown}");
}

#[test]
fn scalars_keep_their_digits_and_their_type() {
    let text = "accessKey: 0076\nsecretKey: ~\n";
    assert_eq!(told(&first(text, "-s auth.request"), text), ["type /accessKey \"0076\"", "type /secretKey \"~\""]);
    let text = "accessKey: 2025-01-01\nsecretKey: yes\n";
    assert_eq!(first(text, "-s auth.request")["valid"], true);
    let text = "accessKey: !!str 1\nsecretKey:\n";
    assert_eq!(told(&first(text, "-s auth.request"), text), ["type /secretKey \"\""]);
    let text = "accessToken: x\nexpireAt: 0x1F\nexpireIn: 1_000\n";
    let document = first(text, "-s auth.response -A format");
    assert_eq!(told(&document, text), ["type /expireIn \"1_000\""]);
}

#[test]
fn aliases_stand_for_the_text_that_they_name() {
    let text = "accessKey: &é [x]\nsecretKey: *é\n";
    let expected = ["type /accessKey \"[x]\"", "type /secretKey \"[x]\""];
    assert_eq!(told(&first(text, "-s auth.request"), text), expected);
    // What is secret in one place is so in all.
    let text = "planted: &a segredo-1\naccessKey: *a\nsecretKey: 7\nsecretKey: 8\n";
    for values in ["masked", "full"] {
        let shown = validate(&format!("--input yaml --values {values} -s auth.request -")).stdin(text).run().out;
        assert!(!shown.contains("segredo") && !shown.contains("AAAAAAA-#"), "{shown}");
    }
    // Ten billion texts.
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let names = vec![format!("*a{}", level - 1); 10].join(", ");
        writeln!(bomb, "a{level}: &a{level} [{names}]").unwrap();
    }
    assert_eq!(first(&bomb, "-s auth.request")["unchecked"]["reason"], "too-large");
    let deep = (1..100)
        .fold("a0: &a0 []\n".to_owned(), |text, level| text + &format!("a{level}: &a{level} [*a{}]\n", level - 1));
    assert_eq!(first(&deep, "-s auth.request")["unchecked"]["reason"], "too-deep");
    assert_eq!(first(&"[".repeat(100_000), "-s auth.request")["unchecked"]["reason"], "too-deep");
    assert_eq!(first(&"- ".repeat(100_000), "-s auth.request")["unchecked"]["reason"], "too-deep");
    assert_eq!(first("a: [1, 2, 3]", "--max-bytes 5")["unchecked"]["reason"], "too-large");
}

/// Documents that are not YAML, or that JSON cannot say.
const TROUBLES: &str = "\
accessKey: a\n\tsecretKey: b\n\
---\naccessKey: \"João 761\n\
---\naccessKey: [a, b\n\
---\naccessKey: {a: b]\n\
---\naccessKey: \"\\q\"\n\
---\naccessKey: a\n   secretKey: b\n\
---\naccessKey: a: b\n\
---\naccessKey: @a\n\
---\n? [Fulana]\n: 1\n? {a: 1}\n: 2\n\
---\n<<: {accessKey: a}\n\"<<\": 1\nsecretKey: b\n\
---\naccessKey: *a\nsecretKey: &a [*a]\n\
---\naccessKey: !vault segredo # segredo\nsecretKey: !x!y segredo\n\
---\naccessKey: !!binary c2VncmVkbw==\nsecretKey: !!set {a}\n\
---\naccessKey: !!int segredo\nsecretKey: !!seq {}\n\
---\naccessKey: .inf\nsecretKey: -.Inf\n\
---\n%YAML 1.2\naccessKey: a\n\
---\naccessKey: \"\\ud800 Fulana\"\n";

#[test]
fn troubles_are_told_in_the_words_of_yaml() {
    for lang in ["en", "pt-BR"] {
        let done = validate(&format!("--input yaml -s auth.request --lang {lang} -")).stdin(TROUBLES).run();
        assert_eq!(done.status, Some(1));
        for planted in ["segredo", "Fulana", "João", "761", "c2V"] {
            assert!(!done.out.contains(planted), "{planted}");
        }
        assert_snapshot!(format!("yaml-troubles-{lang}"), done.out);
    }
}

#[test]
fn bytes_that_are_no_text() {
    let report = |bytes: &[u8]| validate("-o json --input yaml -s auth.request -").stdin(bytes).report();
    assert_eq!(
        documents(&report(b"accessKey: \xff\n---\nsecretKey: b\n"))[..],
        ["-#0:1 invalid-utf8", "-#1:2 required"]
    );
    for comment in [&b"# \xff\naccessKey: a\nsecretKey: b\n"[..], b"accessKey: a\nsecretKey: b\n# \xff\n", b"# \xc3\n"]
    {
        assert_eq!(documents(&report(comment))[..], ["-#0:1 invalid-utf8"], "{comment:?}");
    }
    assert_eq!(
        documents(&report(b"accessKey: a\nsecretKey: b\n---\n# \xff\n---\nsecretKey: b\n"))[..],
        ["-#0:1 -", "-#1:3 invalid-utf8", "-#2:5 required"]
    );
    // Another encoding is named; it is no fault of the document.
    assert_eq!(documents(&report(b"\xff\xfea\0:\0"))[..], ["-#0:1 unreadable"]);
    let shown =
        validate("--input yaml -s auth.request -").stdin(b"# Fulana\na: Fulana\n# Fulana \xff Fulana\n").run().out;
    assert!(!shown.contains("Fulana") && shown.contains("invalid-utf8"), "{shown}");
    // A byte order mark is allowed, and has no column; lines may end with CR LF.
    let text = "\u{feff}accessKey: 1\r\nsecretKey: é\r\n";
    let span = first(text, "-s auth.request")["findings"][0]["span"].clone();
    assert_eq!(span["start"], json!({"line": 1, "column": 12, "offset": 14}));
    assert_eq!(span["end"], json!({"line": 1, "column": 13, "offset": 15}));
}

#[test]
fn suggestions_name_one_scalar() {
    let of = |text: &str| validate("--input yaml --values full -s auth.request -").stdin(text).run().out;
    assert!(of("accessKey: a\nsecretKye: b\n").contains("write \"secretKey\"\n"));
    assert!(!of("accessKey: &a x\nsecretKye: *a\n").contains("suggestion"));
    let log =
        validate("--input yaml --values full -o sarif -s auth.request -").stdin("{accessKey: a, secretKye: b}").run();
    let log: Value = serde_json::from_str(&log.out).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let fix = results.iter().find_map(|result| result["fixes"].get(0)).unwrap();
    let replacement = &fix["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "\"secretKey\"");
    assert_eq!(replacement["deletedRegion"]["byteOffset"], 15);
    assert_eq!(replacement["deletedRegion"]["byteLength"], 9);
}

#[test]
fn many_small_bombs_are_one_large_one() {
    let bomb = format!("---\na: &a [{}]\nb: [{}]\n", "x, ".repeat(500), "*a, ".repeat(500));
    let report = validate("-o json --input yaml -s auth.request --max-bytes 3000000 -").stdin(bomb.repeat(9)).report();
    let told = documents(&report);
    assert!(told[0].ends_with(" required") && told[8].ends_with(" too-large"), "{told:?}");
}
