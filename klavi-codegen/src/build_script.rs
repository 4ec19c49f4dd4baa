//! What the build scripts of these crates have in common.

use std::fmt::Display;
use std::path::Path;

/// Writes the files of a build script into the folder that cargo gives it, each by its name; where there are mistakes, they
/// become errors of the build.
///
/// It prints the lines that cargo reads from a build script. A `build.rs` is this call and nothing else:
///
/// ```no_run
/// use klavi_codegen::{Catalogue, build_script};
///
/// fn main() {
///     build_script(|| Ok::<_, Vec<String>>(vec![("sentences.rs", Catalogue::read()?.constants("calls"))]));
/// }
/// ```
pub fn build_script<E: Display>(files: impl FnOnce() -> Result<Vec<(&'static str, String)>, Vec<E>>) {
    println!("cargo::rerun-if-changed=build.rs");
    let out = std::env::var_os("OUT_DIR").unwrap_or_default();
    let written = match files() {
        Ok(files) => files
            .into_iter()
            .try_for_each(|(name, text)| std::fs::write(Path::new(&out).join(name), text))
            .map_err(|error| vec![error.to_string()]),
        Err(errors) => Err(errors.iter().map(ToString::to_string).collect()),
    };
    for error in written.err().into_iter().flatten() {
        println!("cargo::error={error}");
    }
}
