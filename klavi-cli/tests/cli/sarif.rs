//! SARIF logs against the standard: what code scanning relies on. That it passes the official schema is one of the lessons.

use crate::support::{folder, validate};
use serde_json::Value;

/// Logs with errors, warnings, causes, fixes, files that could not be read, and with nothing at all.
pub fn logs() -> Vec<Value> {
    let files = folder(&[("a b.json", r#"{"accessKey": 10, "secretKye": "é"}"#), ("empty.json", "")]);
    let mut logs = Vec::new();
    for lang in ["en", "pt-BR"] {
        for arguments in
            ["order.json batch.jsonl missing.json", "--values full order.json", "--max-errors 1 order.json"]
        {
            logs.push(validate(&format!("-o sarif --lang {lang} {arguments}")).run().out);
        }
        for arguments in ["-s auth.request --values full .", "--allow-empty *.none", "-A warnings empty.json"] {
            logs.push(validate(&format!("-o sarif --lang {lang} {arguments}")).within(files.path()).run().out);
        }
    }
    logs.iter().map(|log| serde_json::from_str(log).expect("the log is JSON")).collect()
}

fn array<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("no text {pointer} in {value:#}"))
}

#[test]
fn logs_have_what_code_scanning_relies_on() {
    let (mut results, mut fixes) = (0, 0);
    for log in logs() {
        assert_eq!((text(&log, "/version"), array(&log, "runs").len()), ("2.1.0", 1));
        let run = &log["runs"][0];
        assert!(!text(run, "/tool/driver/name").is_empty() && run["columnKind"] == "unicodeCodePoints");
        assert!(array(run, "invocations").iter().all(|invocation| invocation["executionSuccessful"].is_boolean()));
        let rules = array(&run["tool"]["driver"], "rules");
        let mut ids: Vec<_> = rules.iter().map(|rule| text(rule, "/id")).collect();
        for rule in rules {
            for part in ["/shortDescription/text", "/fullDescription/text", "/help/text", "/help/markdown"] {
                assert!(!text(rule, part).is_empty(), "{part} in {rule:#}");
            }
            let (page, section) = text(rule, "/helpUri").rsplit_once('#').unwrap();
            let page = page.strip_prefix(concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/")).unwrap();
            let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
            if docs.is_dir() {
                let page = std::fs::read_to_string(docs.join(page)).unwrap();
                assert!(page.contains(&format!("\n## {section}\n")), "{section}");
            }
            // No rule is listed that nothing breaks.
            assert!(array(run, "results").iter().any(|result| result["ruleId"] == rule["id"]), "{rule:#}");
        }
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
        let mut prints: Vec<_> = Vec::new();
        for result in array(run, "results") {
            judge(result, rules);
            prints.push(text(result, "/partialFingerprints/validate~1v1"));
            fixes += array(result, "fixes").len();
            results += 1;
        }
        let count = prints.len();
        prints.sort_unstable();
        prints.dedup();
        assert_eq!(prints.len(), count);
    }
    assert!(results > 50 && fixes > 4, "{results} results, {fixes} fixes");
}

fn judge(result: &Value, rules: &[Value]) {
    assert_eq!(rules.iter().filter(|rule| rule["id"] == result["ruleId"]).count(), 1, "{result:#}");
    assert!(matches!(text(result, "/level"), "error" | "warning"));
    assert!(!text(result, "/message/text").is_empty());
    assert_eq!(array(result, "locations").len(), 1);
    for place in array(result, "locations").iter().chain(array(result, "relatedLocations")) {
        let uri = text(place, "/physicalLocation/artifactLocation/uri");
        assert!(!uri.is_empty() && uri.is_ascii() && !uri.contains(' '));
        if let Some(region) = place.pointer("/physicalLocation/region") {
            judge_region(region);
        }
    }
    for fix in array(result, "fixes") {
        assert!(!text(fix, "/description/text").is_empty());
        assert_eq!(
            (array(fix, "artifactChanges").len(), array(&fix["artifactChanges"][0], "replacements").len()),
            (1, 1)
        );
        let change = &fix["artifactChanges"][0];
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(change["artifactLocation"], place["artifactLocation"]);
        assert_eq!(change["replacements"][0]["deletedRegion"], place["region"]);
        assert!(!text(change, "/replacements/0/insertedContent/text").is_empty());
    }
}

fn judge_region(region: &Value) {
    let number = |name: &str| region[name].as_u64().unwrap_or_else(|| panic!("no {name} in {region}"));
    assert!(number("startLine") >= 1 && number("startColumn") >= 1);
    assert!((number("endLine"), number("endColumn")) >= (number("startLine"), number("startColumn")));
    let _ = (number("byteOffset"), number("byteLength"));
}

#[test]
fn a_word_where_code_scanning_takes_no_more_results() {
    let lines = |count: usize| "{}\n".repeat(count);
    let run = |count: usize| validate("-o sarif --lang en -s auth.request --input jsonl -").stdin(lines(count)).run();
    // Two findings in each document.
    let (most, more) = (run(12_500), run(12_501));
    assert_eq!(most.err, "");
    let word = "the SARIF report has 25002 results, and GitHub takes no more than 25000; see --max-errors, -A and -p";
    assert_eq!(more.err, format!("validate: {word}\n"));
    let log: Value = serde_json::from_str(&more.out).unwrap();
    assert_eq!(text(&log, "/runs/0/invocations/0/toolExecutionNotifications/0/message/text"), word);
}
