//! `$ref`: a schema of the same file, or of a file beside it.
//!
//! A schema is named by its location: the JSON Pointer in the first file, or, in another one, the path from the first
//! one's folder, `#` and the pointer there.

use super::anchor;
use crate::error::SchemaError;
use crate::file::SchemaFile;
use crate::lower::Lower;
use klavi_core::{Span, Tree};

/// The most files of which one validator is made.
const MOST_FILES: usize = 64;

/// A file as text, or why there is none; by its path from the folder of the first one, with `/` between its parts.
pub type Read<'a> = &'a mut dyn FnMut(&str) -> Result<String, String>;

impl<'a> Lower<'a> {
    /// The schema that a `$ref` names, and its pointer.
    pub(crate) fn resolve(&mut self, reference: &'a Tree, pointer: &str) -> Option<(&'a Tree, String)> {
        let target = reference.as_str().unwrap_or_default();
        let resolved = self.file.resolve(pointer, target).and_then(|at| Some((self.target(&at)?, at)));
        if resolved.is_none() {
            let message = format!("`$ref` to `{target}`, where there is no schema of this file");
            self.error(reference, &format!("{pointer}/$ref"), message);
        }
        resolved
    }
}

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

    /// The paths of the files beside the schema, from its folder.
    pub fn others(&self) -> impl Iterator<Item = &str> {
        self.others.iter().map(|(path, _)| path.as_str())
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

    /// The path from the first file's folder of a path that stands in a file; empty if it is the first one itself.
    fn joined(&self, base: &str, path: &str) -> Option<String> {
        if path.contains(':') || path.starts_with('/') || path.contains('\\') {
            return None;
        }
        let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut segments: Vec<&str> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
        for segment in path.split('/') {
            match segment {
                "" | "." => {}
                ".." => drop(segments.pop()?),
                name => segments.push(name),
            }
        }
        let joined = segments.join("/");
        let own = self.name.rsplit(['/', '\\']).next();
        Some(if own == Some(&joined) { String::new() } else { joined })
    }

    /// The file of a location, and the pointer there.
    pub(crate) fn part<'l>(&self, location: &'l str) -> (&Self, &'l str) {
        let (base, pointer) = split(location);
        let other = self.others.iter().find(|(path, _)| path == base).map(|(_, file)| file);
        (other.unwrap_or(self), pointer)
    }

    /// The schema at a location.
    pub(crate) fn schema_at(&self, location: &str) -> Option<&Tree> {
        let (file, pointer) = self.part(location);
        file.tree.pointer(pointer)
    }

    /// A mistake at a location.
    pub(crate) fn error(&self, location: &str, span: Span, message: impl Into<String>) -> SchemaError {
        let (file, pointer) = self.part(location);
        file.own_error(span, pointer, message)
    }

    /// The location of the schema that a reference names, which stands at a location itself.
    pub(crate) fn resolve(&self, from: &str, reference: &str) -> Option<String> {
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let (own, _) = split(from);
        let base = if path.is_empty() { own.to_owned() } else { self.joined(own, path)? };
        if !base.is_empty() && !self.others().any(|known| known == base) {
            return None;
        }
        let fragment = decoded(fragment)?;
        let is_pointer = fragment.is_empty() || fragment.starts_with('/');
        let pointer =
            if is_pointer { fragment } else { anchor::find(&self.part(&location(&base, "")).0.tree, &fragment)? };
        let found = location(&base, &pointer);
        self.schema_at(&found).map(|_| found)
    }
}

const OUTSIDE: &str = "a reference names a file in the folder of the schema or below it, and nothing of the network";

/// Why a file is not there.
enum Missing {
    File(String),
    Schema(Vec<SchemaError>),
}

fn location(base: &str, pointer: &str) -> String {
    if base.is_empty() { pointer.to_owned() } else { format!("{base}#{pointer}") }
}

/// The path of a location's file, which the first one does not need, and the pointer.
fn split(location: &str) -> (&str, &str) {
    if location.starts_with('/') { ("", location) } else { location.split_once('#').unwrap_or(("", location)) }
}

/// Whether a location is the whole of a file.
pub(crate) fn is_root(location: &str) -> bool {
    split(location).1.is_empty()
}

/// The URI fragment of a location, or the reference to one in another file.
pub(crate) fn uri(location: &str) -> String {
    if location.is_empty() || location.starts_with('/') { format!("#{location}") } else { location.to_owned() }
}

/// The JSON Pointer of a URI fragment.
fn decoded(fragment: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = fragment.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let hex = [rest.next()?, rest.next()?];
            u8::from_str_radix(core::str::from_utf8(&hex).ok()?, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}
