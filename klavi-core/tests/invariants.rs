//! The invariants of `ARCHITECTURE.md` that the compiler does not see: which crate may know which, and what the engine
//! may name.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|of| of == extension) {
            found.push(path);
        }
    }
}

/// Words of payments, in lower case.
const PAYMENTS: [&str; 13] = [
    "account",
    "amount",
    "brasilia",
    "br_code",
    "brcode",
    "centavo",
    "cnpj",
    "cpf",
    "ispb",
    "klavi_pix",
    "payment",
    "pixkey",
    "qrcode",
];

/// The engine runs any schema of the dialect. What a format of payments is, `klavi-pix` plugs in; the names of the codes
/// are the catalogue's.
#[test]
fn klavi_core_names_no_format_of_payments() {
    let mut sources = Vec::new();
    files(&root().join("klavi-core/src"), "rs", &mut sources);
    assert!(sources.len() > 30, "the sources are not found");
    let mut named = Vec::new();
    for path in sources.iter().filter(|path| !path.ends_with("code/list.rs")) {
        let text = fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let lines = code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        for (index, line) in lines {
            let line = line.to_lowercase();
            let words = PAYMENTS.iter().filter(|word| line.contains(**word));
            named.extend(words.map(|word| format!("{}:{}: {word}", path.display(), index + 1)));
        }
    }
    assert!(named.is_empty(), "{}", named.join("\n"));
}

/// The crates of this workspace on which a program of the crate stands.
fn dependencies(manifest: &str) -> Vec<&str> {
    let sections = manifest.split("\n[").filter(|section| {
        let name = section.split(']').next().unwrap();
        name == "dependencies" || name == "build-dependencies" || name.ends_with(".dependencies")
    });
    let names = sections.flat_map(str::lines).filter_map(|line| line.split(['.', ' ', '=']).next());
    let mut names: Vec<_> = names.filter(|name| name.starts_with("klavi-")).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// What stands below in the flow may not know what stands above.
#[test]
fn every_arrow_between_crates_is_one_of_the_flow() {
    for (name, allowed) in [
        ("schema", &[][..]),
        ("klavi-core", &[]),
        ("klavi-pix", &["klavi-core"]),
        ("klavi-codegen", &["klavi-core", "klavi-pix", "klavi-schema"]),
        ("klavi-derive", &["klavi-codegen"]),
        ("klavi-types", &["klavi-codegen", "klavi-core", "klavi-derive", "klavi-pix", "klavi-schema"]),
    ] {
        let manifest = fs::read_to_string(root().join(name).join("Cargo.toml")).unwrap();
        let found = dependencies(&manifest);
        assert!(found.iter().all(|name| allowed.contains(name)), "{name} depends on {found:?}");
        assert_eq!(found.is_empty(), allowed.is_empty(), "the dependencies of {name} are not found");
    }
}

#[test]
fn no_crate_depends_on_the_binary() {
    let workspace = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let members = workspace.split_once("members = [").unwrap().1.split_once(']').unwrap().0;
    let members: Vec<_> = members.split('"').skip(1).step_by(2).collect();
    assert!(members.contains(&"klavi-cli"));
    for name in members {
        let manifest = fs::read_to_string(root().join(name).join("Cargo.toml")).unwrap();
        assert!(!dependencies(&manifest).contains(&"klavi-cli"), "{name}");
    }
}
