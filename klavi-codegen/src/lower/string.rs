//! What holds for strings, put together from its keywords.

use super::{Context, Lower, leak, location};
use crate::keyword::STRING_CHECKS;
use crate::keyword::in_place::Residual;
use crate::keyword::pattern::Checks;
use crate::schema::{count, texts};
use crate::vocabulary;
use klavi_core::Tree;
use klavi_core::program::{SchemaLocation, Shape, StringRules, Types};

impl<'a> Lower<'a> {
    /// The rules for strings, which take what they can from the applicators, and the shapes of short strings that their
    /// first pattern matches.
    pub(super) fn string_rules(
        &mut self,
        left: &mut Residual<'a>,
        pointer: &str,
        context: Context<'a>,
        own: &'static SchemaLocation,
        types: Types,
    ) -> (Option<&'static StringRules>, Vec<Shape>) {
        let keywords = left.keywords;
        let mut checks = Checks::default();
        let confidence = keywords.get("x-pattern-confidence").and_then(Tree::as_str);
        let class = keywords.get("x-class").and_then(Tree::as_str);
        let own = confidence.map_or(own, |_| location(pointer, Context { confidence, ..context }, class));
        for lower in STRING_CHECKS {
            lower(self, &mut checks, &keywords, own, pointer, context);
        }
        // On other types these would have to fail or pass, not to be silent.
        if types == Types::STRING {
            self.take_applicators(&mut checks, left, pointer, own);
            left.all_of.retain(|&(index, tree)| {
                !self.takes_all(&mut checks, tree, &format!("{pointer}/allOf/{index}"), context, types)
            });
        }
        checks.advice = true;
        let context = Context { warning: true, beside: true, ..context };
        left.expect = left
            .expect
            .filter(|tree| !self.takes_all(&mut checks, tree, &format!("{pointer}/x-expect"), context, types));
        let shapes = checks.shapes();
        let known: Vec<&'static str> = texts(keywords.get("x-known-values")).map(leak).collect();
        let format = vocabulary::format(keywords.get("x-format"));
        let rules = StringRules {
            min_length: count(keywords.get("minLength")),
            max_length: count(keywords.get("maxLength")),
            max_bytes: count(keywords.get("x-max-bytes")),
            checks: checks.finish(),
            known: known.leak(),
            format,
            diagnosed_by: format,
            time: vocabulary::time_rule(keywords.get("x-rules-of-time")),
        };
        ((rules != StringRules::ANY).then(|| &*Box::leak(Box::new(rules))), shapes)
    }
}
