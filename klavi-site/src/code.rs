//! The pages of the codes.

use crate::contract::sources;
use crate::page::{Page, prose, table};
use crate::words::words;
use klavi_validate::Lang;
use klavi_validate::catalogue::{Example, Rule, rules};
use klavi_validate::runtime::{Direction, Severity};
use maud::{Markup, html};

/// The list of all codes.
#[must_use]
pub fn index(lang: Lang) -> Page {
    let words = words(lang);
    let head = ["code", "group", "in_requests", "in_responses", "description"].map(|word| words.get(word));
    let rows: Vec<_> = rules()
        .iter()
        .map(|rule| {
            let code = rule.code.name();
            vec![
                html! { a href={ "codes/" (code) ".html" } { code { (code) } } },
                html! { (rule.code.group().name()) },
                severity(lang, rule, Direction::Request),
                severity(lang, rule, Direction::Response),
                html! { (prose(rule.title.lang(lang))) },
            ]
        })
        .collect();
    Page {
        lang,
        path: "codes.html".to_owned(),
        title: words.get("codes").to_owned(),
        body: html! { h1 { (words.get("codes")) } (table(words.get("codes"), &head, &rows)) },
        scripts: &[],
    }
}

/// The page of a code.
#[must_use]
pub fn page(lang: Lang, rule: &Rule) -> Page {
    let (words, code) = (words(lang), rule.code.name());
    let path = format!("codes/{code}.html");
    let up = Page::up(&path);
    let labels: Vec<_> = rule.source.iter().map(|source| source.document.as_str()).collect();
    let body = html! {
        h1 { code { (code) } }
        p.lead { (prose(rule.title.lang(lang))) }
        p { (prose(rule.explanation.lang(lang))) }
        dl {
            dt { (words.get("group")) } dd { (rule.code.group().name()) }
            dt { (words.get("in_requests")) } dd { (severity(lang, rule, Direction::Request)) }
            dt { (words.get("in_responses")) } dd { (severity(lang, rule, Direction::Response)) }
            dt { (words.get("stated_by")) } dd { (sources(&labels.join(", "), &up)) }
            @if let Some(bank) = &rule.bank { dt { (words.get("bank")) } dd { code { (bank.code) } } }
        }
        (example(words.get("bad"), "bad", &rule.bad))
        @if rule.bad.contract.is_some() {
            p { a href={ (up) "playground.html#break=" (code) } { (words.get("try_it")) } }
        }
        (example(words.get("good"), "good", &rule.good))
    };
    Page { lang, path: path.clone(), title: code.to_owned(), body, scripts: &[] }
}

fn example(title: &str, class: &str, example: &Example) -> Markup {
    let text = String::from_utf8_lossy(&example.document()).into_owned();
    html! {
        h2 { (title) }
        pre class=(class) tabindex="0" { code { (text) } }
    }
}

fn severity(lang: Lang, rule: &Rule, direction: Direction) -> Markup {
    let word = match rule.code.severity(direction) {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    html! { span class=(word) { (words(lang).get(word)) } }
}
