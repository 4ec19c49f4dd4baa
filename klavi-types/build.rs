//! Writes the types of all contracts; everything but the file is `klavi-codegen`'s.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = std::env::var_os("OUT_DIR").unwrap_or_default();
    let written = klavi_codegen::contract_types()
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())
        .and_then(|text| {
            std::fs::write(std::path::Path::new(&out).join("contracts.rs"), text)
                .map_err(|error| vec![error.to_string()])
        });
    for error in written.err().into_iter().flatten() {
        println!("cargo::error={error}");
    }
}
