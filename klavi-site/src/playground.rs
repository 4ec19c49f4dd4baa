//! The page on which a payload is pasted and checked.

use crate::contract::Described;
use crate::page::Page;
use crate::words::words;
use klavi_validate::Lang;
use klavi_validate::catalogue::rules;
use maud::{PreEscaped, html};
use serde_json::json;

/// The page; the engine and the editor come in `playground.js`.
#[must_use]
pub fn page(lang: Lang, contracts: &[Described]) -> Page {
    let words = words(lang);
    let settings = json!({
        "lang": words.get("tag"),
        "words": words.starting_with("pg_"),
        "contracts": contracts.iter().map(|described| described.contract.name).collect::<Vec<_>>(),
        // Which codes a contract can have: those that some example of it breaks.
        "codes": rules()
            .iter()
            .filter_map(|rule| Some(json!({"code": rule.code.name(), "contract": rule.bad.contract.as_deref()?})))
            .collect::<Vec<_>>(),
    });
    // What stands in a script must not end it.
    let settings = settings.to_string().replace('<', "\\u003c");
    let body = html! {
        h1 { (words.get("pg_title")) }
        p.lead { (words.get("pg_lead")) }
        noscript { p { (words.get("needs_script")) } }
        div.tools {
            div {
                label for="contract" { (words.get("pg_contract")) }
                select #contract {
                    option value="" { (words.get("pg_recognise")) }
                    @for described in contracts { option value=(described.contract.name) { (described.contract.name) } }
                }
            }
            div {
                label for="day" { (words.get("pg_day")) }
                input #day type="date";
            }
            button #example type="button" { (words.get("pg_example")) }
            button #break type="button" { (words.get("pg_break")) }
            button #link type="button" { (words.get("pg_link")) }
        }
        p #state role="status" { (words.get("pg_loading")) }
        div.panes {
            section aria-labelledby="payload-title" {
                h2 #payload-title { (words.get("pg_payload")) }
                div #editor {}
            }
            section aria-labelledby="findings-title" {
                h2 #findings-title { (words.get("pg_findings")) }
                ol #findings {}
            }
        }
        script #settings type="application/json" { (PreEscaped(settings)) }
    };
    Page {
        lang,
        path: "playground.html".to_owned(),
        title: words.get("playground").to_owned(),
        body,
        scripts: &["playground.js"],
    }
}
