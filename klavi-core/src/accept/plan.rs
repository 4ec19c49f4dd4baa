//! What stage 2 asks of a document: flat tables, computed from those of a [`Program`].
//!
//! A plan holds what can be decided while the document is passed once. Of the rest it knows which values it concerns: those
//! are passed as free JSON, and then the evaluator is asked about them alone.

use super::maker::{Maker, push};
use super::object::Object;
use super::rules::Facts;
use super::scope::Scope;
use super::texts::{Range, Texts};
use super::value::{Array, FREE, NOTHING, PlanValue, ValueId, free};
use crate::Direction;
use crate::program::{ArrayRules, NO_SLOT, Node, NodeId, Program, Types};

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

impl Maker {
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
