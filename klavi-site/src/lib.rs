//! The site of klavi: contracts, codes, sources, guides, search and a playground, as files that need no server and no
//! network.
//!
//! Everything on it is made of the schemas and the catalogue; the words of the pages themselves stand in `words/`.

#![forbid(unsafe_code)]

mod code;
mod contract;
mod fields;
mod guide;
mod page;
mod playground;
mod search;
mod sources;
mod words;

use klavi_validate::Lang;
use klavi_validate::catalogue::rules;
use maud::html;
use page::{LANGS, Page};
use words::words;

/// A file of the site.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the folder of the site, with slashes.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// All files but the bundle of the playground, `playground.js`, which is made of the npm package.
#[must_use]
pub fn files() -> Vec<File> {
    let contracts = contract::all();
    let mut files = vec![
        file("site.css", include_str!("../assets/site.css")),
        file("search.js", include_str!("../assets/search.js")),
        file("index.html", include_str!("../assets/index.html")),
    ];
    for (lang, folder) in LANGS {
        for page in pages(lang, &contracts) {
            files.push(File { path: format!("{folder}/{}", page.path), text: page.html() });
        }
        files.push(File { path: format!("{folder}/search-index.js"), text: search::script(lang, &contracts) });
    }
    files
}

fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

fn pages(lang: Lang, contracts: &[contract::Described]) -> Vec<Page> {
    let mut pages = vec![
        home(lang),
        playground::page(lang, contracts),
        contract::index(lang, contracts),
        code::index(lang),
        sources::page(lang),
        finder(lang),
    ];
    pages.extend(contracts.iter().map(|described| described.page(lang)));
    pages.extend(rules().iter().map(|rule| code::page(lang, rule)));
    pages.extend(guide::pages(lang));
    pages
}

/// The front page.
fn home(lang: Lang) -> Page {
    let words = words(lang);
    let body = html! {
        h1 { (words.get("title")) }
        p.lead { (words.get("lead")) }
        p { a.button href="playground.html" { (words.get("start")) } " " (words.get("start_more")) }
        ul.cards {
            @for name in ["contracts", "codes", "sources", "guide", "dialect"] {
                li { a href={ (name) ".html" } { (words.get(name)) } }
            }
        }
    };
    Page { lang, path: "index.html".to_owned(), title: words.get("title").to_owned(), body, scripts: &[] }
}

/// The page of the search.
fn finder(lang: Lang) -> Page {
    let words = words(lang);
    let body = html! {
        h1 { (words.get("search")) }
        form role="search" {
            label for="query" { (words.get("search_hint")) }
            input #query type="search" name="q" autocomplete="off" autofocus;
        }
        noscript { p { (words.get("needs_script")) } }
        p #count aria-live="polite" data-none=(words.get("search_none")) data-found=(words.get("search_count")) {}
        ol #results {}
        script src="search-index.js" {}
    };
    Page { lang, path: "search.html".to_owned(), title: words.get("search").to_owned(), body, scripts: &["search.js"] }
}
