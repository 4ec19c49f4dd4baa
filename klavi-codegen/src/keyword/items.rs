//! `prefixItems`, `items`, `minItems`, `maxItems`, `contains`, `minContains`, `maxContains`

use crate::lower::context::Context;
use crate::lower::state::Lower;
use crate::schema::{Keywords, count};
use klavi_core::Tree;
use klavi_core::program::{ArrayRules, Contains, NodeId};

impl<'a> Lower<'a> {
    pub(crate) fn array_rules(
        &mut self,
        keywords: &Keywords<'a>,
        pointer: &str,
        context: Context<'a>,
    ) -> Option<&'static ArrayRules> {
        let inside = context.inside();
        let prefix = keywords.get("prefixItems").into_iter().flat_map(Tree::items).enumerate();
        let prefix: Vec<NodeId> =
            prefix.map(|(index, tree)| self.schema(tree, &format!("{pointer}/prefixItems/{index}"), inside)).collect();
        let rules = ArrayRules {
            prefix: prefix.leak(),
            items: keywords.get("items").map(|tree| self.schema(tree, &format!("{pointer}/items"), inside)),
            min_items: count(keywords.get("minItems")),
            max_items: count(keywords.get("maxItems")),
            contains: keywords.get("contains").map(|tree| Contains {
                node: self.schema(tree, &format!("{pointer}/contains"), inside),
                min: count(keywords.get("minContains")).unwrap_or(1),
                max: count(keywords.get("maxContains")),
            }),
        };
        (rules != ArrayRules::ANY).then(|| &*Box::leak(Box::new(rules)))
    }
}
