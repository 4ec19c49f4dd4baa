//! What holds for strings, put together from its keywords.

use super::context::{Context, location};
use super::state::Lower;
use crate::draft::{Check, leak};
use crate::keyword::STRING_CHECKS;
use crate::schema::{Keywords, count, texts};
use crate::vocabulary;
use klavi_core::Tree;
use klavi_core::program::{SchemaLocation, StringRules};

impl<'a> Lower<'a> {
    /// The rules for strings, and the checks among them.
    pub(super) fn string_rules(
        &mut self,
        keywords: &Keywords<'a>,
        pointer: &str,
        context: Context<'a>,
        own: &'static SchemaLocation,
    ) -> (StringRules, Vec<Check>) {
        let mut checks = Vec::new();
        let confidence = keywords.get("x-pattern-confidence").and_then(Tree::as_str);
        let class = keywords.get("x-class").and_then(Tree::as_str);
        let own = confidence.map_or(own, |_| location(pointer, Context { confidence, ..context }, class));
        for lower in STRING_CHECKS {
            lower(self, &mut checks, keywords, own, pointer, context);
        }
        let known: Vec<&'static str> = texts(keywords.get("x-known-values")).map(leak).collect();
        let format = vocabulary::format(keywords.get("x-format"));
        let rules = StringRules {
            min_length: count(keywords.get("minLength")),
            max_length: count(keywords.get("maxLength")),
            max_bytes: count(keywords.get("x-max-bytes")),
            known: known.leak(),
            format,
            diagnosed_by: format,
            time: vocabulary::time_rule(keywords.get("x-rules-of-time")),
            ..StringRules::ANY
        };
        (rules, checks)
    }
}
