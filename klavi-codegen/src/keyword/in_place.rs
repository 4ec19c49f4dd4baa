//! The in-place applicators: `$ref`, `allOf`, `anyOf`, `oneOf`, `not`, `if`, and what else judges the same value again

use super::assertion::assertions;
use crate::lower::context::Context;
use crate::lower::state::Lower;
use crate::schema::Keywords;
use klavi_core::Tree;
use klavi_core::program::{Applicator, NodeId, Types};

impl<'a> Lower<'a> {
    /// What judges the value again, which may be of these types.
    pub(crate) fn applicators(
        &mut self,
        keywords: &Keywords<'a>,
        pointer: &str,
        own: Context<'a>,
        types: Types,
    ) -> Vec<Applicator> {
        let mut found = Vec::new();
        if let Some((target, at)) = keywords.get("$ref").and_then(|reference| self.resolve(reference, pointer)) {
            found.push(Applicator::All(self.schema(target, &at, own)));
        }
        let context = Context { beside: true, ..own };
        for (index, tree) in keywords.get("allOf").into_iter().flat_map(Tree::items).enumerate() {
            found.push(Applicator::All(self.schema(tree, &format!("{pointer}/allOf/{index}"), context)));
        }
        let branches = |lower: &mut Self, tree: &'a Tree, keyword: &str| -> &'static [NodeId] {
            let branch = |(index, tree)| lower.schema(tree, &format!("{pointer}/{keyword}/{index}"), context);
            tree.items().iter().enumerate().map(branch).collect::<Vec<_>>().leak()
        };
        if let Some(tree) = keywords.get("anyOf") {
            found.push(Applicator::Any(branches(self, tree, "anyOf")));
        }
        if let Some(tree) = keywords.get("oneOf") {
            found.push(Applicator::One(branches(self, tree, "oneOf")));
        }
        if let Some(tree) = keywords.get("not") {
            found.push(Applicator::Not(self.schema(tree, &format!("{pointer}/not"), context)));
        }
        if let Some(condition) = keywords.get("if") {
            let mut branch = |keyword: &str| {
                keywords.get(keyword).map(|tree| self.schema(tree, &format!("{pointer}/{keyword}"), context))
            };
            let (then, otherwise) = (branch("then"), branch("else"));
            // Of what an `if` alone evaluates only an `unevaluated…` keyword can ask.
            if then.is_some() || otherwise.is_some() || context.traced {
                let condition = self.schema(condition, &format!("{pointer}/if"), context);
                found.push(Applicator::If(condition, then, otherwise));
            }
        }
        found.extend(self.dependent_schemas(keywords, pointer, context));
        found.extend(assertions(keywords, types));
        // What they apply is evaluated first.
        found.extend(self.unevaluated(keywords, pointer, context));
        found
    }
}
