//! Checking again after each change.

use crate::support::{BAD, GOOD, folder, validate};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A run that goes on, and what it says line by line.
struct Watch {
    child: Child,
    out: Receiver<String>,
    err: Receiver<String>,
}

fn lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (send, receive) = channel();
    std::thread::spawn(move || {
        // The test may have seen enough.
        BufReader::new(from).lines().map_while(Result::ok).try_for_each(|line| send.send(line))
    });
    receive
}

impl Watch {
    fn start(folder: &Path, arguments: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_validate"));
        command.args(arguments.split_whitespace()).current_dir(folder).env_clear();
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let (out, err) = (lines(child.stdout.take().unwrap()), lines(child.stderr.take().unwrap()));
        Self { child, out, err }
    }

    fn says(&self) -> String {
        self.err.recv_timeout(Duration::from_secs(60)).expect("a line on standard error")
    }

    /// The lines of one report in compact form, up to the summary.
    fn report(&self) -> Vec<String> {
        let mut report = Vec::new();
        loop {
            let line = self.out.recv_timeout(Duration::from_secs(60)).expect("a line of the report");
            let is_last = line.contains(" checked, ") || line.contains(" verificado");
            report.push(line);
            if is_last {
                return report;
            }
        }
    }

    fn interrupt(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A test that fails must not leave it behind.
        let _ = self.child.kill();
    }
}

#[test]
fn each_change_is_a_run_until_the_interrupt() {
    let folder = folder(&[("a.json", BAD)]);
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let watch = Watch::start(folder.path(), "--watch -s auth.request -o compact -o json=report.json .");
    assert_eq!(watch.says(), "--- watching 1 file; Ctrl-C ends ---");
    let first = watch.report();
    assert!(first[0].starts_with("a.json:1:1: error[required]"), "{first:?}");
    assert_eq!(first[1], "1 document checked, 1 invalid, 1 error, 0 warnings");
    write("a.json", GOOD);
    assert_eq!(watch.says(), "--- a.json changed ---");
    assert_eq!(watch.report(), ["1 document checked, 0 invalid, 0 errors, 0 warnings"]);
    // A new file is found; what is no input is not.
    write("notes.txt", "x");
    write("b.yaml", "accessKey: a\nsecretKey: 1\n");
    assert_eq!(watch.says(), "--- b.yaml changed ---");
    let third = watch.report();
    assert!(third[0].starts_with("b.yaml:2:12: error[type]"), "{third:?}");
    assert_eq!(third[1], "2 documents checked, 1 invalid, 1 error, 0 warnings");
    // A configuration that cannot be read does not end it.
    write("validate.toml", "[rules");
    assert_eq!(watch.says(), "--- the configuration changed ---");
    assert!(watch.says().starts_with("validate: "));
    std::fs::remove_file(folder.path().join("validate.toml")).unwrap();
    while watch.says() != "--- the configuration changed ---" {}
    assert_eq!(watch.report()[1], third[1]);
    std::fs::remove_file(folder.path().join("a.json")).unwrap();
    std::fs::remove_file(folder.path().join("b.yaml")).unwrap();
    assert_eq!(watch.says(), "--- a.json and 1 more changed ---");
    assert_eq!(watch.report()[1], "0 documents checked, 0 invalid, 0 errors, 0 warnings, 1 unchecked");
    assert_eq!(watch.interrupt(), Some(130));
    let report = std::fs::read_to_string(folder.path().join("report.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["summary"]["unchecked"], 1);
}

#[test]
fn portuguese_and_silence() {
    let folder = folder(&[("a.json", BAD)]);
    let watch = Watch::start(folder.path(), "--watch -s auth.request -o compact --lang pt-BR a.json");
    assert_eq!(watch.says(), "--- observando 1 arquivo; Ctrl-C encerra ---");
    assert!(watch.report()[0].contains("erro[required]"));
    std::fs::write(folder.path().join("a.json"), GOOD).unwrap();
    assert_eq!(watch.says(), "--- a.json mudou ---");
    assert_eq!(watch.report().len(), 1);
    assert_eq!(watch.interrupt(), Some(130));
}

#[test]
fn a_reader_who_goes_away_ends_it() {
    let folder = folder(&[("a.json", BAD)]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_validate"))
        .args(["--watch", "-s", "auth.request", "a.json"])
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = child.stdout.take().unwrap();
    let err = lines(child.stderr.take().unwrap());
    out.read_exact(&mut [0; 10]).unwrap();
    assert!(err.recv_timeout(Duration::from_secs(60)).unwrap().contains("watching"));
    drop(out);
    std::fs::write(folder.path().join("a.json"), "{}").unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn standard_input_cannot_be_watched() {
    let folder = folder(&[("a.json", GOOD), ("list", "a.json\n")]);
    for arguments in
        ["--watch -", "--watch", "--watch --files-from -", "--watch --list", "--watch --schema nope a.json"]
    {
        let done = validate(arguments).within(folder.path()).stdin(GOOD).run();
        assert_eq!(done.status, Some(2), "{arguments}");
        assert!(done.out.is_empty() && !done.err.is_empty(), "{arguments}: {}", done.err);
    }
}
