//! What a program asks of strings.

use super::{Format, StringCheck, TimeRule, table};

table! {
    /// What holds for a string.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct StringRules {
        /// `minLength`, in Unicode characters.
        pub min_length: Option<u32>,
        /// `maxLength`, in Unicode characters.
        pub max_length: Option<u32>,
        /// `x-max-bytes`, in bytes of UTF-8.
        pub max_bytes: Option<u32>,
        /// `pattern`, an asserted `format`, and the patterns below `not`, `anyOf`, `allOf` and `x-expect` that concern
        /// nothing but the string; what can only warn comes last.
        pub checks: &'static [StringCheck],
        /// `x-known-values`
        pub known: &'static [&'static str],
        /// `x-format`
        pub format: Option<&'static Format>,
        /// The format that knows more of a string that a pattern has refused: its own, or, in a consequence of a condition,
        /// that of the member that the consequence is about.
        pub diagnosed_by: Option<&'static Format>,
        /// `x-rules-of-time`
        pub time: Option<&'static TimeRule>,
    }
}

impl StringRules {
    /// Rules that ask nothing.
    pub const ANY: Self = Self {
        min_length: None,
        max_length: None,
        max_bytes: None,
        checks: &[],
        known: &[],
        format: None,
        diagnosed_by: None,
        time: None,
    };
}
