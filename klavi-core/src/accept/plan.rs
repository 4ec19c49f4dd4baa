//! What stage 2 asks of a document: flat tables, computed from those of a [`Program`].
//!
//! A plan holds what can be decided while the document is passed once. Of the rest it knows which values it concerns: those
//! are passed as free JSON, and then the evaluator is asked about them alone.

use super::Scope;
use super::object::Object;
use super::texts::{Range, Texts};
use crate::Direction;
use crate::program::{Additional, ArrayRules, Node, NodeId, Program, Types};

/// The index of a [`Value`] of a plan: that of the node, or [`Plan::free`].
pub(super) type ValueId = u16;

/// Nothing of this kind is accepted.
pub(super) const NOTHING: u16 = u16::MAX;

/// A schema as the accept pass sees it.
#[derive(Debug)]
pub struct Plan {
    pub(super) program: &'static Program,
    pub(super) scope: Scope,
    pub(super) values: Box<[Value]>,
    pub(super) objects: Box<[Object]>,
    pub(super) arrays: Box<[Array]>,
    pub(super) texts: Box<[Texts]>,
    pub(super) shapes: Box<[Range]>,
}

/// What may stand in one place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value {
    /// The texts that may stand here.
    pub texts: u16,
    /// The object that may stand here, or [`NOTHING`].
    pub object: u16,
    /// The array that may stand here, or [`NOTHING`].
    pub array: u16,
    /// The types of scalars that may stand here.
    pub types: Types,
    /// About values of these types the evaluator is asked.
    pub asked: Types,
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
            objects: vec![Object::free(free(program))],
            arrays: vec![Array { item: free(program), min: 0, max: u32::MAX }],
            texts: vec![Texts::any(u32::MAX)],
            shapes: vec![Range::ANY, Range::NONE],
        };
        let mut values = Vec::with_capacity(program.nodes.len() + 1);
        for node in program.nodes {
            values.push(maker.value(node)?);
        }
        values.push(Value { texts: 0, object: 0, array: 0, types: Types::ALL, asked: Types::NONE });
        Some(Self {
            program,
            scope,
            values: values.into(),
            objects: maker.objects.into(),
            arrays: maker.arrays.into(),
            texts: maker.texts.into(),
            shapes: maker.shapes.into(),
        })
    }

    /// A value by its index.
    #[inline(always)]
    pub(super) fn value(&self, id: ValueId) -> Option<Value> {
        self.values.get(usize::from(id)).copied()
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
    objects: Vec<Object>,
    arrays: Vec<Array>,
    texts: Vec<Texts>,
    pub shapes: Vec<Range>,
}

impl Maker {
    pub fn node(&self, id: NodeId) -> &'static Node {
        &self.program.nodes[usize::from(id)]
    }

    fn value(&mut self, node: &'static Node) -> Option<Value> {
        let mut asked = self.asked(node);
        let object = match node.object {
            _ if !node.types.meets(Types::OBJECT) => NOTHING,
            Some(rules) if !asked.meets(Types::OBJECT) => {
                let object = Object::of(self, rules);
                asked = if object.is_some() { asked } else { asked.and(Types::OBJECT) };
                object.map_or(Some(0), |object| push(&mut self.objects, object))?
            }
            _ => 0,
        };
        let array = match node.array {
            _ if !node.types.meets(Types::ARRAY) => NOTHING,
            Some(rules) if !asked.meets(Types::ARRAY) => {
                let array = self.array(rules);
                asked = if array.is_some() { asked } else { asked.and(Types::ARRAY) };
                array.map_or(Some(0), |array| push(&mut self.arrays, array))?
            }
            _ => 0,
        };
        if asked.meets(Types::OBJECT.and(Types::ARRAY)) && self.leaks(node) {
            return None;
        }
        let texts = Texts::of(self, node)?;
        let texts = push(&mut self.texts, texts)?;
        Some(Value { texts, types: self.types(node), asked, object, array })
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
        let is_plain = rules.prefix.is_empty() && rules.contains.is_none() && !rules.unique;
        is_plain.then(|| Array {
            item: rules.items.unwrap_or_else(|| free(self.program)),
            min: rules.min_items.unwrap_or(0),
            max: rules.max_items.unwrap_or(u32::MAX),
        })
    }

    /// The value of members that an object does not declare.
    pub fn others(&self, additional: Additional) -> ValueId {
        match additional {
            Additional::Node(id) => id,
            Additional::Open => free(self.program),
            Additional::Warn if self.scope == Scope::Errors => free(self.program),
            Additional::Warn | Additional::Deny => NOTHING,
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
