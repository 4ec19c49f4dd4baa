//! A report on its way to its place. A file is written beside its place and renamed when it is whole, so that nobody meets
//! half a report.

use crate::model::destination::{Destination, is_stream};
use std::collections::BTreeSet;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tempfile::TempPath;

/// Something to write a report to.
pub struct Output {
    out: BufWriter<Box<dyn Write + Send>>,
    /// The file that is written, and the place that it takes at the end.
    beside: Option<(Beside, PathBuf)>,
}

impl Output {
    pub fn open(place: &Destination) -> io::Result<Self> {
        let Destination::File(path) = place else { return Ok(Self::new(Box::new(io::stdout()), None)) };
        let before = match fs::metadata(path) {
            Ok(metadata) => Some(metadata),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        if let Some(metadata) = &before {
            // Who may not write the file may not replace it either.
            let file = OpenOptions::new().write(true).open(path)?;
            if !metadata.is_file() || is_stream(path) {
                return Ok(Self::new(Box::new(file), None));
            }
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::metadata(folder)?;
        match Beside::new(folder, before.as_ref()) {
            Ok((file, beside)) => Ok(Self::new(Box::new(file), Some((beside, path.clone())))),
            // The folder takes no new files.
            Err(_) if before.is_some() => Ok(Self::new(Box::new(File::create(path)?), None)),
            // The system's own words, without the name that was tried.
            Err(_) => File::create_new(path).map(|file| Self::new(Box::new(file), None)),
        }
    }

    fn new(out: Box<dyn Write + Send>, beside: Option<(Beside, PathBuf)>) -> Self {
        Self { out: BufWriter::with_capacity(64 << 10, out), beside }
    }

    /// Puts the whole report in its place. Who drops it instead leaves the place as it was.
    pub fn commit(mut self) -> io::Result<()> {
        self.out.flush()?;
        // Some systems rename no open file.
        drop(self.out);
        self.beside.map_or(Ok(()), |(beside, place)| beside.persist(&place))
    }
}

impl Write for Output {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        self.out.write(text)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The files that are written beside their places now.
static OPEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Removes them: the process ends before they are whole.
pub fn abandon() {
    if let Ok(open) = OPEN.try_lock() {
        for path in open.iter() {
            // Nothing more can be done about one that stays.
            let _ = fs::remove_file(path);
        }
    }
}

/// A file without a reader yet, which goes away if nobody keeps it.
struct Beside {
    path: Option<TempPath>,
    name: PathBuf,
}

impl Beside {
    /// A file in this folder with the permissions of the one that it replaces, or those of any new file.
    fn new(folder: &Path, before: Option<&Metadata>) -> io::Result<(File, Self)> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".validate-").suffix(".tmp");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let (file, path) = builder.tempfile_in(folder)?.into_parts();
        if let Some(metadata) = before {
            file.set_permissions(metadata.permissions())?;
        }
        let name = path.to_path_buf();
        OPEN.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone());
        Ok((file, Self { path: Some(path), name }))
    }

    fn persist(mut self, place: &Path) -> io::Result<()> {
        let Some(path) = self.path.take() else { return Ok(()) };
        path.persist(place).or_else(|failed| {
            // A place that is mounted by itself cannot be renamed to.
            fs::copy(&failed.path, place).map(drop).map_err(|_| failed.error)
        })
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        OPEN.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.name);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn the_old_file_stands_until_the_new_one_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let place = Destination::File(path.clone());
        let mut output = Output::open(&place).unwrap();
        output.write_all(b"new").unwrap();
        output.flush().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        drop(output);
        assert_eq!((fs::read_to_string(&path).unwrap(), names(folder.path())), ("old".into(), vec!["report".into()]));
        let mut output = Output::open(&place).unwrap();
        output.write_all(b"new").unwrap();
        output.commit().unwrap();
        assert_eq!((fs::read_to_string(&path).unwrap(), names(folder.path())), ("new".into(), vec!["report".into()]));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_new_file_has_the_permissions_of_any_new_file() {
        let folder = tempfile::tempdir().unwrap();
        let [path, other] = ["report", "other"].map(|name| folder.path().join(name));
        Output::open(&Destination::File(path.clone())).unwrap().commit().unwrap();
        fs::write(&other, "").unwrap();
        assert_eq!(fs::metadata(path).unwrap().permissions(), fs::metadata(other).unwrap().permissions());
    }
}
