//! Each exit status, and which one wins.

use crate::support::{BAD, GOOD, folder, validate};

fn status(arguments: &str) -> Option<i32> {
    let folder = folder(&[
        ("good.json", GOOD),
        ("bad.json", BAD),
        ("broken.json", "{\"accessKey\": "),
        ("bom.json", "\u{feff}{}"),
        ("blank.json", " \n"),
        ("array.json", "[]"),
        ("odd.json", r#"{"foo": 1}"#),
        ("lines.jsonl", "\n\n"),
        ("folder/readme.txt", ""),
        ("wrong.toml", "lang = 'fr'"),
    ]);
    std::fs::write(folder.path().join("latin.json"), b"{\"accessKey\": \"\xe7\"}").unwrap();
    validate(arguments).within(folder.path()).status()
}

#[test]
fn valid_is_0() {
    for arguments in
        ["good.json", "-A required bad.json", "--allow-empty blank.json none*.json folder lines.jsonl", "-h", "-V"]
    {
        assert_eq!(status(arguments), Some(0), "{arguments}");
    }
}

#[test]
fn an_error_in_a_document_is_1() {
    for arguments in ["bad.json", "good.json bad.json", "broken.json", "bom.json", "latin.json", "-s error bom.json"] {
        assert_eq!(status(arguments), Some(1), "{arguments}");
    }
}

#[test]
fn wrong_usage_is_2() {
    for arguments in [
        "--nope",
        "-s nope good.json",
        "-s auth good.json",
        "-A nope good.json",
        "-A json good.json",
        "-W duplicate-key good.json",
        "-o nope good.json",
        "-o text -o compact good.json",
        "-o json=a -o text=./a good.json",
        "-o text -o json=/dev/stdout good.json",
        "-o json= good.json",
        "-o json=none/a good.json",
        "-p data good.json",
        "--today 2025-02-30 good.json",
        "--map x good.json",
        "--map *=nope good.json",
        "--config wrong.toml good.json",
        "--config none.toml good.json",
        "--explain nope",
        "--example nope",
        "--print-schema nope",
        "-j 0 good.json",
        "- -",
    ] {
        assert_eq!(status(arguments), Some(2), "{arguments}");
    }
}

#[test]
fn what_cannot_be_checked_is_3() {
    for arguments in [
        "missing.json",
        "odd.json",
        "--detect off good.json",
        "--detect name good.json",
        "--max-bytes 5 good.json",
        "--max-depth 1 -s auth.request --each array.json good.json",
        "-p /nope good.json",
        "--each good.json",
        "--files-from missing.txt",
    ] {
        let expected = if arguments.contains("max-depth") { Some(4) } else { Some(3) };
        let actual = status(arguments);
        assert!(actual == Some(3) || actual == expected, "{arguments}: {actual:?}");
    }
    assert_eq!(validate("--max-depth 1 -s auth.request").stdin("[[]]").status(), Some(3));
}

#[test]
fn nothing_to_check_is_4() {
    for arguments in
        ["blank.json", "none*.json", "folder", "lines.jsonl", "--each array.json", "good.json none*.json", "-"]
    {
        assert_eq!(status(arguments), Some(4), "{arguments}");
    }
    assert_eq!(validate("").status(), Some(4));
}

#[test]
fn the_worse_status_wins() {
    assert_eq!(status("bad.json blank.json missing.json -A nope"), Some(2));
    assert_eq!(status("bad.json blank.json missing.json"), Some(3));
    assert_eq!(status("bad.json blank.json good.json"), Some(4));
    assert_eq!(status("bad.json good.json"), Some(1));
}

#[test]
#[cfg(unix)]
fn a_report_that_cannot_be_written_is_3() {
    if std::path::Path::new("/dev/full").exists() {
        let done = validate("-o text -o sarif=/dev/full order.json").run();
        assert_eq!(done.status, Some(3));
        assert!(done.err.starts_with("validate: cannot write /dev/full: "), "{}", done.err);
        assert_eq!(done.out, validate("order.json").run().out);
    }
}

#[test]
#[cfg(unix)]
fn an_interrupt_is_130_and_leaves_whole_reports() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let folder = folder(&[]);
    let report = folder.path().join("report.json");
    let mut child = Command::new(env!("CARGO_BIN_EXE_validate"))
        .args(["--input", "jsonl", "-o", "jsonl", "-o", &format!("json={}", report.display()), "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    writeln!(input, "{GOOD}").unwrap();
    // The first document comes out before the input ends.
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().unwrap()), &mut line).unwrap();
    assert!(line.contains("\"valid\":true"));
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    drop(input);
    let report: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(report).unwrap()).unwrap();
    assert_eq!(report["summary"]["interrupted"], true);
    assert_eq!(report["documents"].as_array().unwrap().len(), 1);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let lines = format!("{BAD}\n").repeat(20_000);
    let folder = folder(&[("lines.jsonl", &lines)]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_validate"))
        .args(["-s", "auth.request", "lines.jsonl"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut [0; 100]).unwrap();
    drop(out);
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), done.stderr), (Some(1), Vec::new()));
}
