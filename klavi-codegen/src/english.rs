//! What the catalogue says in English, in which the build speaks.

use crate::catalogue::Catalogue;
use klavi_core::Expected;
use std::sync::LazyLock;

/// The text is not JSON where the grammar expected this.
pub(crate) fn not_json(expected: Option<Expected>) -> String {
    let sentence =
        expected.and_then(|expected| english("findings", |name| name.strip_prefix("json.") == Some(expected.name())));
    sentence.map_or_else(|| "not JSON".to_owned(), |sentence| format!("not JSON: {sentence}"))
}

/// The first sentence of the catalogue with such a name, in English, in which the build speaks.
pub(crate) fn english(section: &str, is_named: impl Fn(&str) -> bool) -> Option<String> {
    // A schema may have many mistakes; the catalogue is read for the first.
    static CATALOGUE: LazyLock<Option<Catalogue>> = LazyLock::new(|| Catalogue::read().ok());
    let (_, sentence) = CATALOGUE.as_ref()?.sentences(section).into_iter().find(|(name, _)| is_named(name))?;
    sentence.first().map(|english| english.message.clone())
}
