//! Arrays: their items, and what is known at the closing bracket.

use super::{Evaluator, Step};
use crate::finding::Sink;
use crate::program::{Node, Types};
use crate::reader::span;

impl Evaluator<'_> {
    #[inline(never)]
    pub(super) fn array<S: Sink>(&mut self, node: &'static Node, sink: &mut S) -> Step {
        let start = self.reader.at;
        let rules = match node.array {
            Some(rules) if node.types.meets(Types::ARRAY) => rules,
            _ => {
                self.skip(sink)?;
                return self.after_container(node, Types::ARRAY, start, sink);
            }
        };
        self.enter()?;
        let mut count = 0u32;
        let mut contained = 0u32;
        let mut follows = self.reader.first_item();
        while follows {
            self.reader.skip_whitespace();
            let item = self.reader.at;
            match rules.prefix.get(count as usize).copied().or(rules.items) {
                Some(id) => self.value(id, sink)?,
                None => self.skip(sink)?,
            }
            count = count.saturating_add(1);
            if let Some(contains) = rules.contains {
                contained += u32::from(self.fits(contains.node, item));
            }
            follows = self.reader.next_item()?;
        }
        self.depth -= 1;
        self.check_item_count(node, rules, count, start, sink)?;
        if let Some(contains) = rules.contains {
            self.contains(node, contains, contained, start, sink)?;
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
            return self.wrong_type(node, found, span(start, self.reader.at), sink);
        }
        for allowed in node.allowed {
            if !allowed.values.iter().any(|value| self.equals(start, value)) {
                self.not_listed(node, allowed, span(start, self.reader.at), sink)?;
            }
        }
        Ok(())
    }
}
