//! The files of no crate import each other in a circle, and those of the binary stand in layers.

mod imports;

use imports::{Imports, Modules, circles};
use std::fs;
use std::path::Path;

/// The layers of the binary, lowest first; what stands on one line may not import each other.
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

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The folders of all crates, of the workspace and of the bindings.
fn crates() -> Vec<String> {
    let members = |folder: &str| {
        let manifest = fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let members = manifest["workspace"]["members"].as_array().unwrap().clone();
        members.into_iter().map(move |member| format!("{folder}{}", member.as_str().unwrap())).collect::<Vec<_>>()
    };
    [members(""), members("bindings/")].concat()
}

fn imports(member: &str) -> Imports {
    Modules::read(&root().join(member).join("src")).imports()
}

#[test]
fn no_file_of_any_crate_imports_in_a_circle() {
    let (mut found, mut arrows) = (Vec::new(), 0);
    for member in crates() {
        let imports = imports(&member);
        arrows += imports.values().flatten().count();
        for circle in circles(&imports) {
            let inside = |file: &String| imports[file].intersection(&circle).cloned().collect::<Vec<_>>().join(", ");
            found.push(format!("{member}: these files import each other:"));
            found.extend(circle.iter().map(|file| format!("  {file} imports {}", inside(file))));
        }
    }
    assert!(arrows > 1_000, "the imports are not found: {arrows}");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn layer(file: &str) -> (usize, &str) {
    let name = file.split(['/', '.']).next().unwrap();
    let layer = LAYERS.iter().position(|layer| layer.contains(&name));
    (layer.unwrap_or_else(|| panic!("{name} stands in no layer")), name)
}

#[test]
fn no_file_of_the_binary_imports_from_a_layer_above() {
    let imports = imports("klavi-cli");
    let mut upward = Vec::new();
    for (file, targets) in &imports {
        for target in targets {
            let ((from, own), (to, other)) = (layer(file), layer(target));
            if to > from || (to == from && own != other) {
                upward.push(format!("{file} imports {target}"));
            }
        }
    }
    assert!(imports.values().flatten().count() > 100, "the imports are not found");
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}

#[test]
fn a_path_leads_to_the_file_that_defines_what_it_names() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c; pub use a::one::{One, two as deux}; use b::Other; const FREE: u8 = 1;"),
        ("a/mod.rs", "pub mod one; pub(crate) use one::made; struct Own;"),
        ("a/one.rs", "pub struct One; pub fn two() {} macro_rules! made { () => {} } use crate::b; // crate::c::Third"),
        ("b.rs", "pub struct Other; #[macro_export] macro_rules! out { () => { $crate::c::Third } }"),
        ("c.rs", "pub struct Third; #[cfg(test)] mod tests { use crate::b::Other; }"),
    ];
    let of = |from: &str, text: &str| {
        let imports = Modules::of(files.into_iter().chain([(from, text)])).imports();
        imports[from].iter().cloned().collect::<Vec<_>>().join(" ")
    };
    for (text, targets) in [
        ("use crate::One;", "a/one.rs"),
        ("use crate::{One as Un, b::{self, Other}};", "a/one.rs b.rs"),
        ("use crate::a; fn f() { a::one::two() }", "a/one.rs"),
        ("use crate::a;", ""),
        ("fn f() { crate::deux(); super::b::Other; }", "a/one.rs b.rs"),
        ("use super::FREE;", "lib.rs"),
        ("use crate::a::made;", "a/one.rs"),
        ("crate::out!();", "b.rs"),
        ("call! { [crate::c::Third] }", "c.rs"),
        ("mod inside { use super::super::a::Own; }", "a/mod.rs"),
        ("/// [`crate::c::Third`]\nconst TEXT: &str = \"crate::c::Third\"; // crate::c::Third", ""),
        ("#[cfg(test)] use crate::c::Third;\nuse std::fmt;", ""),
        ("pub use crate::c::Third;", ""),
        ("pub use crate::c::Third; impl Third {}", "c.rs"),
    ] {
        assert_eq!(of("d.rs", text), targets, "{text}");
    }
    assert_eq!(circles(&Modules::of(files).imports()), []);
    let circle =
        [("lib.rs", "mod a; mod b;"), ("a.rs", "use crate::b::B; struct A;"), ("b.rs", "struct B(super::a::A);")];
    assert_eq!(circles(&Modules::of(circle).imports()), [["a.rs".to_owned(), "b.rs".to_owned()].into()]);
}
