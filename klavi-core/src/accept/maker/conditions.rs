//! Conditions of objects as facts.

use super::Maker;
use crate::Severity;
use crate::accept::object::MOST_MEMBERS;
use crate::accept::rules::{Asked, Facts, Fits, Part, Rule};
use crate::accept::scope::Scope;
use crate::program::{Consequence, Guard, Node, NodeId, ObjectRules, Predicate, Relation, Types};

/// The most facts of all conditions: a bit for each. The first are those of the slots, whether they hold a value.
const MOST: u32 = 64;

/// The facts of an object while its conditions are made.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    pub rules: Vec<Rule>,
    /// All its facts.
    pub facts: u64,
    /// Those that hold as long as a member is absent.
    pub absent: u64,
}

impl Conditions {
    /// The conditions of an object, if a plan can hold them.
    pub fn of(maker: &mut Maker, rules: &'static ObjectRules) -> Option<Self> {
        let slots = (rules.slots.0..rules.slots.1).fold(0, |slots, slot| slots | 1 << slot);
        let (mut all, mut known) = (Self { facts: slots, ..Self::default() }, Vec::new());
        for condition in rules.conditions {
            if !maker.wants(condition.advice) {
                continue;
            }
            let mut when = 0;
            for guard in condition.when {
                let fact = match known.iter().find(|(other, _)| *other == guard) {
                    Some((_, fact)) => *fact,
                    None => all.guard(maker, guard)?,
                };
                known.push((guard, fact));
                when |= fact;
            }
            let then = all.asked(maker, rules, condition.then)?;
            let otherwise = all.asked(maker, rules, condition.otherwise)?;
            all.rules.push(Rule { when, then, otherwise });
        }
        Some(all)
    }

    /// A new fact about the member in a slot, and whether it holds as long as the member is absent.
    fn fact<'m>(&mut self, maker: &'m mut Maker, slot: u8, if_absent: bool) -> Option<(u64, &'m mut Facts)> {
        let fact = (maker.facts_so_far < MOST).then(|| 1 << maker.facts_so_far)?;
        maker.facts_so_far += 1;
        self.facts |= fact;
        self.absent |= if if_absent { fact } else { 0 };
        let facts = maker.facts.get_mut(usize::from(slot))?;
        facts.fails |= fact;
        Some((fact, facts))
    }

    /// The fact of a guard. A member that any node may judge is no matter of a plan.
    fn guard(&mut self, maker: &mut Maker, guard: &Guard) -> Option<u64> {
        let (fact, facts) = self.fact(maker, guard.slot, !guard.required)?;
        match guard.predicate {
            Predicate::Present => facts.holds |= fact,
            Predicate::Node(_) => return None,
            Predicate::OneOf(texts) => facts.texts.extend(texts.iter().map(|text| (*text, fact))),
        }
        Some(fact)
    }

    fn asked(
        &mut self,
        maker: &mut Maker,
        rules: &'static ObjectRules,
        consequences: &'static [Consequence],
    ) -> Option<Asked> {
        let mut asked = Asked::default();
        for consequence in consequences {
            match *consequence {
                Consequence::Present { property, .. } => asked.members |= 1 << property,
                // The schema `false`.
                Consequence::Fits { slot, node } if maker.node(node).types == Types::NONE => asked.fails |= 1 << slot,
                Consequence::Fits { slot, node } => {
                    let is = maker.members_asked(rules, slot, node).map_or(Fits::Node(node), Fits::Members);
                    let (fact, facts) = self.fact(maker, slot, true)?;
                    if let Fits::Node(node) = is {
                        facts.nodes.push((node, fact));
                    }
                    asked.holds |= fact;
                    asked.parts.push(Part { slot, fact, is });
                }
            }
        }
        Some(asked)
    }
}

impl Maker {
    /// The relations of an object, if any decides.
    pub fn relations(&self, rules: &'static ObjectRules) -> &'static [Relation] {
        let decides =
            |relation: &Relation| self.wants(relation.kind.code.severity(self.program.direction) != Severity::Error);
        if rules.relations.iter().any(decides) { rules.relations } else { &[] }
    }

    /// Whether what is asked counts: advice only if all findings do.
    fn wants(&self, advice: bool) -> bool {
        !advice || self.scope == Scope::Findings
    }

    /// The members, as bits of the object in a slot, that a node asks for, if it asks for nothing else.
    fn members_asked(&self, rules: &'static ObjectRules, slot: u8, id: NodeId) -> Option<u64> {
        let property = rules.properties.iter().find(|property| property.slot == slot)?;
        let there = self.node(property.node).object?;
        let node = self.node(id);
        let asked = node.object?;
        let only_asks = Node { location: node.location, object: node.object, glance: node.glance, ..Node::ANYTHING }
            == *node
            && ObjectRules {
                properties: asked.properties,
                declared: asked.declared,
                lookup: asked.lookup,
                required: asked.required,
                slots: asked.slots,
                ..ObjectRules::ANY
            } == *asked
            && asked.slots.0 == asked.slots.1
            && there.properties.len() <= MOST_MEMBERS
            && asked.properties.iter().all(|property| {
                *self.node(property.node)
                    == Node {
                        location: self.node(property.node).location,
                        glance: self.node(property.node).glance,
                        ..Node::ANYTHING
                    }
            });
        if !only_asks {
            return None;
        }
        asked.mandatory().try_fold(0, |bits, wanted| {
            let index = there.properties.iter().position(|property| property.key.name == wanted.key.name)?;
            Some(bits | 1 << index)
        })
    }
}
