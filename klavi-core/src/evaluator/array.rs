//! Arrays: their items, and what is known at the closing bracket.

use super::Evaluator;
use crate::finding::Sink;
use crate::program::{Node, Types};
use crate::reader::span;
use crate::state::{Step, Subschemas as _};

impl Evaluator<'_> {
    #[inline(never)]
    pub(super) fn array<S: Sink>(&mut self, node: &'static Node, sink: &mut S) -> Step {
        let start = self.state.reader.at;
        let rules = match node.array {
            Some(rules) if node.types.meets(Types::ARRAY) => rules,
            _ => {
                self.state.skip(sink)?;
                return self.after_container(node, Types::ARRAY, start, sink);
            }
        };
        self.state.enter()?;
        let mut count = 0u32;
        let mut contained = 0u32;
        let mut follows = self.state.reader.first_item();
        while follows {
            self.state.reader.skip_whitespace();
            let item = self.state.reader.at;
            match rules.prefix.get(count as usize).copied().or(rules.items) {
                Some(id) => self.value(id, sink)?,
                None => self.state.skip(sink)?,
            }
            count = count.saturating_add(1);
            if let Some(contains) = rules.contains {
                contained += u32::from(self.fits(contains.node, item));
            }
            follows = self.state.reader.next_item()?;
        }
        self.state.depth -= 1;
        self.state.check_item_count(node.location, rules, count, start, sink)?;
        if let Some(contains) = rules.contains {
            self.state.contains(node.location, contains, contained, start, sink)?;
        }
        self.after_container(node, Types::ARRAY, start, sink)
    }

    /// The type, `enum` and `const` of an object or array that was passed.
    pub(super) fn after_container<S: Sink>(
        &mut self,
        node: &'static Node,
        found: Types,
        start: usize,
        sink: &mut S,
    ) -> Step {
        if !node.types.meets(found) {
            return self.state.wrong_type(node.location, node.types, found, span(start, self.state.reader.at), sink);
        }
        for allowed in node.allowed {
            if !allowed.values.iter().any(|value| self.state.equals(start, value)) {
                self.state.not_listed(node.location, allowed, span(start, self.state.reader.at), sink)?;
            }
        }
        Ok(())
    }
}
