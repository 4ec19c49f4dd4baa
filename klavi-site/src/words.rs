//! The words of the pages themselves, a file for each language.

use klavi_validate::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The words of a language by name.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// The words that have this name; a page that asks for
    /// others fails its tests.
    #[must_use]
    pub fn get<'a>(&'a self, name: &'a str) -> &'a str {
        debug_assert!(self.0.contains_key(name), "there are no words '{name}'");
        self.0.get(name).map_or(name, String::as_str)
    }

    /// All words whose names begin like this, for scripts.
    #[must_use]
    pub fn starting_with(&self, prefix: &str) -> BTreeMap<&str, &str> {
        let words = self.0.iter().map(|(name, words)| (name.as_str(), words.as_str()));
        words.filter(|(name, _)| name.starts_with(prefix)).collect()
    }
}

/// The words of a language.
#[must_use]
pub fn words(lang: Lang) -> &'static Words {
    static ENGLISH: LazyLock<Words> = LazyLock::new(|| read(include_str!("../words/en.json")));
    static PORTUGUESE: LazyLock<Words> = LazyLock::new(|| read(include_str!("../words/pt-BR.json")));
    match lang {
        Lang::PtBr => &PORTUGUESE,
        Lang::En => &ENGLISH,
    }
}

fn read(text: &str) -> Words {
    serde_json::from_str(text).expect("the words are part of this crate and tested")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_words() {
        let names = |lang| words(lang).0.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(Lang::En), names(Lang::PtBr));
    }
}
