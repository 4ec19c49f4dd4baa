//! What a program asks of objects.

use super::{Additional, Condition, Lookup, NodeId, PatternProperty, Property, Relation, table};

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
        additional: Additional::Open,
        slots: (0, 0),
        conditions: &[],
        relations: &[],
    };

    /// Whether the property with this index is mandatory.
    #[must_use]
    pub fn requires(&self, index: usize) -> bool {
        self.required.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    /// The mandatory members.
    pub fn mandatory(&self) -> impl Iterator<Item = &'static Property> {
        self.properties.iter().enumerate().filter(|(index, _)| self.requires(*index)).map(|(_, property)| property)
    }
}
