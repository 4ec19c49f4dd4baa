//! The formats, rules of time, relations and classes of Klavi's contracts, as the tables that the engine plugs in.

pub mod class;
pub mod format;
pub mod relation;
pub mod time;

use klavi_core::program::Vocabulary;

/// Declares tables, each under its name in capitals, and lists them all in the order of the dialect.
macro_rules! tables {
    ($type:ident { $($(#[$doc:meta])+ $constant:ident = { $($table:tt)+ },)+ }) => {
        $($(#[$doc])+ pub static $constant: $type = $type { $($table)+ };)+

        pub(super) static ALL: &[&$type] = &[$(&$constant,)+];
    };
}

use tables;

/// The vocabulary of Klavi's contracts.
pub static VOCABULARY: Vocabulary =
    Vocabulary { formats: format::ALL, time_rules: time::ALL, relations: relation::ALL, plain_forms: class::ALL };
