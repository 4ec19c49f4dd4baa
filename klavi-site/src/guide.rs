//! The guides, which are written in Markdown.

use crate::page::{Page, made};
use crate::words::words;
use klavi_validate::Lang;
use maud::html;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html::push_html};

/// A guide: the word of the menu, its page, its text in each language.
struct Guide {
    word: &'static str,
    path: &'static str,
    texts: [&'static str; 2],
}

const GUIDES: [Guide; 2] = [
    Guide {
        word: "guide",
        path: "guide.html",
        texts: [include_str!("../../docs/guide.md"), include_str!("../../docs/guia.pt-BR.md")],
    },
    Guide {
        word: "dialect",
        path: "dialect.html",
        texts: [include_str!("../../docs/dialect.md"), include_str!("../../docs/dialeto.pt-BR.md")],
    },
];

/// Where a link of the guides leads on the site; what only the repository holds has no page here.
const PAGES: [(&str, &str); 6] = [
    ("codes.md", "codes.html"),
    ("codigos.pt-BR.md", "codes.html"),
    ("dialect.md", "dialect.html"),
    ("dialeto.pt-BR.md", "dialect.html"),
    ("guide.md", "guide.html"),
    ("guia.pt-BR.md", "guide.html"),
];

/// The pages of all guides in a language.
#[must_use]
pub fn pages(lang: Lang) -> Vec<Page> {
    let page = |guide: &Guide| Page {
        lang,
        path: guide.path.to_owned(),
        title: words(lang).get(guide.word).to_owned(),
        body: html! { article { (made(rendered(text(guide, lang)))) } },
        scripts: &[],
    };
    GUIDES.iter().map(page).collect()
}

/// The headings of all guides: page, anchor, text.
#[must_use]
pub fn headings(lang: Lang) -> Vec<(&'static str, String, String)> {
    let of = |guide: &'static Guide| {
        let (mut open, mut found) = (None, Vec::new());
        for event in events(text(guide, lang)) {
            match event {
                Event::Start(Tag::Heading { .. }) => open = Some(Vec::new()),
                Event::End(TagEnd::Heading(_)) => found.extend(open.take().map(|inside| plain(&inside))),
                event => open.iter_mut().for_each(|inside| inside.push(event.clone())),
            }
        }
        found.into_iter().map(move |title| (guide.path, slug(&title), title))
    };
    GUIDES.iter().flat_map(of).collect()
}

fn text(guide: &Guide, lang: Lang) -> &'static str {
    guide.texts[usize::from(lang == Lang::PtBr)]
}

fn events(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// Markdown as HTML: headings with anchors, links to pages of the site, no pictures, tables and code that the keyboard reaches.
fn rendered(text: &str) -> String {
    let mut open: Vec<Event<'_>> = Vec::new();
    let mut level = None;
    let mut out = Vec::new();
    let mut in_picture = false;
    let mut dead_links = 0;
    let mut section = String::new();
    for event in events(text) {
        match event {
            Event::Start(Tag::Image { .. }) => in_picture = true,
            Event::End(TagEnd::Image) => in_picture = false,
            _ if in_picture => {}
            Event::Start(Tag::Heading { level: of, .. }) => level = Some(of),
            Event::End(TagEnd::Heading(_)) => {
                section = plain(&open);
                out.extend(heading(level.take(), &section, std::mem::take(&mut open)));
            }
            event if level.is_some() => open.push(event),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => match target(&dest_url) {
                Some(dest_url) => out.push(Event::Start(Tag::Link { link_type, dest_url, title, id })),
                None => dead_links += 1,
            },
            Event::End(TagEnd::Link) if dead_links > 0 => dead_links -= 1,
            Event::Start(Tag::Table(columns)) => {
                let label = html! { div.wide role="region" aria-label=(section) tabindex="0" {} }.into_string();
                out.push(Event::Html(CowStr::from(label.replace("</div>", ""))));
                out.push(Event::Start(Tag::Table(columns)));
            }
            Event::End(TagEnd::Table) => {
                out.push(Event::End(TagEnd::Table));
                out.push(Event::Html(CowStr::from("</div>")));
            }
            event => out.push(event),
        }
    }
    let mut html = String::new();
    push_html(&mut html, out.into_iter());
    html.replace("<pre>", "<pre tabindex=\"0\">")
}

fn heading<'a>(level: Option<HeadingLevel>, title: &str, inside: Vec<Event<'a>>) -> Vec<Event<'a>> {
    let level = level.map_or(2, |level| level as usize);
    let mut events = vec![Event::Html(CowStr::from(format!("<h{level} id=\"{}\">", slug(title))))];
    events.extend(inside);
    events.push(Event::Html(CowStr::from(format!("</h{level}>\n"))));
    events
}

/// The text of some events without its marks.
fn plain(events: &[Event<'_>]) -> String {
    let text = |event: &Event<'_>| match event {
        Event::Text(text) | Event::Code(text) => text.to_string(),
        _ => String::new(),
    };
    events.iter().map(text).collect()
}

/// The page of the site that a link of a guide means.
fn target<'a>(link: &str) -> Option<CowStr<'a>> {
    if link.starts_with("https://") || link.starts_with('#') {
        return Some(CowStr::from(link.to_owned()));
    }
    let (file, anchor) = link.split_once('#').map_or((link, None), |(file, anchor)| (file, Some(anchor)));
    let (_, page) = PAGES.iter().find(|(known, _)| file == *known)?;
    Some(CowStr::from(anchor.map_or_else(|| (*page).to_owned(), |anchor| format!("{page}#{anchor}"))))
}

fn slug(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
