//! `properties`, `additionalProperties`, with `x-formerly`

use crate::evaluator::{Evaluator, Step, put};
use crate::finding::{Details, Sink, Target};
use crate::program::{Key, Node, NodeId, ObjectRules, table};
use crate::reader::StringToken;
use crate::similar::slip;
use crate::{Code, Severity};

table! {
    /// A known member of an object.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Property {
        /// Its name.
        pub key: Key,
        /// The node of its value.
        pub node: NodeId,
        /// Where to remember the span of its value, or [`NO_SLOT`](crate::program::NO_SLOT).
        pub slot: u8 = slot,
        /// Older names of the member (`x-formerly`).
        pub formerly: &'static [&'static str],
    }
}

table! {
    /// What becomes of a member that is not declared.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Additional {
        /// It is free.
        Open,
        /// It is reported as a warning.
        Warn,
        /// `additionalProperties: false`
        Deny,
        /// `additionalProperties` with a schema
        Node(node: NodeId),
    }
}

impl Evaluator<'_> {
    /// Passes the value of a member that is not declared.
    #[cold]
    pub(crate) fn other<S: Sink>(
        &mut self,
        node: &'static Node,
        rules: &'static ObjectRules,
        key_at: usize,
        sink: &mut S,
    ) -> Step {
        let key = self.name_at(key_at);
        self.remember(key);
        if !rules.patterns.is_empty() && self.pattern_properties(rules.patterns, key, sink)? {
            return Ok(());
        }
        if let Additional::Node(id) = rules.additional {
            return self.value(id, sink);
        }
        self.skip(sink)?;
        let severity = match rules.additional {
            Additional::Warn if S::COLLECTS => Severity::Warning,
            Additional::Deny => Severity::Error,
            _ => return Ok(()),
        };
        let meant = S::COLLECTS.then(|| self.meant(rules, key)).flatten();
        let target = Target::Member(key.span().start);
        let details = Details::Name(meant);
        let mut finding =
            self.finding(node.location, Code::UnknownField, "additionalProperties", key.span(), target, details);
        finding.severity = if self.lenient || node.location.warning { Severity::Warning } else { severity };
        put(finding, sink)
    }

    /// The declared name that an unknown one was probably meant to be.
    fn meant(&self, rules: &'static ObjectRules, key: StringToken) -> Option<&'static str> {
        meant(rules.properties, &self.reader.unescaped(key))
    }
}

/// The declared name that an unknown one was probably meant to be.
pub(crate) fn meant(properties: &[Property], name: &str) -> Option<&'static str> {
    let former = properties.iter().find(|property| property.formerly.contains(&name));
    former.map(|property| property.key.name).or_else(|| {
        let names: Vec<_> = properties.iter().map(|property| property.key.name).collect();
        slip(name, &names).map(|index| names[index])
    })
}
