//! Globs that name files, whichever way to a file was typed.

use crate::text::usage_error::UsageError;
use globset::{GlobBuilder, GlobSet, escape};
use std::path::{Component, MAIN_SEPARATOR_STR, Path, PathBuf};

/// A glob that maps or leaves out files. With a slash it is meant from a folder; without one it names files and folders
/// wherever they are.
#[derive(Debug)]
pub struct Glob {
    /// As it is written.
    plain: GlobSet,
    /// Seen from the root.
    placed: GlobSet,
    /// It names files outside its folder too.
    floats: bool,
}

impl Glob {
    /// A glob that is meant from this folder.
    pub fn new(glob: &str, folder: &Path) -> Result<Self, UsageError> {
        // Ignore files have made people write a slash behind a folder.
        let (mut inner, mut folder) = (glob.strip_suffix('/').unwrap_or(glob).to_owned(), whole(folder));
        if !inner.contains('/') {
            inner.insert_str(0, "**/");
        }
        let mut rest = &inner[..];
        while let Some((step @ ("." | ".."), after)) = rest.split_once('/') {
            rest = after;
            if step == ".." {
                folder.pop();
            }
        }
        let folder = folder.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/");
        let is_whole = rest.starts_with('/');
        let placed =
            if is_whole { rest.to_owned() } else { format!("{}/{rest}", escape(folder.trim_end_matches('/'))) };
        let named_as_written = |complaint| match complaint {
            UsageError::Glob(_, error) => UsageError::Glob(glob.to_owned(), error),
            other => other,
        };
        let compiled = |text: &str| matcher(text).map_err(named_as_written);
        Ok(Self { plain: compiled(rest)?, placed: compiled(&placed)?, floats: rest.starts_with("**/") })
    }

    /// Whether it names this file or folder.
    pub fn is_match(&self, path: &Path) -> bool {
        self.floats && self.plain.is_match(path) || self.placed.is_match(whole(path))
    }

    /// Whether it names this file or folder, seen from the folder that is walked.
    pub fn is_match_inside(&self, path: &Path) -> bool {
        self.plain.is_match(path)
    }
}

/// Compiles a glob in which `*` stops at folders and `**` does not.
pub fn matcher(glob: &str) -> Result<GlobSet, UsageError> {
    // No path is longer, and what is so deep would not end well.
    if glob.len() > LONGEST {
        return Err(UsageError::GlobTooComplex);
    }
    let built = GlobBuilder::new(glob).literal_separator(true).build();
    let built = built.map_err(|error| UsageError::Glob(glob.to_owned(), error.kind().to_string()))?;
    // A set of one: the matcher of a single glob panics where its automaton is too large.
    GlobSet::new([built]).map_err(|_| UsageError::GlobTooComplex)
}

/// The most bytes of a glob.
const LONGEST: usize = 4096;

/// The path from the root, without `.` and `..`.
fn whole(path: &Path) -> PathBuf {
    let from_here = Path::new(".").join(path);
    let mut whole = PathBuf::new();
    for part in std::path::absolute(&from_here).unwrap_or(from_here).components() {
        match part {
            Component::ParentDir => _ = whole.pop(),
            part => whole.push(part),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_the_same_however_it_is_named() {
        let here = std::env::current_dir().unwrap();
        let parent = format!("../{}", here.file_name().unwrap().to_str().unwrap());
        for (glob, folder, file, is_named) in [
            ("out/*.json", "", "out/a.json", true),
            ("./out/*.json", "", "out/a.json", true),
            ("out/*.json", "", "out/x/a.json", false),
            ("out/**", "", "out/x/a.json", true),
            ("out/*.json", "", "x/out/a.json", false),
            ("out", "", "x/out", true),
            ("out/", "", "x/out", true),
            ("*.json", "", "x/a.json", true),
            ("*.json", "..", "a.json", true),
            ("*", "", "-", true),
            ("**/a.json", "", "../b/a.json", true),
            ("b/*.json", "..", "../b/a.json", true),
            ("b/*.json", "..", "b/a.json", false),
            ("../b/*.json", "", "../b/a.json", true),
            ("/b/*.json", "x", "/b/a.json", true),
            ("out/*.json", "[x]", "[x]/out/a.json", true),
        ] {
            let pattern = Glob::new(glob, Path::new(folder)).unwrap();
            let spellings = [
                file.to_owned(),
                format!("./{file}"),
                format!("x/../{file}"),
                format!("{parent}/{file}"),
                here.join(file).display().to_string(),
            ];
            for spelling in if file.starts_with('/') { &spellings[..1] } else { &spellings } {
                assert_eq!(pattern.is_match(Path::new(spelling)), is_named, "{glob} of {folder:?}: {spelling}");
            }
        }
        let malformed = Glob::new("x/[a", Path::new("")).unwrap_err();
        assert!(matches!(malformed, UsageError::Glob(glob, _) if glob == "x/[a"));
    }

    #[test]
    fn no_glob_is_too_much() {
        let nested = |levels: usize| format!("{}{}", "{a,".repeat(levels), "}".repeat(levels));
        assert!(Glob::new(&nested(20), Path::new("")).is_ok());
        for glob in [nested(130), nested(1_000), nested(100_000), "[!é-ü]".repeat(600), "a".repeat(1 << 20)] {
            let refused = Glob::new(&glob, Path::new("")).map(drop);
            assert_eq!(refused, Err(UsageError::GlobTooComplex), "{} bytes", glob.len());
        }
    }
}
