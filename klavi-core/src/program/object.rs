//! What a program asks of objects.

use super::{Key, Lookup, NodeId, Place, RelationKind, table};
use crate::keyword::pattern_properties::PatternProperty;

impl Condition {
    pub(super) fn children(&self, found: &mut Vec<NodeId>) {
        found.extend(self.when.iter().filter_map(|test| if let Is::Node(id) = test.is { Some(id) } else { None }));
        for demand in self.then.iter().chain(self.otherwise) {
            if let Demand::Fits { node, .. } = demand {
                found.push(*node);
            }
        }
    }
}

table! {
    /// What holds for an object.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct ObjectRules {
        /// The known members in schema order.
        pub properties: &'static [Property],
        /// How many of them `properties` declares; of those behind them other keywords know the name.
        pub declared: u16,
        /// Where to find a member that is not the next in order.
        pub lookup: Lookup,
        /// A bit for each mandatory property, in words of 64.
        pub required: &'static [u64],
        /// `patternProperties`, for members that `properties` does not declare.
        pub patterns: &'static [PatternProperty],
        /// `propertyNames`: the node of every member's name.
        pub names: Option<NodeId>,
        /// `minProperties`
        pub min_properties: Option<u32>,
        /// `maxProperties`
        pub max_properties: Option<u32>,
        /// What becomes of other members.
        pub additional: Additional,
        /// The slots that this object's conditions use, from and to.
        pub slots: (u8, u8),
        /// Conditions on the members, tested at the closing brace.
        pub conditions: &'static [Condition],
        /// Comparisons of members (`x-relations`), tested at the closing brace.
        pub relations: &'static [Relation],
    }
}

impl ObjectRules {
    /// Rules that ask nothing.
    pub const ANY: Self = Self {
        properties: &[],
        declared: 0,
        lookup: Lookup::EMPTY,
        required: &[],
        patterns: &[],
        names: None,
        min_properties: None,
        max_properties: None,
        additional: Additional::Open,
        slots: (0, 0),
        conditions: &[],
        relations: &[],
    };

    /// The mandatory members.
    pub fn mandatory(&self) -> impl Iterator<Item = &'static Property> + use<> {
        let required = self.required;
        let is_required =
            move |index: usize| required.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1);
        self.properties.iter().enumerate().filter(move |(index, _)| is_required(*index)).map(|(_, property)| property)
    }
}

table! {
    /// A known member of an object.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Property {
        /// Its name.
        pub key: Key,
        /// The node of its value.
        pub node: NodeId,
        /// Where to remember the span of its value, or [`NO_SLOT`](super::NO_SLOT).
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

table! {
    /// `if`, `then` and `else` on the members of one object, as facts that are known at its closing brace.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Condition {
        /// Where the condition stands in the schema.
        pub place: &'static Place,
        /// What must hold, all of it.
        pub when: &'static [Test],
        /// What is asked if it holds.
        pub then: &'static [Demand],
        /// What is asked if it does not.
        pub otherwise: &'static [Demand],
        /// It comes from `x-expect`: an object that fails it is still valid.
        pub advice: bool,
    }
}

table! {
    /// One part of a condition: something about a remembered member.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Test {
        /// The member's slot.
        pub slot: u8,
        /// The test fails if the member is absent; otherwise absence passes.
        pub required: bool,
        /// What the member must be.
        pub is: Is,
    }
}

table! {
    /// What a member must be for a [`Test`].
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Is {
        /// Anything.
        Present,
        /// One of these texts.
        OneOf(texts: &'static [Key]),
        /// A value that the node accepts.
        Node(node: NodeId),
    }
}

table! {
    /// One consequence of a condition.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Demand {
        /// The object has this property (an index into its properties).
        Present {
            /// The place of the `then` or `else` schema.
            place: &'static Place,
            /// The keyword below that place, or none where the place is the keyword's own.
            keyword: &'static str,
            /// The property.
            property: u16,
        },
        /// The member in this slot, if it is there, fits the node.
        Fits {
            /// The member's slot.
            slot: u8,
            /// The node.
            node: NodeId,
        },
    }
}

table! {
    /// A comparison of two members (`x-relations`).
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Relation {
        /// Where the relation stands in the schema.
        pub place: &'static Place,
        /// What is compared.
        pub kind: &'static RelationKind,
        /// The slot of the first member.
        pub first: u8,
        /// The slot of the second member.
        pub second: u8,
    }
}
