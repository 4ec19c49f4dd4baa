//! The search for the end of a text: the first quote, backslash or control character.

/// The offset of the first byte from `at` on that ends the plain part of a text.
#[inline]
pub(crate) fn plain(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<16>) {
        let stops = stops(chunk);
        if stops != 0 {
            return at + stops.trailing_zeros() as usize;
        }
        at += 16;
    }
    while bytes.get(at).is_some_and(|&byte| !is_stop(byte)) {
        at += 1;
    }
    at
}

fn is_stop(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < 0x20
}

/// A bit for each of sixteen bytes that ends the plain part of a text.
#[cfg(target_arch = "x86_64")]
#[inline]
fn stops(chunk: &[u8; 16]) -> u32 {
    use safe_arch::{cmp_eq_mask_i8_m128i, load_unaligned_m128i, min_u8_m128i, move_mask_i8_m128i, set_splat_i8_m128i};

    let bytes = load_unaligned_m128i(chunk);
    let splat = |byte: u8| set_splat_i8_m128i(byte.cast_signed());
    let quotes = cmp_eq_mask_i8_m128i(bytes, splat(b'"'));
    let slashes = cmp_eq_mask_i8_m128i(bytes, splat(b'\\'));
    let controls = cmp_eq_mask_i8_m128i(min_u8_m128i(bytes, splat(0x1f)), bytes);
    move_mask_i8_m128i(quotes | slashes | controls).cast_unsigned()
}

/// A bit for each of sixteen bytes that ends the plain part of a text.
#[cfg(not(target_arch = "x86_64"))]
#[inline]
fn stops(chunk: &[u8; 16]) -> u32 {
    chunk.iter().enumerate().fold(0, |stops, (index, &byte)| stops | u32::from(is_stop(byte)) << index)
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
