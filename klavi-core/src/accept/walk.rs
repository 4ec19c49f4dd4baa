//! Stage 2: one walk over the document, from the first value to the last, without a way back.

use super::index::{Index, Ring};
use super::object::{MOST_MEMBERS, Object, Place, hash};
use super::plan::{NOTHING, Plan, Value};
use super::text;
use super::texts::Texts;
use super::vector::Bytes;
use crate::finding::Span;
use crate::program::{Day, NO_SLOT, Types};
use crate::reader::{narrow, span};
use core::ops::Range;
use fearless_simd::Simd;

/// The most objects and arrays that may be open at once.
const DEPTH: usize = 64;
/// The most names of undeclared members that the open objects may have together, a power of two.
const NAMES: usize = 256;
/// Room for all slots, a power of two.
pub(super) const SLOTS: usize = 64;

/// The memory of the walk, used for one document after another.
pub(super) struct Scratch {
    ring: Ring,
    /// What is open, from the outside; the first is the document itself.
    frames: [Frame; DEPTH + 1],
    /// The names of undeclared members of the open objects, as hashes.
    names: [u32; NAMES],
    slots: [Slot; SLOTS],
}

impl Scratch {
    pub const EMPTY: Self = Self {
        ring: Ring::EMPTY,
        frames: [Frame::DOCUMENT; DEPTH + 1],
        names: [0; NAMES],
        slots: [Slot::EMPTY; SLOTS],
    };
}

/// A value that conditions ask for.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub span: Span,
    /// The members of an object.
    pub members: u64,
}

impl Slot {
    const EMPTY: Self = Self { span: Span { start: 0, end: 0 }, members: 0 };
}

/// An object or array that is open.
#[derive(Clone, Copy)]
struct Frame {
    /// The byte that closes it.
    close: u8,
    /// The place of the value inside that is being read.
    place: Place,
    /// The object or array of the plan.
    shape: u16,
    /// How many names were known when it opened.
    names: u32,
    /// Where the value inside starts.
    start: u32,
    /// The member that is expected next, or the number of items so far.
    next: u32,
    /// The members so far.
    seen: u64,
    /// The names of undeclared members so far, each as one of 64 bits.
    sketch: u64,
}

impl Frame {
    /// An array that does not close and has no second item.
    const DOCUMENT: Self = Self {
        close: 0,
        place: Place { value: 0, slot: NO_SLOT },
        shape: NOTHING,
        names: 0,
        start: 0,
        next: 0,
        seen: 0,
        sketch: 0,
    };

    /// Notes a declared member; there may be one of a name.
    #[inline(always)]
    fn see(&mut self, index: usize) -> Option<()> {
        let bit = 1 << (index % MOST_MEMBERS);
        if self.seen & bit != 0 {
            return None;
        }
        self.seen |= bit;
        self.next = narrow(index + 1);
        Some(())
    }
}

/// The bytes of eight that belong to a name of this length.
const HEADS: [u64; 9] = {
    let mut heads = [u64::MAX; 9];
    let mut len = 0;
    while len < 8 {
        heads[len] = !(u64::MAX << (8 * len));
        len += 1;
    }
    heads
};

/// What stands behind an offset of the walk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// What follows a value.
    Passed,
    /// A member or item of an object or array.
    Open,
    /// The end of an object or array.
    Closes,
    /// The end of the document.
    Ended,
}

/// A document on its way through a plan.
pub(super) struct Walk<'a, 'p> {
    pub plan: &'p Plan,
    pub index: Index<'a>,
    frames: &'a mut [Frame; DEPTH + 1],
    names: &'a mut [u32; NAMES],
    pub slots: &'a mut [Slot; SLOTS],
    /// The slots that hold a value, each as a bit.
    pub present: u64,
    pub today: Option<Day>,
    pub max_depth: usize,
    pub depth: usize,
    /// How many names of undeclared members are known.
    known: usize,
}

/// Whether nothing is wrong with a document. What is `false` is undecided.
#[inline(always)]
pub(super) fn accepts<S: Simd>(
    simd: S,
    plan: &Plan,
    document: &[u8],
    max_depth: usize,
    today: Option<Day>,
    scratch: &mut Scratch,
) -> bool {
    let Scratch { ring, frames, names, slots } = scratch;
    let index = Index::new(simd, document, ring);
    let max_depth = max_depth.min(DEPTH);
    let mut walk = Walk { plan, index, frames, names, slots, present: 0, today, max_depth, depth: 0, known: 0 };
    walk.document(simd).is_some() && walk.index.is_right()
}

impl Walk<'_, '_> {
    #[inline(always)]
    fn document<S: Simd>(&mut self, simd: S) -> Option<()> {
        let mut place = Place { value: self.plan.program.root, slot: NO_SLOT };
        let mut at = self.index.white_space(simd, 0);
        loop {
            let start = at;
            let value = self.plan.value(place.value)?;
            let first = self.index.byte(at);
            let mut state = State::Passed;
            if first == b'"' {
                at = self.text(simd, value, place, at)?;
            } else if first | 0x20 == b'{' {
                (at, state) = self.open(simd, value, place, at)?;
            } else {
                at = self.scalar(simd, value, place, at)?;
            }
            if state != State::Open {
                (at, state) = self.pass(simd, state, place, start..at)?;
                if state == State::Ended {
                    return Some(());
                }
            }
            (at, place) = self.next_place(simd, at)?;
        }
    }

    /// Opens the object or array that starts here, if one may stand here.
    #[inline(always)]
    fn open<S: Simd>(&mut self, simd: S, value: Value, place: Place, at: usize) -> Option<(usize, State)> {
        let first = self.index.byte(at);
        let shape = if first == b'{' { value.object } else { value.array };
        if shape == NOTHING || self.depth >= self.max_depth {
            return None;
        }
        let outer = self.frame()?;
        outer.start = narrow(at);
        outer.place = place;
        self.depth += 1;
        let (close, names) = (first + 2, narrow(self.known));
        *self.frame()? = Frame { close, shape, names, ..Frame::DOCUMENT };
        if first == b'{' {
            self.present &= !self.plan.objects.get(usize::from(shape))?.slots;
        }
        let at = self.index.white_space(simd, at + 1);
        let state = if self.index.byte(at) == close { State::Closes } else { State::Open };
        Some((at, state))
    }

    /// Passes what follows a value: the ends of objects and arrays, and a comma, if the document does not end.
    #[inline(always)]
    fn pass<S: Simd>(
        &mut self,
        simd: S,
        mut state: State,
        mut place: Place,
        mut value: Range<usize>,
    ) -> Option<(usize, State)> {
        loop {
            let mut at = value.end;
            if state == State::Passed {
                self.keep(place, value.start, at);
                self.index.reach(simd, at);
                at = self.index.white_space(simd, at);
                let byte = self.index.byte(at);
                if byte == b',' {
                    return Some((self.index.white_space(simd, at + 1), State::Open));
                }
                if byte != self.frame()?.close {
                    let is_all = self.depth == 0 && at == self.index.document().len();
                    return is_all.then_some((at, State::Ended));
                }
            }
            state = State::Passed;
            (place, value) = self.close_frame(simd, at + 1)?;
        }
    }

    /// Closes the innermost object or array, which ends here, and gives its own place.
    #[inline(always)]
    fn close_frame<S: Simd>(&mut self, simd: S, end: usize) -> Option<(Place, Range<usize>)> {
        let Frame { close, shape, seen, names, next, .. } = *self.frame()?;
        let found = if close == b'}' {
            let object = self.plan.objects.get(usize::from(shape))?;
            self.close_object(simd, object, seen)?;
            Types::OBJECT
        } else {
            let array = self.plan.arrays.get(usize::from(shape))?;
            (array.min..=array.max).contains(&next).then_some(Types::ARRAY)?
        };
        self.known = names as usize;
        self.depth = self.depth.checked_sub(1)?;
        let Frame { place, start, .. } = *self.frame()?;
        let start = start as usize;
        self.slots[usize::from(place.slot) % SLOTS].members = seen;
        let asks = self.plan.value(place.value)?.asked.meets(found);
        (!asks || self.evaluator_finds_nothing(place.value, start, end)).then_some((place, start..end))
    }

    /// Passes the name of the member that starts here, or nothing before an item, and gives the place of the value.
    #[inline(always)]
    fn next_place<S: Simd>(&mut self, simd: S, at: usize) -> Option<(usize, Place)> {
        let frame = self.frame()?;
        let shape = usize::from(frame.shape);
        if frame.close == b'}' {
            let object = self.plan.objects.get(shape)?;
            let (at, place) = self.name(simd, object, at)?;
            return Some((self.index.white_space(simd, at), place));
        }
        frame.next += 1;
        Some((at, Place { value: self.plan.arrays.get(shape)?.item, slot: NO_SLOT }))
    }

    /// The innermost object or array that is open.
    #[inline(always)]
    fn frame(&mut self) -> Option<&mut Frame> {
        self.frames.get_mut(self.depth)
    }

    /// Remembers a value for the conditions that ask for it.
    #[inline(always)]
    fn keep(&mut self, place: Place, start: usize, end: usize) {
        self.slots[usize::from(place.slot) % SLOTS].span = span(start, end);
        self.present |= 1 << (place.slot % 64);
    }

    /// Passes the name that starts here with its colon, and gives the place of the value behind.
    #[inline(always)]
    fn name<S: Simd>(&mut self, simd: S, object: &Object, at: usize) -> Option<(usize, Place)> {
        let window = self.index.bytes(simd, at);
        let quotes = window.equal_to(b'"');
        if quotes & 1 == 0 {
            return None;
        }
        let quote = (quotes & !1).trailing_zeros() as usize;
        let frame = self.frames.get_mut(self.depth)?;
        let next = frame.next as usize;
        if let Some(member) = object.members.get(next)
            && !window.equals(&member.literal) & member.mask == 0
        {
            frame.see(next)?;
            return Some((at + usize::from(member.len), member.place));
        }
        let (end, hash) = if quote < 32 {
            let len = quote - 1;
            let last = self.index.word((at + quote).wrapping_sub(8)) & if len < 8 { 0 } else { u64::MAX };
            (at + quote, hash(self.index.word(at + 1) & HEADS[len.min(8)], last, len))
        } else {
            self.long_name(simd, at)?
        };
        let frame = self.frames.get_mut(self.depth)?;
        if !object.members.is_empty() {
            let candidate = object.lookup.candidate(hash);
            if let Some(member) = object.members.get(candidate)
                && !window.equals(&member.literal) & member.mask >> 1 == 0
            {
                frame.see(candidate)?;
                return Some((self.colon(simd, end + 1)?, member.place));
            }
        }
        // An escape may hide a declared name, or one that was there before.
        if object.others == NOTHING || self.index.escapes(at..end) {
            return None;
        }
        let bit = 1 << (hash % 64);
        if frame.sketch & bit != 0 && self.names.get(frame.names as usize..self.known)?.contains(&hash) {
            return None;
        }
        frame.sketch |= bit;
        *self.names.get_mut(self.known)? = hash;
        self.known += 1;
        Some((self.colon(simd, end + 1)?, Place { value: object.others, slot: NO_SLOT }))
    }

    #[inline(always)]
    fn colon<S: Simd>(&mut self, simd: S, at: usize) -> Option<usize> {
        let at = self.index.white_space(simd, at);
        (self.index.byte(at) == b':').then_some(at + 1)
    }

    /// The end of a name that is longer than a window, and its hash.
    #[inline(never)]
    fn long_name<S: Simd>(&mut self, simd: S, at: usize) -> Option<(usize, u32)> {
        let end = self.index.quote(simd, at + 1);
        let name = self.index.document().get(at + 1..end).filter(|name| !name.contains(&b'\\'))?;
        let word = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
        Some((end, hash(word(name.first_chunk()?), word(name.last_chunk()?), name.len())))
    }

    /// Passes the text that starts here.
    #[inline(always)]
    fn text<S: Simd>(&mut self, simd: S, value: Value, place: Place, at: usize) -> Option<usize> {
        let texts = self.plan.texts.get(usize::from(value.texts))?;
        let window = self.index.bytes(simd, at);
        let end = self.index.quote(simd, at + 1);
        let len = end - at - 1;
        let last = self.index.last(end);
        let is_right =
            self.are_right(texts, window, last, len) && (!texts.may_warn || self.is_silent(place.value, at, end));
        // What stands beyond the document is no text.
        let is_whole = end < self.index.document().len();
        ((is_right && is_whole) || self.rules_agree(place.value, at, end)).then_some(end + 1)
    }

    /// Whether a text is right at once: its bytes with the opening quote, the last two of them and its length.
    #[inline(always)]
    pub(super) fn are_right<S: Simd>(&self, texts: &Texts, window: Bytes<S>, last: u16, len: usize) -> bool {
        let group = texts.groups[(len + 1).min(32)];
        let first = texts.first(group, last);
        let Some(shapes) = self.plan.shapes.get(first..first + usize::from(group.count)) else { return false };
        let mut is_right = false;
        // Without a way out: which of them it is cannot be predicted, how many there are can.
        for shape in shapes {
            is_right |= window.within(&shape.lowest, &shape.spread);
        }
        is_right && len <= texts.longest as usize
    }

    /// Passes the number or word that starts here.
    #[inline(always)]
    fn scalar<S: Simd>(&mut self, simd: S, value: Value, place: Place, at: usize) -> Option<usize> {
        let (found, end) = match self.short_number(simd, at) {
            Some(number) => number,
            None => text::scalar(self.index.document(), at)?,
        };
        let is_right = value.types.meets(found)
            && (!value.asked.meets(found) || self.evaluator_finds_nothing(place.value, at, end));
        is_right.then_some(end)
    }

    /// The types and the end of a number without exponent that is not long.
    #[inline(always)]
    fn short_number<S: Simd>(&self, simd: S, at: usize) -> Option<(Types, usize)> {
        let start = at + usize::from(self.index.byte(at) == b'-');
        let window = self.index.bytes(simd, start);
        let mut len = window.digits(0);
        if len == 0 || (len > 1 && self.index.byte(start) == b'0') {
            return None;
        }
        let mut types = Types::NUMBER.and(Types::INTEGER);
        if self.index.byte(start + len) == b'.' {
            let decimals = window.digits(len + 1);
            if decimals == 0 {
                return None;
            }
            len += 1 + decimals;
            types = Types::NUMBER;
        }
        (len < 32 && self.index.byte(start + len) | 0x20 != b'e').then_some((types, start + len))
    }

    #[inline(always)]
    fn close_object<S: Simd>(&mut self, simd: S, object: &Object, seen: u64) -> Option<()> {
        let is_complete = object.required & !seen == 0;
        let agrees = match &object.closing {
            Some(closing) => self.close(simd, closing, seen),
            None => true,
        };
        (is_complete && agrees).then_some(())
    }
}
