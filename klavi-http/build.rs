//! Writes the sentences about calls as Rust; everything but the files is `klavi-codegen`'s.

use klavi_codegen::Catalogue;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = std::env::var_os("OUT_DIR").unwrap_or_default();
    let written = Catalogue::read().and_then(|catalogue| {
        std::fs::write(Path::new(&out).join("sentences.rs"), catalogue.constants("calls"))
            .map_err(|error| vec![error.to_string()])
    });
    for error in written.err().into_iter().flatten() {
        println!("cargo::error={error}");
    }
}
