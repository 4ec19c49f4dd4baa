//! Sixteen bytes at a time.

#[cfg(not(target_arch = "x86_64"))]
pub(super) use portable::Half;
#[cfg(target_arch = "x86_64")]
pub(super) use vector::Half;

#[cfg(target_arch = "x86_64")]
mod vector {
    use safe_arch::{
        cmp_eq_mask_i8_m128i, load_unaligned_m128i, m128i, min_u8_m128i, move_mask_i8_m128i, set_splat_i8_m128i,
        sub_i8_m128i,
    };

    /// Sixteen bytes, or the answers to a question about each of them.
    #[derive(Clone, Copy)]
    pub struct Half(m128i);

    impl Half {
        #[inline]
        pub fn load(bytes: &[u8; 16]) -> Self {
            Self(load_unaligned_m128i(bytes))
        }

        #[inline]
        pub fn splat(byte: u8) -> Self {
            Self(set_splat_i8_m128i(byte.cast_signed()))
        }

        #[inline]
        pub fn equals(self, other: Self) -> Self {
            Self(cmp_eq_mask_i8_m128i(self.0, other.0))
        }

        /// Which bytes are at least `low` and at most `low + spread`.
        #[inline]
        pub fn within(self, low: Self, spread: Self) -> Self {
            let above = sub_i8_m128i(self.0, low.0);
            Self(cmp_eq_mask_i8_m128i(min_u8_m128i(above, spread.0), above))
        }

        #[inline]
        pub fn or(self, other: Self) -> Self {
            Self(self.0 | other.0)
        }

        #[inline]
        pub fn and(self, other: Self) -> Self {
            Self(self.0 & other.0)
        }

        /// A bit for each answer that is yes.
        #[inline]
        pub fn bits(self) -> u32 {
            move_mask_i8_m128i(self.0).cast_unsigned()
        }

        #[inline]
        pub fn words(self) -> [u64; 2] {
            self.0.into()
        }
    }
}

#[cfg(any(test, not(target_arch = "x86_64")))]
mod portable {
    /// Sixteen bytes, or the answers to a question about each of them.
    #[derive(Clone, Copy)]
    pub struct Half([u8; 16]);

    impl Half {
        #[inline]
        pub fn load(bytes: &[u8; 16]) -> Self {
            Self(*bytes)
        }

        #[inline]
        pub fn splat(byte: u8) -> Self {
            Self([byte; 16])
        }

        #[inline]
        fn with(self, other: Self, answer: impl Fn(u8, u8) -> u8) -> Self {
            let mut answers = self.0;
            answers.iter_mut().zip(other.0).for_each(|(own, other)| *own = answer(*own, other));
            Self(answers)
        }

        #[inline]
        pub fn equals(self, other: Self) -> Self {
            self.with(other, |own, other| if own == other { u8::MAX } else { 0 })
        }

        /// Which bytes are at least `low` and at most `low + spread`.
        #[inline]
        pub fn within(self, low: Self, spread: Self) -> Self {
            self.with(low, u8::wrapping_sub).with(spread, |above, spread| if above <= spread { u8::MAX } else { 0 })
        }

        #[inline]
        pub fn or(self, other: Self) -> Self {
            self.with(other, |own, other| own | other)
        }

        #[inline]
        pub fn and(self, other: Self) -> Self {
            self.with(other, |own, other| own & other)
        }

        /// A bit for each answer that is yes.
        #[inline]
        pub fn bits(self) -> u32 {
            self.0.iter().rev().fold(0, |bits, answer| bits << 1 | u32::from(answer >> 7))
        }

        #[inline]
        pub fn words(self) -> [u64; 2] {
            let word = |half: &[u8]| half.first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
            [word(&self.0[..8]), word(&self.0[8..])]
        }
    }
}

#[cfg(all(test, target_arch = "x86_64"))]
mod tests {
    use super::{portable, vector};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_portable_form_gives_the_same_answers(a: [u8; 16], b: [u8; 16], c: [u8; 16], byte: u8) {
            macro_rules! answers {
                ($half:ty) => {{
                    let [a, b, c, byte] = [<$half>::load(&a), <$half>::load(&b), <$half>::load(&c), <$half>::splat(byte)];
                    let answers = [a.equals(b), a.equals(byte), a.within(b, c), a.equals(byte).or(b.within(a, c)).and(c)];
                    (answers.map(<$half>::bits), a.words())
                }};
            }
            prop_assert_eq!(answers!(vector::Half), answers!(portable::Half));
        }
    }
}
