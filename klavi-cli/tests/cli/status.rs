//! Each exit status, and which one wins.

#[cfg(unix)]
use crate::support::interrupted;
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
fn an_interrupt_is_130_and_leaves_whole_reports() {
    let (status, reports) = interrupted(&["json"]);
    assert_eq!(status, Some(130));
    let report: serde_json::Value = serde_json::from_str(&reports[0]).unwrap();
    assert_eq!(report["summary"]["interrupted"], true);
    assert_eq!(report["documents"].as_array().unwrap().len(), 1);
}
