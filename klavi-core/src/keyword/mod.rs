//! One keyword of JSON Schema, or one family, one file: its table, if it has one, and its check. None knows the evaluator, which stands above them.

pub(crate) mod assertion;
pub(crate) mod bounds;
pub(crate) mod condition;
pub(crate) mod contains;
pub(crate) mod enumeration;
mod format;
pub(crate) mod items;
mod known_values;
mod length;
pub(crate) mod pattern;
pub(crate) mod pattern_properties;
pub(crate) mod properties;
mod property_count;
pub(crate) mod property_names;
pub(crate) mod relation;
mod required;
mod types;
pub(crate) mod unevaluated;
mod unique_items;

/// The keywords that judge a whole object or array.
pub mod assertion_keyword {
    use super::assertion::AssertionKeyword;
    use super::{property_count, unique_items};
    use crate::Code;
    use crate::program::{Types, named_tables};

    named_tables! { AssertionKeyword:
        /// `minProperties`
        MIN_PROPERTIES =
            AssertionKeyword::new("minProperties", Types::OBJECT, Code::MinProperties, property_count::min_properties);
        /// `maxProperties`
        MAX_PROPERTIES =
            AssertionKeyword::new("maxProperties", Types::OBJECT, Code::MaxProperties, property_count::max_properties);
        /// `uniqueItems`
        UNIQUE_ITEMS =
            AssertionKeyword::new("uniqueItems", Types::ARRAY, Code::UniqueItems, unique_items::unique_items);
    }
}
