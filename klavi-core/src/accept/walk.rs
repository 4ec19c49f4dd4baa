//! Stage 2: one walk over the document, from the first value to the last, without a way back.

use super::index::{Index, Ring};
use super::object::{CONTAINERS, Container, Next, Object, Open, PlanMember, UndeclaredNames};
use super::plan::Plan;
use super::scalar;
use super::texts::{Range, Texts};
use super::value::{Array, FREE, PlanValue};
use super::vector::Bytes;
use crate::deferred::Deferred;
use crate::finding::Span;
use crate::program::{Day, NO_SLOT, NodeId, Parts, Types};
use crate::reader::span;
use fearless_simd::Simd;

/// The most objects and arrays that may be open at once: each takes some stack, and in a build that is not optimised much.
const DEPTH: usize = 24;
/// The most names of undeclared members that the open objects may have together.
const NAMES: usize = 256;
/// Room for all slots, a power of two.
pub(super) const SLOTS: usize = 64;

/// The memory of the walk, used for one document after another.
pub(super) struct Scratch {
    ring: Ring,
    /// The names of undeclared members of the open objects, as hashes.
    names: [u32; NAMES],
    slots: [Slot; SLOTS],
    /// The open objects and arrays of which nothing is asked.
    containers: [Container; CONTAINERS],
}

impl Scratch {
    pub const EMPTY: Self = Self {
        ring: Ring::EMPTY,
        names: [0; NAMES],
        slots: [Slot::EMPTY; SLOTS],
        containers: [Container::NONE; CONTAINERS],
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

/// A document on its way through a plan.
pub(super) struct PlanWalk<'a> {
    pub plan: &'a Plan,
    pub index: Index<'a>,
    pub names: &'a mut [u32; NAMES],
    /// How many names of undeclared members are known.
    pub known: usize,
    pub slots: &'a mut [Slot; SLOTS],
    pub containers: &'a mut [Container; CONTAINERS],
    /// The facts about members that hold, each as a bit.
    pub facts: u64,
    /// The members of the object that was passed last, each as a bit.
    pub members: u64,
    /// The parts of the last text that has any, and where its quotes open.
    pub parts: Option<(usize, Parts<'a>)>,
    /// Whether a blank stands behind commas and colons, as far as is known.
    pub is_spaced: bool,
    pub today: Option<Day>,
    /// Where values are noted that may be wrong; nowhere if a document with one is not accepted.
    deferred: Option<&'a mut Deferred>,
    /// Where the innermost object opens.
    object_at: usize,
    pub max_depth: usize,
    pub depth: usize,
}

/// Whether nothing is wrong with a document. What is `false` is undecided.
#[inline(always)]
pub(super) fn accepts<S: Simd>(
    simd: S,
    plan: &Plan,
    document: &[u8],
    max_depth: usize,
    today: Option<Day>,
    deferred: Option<&mut Deferred>,
    scratch: &mut Scratch,
) -> bool {
    let Scratch { ring, names, slots, containers } = scratch;
    let mut walk = PlanWalk {
        plan,
        index: Index::new(simd, document, ring),
        names,
        known: 0,
        slots,
        containers,
        facts: 0,
        members: 0,
        parts: None,
        is_spaced: false,
        today,
        deferred,
        object_at: 0,
        max_depth: max_depth.min(DEPTH),
        depth: 0,
    };
    walk.document(simd).is_some() && walk.index.is_right()
}

// All methods give what stands behind that what they pass, or nothing where they do not know whether it is right.
impl<'a> PlanWalk<'a> {
    #[inline(always)]
    fn document<S: Simd>(&mut self, simd: S) -> Option<()> {
        let root = self.plan.value(self.plan.program.root)?;
        let at = self.index.white_space(simd, 0);
        let at = self.value(simd, root, at)?;
        let at = self.index.white_space(simd, at);
        (at == self.index.document().len()).then_some(())
    }

    /// Passes the value that starts here. This calls itself for what is inside.
    #[inline(always)]
    fn value<S: Simd>(&mut self, simd: S, value: &'a PlanValue, at: usize) -> Option<usize> {
        simd.vectorize(
            #[inline(always)]
            || self.value_here(simd, value, at),
        )
    }

    #[inline(always)]
    fn value_here<S: Simd>(&mut self, simd: S, value: &'a PlanValue, at: usize) -> Option<usize> {
        let (found, end) = match self.index.byte(at) {
            b'"' => return self.text(simd, value, NO_SLOT, at),
            b'{' if value.object == FREE => (Types::OBJECT, self.free(simd, at)?),
            b'{' => (Types::OBJECT, self.object(simd, self.plan.objects.get(usize::from(value.object))?, at)?),
            b'[' if value.array == FREE => (Types::ARRAY, self.free(simd, at)?),
            b'[' => (Types::ARRAY, self.array(simd, self.plan.arrays.get(usize::from(value.array))?, at)?),
            _ => return self.scalar_value(simd, value, at),
        };
        (!value.asked.meets(found) || self.evaluator_finds_nothing(value.node, at, end)).then_some(end)
    }

    /// Passes the number or word that starts here.
    #[inline(always)]
    fn scalar_value<S: Simd>(&mut self, simd: S, value: &PlanValue, at: usize) -> Option<usize> {
        let (found, end) = self.scalar(simd, at)?;
        let is_right = value.types.meets(found)
            && (!value.asked.meets(found) || self.evaluator_finds_nothing(value.node, at, end));
        if !is_right {
            // A null may be no member at all.
            (found != Types::NULL).then_some(())?;
            self.defer(value.node, at)?;
        }
        Some(end)
    }

    /// Notes a value that may be wrong, if any may be.
    pub(super) fn defer(&mut self, node: NodeId, at: usize) -> Option<()> {
        self.deferred.as_mut()?.push(node, at, self.object_at)
    }

    /// Passes the object that starts here.
    #[inline(always)]
    fn object<S: Simd>(&mut self, simd: S, object: &'a Object, at: usize) -> Option<usize> {
        self.enter(simd, at)?;
        self.facts = self.facts & !object.facts | object.absent;
        let names = UndeclaredNames { sketch: 0, before: self.known };
        let mut open = Open { at, next: 0, seen: 0, names };
        let outer = core::mem::replace(&mut self.object_at, at);
        let mut at = at;
        loop {
            match self.next(simd, object, &mut open, at)? {
                Next::Member(member, colon) => at = self.member(simd, member, colon)?,
                Next::Brace(brace) => {
                    at = brace;
                    break;
                }
            }
            self.index.reach(simd, at);
        }
        self.known = open.names.before;
        self.object_at = outer;
        self.depth -= 1;
        self.members = open.seen;
        (self.index.byte(at) == b'}' && self.close(object, open.seen)).then_some(at + 1)
    }

    /// Passes the value of a member, which may have white space before it.
    #[inline(always)]
    fn member<S: Simd>(&mut self, simd: S, member: &'a PlanMember, mut at: usize) -> Option<usize> {
        self.facts = self.facts & !member.fails | member.holds;
        let slot = usize::from(member.slot) % SLOTS;
        let mut is_text = self.index.byte(at) == b'"';
        if !is_text {
            at = self.index.white_space(simd, at);
            is_text = self.index.byte(at) == b'"';
        }
        let end = if is_text {
            self.text(simd, &member.value, member.slot, at)?
        } else {
            let end = self.value(simd, &member.value, at)?;
            self.slots[slot].members = self.members;
            end
        };
        self.slots[slot].span = span(at, end);
        Some(end)
    }

    /// Passes the array that starts here.
    #[inline(always)]
    fn array<S: Simd>(&mut self, simd: S, array: &Array, at: usize) -> Option<usize> {
        self.enter(simd, at)?;
        let item = self.plan.value(array.item)?;
        let mut count = 0;
        let mut at = self.index.white_space(simd, at + 1);
        if self.index.byte(at) != b']' {
            loop {
                at = self.value(simd, item, at)?;
                count += 1;
                at = self.index.comma(simd, at);
                if self.index.byte(at) != b',' {
                    break;
                }
                at = self.index.white_space(simd, at + 1);
            }
        }
        self.depth -= 1;
        (self.index.byte(at) == b']' && (array.min..=array.max).contains(&count)).then_some(at + 1)
    }

    #[inline(always)]
    pub(super) fn enter<S: Simd>(&mut self, simd: S, at: usize) -> Option<()> {
        self.index.reach(simd, at);
        self.depth += 1;
        (self.depth <= self.max_depth).then_some(())
    }

    /// Passes the text that starts here, the value of a member with this slot.
    #[inline(always)]
    fn text<S: Simd>(&mut self, simd: S, value: &PlanValue, slot: u8, at: usize) -> Option<usize> {
        let texts = self.plan.texts.get(usize::from(value.texts))?;
        let window = self.index.bytes(simd, at);
        let end = self.index.quote(simd, at + 1);
        match self.shape(texts, window, end - at - 1, end) {
            Some(shape) => {
                self.facts |= shape.facts;
                if shape.may_warn && texts.advice.is_some_and(|advice| !self.is_silent(advice, at, end)) {
                    self.other_text(value.node, slot, at, end)?;
                }
            }
            None => self.other_text(value.node, slot, at, end)?,
        }
        Some(end + 1)
    }

    /// The shape of a text that is right at once, told from its bytes with the opening quote, its length and, of a closed list,
    /// the last two before the end.
    #[inline(always)]
    fn shape<S: Simd>(&self, texts: &Texts, window: Bytes<S>, len: usize, end: usize) -> Option<&'a Range> {
        if len > texts.longest as usize {
            return None;
        }
        let group = texts.groups[len.min(31)];
        let mut place = usize::from(group.start);
        if group.bits != 0 {
            place += texts.slot(group, self.index.last(end));
        }
        let mut left = group.count;
        loop {
            let shape = self.plan.shapes.get(place)?;
            if window.within(&shape.lowest, &shape.spread) {
                return Some(shape);
            }
            if left <= 1 {
                return None;
            }
            (left, place) = (left - 1, place + 1);
        }
    }

    /// Passes the number or word that starts here, and tells its types.
    #[inline(always)]
    pub(super) fn scalar<S: Simd>(&self, simd: S, at: usize) -> Option<(Types, usize)> {
        self.short_number(simd, at).or_else(|| scalar::scalar(self.index.document(), at))
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
}
