//! The checksum at the end of a BR Code: CRC-16 with polynomial 0x1021, start 0xFFFF, no reflection, no final xor.

use super::BrCodeProblem;

/// The element without its digits, and their number.
pub(super) const HEADER: &str = "6304";
pub(super) const DIGITS: usize = 4;

/// The checksum of nothing.
const START: u16 = 0xFFFF;

/// How many bytes are taken at once.
const AT_ONCE: usize = 8;

/// What each byte does to the checksum, and with so many zeros behind it.
static TABLES: [[u16; 256]; AT_ONCE] = {
    let mut tables = [[0; 256]; AT_ONCE];
    let mut byte: u16 = 0;
    while byte < 256 {
        let mut crc = byte << 8;
        let mut zeros = 0;
        while zeros < tables.len() {
            let mut bit = 0;
            while bit < 8 {
                crc = if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 };
                bit += 1;
            }
            tables[zeros][byte as usize] = crc;
            zeros += 1;
        }
        byte += 1;
    }
    tables
};

/// The checksum of some bytes.
pub(super) fn of(bytes: impl Iterator<Item = u8>) -> u16 {
    bytes.fold(START, with)
}

/// The checksum with one byte more.
fn with(crc: u16, byte: u8) -> u16 {
    let [high, low] = crc.to_be_bytes();
    u16::from(low) << 8 ^ TABLES[0][usize::from(high ^ byte)]
}

/// The checksum of a text, eight bytes at a time.
fn of_text(text: &str) -> u16 {
    let (words, rest) = text.as_bytes().as_chunks::<AT_ONCE>();
    let crc = words.iter().fold(START, |crc, word| {
        let [high, low] = crc.to_be_bytes();
        let [first, second, others @ ..] = *word;
        let zeros = (0..AT_ONCE).rev();
        let bytes = [high ^ first, low ^ second].into_iter().chain(others);
        bytes.zip(zeros).fold(0, |crc, (byte, zeros)| crc ^ TABLES[zeros][usize::from(byte)])
    });
    rest.iter().copied().fold(crc, with)
}

/// Whether the last four bytes are the checksum of the ones before, in hexadecimal of either case.
pub(super) fn holds(bytes: impl Iterator<Item = u8> + Clone) -> bool {
    let Some(covered) = bytes.clone().count().checked_sub(4) else { return false };
    value(bytes.clone().skip(covered)) == Some(of(bytes.take(covered)))
}

/// What is wrong with the checksum whose digits end a code and begin at a byte.
pub(super) fn problem(code: &str, at: usize) -> Option<BrCodeProblem> {
    let (covered, stated) = code.split_at_checked(at)?;
    let expected = of_text(covered);
    let bad_digit = stated.bytes().position(|byte| hex(byte).is_none());
    match (bad_digit, stated.len()) {
        (Some(digit), _) => Some(BrCodeProblem::CrcForm { at: at + digit }),
        (None, found) if found < DIGITS => Some(BrCodeProblem::CrcShort { at, found, expected }),
        (None, _) if value(stated.bytes()) != Some(expected) => Some(BrCodeProblem::CrcWrong { at, expected }),
        (None, _) if stated.bytes().any(|byte| byte.is_ascii_lowercase()) => Some(BrCodeProblem::CrcLowerCase { at }),
        (None, _) => None,
    }
}

/// Where the digits of a checksum begin that seems to end a code, if nothing else can be read of it.
pub(super) fn at_end(code: &str) -> Option<usize> {
    [DIGITS, DIGITS - 1].into_iter().find_map(|digits| {
        let at = code.len().checked_sub(digits)?;
        code.get(..at)?.ends_with(HEADER).then_some(at)
    })
}

/// The value of at most four hexadecimal digits.
pub(super) fn value(mut digits: impl Iterator<Item = u8>) -> Option<u16> {
    digits.try_fold(0, |sum, digit| Some(sum << 4 | hex(digit)?))
}

/// The value of a hexadecimal digit.
pub(super) fn hex(byte: u8) -> Option<u16> {
    char::from(byte).to_digit(16).and_then(|digit| u16::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use crc::{CRC_16_IBM_3740, Crc};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn checksum_is_that_of_the_crc_crate(bytes in any::<Vec<u8>>()) {
            let expected = Crc::<u16>::new(&CRC_16_IBM_3740).checksum(&bytes);
            prop_assert_eq!(super::of(bytes.iter().copied()), expected);
            let text = String::from_utf8_lossy(&bytes);
            prop_assert_eq!(super::of_text(&text), super::of(text.bytes()));
            let sealed = [bytes, format!("{expected:04x}").into_bytes()].concat();
            prop_assert!(super::holds(sealed.into_iter()));
        }
    }

    #[test]
    fn check_value_of_the_catalogue() {
        assert_eq!(super::of(b"123456789".iter().copied()), 0x29B1);
        assert!(super::holds(b"12345678929B1".iter().copied()));
        assert!(!super::holds(b"12345678929B2".iter().copied()));
        assert!(!super::holds(b"9B1".iter().copied()));
    }
}
