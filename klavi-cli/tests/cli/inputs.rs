//! What is read, in which order, and how its documents are told apart.

use crate::support::{BAD, GOOD, documents, folder, validate};
use serde_json::json;

#[test]
fn lines_are_documents() {
    let report = validate("-o json -s auth.request batch.jsonl").report();
    let expected =
        ["batch.jsonl#0:1 -", "batch.jsonl#1:3 invalid-json", "batch.jsonl#2:4 type", "batch.jsonl#3:5 required"];
    assert_eq!(documents(&report)[..4], expected);
    // Spans are of the file.
    let span = &report["documents"][2]["findings"][0]["span"];
    assert_eq!(span["start"], json!({"line": 4, "column": 15, "offset": 103}));
}

#[test]
fn standard_input_is_looked_into() {
    let of = |text: &str| documents(&validate("-o json -s auth.request").stdin(text).report());
    assert_eq!(of(GOOD), ["-#0:1 -"]);
    assert_eq!(of(&format!("{GOOD}\nx\n{BAD}\n")), ["-#0:1 -", "-#1:2 invalid-json", "-#2:3 required"]);
    assert_eq!(of("{\n}\n{}"), ["-#0:1 required"]);
    assert_eq!(of("{} {}"), ["-#0:1 required"]);
    assert_eq!(of(""), ["-#0:1 empty"]);
    let named = validate("-o json --stdin-name auth.request/1.jsonl -").stdin(format!("{GOOD}\n")).report();
    assert_eq!(named["documents"][0]["file"], "auth.request/1.jsonl");
    assert_eq!(named["documents"][0]["chosenBy"], "name");
}

#[test]
fn elements_are_documents() {
    let text = "[\n  {\"accessKey\": \"é\", \"secretKey\": \"s\"}, {\"accessKey\": 1, \"secretKey\": \"\"},\n  5] x";
    let report = validate("-o json --each -s auth.request").stdin(text).report();
    assert_eq!(documents(&report), ["-#0:2 -", "-#1:2 type", "-#2:3 type", "-#3:3 trailing-text"]);
    let second = &report["documents"][1];
    assert_eq!(second["base"], "/1");
    assert_eq!(second["findings"][0]["pointer"], "/accessKey");
    assert_eq!(second["findings"][0]["span"]["start"], json!({"line": 2, "column": 55, "offset": 57}));
    for (text, expected) in [
        ("[]", "-#0:1 empty"),
        ("{}", "-#0:1 part-missing"),
        ("[1, 2", "-#0:1 type"),
        ("nope", "-#0:1 part-missing"),
        ("x", "-#0:1 invalid-json"),
    ] {
        let report = validate("-o json --each -s auth.request").stdin(text).report();
        assert_eq!(documents(&report)[0], expected, "{text}");
    }
    // Behind the last element no line of a document is there to be shown.
    let unclosed = validate("--each -s auth.request --lang en").stdin(format!("[{GOOD}, ")).run().out;
    assert!(unclosed.contains("\n --> -:1:40\n  = field: the whole document\n"), "{unclosed}");
}

#[test]
fn a_part_of_each_document() {
    let text = "{\"data\": {\"payload\":\n {\"accessKey\": \"\"}}}";
    let report = validate("-o json -p /data/payload").stdin(text).report();
    let document = &report["documents"][0];
    assert_eq!((&document["base"], &document["schema"]), (&json!("/data/payload"), &json!("auth.request")));
    assert_eq!(document["findings"][0]["span"]["start"], json!({"line": 2, "column": 2, "offset": 22}));
    let report = validate("-o json --each -p /d -s auth.request").stdin(format!("[{{\"d\": {GOOD}}}, {{}}]")).report();
    assert_eq!(report["documents"][0]["base"], "/0/d");
    assert_eq!(documents(&report), ["-#0:1 -", "-#1:1 part-missing"]);
    let broken = validate("-o json -p /data").stdin("{\"data\": {}} x").report();
    assert_eq!(documents(&broken), ["-#0:1 trailing-text"]);
}

#[test]
fn folders_are_walked_in_order() {
    let folder = folder(&[
        ("b.json", GOOD),
        ("a/2.json", GOOD),
        ("a/10.jsonl", GOOD),
        ("x.json/1.json", GOOD),
        ("notes.txt", "x"),
        (".hidden.json", GOOD),
        (".ignore", "ignored/\n"),
        ("ignored/1.json", GOOD),
    ]);
    let of = |arguments: &str| {
        let report = validate(&format!("-o json -s auth.request {arguments}")).within(folder.path()).report();
        let files = report["documents"]
            .as_array()
            .unwrap()
            .iter()
            .map(|document| document["file"].as_str().unwrap().to_owned());
        files.collect::<Vec<_>>()
    };
    assert_eq!(of("."), ["a/10.jsonl", "a/2.json", "b.json", "x.json/1.json"]);
    assert_eq!(of("b.json a"), ["b.json", "a/10.jsonl", "a/2.json"]);
    assert_eq!(of("--exclude a ."), ["b.json", "x.json/1.json"]);
    assert_eq!(of("--exclude a/*.json --exclude b.json ."), ["a/10.jsonl", "x.json/1.json"]);
    assert_eq!(of("--hidden ."), [".hidden.json", "a/10.jsonl", "a/2.json", "b.json", "x.json/1.json"]);
    assert_eq!(of("--no-ignore ."), ["a/10.jsonl", "a/2.json", "b.json", "ignored/1.json", "x.json/1.json"]);
    assert_eq!(of("**/*.json"), ["a/2.json", "b.json", "x.json/1.json"]);
    assert_eq!(of("*/*.json"), ["a/2.json", "x.json/1.json"]);
    assert_eq!(of("a/{2,3}.json none/*.json"), ["a/2.json", "none/*.json"]);
}

#[test]
fn lists_of_paths() {
    let folder = folder(&[
        ("a b.json", GOOD),
        ("c.json", BAD),
        ("list", "a b.json\r\n\nc.json\n"),
        ("nul", "a b.json\0c.json\0"),
    ]);
    let of = |arguments: &str| validate(&format!("-o json -s auth.request {arguments}")).within(folder.path());
    let expected = ["a b.json#0:1 -", "c.json#0:1 required"];
    assert_eq!(documents(&of("--files-from list").report()), expected);
    assert_eq!(documents(&of("--files-from nul -0").report()), expected);
    assert_eq!(documents(&of("--files-from nul").report()), expected);
    assert_eq!(documents(&of("--files-from -").stdin("a b.json\nc.json").report()), expected);
    assert_eq!(of("--files-from -").stdin("").status(), Some(4));
}

#[test]
fn limits_bound_one_document() {
    let lines = format!("{GOOD}\n\"{}\"\n{GOOD}\n", "x".repeat(600_000));
    let report = validate("-o json -s auth.request --input jsonl --max-bytes 1000").stdin(lines).report();
    assert_eq!(documents(&report), ["-#0:1 -", "-#1:2 too-large", "-#2:3 -"]);
    let alone = validate("-o json -s auth.request --input jsonl --max-bytes 1000").stdin("x".repeat(600_000)).report();
    assert_eq!(documents(&alone), ["-#0:1 too-large"]);
    let array = format!("[{GOOD}, \"{}\", {GOOD}]", "x".repeat(600_000));
    let report = validate("-o json -s auth.request --each --max-bytes 1000").stdin(array).report();
    assert_eq!(documents(&report), ["-#0:1 -", "-#1:1 too-large", "-#2:1 -"]);
    let deep = format!("{}\n{GOOD}", "[".repeat(10_000));
    let report = validate("-o json -s auth.request --input jsonl").stdin(deep).report();
    assert_eq!(documents(&report), ["-#0:1 too-deep", "-#1:2 -"]);
    // The limit is found although the findings before it fill the report.
    let many = format!("{{{}, \"deep\": {}}}", "\"accessKey\": 1, ".repeat(5).trim_end_matches(", "), "[".repeat(100));
    assert_eq!(validate("--max-errors 1 -s auth.request").stdin(many).status(), Some(3));
}

#[test]
fn a_run_of_many_blocks_has_the_right_lines() {
    let mut text = String::new();
    for number in 0..20_000 {
        text.push_str(if number % 5_000 == 4_999 { BAD } else { GOOD });
        text.push_str(if number % 3 == 0 { "\r\n" } else { "\n\n" });
    }
    let one = validate("-o json -j 1 -s auth.request").stdin(text.clone()).run();
    let two = validate("-o json -j 2 -s auth.request").stdin(text.clone()).run();
    assert_eq!(one.out, two.out);
    let report: serde_json::Value = serde_json::from_str(&one.out).unwrap();
    assert_eq!(report["summary"]["documents"], 20_000);
    for document in report["documents"].as_array().unwrap().iter().filter(|document| document["valid"] == false) {
        let offset = usize::try_from(document["findings"][0]["span"]["start"]["offset"].as_u64().unwrap()).unwrap();
        assert!(text[offset..].starts_with(BAD));
        assert_eq!(document["line"], text[..offset].matches('\n').count() + 1);
    }
}

#[test]
fn fail_fast_stops_at_the_first_invalid_document() {
    let lines = format!("{GOOD}\n{BAD}\n{BAD}\n{GOOD}\n").repeat(1000);
    for jobs in ["1", "4"] {
        let call = validate("-o json --fail-fast -s auth.request -j").arg(jobs).stdin(lines.clone());
        assert_eq!(documents(&call.report()), ["-#0:1 -", "-#1:2 required"]);
    }
}

#[test]
fn compressed_files_are_read_too() {
    use std::io::Write;
    let folder = folder(&[]);
    for (name, text) in [("a.json.gz", GOOD.to_owned()), ("b.jsonl.gz", format!("{GOOD}\n{BAD}\n"))] {
        let file = std::fs::File::create(folder.path().join(name)).unwrap();
        let mut gzip = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
        gzip.write_all(text.as_bytes()).unwrap();
        gzip.finish().unwrap();
    }
    std::fs::write(folder.path().join("c.json.gz"), [0x1f, 0x8b, 8, 0, 0, 0]).unwrap();
    let report = validate("-o json -s auth.request .").within(folder.path()).report();
    let expected = ["a.json.gz#0:1 -", "b.jsonl.gz#0:1 -", "b.jsonl.gz#1:2 required", "c.json.gz#0:1 unreadable"];
    assert_eq!(documents(&report), expected);
}

#[test]
fn reports_are_no_inputs() {
    let folder = folder(&[("a.json", GOOD)]);
    for _ in 0..2 {
        let call = validate("-s auth.request -o text -o json=report.json .").within(folder.path());
        assert_eq!(call.status(), Some(0));
    }
}

#[test]
fn encodings_and_compressions_are_named_and_3() {
    let text = format!("{GOOD}\n");
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let utf32: Vec<u8> = text.chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect();
    let gzip = |bytes: &[u8]| {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut gzip, bytes).unwrap();
        gzip.finish().unwrap()
    };
    for (bytes, named) in [
        (utf16.clone(), "UTF-16"),
        (marked, "UTF-16"),
        (utf32, "UTF-32"),
        (gzip(&utf16), "UTF-16"),
        (gzip(&gzip(text.as_bytes())), "gzip, twice"),
        (b"\x28\xb5\x2f\xfd\x04\x00".to_vec(), "zstd"),
        (b"\xfd7zXZ\0".to_vec(), "xz"),
        (b"BZh91AY".to_vec(), "bzip2"),
        (b"PK\x03\x04\x14".to_vec(), "ZIP"),
        (b"\x78\x9c\x01\x02".to_vec(), "zlib"),
    ] {
        let folder = folder(&[]);
        for name in ["a.json", "a.jsonl", "a.yaml", "a.har", "a", "a.json.gz"] {
            std::fs::write(folder.path().join(name), &bytes).unwrap();
            for lang in ["en", "pt-BR"] {
                let call = validate(&format!("-o json -s auth.request --lang {lang} {name}")).within(folder.path());
                let report = call.report();
                assert_eq!(documents(&report), [format!("{name}#0:1 unreadable")], "{named}");
                let message = report["documents"][0]["unchecked"]["message"].as_str().unwrap();
                assert!(message.contains(named), "{name}: {message}");
            }
        }
        assert_eq!(validate("-s auth.request -").stdin(bytes).status(), Some(3), "{named}");
    }
}

#[test]
fn yaml_on_standard_input_is_known_by_its_first_line() {
    let of = |text: &str| documents(&validate("-o json -s auth.request -").stdin(text).report()).join(" ");
    assert_eq!(of("accessKey: a\nsecretKey: b\n"), "-#0:1 -");
    assert_eq!(of("# mine\n\naccessKey: a\n"), "-#0:3 required");
    // A text in double quotes is JSON, however it goes on.
    assert_eq!(of("\"accessKey\": 1"), "-#0:1 type");
}
