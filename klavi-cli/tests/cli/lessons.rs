//! What the peers get wrong, a test for each lesson.

use crate::sarif::logs;
use crate::support::{BAD, GOOD, data, documents, folder, validate};
use serde_json::{Value, json};

#[test]
fn a_glob_without_a_match_a_missing_file_and_an_empty_input_never_end_with_0() {
    let folder = folder(&[("good.json", GOOD), ("empty.json", ""), ("blank.jsonl", " \n\n"), ("none/readme.txt", "")]);
    for (nothing, reason, status) in [
        ("*.none", "empty", 4),
        ("missing.json", "not-found", 3),
        ("empty.json", "empty", 4),
        ("blank.jsonl", "empty", 4),
        ("none", "empty", 4),
        ("-", "empty", 4),
    ] {
        for files in [nothing.to_owned(), format!("good.json {nothing}")] {
            let done = validate(&format!("-o json -s auth.request {files}")).within(folder.path()).run();
            assert_eq!(done.status, Some(status), "{files}");
            let report: Value = serde_json::from_str(&done.out).unwrap();
            let last = report["documents"].as_array().unwrap().last().unwrap();
            assert_eq!((&last["valid"], &last["unchecked"]["reason"]), (&json!(null), &json!(reason)), "{files}");
        }
    }
}

#[test]
#[cfg(unix)]
fn a_pipe_is_read_once() {
    let lines = format!("{GOOD}\n").repeat(30_000) + BAD;
    let folder = folder(&[("lines", &lines)]);
    let counts = |call: crate::support::Call| {
        let report = call.within(folder.path()).report();
        (report["summary"]["valid"].as_u64().unwrap(), report["summary"]["invalid"].as_u64().unwrap())
    };
    for name in ["-", "/dev/stdin"] {
        let call = validate("-o json -s auth.request").arg(name).stdin(lines.clone());
        assert_eq!(counts(call), (30_000, 1), "{name}");
    }
    // Only some shells have it.
    if std::process::Command::new("bash").args(["-c", ":"]).status().is_ok_and(|status| status.success()) {
        let mut bash = std::process::Command::new("bash");
        let script = "\"$0\" -o json -s auth.request <(cat lines) <(echo '{}')";
        let output = bash.args(["-c", script, env!("CARGO_BIN_EXE_validate")]).current_dir(folder.path()).output();
        let report: Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
        assert_eq!((&report["summary"]["valid"], &report["summary"]["invalid"]), (&json!(30_000), &json!(2)));
    }
}

#[test]
fn a_pipe_is_never_valid_by_default() {
    for (text, status, what) in [
        ("", 4, "-#0:1 empty"),
        ("\n", 4, "-#0:1 empty"),
        ("{\"foo\": 1}", 3, "-#0:1 schema-unknown"),
        ("null", 3, "-#0:1 schema-unknown"),
        ("x", 1, "-#0:1 invalid-json"),
        ("\0", 1, "-#0:1 invalid-json"),
        (BAD, 1, "-#0:1 required"),
    ] {
        let schema = if text == BAD { "-s auth.request" } else { "" };
        let done = validate(&format!("-o json {schema}")).stdin(text).run();
        assert_eq!(done.status, Some(status), "{text:?}");
        assert_eq!(documents(&serde_json::from_str(&done.out).unwrap()), [what], "{text:?}");
    }
}

/// Whether this is one report from start to end.
fn is_whole(format: &str, text: &str) -> bool {
    match format {
        "jsonl" => text.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()),
        "junit" => text.starts_with("<?xml ") && text.ends_with("</testsuites>\n"),
        "tap" => text.starts_with("TAP version 14\n") && text.ends_with("\n1..7\n"),
        "github" => text.lines().all(|line| line.starts_with("::")),
        _ => serde_json::from_str::<Value>(text).is_ok(),
    }
}

#[test]
fn nothing_but_the_report_is_on_its_stream() {
    for format in ["json", "jsonl", "sarif", "gitlab", "junit", "tap", "github"] {
        let call = format!("--progress always -v -o {format} order.json batch.jsonl missing.json");
        let done = validate(&call).run();
        assert!(is_whole(format, &done.out), "{format}: {}", done.out);
        assert_eq!(done.err, "", "{format}");
    }
    let usage = validate("-o json -A nope order.json").run();
    assert_eq!((usage.status, usage.out.as_str()), (Some(2), ""));
    assert!(usage.err.starts_with("validate: there is no code or group 'nope'"), "{}", usage.err);
}

#[test]
fn the_same_bytes_come_out_for_any_jobs() {
    for format in ["text", "json", "sarif"] {
        let all = |jobs: u32| {
            let call = validate(&format!("-o {format} -j {jobs} .")).within(&data()).run();
            assert_eq!(call.status, Some(1));
            call.out
        };
        let one = all(1);
        for jobs in [2, 3, 8] {
            assert_eq!(all(jobs), one, "{format}");
        }
    }
}

#[test]
fn there_are_no_colour_codes_where_output_is_redirected() {
    let has_colours = |call: crate::support::Call| call.run().out.contains('\u{1b}');
    assert!(!has_colours(validate("order.json")));
    assert!(has_colours(validate("--color always order.json")));
    assert!(has_colours(validate("order.json").env("CLICOLOR_FORCE", "1")));
    assert!(!has_colours(validate("order.json").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(!has_colours(validate("--color never order.json").env("CLICOLOR_FORCE", "1")));
}

#[test]
fn the_last_line_has_the_colour_of_the_worst_that_it_counts() {
    const WARNED: &str = r#"{"accessKey": "a", "secretKey": "b", "note": 1}"#;
    let last = |arguments: &str, document: &str| {
        let out = validate(arguments).stdin(document).run().out;
        out.lines().last().unwrap_or_default().to_owned()
    };
    for (format, document, colour) in
        [("text", GOOD, "1;32"), ("text", WARNED, "1;33"), ("compact", BAD, "1;91"), ("text", "", "1;91")]
    {
        let call = format!("-s auth.request -o {format} --color");
        let (plain, painted) =
            (last(&format!("{call} never -"), document), last(&format!("{call} always -"), document));
        assert_eq!(painted, format!("\u{1b}[{colour}m{plain}\u{1b}[0m"));
        assert!(plain.contains("checked"), "{plain}");
    }
    // What is counted of a flow, too.
    let flow = last("--color always --flow exchanges.jsonl", "");
    assert!(flow.starts_with("\u{1b}[1;91m6 events joined"), "{flow}");
    // Where nobody looks there is none, and a variable outweighs what is found out, as a flag outweighs both.
    let of = |call: crate::support::Call| call.run().out.lines().last().unwrap_or_default().starts_with('\u{1b}');
    assert!(!of(validate("order.json")));
    assert!(of(validate("order.json").env("CLICOLOR_FORCE", "1")));
    assert!(!of(validate("order.json").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(of(validate("--color always order.json").env("NO_COLOR", "1")));
}

#[test]
fn sarif_passes_its_schema() {
    let Some(schema) = crate::support::suite("sarif/sarif-2.1.0-rtm.5.json") else { return };
    // One pattern of the schema has a bracket that closes nothing; only old engines read it as a character.
    let schema = schema.replace("{2}]?$", "{2}\\\\]?$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for log in logs() {
        let errors: Vec<_> =
            schema.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(errors, [""; 0]);
    }
    assert!(!schema.is_valid(&json!({"version": "2.1.0"})), "the file is no schema of SARIF");
}

#[test]
#[cfg(unix)]
fn a_run_that_was_cut_short_never_looks_green() {
    let formats = ["text", "json", "sarif", "junit", "github", "gitlab", "tap"];
    let (status, reports) = crate::support::interrupted(&formats);
    assert_eq!(status, Some(130));
    let says = |index: usize, what: &str| assert!(reports[index].contains(what), "{}", reports[index]);
    let value = |index: usize| serde_json::from_str::<Value>(&reports[index]).unwrap();
    says(0, "1 document checked, 0 invalid, 0 errors, 0 warnings; interrupted\n");
    assert_eq!(value(1)["summary"]["interrupted"], true);
    assert_eq!(value(2)["runs"][0]["invocations"][0]["executionSuccessful"], false);
    says(3, "tests=\"2\" failures=\"0\" errors=\"1\"");
    says(4, "::error title=validate::1 document checked, 0 invalid, 0 errors, 0 warnings; interrupted\n");
    assert_eq!(value(5)[0]["check_name"], "interrupted");
    assert_eq!(value(5)[0]["severity"], "blocker");
    says(6, "\nBail out! interrupted\n");
    // Nobody reads the report to its end, so nobody knows of the rest.
    assert_eq!(
        crate::failures::closed_after_100_bytes("-v", &format!("{GOOD}\n").repeat(30_000)),
        (Some(3), String::new())
    );
    let folder = folder(&[]);
    std::fs::write(folder.path().join("cut.jsonl.gz"), cut_gzip(&format!("{GOOD}\n").repeat(100_000))).unwrap();
    let done = validate("-s auth.request cut.jsonl.gz").within(folder.path()).run();
    assert_eq!(done.status, Some(3));
    assert!(
        done.out.contains("unchecked[unreadable]: cannot be read: the compressed data is cut short"),
        "{}",
        done.out
    );
}

#[cfg(unix)]
fn cut_gzip(text: &str) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut gzip, text.as_bytes()).unwrap();
    let mut bytes = gzip.finish().unwrap();
    bytes.truncate(bytes.len() / 2);
    bytes
}
