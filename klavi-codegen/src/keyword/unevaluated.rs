//! `unevaluatedProperties`, `unevaluatedItems`

use crate::lower::context::Context;
use crate::lower::state::Lower;
use crate::schema::Keywords;
use klavi_core::program::Applicator;

impl<'a> Lower<'a> {
    pub(crate) fn unevaluated(
        &mut self,
        keywords: &Keywords<'a>,
        pointer: &str,
        context: Context<'a>,
    ) -> Vec<Applicator> {
        let inside = context.inside();
        let mut found = Vec::new();
        if let Some(tree) = keywords.get("unevaluatedProperties") {
            let node = self.schema(tree, &format!("{pointer}/unevaluatedProperties"), inside);
            found.push(Applicator::UnevaluatedProperties(node));
        }
        if let Some(tree) = keywords.get("unevaluatedItems") {
            let node = self.schema(tree, &format!("{pointer}/unevaluatedItems"), inside);
            found.push(Applicator::UnevaluatedItems(node));
        }
        found
    }
}
