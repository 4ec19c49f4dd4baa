//! Example documents: those of the codes, and those that the contracts' cases start from.

use super::pretty;
use klavi_core::{Limits, Tree};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// An example of a rule: a document, which is a text of its own or the base document of a contract's cases with some changes,
/// or, for the codes of calls, lines of events.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Example {
    /// The contract that the document is for; without one, [`schema`](Self::schema) is there, or it is of calls.
    pub contract: Option<String>,
    /// A small schema of its own, for keywords that the contracts do not use.
    schema: Option<Box<RawValue>>,
    text: Option<String>,
    /// Calls and webhooks, in their order.
    #[serde(default)]
    events: Vec<Box<RawValue>>,
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
    /// The bytes of the document; of calls, a line for each by `exchange.schema.json` of `klavi-schema`.
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
        let text = self.text.clone().or_else(|| self.patched()).unwrap_or_else(|| self.lines());
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

    fn lines(&self) -> String {
        self.events.iter().flat_map(|event| [event.get(), "\n"]).collect()
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

/// The `base` of the contract's cases.
fn base(contract: &str) -> Option<Tree> {
    static BASES: LazyLock<Vec<Option<Tree>>> = LazyLock::new(|| {
        let read = |text: &str| Tree::parse(text.as_bytes()).ok()?.get("base").cloned();
        klavi_schema::CONTRACTS.iter().map(|contract| read(contract.cases.text)).collect()
    });
    let place = klavi_schema::CONTRACTS.iter().position(|known| known.name == contract)?;
    BASES[place].clone()
}
