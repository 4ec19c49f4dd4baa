//! What the faces of klavi in other languages share: names become contracts, choices become options, faults become words.
//!
//! Nothing is decided here. What is said of a document, and its JSON form, comes from `klavi-validate`.

#![forbid(unsafe_code)]

mod choices;

pub use choices::{CheckSettings, Choices};
use klavi_validate::catalogue::{broken_document, example_document, rule};
use klavi_validate::runtime::Code;
use klavi_validate::types::{CONTRACTS, Date};
use klavi_validate::{Contract, Lang, LocalizedReport, LocalizedRule, Report, contracts};
use std::fmt;

/// A call that cannot be answered: a name that nothing has, a choice that does not exist.
///
/// It speaks of the caller's program, in English, and never of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallError(String);

impl CallError {
    /// A fault in words of one's own.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CallError {}

impl From<CallError> for String {
    fn from(fault: CallError) -> Self {
        fault.0
    }
}

/// The contract of this name.
///
/// # Errors
///
/// No contract has the name.
///
/// ```
/// assert_eq!(klavi_bindings::contract("auth.request").unwrap().name, "auth.request");
/// let fault = klavi_bindings::contract("auth").unwrap_err();
/// assert!(fault.to_string().starts_with("there is no contract 'auth'; there are auth.request, "));
/// ```
pub fn contract(name: &str) -> Result<&'static Contract, CallError> {
    known(name)?;
    klavi_validate::contract(name).ok_or_else(|| CallError(format!("there is no contract '{name}'")))
}

/// Whether a contract has this name. A program that asks no more than that does not carry the texts of the schemas.
pub(crate) fn known(name: &str) -> Result<(), CallError> {
    let names: Vec<_> = CONTRACTS.iter().map(|contract| contract.name).collect();
    let fault = || CallError(format!("there is no contract '{name}'; there are {}", names.join(", ")));
    names.contains(&name).then_some(()).ok_or_else(fault)
}

/// The code of this name.
///
/// # Errors
///
/// No code has the name.
pub fn code(name: &str) -> Result<Code, CallError> {
    name.parse().map_err(|_| CallError(format!("there is no code '{name}'")))
}

/// The language of this name.
///
/// # Errors
///
/// The name is neither `en` nor `pt-BR`.
pub fn lang(name: &str) -> Result<Lang, CallError> {
    name.parse().map_err(|error| CallError(format!("lang: {error}")))
}

/// A day, written `YYYY-MM-DD`.
///
/// # Errors
///
/// The text is no day of the calendar.
pub fn day(text: &str) -> Result<Date, CallError> {
    let day: Option<Date> = text.parse().ok();
    day.filter(|day| day.calendar().is_ok()).ok_or_else(|| CallError::new("today: a day is written YYYY-MM-DD"))
}

/// A report as JSON text, in a language; with spans where the reader has the text that was checked.
#[must_use]
pub fn report(report: &Report, lang: Lang, has_text: bool) -> String {
    text(&LocalizedReport { report, lang, has_text })
}

/// What there is to know of a code, as JSON text.
///
/// # Errors
///
/// No code or no language has the name.
///
/// ```
/// let text = klavi_bindings::explain("proxy-forbidden", "pt-BR").unwrap();
/// assert!(text.contains(r#""title":"PIX_MANU não aceita proxy""#));
/// assert_eq!(klavi_bindings::explain("no-such", "en").unwrap_err().to_string(), "there is no code 'no-such'");
/// ```
pub fn explain(name: &str, language: &str) -> Result<String, CallError> {
    Ok(text(&LocalizedRule { rule: rule(code(name)?), lang: lang(language)? }))
}

/// The contracts as JSON text: name, direction and title of each.
#[must_use]
pub fn list() -> String {
    text(contracts())
}

/// A document of a contract in which nothing is found on this day; or one that has a finding of this code, or of some
/// code (`any`), and no other error.
///
/// # Errors
///
/// No contract or code has the name, or the contract has no example of that code.
///
/// ```
/// let day = klavi_bindings::day("2031-02-28").unwrap();
/// assert!(klavi_bindings::example("auth.request", None, &day).unwrap().starts_with(b"{"));
/// let fault = klavi_bindings::example("auth.request", Some("proxy-required"), &day).unwrap_err();
/// assert_eq!(fault.to_string(), "auth.request has no example of 'proxy-required'");
/// ```
pub fn example(name: &str, broken: Option<&str>, today: &Date) -> Result<Vec<u8>, CallError> {
    let contract = contract(name)?;
    let document = match broken {
        None => example_document(contract.name, today).map(String::into_bytes),
        Some("any") => broken_document(contract.name, None, today),
        Some(name) => broken_document(contract.name, Some(code(name)?), today),
    };
    document.ok_or_else(|| CallError(format!("{name} has no example of '{}'", broken.unwrap_or_default())))
}

/// Payloads of a contract in which nothing is found on this day; or ones that have a finding of this code, or of some code
/// (`any`), and no other error.
///
/// # Errors
///
/// No contract or code has the name, or no payload of the contract can have that code.
///
/// ```
/// let day = klavi_bindings::day("2031-02-28").unwrap();
/// assert!(klavi_bindings::generator("auth.request", Some("any"), &day).unwrap().payload().len() > 1);
/// let fault = klavi_bindings::generator("auth.request", Some("proxy-required"), &day).unwrap_err();
/// assert_eq!(fault.to_string(), "auth.request has no payloads with 'proxy-required'");
/// ```
#[cfg(feature = "generate")]
pub fn generator(
    name: &str,
    broken: Option<&str>,
    today: &Date,
) -> Result<klavi_validate::generate::Generator, CallError> {
    use klavi_validate::generate::Generator;
    let contract = contract(name)?;
    let generator = match broken {
        None => Generator::new(contract.name, today),
        Some("any") => Generator::broken(contract.name, None, today),
        Some(name) => Generator::broken(contract.name, Some(code(name)?), today),
    };
    generator.ok_or_else(|| CallError(format!("{name} has no payloads with '{}'", broken.unwrap_or_default())))
}

/// Nothing here fails to become JSON: there are texts, numbers and lists.
fn text<T: serde::Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
