//! A consequence of a condition says what a member must be, not what it is: its patterns are explained by the format of the
//! member.

use crate::draft::Draft;
use klavi_core::program::{Consequence, StringRules};

pub(super) fn run(draft: &mut Draft) {
    let nodes = &draft.nodes;
    let objects = || nodes.iter().filter_map(|node| node.node.object);
    let format_of = |slot: u8| {
        let member = objects().flat_map(|rules| rules.properties).find(|property| property.slot == slot)?;
        nodes.get(usize::from(member.node))?.string.format
    };
    let demands = objects().flat_map(|rules| rules.conditions).flat_map(|rule| rule.then.iter().chain(rule.otherwise));
    let consequences: Vec<_> = demands
        .filter_map(|consequence| match *consequence {
            Consequence::Fits { slot, node } => Some((node, format_of(slot)?)),
            Consequence::Present { .. } => None,
        })
        .collect();
    for (id, format) in consequences {
        let node = draft.node_mut(id);
        let asks = !node.checks.is_empty() || node.string != StringRules::ANY;
        if asks && node.string.diagnosed_by.is_none() {
            node.string.diagnosed_by = Some(format);
        }
    }
}
