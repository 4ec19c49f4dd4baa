//! `type`

use crate::schema::{Keywords, texts};
use klavi_core::program::Types;

pub(crate) fn types(keywords: &Keywords<'_>) -> Types {
    let Some(tree) = keywords.get("type") else { return Types::ALL };
    let names = tree.as_str().into_iter().chain(texts(Some(tree)));
    names.filter_map(Types::named).fold(Types::NONE, Types::and)
}
