//! The files of the binary stand in layers, and no file imports from a layer above its own or in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, lowest first; what stands on one line may not import each other.
const LAYERS: [&[&str]; 10] = [
    &["model"],
    &["text"],
    &["contract"],
    &["input"],
    &["check", "report"],
    &["settings", "pipeline"],
    &["run"],
    &["publish", "flow", "watch", "panic"],
    &["information"],
    &["main"],
];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The files below a folder, by their module paths, and what stands in them.
fn files(folder: &Path, module: &[String], found: &mut BTreeMap<Vec<String>, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut module = module.to_vec();
        if path.is_dir() {
            module.push(name);
            files(&path, &module, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && name != "tests" {
            if name != "mod" {
                module.push(name);
            }
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            found.insert(module, code.lines().filter(|line| !line.trim_start().starts_with("//")).collect());
        }
    }
}

/// The modules that a file names, as far as they are files.
fn imports(code: &str, all: &BTreeSet<Vec<String>>) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    for path in code.split("crate::").skip(1) {
        let end = path.find(|letter: char| letter != '_' && letter != ':' && !letter.is_ascii_alphanumeric());
        let (straight, rest) = path.split_at(end.unwrap_or(path.len()));
        let straight: Vec<String> = straight.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let branches = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).map_or("", |(names, _)| names);
        for branch in std::iter::once("").chain(branches.split(',')) {
            let mut path = straight.clone();
            path.extend(branch.trim().split("::").filter(|part| !part.is_empty()).map(str::to_owned));
            let longest = (1..=path.len()).rev().map(|length| path[..length].to_vec()).find(|path| all.contains(path));
            found.extend(longest);
        }
    }
    found
}

fn layer(module: &[String]) -> usize {
    let name = module.first().unwrap().as_str();
    LAYERS.iter().position(|layer| layer.contains(&name)).unwrap_or_else(|| panic!("{name} stands in no layer"))
}

#[test]
fn no_file_imports_from_a_layer_above_or_in_a_circle() {
    let mut code = BTreeMap::new();
    files(&source(), &[], &mut code);
    let all: BTreeSet<Vec<String>> = code.keys().cloned().collect();
    let arrows: BTreeMap<_, _> = code.iter().map(|(module, code)| (module.clone(), imports(code, &all))).collect();
    assert!(arrows.values().map(BTreeSet::len).sum::<usize>() > 100, "the imports are not found");
    let mut upward = Vec::new();
    for (module, targets) in &arrows {
        for target in targets {
            let beside = layer(target) == layer(module) && target[0] != module[0];
            if layer(target) > layer(module) || beside {
                upward.push(format!("{} imports {}", module.join("::"), target.join("::")));
            }
        }
    }
    assert!(upward.is_empty(), "{}", upward.join("\n"));
    // What is taken away again and again are the files that import nothing of what is left.
    let mut left = arrows;
    loop {
        let leaves: Vec<_> = left
            .iter()
            .filter(|(module, targets)| targets.iter().all(|target| target == *module || !left.contains_key(target)))
            .map(|(module, _)| module.clone())
            .collect();
        if leaves.is_empty() {
            break;
        }
        left.retain(|module, _| !leaves.contains(module));
    }
    let circle: Vec<String> = left.keys().map(|module| module.join("::")).collect();
    assert!(circle.is_empty(), "these files import each other: {}", circle.join(", "));
}
