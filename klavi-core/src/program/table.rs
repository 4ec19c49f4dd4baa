//! The macro that declares a table of a program.

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

pub(crate) use table;
