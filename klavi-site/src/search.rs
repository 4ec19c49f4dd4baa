//! What the search knows: a list that the browser looks through.

use crate::contract::Described;
use crate::fields::fields;
use crate::guide::headings;
use crate::words::words;
use klavi_validate::Lang;
use klavi_validate::catalogue::{rules, sources};
use serde_json::{Value, json};

/// The index as a script, because pages without a server cannot read files.
#[must_use]
pub fn script(lang: Lang, contracts: &[Described]) -> String {
    let words = words(lang);
    let entry = |kind: &str, title: &str, url: String, text: &str| json!({"kind": words.get(kind), "title": title, "url": url, "text": text});
    let mut entries: Vec<Value> = Vec::new();
    for described in contracts {
        let (name, page) = (described.contract.name, format!("contracts/{}.html", described.contract.name));
        entries.push(entry(
            "contract",
            name,
            page.clone(),
            described.schema["description"].as_str().unwrap_or_default(),
        ));
        for field in fields(&described.schema) {
            let title = format!("{} · {name}", field.pointer);
            let text = field.text("description").unwrap_or_default();
            entries.push(entry("field", &title, format!("{page}#{}", field.pointer), text));
        }
    }
    for rule in rules() {
        let code = rule.code.name();
        entries.push(entry("code", code, format!("codes/{code}.html"), rule.title.lang(lang)));
    }
    for label in &sources().labels {
        let url = format!("sources.html#{}", crate::contract::anchor(&label.label));
        entries.push(entry("source", &format!("{}: {}", label.label, label.title), url, label.meaning.lang(lang)));
    }
    for (page, anchor, title) in headings(lang) {
        entries.push(entry("guide", &title, format!("{page}#{anchor}"), ""));
    }
    format!("window.klavi = Object.assign(window.klavi ?? {{}}, {{search: {}}});\n", Value::from(entries))
}
