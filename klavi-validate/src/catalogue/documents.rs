//! Example documents of a day.

use super::entry::{Entry, entries};
use super::example::{Example, base_document};
use crate::example_day::moved;
use klavi_core::{Code, Group};
use klavi_types::Date;
use serde::Deserialize;
use serde_json::value::RawValue;

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
    let mut example: Example = serde_json::from_str(case).ok()?;
    example.contract = Some(contract.to_owned());
    Some(example.document())
}
