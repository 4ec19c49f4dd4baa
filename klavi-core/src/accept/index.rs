//! Stage 1: the document in blocks of 64 bytes, and a bit for each quote that opens or ends a text.
//!
//! A block costs no decision unless it holds an escape, a control character or a character beyond ASCII. The blocks lie in
//! a ring, so that stage 2 reads 32 bytes at any offset without asking whether the document goes on, and documents of any
//! size take the same memory. Behind the end of the document stand spaces.

use super::vector::Bytes;
use crate::reader::{code_unit, narrow};
use core::ops::Range;
use core::slice::SliceIndex;
use fearless_simd::Simd;
use simdutf8::basic::Utf8Error;

/// The most bytes of a document. Longer ones are undecided.
pub(super) const LONGEST: u32 = u32::MAX / 8;

/// The bytes of a block.
const BLOCK: usize = 64;
/// The blocks of the ring, a power of two. Almost all payments fit in, and so are read in one go.
const BLOCKS: usize = 64;
const SIZE: usize = BLOCK * BLOCKS;
/// Stage 2 goes so far at most before it asks again whether the ring is filled.
const REACH: usize = 4 * BLOCK;

/// How many bytes one look at the quotes shows at least.
const SEEN: usize = 57;

/// The offset of a quote that is not there.
pub(super) const NOWHERE: usize = usize::MAX / 2;

/// The memory of stage 1, used for one document after another.
pub(super) struct Ring {
    /// The first block stands behind the last one once more, for reads across the end of the ring.
    bytes: [u8; SIZE + BLOCK],
    /// A bit for each quote that opens or ends a text, and those of the first block once more likewise.
    quotes: [u8; (SIZE + BLOCK) / 8],
}

impl Ring {
    pub const EMPTY: Self = Self { bytes: [b' '; SIZE + BLOCK], quotes: [0; (SIZE + BLOCK) / 8] };
}

/// A document while it is read.
pub(super) struct Index<'a> {
    document: &'a [u8],
    ring: &'a mut Ring,
    /// How many blocks have been read.
    read: usize,
    /// Beyond this offset the ring must be filled first.
    limit: usize,
    /// The block that comes next starts inside of a text.
    is_in_text: bool,
    /// The block that comes next starts with the second byte of an escape.
    is_escaped: bool,
    /// Where the second half of a surrogate pair stands, which was judged with the first.
    low_surrogate: usize,
    /// The blocks that hold a character beyond ASCII, and those that hold an escape, each as the bit of its place in the
    /// ring. What a block told stays when another takes its place.
    beyond_ascii: u64,
    escapes: u64,
    /// The whole document as text, once somebody has asked for it.
    text: Option<Result<&'a str, Utf8Error>>,
    /// No escape, control character or surrogate was wrong so far.
    is_right: bool,
}

impl<'a> Index<'a> {
    /// Reads the first blocks.
    #[inline(always)]
    pub fn new<S: Simd>(simd: S, document: &'a [u8], ring: &'a mut Ring) -> Self {
        let mut index = Self {
            document,
            ring,
            read: 0,
            limit: 0,
            is_in_text: false,
            is_escaped: false,
            low_surrogate: usize::MAX,
            beyond_ascii: 0,
            escapes: 0,
            text: None,
            is_right: true,
        };
        index.fill(simd, 0);
        index
    }

    #[inline(always)]
    pub fn document(&self) -> &'a [u8] {
        self.document
    }

    /// A part of the document as text, if all of the document is text.
    pub fn text(&mut self, part: impl SliceIndex<str, Output = str>) -> Option<&'a str> {
        let document = self.document;
        let text = self.text.get_or_insert_with(|| simdutf8::basic::from_utf8(document));
        text.ok()?.get(part)
    }

    /// Where the first escape of a part stands, if there is one.
    #[inline(always)]
    pub fn first_escape(&self, part: Range<usize>) -> Option<usize> {
        if self.escapes == 0 || !self.may_have_escape(&part) { None } else { self.find_escape(part) }
    }

    /// Whether a block with an escape lies where a part does.
    #[inline(always)]
    fn may_have_escape(&self, part: &Range<usize>) -> bool {
        let first = part.start / BLOCK;
        let more = (part.end / BLOCK).saturating_sub(first).min(BLOCKS - 1);
        let blocks = (u64::MAX >> (BLOCKS - 1 - more)).rotate_left(narrow(first % BLOCKS));
        self.escapes & blocks != 0
    }

    #[inline(never)]
    fn find_escape(&self, part: Range<usize>) -> Option<usize> {
        let start = part.start;
        // Almost no text has one, which `contains` sees of many bytes at once.
        let text = self.document.get(part).filter(|text| text.contains(&b'\\'))?;
        text.iter().position(|&byte| byte == b'\\').map(|at| start + at)
    }

    /// Whether all that was read is UTF-8 and no escape or control character is wrong. It is asked at the end.
    pub fn is_right(&self) -> bool {
        if let Some(text) = self.text {
            return self.is_right && !self.is_escaped && text.is_ok();
        }
        self.is_right && !self.is_escaped && (self.beyond_ascii == 0 || self.is_utf8())
    }

    /// Whether the document is UTF-8, given that some of it is beyond ASCII.
    #[inline(never)]
    fn is_utf8(&self) -> bool {
        let mut part = self.document;
        if self.read <= BLOCKS {
            // Every character beyond ASCII lies inside as a whole: the bytes before and behind are ASCII.
            let start = self.beyond_ascii.trailing_zeros() as usize;
            let end = BLOCKS - self.beyond_ascii.leading_zeros() as usize;
            part = &part[start * BLOCK..part.len().min(end * BLOCK)];
        }
        simdutf8::basic::from_utf8(part).is_ok()
    }

    /// The byte at an offset.
    #[inline(always)]
    pub fn byte(&self, at: usize) -> u8 {
        self.ring.bytes[at % SIZE]
    }

    /// The 32 bytes from an offset on.
    #[inline(always)]
    pub fn bytes<S: Simd>(&self, simd: S, at: usize) -> Bytes<S> {
        let at = at % SIZE;
        Bytes::of(simd, &self.ring.bytes[at..at + 32])
    }

    /// The two bytes before an offset as a number.
    #[inline(always)]
    pub fn last(&self, end: usize) -> u16 {
        let at = end.wrapping_sub(2) % SIZE;
        self.ring.bytes[at..at + 2].first_chunk().map_or(0, |bytes| u16::from_le_bytes(*bytes))
    }

    /// The eight bytes from an offset on as a number.
    #[inline(always)]
    pub fn word(&self, at: usize) -> u64 {
        let at = at % SIZE;
        self.ring.bytes[at..at + 8].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }

    /// Passes white space.
    #[inline(always)]
    pub fn white_space<S: Simd>(&mut self, simd: S, at: usize) -> usize {
        if self.byte(at) > b' ' {
            return at;
        }
        // Most often it is one blank.
        if self.byte(at + 1) > b' ' && self.byte(at) == b' ' {
            return at + 1;
        }
        self.pass_white_space(simd, at)
    }

    /// Passes a colon with white space around it.
    #[inline(always)]
    pub fn colon<S: Simd>(&mut self, simd: S, at: usize) -> Option<usize> {
        if self.byte(at) == b':' && self.byte(at + 1) > b' ' {
            return Some(at + 1);
        }
        let at = self.white_space(simd, at);
        if self.byte(at) != b':' {
            return None;
        }
        Some(self.white_space(simd, at + 1))
    }

    /// Passes white space before a comma, and makes sure that the ring is filled for what stands there.
    #[inline(always)]
    pub fn comma<S: Simd>(&mut self, simd: S, at: usize) -> usize {
        self.reach(simd, at);
        if self.byte(at) == b',' { at } else { self.white_space(simd, at) }
    }

    #[inline(never)]
    fn pass_white_space<S: Simd>(&mut self, simd: S, mut at: usize) -> usize {
        while matches!(self.byte(at), b' ' | b'\n' | b'\r' | b'\t') && at < self.document.len() {
            at += 1;
            self.reach(simd, at);
        }
        at
    }

    /// Makes sure that the ring is filled for what stands here.
    #[inline(always)]
    pub fn reach<S: Simd>(&mut self, simd: S, at: usize) {
        if at > self.limit {
            self.fill_more(simd, at);
        }
    }

    /// The first quote at or behind an offset that no escape holds; beyond the document if there is none.
    #[inline(always)]
    pub fn quote<S: Simd>(&mut self, simd: S, at: usize) -> usize {
        let quotes = self.quotes(at);
        if quotes == 0 { self.far_quote(simd, at + SEEN) } else { at + quotes.trailing_zeros() as usize }
    }

    /// The quotes among the bytes from an offset on, at least [`SEEN`] of them.
    #[inline(always)]
    fn quotes(&self, at: usize) -> u64 {
        let byte = at / 8 % (SIZE / 8);
        self.ring.quotes[byte..byte + 8].first_chunk().map_or(0, |bits| u64::from_le_bytes(*bits) >> (at % 8))
    }

    #[inline(never)]
    fn far_quote<S: Simd>(&mut self, simd: S, mut at: usize) -> usize {
        while at <= self.document.len() {
            self.reach(simd, at);
            let quotes = self.quotes(at);
            if quotes != 0 {
                return at + quotes.trailing_zeros() as usize;
            }
            at += SEEN;
        }
        NOWHERE
    }

    #[inline(never)]
    fn fill_more<S: Simd>(&mut self, simd: S, at: usize) {
        simd.vectorize(
            #[inline(always)]
            || self.fill(simd, at),
        );
    }

    /// Reads as many blocks as the ring takes without losing the one of this offset.
    #[inline(always)]
    fn fill<S: Simd>(&mut self, simd: S, at: usize) {
        let whole = self.document.len() / BLOCK;
        // Behind the last byte stands one more block, so that no read meets what an earlier document left.
        let last = whole + 2;
        let end = last.min(at / BLOCK + BLOCKS);
        let blocks = self.document.as_chunks().0.get(self.read..end.min(whole)).unwrap_or_default();
        for block in blocks {
            self.block(simd, block);
        }
        while self.read < end {
            let block = if self.read == whole { self.last_block() } else { [b' '; BLOCK] };
            self.block(simd, &block);
        }
        self.ring.bytes.copy_within(..BLOCK, SIZE);
        self.ring.quotes.copy_within(..BLOCK / 8, SIZE / 8);
        self.limit = if end == last { usize::MAX } else { end * BLOCK - REACH };
    }

    /// What is left behind the whole blocks, with spaces behind it. It is not copied by its length, which cannot be
    /// predicted.
    #[inline(always)]
    fn last_block(&self) -> [u8; BLOCK] {
        let mut last = [b' '; 2 * BLOCK];
        match self.document.last_chunk::<BLOCK>() {
            Some(bytes) => last[..BLOCK].copy_from_slice(bytes),
            None => last[BLOCK - self.document.len()..BLOCK].copy_from_slice(self.document),
        }
        last[BLOCK - self.document.len() % BLOCK..].first_chunk().copied().unwrap_or([b' '; BLOCK])
    }

    #[inline(always)]
    fn block<S: Simd>(&mut self, simd: S, block: &[u8; BLOCK]) {
        let halves = [Bytes::of(simd, &block[..32]), Bytes::of(simd, &block[32..])];
        let slot = self.read % BLOCKS;
        self.ring.bytes[slot * BLOCK..(slot + 1) * BLOCK].copy_from_slice(block);
        let mut quotes = halves[0].equal_to(b'"') | halves[1].equal_to(b'"') << 32;
        if self.is_escaped || halves[0].has_special_with(&halves[1]) {
            let backslashes = halves[0].equal_to(b'\\') | halves[1].equal_to(b'\\') << 32;
            let controls = halves[0].at_most(0x1f) | halves[1].at_most(0x1f) << 32;
            quotes = self.special(quotes, backslashes, controls);
        }
        self.beyond_ascii |= u64::from(halves[0].is_beyond_ascii_with(&halves[1])) << slot;
        self.is_in_text ^= quotes.count_ones() % 2 == 1;
        self.ring.quotes[slot * 8..(slot + 1) * 8].copy_from_slice(&quotes.to_le_bytes());
        self.read += 1;
    }

    /// Judges the escapes and control characters of a block, and gives those of its quotes that no escape holds.
    #[inline(never)]
    fn special(&mut self, quotes: u64, backslashes: u64, controls: u64) -> u64 {
        let start = self.read * BLOCK;
        let escaped = u64::from(self.is_escaped);
        let (mut quotes, mut backslashes) = (quotes & !escaped, backslashes & !escaped);
        self.is_escaped = false;
        while backslashes != 0 {
            let at = backslashes.trailing_zeros();
            self.escapes |= 1 << (self.read % BLOCKS);
            self.is_right &= self.escape(start + at as usize);
            // A backslash or quote behind it is what the escape stands for.
            let both = 0b11 << at;
            self.is_escaped = at == 63;
            backslashes &= !both;
            quotes &= !both;
        }
        if controls != 0 {
            let mut inside = quotes;
            for shift in [1, 2, 4, 8, 16, 32] {
                inside ^= inside << shift;
            }
            inside ^= if self.is_in_text { u64::MAX } else { 0 };
            self.is_right &= controls & inside == 0;
        }
        quotes
    }

    /// Whether the escape that starts here is right.
    fn escape(&mut self, at: usize) -> bool {
        match self.document.get(at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => true,
            Some(b'u') => match code_unit(self.document, at) {
                Some(0xd800..0xdc00) => {
                    self.low_surrogate = at + 6;
                    matches!(code_unit(self.document, at + 6), Some(0xdc00..0xe000))
                }
                Some(0xdc00..0xe000) => self.low_surrogate == at,
                unit => unit.is_some(),
            },
            _ => false,
        }
    }
}
