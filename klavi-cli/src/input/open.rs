//! Opens inputs: once each, pipes included, and with gzip undone.

use crate::input::foreign::{HEAD, foreign};
use crate::model::choices::InputFormat;
use crate::model::json_parts::{Nesting, is_blank};
use crate::model::meter::{Meter, Metered};
use crate::model::unchecked::UncheckedReason;
use flate2::read::MultiGzDecoder;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::sync::Arc;

/// How much is read at once.
pub const BLOCK: usize = 128 << 10;

/// Something to read from.
pub type Stream = Box<dyn Read + Send>;

const GZIP: &[u8] = &[0x1f, 0x8b];

/// Opens standard input.
pub fn stdin() -> io::Result<Stream> {
    unzip(Box::new(io::stdin()))
}

/// Opens a file; what is read of it is told to the meter.
pub fn file(path: &Path, meter: &Arc<Meter>) -> io::Result<Stream> {
    unzip(Box::new(Metered { inner: File::open(path)?, meter: Arc::clone(meter) }))
}

fn unzip(mut stream: Stream) -> io::Result<Stream> {
    let head = head(&mut stream)?;
    let is_gzip = head.starts_with(GZIP);
    let whole = Cursor::new(head).chain(stream);
    if !is_gzip {
        return known(Box::new(whole));
    }
    known(Box::new(MultiGzDecoder::new(whole)))
}

fn head(stream: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    stream.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// The stream, unless it starts as something that is not read.
fn known(mut stream: Stream) -> io::Result<Stream> {
    let head = head(&mut stream)?;
    refuse(&head)?;
    Ok(Box::new(Cursor::new(head).chain(stream)))
}

fn refuse(head: &[u8]) -> io::Result<()> {
    let twice = head.starts_with(GZIP).then_some(UncheckedReason::Compression("gzip, twice"));
    foreign(head).or(twice).map_or(Ok(()), |why| Err(io::Error::other(why)))
}

/// Reads a whole document; `None` if it is larger than the limit.
pub fn read_whole(stream: &mut dyn Read, head: Vec<u8>, max_bytes: usize) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = head;
    let rest = (max_bytes as u64).saturating_add(1).saturating_sub(bytes.len() as u64);
    stream.take(rest).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= max_bytes).then_some(bytes))
}

/// Reads a regular file that is one document; `None` if it is larger than the limit.
pub fn read_file(path: &Path, max_bytes: usize) -> io::Result<Option<Vec<u8>>> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > max_bytes as u64 {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    file.by_ref().take((max_bytes as u64).saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.starts_with(GZIP) {
        let text = MultiGzDecoder::new(Cursor::new(bytes).chain(file));
        return read_whole(&mut known(Box::new(text))?, Vec::new(), max_bytes);
    }
    refuse(&bytes)?;
    Ok((bytes.len() <= max_bytes).then_some(bytes))
}

/// What a file of this name holds; `None` if the name does not say.
pub fn kind_by_name(path: &Path) -> Option<InputFormat> {
    let extension = |path: &Path| path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    let mut found = extension(path)?;
    if found == "gz" {
        found = extension(Path::new(path.file_stem()?))?;
    }
    match &found[..] {
        "json" => Some(InputFormat::Json),
        "jsonl" | "ndjson" => Some(InputFormat::Jsonl),
        "yaml" | "yml" => Some(InputFormat::Yaml),
        "har" => Some(InputFormat::Har),
        _ => None,
    }
}

/// Looks into a stream of unknown kind and gives back what was read of it.
///
/// It is NDJSON if something stands on a line after the end of a first object or array of one line, a HAR file or YAML if
/// it starts as only these do.
pub fn sniff(stream: &mut dyn Read, max_bytes: usize) -> io::Result<(InputFormat, Vec<u8>)> {
    let (mut head, mut sniffer, mut block) = (Vec::new(), Sniffer::default(), vec![0; 16 << 10]);
    loop {
        let count = match stream.read(&mut block) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            count => count?,
        };
        head.extend_from_slice(&block[..count]);
        let kind = block[..count].iter().find_map(|byte| sniffer.pass(*byte));
        let is_over = count == 0 || head.len() > max_bytes;
        let starts_yaml = starts_yaml(&head[..head.len().min(FIRST_LINE)], is_over || head.len() >= FIRST_LINE);
        if !is_over && (kind.is_none() || may_become_yaml(&head) || starts_yaml.is_none()) {
            continue;
        }
        let kind = match kind.unwrap_or(InputFormat::Json) {
            _ if is_har(&head) => InputFormat::Har,
            _ if is_yaml(&head) || starts_yaml == Some(true) => InputFormat::Yaml,
            kind => kind,
        };
        return Ok((kind, head));
    }
}

/// Whether the text starts as every HAR file does: an object whose first member is the object `log`.
fn is_har(text: &[u8]) -> bool {
    let tokens: [&[u8]; 4] = [b"{", b"\"log\"", b":", b"{"];
    tokens.iter().try_fold(without_mark(text), |text, token| text.trim_ascii_start().strip_prefix(*token)).is_some()
}

fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text)
}

/// How a YAML stream starts that says so itself. No JSON starts like this.
const YAML: [&[u8]; 2] = [b"---", b"%YAML "];

fn is_yaml(text: &[u8]) -> bool {
    let text = without_mark(text);
    let rest = YAML.iter().find_map(|start| text.strip_prefix(*start));
    rest.is_some_and(|rest| text[0] == b'%' || rest.first().is_none_or(u8::is_ascii_whitespace))
}

/// How far the first line that says something is looked for.
const FIRST_LINE: usize = 64 << 10;

/// Whether the first line that is no comment is a key or an item as only YAML writes them; nothing if the text ends before.
fn starts_yaml(text: &[u8], is_last: bool) -> Option<bool> {
    for line in without_mark(text).split_inclusive(|byte| *byte == b'\n') {
        let (content, is_whole) = (line.trim_ascii(), is_last || line.ends_with(b"\n"));
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.".contains(byte);
        let name = content.iter().take_while(|byte| is_name(byte)).count();
        let behind = match (content, &content[name..]) {
            ([] | [b'#', ..], _) if is_whole => continue,
            ([b'-', behind @ ..], _) | ([b'A'..=b'Z' | b'a'..=b'z' | b'_', ..], [b':', behind @ ..]) => behind,
            (_, []) | ([b'#', ..], _) if !is_whole => return None,
            _ => return Some(false),
        };
        return match behind {
            [] if !is_whole => None,
            behind => Some(behind.first().is_none_or(u8::is_ascii_whitespace)),
        };
    }
    is_last.then_some(false)
}

/// Whether too little was read to tell.
fn may_become_yaml(text: &[u8]) -> bool {
    let text = without_mark(text);
    !text.is_empty() && YAML.iter().any(|start| start.starts_with(text))
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "what was seen so far")]
struct Sniffer {
    nesting: Nesting,
    is_open: bool,
    is_done: bool,
    spans_lines: bool,
    line_ended: bool,
}

impl Sniffer {
    /// Passes a byte and says what the stream is, once that is clear.
    fn pass(&mut self, byte: u8) -> Option<InputFormat> {
        if self.is_done {
            self.line_ended |= byte == b'\n';
            let is_next = self.line_ended && !self.spans_lines;
            return (!is_blank(byte)).then_some(if is_next { InputFormat::Jsonl } else { InputFormat::Json });
        }
        // A byte order mark is not for this to judge.
        if !self.is_open && !is_blank(byte) && !"\u{feff}".as_bytes().contains(&byte) {
            if !matches!(byte, b'{' | b'[') {
                return Some(InputFormat::Json);
            }
            self.is_open = true;
        }
        self.spans_lines |= self.is_open && byte == b'\n';
        self.nesting.pass(byte);
        self.is_done = self.is_open && self.nesting.is_outside();
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_tells_lines_from_one_document() {
        for (text, kind) in [
            ("{}\n{}", InputFormat::Jsonl),
            ("{\"a\": \"}\\\"\"}\r\n\n[1]\n", InputFormat::Jsonl),
            ("{\n}\n", InputFormat::Json),
            ("{} {}", InputFormat::Json),
            ("{}\nx", InputFormat::Jsonl),
            ("{\n}\n{}", InputFormat::Json),
            ("{}}", InputFormat::Json),
            ("", InputFormat::Json),
            ("1\n2\n", InputFormat::Json),
            ("\u{feff}{\n\"log\" : {}}", InputFormat::Har),
            ("{\"log\": []}", InputFormat::Json),
            ("---\na: 1\n", InputFormat::Yaml),
            ("%YAML 1.2\n---\n1", InputFormat::Yaml),
            ("\u{feff}--- |\n a", InputFormat::Yaml),
            ("---a", InputFormat::Json),
            ("-1", InputFormat::Json),
            ("accessKey: a\nsecretKey: b\n", InputFormat::Yaml),
            ("# an order\n\n_a.b-c:\n  d: 1", InputFormat::Yaml),
            ("- a\n- b", InputFormat::Yaml),
            ("-\n  a: 1", InputFormat::Yaml),
            ("true", InputFormat::Json),
            ("null\n", InputFormat::Json),
            ("nul: 1", InputFormat::Yaml),
            ("a:1\n", InputFormat::Json),
            ("\"a\": 1\n", InputFormat::Json),
            ("'a': 1\n", InputFormat::Json),
            ("# a\n{\"a\": 1}", InputFormat::Json),
        ] {
            let (found, head) = sniff(&mut text.as_bytes(), 1 << 20).unwrap();
            assert_eq!((found, &head[..]), (kind, text.as_bytes()), "{text:?}");
            // A pipe may give a byte at a time.
            let mut slow: Box<dyn Read> = Box::new(io::empty());
            for at in 0..text.len() {
                slow = Box::new(slow.chain(&text.as_bytes()[at..=at]));
            }
            assert_eq!(sniff(&mut slow, 1 << 20).unwrap().0, kind, "{text:?}");
        }
    }

    #[test]
    fn names_tell_the_kind() {
        for (name, kind) in [
            ("a.json", Some(InputFormat::Json)),
            ("a.JSON.gz", Some(InputFormat::Json)),
            ("a.ndjson", Some(InputFormat::Jsonl)),
            ("a.jsonl.gz", Some(InputFormat::Jsonl)),
            ("a.yaml", Some(InputFormat::Yaml)),
            ("a.YML.gz", Some(InputFormat::Yaml)),
            ("a.har", Some(InputFormat::Har)),
            ("a.gz", None),
            (".json", None),
            ("-", None),
        ] {
            assert_eq!(kind_by_name(Path::new(name)), kind, "{name}");
        }
    }
}
