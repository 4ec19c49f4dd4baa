//! From what the user names to files: folders, globs, lists.

use crate::contract::glob::{Glob, matcher};
use crate::input::open::kind_by_name;
use crate::model::document::WalkedFolder;
use crate::model::file_id::FileId;
use crate::model::unchecked::UncheckedReason;
use crate::text::usage_error::UsageError;
use ignore::{DirEntry, WalkBuilder};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// One thing to read, or why there is nothing to read.
#[derive(Debug, Clone)]
pub enum Input {
    Stdin,
    /// A file that somebody named.
    Path(PathBuf),
    /// A file that a walk over a folder found.
    Found(PathBuf, Arc<WalkedFolder>),
    /// The end of the walk over this folder, if it found files.
    End(PathBuf, Arc<WalkedFolder>),
    Problem(PathBuf, UncheckedReason),
}

impl Input {
    /// The file that is read.
    pub fn path(&self) -> Option<&Path> {
        if let Self::Path(path) | Self::Found(path, _) = self { Some(path) } else { None }
    }
}

/// How many bytes there are to read, if that is known before.
pub fn total_bytes(inputs: &[Input]) -> Option<u64> {
    let is_endless = inputs.iter().any(|input| matches!(input, Input::Stdin));
    let length = |path| std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len());
    let mut lengths = inputs.iter().filter_map(Input::path).map(length);
    if is_endless { None } else { lengths.try_fold(0, |total: u64, length| Some(total.saturating_add(length?))) }
}

/// How folders and globs are walked.
#[derive(Debug, Default)]
pub struct Walking {
    pub exclude: Vec<Glob>,
    pub no_ignore: bool,
    pub hidden: bool,
    /// The files that this run writes.
    pub outputs: Vec<Written>,
}

/// A file that this run writes. If it is walked over and holds an earlier report, it is no input.
#[derive(Debug)]
pub struct Written {
    pub id: FileId,
    /// How the reports that it may hold start.
    pub marks: &'static [&'static str],
}

impl Written {
    fn is_report(&self, path: &Path) -> bool {
        let most = self.marks.iter().map(|mark| mark.len()).max().unwrap_or(0).max(1);
        let mut start = Vec::new();
        let read = fs::File::open(path).and_then(|file| file.take(most as u64).read_to_end(&mut start));
        read.is_ok() && (start.is_empty() || self.marks.iter().any(|mark| start.starts_with(mark.as_bytes())))
    }
}

impl Walking {
    /// Whether a report would be written over this file.
    pub fn is_written(&self, id: Option<&FileId>) -> bool {
        id.is_some_and(|id| self.outputs.iter().any(|output| output.id == *id))
    }

    fn is_report(&self, path: &Path) -> bool {
        if self.outputs.is_empty() {
            return false;
        }
        let id = FileId::of(path);
        self.outputs.iter().any(|output| Some(&output.id) == id.as_ref() && output.is_report(path))
    }

    /// Everything that one argument names.
    pub fn expand(&self, argument: &Path, inputs: &mut Vec<Input>) -> Result<(), UsageError> {
        if argument == Path::new("-") {
            inputs.push(Input::Stdin);
            return Ok(());
        }
        let pattern = argument.to_str().filter(|text| text.contains(is_meta));
        match (fs::metadata(argument), pattern) {
            (Err(error), Some(pattern)) if is_no_name(&error) => self.glob(pattern, inputs)?,
            _ => self.path(argument, inputs),
        }
        Ok(())
    }

    /// A path that is no pattern, whatever characters it has.
    pub fn path(&self, path: &Path, inputs: &mut Vec<Input>) {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let (is_document, walk) =
                    (|path: &Path| kind_by_name(path).is_some(), Arc::new(WalkedFolder::default()));
                let found = |path| Input::Found(path, Arc::clone(&walk));
                let before = inputs.len();
                if !self.walk(path, is_document, found, inputs) {
                    inputs.push(Input::Problem(path.to_owned(), UncheckedReason::NoDocuments));
                } else if inputs[before..].iter().any(|input| matches!(input, Input::Found(..))) {
                    inputs.push(Input::End(path.to_owned(), walk));
                }
            }
            Ok(_) => inputs.push(Input::Path(path.to_owned())),
            Err(error) => inputs.push(Input::Problem(path.to_owned(), UncheckedReason::from(&error))),
        }
    }

    fn glob(&self, pattern: &str, inputs: &mut Vec<Input>) -> Result<(), UsageError> {
        let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
        let glob = matcher(pattern)?;
        let plain = pattern.split('/').take_while(|part| !part.contains(is_meta)).collect::<Vec<_>>().join("/");
        let base = match &plain[..] {
            "" if pattern.starts_with('/') => "/",
            "" => ".",
            base => base,
        };
        if !self.walk(Path::new(base), |path| glob.is_match(path), Input::Path, inputs) {
            inputs.push(Input::Problem(PathBuf::from(pattern), UncheckedReason::NoMatch));
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
        let whole = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
        if let Some(trap) = whole.ancestors().find_map(trap).filter(|_| !self.no_ignore) {
            inputs.push(Input::Problem(trap, UncheckedReason::Special));
            return true;
        }
        let (traps, no_ignore) = (Arc::new(Mutex::new(Vec::new())), self.no_ignore);
        let met = Arc::clone(&traps);
        let walk = WalkBuilder::new(root)
            .filter_entry(move |entry| {
                let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
                let trap = if is_folder && !no_ignore { trap(entry.path()) } else { None };
                let is_safe = trap.is_none();
                met.lock().unwrap_or_else(PoisonError::into_inner).extend(trap);
                is_safe
            })
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
                    if wanted(path) && !self.is_left_out(path, root) {
                        inputs.extend(input(&entry, path, &found));
                    }
                }
                // A glob below a folder that is not there simply matches nothing.
                Err(error) if error.depth() == Some(0) && is_not_found(&error) => {}
                Err(error) => inputs.push(problem(&error, root)),
            }
        }
        for trap in traps.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            inputs.push(Input::Problem(trap, UncheckedReason::Special));
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
        excluded || self.is_report(path)
    }
}

/// What the entry is to be read for; a link to a file is read, a link to a folder is not followed, so no loop can arise.
fn input(entry: &DirEntry, path: &Path, found: impl Fn(PathBuf) -> Input) -> Option<Input> {
    let mut kind = entry.file_type()?;
    if kind.is_symlink() {
        match fs::metadata(entry.path()) {
            Ok(target) => kind = target.file_type(),
            // Reading it tells why.
            Err(_) => return Some(found(path.to_owned())),
        }
    }
    match (kind.is_dir(), kind.is_file()) {
        (true, _) => None,
        (_, true) => Some(found(path.to_owned())),
        _ => Some(Input::Problem(path.to_owned(), UncheckedReason::Special)),
    }
}

/// The most bytes of a file that says what to ignore.
const IGNORE_FILE: u64 = 16 << 20;

/// A file of this folder that says what to ignore, if reading it might never end.
fn trap(folder: &Path) -> Option<PathBuf> {
    let is_trap = |path: &PathBuf| {
        fs::metadata(path)
            .is_ok_and(|metadata| !metadata.is_dir() && (!metadata.is_file() || metadata.len() > IGNORE_FILE))
    };
    [".gitignore", ".ignore", ".git/info/exclude"].iter().map(|name| folder.join(name)).find(is_trap)
}

/// Whether no file can be called like this: a glob may be longer than any name.
fn is_no_name(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidFilename)
}

fn is_not_found(error: &ignore::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound)
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
    Input::Problem(path.to_owned(), UncheckedReason::Unreadable(kind))
}

fn is_meta(letter: char) -> bool {
    matches!(letter, '*' | '?' | '[' | '{')
}

/// The most bytes of a list.
const LIST: u64 = 256 << 20;

/// The paths of a list.
pub fn read_list(list: &Path, by_nul: bool) -> io::Result<Vec<PathBuf>> {
    let mut bytes = Vec::new();
    let length = if list == Path::new("-") {
        io::stdin().take(LIST + 1).read_to_end(&mut bytes)
    } else {
        fs::File::open(list)?.take(LIST + 1).read_to_end(&mut bytes)
    };
    if length? as u64 > LIST {
        return Err(io::Error::other(UncheckedReason::ListTooLarge(LIST)));
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
