//! Where a report goes.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Where one report goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Stdout,
    File(PathBuf),
}

impl Place {
    /// The place that two names of it have in common.
    pub fn canonical(&self) -> Self {
        let Self::File(path) = self else { return Self::Stdout };
        if path == Path::new("-") || path == Path::new("/dev/stdout") || path == Path::new("/dev/fd/1") {
            return Self::Stdout;
        }
        let whole = fs::canonicalize(path).or_else(|_| {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            fs::canonicalize(folder).map(|folder| folder.join(path.file_name().unwrap_or_default()))
        });
        Self::File(whole.unwrap_or_else(|_| path.clone()))
    }

    pub fn open(&self) -> io::Result<Box<dyn Write + Send>> {
        Ok(match self {
            Self::Stdout => Box::new(BufWriter::with_capacity(64 << 10, io::stdout())),
            Self::File(path) => Box::new(BufWriter::with_capacity(64 << 10, File::create(path)?)),
        })
    }
}
