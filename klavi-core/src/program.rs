//! A validator as data: the flat tables into which `klavi-codegen` lowers a schema.
//!
//! A [`Program`] is a list of [`Node`]s that name each other by index. It holds no code, so that the derive emits it as
//! plain statics, tests build it while they run, and one small evaluator executes both.

#[cfg(feature = "emit")]
pub mod emit;
mod index;
mod location;
mod name;
mod object;
mod pattern;
pub mod standard_format;
mod string;
mod table;
mod types;
mod value;
mod vocabulary;

pub use crate::keyword::assertion::{Assertion, AssertionKeyword};
pub use crate::keyword::assertion_keyword;
pub use crate::keyword::bounds::{Bound, NumberKeyword, NumberRules, number_keyword};
pub use crate::keyword::condition::{Condition, Consequence, Guard, Predicate};
pub use crate::keyword::contains::Contains;
pub use crate::keyword::enumeration::Enumeration;
pub use crate::keyword::items::ArrayRules;
pub use crate::keyword::pattern::StringCheck;
pub use crate::keyword::pattern_properties::PatternProperty;
pub use crate::keyword::properties::{Additional, Property};
pub use crate::keyword::relation::Relation;
pub use index::{NO_SLOT, NodeId, SLOTS};
pub use location::{Class, Confidence, SchemaLocation, Source};
pub use name::{Glance, Key, Lookup, Shape, Shapes};
pub use object::ObjectRules;
pub use pattern::{Automaton, ClassRun, Engine, Matcher, Pattern};
pub use standard_format::StandardFormat;
pub use string::StringRules;
pub use types::Types;
pub use value::Value;
pub use vocabulary::{
    Day, Diagnosis, Format, FormatError, ObjectText, Operand, OperandValue, Parts, PlainForm, RelationKind, Reporter,
    TimeRule, Vocabulary,
};

pub(crate) use table::{known_by_name, named_tables, table};

use crate::Direction;

table! {
    /// One schema, ready to run.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Program {
        /// The name under which findings speak of the schema, such as `transfer.request`.
        pub name: &'static str,
        /// Where a document of this schema travels.
        pub direction: Direction,
        /// The node of the whole document.
        pub root: NodeId,
        /// All nodes.
        pub nodes: &'static [Node],
    }
}

table! {
    /// One schema location: what it asks of a value, by the value's JSON type.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Node {
        /// Where the schema location is, and what holds for all its findings.
        pub location: &'static SchemaLocation,
        /// The JSON types that may stand here.
        pub types: Types,
        /// What holds for a string.
        pub string: Option<&'static StringRules>,
        /// What holds for a number.
        pub number: Option<&'static NumberRules>,
        /// What holds for an array.
        pub array: Option<&'static ArrayRules>,
        /// What holds for an object.
        pub object: Option<&'static ObjectRules>,
        /// `enum` and `const`.
        pub allowed: &'static [Enumeration],
        /// Keywords that judge the value once it was passed.
        pub applicators: &'static [Applicator],
        /// `x-expect`: a node whose failures are warnings.
        pub expect: Option<NodeId>,
        /// A short cut for strings.
        pub glance: Glance,
    }
}

impl Program {
    /// The schema `true`: every JSON text is valid.
    pub const ANYTHING: Self = Self { name: "", direction: Direction::Request, root: 0, nodes: &[Node::ANYTHING] };
}

impl Node {
    /// The node of the schema `true`.
    pub const ANYTHING: Self = Self {
        location: &SchemaLocation { uri: "#", rule: None, warning: false, source: None, class: None },
        types: Types::ALL,
        string: None,
        number: None,
        array: None,
        object: None,
        allowed: &[],
        applicators: &[],
        expect: None,
        glance: Glance::None,
    };

    /// The nodes that judge the same value.
    #[must_use]
    pub fn same_value(&self) -> Vec<NodeId> {
        let mut found: Vec<NodeId> = self.expect.into_iter().collect();
        for applicator in self.applicators {
            match *applicator {
                Applicator::All(id) | Applicator::Not(id) => found.push(id),
                Applicator::Any(ids) | Applicator::One(ids) => found.extend(ids),
                Applicator::If(condition, then, otherwise) => {
                    found.extend([Some(condition), then, otherwise].into_iter().flatten());
                }
                Applicator::Assert(_) | Applicator::UnevaluatedProperties(_) | Applicator::UnevaluatedItems(_) => {}
            }
        }
        found
    }

    /// The nodes that this one hands values to: the same value, or one inside it.
    #[must_use]
    pub fn children(&self) -> Vec<NodeId> {
        let mut found = self.same_value();
        found.extend(self.applicators.iter().filter_map(|applicator| match *applicator {
            Applicator::UnevaluatedProperties(id) | Applicator::UnevaluatedItems(id) => Some(id),
            _ => None,
        }));
        if let Some(rules) = self.array {
            found.extend(rules.prefix.iter().chain(&rules.items));
            found.extend(rules.contains.map(|contains| contains.node));
        }
        if let Some(rules) = self.object {
            found.extend(rules.patterns.iter().map(|pattern| pattern.node));
            found.extend(rules.properties.iter().map(|property| property.node));
            found.extend(if let Additional::Node(id) = rules.additional { Some(id) } else { None });
            rules.conditions.iter().for_each(|condition| condition.children(&mut found));
        }
        found
    }
}

table! {
    /// A keyword that judges the value once it was passed, by other nodes or by a check of its own.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Applicator {
        /// `$ref`, and each member of `allOf`
        All(node: NodeId),
        /// `anyOf`
        Any(nodes: &'static [NodeId]),
        /// `oneOf`
        One(nodes: &'static [NodeId]),
        /// `not`
        Not(node: NodeId),
        /// `if`, `then`, `else`; and `dependentSchemas`
        If(condition: NodeId, then: Option<NodeId>, otherwise: Option<NodeId>),
        /// `uniqueItems`, `minProperties` and the like
        Assert(assertion: &'static Assertion),
        /// `unevaluatedProperties`: the node of members that the other applicators have not evaluated. It stands behind them.
        UnevaluatedProperties(node: NodeId),
        /// `unevaluatedItems`: the same for items.
        UnevaluatedItems(node: NodeId),
    }
}
