//! The macros that declare the tables of a program.

/// Declares a table and how it is written as Rust source. A field that is best written in another way than its type is
/// names a function for it behind `=`.
macro_rules! table {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* pub $field:ident: $type:ty $(= $with:ident)?,)+ }) => {
        $(#[$meta])*
        pub struct $name { $($(#[$doc])* pub $field: $type,)+ }

        #[cfg(feature = "emit")]
        impl $crate::program::emit::Emit for $name {
            fn emit(&self, to: &mut $crate::program::emit::Expression) {
                let Self { $($field),+ } = self;
                to.put(concat!(stringify!($name), " { "));
                $(table!(@field $field, to $(, $with)?);)+
                to.put('}');
            }
        }
    };
    ($(#[$meta:meta])* pub enum $name:ident { $(
        $(#[$variant_doc:meta])*
        $variant:ident $(($($value:ident: $value_type:ty),+))? $({ $($(#[$doc:meta])* $field:ident: $type:ty,)+ })?,
    )+ }) => {
        $(#[$meta])*
        pub enum $name { $(
            $(#[$variant_doc])* $variant $(($($value_type),+))? $({ $($(#[$doc])* $field: $type,)+ })?,
        )+ }

        #[cfg(feature = "emit")]
        impl $crate::program::emit::Emit for $name {
            fn emit(&self, to: &mut $crate::program::emit::Expression) {
                match self { $(
                    Self::$variant $(($($value),+))? $({ $($field),+ })? => {
                        to.put(concat!(stringify!($name), "::", stringify!($variant)));
                        $(to.put('('); $($crate::program::emit::Emit::emit($value, to); to.put(", ");)+ to.put(')');)?
                        $(to.put(" { "); $(table!(@field $field, to);)+ to.put('}');)?
                    }
                )+ }
            }
        }
    };
    (@field $field:ident, $to:ident) => {
        $to.put(concat!(stringify!($field), ": "));
        $crate::program::emit::Emit::emit($field, $to);
        $to.put(", ");
    };
    (@field $field:ident, $to:ident, $with:ident) => {
        $to.put(concat!(stringify!($field), ": "));
        $crate::program::emit::$with(*$field, $to);
        $to.put(", ");
    };
}

/// Declares tables that a program refers to: each a static that is its name in capitals, and a list of all.
macro_rules! named_tables {
    ($type:ident: $($(#[$doc:meta])+ $constant:ident = $table:expr;)+) => {
        $($(#[$doc])+ pub static $constant: $type = $table;)+

        /// All of them.
        pub static ALL: &[&$type] = &[$(&$constant,)+];
    };
}

/// What a table holds beside its name are functions, which cannot be compared: two of one name are the same.
macro_rules! known_by_name {
    ($($type:ident)+) => {$(
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.name == other.name
            }
        }

        impl Eq for $type {}

        impl core::fmt::Debug for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($type), "({})"), self.name)
            }
        }
    )+};
}

pub(crate) use {known_by_name, named_tables, table};
