//! The rules of an object that hold under a condition, told at the fields that they ask for.

use crate::schema::{Keywords, Schema};
use klavi_core::Tree;

/// What the conditional rules of an object say of this field: their descriptions and codes.
pub(super) fn sentences(object: &Keywords<'_>, field: &str) -> Vec<String> {
    let expected = object.get("x-expect").and_then(|tree| Schema::read(tree).keywords());
    let lists = [object.get("allOf"), expected.and_then(|keywords| keywords.get("allOf"))];
    lists.into_iter().flatten().flat_map(Tree::items).filter_map(|rule| sentence(rule, field)).collect()
}

fn sentence(rule: &Tree, field: &str) -> Option<String> {
    let keywords = Schema::read(rule).keywords()?;
    let code = keywords.get("x-rule").and_then(Tree::as_str)?;
    let asks = |tree: Option<&Tree>| tree.is_some_and(|tree| concerns(tree, field));
    let description = keywords.get("description").and_then(Tree::as_str)?;
    (asks(keywords.get("then")) || asks(keywords.get("else"))).then(|| format!("Rule `{code}`: {description}"))
}

/// Whether a consequence demands the field, forbids it, or says what is in it.
fn concerns(consequence: &Tree, field: &str) -> bool {
    let Some(keywords) = Schema::read(consequence).keywords() else { return false };
    keywords.required_names().any(|name| name == field)
        || keywords.property_members().iter().any(|member| member.name == field)
}
