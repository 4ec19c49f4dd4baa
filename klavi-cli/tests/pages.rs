//! What the repository holds of that which the binary exports is the same: the pages of the codes and the vectors.
//!
//! `sh scripts/generate` writes them anew.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A folder with all that the binary exports.
fn exported() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_validate")).arg("--export").arg(folder.path()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    folder
}

/// Compares an exported file with the one in the repository, or writes that anew.
fn compare(exported: &Path, path: &str) -> String {
    let text = fs::read_to_string(exported).unwrap();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    if env::var_os("KLAVI_GENERATE").is_some() {
        fs::write(&kept, &text).unwrap();
    }
    assert!(fs::read_to_string(kept).unwrap_or_default() == text, "{path} is stale: run `sh scripts/generate`");
    text
}

#[test]
fn the_pages_of_the_codes_are_those_of_the_binary() {
    let folder = exported();
    for name in ["codes.md", "codigos.pt-BR.md"] {
        let page = compare(&folder.path().join(name), &format!("docs/{name}"));
        // Every link that a report bears leads to a heading.
        for rule in klavi_validate::catalogue::rules() {
            assert!(page.contains(&format!("\n## {}\n", rule.code)), "{} in {name}", rule.code);
        }
    }
}

#[test]
fn the_vectors_are_those_of_the_binary() {
    let folder = exported();
    let names = |folder: PathBuf| {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let vectors = entries.filter(|path| path.extension().is_some_and(|end| end == "jsonl"));
        let mut names: Vec<_> = vectors.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    let exported = names(folder.path().join("vectors"));
    for name in &exported {
        compare(&folder.path().join("vectors").join(name), &format!("schema/vectors/{name}"));
    }
    let kept = names(Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/vectors"));
    assert_eq!(exported, kept, "a file that nobody exports is no vector");
}
