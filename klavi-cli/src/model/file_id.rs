//! What tells one file from another, whatever it is called.

use std::path::Path;

/// A regular file under any of its names: links of both kinds lead to one. Nothing else can be written over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileId(Inner);

#[cfg(unix)]
type Inner = (u64, u64);
#[cfg(not(unix))]
type Inner = std::path::PathBuf;

impl FileId {
    /// The file at the end of this path.
    #[cfg(unix)]
    pub fn of(path: &Path) -> Option<Self> {
        Self::of_metadata(&std::fs::metadata(path).ok()?)
    }

    #[cfg(unix)]
    fn of_metadata(metadata: &std::fs::Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        metadata.is_file().then(|| Self((metadata.dev(), metadata.ino())))
    }

    /// The file that a stream of this process was redirected to.
    #[cfg(unix)]
    pub fn of_stream(stream: &impl std::os::fd::AsFd) -> Option<Self> {
        let own = stream.as_fd().try_clone_to_owned().ok()?;
        Self::of_metadata(&std::fs::File::from(own).metadata().ok()?)
    }

    /// The file at the end of this path.
    #[cfg(not(unix))]
    pub fn of(path: &Path) -> Option<Self> {
        path.is_file().then(|| std::fs::canonicalize(path).ok().map(Self)).flatten()
    }

    /// Here the system does not say what a stream was redirected to.
    #[cfg(not(unix))]
    pub fn of_stream<T>(_stream: &T) -> Option<Self> {
        None
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs::{self, File};

    #[test]
    fn names_of_one_file_are_one() {
        let folder = tempfile::tempdir().unwrap();
        let [file, hard, soft, other] = ["a", "b", "c", "d"].map(|name| folder.path().join(name));
        fs::write(&file, "").unwrap();
        fs::write(&other, "").unwrap();
        fs::hard_link(&file, &hard).unwrap();
        std::os::unix::fs::symlink(&file, &soft).unwrap();
        let id = FileId::of(&file);
        assert!(id.is_some());
        assert_eq!(FileId::of(&hard), id);
        assert_eq!(FileId::of(&soft), id);
        assert_eq!(FileId::of_stream(&File::open(&file).unwrap()), id);
        assert_ne!(FileId::of(&other), id);
        for none in [folder.path(), Path::new("/dev/null"), &folder.path().join("none")] {
            assert_eq!(FileId::of(none), None);
        }
    }
}
