//! The enum of the codes is that of the catalogue. It is made here, where nothing has to be compiled that names a code.
//!
//! `sh scripts/generate` writes it anew.

use serde_json::Value;
use std::fmt::Write as _;
use std::{env, fs};

#[test]
fn the_list_of_codes_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../klavi-core/src/code/list.rs");
    let made = list();
    if env::var_os("KLAVI_GENERATE").is_some() {
        fs::write(path, &made).unwrap();
    }
    assert!(fs::read_to_string(path).unwrap() == made, "{path} is stale: run `sh scripts/generate`");
}

fn list() -> String {
    let codes: Value = serde_json::from_str(klavi_schema::CODES.text).unwrap();
    let english: Value = serde_json::from_str(klavi_schema::LANGUAGES[0].document.text).unwrap();
    let mut list = "//! The codes. `sh scripts/generate` makes this file from `schema/catalogue`.\n\n\
                    use super::{Direction, Group, Severity};\n\ncodes! {\n"
        .to_owned();
    for entry in codes["codes"].as_array().unwrap() {
        let name = text(&entry["code"]);
        let [group, request, response] = ["group", "request", "response"].map(|fact| camel(text(&entry[fact])));
        let (title, variant) = (with_ticks(text(&english["codes"][name]["title"])), camel(name));
        writeln!(list, "    /// {title}.\n    {variant} = {name:?}, {group}, {request}, {response};").unwrap();
    }
    list + "}\n"
}

fn text(value: &Value) -> &str {
    value.as_str().expect("the catalogue has it")
}

/// `logged-user-cpf` as `LoggedUserCpf`.
fn camel(name: &str) -> String {
    name.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// A sentence with ticks around the words that only code has.
fn with_ticks(sentence: &str) -> String {
    let is_code = |word: &str| {
        let mut inner = word.bytes().zip(word.bytes().skip(1));
        word.contains('_') || inner.any(|(one, next)| one.is_ascii_lowercase() && next.is_ascii_uppercase())
    };
    let ticked = |word: &str| if is_code(word) { format!("`{word}`") } else { word.to_owned() };
    sentence.split(' ').map(ticked).collect::<Vec<_>>().join(" ")
}
