//! The registry: what there is to know of every code, for `--explain`, rule lists, SARIF and the reference pages.
//!
//! The facts stand in `catalogue/codes.json` of `klavi-schema` and are read here; the words are those of `build.rs`.

mod documents;
mod entry;
mod example;
mod pretty;

pub use crate::example_day::moved;
pub use documents::{broken_document, example_document};
pub use entry::{BankAnswer, Reference};
pub use example::{Example, base_document};
pub use pretty::pretty;

use crate::Lang;
use crate::sentence::Template;
use crate::sentences;
use entry::{Entry, entries};
use klavi_core::Code;
use klavi_core::program::{Confidence, Source};
use serde::Deserialize;
use serde::de::Error as _;
use std::sync::LazyLock;

/// What there is to know of one code.
///
/// ```
/// use klavi_core::Code;
/// use klavi_validate::{Lang, catalogue::rule};
///
/// let rule = rule(Code::ProxyForbidden);
/// assert_eq!(rule.title.lang(Lang::En), "PIX_MANU takes no proxy");
/// assert_eq!(rule.title.lang(Lang::PtBr), "PIX_MANU não aceita proxy");
/// assert_eq!(rule.source[0].document, "002");
/// assert_eq!(rule.bank.as_ref().unwrap().code, "DETALHE_PAGAMENTO_INVALIDO");
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Rule {
    /// The code; its group and its severities are methods of it.
    pub code: Code,
    /// A headline.
    pub title: Prose,
    /// Why the code exists, what follows from it and what to do, in a paragraph.
    pub explanation: Prose,
    /// The documents that state the rule.
    pub source: Vec<Reference>,
    /// What a bank answers to a payment of this kind, where that is known.
    pub bank: Option<BankAnswer>,
    /// A document, or calls, with this finding and no other error.
    pub bad: Example,
    /// The same, mended.
    pub good: Example,
}

/// A text in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prose(&'static Template);

impl Prose {
    /// The text in this language.
    #[must_use]
    pub const fn lang(self, lang: Lang) -> &'static str {
        self.0.text(lang)
    }

    /// The entry of this name in a list of the catalogue.
    fn named(list: &'static [(&str, Template)], name: &str) -> Option<Self> {
        list.iter().find(|(known, _)| *known == name).map(|(_, template)| Self(template))
    }
}

/// One label of a source: what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Label {
    /// The label, as schemas, rules and findings write it.
    pub label: String,
    /// The title of the document, or what a contradiction is about.
    pub title: String,
    /// `page` of Klavi, `regulator`, `law`, `standard`, `observed` by integrators, or `contradiction` between documents.
    pub kind: String,
    /// When it was published or seen, where that is known.
    pub date: Option<String>,
    /// What it is, in a sentence.
    pub meaning: Prose,
}

/// One word for how sure a source is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Certainty {
    /// `verbatim`, `reconstructed` or `inferred`.
    pub name: String,
    /// What the word means.
    pub meaning: Prose,
}

/// The legend of all sources.
///
/// ```
/// let sources = klavi_validate::catalogue::sources();
/// let page = sources.label("003").unwrap();
/// assert_eq!((&*page.title, page.date.as_deref()), ("Get a payment initiation", Some("2025-06-19")));
/// assert_eq!(sources.confidence.len(), 3);
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Sources {
    /// The words for how sure a source is.
    pub confidence: Vec<Certainty>,
    /// The labels.
    pub labels: Vec<Label>,
}

impl Sources {
    /// What a label stands for.
    #[must_use]
    pub fn label(&self, label: &str) -> Option<&Label> {
        self.labels.iter().find(|known| known.label == label)
    }
}

/// The legend of the labels that schemas, rules and findings name.
#[must_use]
pub fn sources() -> &'static Sources {
    static SOURCES: LazyLock<Sources> = LazyLock::new(|| {
        read_sources(klavi_schema::SOURCES.text).expect("sources.json is part of this release and tested")
    });
    &SOURCES
}

fn read_sources(text: &str) -> serde_json::Result<Sources> {
    #[derive(Deserialize)]
    struct SourcesFile {
        sources: Vec<Entry>,
    }
    #[derive(Deserialize)]
    struct Entry {
        label: String,
        title: String,
        kind: String,
        date: Option<String>,
    }
    let file: SourcesFile = serde_json::from_str(text)?;
    let label = |Entry { label, title, kind, date }: Entry| {
        let meaning = Prose::named(sentences::SOURCES, &label);
        let meaning = meaning.ok_or_else(|| serde_json::Error::custom(format!("{label} has no meaning")))?;
        Ok(Label { label, title, kind, date, meaning })
    };
    let certainty =
        |(name, meaning): &'static (&str, Template)| Certainty { name: (*name).to_owned(), meaning: Prose(meaning) };
    Ok(Sources {
        confidence: sentences::CONFIDENCE.iter().map(certainty).collect(),
        labels: file.sources.into_iter().map(label).collect::<serde_json::Result<_>>()?,
    })
}

/// The documents that state a rule, as a finding names them: all of them, and no more sure than the least.
pub(crate) fn source(code: Code) -> Option<Source> {
    static DOCUMENTS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let names = |entry: &Entry| entry.source.iter().map(|source| &*source.document).collect::<Vec<_>>().join(", ");
        entries().iter().map(names).collect()
    });
    let stated = &entries()[code as usize].source;
    let is_named = |confidence: Confidence| stated.iter().any(|known| known.confidence == confidence.name());
    let confidence = Confidence::ALL.iter().rev().copied().find(|confidence| is_named(*confidence))?;
    Some(Source { document: &DOCUMENTS[code as usize], confidence })
}

/// What is known of a code.
#[must_use]
pub fn rule(code: Code) -> &'static Rule {
    &RULES[code as usize]
}

/// The whole registry, in the order of [`Code::ALL`].
#[must_use]
pub fn rules() -> &'static [Rule] {
    &RULES
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let rule = |Entry { code, source, bank, bad, good }: &'static Entry| Rule {
        code: *code,
        title: Prose(&sentences::TITLES[*code as usize]),
        explanation: Prose(&sentences::EXPLANATIONS[*code as usize]),
        source: source.clone(),
        bank: bank.clone(),
        bad: bad.clone(),
        good: good.clone(),
    };
    entries().iter().map(rule).collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_has_its_rule() {
        let codes: Vec<Code> = rules().iter().map(|rule| rule.code).collect();
        assert_eq!(codes, Code::ALL);
        for rule in rules() {
            assert!(!rule.source.is_empty(), "{}", rule.code);
            for prose in [rule.title, rule.explanation] {
                let texts = Lang::ALL.iter().map(|lang| prose.lang(*lang)).collect::<BTreeSet<_>>();
                assert!(!texts.contains("") && texts.len() == Lang::ALL.len(), "{}", rule.code);
            }
        }
    }

    #[test]
    fn every_example_has_a_document() {
        for rule in rules() {
            for example in [&rule.bad, &rule.good] {
                assert!(!example.document().is_empty(), "{}", rule.code);
                let kinds = [example.contract.is_some(), example.schema().is_some(), rule.code.group().is_of_calls()];
                assert_eq!(kinds.iter().filter(|is_of_it| **is_of_it).count(), 1, "{}", rule.code);
            }
            let differs = rule.bad.document() != rule.good.document() || rule.bad.limits() != rule.good.limits();
            assert!(differs, "{}", rule.code);
        }
    }

    #[test]
    fn the_latin_1_example_is_not_utf_8() {
        assert!(String::from_utf8(rule(Code::InvalidUtf8).bad.document()).is_err());
    }
}
