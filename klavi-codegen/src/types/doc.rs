//! The doc comment of a schema.

use crate::schema::Keywords;
use klavi_core::{Json, Tree};
use proc_macro2::TokenStream;
use quote::quote;

/// The doc comment of a schema: description, what it asks, by itself and under conditions, and where it is from.
pub(super) fn doc(keywords: &Keywords<'_>, conditions: &[String]) -> TokenStream {
    let mut paragraphs = Vec::new();
    let title = keywords.get("title").and_then(Tree::as_str);
    let description = keywords.get("description").and_then(Tree::as_str).or(title).unwrap_or("Undescribed.");
    paragraphs.push(description.to_owned());
    let asks = asks(keywords);
    if !asks.is_empty() {
        paragraphs.push(format!("Constraints: {}.", asks.join(", ")));
    }
    paragraphs.extend_from_slice(conditions);
    if let Some(source) = keywords.get("x-source").and_then(Tree::as_str) {
        let confidence = keywords.get("x-confidence").and_then(Tree::as_str).unwrap_or("verbatim");
        let pattern = keywords.get("x-pattern-confidence").and_then(Tree::as_str);
        let pattern = pattern.map_or_else(String::new, |confidence| format!("; its pattern {confidence}"));
        paragraphs.push(format!("Source: {source} ({confidence}{pattern})."));
    }
    let text = paragraphs.join("\n\n");
    quote!(#[doc = #text])
}

/// What a schema asks of its value, for its doc comment.
fn asks(keywords: &Keywords<'_>) -> Vec<String> {
    let bounds = ["minLength", "maxLength", "x-max-bytes", "minItems", "maxItems", "minimum", "maximum", "pattern"];
    let said = |name: &str| match &keywords.get(name)?.value {
        Json::Number(number) => Some(format!("{name} {number}")),
        Json::String(text) => Some(format!("{name} `{text}`")),
        _ => None,
    };
    bounds.into_iter().filter_map(said).collect()
}
