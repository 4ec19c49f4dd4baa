//! The reference pages of the codes are those that the binary exports.
//!
//! `sh scripts/pages` writes them anew.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

#[test]
fn the_pages_of_the_codes_are_those_of_the_binary() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_validate")).arg("--export").arg(folder.path()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let is_writing = env::var_os("KLAVI_PAGES").is_some_and(|wish| wish == "write");
    for name in ["codes.md", "codigos.pt-BR.md"] {
        let page = fs::read_to_string(folder.path().join(name)).unwrap();
        if is_writing {
            fs::write(docs.join(name), &page).unwrap();
        }
        let written = fs::read_to_string(docs.join(name)).unwrap_or_default();
        assert!(written == page, "docs/{name} is stale: run `sh scripts/pages`");
        // Every link that a report bears leads to a heading.
        for rule in klavi_validate::catalogue::rules() {
            assert!(page.contains(&format!("\n## {}\n", rule.code)), "{} in {name}", rule.code);
        }
    }
}
