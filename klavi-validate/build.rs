//! Writes the sentences of the catalogue and its languages as Rust.

use klavi_codegen::{Catalogue, build_script};

fn main() {
    build_script(|| {
        let catalogue = Catalogue::read()?;
        let lists = ["sources", "confidence"].map(|list| catalogue.list(list));
        let sentences = catalogue.constants("findings") + &catalogue.codes() + &lists.concat();
        Ok::<_, Vec<String>>(vec![("languages.rs", catalogue.languages_macro()), ("sentences.rs", sentences)])
    });
}
