//! `properties`, `additionalProperties`, with `x-formerly`

use crate::finding::{Details, Sink, Target};
use crate::program::{Key, NodeId, SchemaLocation, table};
use crate::reader::StringToken;
use crate::similar::slip;
use crate::state::{Step, Subschemas, put};
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

/// Passes the value of a member that neither `properties` nor `patternProperties` names.
pub(crate) fn additional_property<'a, S: Sink>(
    evaluator: &mut impl Subschemas<'a>,
    location: &'static SchemaLocation,
    additional: Additional,
    properties: &'static [Property],
    name: StringToken,
    sink: &mut S,
) -> Step {
    if let Additional::Node(id) = additional {
        return evaluator.value(id, sink);
    }
    let state = evaluator.state();
    state.skip(sink)?;
    let severity = match additional {
        Additional::Warn if S::COLLECTS => Severity::Warning,
        Additional::Deny => Severity::Error,
        _ => return Ok(()),
    };
    let meant = S::COLLECTS.then(|| meant(properties, &state.reader.unescaped(name))).flatten();
    let target = Target::Member(name.span().start);
    let keyword = "additionalProperties";
    let mut finding = state.finding(location, Code::UnknownField, keyword, name.span(), target, Details::Name(meant));
    finding.severity = if state.lenient || location.warning { Severity::Warning } else { severity };
    put(finding, sink)
}

/// The declared name that an unknown one was probably meant to be.
pub(crate) fn meant(properties: &[Property], name: &str) -> Option<&'static str> {
    let former = properties.iter().find(|property| property.formerly.contains(&name));
    former.map(|property| property.key.name).or_else(|| {
        let names: Vec<_> = properties.iter().map(|property| property.key.name).collect();
        slip(name, &names).map(|index| names[index])
    })
}
