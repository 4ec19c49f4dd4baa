//! The search for the end of a text: the first quote, backslash or control character.

/// The offset of the first byte from `at` on that ends the plain part of a text.
#[inline]
pub(crate) fn plain(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<16>) {
        let stops = stops(chunk);
        if stops != 0 {
            return at + (stops.trailing_zeros() / 8) as usize;
        }
        at += 16;
    }
    while bytes.get(at).is_some_and(|&byte| !is_stop(byte)) {
        at += 1;
    }
    at
}

/// All bits of each of sixteen bytes that ends the plain part of a text. The loop becomes vector instructions.
#[inline]
fn stops(chunk: &[u8; 16]) -> u128 {
    u128::from_le_bytes(chunk.map(|byte| if is_stop(byte) { u8::MAX } else { 0 }))
}

#[inline]
#[expect(clippy::needless_bitwise_bool, reason = "the lazy operators would keep the loop from becoming vectors")]
fn is_stop(byte: u8) -> bool {
    (byte == b'"') | (byte == b'\\') | (byte < 0x20)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stop_at_every_place() {
        for length in 0..40 {
            for at in 0..length {
                for byte in 0..=255 {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = byte;
                    let is_stop = byte == b'"' || byte == b'\\' || byte < 0x20;
                    assert_eq!(plain(&bytes, 0), if is_stop { at } else { length }, "{byte} at {at} of {length}");
                }
            }
        }
        assert_eq!(plain(b"\"abc\"", 1), 4);
    }
}
