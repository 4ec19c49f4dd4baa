//! Thirty-two bytes at once, by whatever instructions the evaluator has.

use super::object::Literal;
use fearless_simd::{Simd, SimdBase, SimdFrom, SimdMask, u8x32};

/// Thirty-two bytes.
#[derive(Clone, Copy)]
pub(super) struct Bytes<S: Simd>(u8x32<S>);

impl<S: Simd> Bytes<S> {
    /// Takes the first 32 bytes of a slice; none if there are fewer.
    #[inline(always)]
    pub fn of(simd: S, bytes: &[u8]) -> Self {
        Self(u8x32::simd_from(simd, *bytes.first_chunk().unwrap_or(&[0; 32])))
    }

    #[inline(always)]
    pub fn load(simd: S, bytes: &[u8; 32]) -> Self {
        Self(u8x32::simd_from(simd, *bytes))
    }

    #[inline(always)]
    fn splat(self, byte: u8) -> u8x32<S> {
        u8x32::simd_from(self.0.simd, byte)
    }

    /// A bit for each byte that is this one.
    #[inline(always)]
    pub fn equal_to(self, byte: u8) -> u64 {
        self.0.simd_eq(self.splat(byte)).to_bitmask()
    }

    /// How many digits stand behind the first bytes, so many; together at most 32.
    #[inline(always)]
    pub fn digits(self, behind: usize) -> usize {
        let above = self.0 - self.splat(b'0');
        (above.simd_le(self.splat(9)).to_bitmask() >> behind).trailing_ones() as usize
    }

    /// A bit for each byte that is at most this one.
    #[inline(always)]
    pub fn at_most(self, byte: u8) -> u64 {
        self.0.simd_le(self.splat(byte)).to_bitmask()
    }

    /// Whether they begin with a literal.
    #[inline(always)]
    pub fn has(self, literal: &Literal) -> bool {
        !narrow(self.0.simd_eq(Self::load(self.0.simd, &literal.bytes).0).to_bitmask()) & literal.mask == 0
    }

    /// Whether each byte is at least `low` and at most `low + spread`.
    #[inline(always)]
    pub fn within(self, low: &[u8; 32], spread: &[u8; 32]) -> bool {
        let simd = self.0.simd;
        let above = self.0 - Self::load(simd, low).0;
        narrow(above.simd_le(Self::load(simd, spread).0).to_bitmask()) == u32::MAX
    }

    /// Whether either has a backslash or a control character.
    #[inline(always)]
    pub fn has_special_with(self, other: &Self) -> bool {
        let special = |bytes: Self| bytes.0.simd_eq(bytes.splat(b'\\')) | bytes.0.simd_le(bytes.splat(0x1f));
        (special(self) | special(*other)).to_bitmask() != 0
    }

    /// Whether either has a byte beyond ASCII.
    #[inline(always)]
    pub fn is_beyond_ascii_with(self, other: &Self) -> bool {
        let both = self.0 | other.0;
        both.simd_ge(self.splat(0x80)).to_bitmask() != 0
    }
}

#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "there are 32 bits")]
fn narrow(bits: u64) -> u32 {
    bits as u32
}
