//! The invariants of `ARCHITECTURE.md` that the compiler does not see: which crate may know which, and what the engine
//! may name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// The Rust files that people write here. What a test makes from elsewhere says so in its first line.
fn written_by_hand() -> Vec<(PathBuf, String)> {
    let mut folders: Vec<_> = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir() && !path.ends_with("target") && !path.ends_with("node_modules"));
    let mut paths = Vec::new();
    for folder in &folders {
        files(folder, "rs", &mut paths);
    }
    paths.retain(|path| {
        !path.components().any(|part| part.as_os_str() == "target" || part.as_os_str() == "node_modules")
    });
    assert!(paths.len() > 300, "the sources are not found");
    let texts = paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap()));
    texts.filter(|(_, text)| !text.starts_with("//! Made from")).collect()
}

/// A longer file has two things to say. Functions are measured by clippy (`clippy.toml`).
#[test]
fn no_file_has_more_than_400_lines() {
    let count = |(path, text): (PathBuf, String)| (text.lines().count(), path);
    let mut long: Vec<_> = written_by_hand().into_iter().map(count).filter(|(lines, _)| *lines > 400).collect();
    long.sort();
    assert!(long.is_empty(), "{long:#?}");
}

/// The types that two files may declare under one name, and why.
const ONE_NAME: [(&str, &str); 7] = [
    ("Cause", "the class of Python has the name of what it shows"),
    ("Finding", "one thing twice: with offsets while the evaluator runs, with pointers and lines for people"),
    ("Generator", "the classes of JavaScript and Python have the name of what they wrap"),
    ("Position", "the class of Python has the name of what it shows"),
    ("Report", "the class of Python has the name of what it wraps"),
    ("Source", "the class of Python has the name of what it shows"),
    ("Span", "one thing twice: in offsets while the evaluator runs, in lines and columns for people"),
];

/// A name has one meaning in the whole house. What is private to a file is its own matter.
#[test]
fn no_name_of_a_public_type_is_declared_in_two_files() {
    let mut found: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    let is_product = |path: &Path| {
        let has = |name: &str| path.strip_prefix(root()).unwrap().iter().any(|part| part == name);
        has("src") && !has("tests") && !has("tests.rs")
    };
    for (path, text) in written_by_hand().into_iter().filter(|(path, _)| is_product(path)) {
        for line in text.split("#[cfg(test)]\nmod ").next().unwrap().lines() {
            let declared = line.trim_start().strip_prefix("pub ").and_then(|rest| rest.split_once(' '));
            let Some(("struct" | "enum" | "trait" | "type" | "union", rest)) = declared else { continue };
            let name = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap();
            // A name that a macro is given is declared where the macro is called.
            if !name.is_empty() {
                found.entry(name.to_owned()).or_default().insert(path.clone());
            }
        }
    }
    assert!(found.len() > 250, "the declarations are not found: {}", found.len());
    found.retain(|_, paths| paths.len() > 1);
    let names: Vec<_> = found.keys().map(String::as_str).collect();
    assert_eq!(names, ONE_NAME.map(|(name, _)| name), "{found:#?}");
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

/// A row of "Where to add" in `ARCHITECTURE.md`: what, the paths that are named, and how many files that are.
struct Row {
    what: String,
    paths: Vec<String>,
    count: String,
}

fn rows() -> Vec<Row> {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let section = page.split_once("## Where to add").unwrap().1.split_once("\n## ").unwrap().0;
    let row = |line: &str| {
        let (what, rest) = line.strip_prefix("| ")?.split_once(" | ")?;
        let (places, count) = rest.strip_suffix('|')?.rsplit_once('|')?;
        let marked = places.split('`').skip(1).step_by(2).filter(|word| word.contains('/') && !word.contains(' '));
        Some(Row { what: what.to_owned(), paths: marked.map(str::to_owned).collect(), count: count.trim().to_owned() })
    };
    section.lines().filter_map(row).collect()
}

/// Whether a path is the one that is written, in which a word in angle brackets stands for any.
fn is_meant(written: &str, path: &str) -> bool {
    match (written.split_once('<'), written.split_once('>')) {
        (Some((start, _)), Some((_, end))) => {
            let name = path.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
            name.is_some_and(|name| !name.is_empty() && !name.contains('/'))
        }
        _ => written == path,
    }
}

#[test]
fn where_to_add_names_files_that_are_there() {
    let rows = rows();
    assert!(rows.len() > 15, "the table is not found");
    for Row { what, paths, .. } in rows {
        for path in paths {
            // Of a file to be the folder is there.
            let known = path.split('<').next().unwrap();
            let known = if known == path { &path } else { known.rsplit_once('/').unwrap().0 };
            assert!(root().join(known).exists(), "{what}: {path}");
        }
    }
}

/// What `sh scripts/where-to-add` does.
fn patches() -> Vec<PathBuf> {
    let mut patches = Vec::new();
    files(&root().join("scripts/where-to-add.d"), "patch", &mut patches);
    assert_eq!(patches.len(), 8);
    patches
}

/// What is moved or renamed must be so in the patches too; whether they are right, only the command knows.
#[test]
fn the_patches_of_where_to_add_apply() {
    for patch in patches() {
        let applied = Command::new("git").args(["apply", "-C1", "--check"]).arg(&patch).current_dir(root()).output();
        let Ok(applied) = applied else {
            assert!(std::env::var_os("CI").is_none(), "there is no git");
            return eprintln!("not run: there is no git");
        };
        assert!(applied.status.success(), "{}: {}", patch.display(), String::from_utf8_lossy(&applied.stderr));
    }
}

/// What `sh scripts/mutants` runs and leaves out is named as it is called today.
#[test]
fn mutants_name_tests_and_files_that_are_there() {
    let config = fs::read_to_string(root().join(".cargo/mutants.toml")).unwrap();
    let mut sources = Vec::new();
    for krate in ["klavi-core", "klavi-pix", "klavi-codegen/tests", "klavi-validate/tests"] {
        files(&root().join(krate), "rs", &mut sources);
    }
    let is_there = |name: &str| sources.iter().any(|path| path.ends_with(name));
    let between = |start: &'static str, end: &'static str| {
        config.split(start).skip(1).filter_map(move |rest| Some(rest.split_once(end)?.0.to_owned()))
    };
    let tests = between("\"--test=", "\"").map(|name| format!("tests/{name}.rs"));
    let left_out = between("\n    '", "\\.rs").map(|name| format!("{name}.rs"));
    let named: Vec<_> = tests.chain(left_out).collect();
    assert!(named.len() > 15, "{named:?}");
    assert_eq!(named.iter().filter(|name| !is_there(name)).collect::<Vec<_>>(), [""; 0]);
}

/// `sh scripts/where-to-add` does what the patches say, and the table of `ARCHITECTURE.md` says all of it, and counts it.
#[test]
fn where_to_add_names_every_file_that_is_touched() {
    let rows = rows();
    for patch in patches() {
        let text = fs::read_to_string(&patch).unwrap();
        let what = text.split_once(':').unwrap().0.replacen('A', "a", 1);
        let row = rows.iter().find(|row| row.what == what).unwrap_or_else(|| panic!("no row {what}"));
        let touched: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("+++ b/")).collect();
        for path in &touched {
            assert!(row.paths.iter().any(|written| is_meant(written, path)), "{what}: {path}");
        }
        let (count, used) = row.count.split_once(" and its use").map_or((&*row.count, 0), |(count, _)| (count, 1));
        assert_eq!(count.parse(), Ok(touched.len() - used), "{what}");
    }
}
