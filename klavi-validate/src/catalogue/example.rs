//! Example documents: those of the codes, and those that the contracts' cases start from.

use super::entry::{Entry, entries};
use super::pretty;
use crate::example_day::moved;
use klavi_core::{Code, Group, Limits, Tree};
use klavi_types::Date;
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
    let is_example = |entry: &&Entry| fits(entry.code) && entry.bad.contract.as_deref() == Some(contract);
    let example = entries().iter().find(is_example).map(|entry| entry.bad.document());
    let document = example.or_else(|| case(contract, fits))?;
    Some(moved(&document, today))
}

/// The first of the contract's cases that has findings, all of one fitting code.
fn case(contract: &str, fits: impl Fn(Code) -> bool) -> Option<Vec<u8>> {
    #[derive(Deserialize)]
    struct CasesFile<'a> {
        #[serde(borrow)]
        cases: Vec<&'a RawValue>,
    }
    #[derive(Deserialize)]
    struct Findings {
        findings: Vec<String>,
    }
    let known = klavi_schema::CONTRACTS.iter().find(|known| known.name == contract)?;
    let file: CasesFile = serde_json::from_str(known.cases.text).ok()?;
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

/// The `base` of the contract's cases.
fn base(contract: &str) -> Option<Tree> {
    static BASES: LazyLock<Vec<Option<Tree>>> = LazyLock::new(|| {
        let read = |text: &str| Tree::parse(text.as_bytes()).ok()?.get("base").cloned();
        klavi_schema::CONTRACTS.iter().map(|contract| read(contract.cases.text)).collect()
    });
    let place = klavi_schema::CONTRACTS.iter().position(|known| known.name == contract)?;
    BASES[place].clone()
}
