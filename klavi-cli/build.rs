//! Writes the sentences of the tool as Rust.

use klavi_codegen::{Catalogue, build_script};

fn main() {
    build_script(|| {
        let catalogue = Catalogue::read()?;
        let lists = ["flags", "choices", "headings", "metavars", "statuses", "examples", "keywords"];
        let lists = lists.map(|list| catalogue.list(list));
        Ok::<_, Vec<String>>(vec![("sentences.rs", lists.concat() + &catalogue.constants("tool"))])
    });
}
