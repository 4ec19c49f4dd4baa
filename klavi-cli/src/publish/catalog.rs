//! The catalogue for editors, in the form of `SchemaStore`: which files have which schema, by their names.

use crate::model::choices::{Draft, Flavour};
use crate::publish::builder::{array, number, object, text, word};
use crate::publish::form::Form;
use klavi_core::Tree;
use klavi_validate::catalogue::pretty;
use klavi_validate::contracts;

/// The catalogue. Its links are relative to it.
pub fn editors() -> String {
    let form = Form::new(Draft::Current, Flavour::Full);
    let entries = contracts().iter().map(|contract| {
        let schema = Tree::parse(contract.schema.as_bytes()).ok();
        let title = schema.as_ref().map_or(contract.name, |schema| word(schema, "title"));
        object([
            ("name", text(contract.name)),
            ("description", text(title)),
            ("fileMatch", array(files(contract.name).map(text))),
            ("url", text(form.path(contract.name))),
        ])
    });
    let catalog = object([
        ("$schema", text("https://json.schemastore.org/schema-catalog.json")),
        ("version", number("1")),
        ("schemas", array(entries.collect::<Vec<_>>())),
    ]);
    pretty(&catalog)
}

/// The names by which `validate` knows a file of a contract.
fn files(contract: &str) -> impl Iterator<Item = String> {
    ["json", "yaml", "yml"].into_iter().flat_map(move |end| {
        [format!("{contract}.{end}"), format!("{contract}.*.{end}"), format!("{contract}/**/*.{end}")]
    })
}
