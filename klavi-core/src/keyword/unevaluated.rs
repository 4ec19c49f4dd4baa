//! `unevaluatedProperties`, `unevaluatedItems`

use crate::evaluator::{Evaluator, Step, put};
use crate::finding::{Details, Sink, Target};
use crate::program::{Additional, Applicator, Node, NodeId, Types};
use crate::reader::StringToken;
use crate::{Code, Severity};

impl Evaluator<'_> {
    /// Judges what is in the value that was passed and that no schema in force evaluates.
    pub(crate) fn unevaluated<S: Sink>(
        &mut self,
        node: &'static Node,
        applicator: Applicator,
        start: usize,
        sink: &mut S,
    ) -> Step {
        match (applicator, self.reader.bytes().get(start)) {
            (Applicator::UnevaluatedProperties(id), Some(b'{')) => self.unevaluated_members(node, id, start, sink),
            (Applicator::UnevaluatedItems(id), Some(b'[')) => self.unevaluated_items(node, id, start, sink),
            _ => Ok(()),
        }
    }

    fn unevaluated_members<S: Sink>(&mut self, node: &'static Node, id: NodeId, start: usize, sink: &mut S) -> Step {
        let in_force = self.in_force(node, start);
        self.reread(start, |evaluator| {
            evaluator.object_at = start;
            let mut follows = evaluator.reader.first_member();
            while follows {
                let name = evaluator.reader.name()?;
                if in_force.iter().any(|other| evaluator.evaluates(node, other, name)) {
                    evaluator.skip(sink)?;
                } else if evaluator.program.nodes[usize::from(id)].types == Types::NONE {
                    evaluator.unknown(node, name, sink)?;
                    evaluator.skip(sink)?;
                } else {
                    evaluator.value(id, sink)?;
                }
                follows = evaluator.reader.next_member()?;
            }
            Ok(())
        })
    }

    fn unknown<S: Sink>(&mut self, node: &'static Node, name: StringToken, sink: &mut S) -> Step {
        let target = Target::Member(name.span().start);
        let keyword = "unevaluatedProperties";
        let mut finding =
            self.finding(node.location, Code::UnknownField, keyword, name.span(), target, Details::Name(None));
        finding.severity = if self.lenient || node.location.warning { Severity::Warning } else { Severity::Error };
        put(finding, sink)
    }

    fn unevaluated_items<S: Sink>(&mut self, node: &'static Node, id: NodeId, start: usize, sink: &mut S) -> Step {
        let in_force = self.in_force(node, start);
        let rules: Vec<_> = in_force.iter().filter_map(|node| node.array).collect();
        let is_nested = |other: &&&Node| !core::ptr::eq(**other, node);
        let all = rules.iter().any(|rules| rules.items.is_some())
            || in_force.iter().filter(is_nested).any(|node| has_unevaluated(node, b'['));
        if all {
            return Ok(());
        }
        let prefix = rules.iter().map(|rules| rules.prefix.len()).max().unwrap_or(0);
        let contained: Vec<NodeId> = rules.iter().filter_map(|rules| Some(rules.contains?.node)).collect();
        self.reread(start, |evaluator| {
            let mut index = 0;
            let mut follows = evaluator.reader.first_item();
            while follows {
                evaluator.reader.skip_whitespace();
                let item = evaluator.reader.at;
                if index < prefix || contained.iter().any(|&id| evaluator.fits(id, item)) {
                    evaluator.skip(sink)?;
                } else {
                    evaluator.value(id, sink)?;
                }
                index += 1;
                follows = evaluator.reader.next_item()?;
            }
            Ok(())
        })
    }

    /// The node and those that it applies to the same value, as far as they hold: their keywords evaluate parts of it.
    fn in_force(&mut self, node: &'static Node, start: usize) -> Vec<&'static Node> {
        let mut found = Vec::new();
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            found.push(node);
            for applicator in node.applicators {
                let ids: Vec<NodeId> = match *applicator {
                    Applicator::All(id) => vec![id],
                    Applicator::Any(ids) | Applicator::One(ids) => {
                        ids.iter().copied().filter(|&id| self.fits(id, start)).collect()
                    }
                    Applicator::If(condition, then, _) if self.fits(condition, start) => {
                        [Some(condition), then].into_iter().flatten().collect()
                    }
                    Applicator::If(_, _, otherwise) => otherwise.into_iter().collect(),
                    Applicator::Not(_)
                    | Applicator::Assert(_)
                    | Applicator::UnevaluatedProperties(_)
                    | Applicator::UnevaluatedItems(_) => continue,
                };
                open.extend(ids.iter().map(|&id| &self.program.nodes[usize::from(id)]));
            }
        }
        found
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
