//! `patternProperties`: of members that `properties` declares, the build knows which patterns their names match.

use crate::draft::Draft;
use crate::lower::context::Context;
use crate::lower::state::Lower;
use crate::pattern::Compiled;
use crate::schema::{Keywords, escaped};
use klavi_core::Tree;
use klavi_core::program::{Applicator, Node, NodeId, PatternProperty};

impl<'a> Lower<'a> {
    pub(crate) fn pattern_properties(
        &mut self,
        keywords: &Keywords<'a>,
        pointer: &str,
        inside: Context<'a>,
    ) -> Vec<PatternProperty> {
        let mut found = Vec::new();
        for member in keywords.get("patternProperties").into_iter().flat_map(Tree::members) {
            let at = format!("{pointer}/patternProperties/{}", escaped(&member.name));
            match Compiled::any_of(&[&member.name]) {
                Ok(compiled) => {
                    let node = self.schema(&member.value, &at, inside);
                    found.push(PatternProperty { pattern: compiled.pattern(), node });
                }
                Err((_, refusal)) => {
                    let span = member.name_span;
                    let error = self.file.error(&at, span, refusal.message);
                    self.report(error.with_help(refusal.help));
                }
            }
        }
        found
    }
}

impl Draft {
    /// The node of a declared member: its own schema, and those of all patterns that its name matches.
    pub(crate) fn with_patterns(&mut self, own: NodeId, patterns: &[PatternProperty], name: &str) -> NodeId {
        match self.by_patterns(patterns, name) {
            Some(by_patterns) => self.all_of(&[own, by_patterns]),
            None => own,
        }
    }

    /// The node of a member by the patterns that its name matches, if it matches any.
    pub(crate) fn by_patterns(&mut self, patterns: &[PatternProperty], name: &str) -> Option<NodeId> {
        let nodes = patterns.iter().filter(|by| by.pattern.matches(name)).map(|by| by.node).collect::<Vec<_>>();
        match nodes[..] {
            [] => None,
            [one] => Some(one),
            _ => Some(self.all_of(&nodes)),
        }
    }

    fn all_of(&mut self, nodes: &[NodeId]) -> NodeId {
        let applicators: Vec<_> = nodes.iter().map(|&id| Applicator::All(id)).collect();
        self.made(Node { applicators: applicators.leak(), ..Node::ANYTHING })
    }
}
