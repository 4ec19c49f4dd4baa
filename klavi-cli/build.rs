//! Writes the sentences of the tool as Rust; everything but the files is `klavi-codegen`'s.

use klavi_codegen::Catalogue;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = std::env::var_os("OUT_DIR").unwrap_or_default();
    let written = Catalogue::read().and_then(|catalogue| {
        let lists = ["flags", "choices", "headings", "metavars", "statuses", "examples", "keywords"];
        let sentences =
            lists.iter().map(|list| catalogue.list(list)).collect::<String>() + &catalogue.constants("tool");
        std::fs::write(Path::new(&out).join("sentences.rs"), sentences).map_err(|error| vec![error.to_string()])
    });
    for error in written.err().into_iter().flatten() {
        println!("cargo::error={error}");
    }
}
