//! What all pages share: head, menu, foot.

use crate::words::{Words, words};
use klavi_validate::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The languages and the folders of their pages.
pub const LANGS: [(Lang, &str); 2] = [(Lang::En, "en"), (Lang::PtBr, "pt-BR")];

/// A page before it is written.
pub struct Page {
    pub lang: Lang,
    /// Its file below the folder of the language.
    pub path: String,
    pub title: String,
    pub body: Markup,
    /// Scripts of the page, files of the site.
    pub scripts: &'static [&'static str],
}

/// The entries of the menu: words and files.
const MENU: [(&str, &str); 7] = [
    ("playground", "playground.html"),
    ("contracts", "contracts.html"),
    ("codes", "codes.html"),
    ("sources", "sources.html"),
    ("guide", "guide.html"),
    ("dialect", "dialect.html"),
    ("search", "search.html"),
];

impl Page {
    /// What leads from this page to the folder of its language.
    #[must_use]
    pub fn up(path: &str) -> String {
        "../".repeat(path.matches('/').count())
    }

    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let words = words(self.lang);
        let up = Self::up(&self.path);
        let root = format!("{up}../");
        let (_, other) = LANGS.into_iter().find(|(lang, _)| *lang != self.lang).unwrap_or(LANGS[0]);
        let title = if self.path == "index.html" { self.title.clone() } else { format!("{} · klavi", self.title) };
        html! {
            (DOCTYPE)
            html lang=(words.get("tag")) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (title) }
                    link rel="stylesheet" href={ (root) "site.css" };
                    link rel="icon" href="data:,";
                }
                body {
                    a.skip href="#content" { (words.get("skip")) }
                    header {
                        a.brand href={ (up) "index.html" } { "klavi" }
                        (self.menu(words, &up))
                        a.other href={ (root) (other) "/" (self.path) } lang=(other) hreflang=(other) { (words.get("other")) }
                    }
                    main #content tabindex="-1" { (self.body) }
                    footer { p { (words.get("made_of")) " " (env!("CARGO_PKG_VERSION")) "." } }
                    @for script in self.scripts { script src={ (root) (script) } {} }
                }
            }
        }
        .into_string()
    }

    fn menu(&self, words: &Words, up: &str) -> Markup {
        html! {
            nav aria-label=(words.get("menu")) {
                ul {
                    @for (name, file) in MENU {
                        li {
                            a href={ (up) (file) } aria-current=[(self.path == file).then_some("page")] { (words.get(name)) }
                        }
                    }
                }
            }
        }
    }
}

/// A table that can be moved sideways on a narrow screen, with the keyboard too.
pub fn table(label: &str, head: &[&str], rows: &[Vec<Markup>]) -> Markup {
    html! {
        div.wide role="region" aria-label=(label) tabindex="0" {
            table {
                thead { tr { @for cell in head { th scope="col" { (cell) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (index, cell) in row.iter().enumerate() {
                                @if index == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Markup that another tool made of a text of this project.
pub fn made(html: String) -> Markup {
    PreEscaped(html)
}

/// A text in which names stand between backticks.
pub fn prose(text: &str) -> Markup {
    html! {
        @for (index, part) in text.split('`').enumerate() {
            @if index % 2 == 0 { (part) } @else { code { (part) } }
        }
    }
}
