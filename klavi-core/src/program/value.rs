//! JSON values of a schema.

use super::table::table;

table! {
    /// A JSON value of a schema.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Value {
        /// `null`
        Null,
        /// `true` or `false`
        Bool(value: bool),
        /// A number as it is written.
        Number(number: &'static str),
        /// A string, unescaped.
        String(text: &'static str),
        /// An array.
        Array(items: &'static [Value]),
        /// An object.
        Object(members: &'static [(&'static str, Value)]),
    }
}
