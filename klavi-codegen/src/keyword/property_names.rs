//! `propertyNames`

use crate::lower::context::Context;
use crate::lower::state::Lower;
use crate::schema::Keywords;
use klavi_core::program::NodeId;

impl<'a> Lower<'a> {
    pub(crate) fn property_names(
        &mut self,
        keywords: &Keywords<'a>,
        pointer: &str,
        context: Context<'a>,
    ) -> Option<NodeId> {
        keywords
            .get("propertyNames")
            .map(|tree| self.schema(tree, &format!("{pointer}/propertyNames"), context.inside()))
    }
}
