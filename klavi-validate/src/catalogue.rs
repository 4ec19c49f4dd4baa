//! The registry: what there is to know of every code, for `--explain`, rule lists, SARIF and the reference pages.
//!
//! The texts stand in `rules.json` of `klavi-schema`; this file reads them.

use crate::Lang;
use klavi_core::{Code, Json, Limits, Tree};
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

/// A document that a contract accepts without a finding: the one that its examples and cases start from.
///
/// ```
/// assert!(klavi_validate::catalogue::base_document("auth.request").unwrap().starts_with("{"));
/// assert_eq!(klavi_validate::catalogue::base_document("auth.reply"), None);
/// ```
#[must_use]
pub fn base_document(contract: &str) -> Option<String> {
    base(contract).as_ref().map(pretty)
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
    let contract = klavi_schema::CONTRACTS.iter().find(|known| known.name == contract)?;
    Tree::parse(contract.cases.text.as_bytes()).ok()?.get("base").cloned()
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
