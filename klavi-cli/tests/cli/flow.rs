//! The calls of payments together: `--flow`.

use crate::support::{data, folder, validate};
use insta::assert_snapshot;
use klavi_core::Code;
use serde_json::{Value, json};

fn lines() -> String {
    std::fs::read_to_string(data().join("exchanges.jsonl")).unwrap()
}

/// Code, place and cause of each finding.
fn told(report: &Value) -> Vec<(&str, String, Option<String>)> {
    let spot = |value: &Value| {
        let place = if value["line"].is_null() { &value["entry"] } else { &value["line"] };
        format!("{}:{place}", value["file"].as_str().unwrap())
    };
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| (finding["code"].as_str().unwrap(), spot(finding), finding["because"].get(0).map(spot)))
        .collect()
}

fn wanted(findings: &[(&'static str, &str, Option<&str>)]) -> Vec<(&'static str, String, Option<String>)> {
    findings.iter().map(|(code, place, cause)| (*code, (*place).to_owned(), cause.map(str::to_owned))).collect()
}

#[test]
fn exchanges_are_joined() {
    let done = validate("--flow exchanges.jsonl").run();
    assert_eq!((done.status, &*done.err), (Some(1), ""));
    assert_snapshot!("flow-en", done.out);
    assert_snapshot!("flow-pt-BR", validate("--flow exchanges.jsonl --lang pt-BR").run().out);
    assert_snapshot!("flow-compact", validate("--flow -o compact exchanges.jsonl").run().out);
    let report = validate("--flow -o json -").stdin(lines()).report();
    let found = [
        ("probable-duplicate", "-:3", Some("-:2")),
        ("status-regression", "-:5", Some("-:4")),
        ("answer-mismatch", "-:6", Some("-:3")),
    ];
    assert_eq!(told(&report), wanted(&found));
    let summary = json!({"events": 6, "errors": 2, "warnings": 1, "unchecked": 0, "forgotten": 0});
    assert_eq!(report["summary"], summary);
    let listed = validate("--flow -o jsonl exchanges.jsonl").run().out;
    let lines: Vec<Value> = listed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[2]["part"], "response");
    assert_eq!(lines[2]["because"], json!([{"file": "exchanges.jsonl", "line": 3}]));
    assert_eq!(lines.len(), 3);
}

/// What is no call of the API is none that was joined, and a recording without any is not one in which all is well.
#[test]
fn what_is_not_of_the_api_does_not_count() {
    let foreign = json!({"request": {"method": "GET", "url": "https://shop.example/a"}, "response": {"status": 200}});
    let har = json!({"log": {"entries": [foreign, null, 5, [], {}]}}).to_string();
    let folder = folder(&[("foreign.har", &har)]);
    let run = |flags: &str| validate(&format!("--flow {flags} foreign.har")).within(folder.path());
    assert_eq!(run("-o json").report()["summary"]["events"], 0);
    assert_eq!((run("").status(), run("--allow-empty").status()), (Some(4), Some(0)));
}

/// The same calls as recorders write them; the lines of one file and the entries of another are joined.
#[test]
fn har_files_are_joined() {
    let text = lines();
    let calls = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let entries = calls.filter(|line| line["webhook"].is_null()).map(|line| {
        let second = (line["at"].as_u64().unwrap() - 1_740_716_924_000) / 1000;
        let request = &line["request"];
        let mut entry = json!({
            "startedDateTime": format!("2025-02-28T04:28:{:02}.250Z", 44 + second % 16),
            "request": {
                "method": request["method"], "url": request["url"],
                "headers": [{"name": "authorization", "value": "Bearer a.b.c"}],
            },
            "response": {
                "status": line["response"]["status"],
                "content": {"text": line["response"]["body"].to_string()},
            },
        });
        if !request["body"].is_null() {
            let text = request["body"].to_string();
            entry["request"]["postData"] = json!({"mimeType": "application/json", "text": text});
        }
        entry
    });
    let entries: Vec<Value> = entries.collect();
    let har = |entries: &[Value]| json!({"log": {"entries": entries}}).to_string();
    let (whole, end) = (har(&entries), har(&entries[4..]));
    let begin: String = text.split_inclusive('\n').take(4).collect();
    let folder =
        folder(&[("calls.har", &whole), ("parts/1.jsonl", &begin), ("parts/2.har", &end), ("parts/3.json", "{}")]);
    let report = validate("--flow -o json calls.har").within(folder.path()).report();
    let found = [
        ("probable-duplicate", "calls.har:2", Some("calls.har:1")),
        ("answer-mismatch", "calls.har:4", Some("calls.har:2")),
    ];
    assert_eq!(told(&report), wanted(&found));
    let text = validate("--flow calls.har").within(folder.path()).run().out;
    assert!(text.contains("\n --> calls.har#/log/entries/4\n"), "{text}");
    assert_eq!(validate("--flow -o json -").stdin(whole).report()["summary"], report["summary"]);
    let report = validate("--flow -o json parts").within(folder.path()).report();
    let found = [
        ("probable-duplicate", "parts/1.jsonl:3", Some("parts/1.jsonl:2")),
        ("answer-mismatch", "parts/2.har:0", Some("parts/1.jsonl:3")),
    ];
    assert_eq!(told(&report), wanted(&found));
}

#[test]
fn webhooks_are_verified_where_there_is_a_secret() {
    let report = validate("--flow -o json exchanges.jsonl").env("VALIDATE_WEBHOOK_SECRET", "secret").report();
    let found = [
        ("probable-duplicate", "exchanges.jsonl:3", Some("exchanges.jsonl:2")),
        ("webhook-signature", "exchanges.jsonl:5", None),
        ("answer-mismatch", "exchanges.jsonl:6", Some("exchanges.jsonl:3")),
    ];
    assert_eq!(told(&report), wanted(&found));
}

/// Levels are those of all findings, from flags and from the configuration.
#[test]
fn levels_say_what_becomes_of_findings() {
    let severities = |flags: &str| {
        let report = validate(&format!("--flow -o json {flags} exchanges.jsonl")).report();
        let findings = report["findings"].as_array().unwrap().iter();
        let code = |finding: &Value| format!("{} {}", finding["severity"], finding["code"]).replace('"', "");
        findings.map(code).collect::<Vec<_>>()
    };
    let [duplicate, regression, mismatch] = ["probable-duplicate", "status-regression", "answer-mismatch"];
    let of = |severities: [&str; 3]| {
        let codes = severities.iter().zip([duplicate, regression, mismatch]);
        codes
            .filter(|(severity, _)| !severity.is_empty())
            .map(|(severity, code)| format!("{severity} {code}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(severities(""), of(["warning", "error", "error"]));
    assert_eq!(severities("--strict"), of(["error", "error", "error"]));
    assert_eq!(severities("-W flow"), of(["warning", "warning", "warning"]));
    assert_eq!(severities("-D warnings -A answer-mismatch"), of(["error", "error", ""]));
    assert_eq!(severities("-A flow -W probable-duplicate"), of(["warning", "", ""]));
    let rules = "[rules]\nstatus-regression = 'allow'\nflow = 'warn'\nrequired = 'warn'\n";
    let folder = folder(&[("validate.toml", rules), ("a.jsonl", &lines())]);
    let report = validate("--flow -o json a.jsonl").within(folder.path()).run();
    assert_eq!(report.status, Some(0));
    let report: Value = serde_json::from_str(&report.out).unwrap();
    assert_eq!(report["summary"]["warnings"], 2);
}

#[test]
fn the_status_tells_what_was_found() {
    let clean: String = lines().split_inclusive('\n').take(2).collect();
    assert_eq!(validate("--flow -").stdin(clean.clone()).status(), Some(0));
    assert_eq!(validate("--flow --strict -").stdin(clean).status(), Some(1));
    assert_eq!(validate("--flow -").stdin("").status(), Some(4));
    assert_eq!(validate("--flow --allow-empty -").stdin("").status(), Some(0));
    let broken = validate("--flow -").stdin("\n{}\n").run();
    let said = "unchecked[schema-unknown]: the line is not an exchange (byte 2); see exchange.schema.json of --export\n \
                --> -:2\n\n0 events joined, 0 errors, 0 warnings, 1 unchecked\n";
    assert_eq!((broken.status, &*broken.out), (Some(3), said));
    assert_eq!(validate("--flow no-such-file.jsonl").status(), Some(3));
    let folder = folder(&[("a.json", "{}"), ("cut.har", r#"{"log": {"entries": ["#)]);
    assert_eq!(validate("--flow .").within(folder.path()).status(), Some(3));
    std::fs::remove_file(folder.path().join("cut.har")).unwrap();
    assert_eq!(validate("--flow .").within(folder.path()).status(), Some(4));
    let long = validate("--flow --max-bytes 100 exchanges.jsonl").run();
    assert_eq!(long.status, Some(3), "{}", long.out);
    for quiet in ["-q", "-qq"] {
        assert_eq!(validate(&format!("--flow {quiet} exchanges.jsonl")).status(), Some(1));
    }
    assert_eq!(validate("--flow -qq exchanges.jsonl").run().out, "");
}

#[test]
fn reports_go_where_they_are_wanted() {
    let folder = folder(&[("a.jsonl", &lines())]);
    let done = validate("--flow -q -o text -o json=report.json a.jsonl").within(folder.path()).run();
    assert_eq!((done.status, &*done.out), (Some(1), "6 events joined, 2 errors, 1 warning\n"));
    let report: Value = serde_json::from_slice(&std::fs::read(folder.path().join("report.json")).unwrap()).unwrap();
    assert_eq!(report["findings"].as_array().unwrap().len(), 3);
}

/// Lines and reports are as the published schemas say, and no value of the lines is told.
#[test]
fn lines_and_reports_have_schemas_and_values_stay_unsaid() {
    let oracle = jsonschema::validator_for(&serde_json::from_str(klavi_schema::EXCHANGE.text).unwrap()).unwrap();
    for line in lines().lines() {
        assert!(oracle.is_valid(&serde_json::from_str(line).unwrap()), "{line}");
    }
    assert!(!oracle.is_valid(&json!({"response": {"status": 200}})));
    let schema = serde_json::from_str(&validate("--print-schema flow-report").run().out).unwrap();
    let oracle = jsonschema::validator_for(&schema).unwrap();
    for (lines, has_unchecked) in [(lines(), false), (format!("{}{{}}\n", lines()), true)] {
        let report = validate("--flow -o json -").stdin(lines).report();
        assert!(oracle.is_valid(&report), "{report}");
        assert_eq!(report["unchecked"][0]["line"], if has_unchecked { json!(7) } else { json!(null) });
    }
    for format in ["text", "compact", "json", "jsonl"] {
        let out = validate(&format!("--flow -o {format} exchanges.jsonl")).run().out;
        for value in ["76109277673", "fulano", "order-1", "p-1", "99.00", "a.b.c"] {
            assert!(!out.contains(value), "{format}: {value}");
        }
    }
}

#[test]
fn codes_of_calls_are_listed_and_explained() {
    let out = |call: &str| validate(call).run().out;
    assert_snapshot!("explain-flow-en", out("--explain probable-duplicate"));
    assert_snapshot!("explain-flow-pt-BR", out("--explain probable-duplicate --lang pt-BR"));
    let facts: Value = serde_json::from_str(&out("--explain status-order -o json")).unwrap();
    assert_eq!((&facts["group"], &facts["request"]), (&json!("flow"), &json!("warning")));
    for lang in ["en", "pt-BR"] {
        let rules = out(&format!("--list rules --lang {lang}"));
        for code in Code::ALL.iter().filter(|code| code.group().is_of_calls()) {
            assert!(rules.lines().any(|line| line.starts_with(&format!("{code} "))), "{code}");
            let told = out(&format!("--explain {code} --lang {lang}"));
            assert!(told.starts_with(&format!("{code} (")), "{told}");
        }
    }
}
