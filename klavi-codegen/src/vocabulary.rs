//! The names of `x-format`, `x-rules-of-time`, `x-relations` and `x-class`, as the tables that they stand for.

use klavi_core::Tree;
use klavi_core::program::{Format, PlainForm, RelationKind, TimeRule};
use klavi_pix::vocabulary::VOCABULARY;

/// The table of a name, among those of one list.
macro_rules! by_name {
    ($list:ident, $name:expr) => {{
        let name = $name;
        VOCABULARY.$list.iter().copied().find(|known| known.name == name)
    }};
}

pub(crate) fn format(name: Option<&Tree>) -> Option<&'static Format> {
    by_name!(formats, name.and_then(Tree::as_str)?)
}

pub(crate) fn time_rule(name: Option<&Tree>) -> Option<&'static TimeRule> {
    by_name!(time_rules, name.and_then(Tree::as_str)?)
}

pub(crate) fn relation(name: Option<&Tree>) -> Option<&'static RelationKind> {
    by_name!(relations, name.and_then(Tree::as_str)?)
}

pub(crate) fn plain_form(name: &str) -> Option<&'static PlainForm> {
    by_name!(plain_forms, name)
}
