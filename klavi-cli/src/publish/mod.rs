//! The published files: schemas in every form, OpenAPI documents, catalogues, vectors.

mod bodies;
mod builder;
mod catalog;
mod codes;
mod definitions;
mod form;
mod map_subschemas;
mod openapi;
mod rewrite;
mod strict;
mod vectors;

pub use form::Form;

use crate::contract::selector::find_beside;
use crate::model::choices::{Draft, Flavour};
use crate::model::destination::Destination;
use crate::model::summary::Status;
use crate::text::sentences::page;
use crate::text::usage_error::UsageError;
use crate::text::usage_error::report_usage_error;
use clap::ValueEnum;
use klavi_validate::{Lang, contracts};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// The JSON Schema of the report.
const REPORT: &str = include_str!("../report/report.schema.json");
/// The JSON Schema of the report of a flow.
const FLOW_REPORT: &str = include_str!("../report/flow-report.schema.json");
/// The JSON Schema of the configuration.
pub const CONFIG: &str = include_str!("../settings/config.schema.json");

/// The schema of a contract or of the report, or the OpenAPI document.
pub fn schema(name: &str, form: Form) -> Result<String, UsageError> {
    match name {
        "openapi" => openapi::document(form.within(Draft::OpenApi31)),
        "report" => form.schema(REPORT),
        "flow-report" => form.schema(FLOW_REPORT),
        _ => form.schema(find_beside(contracts(), &["openapi", "report", "flow-report"], name)?.schema),
    }
}

/// Writes all published files and tells their paths.
pub fn export(folder: &Path, lang: Lang) -> Status {
    let written = files().and_then(|files| files.iter().try_for_each(|(name, text)| write(folder, name, text)));
    match written {
        Ok(()) => Status::Valid,
        Err(complaint) => {
            report_usage_error(&complaint, lang);
            Status::Unchecked
        }
    }
}

/// All published files, by their path.
fn files() -> Result<Vec<(String, String)>, UsageError> {
    let mut files =
        vec![("catalog.json".to_owned(), catalog::editors()), ("config.schema.json".to_owned(), CONFIG.to_owned())];
    files.extend(Lang::ALL.iter().map(|lang| (page::FILE.text(*lang).to_owned(), codes::page(*lang))));
    let names = || contracts().iter().map(|contract| contract.name).chain(["report", "flow-report"]);
    for draft in Draft::value_variants() {
        for flavour in Flavour::value_variants() {
            let form = Form::new(*draft, *flavour);
            for name in names() {
                files.push((form.path(name), schema(name, form)?));
            }
            if draft.is_openapi() {
                files.push((form.openapi_path(), openapi::document(form)?));
            }
        }
    }
    // Contracts are published in forms, their cases and examples as vectors.
    let is_published = |document: &&klavi_schema::Document| {
        !document.name.starts_with("contracts/") && !document.name.starts_with("examples/")
    };
    let documents = klavi_schema::documents().filter(is_published);
    files.extend(documents.map(|document| (document.name.to_owned(), document.text.to_owned())));
    files.extend(vectors::files()?.into_iter().map(|(name, text)| (format!("vectors/{name}"), text)));
    Ok(files)
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), UsageError> {
    let path = folder.join(name);
    let parent = path.parent().unwrap_or(folder);
    let written = fs::create_dir_all(parent).and_then(|()| fs::write(&path, text));
    written.map_err(|error| UsageError::unwritable(&Destination::File(path.clone()), &error))?;
    // Who closes the pipe still wants the files.
    let _ = writeln!(io::stdout(), "{}", path.display());
    Ok(())
}
