//! The files beside a schema that its references name.

use crate::error::SchemaError;
use crate::file::SchemaFile;
use crate::keyword::anchor;
use crate::location::location;
use klavi_core::Span;

/// The most files of which one validator is made.
const MOST_FILES: usize = 64;

/// A file as text, or why there is none; by its path from the folder of the first one, with `/` between its parts.
pub type Read<'a> = &'a mut dyn FnMut(&str) -> Result<String, String>;

impl SchemaFile {
    /// Reads a schema, and the files beside it that its references and theirs name.
    ///
    /// `read` gets paths from the folder of the schema, such as `address.json` or `parts/address.json`. No reference
    /// leads out of that folder: a schema that somebody sent may not read what stands elsewhere.
    ///
    /// # Errors
    ///
    /// The errors of [`SchemaFile::new`], of any of the files; references to a file that cannot be read.
    ///
    /// ```
    /// use klavi_codegen::{SchemaFile, program};
    ///
    /// let mut read = |path: &str| match path {
    ///     "parts/zip.json" => Ok(r#"{"$defs": {"zip": {"$anchor": "zip", "type": "string"}}}"#.to_owned()),
    ///     _ => Err("no such file".to_owned()),
    /// };
    /// let schema = r#"{"type": "object", "properties": {"zip": {"$ref": "parts/zip.json#zip"}}}"#;
    /// let file = SchemaFile::with_others("mine.json", schema, &mut read).unwrap();
    /// let program = program(&file, "", "mine").unwrap();
    /// assert_eq!(program.nodes[1].location.uri, "parts/zip.json#/$defs/zip");
    ///
    /// let mistakes = SchemaFile::with_others("mine.json", r#"{"$ref": "zip.json"}"#, &mut read).unwrap_err();
    /// assert_eq!(
    ///     mistakes[0].to_string(),
    ///     "mine.json:1:10: cannot read the file that `$ref` to `zip.json` names: no such file (at `/$ref`)"
    /// );
    /// ```
    pub fn with_others(name: &str, text: &str, read: Read<'_>) -> Result<Self, Vec<SchemaError>> {
        let mut file = Self::new(name, text)?;
        let mut errors = Vec::new();
        let mut next = Some(String::new());
        while let Some(base) = next {
            for (path, at, span) in file.named_files(&base) {
                match file.other(&base, &path, &mut *read) {
                    Ok(Some(other)) => file.others.push(other),
                    Ok(None) => {}
                    Err(Missing::File(reason)) => {
                        let message = format!("cannot read the file that `$ref` to `{path}` names: {reason}");
                        errors.push(file.error(&format!("{at}/$ref"), span, message));
                    }
                    Err(Missing::Schema(of_file)) => errors.extend(of_file),
                }
            }
            let done = file.others.iter().position(|(path, _)| *path == base).map_or(0, |index| index + 1);
            next = file.others.get(done).map(|(path, _)| path.clone());
        }
        if errors.is_empty() { Ok(file) } else { Err(errors) }
    }

    /// The paths in the references of a file, with the locations and spans of these.
    fn named_files(&self, base: &str) -> Vec<(String, String, Span)> {
        let whole = location(base, "");
        let references = anchor::references(&self.part(&whole).0.tree);
        let named = references.into_iter().filter_map(|(reference, at)| {
            let path = reference.as_str()?.split('#').next().filter(|path| !path.is_empty())?;
            Some((path.to_owned(), location(base, &at), reference.span))
        });
        named.collect()
    }

    /// The file that a path in a reference names, if it is not known already.
    fn other(&self, base: &str, path: &str, read: Read<'_>) -> Result<Option<(String, Self)>, Missing> {
        let Some(joined) = self.joined(base, path) else { return Err(Missing::File(OUTSIDE.to_owned())) };
        if joined.is_empty() || self.others().any(|known| known == joined) {
            return Ok(None);
        }
        if self.others.len() == MOST_FILES {
            return Err(Missing::File(format!("a validator is made of {MOST_FILES} files at most")));
        }
        let text = read(&joined).map_err(Missing::File)?;
        let folder = self.name.rfind(['/', '\\']).map_or("", |end| &self.name[..=end]);
        let other = Self::new(&format!("{folder}{joined}"), &text).map_err(Missing::Schema)?;
        Ok(Some((joined, other)))
    }
}

const OUTSIDE: &str = "a reference names a file in the folder of the schema or below it, and nothing of the network";

/// Why a file is not there.
enum Missing {
    File(String),
    Schema(Vec<SchemaError>),
}
