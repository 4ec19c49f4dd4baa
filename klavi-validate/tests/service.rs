//! A service of its own: what the README tells it to write builds, and what that brings along.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// What `scripts/dependencies` prints: the crates in the program, and those that build it.
fn dependencies(flags: &[&str]) -> (Vec<String>, Vec<String>) {
    let done = Command::new("sh").arg("scripts/dependencies").args(flags).current_dir(root()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let text = String::from_utf8(done.stdout).unwrap();
    let (program, build) = text.split_once("\n\n").unwrap();
    let names = |block: &str| block.lines().skip(1).map(str::to_owned).collect();
    (names(program), names(build))
}

#[test]
fn a_service_gets_these_crates() {
    let own = ["klavi-core", "klavi-pix", "klavi-schema", "klavi-types", "klavi-validate"];
    let small = ["fearless_simd", "itoa", "memchr", "serde", "serde_core", "serde_json", "simdutf8", "zmij"];
    let (program, _) = dependencies(&["--no-default-features"]);
    let foreign = program.iter().filter(|name| !own.contains(&name.as_str()));
    for name in foreign {
        assert!(small.contains(&name.as_str()) || ["bytemuck", "safe_arch"].contains(&name.as_str()), "{name}");
    }
    let (program, build) = dependencies(&[]);
    assert!(program.contains(&"bon".to_owned()) && program.contains(&"regex".to_owned()));
    let all: Vec<_> = program.iter().chain(&build).map(String::as_str).collect();
    for absent in ["schemars", "chrono", "jiff", "time", "rust_decimal", "clap", "jsonschema"] {
        assert!(!all.contains(&absent), "{absent}");
    }
    let (program, _) = dependencies(&["--features", "schemars,jiff"]);
    assert!(program.contains(&"schemars".to_owned()) && program.contains(&"jiff".to_owned()));
}

/// `syn` is what the macros of a program wait for; one is enough.
#[test]
fn one_generation_of_syn() {
    let tree = ["tree", "-p", "klavi-validate", "--prefix", "none", "--edges", "normal,build"];
    let done = Command::new(env!("CARGO")).args(tree).current_dir(root()).output().unwrap();
    let text = String::from_utf8(done.stdout).unwrap();
    for name in ["syn", "prettyplease", "proc-macro2", "quote"] {
        let mut versions: Vec<_> =
            text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(" v")?.split(' ').next()).collect();
        versions.sort_unstable();
        versions.dedup();
        assert!(versions.len() <= 1, "{name}: {versions:?}");
    }
}

/// The first fenced block of a language in the README.
fn block(language: &str) -> String {
    let page = fs::read_to_string(root().join("README.md")).unwrap();
    let start = format!("```{language}\n");
    page.split_once(&start).unwrap().1.split_once("```").unwrap().0.to_owned()
}

/// Builds for a minute or more where nothing is built yet.
#[test]
fn a_service_of_its_own_builds_from_the_readme() {
    let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("service");
    fs::create_dir_all(place.join("src")).unwrap();
    let lines = block("toml");
    let path = "../klavi/klavi-validate";
    assert_eq!(lines.matches(path).count(), 1, "the README names the crate by path");
    let here = env!("CARGO_MANIFEST_DIR").replace('\\', "/");
    let manifest = lines.replace(path, &here);
    let head = "[package]\nname = \"service\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n";
    fs::write(place.join("Cargo.toml"), format!("{head}{manifest}")).unwrap();
    fs::copy(root().join("Cargo.lock"), place.join("Cargo.lock")).unwrap();
    // A line that rustdoc hides belongs to the program.
    let body = block("rust").replace("\n# ", "\n");
    let main = format!("fn main() -> Result<(), klavi_validate::types::FormError> {{\n{body}}}\n");
    fs::write(place.join("src/main.rs"), main).unwrap();
    let done = Command::new(env!("CARGO"))
        .args(["run", "--offline", "--quiet"])
        .current_dir(&place)
        .env("CARGO_TARGET_DIR", place.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert!(String::from_utf8_lossy(&done.stdout).contains("loggedUserCpf"));
}
