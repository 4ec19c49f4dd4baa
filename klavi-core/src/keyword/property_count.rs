//! `minProperties`, `maxProperties`

use crate::Code;
use crate::finding::{Details, Sink};
use crate::machine::{Machine, Step};
use crate::program::{Node, ObjectRules};
use crate::reader::span;

impl Machine<'_> {
    /// Judges the object that was passed by how many members it has.
    pub(crate) fn property_count<S: Sink>(
        &mut self,
        node: &'static Node,
        rules: &'static ObjectRules,
        found: u32,
        start: usize,
        sink: &mut S,
    ) -> Step {
        let object = span(start, self.reader.at);
        if let Some(min) = rules.min_properties.filter(|min| found < *min) {
            let details = Details::Count(min, found);
            self.report(node.location, Code::MinProperties, "minProperties", object, details, sink)?;
        }
        match rules.max_properties {
            Some(max) if found > max => {
                let details = Details::Count(max, found);
                self.report(node.location, Code::MaxProperties, "maxProperties", object, details, sink)
            }
            _ => Ok(()),
        }
    }
}
