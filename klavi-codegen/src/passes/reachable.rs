//! What no other pass has left a use for is no part of the program: the nodes that the root leads to, in their order.

use crate::draft::{Draft, DraftNode};
use klavi_core::program::{
    Additional, Applicator, ArrayRules, Condition, Consequence, Contains, Guard, Node, NodeId, ObjectRules,
    PatternProperty, Predicate, Property,
};
use std::collections::HashMap;

pub(super) fn run(draft: &mut Draft) {
    let mut is_reached = vec![false; draft.nodes.len()];
    let mut open = vec![draft.root];
    while let Some(id) = open.pop() {
        if !core::mem::replace(&mut is_reached[usize::from(id)], true) {
            renamed(&draft.node(id).node, &mut |id| {
                open.push(id);
                id
            });
        }
    }
    let ids: HashMap<NodeId, NodeId> = draft.ids().filter(|id| is_reached[usize::from(*id)]).zip(0..).collect();
    let name = |id: NodeId| ids.get(&id).copied().unwrap_or(id);
    draft.root = name(draft.root);
    let nodes = core::mem::take(&mut draft.nodes).into_iter().zip(is_reached).filter(|(_, is_reached)| *is_reached);
    draft.nodes = nodes.map(|(node, _)| DraftNode { node: renamed(&node.node, &mut |id| name(id)), ..node }).collect();
}

/// A new name of a node.
type Name<'a> = &'a mut dyn FnMut(NodeId) -> NodeId;

/// A node with other names for those that it hands values to. Every field stands here, so that none is forgotten.
fn renamed(node: &Node, name: Name<'_>) -> Node {
    let Node { location, types, string, number, array, object, allowed, applicators, expect, glance } = *node;
    Node {
        location,
        types,
        string,
        number,
        array: array.map(|rules| leak(array_renamed(rules, name))),
        object: object.map(|rules| leak(object_renamed(rules, name))),
        allowed,
        applicators: each(applicators, |applicator| applicator_renamed(*applicator, name)),
        expect: expect.map(&mut *name),
        glance,
    }
}

fn applicator_renamed(applicator: Applicator, name: Name<'_>) -> Applicator {
    match applicator {
        Applicator::All(id) => Applicator::All(name(id)),
        Applicator::Any(ids) => Applicator::Any(each(ids, |id| name(*id))),
        Applicator::One(ids) => Applicator::One(each(ids, |id| name(*id))),
        Applicator::Not(id) => Applicator::Not(name(id)),
        Applicator::If(condition, then, otherwise) => {
            Applicator::If(name(condition), then.map(&mut *name), otherwise.map(&mut *name))
        }
        Applicator::Assert(assertion) => Applicator::Assert(assertion),
        Applicator::UnevaluatedProperties(id) => Applicator::UnevaluatedProperties(name(id)),
        Applicator::UnevaluatedItems(id) => Applicator::UnevaluatedItems(name(id)),
    }
}

fn array_renamed(rules: &ArrayRules, name: Name<'_>) -> ArrayRules {
    let ArrayRules { prefix, items, min_items, max_items, contains } = *rules;
    ArrayRules {
        prefix: each(prefix, |id| name(*id)),
        items: items.map(&mut *name),
        min_items,
        max_items,
        contains: contains.map(|Contains { node, min, max }| Contains { node: name(node), min, max }),
    }
}

fn object_renamed(rules: &ObjectRules, name: Name<'_>) -> ObjectRules {
    let ObjectRules { properties, declared, lookup, required, patterns, names, additional, .. } = *rules;
    let ObjectRules { slots, conditions, relations, .. } = *rules;
    ObjectRules {
        properties: each(properties, |&Property { key, node, slot, formerly }| Property {
            key,
            node: name(node),
            slot,
            formerly,
        }),
        declared,
        lookup,
        required,
        patterns: each(patterns, |&PatternProperty { pattern, node }| PatternProperty { pattern, node: name(node) }),
        names: names.map(&mut *name),
        additional: match additional {
            Additional::Node(id) => Additional::Node(name(id)),
            Additional::Open | Additional::Warn | Additional::Deny => additional,
        },
        slots,
        conditions: each(conditions, |condition| condition_renamed(condition, name)),
        relations,
    }
}

fn condition_renamed(condition: &Condition, name: Name<'_>) -> Condition {
    let Condition { location, when, then, otherwise, advice } = *condition;
    let when = each(when, |&Guard { slot, required, predicate }| Guard {
        slot,
        required,
        predicate: match predicate {
            Predicate::Node(id) => Predicate::Node(name(id)),
            Predicate::Present | Predicate::OneOf(_) => predicate,
        },
    });
    let mut consequence = |consequence: &Consequence| match *consequence {
        Consequence::Fits { slot, node } => Consequence::Fits { slot, node: name(node) },
        Consequence::Present { .. } => *consequence,
    };
    Condition { location, when, then: each(then, &mut consequence), otherwise: each(otherwise, consequence), advice }
}

fn each<T>(list: &[T], renamed: impl FnMut(&T) -> T) -> &'static [T] {
    list.iter().map(renamed).collect::<Vec<_>>().leak()
}

fn leak<T>(table: T) -> &'static T {
    Box::leak(Box::new(table))
}
