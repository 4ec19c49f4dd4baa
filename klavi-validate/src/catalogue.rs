//! The registry: what there is to know of every code, for `--explain`, rule lists, SARIF and the reference pages.
//!
//! The texts stand in `rules.json` of `klavi-schema`; this file reads them.

use crate::Lang;
use crate::example_day::moved;
use klavi_core::program::{Confidence, Source};
use klavi_core::{Code, Group, Json, Limits, Tree};
use klavi_types::Date;
use serde::Deserialize;
use serde::de::Error as _;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt::Write as _;
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
    /// A document that has this finding and no other error.
    pub bad: Example,
    /// The same document, mended.
    pub good: Example,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Prose {
    en: String,
    #[serde(rename = "pt-BR")]
    pt_br: String,
}

impl Prose {
    /// The text in this language.
    #[must_use]
    pub fn lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::PtBr => &self.pt_br,
        }
    }
}

/// A document that states a rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Reference {
    /// The document's label.
    pub document: String,
    /// How sure its wording is: `verbatim`, `reconstructed` or `inferred`.
    pub confidence: String,
}

/// One label of a source: what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
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
#[derive(Debug, Clone, Deserialize)]
#[non_exhaustive]
pub struct Sources {
    /// The words for how sure a source is.
    pub confidence: Vec<Certainty>,
    /// The labels.
    #[serde(rename = "sources")]
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
        serde_json::from_str(klavi_schema::SOURCES.text).expect("sources.json is part of this release and tested")
    });
    &SOURCES
}

/// The documents that state a rule, as a finding names them: all of them, and no more sure than the least.
pub(crate) fn source(code: Code) -> Option<Source> {
    static DOCUMENTS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let names = |rule: &Rule| rule.source.iter().map(|source| &*source.document).collect::<Vec<_>>().join(", ");
        RULES.iter().map(names).collect()
    });
    let is_named = |confidence: Confidence| rule(code).source.iter().any(|known| known.confidence == confidence.name());
    let confidence =
        [Confidence::Inferred, Confidence::Reconstructed, Confidence::Verbatim].into_iter().find(|it| is_named(*it))?;
    Some(Source { document: &DOCUMENTS[code as usize], confidence })
}

/// What a bank answers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BankAnswer {
    /// The code of the answer, such as `PARAMETRO_INVALIDO`.
    pub code: String,
    /// Whether the regulator's documents say so (`specified`) or integrators saw it (`observed`).
    pub confidence: String,
}

/// An example document of a rule: a text of its own, or the base document of a contract's cases with some changes.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Example {
    /// The contract that the document is for; without one, [`schema`](Self::schema) is there.
    pub contract: Option<String>,
    /// A small schema of its own, for keywords that the contracts do not use.
    schema: Option<Box<RawValue>>,
    text: Option<String>,
    encoding: Option<String>,
    #[serde(default)]
    set: BTreeMap<String, Box<RawValue>>,
    #[serde(default)]
    remove: Vec<String>,
    limits: Option<ExampleLimits>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct ExampleLimits {
    bytes: Option<usize>,
    depth: Option<u32>,
}

impl Example {
    /// The bytes of the document.
    ///
    /// ```
    /// use klavi_core::Code;
    /// use klavi_validate::catalogue::rule;
    ///
    /// let bytes = rule(Code::TrailingText).bad.document();
    /// assert!(bytes.ends_with(b"}}"));
    /// ```
    #[must_use]
    pub fn document(&self) -> Vec<u8> {
        let text = self.text.clone().or_else(|| self.patched()).unwrap_or_default();
        match self.encoding.as_deref() {
            Some("latin1") => text.chars().map(|letter| u8::try_from(letter).unwrap_or(b'?')).collect(),
            _ => text.into_bytes(),
        }
    }

    /// The text of the example's own schema.
    #[must_use]
    pub fn schema(&self) -> Option<&str> {
        self.schema.as_deref().map(RawValue::get)
    }

    /// The limits under which the finding appears.
    #[must_use]
    pub fn limits(&self) -> Limits {
        let usual = Limits::default();
        let own = self.limits.unwrap_or(ExampleLimits { bytes: None, depth: None });
        Limits { max_bytes: own.bytes.unwrap_or(usual.max_bytes), max_depth: own.depth.unwrap_or(usual.max_depth) }
    }

    /// The base document of the contract with this example's changes.
    fn patched(&self) -> Option<String> {
        let mut document = base(self.contract.as_deref()?)?;
        for pointer in &self.remove {
            document.remove(pointer).then_some(())?;
        }
        for (pointer, value) in &self.set {
            document.set(pointer, Tree::parse(value.get().as_bytes()).ok()?).then_some(())?;
        }
        Some(pretty(&document))
    }
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

/// The document that a contract's cases start from, in which it finds nothing at all on the day of the cases, 2025-01-15.
///
/// ```
/// assert!(klavi_validate::catalogue::base_document("auth.request").unwrap().starts_with("{"));
/// assert_eq!(klavi_validate::catalogue::base_document("auth.reply"), None);
/// ```
#[must_use]
pub fn base_document(contract: &str) -> Option<String> {
    base(contract).as_ref().map(pretty)
}

/// A document in which a contract finds nothing at all on this day, not even a warning: [`base_document`] with its dates
/// moved.
///
/// ```
/// use klavi_validate::catalogue::example_document;
/// use klavi_validate::{Options, contract};
///
/// let today = "2031-02-28".parse()?;
/// let document = example_document("create-payment.request", &today).unwrap();
/// assert!(document.contains("\"date\": \"2031-03-19\""));
/// assert_eq!(example_document("auth.reply", &today), None);
/// let contract = contract("create-payment.request").unwrap();
/// assert!(contract.check(document.as_bytes(), &Options::at(today)).findings.is_empty());
/// # Ok::<(), klavi_validate::types::FormError>(())
/// ```
#[must_use]
pub fn example_document(contract: &str, today: &Date) -> Option<String> {
    let document = base_document(contract)?;
    String::from_utf8(moved(document.as_bytes(), today)).ok()
}

/// A document of a contract that has a finding of this code, or of some code, on this day, and no other error.
///
/// It is the example of the code, if that is one of this contract, or else comes from the contract's cases.
///
/// ```
/// use klavi_core::Code;
/// use klavi_validate::catalogue::broken_document;
/// use klavi_validate::{Options, contract};
///
/// let today = "2031-02-28".parse()?;
/// let document = broken_document("error.response", Some(Code::Type), &today).unwrap();
/// assert_eq!(broken_document("error.response", Some(Code::ProxyRequired), &today), None);
/// let report = contract("error.response").unwrap().check(&document, &Options::at(today));
/// assert_eq!(report.findings[0].code, Code::Type);
/// # Ok::<(), klavi_validate::types::FormError>(())
/// ```
#[must_use]
pub fn broken_document(contract: &str, code: Option<Code>, today: &Date) -> Option<Vec<u8>> {
    // Where any code will do, one that says something of the contract does better than one of the grammar.
    let fits = |other: Code| code.map_or(other.group() != Group::Json, |code| code == other);
    let is_example = |rule: &&Rule| fits(rule.code) && rule.bad.contract.as_deref() == Some(contract);
    let example = rules().iter().find(is_example).map(|rule| rule.bad.document());
    let document = example.or_else(|| case(contract, fits))?;
    Some(moved(&document, today))
}

/// The first of the contract's cases that has findings, all of one fitting code.
fn case(contract: &str, fits: impl Fn(Code) -> bool) -> Option<Vec<u8>> {
    #[derive(Deserialize)]
    struct File<'a> {
        #[serde(borrow)]
        cases: Vec<&'a RawValue>,
    }
    #[derive(Deserialize)]
    struct Findings {
        findings: Vec<String>,
    }
    let known = klavi_schema::CONTRACTS.iter().find(|known| known.name == contract)?;
    let file: File = serde_json::from_str(known.cases.text).ok()?;
    let mut cases = file.cases.iter().map(|case| case.get());
    let case = cases.find(|case| {
        let Ok(Findings { findings }) = serde_json::from_str(case) else { return false };
        let mut codes = findings.iter().map(|finding| finding.split(' ').nth(1).and_then(|code| code.parse().ok()));
        let first = codes.next().flatten();
        first.is_some_and(&fits) && codes.all(|code| code == first) && !case.contains("\"document\":")
    })?;
    let example = Example { contract: Some(contract.to_owned()), ..serde_json::from_str(case).ok()? };
    Some(example.document())
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let mut rules = read(klavi_schema::RULES.text).expect("rules.json is part of this release and tested");
    rules.sort_by_key(|rule| rule.code);
    rules
});

fn read(text: &str) -> serde_json::Result<Vec<Rule>> {
    #[derive(Deserialize)]
    struct File {
        rules: Vec<Entry>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Entry {
        code: String,
        title: Prose,
        explanation: Prose,
        source: Vec<Reference>,
        bank: Option<String>,
        bank_confidence: Option<String>,
        bad: Example,
        good: Example,
    }
    let file: File = serde_json::from_str(text)?;
    let rule = |entry: Entry| {
        Ok(Rule {
            code: entry.code.parse().map_err(serde_json::Error::custom)?,
            title: entry.title,
            explanation: entry.explanation,
            source: entry.source,
            bank: entry.bank.zip(entry.bank_confidence).map(|(code, confidence)| BankAnswer { code, confidence }),
            bad: entry.bad,
            good: entry.good,
        })
    };
    file.rules.into_iter().map(rule).collect()
}

/// The `base` of the contract's cases.
fn base(contract: &str) -> Option<Tree> {
    static BASES: LazyLock<Vec<Option<Tree>>> = LazyLock::new(|| {
        let read = |text: &str| Tree::parse(text.as_bytes()).ok()?.get("base").cloned();
        klavi_schema::CONTRACTS.iter().map(|contract| read(contract.cases.text)).collect()
    });
    let place = klavi_schema::CONTRACTS.iter().position(|known| known.name == contract)?;
    BASES[place].clone()
}

/// A JSON text for people: two blanks for a level; what fits into a line stays in one, but for the document itself.
///
/// ```
/// use klavi_validate::{catalogue::pretty, runtime::Tree};
///
/// assert_eq!(pretty(&Tree::parse(br#"{"a":[1.0]}"#)?), "{\n  \"a\": [1.0]\n}\n");
/// # Ok::<(), klavi_validate::runtime::TreeError>(())
/// ```
#[must_use]
pub fn pretty(document: &Tree) -> String {
    let mut text = String::new();
    lay_out(document, 0, 0, &mut text);
    text.push('\n');
    text
}

fn lay_out(tree: &Tree, level: usize, used: usize, out: &mut String) {
    const WIDTH: usize = 100;
    let line = tree.to_string();
    let parts: Vec<(String, &Tree)> = match &tree.value {
        Json::Object(members) => members
            .iter()
            .map(|member| (format!("{}: ", serde_json::Value::from(&*member.name)), &member.value))
            .collect(),
        Json::Array(items) => items.iter().map(|item| (String::new(), item)).collect(),
        _ => Vec::new(),
    };
    let fits = level > 0 && used + line.chars().count() <= WIDTH;
    if parts.is_empty() || fits {
        out.push_str(&line);
        return;
    }
    let indent = "  ".repeat(level + 1);
    out.push_str(&line[..1]);
    for (index, (label, value)) in parts.iter().enumerate() {
        let _ = write!(out, "{}\n{indent}{label}", if index == 0 { "" } else { "," });
        lay_out(value, level + 1, indent.len() + label.chars().count(), out);
    }
    let _ = write!(out, "\n{}{}", "  ".repeat(level), &line[line.len() - 1..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_rule() {
        let codes: Vec<Code> = rules().iter().map(|rule| rule.code).collect();
        assert_eq!(codes, Code::ALL);
        for rule in rules() {
            assert!(!rule.source.is_empty(), "{}", rule.code);
            for prose in [&rule.title, &rule.explanation] {
                assert!(!prose.en.is_empty() && !prose.pt_br.is_empty() && prose.en != prose.pt_br, "{}", rule.code);
            }
        }
    }

    #[test]
    fn every_example_has_a_document() {
        for rule in rules() {
            for example in [&rule.bad, &rule.good] {
                assert!(!example.document().is_empty(), "{}", rule.code);
                assert_ne!(example.contract.is_some(), example.schema().is_some(), "{}", rule.code);
            }
            let differs = rule.bad.document() != rule.good.document() || rule.bad.limits() != rule.good.limits();
            assert!(differs, "{}", rule.code);
        }
    }

    #[test]
    fn the_latin_1_example_is_not_utf_8() {
        assert!(String::from_utf8(rule(Code::InvalidUtf8).bad.document()).is_err());
    }

    #[test]
    fn documents_are_laid_out_for_people() {
        let text = r#"{"a": 1.10, "list": [{"b": "ç"}, {}], "c": {
            "long": "1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"}}"#;
        let out = pretty(&Tree::parse(text.as_bytes()).unwrap());
        let long = "1234567890".repeat(10);
        assert_eq!(
            out,
            format!(
                "{{\n  \"a\": 1.10,\n  \"list\": [{{\"b\": \"ç\"}}, {{}}],\n  \"c\": {{\n    \"long\": \"{long}\"\n  }}\n}}\n"
            )
        );
    }
}
