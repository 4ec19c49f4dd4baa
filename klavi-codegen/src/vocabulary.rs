//! The names of `x-format`, `x-rules-of-time`, `x-relations` and `x-class`, as the tables that they stand for.

use klavi_core::Tree;
use klavi_core::program::{Consequence, Format, Node, PlainForm, RelationKind, StringRules, TimeRule};
use klavi_pix::vocabulary::VOCABULARY;

/// The table of a name, among those of one list.
macro_rules! by_name {
    ($list:ident, $name:expr) => {{
        let name = $name;
        VOCABULARY.$list.iter().copied().find(|known| known.name == name)
    }};
}

pub(crate) fn format(name: Option<&Tree>) -> Option<&'static Format> {
    by_name!(formats, name.and_then(Tree::as_str)?)
}

pub(crate) fn time_rule(name: Option<&Tree>) -> Option<&'static TimeRule> {
    by_name!(time_rules, name.and_then(Tree::as_str)?)
}

pub(crate) fn relation(name: Option<&Tree>) -> Option<&'static RelationKind> {
    by_name!(relations, name.and_then(Tree::as_str)?)
}

pub(crate) fn plain_form(name: &str) -> Option<&'static PlainForm> {
    by_name!(plain_forms, name)
}

/// A consequence of a condition says what a member must be, not what it is: its patterns are explained by the format of
/// the member.
pub(crate) fn diagnose_consequences(nodes: &mut [Node]) {
    let objects = || nodes.iter().filter_map(|node| node.object);
    let format_of = |slot: u8| {
        let member = objects().flat_map(|rules| rules.properties).find(|property| property.slot == slot)?;
        nodes.get(usize::from(member.node))?.string?.format
    };
    let demands = objects().flat_map(|rules| rules.conditions).flat_map(|rule| rule.then.iter().chain(rule.otherwise));
    let consequences: Vec<_> = demands
        .filter_map(|consequence| match *consequence {
            Consequence::Fits { slot, node } => Some((node, format_of(slot)?)),
            Consequence::Present { .. } => None,
        })
        .collect();
    for (id, format) in consequences {
        let node = &mut nodes[usize::from(id)];
        if let Some(rules) = node.string.filter(|rules| rules.diagnosed_by.is_none()) {
            node.string = Some(Box::leak(Box::new(StringRules { diagnosed_by: Some(format), ..*rules })));
        }
    }
}
