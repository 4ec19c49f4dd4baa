//! Runs the binary in a known environment.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A valid document.
pub const GOOD: &str = r#"{"accessKey": "a", "secretKey": "b"}"#;
/// A document of the same contract with one error.
pub const BAD: &str = r#"{"accessKey": "a"}"#;

/// A call of the binary.
pub struct Call {
    command: Command,
    input: Option<Vec<u8>>,
}

/// What came of it.
#[derive(Debug)]
pub struct Done {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

/// The names of all formats of reports.
pub fn formats() -> Vec<String> {
    let texts =
        klavi_core::Tree::parse(klavi_schema::LANGUAGES[0].document.text.as_bytes()).expect("the catalogue is JSON");
    let known = texts.pointer("/choices/output").expect("the catalogue has the outputs");
    known.members().iter().map(|format| format.name.clone()).collect()
}

/// The folder of the fixed inputs.
pub fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/data")
}

/// Calls the binary in the folder of the fixed inputs with these arguments, which blanks separate.
pub fn validate(arguments: &str) -> Call {
    let mut command = Command::new(env!("CARGO_BIN_EXE_validate"));
    command.args(arguments.split_whitespace()).current_dir(data());
    command.env_clear().env("VALIDATE_TODAY", "2025-01-15");
    Call { command, input: None }
}

impl Call {
    pub fn arg(mut self, argument: &str) -> Self {
        self.command.arg(argument);
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub fn stdin(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = Some(input.into());
        self
    }

    pub fn run(self) -> Done {
        let output = self.output();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
        Done { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Standard output as it is.
    pub fn run_bytes(self) -> Vec<u8> {
        self.output().stdout
    }

    /// The running binary, for who wants to meet it there.
    pub fn spawn(mut self, stdin: Stdio) -> Child {
        self.command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary starts")
    }

    fn output(mut self) -> Output {
        let input = self.input.take();
        let mut child = self.spawn(if input.is_some() { Stdio::piped() } else { Stdio::null() });
        if let Some(input) = input {
            // The binary may have seen enough before the end.
            let _ = child.stdin.take().expect("piped").write_all(&input);
        }
        child.wait_with_output().expect("the binary ends")
    }

    pub fn status(self) -> Option<i32> {
        self.run().status
    }

    /// The report, for a call with `-o json`.
    pub fn report(self) -> Value {
        serde_json::from_str(&self.run().out).expect("the report is JSON")
    }
}

/// A format, and the file that it goes to if that is not called the same.
fn kind(format: &str) -> &str {
    format.split('=').next().unwrap_or_default()
}

fn place(format: &str) -> &str {
    format.rsplit('=').next().unwrap_or_default()
}

/// Interrupts a run after its first document, which is valid, and gives its status and its reports in these formats.
#[cfg(unix)]
pub fn interrupted(formats: &[&str]) -> (Option<i32>, Vec<String>) {
    let folder = folder(&[]);
    let call = formats.iter().fold(validate("--input jsonl -s auth.request -o jsonl"), |call, format| {
        call.arg("-o").arg(&format!("{}={}", kind(format), place(format)))
    });
    let mut child = call.arg("-").within(folder.path()).spawn(Stdio::piped());
    let mut input = child.stdin.take().expect("piped");
    writeln!(input, "{GOOD}").expect("the binary reads");
    // The first document comes out before the input ends.
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().expect("piped")), &mut line)
        .expect("the binary writes");
    assert!(line.contains("\"valid\":true"), "{line}");
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill").success());
    let status = child.wait().expect("the binary ends").code();
    drop(input);
    let read = |format: &&str| std::fs::read_to_string(folder.path().join(place(format))).expect("a report");
    (status, formats.iter().map(read).collect())
}

/// A folder with these files.
pub fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    folder
}

/// File, line and first code or reason of every document of a report.
pub fn documents(report: &Value) -> Vec<String> {
    let describe = |document: &Value| {
        let what = match (document["valid"].as_bool(), &document["findings"][0]["code"]) {
            (None, _) => document["unchecked"]["reason"].as_str().unwrap_or_default(),
            (_, Value::String(code)) => code,
            _ => "-",
        };
        let file = document["file"].as_str().unwrap_or_default();
        format!("{file}#{}:{} {what}", document["index"], document["line"])
    };
    report["documents"].as_array().expect("documents").iter().map(describe).collect()
}

/// Tells that a judge is not there; under `CI` that is a failure.
pub fn not_run(why: &str) {
    assert!(std::env::var_os("CI").is_none(), "{why}: what it would prove is not proved");
    println!("not run: {why}");
}

/// A file of the suites that others wrote; none in a packaged crate, which does not have them.
pub fn suite(path: &str) -> Option<String> {
    let suites = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../suites");
    suites.is_dir().then(|| std::fs::read_to_string(suites.join(path)).unwrap())
}

/// Makes a pipe that stands among the files.
pub fn mkfifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}
