//! `unevaluatedProperties`, `unevaluatedItems`

use crate::finding::{Details, Sink, Target};
use crate::program::{Additional, Applicator, Node, NodeId, SchemaLocation, Types};
use crate::reader::StringToken;
use crate::state::{RunState, Step, Subschemas, put};
use crate::{Code, Severity};

/// Judges what is in the value that was passed and that no schema in force evaluates.
pub(crate) fn unevaluated<'a, S: Sink>(
    evaluator: &mut impl Subschemas<'a>,
    nodes: &'static [Node],
    node: &'static Node,
    applicator: Applicator,
    start: usize,
    sink: &mut S,
) -> Step {
    match (applicator, evaluator.state().reader.bytes().get(start)) {
        (Applicator::UnevaluatedProperties(id), Some(b'{')) => {
            let in_force = in_force(evaluator, nodes, node, start);
            let is_refused = nodes[usize::from(id)].types == Types::NONE;
            evaluator.reread(start, |evaluator| {
                evaluator.state().object_at = start;
                unevaluated_members(evaluator, node, &in_force, id, is_refused, sink)
            })
        }
        (Applicator::UnevaluatedItems(id), Some(b'[')) => {
            let in_force = in_force(evaluator, nodes, node, start);
            if evaluates_all_items(node, &in_force) {
                return Ok(());
            }
            evaluator.reread(start, |evaluator| unevaluated_items(evaluator, &in_force, id, sink))
        }
        _ => Ok(()),
    }
}

/// Passes the members of the object that starts here, and judges those that no schema in force evaluates.
fn unevaluated_members<'a, S: Sink>(
    evaluator: &mut impl Subschemas<'a>,
    node: &'static Node,
    in_force: &[&'static Node],
    id: NodeId,
    is_refused: bool,
    sink: &mut S,
) -> Step {
    let mut follows = evaluator.state().reader.first_member();
    while follows {
        let state = evaluator.state();
        let name = state.reader.name()?;
        if in_force.iter().any(|other| state.evaluates(node, other, name)) {
            state.skip(sink)?;
        } else if is_refused {
            state.unevaluated_member(node.location, name, sink)?;
            state.skip(sink)?;
        } else {
            evaluator.value(id, sink)?;
        }
        follows = evaluator.state().reader.next_member()?;
    }
    Ok(())
}

/// Whether the schemas in force leave no item.
fn evaluates_all_items(node: &'static Node, in_force: &[&'static Node]) -> bool {
    let is_nested = |other: &&&Node| !core::ptr::eq(**other, node);
    in_force.iter().filter_map(|node| node.array).any(|rules| rules.items.is_some())
        || in_force.iter().filter(is_nested).any(|node| has_unevaluated(node, b'['))
}

/// Passes the items of the array that starts here, and judges those that no schema in force evaluates.
fn unevaluated_items<'a, S: Sink>(
    evaluator: &mut impl Subschemas<'a>,
    in_force: &[&'static Node],
    id: NodeId,
    sink: &mut S,
) -> Step {
    let rules = || in_force.iter().filter_map(|node| node.array);
    let prefix = rules().map(|rules| rules.prefix.len()).max().unwrap_or(0);
    let contained: Vec<NodeId> = rules().filter_map(|rules| Some(rules.contains?.node)).collect();
    let mut index = 0;
    let mut follows = evaluator.state().reader.first_item();
    while follows {
        let reader = &mut evaluator.state().reader;
        reader.skip_whitespace();
        let item = reader.at;
        if index < prefix || contained.iter().any(|&id| evaluator.fits(id, item)) {
            evaluator.state().skip(sink)?;
        } else {
            evaluator.value(id, sink)?;
        }
        index += 1;
        follows = evaluator.state().reader.next_item()?;
    }
    Ok(())
}

/// The node and those that it applies to the same value, as far as they hold: their keywords evaluate parts of it.
fn in_force<'a>(
    evaluator: &mut impl Subschemas<'a>,
    nodes: &'static [Node],
    node: &'static Node,
    start: usize,
) -> Vec<&'static Node> {
    let mut found = Vec::new();
    let mut open = vec![node];
    while let Some(node) = open.pop() {
        found.push(node);
        for applicator in node.applicators {
            let ids: Vec<NodeId> = match *applicator {
                Applicator::All(id) => vec![id],
                Applicator::Any(ids) | Applicator::One(ids) => {
                    ids.iter().copied().filter(|&id| evaluator.fits(id, start)).collect()
                }
                Applicator::If(condition, then, _) if evaluator.fits(condition, start) => {
                    [Some(condition), then].into_iter().flatten().collect()
                }
                Applicator::If(_, _, otherwise) => otherwise.into_iter().collect(),
                Applicator::Not(_)
                | Applicator::Assert(_)
                | Applicator::UnevaluatedProperties(_)
                | Applicator::UnevaluatedItems(_) => continue,
            };
            open.extend(ids.iter().map(|&id| &nodes[usize::from(id)]));
        }
    }
    found
}

impl RunState<'_> {
    fn unevaluated_member<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        name: StringToken,
        sink: &mut S,
    ) -> Step {
        let target = Target::Member(name.span().start);
        let keyword = "unevaluatedProperties";
        let mut finding = self.finding(location, Code::UnknownField, keyword, name.span(), target, Details::Name(None));
        finding.severity = if self.lenient || location.warning { Severity::Warning } else { Severity::Error };
        put(finding, sink)
    }

    /// Whether a node in force evaluates the member of this name.
    fn evaluates(&self, own: &'static Node, node: &'static Node, name: StringToken) -> bool {
        if !core::ptr::eq(own, node) && has_unevaluated(node, b'{') {
            return true;
        }
        node.object.is_some_and(|rules| {
            let declared = rules.properties.iter().take(usize::from(rules.declared));
            matches!(rules.additional, Additional::Node(_) | Additional::Deny)
                || declared.into_iter().any(|property| self.reader.says(name, property.key.name))
                || rules.patterns.iter().any(|by| self.matches(&by.pattern, name))
        })
    }
}

/// Whether the keyword for values that start with this byte stands in the node itself: then nothing is left.
fn has_unevaluated(node: &Node, first: u8) -> bool {
    node.applicators.iter().any(|applicator| match applicator {
        Applicator::UnevaluatedProperties(_) => first == b'{',
        Applicator::UnevaluatedItems(_) => first == b'[',
        _ => false,
    })
}
