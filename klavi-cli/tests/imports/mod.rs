//! What the files of a crate import of each other, read from their tokens: comments, texts and tests are none.
//!
//! A path counts wherever it stands, in `use`, in code or in a macro, and leads to the file that defines what it names: a
//! file that only declares or re-exports it is passed through. A module is imported by what is taken from it.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The files that each file imports, by their paths from the folder of sources.
pub type Imports = BTreeMap<String, BTreeSet<String>>;

/// The segments of a path.
type Segments = Vec<String>;

/// A module: a file, or a part of one in braces.
#[derive(Default)]
struct Module {
    file: String,
    /// What `use` gives a name, by that name.
    names: BTreeMap<String, Segments>,
    /// The paths that are written here.
    paths: Vec<Segments>,
}

/// The modules of a crate, by their paths from its root.
#[derive(Default)]
pub struct Modules {
    modules: BTreeMap<Segments, Module>,
    /// The files of the macros that stand at the root wherever they are written.
    macros: BTreeMap<String, String>,
}

impl Modules {
    /// Reads the sources of a crate.
    pub fn read(source: &Path) -> Self {
        let mut files = Vec::new();
        collect(source, "", &mut files);
        Self::of(files.iter().map(|(file, text)| (file.as_str(), text.as_str())))
    }

    /// The modules of these files, which are named from the folder of sources.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut found = Self::default();
        let files: Vec<_> = files.into_iter().collect();
        let root = if files.iter().any(|(file, _)| *file == "lib.rs") { "lib" } else { "main" };
        for (file, text) in files {
            let mut path: Segments = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
            if path.last().is_some_and(|name| name == "mod") || path == [root] {
                path.pop();
            }
            let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
            found.module(file, &path, tokens);
        }
        found
    }

    fn module(&mut self, file: &str, path: &[String], tokens: TokenStream) {
        let module = Module { file: file.to_owned(), ..Module::default() };
        self.modules.insert(path.to_vec(), module);
        self.scan(file, path, tokens);
    }

    /// Takes up what is written in a module.
    fn scan(&mut self, file: &str, path: &[String], tokens: TokenStream) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let (mut at, mut is_public, mut is_exported) = (0, false, false);
        while let Some(tree) = trees.get(at) {
            let next = |steps: usize| trees.get(at + steps);
            let was_public = std::mem::take(&mut is_public);
            at += match word(tree).as_deref() {
                _ if is(tree, '#') && group(next(1), Delimiter::Bracket).is_some() => {
                    let attribute = next(1).map(TokenTree::to_string).unwrap_or_default().replace(' ', "");
                    is_exported |= attribute == "[macro_export]";
                    let is_test = attribute.starts_with("[cfg(test)") || attribute.starts_with("[cfg(all(test,");
                    if is_test { 2 + item(&trees[at + 2..]) } else { 2 }
                }
                Some("pub") => {
                    is_public = true;
                    let limit = group(next(1), Delimiter::Parenthesis).map(|limit| limit.to_string());
                    let is_limit =
                        |limit: String| ["crate", "super", "self", "in "].iter().any(|to| limit.starts_with(to));
                    1 + usize::from(limit.is_some_and(is_limit))
                }
                Some("use") => {
                    let len = trees[at..].iter().position(|tree| is(tree, ';')).unwrap_or(trees.len() - at);
                    self.used(file, path, &trees[at + 1..at + len], was_public);
                    len + 1
                }
                Some("mod") if group(next(2), Delimiter::Brace).is_some() => {
                    let inner = [path, &[next(1).and_then(word).unwrap_or_default()]].concat();
                    self.module(file, &inner, group(next(2), Delimiter::Brace).unwrap_or_default());
                    3
                }
                Some("macro_rules") if std::mem::take(&mut is_exported) => {
                    self.macros.insert(next(2).and_then(word).unwrap_or_default(), file.to_owned());
                    3
                }
                Some(_) => self.path(path, &trees, at),
                None => {
                    if let TokenTree::Group(group) = tree {
                        self.scan(file, path, group.stream());
                    }
                    1
                }
            };
        }
    }

    /// Takes up the tree of a `use`. What is public is passed on; what is not is imported.
    fn used(&mut self, file: &str, path: &[String], tree: &[TokenTree], is_public: bool) {
        let mut found = Vec::new();
        leaves(tree, &Vec::new(), &mut found);
        let Some(module) = self.modules.get_mut(path) else { return };
        for (mut segments, name) in found {
            let is_own = segments.first().is_some_and(|first| ["crate", "self", "super"].contains(&first.as_str()));
            assert!(name != "*" || !is_own, "{file}: `*` does not tell what is imported");
            segments.pop_if(|last| last == "self" && name != "self");
            if !is_public {
                module.paths.push(segments.clone());
            }
            module.names.insert(name, segments);
        }
    }

    /// Takes up the path that stands here, and gives how many tokens it has.
    fn path(&mut self, path: &[String], trees: &[TokenTree], start: usize) -> usize {
        let mut segments: Segments = word(&trees[start]).into_iter().collect();
        let mut at = start + 1;
        while let [colon, other, name, ..] = &trees[at..] {
            let (true, true, Some(name)) = (is(colon, ':'), is(other, ':'), word(name)) else { break };
            segments.push(name);
            at += 3;
        }
        // The name of a field or method, of what stands in a type, or of a variable is no path.
        let before = |steps: usize, mark| start >= steps && is(&trees[start - steps], mark);
        let is_inside = (before(1, '.') && !before(2, '.')) || (before(1, ':') && segments.len() == 1);
        let is_called =
            trees.get(at).is_some_and(|next| is(next, '!')) || group(trees.get(at), Delimiter::Parenthesis).is_some();
        let is_type = segments[0].starts_with(|first: char| first.is_ascii_uppercase());
        if (segments.len() > 1 || is_type || is_called) && (!is_inside || is_type) {
            self.modules.entry(path.to_vec()).or_default().paths.push(segments);
        }
        at - start
    }

    /// The imports of every file.
    pub fn imports(&self) -> Imports {
        let mut imports = Imports::new();
        for (path, module) in &self.modules {
            let targets = imports.entry(module.file.clone()).or_default();
            let found = module.paths.iter().filter_map(|written| self.target(path, written, 0));
            targets.extend(found.filter(|target| *target != module.file).map(str::to_owned));
        }
        imports
    }

    /// The file that defines what a path in a module names, if it is one of the crate.
    fn target(&self, from: &[String], written: &[String], depth: u8) -> Option<&str> {
        let (first, behind) = written.split_first()?;
        let known =
            || self.modules.get(from)?.names.get(first).filter(|known| known.as_slice() != std::slice::from_ref(first));
        match first.as_str() {
            _ if depth == 20 => None,
            "crate" => self.inside(&[], behind, depth),
            "self" => self.inside(from, behind, depth),
            "super" => {
                let (_, around) = from.split_last()?;
                match behind.first() {
                    Some(next) if next == "super" => self.target(around, behind, depth),
                    _ => self.inside(around, behind, depth),
                }
            }
            _ if self.modules.contains_key(&[from, std::slice::from_ref(first)].concat()) => {
                self.inside(from, written, depth)
            }
            _ => self.target(from, &[known()?, behind].concat(), depth + 1),
        }
    }

    /// The same of a path that starts inside a module.
    fn inside(&self, path: &[String], behind: &[String], depth: u8) -> Option<&str> {
        let module = self.modules.get(path)?;
        let (name, rest) = behind.split_first()?;
        let inner = [path, std::slice::from_ref(name)].concat();
        let is_module = self.modules.contains_key(&inner);
        if let Some(file) = self.macros.get(name).filter(|_| path.is_empty()) {
            return Some(file);
        }
        // A macro may have the name of the module that it comes from.
        match module.names.get(name).filter(|_| rest.is_empty() || !is_module) {
            Some(known) => self.target(path, &[known, rest].concat(), depth + 1),
            None if is_module => self.inside(&inner, rest, depth),
            None => Some(&module.file),
        }
    }
}

/// The files that import each other, each circle with all its files.
pub fn circles(imports: &Imports) -> Vec<BTreeSet<String>> {
    let reached = |start: &String| {
        let (mut found, mut open) = (BTreeSet::new(), vec![start]);
        while let Some(file) = open.pop() {
            open.extend(imports.get(file).into_iter().flatten().filter(|target| found.insert((*target).clone())));
        }
        found
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = imports.keys().map(|file| (file, reached(file))).collect();
    let circle = |file: &&String| -> BTreeSet<String> {
        reached[*file].iter().filter(|other| reached[other].contains(*file)).cloned().collect()
    };
    let circles: BTreeSet<BTreeSet<String>> = imports.keys().map(|file| circle(&file)).collect();
    circles.into_iter().filter(|circle| !circle.is_empty()).collect()
}

/// The files of a folder but tests.
fn collect(folder: &Path, name: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let own = path.file_name().unwrap().to_str().unwrap();
        if own == "tests" || own == "tests.rs" {
            continue;
        }
        if path.is_dir() {
            collect(&path, &format!("{name}{own}/"), found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((format!("{name}{own}"), fs::read_to_string(&path).unwrap()));
        }
    }
}

fn word(tree: &TokenTree) -> Option<String> {
    if let TokenTree::Ident(word) = tree { Some(word.to_string()) } else { None }
}

fn is(tree: &TokenTree, mark: char) -> bool {
    matches!(tree, TokenTree::Punct(found) if found.as_char() == mark)
}

fn group(tree: Option<&TokenTree>, delimiter: Delimiter) -> Option<TokenStream> {
    match tree {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    }
}

/// How many tokens the item has that starts here.
fn item(trees: &[TokenTree]) -> usize {
    let is_end = |tree: &TokenTree| is(tree, ';') || group(Some(tree), Delimiter::Brace).is_some();
    trees.iter().position(is_end).map_or(trees.len(), |end| end + 1)
}

/// The paths of a `use`, each with the name that it gives.
fn leaves(tree: &[TokenTree], before: &Segments, found: &mut Vec<(Segments, String)>) {
    let mut segments = before.clone();
    for (at, part) in tree.iter().enumerate() {
        match part {
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                inner.split(|tree| is(tree, ',')).for_each(|tree| leaves(tree, &segments, found));
                return;
            }
            TokenTree::Ident(word) if word == "as" => {
                found.push((segments, tree[at + 1].to_string()));
                return;
            }
            TokenTree::Ident(word) => segments.push(word.to_string()),
            _ if is(part, '*') && at > 0 && is(&tree[at - 1], ':') => {
                found.push((segments, "*".to_owned()));
                return;
            }
            _ => {}
        }
    }
    let own = segments.iter().rev().find(|name| *name != "self").cloned();
    found.extend(own.filter(|_| segments.len() > before.len()).map(|own| (segments, own)));
}
