//! Writes the sentences about calls as Rust.

use klavi_codegen::{Catalogue, build_script};

fn main() {
    build_script(|| Ok::<_, Vec<String>>(vec![("sentences.rs", Catalogue::read()?.constants("calls"))]));
}
