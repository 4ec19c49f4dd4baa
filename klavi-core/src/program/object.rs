//! What a program asks of objects.

use super::{Key, Lookup, NodeId, Place};

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

/// What holds for an object.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ObjectRules {
    /// The known members in schema order, at most 64.
    pub properties: &'static [Property],
    /// Where to find a member that is not the next in order.
    pub lookup: Lookup,
    /// A bit for each mandatory property.
    pub required: u64,
    /// What becomes of other members.
    pub additional: Additional,
    /// The slots that this object's conditions use, from and to.
    pub slots: (u8, u8),
    /// Conditions on the members, tested at the closing brace.
    pub conditions: &'static [Condition],
    /// Comparisons of members (`x-relations`), tested at the closing brace.
    pub relations: &'static [Relation],
}

/// A known member of an object.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Property {
    /// Its name.
    pub key: Key,
    /// The node of its value.
    pub node: NodeId,
    /// Where to remember the span of its value, or [`NO_SLOT`](super::NO_SLOT).
    pub slot: u8,
    /// Older names of the member (`x-formerly`).
    pub formerly: &'static [&'static str],
}

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
    Node(NodeId),
}

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
}

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

/// What a member must be for a [`Test`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Is {
    /// Anything.
    Present,
    /// One of these texts.
    OneOf(&'static [Key]),
    /// A value that the node accepts.
    Node(NodeId),
}

/// One consequence of a condition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Demand {
    /// The object has this property (an index into its properties).
    Present {
        /// The place of the `then` or `else` schema.
        place: &'static Place,
        /// The property.
        property: u8,
    },
    /// The member in this slot, if it is there, fits the node.
    Fits {
        /// The member's slot.
        slot: u8,
        /// The node.
        node: NodeId,
    },
}

/// A comparison of two members (`x-relations`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Relation {
    /// Where the relation stands in the schema.
    pub place: &'static Place,
    /// What is compared.
    pub kind: RelationKind,
    /// The slot of the first member.
    pub first: u8,
    /// The slot of the second member.
    pub second: u8,
}

named! {
    /// The kinds of `x-relations`: each is also the code of its finding.
    RelationKind {
        /// The first amount may not be below the second.
        MaximumBelowMinimum = "maximum-below-minimum",
        /// The two amounts exclude each other.
        FixedAndVariable = "fixed-and-variable-amount",
        /// The amount inside the QR code (first) equals the amount (second).
        BrCodeAmount = "br-code-amount-mismatch",
        /// The key inside the QR code (first) equals the Pix key (second).
        BrCodeKey = "br-code-key-mismatch",
        /// The two accounts differ.
        SameAccount = "same-account",
    }
}
