//! The checksum at the end of a BR Code: CRC-16 with polynomial 0x1021, start 0xFFFF, no reflection, no final xor.

use super::BrCodeProblem;

/// The element without its digits, and their number.
pub(super) const HEADER: &str = "6304";
pub(super) const DIGITS: usize = 4;

/// What each byte does to the checksum.
static TABLE: [u16; 256] = {
    let mut table = [0; 256];
    let mut byte: u16 = 0;
    while byte < 256 {
        let mut crc = byte << 8;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 };
            bit += 1;
        }
        table[byte as usize] = crc;
        byte += 1;
    }
    table
};

/// The checksum of some bytes.
pub(super) fn of(bytes: impl Iterator<Item = u8>) -> u16 {
    bytes.fold(0xFFFF, |crc, byte| crc << 8 ^ TABLE[usize::from(crc >> 8 ^ u16::from(byte))])
}

/// Whether the last four bytes are the checksum of the ones before, in hexadecimal of either case.
pub(super) fn holds(bytes: impl Iterator<Item = u8> + Clone) -> bool {
    let Some(covered) = bytes.clone().count().checked_sub(4) else { return false };
    value(bytes.clone().skip(covered)) == Some(of(bytes.take(covered)))
}

/// What is wrong with the checksum whose digits end a code and begin at a byte.
pub(super) fn problem(code: &str, at: usize) -> Option<BrCodeProblem> {
    let (covered, stated) = code.split_at_checked(at)?;
    let expected = of(covered.bytes());
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
