//! `x-relations`: comparisons of two members of one object

use super::properties::Members;
use crate::lower::{Context, Lower, inherit, location};
use crate::schema::{Keywords, Schema, texts};
use crate::vocabulary;
use klavi_core::Tree;
use klavi_core::program::Relation;

impl<'a> Lower<'a> {
    pub(crate) fn relations(
        &mut self,
        members: &mut Members,
        keywords: &Keywords<'a>,
        pointer: &str,
        context: Context<'a>,
    ) -> Vec<Relation> {
        let mut found = Vec::new();
        for (index, tree) in keywords.get("x-relations").into_iter().flat_map(Tree::items).enumerate() {
            let at = format!("{pointer}/x-relations/{index}");
            let context = inherit(context, &Schema::read(tree).keywords().unwrap_or_default());
            let kind = vocabulary::relation(tree.get("relation"));
            let fields: Vec<&str> = texts(tree.get("fields")).collect();
            let slots: Vec<u8> = fields.iter().filter_map(|field| self.slot(members, field)).collect();
            match (kind, &slots[..]) {
                (Some(kind), &[first, second]) => {
                    found.push(Relation { location: location(&at, context, None), kind, first, second });
                }
                _ => self.error(tree, &at, "a relation compares two declared properties"),
            }
        }
        found
    }
}
