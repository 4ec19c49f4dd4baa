//! `prefixItems`, `items`, `minItems`, `maxItems`

use crate::Code;
use crate::finding::{Details, Sink};
use crate::program::{Contains, NodeId, SchemaLocation, table};
use crate::reader::span;
use crate::state::{RunState, Step};

table! {
    /// What holds for an array.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct ArrayRules {
        /// `prefixItems`
        pub prefix: &'static [NodeId],
        /// `items`
        pub items: Option<NodeId>,
        /// `minItems`
        pub min_items: Option<u32>,
        /// `maxItems`
        pub max_items: Option<u32>,
        /// `contains`
        pub contains: Option<Contains>,
    }
}

impl ArrayRules {
    /// Rules that ask nothing.
    pub const ANY: Self = Self { prefix: &[], items: None, min_items: None, max_items: None, contains: None };
}

impl RunState<'_> {
    /// Judges the array that was passed by how many items it has.
    pub(crate) fn check_item_count<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        rules: &ArrayRules,
        count: u32,
        start: usize,
        sink: &mut S,
    ) -> Step {
        let bounds = [
            (rules.min_items.filter(|min| count < *min), Code::MinItems, "minItems"),
            (rules.max_items.filter(|max| count > *max), Code::MaxItems, "maxItems"),
        ];
        for (bound, code, keyword) in bounds {
            if let Some(bound) = bound {
                let array = span(start, self.reader.at);
                self.report(location, code, keyword, array, Details::Count(bound, count), sink)?;
            }
        }
        Ok(())
    }
}
