//! `dependentSchemas`: a schema for the object, under the condition that it has a member.

use crate::draft::leak;
use crate::lower::context::{Context, location};
use crate::lower::state::Lower;
use crate::schema::{Keywords, escaped};
use klavi_core::Tree;
use klavi_core::program::Applicator;

impl<'a> Lower<'a> {
    pub(crate) fn dependent_schemas(
        &mut self,
        keywords: &Keywords<'a>,
        pointer: &str,
        context: Context<'a>,
    ) -> Vec<Applicator> {
        let members = keywords.get("dependentSchemas").map_or(&[][..], Tree::members);
        let applicator = |member: &'a klavi_core::Member| {
            let at = format!("{pointer}/dependentSchemas/{}", escaped(&member.name));
            let condition = self.draft.mandatory(&[leak(&member.name)], location(&at, context, None));
            Applicator::If(condition, Some(self.schema(&member.value, &at, context)), None)
        };
        members.iter().map(applicator).collect()
    }
}
