//! The in-place applicators: `$ref`, `allOf`, `anyOf`, `oneOf`, `not`, `if`, and what else judges the same value again

use super::assertion::assertions;
use crate::lower::{Context, Lower};
use crate::schema::Keywords;
use klavi_core::Tree;
use klavi_core::program::{Applicator, NodeId, Types};

/// The applicators of a schema that no cheaper form has taken (a check of the same string, a condition on members).
#[derive(Debug)]
pub(crate) struct Residual<'a> {
    pub keywords: Keywords<'a>,
    pub reference: Option<&'a Tree>,
    /// Whether the schema itself judges a value beside another one.
    beside: bool,
    pub all_of: Vec<(usize, &'a Tree)>,
    pub any_of: Option<&'a Tree>,
    pub one_of: Option<&'a Tree>,
    pub not: Option<&'a Tree>,
    pub condition: Option<&'a Tree>,
    pub then: Option<&'a Tree>,
    pub otherwise: Option<&'a Tree>,
    pub expect: Option<&'a Tree>,
}

impl<'a> Residual<'a> {
    pub fn new(keywords: &Keywords<'a>, context: Context<'a>) -> Self {
        Self {
            keywords: *keywords,
            reference: keywords.get("$ref"),
            beside: context.beside,
            all_of: keywords.get("allOf").into_iter().flat_map(Tree::items).enumerate().collect(),
            any_of: keywords.get("anyOf"),
            one_of: keywords.get("oneOf"),
            not: keywords.get("not"),
            condition: keywords.get("if"),
            then: keywords.get("then"),
            otherwise: keywords.get("else"),
            expect: keywords.get("x-expect"),
        }
    }
}

impl<'a> Lower<'a> {
    /// What must be judged by reading the value again, which may be of these types.
    pub(crate) fn applicators(
        &mut self,
        left: &Residual<'a>,
        pointer: &str,
        context: Context<'a>,
        types: Types,
    ) -> Vec<Applicator> {
        let mut found = Vec::new();
        if let Some((target, at)) = left.reference.and_then(|reference| self.resolve(reference, pointer)) {
            let context = Context { beside: context.beside && left.beside, ..context };
            found.push(Applicator::All(self.schema(target, &at, context)));
        }
        for &(index, tree) in &left.all_of {
            found.push(Applicator::All(self.schema(tree, &format!("{pointer}/allOf/{index}"), context)));
        }
        let branches = |lower: &mut Self, tree: &'a Tree, keyword: &str| -> &'static [NodeId] {
            let branch = |(index, tree)| lower.schema(tree, &format!("{pointer}/{keyword}/{index}"), context);
            tree.items().iter().enumerate().map(branch).collect::<Vec<_>>().leak()
        };
        if let Some(tree) = left.any_of {
            found.push(Applicator::Any(branches(self, tree, "anyOf")));
        }
        if let Some(tree) = left.one_of {
            found.push(Applicator::One(branches(self, tree, "oneOf")));
        }
        if let Some(tree) = left.not {
            found.push(Applicator::Not(self.schema(tree, &format!("{pointer}/not"), context)));
        }
        if let Some(condition) = left.condition {
            let mut branch = |keyword: &str, tree: Option<&'a Tree>| {
                tree.map(|tree| self.schema(tree, &format!("{pointer}/{keyword}"), context))
            };
            let (then, otherwise) = (branch("then", left.then), branch("else", left.otherwise));
            // Of what an `if` alone evaluates only an `unevaluated…` keyword can ask.
            if then.is_some() || otherwise.is_some() || context.traced {
                let condition = self.schema(condition, &format!("{pointer}/if"), context);
                found.push(Applicator::If(condition, then, otherwise));
            }
        }
        found.extend(self.dependent_schemas(&left.keywords, pointer, context));
        found.extend(assertions(&left.keywords, types));
        // What they apply is evaluated first.
        found.extend(self.unevaluated(&left.keywords, pointer, context));
        found
    }
}
