//! Schemas of one's own: read from a file in the dialect, and then used as the built-in contracts are.

use crate::text::usage_error::UsageError;
use klavi_codegen::{SchemaError, SchemaFile, program};
use klavi_validate::Contract;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// The most bytes of a schema.
const MOST: u64 = 16 << 20;

/// Whether a name that is no contract's can only mean a file.
pub fn is_path(path: &Path, name: &str) -> bool {
    let has_extension = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    name.contains(std::path::is_separator) || has_extension || path.is_file()
}

/// The contract that a schema file makes.
///
/// A contract lives as long as the process, as the built-in ones do: a run names a handful of schemas, each once.
pub fn read(path: &Path) -> Result<&'static Contract, UsageError> {
    let text = text(path).map_err(|error| UsageError::Unreadable(path.to_owned(), error.to_string()))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut beside = |other: &str| self::beside(folder, other).map_err(|error| error.to_string());
    let name = path.to_string_lossy();
    contract(&name, &text, SchemaFile::with_others(&name, &text, &mut beside))
}

/// The contract that the text of a schema makes, which refers to no other file.
pub fn lower(name: &str, text: &str) -> Result<&'static Contract, UsageError> {
    contract(name, text, SchemaFile::new(name, text))
}

fn contract(
    name: &str,
    text: &str,
    file: Result<SchemaFile, Vec<SchemaError>>,
) -> Result<&'static Contract, UsageError> {
    let lowered = file.and_then(|file| program(&file, "", name));
    let program = lowered.map_err(|errors| UsageError::OwnSchema(errors.iter().map(ToString::to_string).collect()))?;
    Ok(Box::leak(Box::new(Contract {
        name: program.name,
        program,
        schema: text.to_owned().leak(),
        examples: Vec::new(),
    })))
}

/// A file that a schema refers to. The schema may be anybody's, and so are the links and pipes beside it.
fn beside(folder: &Path, other: &str) -> io::Result<String> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let (folder, path) = (fs::canonicalize(folder)?, fs::canonicalize(folder.join(other))?);
    if !path.starts_with(&folder) {
        return Err(io::Error::other("it leads out of the folder of the schema"));
    }
    // Reading what is no file, such as a pipe, might never end.
    if !fs::metadata(&path)?.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    text(&path)
}

fn text(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
}
