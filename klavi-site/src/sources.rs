//! The legend of sources, and what was decided where they contradict each other.

use crate::contract::anchor;
use crate::page::{Page, prose, table};
use crate::words::words;
use klavi_validate::Lang;
use klavi_validate::catalogue::{rules, sources};
use klavi_validate::runtime::Group;
use maud::html;

/// The page of all labels.
#[must_use]
pub fn page(lang: Lang) -> Page {
    let words = words(lang);
    let head = ["label", "document", "kind", "date", "description"].map(|word| words.get(word));
    let (contradictions, labels): (Vec<_>, Vec<_>) =
        sources().labels.iter().partition(|label| label.kind == "contradiction");
    let rows = |labels: Vec<&klavi_validate::catalogue::Label>| -> Vec<_> {
        let row = |label: &klavi_validate::catalogue::Label| {
            vec![
                html! { span id=(anchor(&label.label)) { (label.label) } },
                html! { (label.title) },
                html! { (label.kind) },
                html! { (label.date.as_deref().unwrap_or_default()) },
                html! { (prose(label.meaning.lang(lang))) },
            ]
        };
        labels.into_iter().map(row).collect()
    };
    let decided = rules().iter().filter(|rule| rule.code.group() == Group::Contradiction);
    let body = html! {
        h1 { (words.get("sources")) }
        (table(words.get("sources"), &head, &rows(labels)))
        h2 #certainty { (words.get("certainty")) }
        dl {
            @for word in &sources().confidence { dt { code { (word.name) } } dd { (prose(word.meaning.lang(lang))) } }
        }
        h2 #contradictions { (words.get("contradictions")) }
        p { (words.get("contradictions_more")) }
        (table(words.get("contradictions"), &head, &rows(contradictions)))
        ul {
            @for rule in decided {
                li {
                    a href={ "codes/" (rule.code.name()) ".html" } { code { (rule.code.name()) } } ": "
                    (prose(rule.explanation.lang(lang)))
                }
            }
        }
    };
    Page { lang, path: "sources.html".to_owned(), title: words.get("sources").to_owned(), body, scripts: &[] }
}
