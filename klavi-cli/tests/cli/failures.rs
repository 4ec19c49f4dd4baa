//! Inputs and outputs that fail, one by one. That a panic ends with 70 is tested beside its hook: nothing makes the binary
//! panic.

use crate::support::{BAD, GOOD, documents, folder, validate};
use serde_json::Value;
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};

/// Status and standard error of a run over these lines whose reader goes away.
pub fn closed_after_100_bytes(flags: &str, lines: &str) -> (Option<i32>, String) {
    let folder = folder(&[("lines.jsonl", lines)]);
    let call = validate(&format!("-s auth.request -j 1 {flags} lines.jsonl")).within(folder.path());
    let mut child = call.spawn(Stdio::null());
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut [0; 100]).unwrap();
    drop(out);
    let done = child.wait_with_output().unwrap();
    (done.status.code(), String::from_utf8(done.stderr).unwrap())
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let lines = format!("{BAD}\n").repeat(40_000);
    // The rest was not checked, which 1 would deny; it was where the report comes at the end.
    assert_eq!(closed_after_100_bytes("", &lines), (Some(3), String::new()));
    assert_eq!(closed_after_100_bytes("-o json", &lines), (Some(1), String::new()));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_for_a_report_is_3() {
    let alone = validate("order.json").run().out;
    for format in ["sarif", "json", "jsonl", "junit", "text"] {
        let first = if format == "text" { "compact" } else { "text" };
        let done = validate(&format!("-o {first} -o {format}=/dev/full order.json")).run();
        assert_eq!(done.status, Some(3), "{format}");
        assert!(done.err.starts_with("validate: cannot write to /dev/full: No space left on device"), "{}", done.err);
        assert!(first == "compact" || done.out == alone, "{format}");
    }
    // A valid document is no green run either when nobody can know.
    let full = || OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut validate = Command::new(env!("CARGO_BIN_EXE_validate"));
    validate.args(["-s", "auth.request", "--lang", "pt-BR", "-"]);
    let child = validate.stdin(Stdio::piped()).stdout(full()).stderr(Stdio::piped());
    let mut child = child.spawn().unwrap();
    child.stdin.take().unwrap().write_all(GOOD.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    let err = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(3), "{err}");
    assert!(err.starts_with("validate: não foi possível gravar na saída padrão: No space left on device"), "{err}");
}

/// Permissions do not stop root, who may be running this: a link to itself and a path through a file stop everybody, and
/// the first page of a process's memory can be opened but not read.
#[test]
fn an_unreadable_file_among_good_ones() {
    let folder = folder(&[("a.json", GOOD), ("c.json", BAD), ("e.json", GOOD)]);
    symlink("b.json", folder.path().join("b.json")).unwrap();
    let mut expected = vec!["a.json#0:1 -", "b.json#0:1 unreadable", "c.json#0:1 required"];
    if cfg!(target_os = "linux") {
        symlink("/proc/self/mem", folder.path().join("d.json")).unwrap();
        expected.push("d.json#0:1 unreadable");
    }
    expected.push("e.json#0:1 -");
    let of = |files: &str| validate(&format!("-o json -s auth.request {files}")).within(folder.path()).run();
    for files in [".", "*.json"] {
        let done = of(files);
        assert_eq!(done.status, Some(3), "{files}");
        assert_eq!(documents(&serde_json::from_str(&done.out).unwrap()), expected, "{files}");
    }
    let done = of("a.json a.json/b.json e.json");
    assert_eq!(done.status, Some(3));
    let expected = ["a.json#0:1 -", "a.json/b.json#0:1 unreadable", "e.json#0:1 -"];
    assert_eq!(documents(&serde_json::from_str(&done.out).unwrap()), expected);
}

const LINES: usize = 30_000;

/// The documents of a file of many lines that changes while it is read: when the first finding is out, the pipe is full
/// and most of the file was not read.
fn changed_while_read(change: impl FnOnce(&Path)) -> Vec<Value> {
    let folder = folder(&[("lines.jsonl", &format!("{BAD}\n").repeat(LINES))]);
    let call = validate("-s auth.request -o jsonl -j 1 lines.jsonl").within(folder.path());
    let mut child = call.spawn(Stdio::null());
    let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = out.next().unwrap();
    change(&folder.path().join("lines.jsonl"));
    let lines = std::iter::once(first).chain(out).map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect();
    assert_eq!(child.wait().unwrap().code(), Some(1));
    lines
}

fn code(document: &Value) -> &str {
    document["findings"][0]["code"].as_str().unwrap()
}

#[test]
fn a_file_that_shrinks_while_it_is_read() {
    let length = LINES / 2 * (BAD.len() + 1) + 5;
    let documents = changed_while_read(|file| {
        OpenOptions::new().write(true).open(file).unwrap().set_len(length as u64).unwrap();
    });
    let (last, rest) = documents.split_last().unwrap();
    assert_eq!((rest.len(), code(last)), (LINES / 2, "invalid-json"));
    assert!(rest.iter().all(|document| code(document) == "required"));
}

#[test]
fn a_file_that_grows_while_it_is_read() {
    let documents = changed_while_read(|file| {
        writeln!(OpenOptions::new().append(true).open(file).unwrap(), "x\n{BAD}").unwrap();
    });
    assert_eq!(documents.len(), LINES + 2);
    assert_eq!((code(&documents[LINES]), code(&documents[LINES + 1])), ("invalid-json", "required"));
}

#[test]
fn a_file_that_is_replaced_while_it_is_read() {
    let documents = changed_while_read(|file| {
        let other = file.with_extension("other");
        fs::write(&other, "x\n").unwrap();
        fs::rename(other, file).unwrap();
    });
    assert_eq!(documents.len(), LINES);
    assert!(documents.iter().all(|document| code(document) == "required"));
}

/// What the system says of the length of a file need not be so: these say 0, and have a line.
#[test]
#[cfg(target_os = "linux")]
fn a_file_that_is_longer_than_it_was_said_to_be() {
    let folder = folder(&[]);
    symlink("/proc/sys/kernel/ostype", folder.path().join("a.json")).unwrap();
    let report = validate("-o json -s auth.request a.json").within(folder.path()).report();
    assert_eq!(documents(&report), ["a.json#0:1 invalid-json"]);
}

#[test]
fn a_symlink_loop_ends() {
    let folder = folder(&[("a.json", GOOD), ("sub/b.json", BAD)]);
    for (target, link) in [
        ("..", "sub/loop"),
        ("../a.json", "sub/link.json"),
        ("gone.json", "sub/broken.json"),
        ("self.json", "self.json"),
    ] {
        symlink(target, folder.path().join(link)).unwrap();
    }
    let report = validate("-o json -s auth.request .").within(folder.path()).report();
    let expected = [
        "a.json#0:1 -",
        "self.json#0:1 unreadable",
        "sub/b.json#0:1 required",
        "sub/broken.json#0:1 not-found",
        "sub/link.json#0:1 -",
    ];
    assert_eq!(documents(&report), expected);
    // The loop leads to the same folder again, and not further.
    let report = validate("-o json -s auth.request sub/loop").within(folder.path()).report();
    assert_eq!(report["summary"]["documents"], 5);
}

#[test]
fn a_fifo_is_read_to_its_end() {
    let folder = folder(&[("list", "pipe.json\n")]);
    let pipe = folder.path().join("pipe.json");
    crate::support::mkfifo(&pipe);
    for files in ["pipe.json", "--files-from list"] {
        let writer = std::thread::spawn({
            let pipe = pipe.clone();
            move || {
                let mut pipe = File::options().write(true).open(pipe).unwrap();
                pipe.write_all(&BAD.as_bytes()[..5]).unwrap();
                std::thread::sleep(std::time::Duration::from_millis(20));
                pipe.write_all(&BAD.as_bytes()[5..]).unwrap();
            }
        });
        let report = validate(&format!("-o json -s auth.request {files}")).within(folder.path()).report();
        writer.join().unwrap();
        assert_eq!(documents(&report), ["pipe.json#0:1 required"]);
    }
}

#[test]
fn a_folder_named_like_a_document_is_walked() {
    let folder = folder(&[("x.json/a.json", BAD), ("x.json/b.jsonl/c.json", GOOD), ("none.json/readme.txt", "")]);
    let of = |files: &str| {
        let done = validate(&format!("-o json -s auth.request {files}")).within(folder.path()).run();
        (done.status, documents(&serde_json::from_str(&done.out).unwrap()))
    };
    let both = ["x.json/a.json#0:1 required", "x.json/b.jsonl/c.json#0:1 -"].map(str::to_owned);
    assert_eq!(of("x.json"), (Some(1), both.to_vec()));
    assert_eq!(of("."), (Some(1), both.to_vec()));
    // A glob matches files.
    assert_eq!(of("*.json"), (Some(4), vec!["*.json#0:1 empty".to_owned()]));
    assert_eq!(of("none.json"), (Some(4), vec!["none.json#0:1 empty".to_owned()]));
}

/// The limit is 16 MiB for a document; the shell grants 200 MB of address space for everything, threads included.
#[test]
#[cfg(target_os = "linux")]
fn a_document_of_1_gib_is_over_the_limit_at_once_and_in_bounded_memory() {
    const GIB: usize = 1 << 30;
    let folder = folder(&[]);
    File::create(folder.path().join("big.json")).unwrap().set_len(GIB as u64).unwrap();
    File::create(folder.path().join("big")).unwrap().set_len(GIB as u64).unwrap();
    let limited = |file: &str| {
        let mut shell = Command::new("sh");
        let script = "ulimit -v 200000 && exec \"$0\" -j 2 -o json -s auth.request \"$1\"";
        shell.args(["-c", script, env!("CARGO_BIN_EXE_validate"), file]).current_dir(folder.path());
        shell.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap()
    };
    for file in ["big.json", "big", "-"] {
        let mut child = limited(file);
        let mut input = child.stdin.take().unwrap();
        let mut taken = 0;
        if file == "-" {
            input.write_all(b"{\"accessKey\": \"").unwrap();
            let block = vec![b'x'; 1 << 20];
            while taken < GIB && input.write_all(&block).is_ok() {
                taken += block.len();
            }
        }
        drop(input);
        let done = child.wait_with_output().unwrap();
        assert_eq!(done.status.code(), Some(3), "{file}");
        let reason = format!("{file}#0:1 too-large");
        assert_eq!(documents(&serde_json::from_slice(&done.stdout).unwrap()), [reason]);
        assert!(taken <= 32 << 20, "{taken} bytes were read before the limit was seen");
    }
}

/// One document, a finding for each of its members, and a name so long that every finding takes kilobytes of a report.
#[test]
#[cfg(target_os = "linux")]
fn findings_without_number_are_written_as_they_are_told() {
    const FINDINGS: usize = 2_000;
    // What waits for its summary is kept in memory up to here.
    const SPOOL: usize = 8 << 20;
    const NAME: usize = 20_000;
    let members: Vec<_> = (0..FINDINGS).map(|number| format!("\"note_{number}\":0")).collect();
    let document = format!("{{\"accessKey\":\"a\",\"secretKey\":\"b\",{}}}", members.join(","));
    for format in ["text", "compact", "sarif", "junit", "github", "gitlab", "tap"] {
        let call = validate(&format!("-s auth.request --max-errors 0 -o {format} -")).arg("--stdin-name");
        let mut child = call.arg(&"n".repeat(NAME)).spawn(Stdio::piped());
        child.stdin.take().unwrap().write_all(document.as_bytes()).unwrap();
        let status = format!("/proc/{}/status", child.id());
        let (mut out, mut block) = (child.stdout.take().unwrap(), vec![0; 1 << 20]);
        let (mut total, mut peak) = (0, 0);
        loop {
            // Its last lines are still to be read, so the process is there.
            peak = peak.max(most_memory(&status));
            match out.read(&mut block).unwrap() {
                0 => break,
                count => total += count,
            }
        }
        assert_eq!(child.wait().unwrap().code(), Some(0), "{format}");
        assert!(total > FINDINGS * NAME && peak > 0, "{format}: {total} bytes");
        let waiting = if format == "junit" { SPOOL } else { 0 };
        assert!(peak < total / 2 + waiting, "{format}: {peak} bytes of memory for a report of {total}");
    }
}

/// The most memory that a process has taken; nothing if it is no more.
#[cfg(target_os = "linux")]
fn most_memory(status: &str) -> usize {
    let text = std::fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap_or_default() << 10
}
