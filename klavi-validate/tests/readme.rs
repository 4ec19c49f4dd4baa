//! The README's commands do what it says.

#![cfg(feature = "cli")]

use std::path::Path;
use std::process::Command;
use std::{env, fs};

const README: &str = include_str!("../../README.md");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The contents of the fenced blocks of a language.
fn blocks(language: &str) -> impl Iterator<Item = &'static str> {
    let start = format!("```{language}\n");
    README.split("```").skip(1).step_by(2).filter_map(move |block| {
        let full = format!("```{block}");
        full.starts_with(&start).then(|| &block[language.len() + 1..])
    })
}

#[test]
fn the_first_command_prints_what_the_readme_shows() {
    let block = blocks("console").next().unwrap();
    let (command, expected) = block.split_once('\n').unwrap();
    let arguments = command.strip_prefix("$ cargo run --release --quiet -- ").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_validate"))
        .args(arguments.split(' '))
        .current_dir(root())
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn every_call_of_validate_works_as_it_stands() {
    let folder = env::temp_dir().join(format!("klavi-readme-{}", std::process::id()));
    fs::create_dir_all(folder.join("orders")).unwrap();
    let payment = klavi_validate::base_document("create-payment.request").unwrap();
    fs::write(folder.join("orders/1.json"), &payment).unwrap();
    let line: String = payment.lines().map(str::trim).collect();
    fs::write(folder.join("batch.jsonl"), format!("{line}\n{line}\n")).unwrap();
    let call = serde_json::json!({
        "request": {
            "method": "POST",
            "url": "https://api.klavi.ai/payment/customer/v1/instant/payments",
            "postData": {"mimeType": "application/json", "text": line},
        },
        "response": {"status": 0, "content": {}},
    });
    let har = serde_json::json!({"log": {"version": "1.2", "entries": [call]}});
    fs::write(folder.join("traffic.har"), har.to_string()).unwrap();

    let binaries = Path::new(env!("CARGO_BIN_EXE_validate")).parent().unwrap().to_owned();
    let inherited = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(std::iter::once(binaries).chain(env::split_paths(&inherited))).unwrap();
    let commands: Vec<_> = blocks("sh").flat_map(str::lines).filter(|line| line.starts_with("validate ")).collect();
    assert!(commands.len() >= 6, "{commands:?}");
    for command in commands {
        let output = Command::new("sh").args(["-c", command]).current_dir(&folder).env("PATH", &path).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{command}\n{}", String::from_utf8_lossy(&output.stderr));
    }
    let report = fs::read_to_string(folder.join("report.json")).unwrap();
    assert!(report.contains("\"documents\": 2") || report.contains("\"documents\":2"), "{report}");
    fs::remove_dir_all(&folder).unwrap();
}
