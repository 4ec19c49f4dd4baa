//! From arguments to documents: what to read, in which order, in which pieces.

use crate::contract::selector::Selector;
use crate::input::expand::Input;
use crate::input::har;
use crate::input::item::Batch;
use crate::input::item::Content;
use crate::input::item::Item;
use crate::input::open;
use crate::input::open::Stream;
use crate::input::open::kind_by_name;
use crate::input::split;
use crate::input::split::{ElementSplitter, LineSplitter, WholeSplitter};
use crate::input::stream::StreamDocuments;
use crate::input::yaml;
use crate::model::choices::InputFormat;
use crate::model::document::{DocumentFile, WalkedFolder};
use crate::model::meter::Meter;
use crate::model::position::START;
use crate::model::unchecked::UncheckedReason;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How inputs are read.
pub struct Reading {
    pub kind: InputFormat,
    pub each: bool,
    pub max_bytes: usize,
    pub stdin_name: Option<String>,
    /// Hosts of the API beside those that are known.
    pub hosts: Vec<String>,
}

/// Everything that is to be checked, in the order in which it is told.
pub struct Inputs {
    rest: std::vec::IntoIter<Input>,
    reading: Reading,
    selector: Arc<Selector>,
    open: Option<Batches>,
    meter: Arc<Meter>,
}

/// Documents that come one after the other.
type Batches = Box<dyn Iterator<Item = Batch> + Send>;

/// What comes of an input.
enum Opened {
    /// Documents that are made as they are asked for.
    Batches(Batches),
    /// Documents that are all there.
    Items(Vec<Item>),
}

/// How many files make a batch.
const FILES: usize = 4;

impl Inputs {
    pub fn new(inputs: Vec<Input>, reading: Reading, selector: Arc<Selector>, meter: Arc<Meter>) -> Self {
        Self { rest: inputs.into_iter(), reading, selector, open: None, meter }
    }

    /// Whether one worker is enough: there is nothing to share.
    pub fn is_small(&self) -> bool {
        match self.rest.as_slice() {
            [] | [Input::Problem(..)] => true,
            [Input::Path(path)] => {
                !self.reading.each && matches!(self.kind(path), Some(InputFormat::Json | InputFormat::Yaml))
            }
            _ => false,
        }
    }

    /// The next documents, or `None` at the end.
    pub fn next_batch(&mut self) -> Option<Batch> {
        let mut files = Batch::default();
        loop {
            if let Some(documents) = &mut self.open {
                if let Some(batch) = documents.next() {
                    return Some(batch);
                }
                self.open = None;
            }
            while files.items.len() < FILES && self.open.is_none() {
                // The end of a walk comes alone: what is said of it depends on all its files.
                let is_end = matches!(self.rest.as_slice(), [Input::End(..), ..]);
                if is_end && !files.items.is_empty() {
                    break;
                }
                let Some(input) = self.rest.next() else { break };
                self.start(input, &mut files);
                if is_end {
                    break;
                }
            }
            if !files.items.is_empty() {
                return Some(files);
            }
            self.open.as_ref()?;
        }
    }

    /// Makes an item of the input, or opens it.
    fn start(&mut self, input: Input, batch: &mut Batch) {
        match input {
            Input::Stdin => {
                let name = self.reading.stdin_name.clone().unwrap_or_else(|| "-".to_owned());
                let file = self.file(name, None);
                let opened = open::stdin();
                self.stream(file, opened, batch);
            }
            Input::Path(path) => self.file_at(path, None, batch),
            Input::Found(path, walk) => self.file_at(path, Some(walk), batch),
            Input::End(path, walk) => {
                let file = self.file(path.to_string_lossy().into_owned(), Some(walk));
                batch.items.push(item(file, Content::EndOfWalk));
            }
            Input::Problem(path, why) => {
                let file = self.file(path.to_string_lossy().into_owned(), None);
                batch.items.push(item(file, Content::Unchecked(why)));
            }
        }
    }

    fn file_at(&mut self, path: PathBuf, walk: Option<Arc<WalkedFolder>>, batch: &mut Batch) {
        let file = self.file(path.to_string_lossy().into_owned(), walk);
        let may_be_document = !self.reading.each && self.kind(&path) == Some(InputFormat::Json);
        let metadata = may_be_document.then(|| std::fs::metadata(&path).ok()).flatten();
        if let Some(metadata) = metadata.filter(std::fs::Metadata::is_file) {
            self.meter.pass(metadata.len());
            batch.items.push(item(file, Content::File(path)));
        } else {
            let opened = open::file(&path, &self.meter);
            self.stream(file, opened, batch);
        }
    }

    fn file(&self, name: String, walk: Option<Arc<WalkedFolder>>) -> Arc<DocumentFile> {
        let choice = self.selector.by_file(&name);
        Arc::new(DocumentFile { name, choice, walk })
    }

    fn kind(&self, path: &Path) -> Option<InputFormat> {
        match self.reading.kind {
            InputFormat::Auto => kind_by_name(path),
            kind => Some(kind),
        }
    }

    fn stream(&mut self, file: Arc<DocumentFile>, opened: std::io::Result<Stream>, batch: &mut Batch) {
        match opened.and_then(|stream| self.documents(&file, stream)) {
            Ok(Opened::Batches(batches)) => self.open = Some(batches),
            Ok(Opened::Items(items)) => batch.items.extend(items),
            Err(error) => batch.items.push(item(file, Content::Unchecked(UncheckedReason::from(&error)))),
        }
    }

    fn documents(&self, file: &Arc<DocumentFile>, mut stream: Stream) -> std::io::Result<Opened> {
        let max_bytes = self.reading.max_bytes;
        let mut head = Vec::new();
        let mut kind = self.kind(Path::new(&file.name));
        if kind.is_none() && !self.reading.each {
            let (found, read) = open::sniff(&mut stream, max_bytes)?;
            (kind, head) = (Some(found), read);
        }
        let is_har = kind == Some(InputFormat::Har) && !self.reading.each;
        if is_har || kind == Some(InputFormat::Yaml) {
            let Some(bytes) = open::read_whole(&mut stream, head, max_bytes)? else {
                let too_large = Content::Unchecked(UncheckedReason::TooLarge(max_bytes));
                return Ok(Opened::Items(vec![item(Arc::clone(file), too_large)]));
            };
            return Ok(if is_har {
                Opened::Items(har::items(file, &bytes, &self.reading.hosts))
            } else {
                let documents =
                    yaml::documents::YamlDocuments::new(Arc::clone(file), bytes, self.reading.each, max_bytes);
                Opened::Batches(Box::new(documents))
            });
        }
        let splitter: Box<dyn split::Splitter> = match kind {
            Some(InputFormat::Jsonl) => Box::new(LineSplitter::default()),
            _ if self.reading.each => Box::new(ElementSplitter::default()),
            _ => Box::new(WholeSplitter::default()),
        };
        Ok(Opened::Batches(Box::new(StreamDocuments::new(Arc::clone(file), stream, splitter, head, max_bytes))))
    }
}

fn item(file: Arc<DocumentFile>, content: Content) -> Item {
    Item { file, index: 0, element: None, start: START, content }
}
