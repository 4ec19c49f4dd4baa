//! What reports are written over, and when.

use crate::support::{BAD, GOOD, documents, folder, interrupted, validate};
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};

const OVERWRITES: &str = " is an input: no report is written over it\n";

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn no_report_is_written_over_an_input_however_it_is_named() {
    let call = r#"{"log": {"entries": []}}"#;
    let folder = folder(&[("a.json", GOOD), ("b/c.json", BAD), ("list", "a.json\n"), ("calls.har", call)]);
    let path = |name: &str| folder.path().join(name);
    symlink("a.json", path("soft.json")).unwrap();
    fs::hard_link(path("a.json"), path("hard")).unwrap();
    fs::write(path("own.toml"), "lang = 'en'").unwrap();
    for (arguments, input) in [
        ("-o json=a.json a.json", "a.json"),
        ("-o text -o json=./b/../a.json a.json", "a.json"),
        ("-o json=soft.json a.json", "a.json"),
        ("-o json=a.json soft.json", "soft.json"),
        ("-o json=hard a.json", "a.json"),
        ("-o json=b/c.json b", "b/c.json"),
        ("-o json=b/c.json b/*.json", "b/c.json"),
        ("-o json=a.json --files-from list", "a.json"),
        ("-o json=list --files-from list", "list"),
        ("-o json=calls.har calls.har", "calls.har"),
        ("-o json=own.toml --config own.toml b", "own.toml"),
    ] {
        let done = validate(&format!("-s auth.request {arguments}")).within(folder.path()).run();
        assert_eq!((done.status, &done.out[..]), (Some(2), ""), "{arguments}");
        assert_eq!(done.err, format!("validate: {input}{OVERWRITES}"), "{arguments}");
    }
    assert_eq!(fs::read_to_string(path("a.json")).unwrap(), GOOD);
    assert_eq!(fs::read_to_string(path("b/c.json")).unwrap(), BAD);
    assert_eq!(fs::read_to_string(path("calls.har")).unwrap(), call);
}

/// The binary with these streams, in this folder.
fn redirected(folder: &Path, arguments: &str, stdin: Stdio, stdout: Stdio) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_validate"));
    command.args(arguments.split(' ')).current_dir(folder).env_clear();
    let done = command.stdin(stdin).stdout(stdout).stderr(Stdio::piped()).output().unwrap();
    (done.status.code(), String::from_utf8(done.stderr).unwrap())
}

#[test]
fn a_redirected_stream_is_known_by_its_file() {
    let folder = folder(&[("a.json", GOOD), ("b.json", GOOD)]);
    let (a, b) = (folder.path().join("a.json"), folder.path().join("b.json"));
    let read = || Stdio::from(File::open(&a).unwrap());
    let append = |path: &Path| Stdio::from(OpenOptions::new().append(true).open(path).unwrap());
    let of = |arguments: &str, stdin, stdout| redirected(folder.path(), arguments, stdin, stdout);
    let expected = |name: &str| (Some(2), format!("validate: {name}{OVERWRITES}"));
    assert_eq!(of("-s auth.request -o json=a.json -", read(), Stdio::null()), expected("-"));
    assert_eq!(of("-s auth.request -o json=a.json", read(), Stdio::null()), expected("-"));
    assert_eq!(of("-s auth.request b.json", Stdio::null(), append(&b)), expected("b.json"));
    assert_eq!(of("-s auth.request .", Stdio::null(), append(&b)), expected("b.json"));
    assert_eq!((fs::read_to_string(&a).unwrap(), fs::read_to_string(&b).unwrap()), (GOOD.into(), GOOD.into()));
    // What the shell has emptied for this run is no input of it.
    let new = folder.path().join("new.json");
    assert_eq!(of("-s auth.request .", Stdio::null(), File::create(&new).unwrap().into()).0, Some(0));
    assert!(fs::read_to_string(&new).unwrap().starts_with("2 documents checked"));
}

#[test]
fn the_report_of_the_last_run_is_no_input_of_the_next() {
    let folder = folder(&[("a.json", GOOD)]);
    for format in ["json", "jsonl", "sarif", "gitlab", "junit", "tap"] {
        for documents in [GOOD, BAD] {
            fs::write(folder.path().join("a.json"), documents).unwrap();
            let call = || validate(&format!("-s auth.request -o text -o {format}=report.json .")).within(folder.path());
            for _ in 0..2 {
                let done = call().run();
                assert_eq!(done.status, Some(i32::from(documents == BAD)), "{format}: {}{}", done.out, done.err);
                assert!(done.out.contains("1 document checked"), "{format}: {}", done.out);
            }
        }
        assert_eq!(names(folder.path()), ["a.json", "report.json"]);
        fs::remove_file(folder.path().join("report.json")).unwrap();
    }
}

#[test]
fn two_reports_in_one_file_under_two_names_are_2() {
    let folder = folder(&[("a.json", GOOD), ("one", "")]);
    fs::hard_link(folder.path().join("one"), folder.path().join("two")).unwrap();
    symlink("one", folder.path().join("three")).unwrap();
    for second in ["one", "two", "three", "./one"] {
        let call = validate(&format!("-s auth.request -o json=one -o sarif={second} a.json")).within(folder.path());
        assert_eq!(call.status(), Some(2), "{second}");
    }
    let stdout = File::options().write(true).open(folder.path().join("one")).unwrap();
    let done = redirected(folder.path(), "-o text -o json=two a.json", Stdio::null(), stdout.into());
    assert_eq!(done, (Some(2), "validate: --output json=two: another report goes to the same place\n".to_owned()));
}

#[test]
fn an_interrupted_run_leaves_reports_that_say_so_and_nothing_else() {
    let (status, reports) = interrupted(&["json", "jsonl=lines"]);
    assert_eq!(status, Some(130));
    assert!(reports[0].contains("\"interrupted\":true"), "{}", reports[0]);
    let lines: Vec<serde_json::Value> = reports[1].lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["valid"], true);
    assert_eq!(lines[1]["summary"]["interrupted"], true);
    let schema: serde_json::Value = serde_json::from_str(&validate("--print-schema report").run().out).unwrap();
    let mut end = schema.clone();
    end["$ref"] = "#/$defs/end".into();
    for key in ["type", "properties", "required", "additionalProperties"] {
        end.as_object_mut().unwrap().remove(key);
    }
    assert!(jsonschema::is_valid(&end, &lines[1]));
    assert_eq!((lines.len(), jsonschema::is_valid(&end, &lines[0])), (2, false));
}

#[test]
fn a_killed_run_leaves_the_old_report() {
    let folder = folder(&[("report", "old")]);
    let call = validate("--input jsonl -s auth.request -o jsonl -o json=report -").within(folder.path());
    let mut child = call.spawn(Stdio::piped());
    let mut input = child.stdin.take().unwrap();
    writeln!(input, "{GOOD}").unwrap();
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().unwrap()), &mut line).unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("report")).unwrap(), "old");
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("report")).unwrap(), "old");
}

#[test]
fn pipes_and_links_are_written_through() {
    let folder = folder(&[("a.json", GOOD), ("target", "old")]);
    symlink("target", folder.path().join("link")).unwrap();
    assert_eq!(validate("-s auth.request -o compact=link a.json").within(folder.path()).status(), Some(0));
    assert!(folder.path().join("link").is_symlink());
    assert!(fs::read_to_string(folder.path().join("target")).unwrap().starts_with("1 document checked"));
    let pipe = folder.path().join("pipe");
    crate::support::mkfifo(&pipe);
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).unwrap()
    });
    assert_eq!(validate("-s auth.request -o compact=pipe a.json").within(folder.path()).status(), Some(0));
    assert!(reader.join().unwrap().starts_with("1 document checked"));
    assert_eq!(names(folder.path()), ["a.json", "link", "pipe", "target"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_3_with_every_flag() {
    for flags in [
        "--list",
        "--list rules",
        "--explain pattern",
        "--example auth.request",
        "--print-schema report",
        "--print-schema openapi",
        "--completions bash",
        "--man",
        "--config-schema",
        "--help",
        "-h",
        "--version",
        "--lang pt-BR --help",
        "-s auth.request order.json",
    ] {
        let full = || OpenOptions::new().write(true).open("/dev/full").unwrap();
        let data = crate::support::data();
        let (status, err) = redirected(&data, flags, Stdio::null(), full().into());
        assert_eq!(status, Some(3), "{flags}: {err}");
        assert!(err.starts_with("validate: ") && err.contains("No space left on device"), "{flags}: {err}");
    }
}

/// The old report stands where the new one does not fit.
#[test]
fn a_report_that_cannot_be_written_leaves_nothing_behind() {
    let folder = folder(&[("a.json", GOOD), ("report", "old")]);
    let lines = format!("{BAD}\n").repeat(2_000);
    fs::write(folder.path().join("lines.jsonl"), &lines).unwrap();
    let mut shell = Command::new("sh");
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$0\" -s auth.request -qq -o text -o jsonl=report lines.jsonl";
    shell.args(["-c", script, env!("CARGO_BIN_EXE_validate")]).current_dir(folder.path()).env_clear();
    let done = shell.stdin(Stdio::null()).output().unwrap();
    assert_eq!(done.status.code(), Some(3), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(fs::read_to_string(folder.path().join("report")).unwrap(), "old");
    assert_eq!(names(folder.path()), ["a.json", "lines.jsonl", "report"]);
    let report = validate("-s auth.request -o json a.json").within(folder.path()).report();
    assert_eq!(documents(&report), ["a.json#0:1 -"]);
}
