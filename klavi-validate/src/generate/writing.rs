//! Small writers into a buffer.

use fastrand::Rng;

/// A number without leading zeros.
pub(super) fn number(out: &mut Vec<u8>, number: u64) {
    digits(out, number, number.checked_ilog10().map_or(1, |tens| tens as usize + 1));
}

/// The last digits of a number, with leading zeros.
pub(super) fn digits(out: &mut Vec<u8>, mut number: u64, length: usize) {
    let from = out.len();
    out.resize(from + length, b'0');
    for place in out[from..].iter_mut().rev() {
        *place = b'0' + u8::try_from(number % 10).unwrap_or_default();
        number /= 10;
    }
}

/// The last hexadecimal digits of a number, in these letters.
pub(super) fn hexadecimal(out: &mut Vec<u8>, mut number: u128, length: usize, letters: &[u8; 16]) {
    let from = out.len();
    out.resize(from + length, b'0');
    for place in out[from..].iter_mut().rev() {
        *place = letters[usize::try_from(number & 15).unwrap_or_default()];
        number >>= 4;
    }
}

/// Letters and digits.
pub(super) fn alphanumeric(out: &mut Vec<u8>, rng: &mut Rng, length: usize) {
    const LETTERS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz01";
    any_of(out, rng, LETTERS, length);
}

/// Bytes of a class.
pub(super) fn any_of(out: &mut Vec<u8>, rng: &mut Rng, class: &[u8], length: usize) {
    let (from, size) = (out.len(), class.len() as u64);
    out.resize(from + length, 0);
    for places in out[from..].chunks_mut(8) {
        let mut random = rng.u64(..);
        for place in places {
            // The eighth part of a random number, scaled to the class.
            *place = class[usize::try_from(((random & 0xff) * size) >> 8).unwrap_or_default()];
            random >>= 8;
        }
    }
}
