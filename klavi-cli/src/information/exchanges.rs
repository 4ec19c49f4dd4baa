//! The codes of calls and of conversations.

use super::{sources, wrap};
use crate::text::sentences::explain;
use crate::text::words::{self, sentence_case};
use klavi_http::{ExchangeCode, ExchangeRule};
use klavi_validate::catalogue::Reference;
use klavi_validate::{Lang, say};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The rows of the rules.
pub fn rules(lang: Lang) -> impl Iterator<Item = Value> {
    ExchangeCode::ALL.iter().map(move |code| described(*code, lang))
}

/// The rows of the groups.
pub fn groups() -> impl Iterator<Item = Value> {
    ExchangeCode::GROUPS.into_iter().map(|group| {
        let is_in = |code: &&ExchangeCode| code.group() == group;
        let codes: Vec<_> = ExchangeCode::ALL.iter().filter(is_in).map(|code| code.name()).collect();
        json!({"name": group, "codes": codes})
    })
}

fn described(code: ExchangeCode, lang: Lang) -> Value {
    let (rule, severity) = (code.rule(), code.severity().name());
    json!({
        "code": code.name(), "group": rule.group, "request": severity, "response": severity,
        "title": rule.title.lang(lang),
    })
}

/// What there is to know of a code.
pub fn explain(code: ExchangeCode, lang: Lang, is_json: bool) -> String {
    let ExchangeRule { group, title, source, .. } = code.rule();
    let explanation = sentence_case(code.rule().explanation(lang));
    if is_json {
        let mut facts = described(code, lang);
        let of = |source: &Reference| json!({"document": source.document, "confidence": source.confidence});
        facts["explanation"] = json!(explanation);
        facts["source"] = source.iter().map(of).collect();
        return format!("{facts:#}\n");
    }
    let named = source.iter().map(|source| format!("{} ({})", source.document, words::sure(lang, &source.confidence)));
    let mut text = format!("{code} ({group}): {}\n\n{}\n\n", title.lang(lang), wrap(&explanation, 80));
    let severity = words::severity(lang, code.severity());
    let _ = writeln!(text, "{}", say!(explain::ANYWHERE, severity).message(lang));
    let sources = named.collect::<Vec<_>>().join(", ");
    let _ = writeln!(text, "{}", say!(explain::SOURCE, sources).message(lang));
    text.push_str(&sources::legend(source.iter().map(|source| &*source.document), lang));
    text
}
