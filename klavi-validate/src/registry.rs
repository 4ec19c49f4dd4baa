//! The registry: what there is to know of every code, for `--explain`, rule lists, SARIF and the reference pages.
//!
//! The texts stand in `rules.json` of `klavi-schema`; this file reads them.

use crate::Lang;
use klavi_core::{Code, Limits};
use klavi_schema::Contract;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::sync::LazyLock;

/// What there is to know of one code.
///
/// ```
/// use klavi_core::Code;
/// use klavi_validate::{Lang, rule};
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
    /// use klavi_validate::rule;
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
            document = patch(&document, &segments(pointer), None)?;
        }
        for (pointer, value) in &self.set {
            document = patch(&document, &segments(pointer), Some(value.get()))?;
        }
        let mut text = String::new();
        pretty(&document, 0, 0, &mut text)?;
        text.push('\n');
        Some(text)
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
/// assert!(klavi_validate::base_document("auth.request").unwrap().starts_with("{"));
/// assert_eq!(klavi_validate::base_document("auth.reply"), None);
/// ```
#[must_use]
pub fn base_document(contract: &str) -> Option<String> {
    let mut text = String::new();
    pretty(&base(contract)?, 0, 0, &mut text)?;
    text.push('\n');
    Some(text)
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

/// The `base` of the contract's cases, as it is written there.
fn base(contract: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Cases {
        base: Box<RawValue>,
    }
    let contract = klavi_schema::CONTRACTS.iter().find(|known: &&Contract| known.name == contract)?;
    serde_json::from_str(contract.cases.text).ok().map(|cases: Cases| cases.base.get().to_owned())
}

/// The members of an object in their order, their values as they are written, so that no amount is rounded.
struct Members(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

fn segments(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~")).collect()
}

/// The parts of an object or array: names or indices, and values.
fn parts(text: &str) -> Option<Vec<(String, Box<RawValue>)>> {
    if text.starts_with('{') {
        return serde_json::from_str(text).ok().map(|Members(members)| members);
    }
    let items: Vec<Box<RawValue>> = serde_json::from_str(text).ok()?;
    Some(items.into_iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect())
}

/// The JSON text with the value at this place set, or removed if there is no value.
fn patch(text: &str, path: &[String], value: Option<&str>) -> Option<String> {
    let Some((first, rest)) = path.split_first() else { return value.map(str::to_owned) };
    let label = |name: &str| if text.starts_with('{') { key(name) } else { String::new() };
    let mut patched = Vec::new();
    let mut found = false;
    for (name, old) in parts(text)? {
        if name != *first {
            patched.push(label(&name) + old.get());
            continue;
        }
        found = true;
        if rest.is_empty() {
            patched.extend(value.map(|new| label(&name) + new));
        } else {
            patched.push(label(&name) + &patch(old.get(), rest, value)?);
        }
    }
    match (found, value) {
        (false, Some(value)) if rest.is_empty() => patched.push(label(first) + value),
        (false, _) => return None,
        (true, _) => {}
    }
    let patched = patched.join(", ");
    Some(if text.starts_with('{') { format!("{{{patched}}}") } else { format!("[{patched}]") })
}

fn key(name: &str) -> String {
    format!("{}: ", serde_json::Value::from(name))
}

/// Writes a JSON text with two blanks for a level; what fits into a line stays in one, but for the document itself.
fn pretty(text: &str, level: usize, used: usize, out: &mut String) -> Option<()> {
    const WIDTH: usize = 100;
    let fits = !text.contains('\n') && used + text.chars().count() <= WIDTH;
    if !text.starts_with(['{', '[']) || matches!(text, "{}" | "[]") || (fits && level > 0) {
        out.push_str(text);
        return Some(());
    }
    let object = text.starts_with('{');
    let indent = "  ".repeat(level + 1);
    out.push(if object { '{' } else { '[' });
    for (index, (name, value)) in parts(text)?.iter().enumerate() {
        let label = if object { key(name) } else { String::new() };
        let _ = write!(out, "{}\n{indent}{label}", if index == 0 { "" } else { "," });
        pretty(value.get(), level + 1, indent.len() + label.chars().count(), out)?;
    }
    let _ = write!(out, "\n{}{}", "  ".repeat(level), if object { '}' } else { ']' });
    Some(())
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
    fn a_patch_keeps_order_and_spelling() {
        let text = r#"{"a": 1.10, "b": {"c": [1, 2]}, "d": null}"#;
        let patched = |pointer, value| patch(text, &segments(pointer), value).unwrap();
        assert_eq!(patched("/b/c/1", Some("3.0")), r#"{"a": 1.10, "b": {"c": [1, 3.0]}, "d": null}"#);
        assert_eq!(patched("/b", None), r#"{"a": 1.10, "d": null}"#);
        assert_eq!(patched("/e", Some("{}")), r#"{"a": 1.10, "b": {"c": [1, 2]}, "d": null, "e": {}}"#);
        assert_eq!(patch(text, &segments("/d/e"), Some("1")), None);
        assert_eq!(patch(text, &segments("/f"), None), None);
    }

    #[test]
    fn the_latin_1_example_is_not_utf_8() {
        assert!(String::from_utf8(rule(Code::InvalidUtf8).bad.document()).is_err());
    }

    #[test]
    fn documents_are_laid_out_for_people() {
        let text = r#"{"a": 1.10, "list": [{"b": "ç"}, {}], "c": {
            "long": "1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"}}"#;
        let mut out = String::new();
        pretty(text, 0, 0, &mut out).unwrap();
        let long = "1234567890".repeat(10);
        assert_eq!(
            out,
            format!(
                "{{\n  \"a\": 1.10,\n  \"list\": [{{\"b\": \"ç\"}}, {{}}],\n  \"c\": {{\n    \"long\": \"{long}\"\n  }}\n}}"
            )
        );
    }
}
