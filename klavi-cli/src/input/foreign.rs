//! What no input may be: encodings and compressions that are not read, by the bytes with which they start.

use crate::model::unchecked::UncheckedReason;

/// How many bytes tell.
pub const HEAD: usize = 4;

/// What a file that starts with these bytes is, if it is not to be read.
pub fn foreign(head: &[u8]) -> Option<UncheckedReason> {
    let compression = match *head {
        [0x28, 0xb5, 0x2f, 0xfd, ..] => "zstd",
        [0xfd, b'7', b'z', b'X', ..] => "xz",
        [b'B', b'Z', b'h', b'1'..=b'9', ..] => "bzip2",
        [b'P', b'K', 3, 4, ..] => "ZIP",
        [b'7', b'z', 0xbc, 0xaf, ..] => "7z",
        [0x04, 0x22, 0x4d, 0x18, ..] => "LZ4",
        [0x1f, 0x9d, ..] => "compress (.Z)",
        [0x78, 0x01 | 0x9c | 0xda, ..] => "zlib",
        _ => return encoding(head).map(UncheckedReason::Encoding),
    };
    Some(UncheckedReason::Compression(compression))
}

/// With a byte order mark, or by the zeros around the first two characters, which are of ASCII in any JSON.
fn encoding(head: &[u8]) -> Option<&'static str> {
    match *head {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [1..=0xff, 0, 0, 0, ..] | [0, 0, 0, 1..=0xff, ..] => {
            Some("UTF-32")
        }
        [0xff, 0xfe, ..]
        | [0xfe, 0xff, ..]
        | [1..=0xff, 0]
        | [0, 1..=0xff]
        | [1..=0xff, 0, 1..=0xff, 0, ..]
        | [0, 1..=0xff, 0, 1..=0xff, ..] => Some("UTF-16"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_with_and_without_a_mark() {
        for (mark, text) in [("", "{}"), ("\u{feff}", "{}"), ("", "{\n \"é\": 1}"), ("\u{feff}", " [1]"), ("", "[")] {
            let text = format!("{mark}{text}");
            let utf16 = |to_bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to_bytes).collect::<Vec<_>>();
            let utf32 = |to_bytes: fn(u32) -> [u8; 4]| {
                text.chars().flat_map(|letter| to_bytes(u32::from(letter))).collect::<Vec<_>>()
            };
            for bytes in [utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
                assert_eq!(foreign(&bytes), Some(UncheckedReason::Encoding("UTF-16")), "{text:?}");
            }
            for bytes in [utf32(u32::to_le_bytes), utf32(u32::to_be_bytes)] {
                assert_eq!(foreign(&bytes), Some(UncheckedReason::Encoding("UTF-32")), "{text:?}");
            }
            assert_eq!(foreign(text.as_bytes()), None, "{text:?}");
        }
        for text in [&b""[..], b"1", b"\0", b"\0\0\0\0", b"BZ", b"PK", b"x: 1", &[0x1f, 0x8b, 8, 0], &[0xff, 0xff]] {
            assert_eq!(foreign(text), None, "{text:?}");
        }
    }
}
