//! What a schema inherits from those around it, and what its findings have in common.

use crate::location::uri;
use crate::schema::Keywords;
use crate::vocabulary;
use klavi_core::program::{Class, Confidence, SchemaLocation, Source};
use klavi_core::{Code, Json, Tree};

/// What a schema inherits from those around it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing of the schemas around")]
pub(crate) struct Context<'a> {
    pub(crate) rule: Option<Code>,
    pub(crate) warning: bool,
    pub(crate) source: Option<&'a str>,
    pub(crate) confidence: Option<&'a str>,
    /// The schema judges a value that another one describes: members that it does not name are none of its business.
    pub(crate) beside: bool,
    /// `format` is asserted.
    pub(crate) asserts_format: bool,
    /// An `unevaluated…` keyword asks what the schema evaluates: it keeps the form in which that can be told.
    pub(crate) traced: bool,
}

impl Context<'_> {
    /// The context of values inside the value.
    pub(crate) fn inside(self) -> Self {
        Self { traced: false, ..self }
    }
}

pub(crate) fn inherit<'a>(context: Context<'a>, keywords: &Keywords<'a>) -> Context<'a> {
    let rule = keywords.get("x-rule").and_then(Tree::as_str).and_then(|name| name.parse().ok());
    let own = keywords.get("x-source").and_then(Tree::as_str);
    Context {
        rule: rule.or(context.rule),
        source: own.or(context.source),
        confidence: keywords.get("x-confidence").and_then(Tree::as_str).or(context.confidence),
        asserts_format: keywords
            .get("x-format-assertion")
            .map_or(context.asserts_format, |tree| tree.value == Json::Bool(true)),
        ..context
    }
}

pub(crate) fn location(pointer: &str, context: Context<'_>, class: Option<&str>) -> &'static SchemaLocation {
    let confidence = context.confidence.and_then(Confidence::named).unwrap_or(Confidence::Verbatim);
    let class = class.and_then(|name| match name {
        "name" => Some(Class::Name),
        "email" => Some(Class::Email),
        "personal" => Some(Class::Personal),
        "secret" => Some(Class::Secret),
        _ => vocabulary::plain_form(name).map(Class::Plain),
    });
    Box::leak(Box::new(SchemaLocation {
        uri: String::leak(uri(pointer)),
        rule: context.rule,
        warning: context.warning,
        source: context.source.map(|document| Source { document: String::leak(document.to_owned()), confidence }),
        class,
    }))
}
