//! Where a report goes.

use crate::model::file_id::FileId;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where one report goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    Stdout,
    File(PathBuf),
}

impl Destination {
    /// The place that two names of it have in common.
    pub fn canonical(&self) -> Self {
        let Self::File(path) = self else { return Self::Stdout };
        if ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].iter().any(|name| path == Path::new(name)) {
            return Self::Stdout;
        }
        if is_stream(path) {
            return self.clone();
        }
        let whole = fs::canonicalize(path).or_else(|_| {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            fs::canonicalize(folder).map(|folder| folder.join(path.file_name().unwrap_or_default()))
        });
        Self::File(whole.unwrap_or_else(|_| path.clone()))
    }

    /// The file that stands there now.
    pub fn file_id(&self) -> Option<FileId> {
        match self {
            Self::Stdout => FileId::of_stream(&io::stdout()),
            Self::File(path) => FileId::of(path),
        }
    }
}

/// Whether the path names something that is already open, such as a pipe of the shell.
pub fn is_stream(path: &Path) -> bool {
    ["/dev/fd", "/dev/stderr", "/dev/stdin", "/proc/self/fd"].iter().any(|open| path.starts_with(open))
}
