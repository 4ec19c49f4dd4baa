//! Recorded traffic.

use crate::support::{documents, folder, formats, validate};
use insta::assert_snapshot;
use serde_json::{Value, json};

fn har(entries: &[Value]) -> String {
    json!({"log": {"entries": entries}}).to_string()
}

fn auth(text: &str) -> Value {
    let url = "https://api.klavi.ai/payment/customer/v1/auth";
    json!({"request": {"method": "POST", "url": url, "postData": {"text": text}}, "response": {"status": 0}})
}

#[test]
fn calls_are_checked_in_both_directions() {
    for lang in ["en", "pt-BR"] {
        let done = validate(&format!("-v --lang {lang} calls.har")).run();
        assert_eq!(done.status, Some(1));
        assert!(!done.out.contains("planted") && !done.out.contains("abc-1"));
        assert_snapshot!(format!("har-text-{lang}"), done.out);
    }
}

#[test]
fn every_body_has_its_contract_and_its_place() {
    let report = validate("-o json calls.har").report();
    let describe = |document: &Value| {
        assert_eq!(document["chosenBy"], "url");
        let text = |name: &str| document[name].as_str().unwrap().to_owned();
        format!("{} {} {} {}", document["index"], text("base"), text("schema"), document["valid"])
    };
    let described: Vec<_> = report["documents"].as_array().unwrap().iter().map(describe).collect();
    let expected = [
        "0 /log/entries/0/request/postData/text auth.request true",
        "1 /log/entries/0/response/content/text auth.response true",
        "2 /log/entries/2/request/postData/text create-payment.request false",
        "3 /log/entries/2/response/content/text error.response true",
        "4 /log/entries/3/response/content/text create-payment.response false",
    ];
    assert_eq!(described, expected);
    // Another host, no body of a request, no operation, a status without contract.
    assert_eq!(report["summary"]["skipped"], 4);
    let schema: Value = serde_json::from_str(&validate("--print-schema report").run().out).unwrap();
    assert!(jsonschema::is_valid(&schema, &report));
}

#[test]
fn half_of_a_surrogate_pair_in_a_body_is_told() {
    let bodies = [
        ("a.har", "\\ud800", Some("lone-surrogate")),
        ("b.har", "\\uDC00x", Some("lone-surrogate")),
        // Escapes of two layers are no pair, and a backslash in front of a half is an escape of nothing.
        ("c.har", "\\ud83d\\\\ude00", Some("lone-surrogate")),
        ("d.har", "\\\\\\ud800", Some("invalid-json")),
        // The body itself is pure ASCII here.
        ("e.har", "\\\\ud800", Some("lone-surrogate")),
        ("f.har", "\\ud83d\\ude00", None),
        ("g.har", "\\uFFFD\u{fffd}", None),
    ];
    for (name, written, code) in bodies {
        let text = har(&[auth("{\"accessKey\": \"HERE\", \"secretKey\": \"b\"}")]).replace("HERE", written);
        let folder = folder(&[(name, &text)]);
        let report = validate(&format!("-o json {name}")).within(folder.path()).report();
        assert_eq!(documents(&report), [format!("{name}#0:1 {}", code.unwrap_or("-"))], "{written}");
        let Some(span) = report["documents"][0]["findings"].get(0).map(|finding| &finding["span"]) else { continue };
        let start = usize::try_from(span["start"]["offset"].as_u64().unwrap()).unwrap();
        assert!(text[start..].starts_with('\\'), "{written}");
    }
}

#[test]
fn spans_are_of_the_file() {
    let file = std::fs::read_to_string(crate::support::data().join("calls.har")).unwrap();
    let report = validate("-o json calls.har").report();
    let order: Value = serde_json::from_str(&validate("-o json order.json").run().out).unwrap();
    let text = std::fs::read_to_string(crate::support::data().join("order.json")).unwrap();
    let cut = |text: &str, span: &Value| {
        let at = |end: &str| usize::try_from(span[end]["offset"].as_u64().unwrap()).unwrap();
        text[at("start")..at("end")].to_owned()
    };
    let findings = |report: &Value, index: usize| report["documents"][index]["findings"].as_array().unwrap().clone();
    let (inside, alone) = (findings(&report, 2), findings(&order, 0));
    assert!(!alone.is_empty());
    assert_eq!(inside.len(), alone.len());
    for (inside, alone) in inside.iter().zip(&alone) {
        assert_eq!((&inside["code"], &inside["pointer"]), (&alone["code"], &alone["pointer"]));
        let token: String = serde_json::from_str(&format!("\"{}\"", cut(&file, &inside["span"]))).unwrap();
        assert_eq!(token, cut(&text, &alone["span"]));
    }
    // Base64 has no characters of its own in the file.
    let hidden = &findings(&report, 4)[0]["span"];
    assert_eq!(cut(&file, hidden), "\"eyJpZCI6IDd9\"");
}

#[test]
fn the_kind_is_seen_by_name_content_or_flag() {
    let text = har(&[auth("{\"accessKey\": \"\"}")]);
    let folder = folder(&[("a.har", &text), ("b.json", &text)]);
    let of = |arguments: &str| validate(&format!("-o json {arguments}")).within(folder.path());
    let expected = |file: &str| vec![format!("{file}#0:1 required")];
    assert_eq!(documents(&of("a.har").report()), expected("a.har"));
    assert_eq!(documents(&of("--input har b.json").report()), expected("b.json"));
    assert_eq!(documents(&of("-").stdin(format!("\u{feff}{text}")).report()), expected("-"));
    assert_eq!(documents(&of("b.json").report()), ["b.json#0:1 schema-unknown"]);
    assert_eq!(documents(&of(".").report())[0], "a.har#0:1 required");
}

#[test]
fn a_recording_without_a_body_to_check_is_not_green() {
    let of = |text: &str| {
        let call = || validate("-o json --input har").stdin(text);
        (documents(&call().report()).join(" "), call().status())
    };
    let missing = json!({"request": {"method": "GET", "url": "https://shop.example/"}});
    for (text, document, status) in [
        (har(&[]), "-#0:1 empty", 4),
        (har(&[missing, json!(7)]), "-#0:1 empty", 4),
        (har(&[auth("  ")]), "-#0:1 empty", 4),
        (" ".to_owned(), "-#0:1 empty", 4),
        ("{\"log\": {}}".to_owned(), "-#0:1 part-missing", 3),
        ("{\"log\": {\"entries\": [".to_owned(), "-#0:1 invalid-json", 1),
        (format!("{}1", "[".repeat(600)), "-#0:1 too-deep", 3),
        (har(&[auth("nope")]), "-#0:1 invalid-json", 1),
    ] {
        assert_eq!(of(&text), (document.to_owned(), Some(status)), "{text}");
    }
    assert_eq!(validate("--input har --each").stdin(har(&[])).status(), Some(3));
    assert_eq!(validate("--input har --allow-empty").stdin(har(&[])).status(), Some(0));
    let report = validate("-o json --input har --max-bytes 50").stdin(har(&[auth(&"x".repeat(99))])).report();
    assert_eq!(documents(&report), ["-#0:1 too-large"]);
    let mut broken = auth("***");
    broken["request"]["postData"]["encoding"] = json!("base64");
    assert_eq!(of(&har(&[broken])), ("-#0:1 unreadable".to_owned(), Some(3)));
}

#[test]
fn a_part_of_a_body_has_its_place_too() {
    let text = har(&[auth("{\"data\": {\"accessKey\": \"a\", \"secretKey\": 1}}")]);
    let report = validate("-o json --input har -p /data").stdin(text.clone()).report();
    let document = &report["documents"][0];
    assert_eq!(document["base"], "/log/entries/0/request/postData/text/data");
    let start = document["findings"][0]["span"]["start"]["offset"].as_u64().unwrap();
    assert!(text[usize::try_from(start).unwrap()..].starts_with("1}}"));
}

#[test]
fn messages_do_not_depend_on_escapes() {
    let body = r#"{"accessKey": "a", "secretKey": "b", "consent": {"customer": {"identifierType": "CNPJ", "identifier": "76109277673"}}}"#;
    let url = "https://api.klavi.ai/payment/customer/v1/automatic/consent-links";
    let message = |report: Value| {
        let findings = report["documents"][0]["findings"].as_array().unwrap().clone();
        let found = findings.into_iter().find(|found| found["code"] == "identifier-mismatch");
        found.map(|found| found["message"].clone())
    };
    let alone = message(validate("-o json -s consent-links.request").stdin(body).report());
    assert!(alone.is_some());
    let mut call = auth(body);
    call["request"]["url"] = json!(url);
    assert_eq!(message(validate("-o json --input har").stdin(har(&[call])).report()), alone);
}

#[test]
fn lines_of_a_body_that_share_a_line_of_the_file_are_shown_apart() {
    let text = har(&[auth("{\n  \"accessKey\": 1,\n  \"accessKey\": 2\n}")]);
    assert_snapshot!("har-lines", validate("--input har").stdin(text).run().out);
}

#[test]
fn no_format_shows_addresses_or_secrets() {
    for format in formats() {
        let done = validate(&format!("--values full -v -D warnings -o {format} calls.har")).run();
        assert_eq!(done.status, Some(1), "{format}");
        for planted in ["planted-key", "planted-secret", "abc-1", "shop.example/orders"] {
            assert!(!done.out.contains(planted) && !done.err.contains(planted), "{format}: {planted}");
        }
    }
}

#[test]
fn methods_and_statuses_are_read_however_they_are_written() {
    for (method, status) in [("post", json!(200)), ("POST", json!("200")), ("Post", json!(200.0)), ("POST", json!(200))]
    {
        let mut call = auth("{\"accessKey\": \"\", \"secretKey\": \"\"}");
        call["request"]["method"] = json!(method);
        call["response"] = json!({"status": status, "content": {"text": "{}"}});
        let report = validate("-o json --input har").stdin(har(&[call])).report();
        let schemas: Vec<_> = report["documents"].as_array().unwrap().iter().map(|one| &one["schema"]).collect();
        assert_eq!(schemas, ["auth.request", "auth.response"], "{method} {status}");
    }
}

#[test]
fn further_hosts_are_named_by_flag_or_configuration() {
    let text = std::fs::read_to_string(crate::support::data().join("calls.har")).unwrap();
    let here = text.replace("api.klavi.ai", "localhost:8080").replace("api-sandbox.klavi.ai", "localhost:8080");
    let config = "hosts = ['localhost:8080']\n";
    let folder = folder(&[("here.har", &here), ("there.har", &text), ("hosts.toml", config)]);
    let findings = |arguments: &str| {
        let report = validate(&format!("-o json {arguments}")).within(folder.path()).report();
        (report["summary"]["valid"].clone(), report["summary"]["invalid"].clone(), report["summary"]["errors"].clone())
    };
    assert_ne!(findings("here.har"), findings("there.har"));
    for hosts in ["--host localhost:8080", "--host x.example --host LOCALHOST", "--config hosts.toml"] {
        assert_eq!(findings(&format!("here.har {hosts}")), findings("there.har"), "{hosts}");
    }
    let wrong = validate("here.har --host https://localhost/").within(folder.path()).run();
    assert_eq!(wrong.status, Some(2));
    assert_eq!(wrong.err, "validate: --host https://localhost/: write only the host, such as localhost:8080\n");
}

/// A recording whose calls are these texts, the last of which need not be JSON.
fn recording(calls: &[&str]) -> String {
    format!("{{\"log\": {{\"entries\": [\n{}\n]}}}}", calls.join(",\n"))
}

/// What is told of a recording: its documents with the places of their findings, how many calls are skipped, the status.
fn told(text: &str) -> (Vec<String>, u64, Option<i32>) {
    let call = || validate("-o json --input har").stdin(text);
    let report = call().report();
    let tell = |(name, document): (String, &Value)| {
        let finding = &document["findings"][0];
        let at = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        format!("{name} {}|{}", at(&document["base"]), at(&finding["pointer"]))
    };
    let all = documents(&report).into_iter().zip(report["documents"].as_array().unwrap());
    (all.map(tell).collect(), report["summary"]["skipped"].as_u64().unwrap_or(0), call().status())
}

#[test]
fn what_is_wrong_with_a_call_harms_no_other() {
    let ours = auth("{\"accessKey\": \"\"}").to_string();
    let body = |line: usize, index: usize| {
        let base = format!("/log/entries/{}/request/postData/text", line - 2);
        format!("-#{index}:{line} required {base}|/secretKey")
    };
    let foreign = |inner: &str| format!(r#"{{"request": {{"method": "GET", "url": "https://shop.example/"{inner}}}}}"#);
    let twice = foreign(r#", "url": "https://other.example/""#);
    let deep = foreign(&format!(r#", "x": {}1{}"#, "[".repeat(600), "]".repeat(600)));
    // Where nothing is known of whose call it is, it is told.
    for (broken, told_of_it) in [
        (twice.as_str(), None),
        (deep.as_str(), None),
        (
            r#"{"request": {"url": "https://shop.example/", "url": "https://api.klavi.ai/x"}}"#,
            Some("-#0:2 duplicate-key |/log/entries/0/request/url"),
        ),
        (
            r#"{"request": {"method": "GET", "method": "GET"}}"#,
            Some("-#0:2 duplicate-key |/log/entries/0/request/method"),
        ),
        (r#"{"request": {"url": "/x", "url": "/y"}}"#, Some("-#0:2 duplicate-key |/log/entries/0/request/url")),
        (
            r#"{"request": {"method": "GET", "url": "https://shop.example/", "bodySize": +1}}"#,
            Some("-#0:2 invalid-json |/log/entries/0/request/bodySize"),
        ),
    ] {
        let skipped = u64::from(told_of_it.is_none());
        let first: Vec<_> = told_of_it.map(str::to_owned).into_iter().collect();
        let mut expected = first.clone();
        expected.push(body(3, first.len()));
        assert_eq!(told(&recording(&[broken, &ours])), (expected, skipped, Some(1)), "{broken}");
    }
}

#[test]
fn calls_before_a_cut_are_read() {
    let ours = auth("{\"accessKey\": \"\"}").to_string();
    let text = recording(&[&ours, &ours]);
    let cut = &text[..text.len() - 20];
    let (documents, _, status) = told(cut);
    let codes: Vec<_> = documents.iter().map(|document| document.split(' ').nth(1).unwrap()).collect();
    assert_eq!((codes, status), (vec!["required", "invalid-json", "invalid-json"], Some(1)), "{documents:?}");
}

#[test]
fn a_body_without_a_status_is_not_passed_over() {
    let answer = |response: Value| {
        let mut call = auth("{\"accessKey\": \"a\", \"secretKey\": \"b\"}");
        call["response"] = response;
        told(&har(&[call]))
    };
    let unknown = "-#1:1 schema-unknown |";
    for status in [json!(0), json!("0"), json!(null), json!("ok"), json!(-200), json!(200.5)] {
        let (documents, skipped, exit) = answer(json!({"status": status, "content": {"text": "{}"}}));
        assert_eq!((documents[1].as_str(), skipped, exit), (unknown, 0, Some(3)), "{status}");
        let (documents, skipped, exit) = answer(json!({"status": status, "content": {"text": " "}}));
        assert_eq!((documents.len(), skipped, exit), (1, 0, Some(0)), "{status}");
    }
}
