//! The published files: schemas in the form that is asked for, and the OpenAPI documents.

mod builder;
mod codes;
mod definitions;
mod form;
mod map_subschemas;
mod openapi;
mod rewrite;

pub use form::Form;

use crate::contract::selector::find_beside;
use crate::model::choices::Draft;
use crate::model::destination::Place;
use crate::model::summary::Status;
use crate::text::usage_error::Complaint;
use crate::text::usage_error::complain;
use klavi_schema::{DIALECT, OPERATIONS, RULES, SOURCES};
use klavi_validate::{Lang, contracts};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// The JSON Schema of the report.
const REPORT: &str = include_str!("../report/report.schema.json");
/// The JSON Schema of the configuration.
pub const CONFIG: &str = include_str!("../settings/config.schema.json");

/// The schema of a contract or of the report, or the OpenAPI document.
pub fn schema(name: &str, form: Form) -> Result<String, Complaint> {
    match name {
        "openapi" => openapi::document(form.within(Draft::OpenApi31)),
        "report" => form.schema(REPORT),
        _ => form.schema(find_beside(contracts(), &["openapi", "report"], name)?.schema),
    }
}

/// Writes all published files and tells their paths.
pub fn export(folder: &Path, form: Form, lang: Lang) -> Status {
    let written = files(form).and_then(|files| files.iter().try_for_each(|(name, text)| write(folder, name, text)));
    match written {
        Ok(()) => Status::Valid,
        Err(complaint) => {
            complain(&complaint, lang);
            Status::Unchecked
        }
    }
}

fn files(form: Form) -> Result<Vec<(String, String)>, Complaint> {
    let mut files = vec![
        ("report.schema.json".to_owned(), form.schema(REPORT)?),
        ("config.schema.json".to_owned(), form.schema(CONFIG)?),
    ];
    for (name, draft) in [("openapi-3.1.json", Draft::OpenApi31), ("openapi-3.0.json", Draft::OpenApi30)] {
        files.push((name.to_owned(), openapi::document(form.in_draft(draft))?));
    }
    for document in [OPERATIONS, DIALECT, RULES, SOURCES] {
        files.push((document.name.to_owned(), document.text.to_owned()));
    }
    for contract in contracts() {
        files.push((format!("contracts/{}.schema.json", contract.name), form.schema(contract.schema)?));
    }
    for (name, lang) in [("codes.md", Lang::En), ("codigos.pt-BR.md", Lang::PtBr)] {
        files.push((name.to_owned(), codes::page(lang)));
    }
    Ok(files)
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), Complaint> {
    let path = folder.join(name);
    let parent = path.parent().unwrap_or(folder);
    let written = fs::create_dir_all(parent).and_then(|()| fs::write(&path, text));
    written.map_err(|error| Complaint::unwritable(&Place::File(path.clone()), &error))?;
    // Who closes the pipe still wants the files.
    let _ = writeln!(io::stdout(), "{}", path.display());
    Ok(())
}
