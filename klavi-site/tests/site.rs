//! The site as a whole: every link leads somewhere, both languages have every page, nothing comes from elsewhere.

use klavi_site::{File, files};
use std::collections::{BTreeMap, BTreeSet};

/// The values of an attribute in the order in which they stand.
fn attributes<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    html.match_indices(&start.clone())
        .map(move |(at, _)| &html[at + start.len()..])
        .filter_map(|rest| rest.split('"').next())
        .collect::<Vec<_>>()
        .into_iter()
}

/// Where a link of a page leads: a file and perhaps an anchor.
fn resolved(page: &str, link: &str) -> (String, Option<String>) {
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor.to_owned())));
    if path.is_empty() {
        return (page.to_owned(), anchor);
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    (parts.join("/"), anchor)
}

fn pages(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| file.path.rsplit_once('.').is_some_and(|(_, kind)| kind == "html"))
}

#[test]
fn every_link_leads_to_a_file_and_a_place_of_the_site() {
    let files = files();
    let known: BTreeMap<&str, &str> = files.iter().map(|file| (&*file.path, &*file.text)).collect();
    // What `scripts/site` adds.
    let added = |path: &str| path == "playground.js" || path.starts_with("schemas/");
    let mut broken = BTreeSet::new();
    for page in pages(&files) {
        let links = attributes(&page.text, "href").chain(attributes(&page.text, "src"));
        for link in links.filter(|link| !link.starts_with("https://") && !link.starts_with("data:")) {
            let (path, anchor) = resolved(&page.path, link);
            let has_place = |text: &str| {
                anchor.as_deref().is_none_or(|anchor| {
                    path.ends_with("playground.html") || attributes(text, "id").any(|id| id == anchor)
                })
            };
            if !added(&path) && !known.get(&*path).is_some_and(|text| has_place(text)) {
                broken.insert(format!("{} -> {link}", page.path));
            }
        }
    }
    assert_eq!(broken, BTreeSet::new());
}

#[test]
fn the_search_leads_to_places_of_the_site() {
    let files = files();
    for folder in ["en", "pt-BR"] {
        let index = files.iter().find(|file| file.path == format!("{folder}/search-index.js")).unwrap();
        let (start, end) = (index.text.find("{search: ").unwrap() + 9, index.text.rfind("});").unwrap());
        let entries: Vec<serde_json::Value> = serde_json::from_str(&index.text[start..end]).unwrap();
        assert!(entries.len() > 300, "{}", entries.len());
        for entry in entries {
            let (path, anchor) = resolved(&format!("{folder}/search.html"), entry["url"].as_str().unwrap());
            let page = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{entry}"));
            assert!(anchor.is_none_or(|anchor| attributes(&page.text, "id").any(|id| id == anchor)), "{entry}");
        }
    }
}

#[test]
fn both_languages_have_every_page() {
    let files = files();
    let of = |folder: &str| -> BTreeSet<String> {
        files.iter().filter_map(|file| file.path.strip_prefix(folder).map(str::to_owned)).collect()
    };
    assert_eq!(of("en/"), of("pt-BR/"));
    for page in pages(&files).filter(|page| page.path.contains('/')) {
        let lang = page.path.split('/').next().unwrap();
        assert!(page.text.contains(&format!("<html lang=\"{lang}\">")), "{}", page.path);
        assert_eq!(page.text.matches("<h1").count(), 1, "{}", page.path);
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    for file in files() {
        let loaded = attributes(&file.text, "src").all(|link| !link.contains("//"));
        assert!(loaded && !file.text.contains("@import") && !file.text.contains("url("), "{}", file.path);
    }
}

#[test]
fn every_id_stands_once_on_its_page() {
    for page in pages(&files()) {
        let ids: Vec<_> = attributes(&page.text, "id").collect();
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{}", page.path);
    }
}
