//! `contains`, `minContains`, `maxContains`

use crate::Code;
use crate::finding::{Details, Sink};
use crate::program::{NodeId, SchemaLocation, table};
use crate::reader::span;
use crate::state::{RunState, Step};

table! {
    /// How many items of an array must fit a node.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Contains {
        /// `contains`
        pub node: NodeId,
        /// `minContains`; 1 where the schema is silent.
        pub min: u32,
        /// `maxContains`
        pub max: Option<u32>,
    }
}

impl RunState<'_> {
    /// Judges the array that was passed by how many of its items fit.
    pub(crate) fn contains<S: Sink>(
        &mut self,
        location: &'static SchemaLocation,
        rules: Contains,
        found: u32,
        start: usize,
        sink: &mut S,
    ) -> Step {
        let array = span(start, self.reader.at);
        if found < rules.min {
            let keyword = if rules.min == 1 { "contains" } else { "minContains" };
            self.report(location, Code::Contains, keyword, array, Details::Count(rules.min, found), sink)?;
        }
        match rules.max {
            Some(max) if found > max => {
                self.report(location, Code::MaxContains, "maxContains", array, Details::Count(max, found), sink)
            }
            _ => Ok(()),
        }
    }
}
