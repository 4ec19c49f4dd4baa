//! `$ref`: a schema of the same file, or of a file beside it.

use super::anchor;
use crate::error::SchemaError;
use crate::file::SchemaFile;
use crate::location::{location, split};
use crate::lower::state::Lower;
use klavi_core::{Span, Tree};

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
    /// The paths of the files beside the schema, from its folder.
    pub fn others(&self) -> impl Iterator<Item = &str> {
        self.others.iter().map(|(path, _)| path.as_str())
    }

    /// The path from the first file's folder of a path that stands in a file; empty if it is the first one itself.
    pub(crate) fn joined(&self, base: &str, path: &str) -> Option<String> {
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
