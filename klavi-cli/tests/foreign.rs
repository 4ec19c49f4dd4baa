//! The published files in the hands of others: validators give the same verdict, generators make types that read.

use std::path::Path;
use std::process::Command;

fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|done| done.status.success())
}

/// A small run of `sh scripts/foreign`, which installs the tools from npm and pip.
#[test]
fn tools_of_other_languages_agree() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    if !root.join("scripts/foreign").is_file() {
        return;
    }
    if let Some(missing) = ["node", "npm", "python3"].into_iter().find(|program| !is_there(program)) {
        assert!(std::env::var_os("CI").is_none(), "{missing} is not there: what it would prove is not proved");
        return println!("not run: {missing} is not there");
    }
    let mut command = Command::new("sh");
    command.args(["scripts/foreign", "small"]).current_dir(root).env("KLAVI_BINARY", env!("CARGO_BIN_EXE_validate"));
    let done = command.output().unwrap();
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success(), "{told}{}", String::from_utf8_lossy(&done.stderr));
    // Both tables are there, and nothing was compared with nothing.
    for name in ["ajv, strict: true", "jsonschema-rs", "openapi-typescript", "datamodel-code-generator"] {
        assert!(told.contains(&format!("| {name}")), "{name} is missing in {told}");
    }
}
