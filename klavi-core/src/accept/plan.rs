//! What stage 2 asks of a document: flat tables, computed from those of a [`Program`].
//!
//! A plan holds what can be decided while the document is passed once. Of the rest it knows which values it concerns: those
//! are passed as free JSON, and then the evaluator is asked about them alone.

use super::Scope;
use super::object::Object;
use super::rules::Facts;
use super::texts::{Range, Texts};
use crate::Direction;
use crate::program::{Additional, ArrayRules, NO_SLOT, Node, NodeId, Program, Types};

/// The index of a [`PlanValue`] of a plan: that of the node, or [`Plan::free`].
pub(super) type ValueId = u16;

/// Nothing of this kind is accepted.
pub(super) const NOTHING: u16 = u16::MAX;

/// The object and the array of which nothing is asked. They begin every plan.
pub(super) const FREE: u16 = 0;

/// A schema as the accept pass sees it.
#[derive(Debug)]
pub struct Plan {
    pub(super) program: &'static Program,
    pub(super) scope: Scope,
    pub(super) values: Box<[PlanValue]>,
    pub(super) objects: Box<[Object]>,
    pub(super) arrays: Box<[Array]>,
    pub(super) texts: Box<[Texts]>,
    pub(super) shapes: Box<[Range]>,
    /// What is known of a remembered value, by its slot.
    pub(super) facts: Box<[Facts]>,
}

/// What may stand in one place.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlanValue {
    /// The node of which this is computed.
    pub node: NodeId,
    /// The texts that may stand here.
    pub texts: u16,
    /// The object that may stand here, [`FREE`] or [`NOTHING`].
    pub object: u16,
    /// The array that may stand here, [`FREE`] or [`NOTHING`].
    pub array: u16,
    /// The types of scalars that may stand here.
    pub types: Types,
    /// About values of these types the evaluator is asked.
    pub asked: Types,
}

impl PlanValue {
    /// A value that is still to be computed.
    pub const fn named(node: ValueId) -> Self {
        Self { node, texts: NOTHING, object: NOTHING, array: NOTHING, types: Types::NONE, asked: Types::ALL }
    }
}

/// An array of any number of values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Array {
    pub item: ValueId,
    pub min: u32,
    pub max: u32,
}

impl Plan {
    /// Computes the plan of a program. There is none where values that only the evaluator can judge are also remembered
    /// for conditions around them.
    #[must_use]
    pub fn of(program: &'static Program, scope: Scope) -> Option<Self> {
        let mut maker = Maker {
            program,
            scope,
            values: Vec::with_capacity(program.nodes.len() + 1),
            facts_so_far: u32::from(NO_SLOT),
            facts: Facts::of_slots(),
            objects: vec![Object::free(free(program))],
            arrays: vec![Array { item: free(program), min: 0, max: u32::MAX }],
            texts: vec![Texts::any(u32::MAX)],
            shapes: vec![Range::ANY, Range::NONE],
        };
        for (id, node) in (0..).zip(program.nodes) {
            let value = maker.value(id, node)?;
            maker.values.push(value);
        }
        let any = PlanValue {
            texts: 0,
            object: FREE,
            array: FREE,
            types: Types::ALL,
            asked: Types::NONE,
            node: free(program),
        };
        maker.values.push(any);
        maker.complete()?;
        Some(Self {
            program,
            scope,
            values: maker.values.into(),
            objects: maker.objects.into(),
            arrays: maker.arrays.into(),
            texts: maker.texts.into(),
            shapes: maker.shapes.into(),
            facts: maker.facts.into(),
        })
    }

    /// A value by its index.
    #[inline(always)]
    pub(super) fn value(&self, id: ValueId) -> Option<&PlanValue> {
        self.values.get(usize::from(id))
    }
}

/// The value that may be any JSON: it stands behind those of the nodes.
#[expect(clippy::cast_possible_truncation, reason = "nodes are named by a `NodeId`, which is no larger")]
pub(super) fn free(program: &Program) -> ValueId {
    program.nodes.len() as ValueId
}

pub(super) struct Maker {
    pub program: &'static Program,
    pub scope: Scope,
    /// How many facts there are, and what is known of them by the slot of a member.
    pub facts_so_far: u32,
    pub facts: Vec<Facts>,
    values: Vec<PlanValue>,
    objects: Vec<Object>,
    arrays: Vec<Array>,
    pub texts: Vec<Texts>,
    pub shapes: Vec<Range>,
}

impl Maker {
    pub fn node(&self, id: NodeId) -> &'static Node {
        &self.program.nodes[usize::from(id)]
    }

    /// Gives all members the values that are known now.
    fn complete(&mut self) -> Option<()> {
        let mut objects = core::mem::take(&mut self.objects);
        for object in &mut objects {
            for member in object.members.iter_mut().chain(&mut object.others) {
                if member.value.node != NOTHING {
                    member.value = *self.values.get(usize::from(member.value.node))?;
                }
                let facts = self.facts.get(usize::from(member.slot))?;
                (member.holds, member.fails) = (facts.holds, facts.fails);
                if let Some(texts) = Texts::that_tell(self, member) {
                    member.value.texts = push(&mut self.texts, texts)?;
                }
            }
        }
        self.objects = objects;
        Some(())
    }

    /// The texts of a node.
    pub fn texts_of(&self, id: NodeId) -> Option<&Texts> {
        self.texts.get(usize::from(self.values.get(usize::from(id))?.texts))
    }

    fn value(&mut self, id: NodeId, node: &'static Node) -> Option<PlanValue> {
        let mut asked = self.asked(node);
        let object = match node.object {
            _ if !node.types.meets(Types::OBJECT) => NOTHING,
            Some(rules) if !asked.meets(Types::OBJECT) => {
                let object = Object::of(self, rules);
                asked = if object.is_some() { asked } else { asked.and(Types::OBJECT) };
                object.map_or(Some(FREE), |object| push(&mut self.objects, object))?
            }
            _ => FREE,
        };
        let array = match node.array {
            _ if !node.types.meets(Types::ARRAY) => NOTHING,
            Some(rules) if !asked.meets(Types::ARRAY) => {
                let array = self.array(rules);
                asked = if array.is_some() { asked } else { asked.and(Types::ARRAY) };
                array.map_or(Some(FREE), |array| push(&mut self.arrays, array))?
            }
            _ => FREE,
        };
        if asked.meets(Types::OBJECT.and(Types::ARRAY)) && self.leaks(node) {
            return None;
        }
        let texts = Texts::of(self, node)?;
        let texts = push(&mut self.texts, texts)?;
        Some(PlanValue { node: id, texts, types: self.types(node), asked, object, array })
    }

    /// The types of values about which the evaluator is asked.
    pub fn asked(&self, node: &Node) -> Types {
        if !node.applicators.is_empty() || (node.expect.is_some() && self.scope == Scope::Findings) {
            return Types::ALL;
        }
        let mut asked = Types::NONE;
        if node.number.is_some() {
            asked = asked.and(Types::NUMBER).and(Types::INTEGER);
        }
        if !node.allowed.is_empty() {
            asked = asked.and(Types(Types::ALL.0 & !Types::STRING.0));
        }
        asked
    }

    /// The types that are accepted without a word.
    fn types(&self, node: &Node) -> Types {
        let null_is_absent = self.program.direction == Direction::Response
            && self.scope == Scope::Findings
            && node.types != Types::ALL
            && node.types != Types::NULL;
        if null_is_absent { Types(node.types.0 & !Types::NULL.0) } else { node.types }
    }

    fn array(&self, rules: &ArrayRules) -> Option<Array> {
        let ArrayRules { items, min_items, max_items, .. } = *rules;
        // What is not named here only the evaluator knows.
        let is_known = ArrayRules { items, min_items, max_items, ..ArrayRules::ANY } == *rules;
        is_known.then(|| Array {
            item: items.unwrap_or_else(|| free(self.program)),
            min: min_items.unwrap_or(0),
            max: max_items.unwrap_or(u32::MAX),
        })
    }

    /// The value of members that an object does not declare, if there may be any.
    pub fn others(&self, additional: Additional) -> Option<ValueId> {
        match additional {
            Additional::Node(id) => Some(id),
            Additional::Open => Some(free(self.program)),
            Additional::Warn if self.scope == Scope::Errors => Some(free(self.program)),
            Additional::Warn | Additional::Deny => None,
        }
    }

    /// Whether conditions around a node ask for members inside it.
    fn leaks(&self, node: &'static Node) -> bool {
        let (mut waiting, mut reached) = (vec![node], vec![false; self.program.nodes.len()]);
        let (mut used, mut own) = (0u64, 0u64);
        while let Some(node) = waiting.pop() {
            if let Some(rules) = node.object {
                rules.properties.iter().for_each(|property| used |= 1 << property.slot);
                (rules.slots.0..rules.slots.1).for_each(|slot| own |= 1 << slot);
            }
            for id in node.children() {
                if !core::mem::replace(&mut reached[usize::from(id)], true) {
                    waiting.push(self.node(id));
                }
            }
        }
        let remembered = u64::MAX >> (64 - crate::program::SLOTS);
        used & remembered & !own != 0
    }
}

fn push<T>(list: &mut Vec<T>, item: T) -> Option<u16> {
    let index = u16::try_from(list.len()).ok().filter(|&index| index != NOTHING);
    list.push(item);
    index
}
