//! JSON that is safe to look at: what moves a cursor, breaks a line or turns a direction is escaped, as JSON allows.

use klavi_core::is_printable;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};
use std::io::{self, Write};

/// Writes a value as JSON.
pub fn write_json(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Printable(CompactFormatter))).map_err(io::Error::from)
}

/// Writes values as items of an array, each on a line, as they come.
pub fn write_items(out: &mut dyn Write, items: impl IntoIterator<Item = Value>) {
    for (number, item) in items.into_iter().enumerate() {
        // Writing to a report never fails.
        let _ = out.write_all(if number == 0 { b"\n" } else { b",\n" });
        let _ = write_json(out, &item);
    }
}

struct Printable(CompactFormatter);

impl Formatter for Printable {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, letter)) = rest.char_indices().find(|(_, letter)| !is_printable(*letter)) {
            out.write_all(&rest.as_bytes()[..at])?;
            for unit in letter.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &rest[at + letter.len_utf8()..];
        }
        self.0.write_string_fragment(out, rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_in_printable_letters() {
        let text = "a\"\n\u{1b}\u{7f}\u{9b}é\u{202e}\u{2028}\u{feff}x";
        let mut out = Vec::new();
        write_json(&mut out, &[text]).unwrap();
        let shown = String::from_utf8(out).unwrap();
        assert_eq!(shown, r#"["a\"\n\u001b\u007f\u009bé\u202e\u2028\ufeffx"]"#);
        assert_eq!(serde_json::from_str::<Vec<String>>(&shown).unwrap(), [text]);
    }
}
