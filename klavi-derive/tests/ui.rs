//! Every message of the derive, as the compiler prints it.

use std::path::Path;

#[test]
fn mistakes_are_told_where_they_are() {
    schemas_for_trybuild();
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}

/// trybuild compiles the cases in a package of its own, and `schema_file` is relative to the folder of that one.
fn schemas_for_trybuild() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let folder = target.join("tests/trybuild/klavi-derive/tests/schemas");
    std::fs::create_dir_all(&folder).unwrap();
    let paths = std::fs::read_dir("tests/schemas").unwrap().map(|entry| entry.unwrap().path());
    for path in paths.filter(|path| path.is_file()) {
        std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
}
