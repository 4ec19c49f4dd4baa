//! From what the user names to files: folders, globs, lists.

use crate::contract::glob::{Pattern, matcher};
use crate::input::open::kind_by_name;
use crate::model::document::Walk;
use crate::model::unchecked::Why;
use crate::text::usage_error::Complaint;
use ignore::{DirEntry, WalkBuilder};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One thing to read, or why there is nothing to read.
#[derive(Debug, Clone)]
pub enum Input {
    Stdin,
    /// A file that somebody named.
    Path(PathBuf),
    /// A file that a walk over a folder found.
    Found(PathBuf, Arc<Walk>),
    /// The end of the walk over this folder, if it found files.
    End(PathBuf, Arc<Walk>),
    Problem(PathBuf, Why),
}

/// How folders and globs are walked.
#[derive(Debug, Default)]
pub struct Walking {
    pub exclude: Vec<Pattern>,
    pub no_ignore: bool,
    pub hidden: bool,
    /// The files that this run writes: they are not its input.
    pub outputs: Vec<PathBuf>,
}

impl Walking {
    /// Everything that one argument names.
    pub fn expand(&self, argument: &Path, inputs: &mut Vec<Input>) -> Result<(), Complaint> {
        if argument == Path::new("-") {
            inputs.push(Input::Stdin);
            return Ok(());
        }
        let pattern = argument.to_str().filter(|text| text.contains(is_meta));
        match (fs::metadata(argument), pattern) {
            (Err(error), Some(pattern)) if error.kind() == io::ErrorKind::NotFound => self.glob(pattern, inputs)?,
            _ => self.path(argument, inputs),
        }
        Ok(())
    }

    /// A path that is no pattern, whatever characters it has.
    pub fn path(&self, path: &Path, inputs: &mut Vec<Input>) {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let (is_document, walk) = (|path: &Path| kind_by_name(path).is_some(), Arc::new(Walk::default()));
                let found = |path| Input::Found(path, Arc::clone(&walk));
                if self.walk(path, is_document, found, inputs) {
                    inputs.push(Input::End(path.to_owned(), walk));
                } else {
                    inputs.push(Input::Problem(path.to_owned(), Why::NoDocuments));
                }
            }
            Ok(_) => inputs.push(Input::Path(path.to_owned())),
            Err(error) => inputs.push(Input::Problem(path.to_owned(), Why::from(&error))),
        }
    }

    fn glob(&self, pattern: &str, inputs: &mut Vec<Input>) -> Result<(), Complaint> {
        let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
        let glob = matcher(pattern)?;
        let plain = pattern.split('/').take_while(|part| !part.contains(is_meta)).collect::<Vec<_>>().join("/");
        let base = match &plain[..] {
            "" if pattern.starts_with('/') => "/",
            "" => ".",
            base => base,
        };
        if !self.walk(Path::new(base), |path| glob.is_match(path), Input::Path, inputs) {
            inputs.push(Input::Problem(PathBuf::from(pattern), Why::NoMatch));
        }
        Ok(())
    }

    /// Adds the files below a folder that are wanted, and says whether there was anything to add.
    fn walk(
        &self,
        root: &Path,
        wanted: impl Fn(&Path) -> bool,
        found: impl Fn(PathBuf) -> Input,
        inputs: &mut Vec<Input>,
    ) -> bool {
        let before = inputs.len();
        let walk = WalkBuilder::new(root)
            .standard_filters(!self.no_ignore)
            .hidden(!self.hidden)
            .require_git(false)
            .sort_by_file_name(Ord::cmp)
            .build();
        for entry in walk {
            match entry {
                Ok(entry) => {
                    let path = entry.path();
                    let path = path.strip_prefix(".").unwrap_or(path);
                    if is_file(&entry) && wanted(path) && !self.is_left_out(path, root) {
                        inputs.push(found(path.to_owned()));
                    }
                }
                // A glob below a folder that is not there simply matches nothing.
                Err(error) if error.depth() == Some(0) => {}
                Err(error) => inputs.push(problem(&error, root)),
            }
        }
        inputs.len() > before
    }

    fn is_left_out(&self, path: &Path, root: &Path) -> bool {
        let root = root.strip_prefix(".").unwrap_or(root);
        let inside = path.strip_prefix(root).unwrap_or(path);
        let folders = inside.ancestors().filter(|folder| !folder.as_os_str().is_empty());
        let excluded = folders.into_iter().any(|folder| {
            self.exclude.iter().any(|glob| glob.is_match_inside(folder) || glob.is_match(&root.join(folder)))
        });
        excluded || !self.outputs.is_empty() && fs::canonicalize(path).is_ok_and(|path| self.outputs.contains(&path))
    }
}

/// Whether the entry is no folder; a link to a file is read, a link to a folder is not followed, so no loop can arise.
fn is_file(entry: &DirEntry) -> bool {
    match entry.file_type() {
        Some(kind) if kind.is_symlink() => !fs::metadata(entry.path()).is_ok_and(|target| target.is_dir()),
        Some(kind) => !kind.is_dir(),
        None => false,
    }
}

fn problem(error: &ignore::Error, root: &Path) -> Input {
    let mut path = root;
    let mut inner = error;
    loop {
        match inner {
            ignore::Error::WithPath { path: at, err } => (path, inner) = (at, err),
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => inner = err,
            _ => break,
        }
    }
    let kind = inner.io_error().map_or(io::ErrorKind::Other, io::Error::kind);
    Input::Problem(path.to_owned(), Why::Unreadable(kind))
}

fn is_meta(letter: char) -> bool {
    matches!(letter, '*' | '?' | '[' | '{')
}

/// The paths of a list.
pub fn read_list(list: &Path, by_nul: bool) -> io::Result<Vec<PathBuf>> {
    let mut bytes = Vec::new();
    if list == Path::new("-") {
        io::stdin().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(list)?;
    }
    // No path has a NUL: where one is, -0 was forgotten.
    let by_nul = by_nul || bytes.contains(&0);
    let end = if by_nul { 0 } else { b'\n' };
    let paths = bytes.split(|byte| *byte == end).map(|path| match path {
        [path @ .., b'\r'] if !by_nul => path,
        path => path,
    });
    paths.filter(|path| !path.is_empty()).map(to_path).collect()
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have paths that are not bytes")]
fn to_path(bytes: &[u8]) -> io::Result<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    Ok(PathBuf::from(std::ffi::OsStr::from_bytes(bytes)))
}

#[cfg(not(unix))]
fn to_path(bytes: &[u8]) -> io::Result<PathBuf> {
    let text = std::str::from_utf8(bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    Ok(PathBuf::from(text))
}
