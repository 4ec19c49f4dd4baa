//! A validator as data: the flat tables into which `klavi-codegen` lowers a schema.
//!
//! A [`Program`] is a list of [`Node`]s that name each other by index. It holds no code, so that the derive emits it as
//! plain statics, tests build it while they run, and one small evaluator executes both.

#[cfg(feature = "emit")]
pub mod emit;
mod name;
mod object;
pub mod standard_format;
mod string;
mod table;
mod vocabulary;

pub use crate::keyword::assertion::{Assertion, AssertionKeyword};
pub use crate::keyword::assertion_keyword;
pub use crate::keyword::bounds::{Bound, NumberKeyword, NumberRules, number_keyword};
pub use crate::keyword::condition::{Condition, Consequence, Guard, Predicate};
pub use crate::keyword::contains::Contains;
pub use crate::keyword::enumeration::{Enumeration, Value};
pub use crate::keyword::items::ArrayRules;
pub use crate::keyword::pattern::StringCheck;
pub use crate::keyword::pattern_properties::PatternProperty;
pub use crate::keyword::properties::{Additional, Property};
pub use crate::keyword::relation::Relation;
pub use crate::keyword::types::Types;
pub use name::{Glance, Key, Lookup, Shape, Shapes};
pub use object::*;
pub use standard_format::StandardFormat;
pub use string::*;
pub use vocabulary::*;

pub(crate) use table::{known_by_name, named_tables, table};

use crate::{Code, Direction};

/// The index of a [`Node`] in its [`Program`].
pub type NodeId = u16;

/// How many spans the conditions of one program may remember at once.
pub const SLOTS: usize = NO_SLOT as usize;

/// The slot of a property that no condition asks for.
pub const NO_SLOT: u8 = 32;

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
    /// What the findings of one schema location have in common.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct SchemaLocation {
        /// The JSON Pointer of the schema as a fragment, such as `#/properties/amount`; in another file, behind its path.
        pub uri: &'static str,
        /// The code that replaces the keywords' own (`x-rule`).
        pub rule: Option<Code>,
        /// All findings are warnings (below `x-expect`).
        pub warning: bool,
        /// The document that states it (`x-source`, `x-confidence`).
        pub source: Option<Source>,
        /// The personal-data class of the value (`x-class`).
        pub class: Option<Class>,
    }
}

table! {
    /// The document a field or rule comes from.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Source {
        /// The document's label.
        pub document: &'static str,
        /// How well its text was preserved.
        pub confidence: Confidence,
    }
}

table! {
    /// How sure the wording of a source is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Confidence {
        /// Seen with spelling, case and punctuation.
        Verbatim,
        /// Restored, and confirmed by a parallel source.
        Reconstructed,
        /// Only inferred.
        Inferred,
    }
}

impl Confidence {
    /// All, the surest first.
    pub const ALL: &'static [Self] = &[Self::Verbatim, Self::Reconstructed, Self::Inferred];

    /// That of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|confidence| confidence.name() == name)
    }

    /// The name that schemas and reports use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Reconstructed => "reconstructed",
            Self::Inferred => "inferred",
        }
    }
}

table! {
    /// What may be shown of a value.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Class {
        /// A person's or company's name: only its first letter's place is shown.
        Name,
        /// An e-mail address: masked like a name.
        Email,
        /// Personal data whose shape may be seen.
        Personal,
        /// Never shown, at no setting.
        Secret,
        /// Shown where it is well formed.
        Plain(form: &'static PlainForm),
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
