//! `x-relations`: comparisons of two members of one object

use super::properties::Members;
use crate::draft::{Comparison, leak};
use crate::lower::context::{Context, inherit, location};
use crate::lower::state::Lower;
use crate::schema::{Keywords, Schema, texts};
use crate::vocabulary;
use klavi_core::Tree;

impl<'a> Lower<'a> {
    pub(crate) fn relations(
        &mut self,
        members: &mut Members,
        keywords: &Keywords<'a>,
        pointer: &str,
        context: Context<'a>,
    ) -> Vec<Comparison> {
        let mut found = Vec::new();
        for (index, tree) in keywords.get("x-relations").into_iter().flat_map(Tree::items).enumerate() {
            let at = format!("{pointer}/x-relations/{index}");
            let context = inherit(context, &Schema::read(tree).keywords().unwrap_or_default());
            let kind = vocabulary::relation(tree.get("relation"));
            let fields: Vec<&str> = texts(tree.get("fields")).collect();
            let is_declared = fields.iter().all(|field| self.draft.member(members, field).is_some());
            match (kind, &fields[..]) {
                (Some(kind), &[first, second]) if is_declared => {
                    let members = [leak(first), leak(second)];
                    found.push(Comparison { location: location(&at, context, None), kind, members });
                }
                _ => self.error(tree, &at, "a relation compares two declared properties"),
            }
        }
        found
    }
}
