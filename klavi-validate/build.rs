//! Writes the sentences of the catalogue as Rust; everything but the files is `klavi-codegen`'s.

use klavi_codegen::Catalogue;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = std::env::var_os("OUT_DIR").unwrap_or_default();
    let written = Catalogue::read().and_then(|catalogue| {
        let sentences = catalogue.constants("findings")
            + &catalogue.codes()
            + &catalogue.list("sources")
            + &catalogue.list("confidence");
        let write = |name, text| std::fs::write(Path::new(&out).join(name), text);
        write("languages.rs", catalogue.languages_macro())
            .and_then(|()| write("sentences.rs", sentences))
            .map_err(|error| vec![error.to_string()])
    });
    for error in written.err().into_iter().flatten() {
        println!("cargo::error={error}");
    }
}
