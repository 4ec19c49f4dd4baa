//! `if`, `then` and `else` on the members of one object, `dependentRequired` and `x-relations` become facts that are known
//! at its closing brace.
//!
//! What does not have that form stays with the applicator, which reads the value again.

use crate::draft::{Comparison, Dependent, Draft, DraftNode};
use crate::keyword::properties::{Members, lookup};
use klavi_core::program::{
    Applicator, Condition, Consequence, Enumeration, Guard, Key, NO_SLOT, Node, NodeId, ObjectRules, Predicate,
    Relation, SchemaLocation, Types, Value,
};
use std::collections::HashSet;

pub(super) fn run(draft: &mut Draft) {
    let traced = traced(draft);
    visit(draft, draft.root, &traced, &mut HashSet::new());
}

/// The nodes of which an `unevaluated…` keyword asks what they evaluate: they keep the form in which that can be told.
fn traced(draft: &Draft) -> HashSet<NodeId> {
    let asks =
        |part: &Applicator| matches!(part, Applicator::UnevaluatedProperties(_) | Applicator::UnevaluatedItems(_));
    let asks = |node: &DraftNode| node.node.applicators.iter().any(asks);
    let mut open: Vec<NodeId> = (0..).zip(&draft.nodes).filter(|(_, node)| asks(node)).map(|(id, _)| id).collect();
    let mut found = HashSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(draft.node(id).node.same_value());
        }
    }
    found
}

/// Objects inside come first: a guard may remember a member of theirs. What a condition takes up is never visited.
fn visit(draft: &mut Draft, id: NodeId, traced: &HashSet<NodeId>, visited: &mut HashSet<NodeId>) {
    if !visited.insert(id) {
        return;
    }
    let Node { array, object, .. } = draft.node(id).node;
    for inner in (Node { array, object, ..Node::ANYTHING }).children() {
        visit(draft, inner, traced, visited);
    }
    take(draft, id, traced.contains(&id), visited);
    let names = draft.node(id).node.object.and_then(|rules| rules.names);
    for next in draft.node(id).node.children().into_iter().chain(names) {
        visit(draft, next, traced, visited);
    }
}

/// Takes up what a node says of the members of one object.
fn take(draft: &mut Draft, id: NodeId, is_traced: bool, visited: &mut HashSet<NodeId>) {
    let DraftNode { node, dependent, relations, .. } = draft.node(id).clone();
    let asks = !node.applicators.is_empty() || node.expect.is_some() || !dependent.is_empty() || !relations.is_empty();
    if !asks || !node.types.meets(Types::OBJECT) {
        return;
    }
    // An object inside itself would overwrite what the outer one remembers.
    let is_recursive = contains(draft, id);
    let base = node.object.copied().unwrap_or(ObjectRules::ANY);
    let from = draft.slots;
    let mut object = Object { draft, visited, members: Members::of(&base), conditions: Vec::new() };
    let (mut applicators, mut expect) = (node.applicators.to_vec(), node.expect);
    if !is_traced && !is_recursive {
        applicators.retain(|applicator| !object.takes(|object| object.conditions_of(applicator, node.location)));
        let advice = expect.is_some_and(|id| {
            object.takes(|object| {
                let conditions = object.conditions_below(id)?.into_iter();
                Some(conditions.map(|condition| Condition { advice: true, ..condition }).collect())
            })
        });
        expect = expect.filter(|_| !advice);
    }
    let mut left = Vec::new();
    for dependent in &dependent {
        if is_recursive || !object.takes(|object| object.dependent(dependent).map(|condition| vec![condition])) {
            left.push(object.draft.dependent(dependent));
        }
    }
    let relations: Vec<Relation> = relations.iter().filter_map(|relation| object.relation(relation)).collect();
    let Object { members, conditions, .. } = object;
    if conditions.is_empty() && relations.is_empty() && left.is_empty() {
        return;
    }
    let rules = ObjectRules {
        lookup: lookup(&members.properties.iter().map(|property| property.key.name).collect::<Vec<_>>()),
        properties: members.properties.leak(),
        slots: (from, draft.slots),
        conditions: conditions.leak(),
        relations: relations.leak(),
        ..base
    };
    let asks = node.object.is_some() || ObjectRules { slots: (0, 0), ..rules } != ObjectRules::ANY;
    left.extend(applicators);
    let node = Node { applicators: left.leak(), expect, object: asks.then(|| &*Box::leak(Box::new(rules))), ..node };
    let slot = draft.node_mut(id);
    (slot.node, slot.dependent, slot.relations) = (node, Vec::new(), Vec::new());
}

/// Whether values of a node may contain such a value again.
fn contains(draft: &Draft, id: NodeId) -> bool {
    let (mut open, mut known) = (draft.node(id).node.children(), HashSet::new());
    while let Some(inner) = open.pop() {
        if known.insert(inner) {
            open.extend(draft.node(inner).node.children());
        }
    }
    known.contains(&id)
}

/// An object whose conditions are being made.
struct Object<'d> {
    draft: &'d mut Draft,
    visited: &'d mut HashSet<NodeId>,
    members: Members,
    conditions: Vec<Condition>,
}

impl Object<'_> {
    /// Whether these conditions could be made. If not, all is as before.
    fn takes(&mut self, make: impl FnOnce(&mut Self) -> Option<Vec<Condition>>) -> bool {
        let (members, slots) = (self.members.clone(), self.draft.slots);
        if let Some(made) = make(self) {
            self.conditions.extend(made);
            return true;
        }
        (self.members, self.draft.slots) = (members, slots);
        false
    }

    /// The conditions that an applicator is, at the location of its schema.
    fn conditions_of(&mut self, part: &Applicator, location: &'static SchemaLocation) -> Option<Vec<Condition>> {
        match *part {
            Applicator::All(id) => self.conditions_below(id),
            Applicator::If(when, then, otherwise) => Some(vec![self.condition(location, when, then, otherwise)?]),
            _ => None,
        }
    }

    /// The conditions of a node that says nothing else.
    fn conditions_below(&mut self, id: NodeId) -> Option<Vec<Condition>> {
        let Node { location, applicators, .. } = self.draft.node(id).node;
        let is_only = self.draft.node(id).is_only(Node { location, applicators, ..Node::ANYTHING });
        let parts = applicators.iter().filter(|_| is_only);
        let found = parts.map(|part| self.conditions_of(part, location)).collect::<Option<Vec<_>>>()?.concat();
        (is_only && !found.is_empty()).then_some(found)
    }

    fn condition(
        &mut self,
        location: &'static SchemaLocation,
        when: NodeId,
        then: Option<NodeId>,
        otherwise: Option<NodeId>,
    ) -> Option<Condition> {
        let when = self.guards(self.draft.node(when).only_members()?)?;
        let mut branch = |id: Option<NodeId>| id.map_or(Some(Vec::new()), |id| self.consequences(id));
        let (then, otherwise) = (branch(then)?, branch(otherwise)?);
        Some(Condition { location, when: when.leak(), then: then.leak(), otherwise: otherwise.leak(), advice: false })
    }

    fn guards(&mut self, asked: &'static ObjectRules) -> Option<Vec<Guard>> {
        let mut guards = Vec::new();
        for (index, property) in asked.properties.iter().enumerate() {
            let (name, required) = (property.key.name, asked.requires(index));
            let guard = if index >= usize::from(asked.declared) {
                Guard { slot: self.slot(name)?, required: true, predicate: Predicate::Present }
            } else if let Some(guard) = self.inner_guard(name, property.node).filter(|_| required) {
                guard
            } else {
                Guard { slot: self.slot(name)?, required, predicate: predicate(self.draft, property.node) }
            };
            guards.push(guard);
        }
        Some(guards)
    }

    /// A guard on a member of a member, such as `customer.identifierType`: remembered while the inner object is read.
    fn inner_guard(&mut self, name: &str, asked: NodeId) -> Option<Guard> {
        let asked = self.draft.node(asked).only_members()?;
        let ([inner], 1, true) = (asked.properties, asked.declared, asked.requires(0)) else { return None };
        let member = self.members.properties.iter().position(|property| property.key.name == name)?;
        let child = self.draft.node(self.members.properties[member].node).clone();
        let rules = child.node.object.filter(|_| child.node.types == Types::OBJECT)?;
        let mut properties = rules.properties.to_vec();
        let property = properties.iter_mut().find(|property| property.key.name == inner.key.name)?;
        if property.slot == NO_SLOT {
            property.slot = self.draft.fresh_slot()?;
        }
        let slot = property.slot;
        // A copy of its own, so that the same definition elsewhere does not write to this slot.
        let rules = ObjectRules { properties: properties.leak(), ..*rules };
        let copy = DraftNode { node: Node { object: Some(Box::leak(Box::new(rules))), ..child.node }, ..child };
        let copy = self.draft.add(copy);
        self.visited.insert(copy);
        self.members.properties[member].node = copy;
        Some(Guard { slot, required: true, predicate: predicate(self.draft, inner.node) })
    }

    fn consequences(&mut self, id: NodeId) -> Option<Vec<Consequence>> {
        let (location, asked) = (self.draft.node(id).node.location, self.draft.node(id).only_members()?);
        let mut consequences = Vec::new();
        for property in asked.mandatory() {
            consequences.push(self.present(property.key.name, location, "required")?);
        }
        for property in &asked.properties[..usize::from(asked.declared)] {
            consequences.push(Consequence::Fits { slot: self.slot(property.key.name)?, node: property.node });
        }
        Some(consequences)
    }

    fn present(&mut self, name: &str, location: &'static SchemaLocation, keyword: &'static str) -> Option<Consequence> {
        let property = u16::try_from(self.draft.member(&mut self.members, name)?).ok()?;
        Some(Consequence::Present { location, keyword, property })
    }

    fn dependent(&mut self, dependent: &Dependent) -> Option<Condition> {
        let Dependent { location, name, names } = dependent;
        let when = vec![Guard { slot: self.slot(name)?, required: true, predicate: Predicate::Present }];
        let then = names.iter().map(|name| self.present(name, location, "")).collect::<Option<Vec<_>>>()?;
        Some(Condition { location, when: when.leak(), then: then.leak(), otherwise: &[], advice: false })
    }

    fn relation(&mut self, relation: &Comparison) -> Option<Relation> {
        let Comparison { location, kind, members: [first, second] } = relation;
        let slots = self.slot(first).zip(self.slot(second));
        if slots.is_none() {
            self.draft.left_out.push((location.uri, "the schema compares more members than a program can remember"));
        }
        slots.map(|(first, second)| Relation { location, kind, first, second })
    }

    /// The slot of a member, given to it if it has none.
    fn slot(&mut self, name: &str) -> Option<u8> {
        let index = self.draft.member(&mut self.members, name)?;
        let property = &mut self.members.properties[index];
        if property.slot == NO_SLOT {
            property.slot = self.draft.fresh_slot()?;
        }
        Some(property.slot)
    }
}

/// What a member must be to fit a node.
fn predicate(draft: &Draft, id: NodeId) -> Predicate {
    let Node { location, allowed, .. } = draft.node(id).node;
    let texts = |allowed: &Enumeration| {
        let text = |value: &Value| if let Value::String(text) = *value { Some(Key::new(text)) } else { None };
        allowed.values.iter().map(text).collect::<Option<Vec<_>>>()
    };
    let is_only = draft.node(id).is_only(Node { location, allowed, ..Node::ANYTHING });
    match allowed {
        [allowed] if is_only => texts(allowed).map_or(Predicate::Node(id), |texts| Predicate::OneOf(texts.leak())),
        _ => Predicate::Node(id),
    }
}
