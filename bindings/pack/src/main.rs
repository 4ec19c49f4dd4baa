//! `klavi-pack ENGINE.wasm GENERATOR.wasm FOLDER` writes into a folder the modules of the npm package that are made from the
//! workspace: the engine, the generator, and as data what no check needs: explanations and examples, which are loaded when somebody asks for them.

#![forbid(unsafe_code)]

use klavi_bindings::{day, example, explain, list};
use klavi_validate::runtime::Code;
use klavi_validate::{Lang, contracts};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// The day of the cases: JavaScript has the engine move the dates from it.
const DAY: &str = "2025-01-15";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [wasm, generator, folder] = &arguments[..] else {
        return Err("usage: klavi-pack ENGINE.wasm GENERATOR.wasm FOLDER".into());
    };
    let folder = Path::new(folder);
    module(wasm, "engine", folder)?;
    module(generator, "generator", folder)?;
    let version = format!("export const version = '{}'\n", env!("CARGO_PKG_VERSION"));
    fs::write(folder.join("about.js"), format!("{version}export const about = {}\n", list()))?;
    fs::create_dir_all(folder.join("explanations"))?;
    for lang in Lang::ALL {
        let file = folder.join("explanations").join(format!("{lang}.js"));
        fs::write(file, format!("export default {}\n", explanations(*lang)?))?;
    }
    fs::write(folder.join("examples.js"), format!("export default {}\n", examples()?))?;
    Ok(())
}

/// What `wasm-bindgen --target web` does, in the version that the lock file names.
fn module(wasm: &str, name: &str, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(false).web(true)?;
    bindgen.remove_name_section(true).remove_producers_section(true);
    Ok(bindgen.generate(folder)?)
}

/// What there is to know of each code, by its name.
fn explanations(lang: Lang) -> Result<String, Box<dyn Error>> {
    let explained = Code::ALL.iter().map(|code| {
        let text = explain(code.name(), lang.name())?;
        Ok((code.name(), RawValue::from_string(text)?))
    });
    Ok(serde_json::to_string(&explained.collect::<Result<BTreeMap<_, _>, Box<dyn Error>>>()?)?)
}

/// The examples of each contract by the code that breaks them: `any` for some code, nothing for a clean one. A byte is a
/// character of the first 256, because some examples are no UTF-8.
fn examples() -> Result<String, Box<dyn Error>> {
    let day = day(DAY)?;
    let mut examples = BTreeMap::new();
    for contract in contracts() {
        let codes = Code::ALL.iter().map(|code| code.name()).chain(["any"]).map(Some);
        let found = [None].into_iter().chain(codes).filter_map(|code| {
            let document = example(contract.name, code, &day).ok()?;
            Some((code.unwrap_or_default(), document.into_iter().map(char::from).collect::<String>()))
        });
        examples.insert(contract.name, found.collect::<BTreeMap<_, _>>());
    }
    Ok(serde_json::to_string(&examples)?)
}
