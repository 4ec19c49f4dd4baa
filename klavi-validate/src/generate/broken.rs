//! Plans for payloads with a fault: the faults of the contract's cases, in fresh documents.

use super::conditions::{Choices, tied};
use super::plan::{Model, Plan, plan};
use super::slips::SLIPS;
use super::source::{PayloadSource, PlannedFault};
use crate::catalogue::base_document;
use crate::example_day::moved;
use klavi_core::{Code, Severity, Tree};
use klavi_types::Date;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct CasesFile<'a> {
    #[serde(borrow)]
    cases: Vec<Case<'a>>,
}

/// A case of a contract: changes of the base, or a document of its own, and what it brings about.
#[derive(Deserialize)]
struct Case<'a> {
    #[serde(default, borrow)]
    set: BTreeMap<String, &'a RawValue>,
    #[serde(default)]
    remove: Vec<String>,
    #[serde(default)]
    findings: Vec<String>,
    #[serde(borrow)]
    document: Option<&'a RawValue>,
    text: Option<String>,
}

impl Case<'_> {
    /// The code whose findings are the only errors, or the only findings.
    fn code(&self) -> Option<Code> {
        let mut findings = self.findings.iter().filter_map(|finding| finding.split_once(' ')).collect::<Vec<_>>();
        if findings.iter().any(|(severity, _)| *severity == Severity::Error.name()) {
            findings.retain(|(severity, _)| *severity == Severity::Error.name());
        }
        let mut codes = findings.iter().filter_map(|(_, rest)| rest.split(' ').next()?.parse().ok());
        let first = codes.next()?;
        codes.all(|code| code == first).then_some(first)
    }
}

/// Every fault of a wanted code that a payload of this contract can have.
fn faults(
    contract: &str,
    schema: &Tree,
    clean: &Plan,
    today: &Date,
    is_wanted: impl Fn(Code) -> bool,
) -> Vec<PlannedFault> {
    let known = klavi_schema::CONTRACTS.iter().find(|known| known.name == contract);
    let file: Option<CasesFile<'_>> = known.and_then(|known| serde_json::from_str(known.cases.text).ok());
    let base = base_document(contract).and_then(|base| Tree::parse(pinned_day(&base, today).as_bytes()).ok());
    let (Some(file), Some(base)) = (file, base) else { return Vec::new() };
    let groups = tied(schema);
    let of_case = |case: &Case<'_>| {
        let code = case.code().filter(|code| is_wanted(*code))?;
        let (document, changed) = changed(&base, case, today)?;
        let model = Model { document: &document, kept: with_tied(changed, &groups) };
        Some(PlannedFault { code, plan: plan(schema, &Choices::default(), Some(&model))?, slip: None })
    };
    let mut faults: Vec<PlannedFault> = file.cases.iter().filter_map(of_case).collect();
    let slips = SLIPS.iter().filter(|(code, _)| is_wanted(*code));
    faults.extend(slips.map(|(code, slip)| PlannedFault { code: *code, plan: clean.clone(), slip: Some(*slip) }));
    faults
}

/// The document of a case, and the places that the case speaks of: those that it sets, or those of its findings.
fn changed(base: &Tree, case: &Case<'_>, today: &Date) -> Option<(Tree, Vec<String>)> {
    if let Some(own) = case.text.as_deref().or_else(|| case.document.map(RawValue::get)) {
        let document = Tree::parse(pinned_day(own, today).as_bytes()).ok()?;
        let places = case.findings.iter().filter_map(|finding| finding.split(' ').nth(2));
        return Some((document, places.map(str::to_owned).collect()));
    }
    let mut document = base.clone();
    for pointer in &case.remove {
        document.remove(pointer).then_some(())?;
    }
    for (pointer, value) in &case.set {
        let value = pinned_day(value.get(), today);
        document.set(pointer, Tree::parse(value.as_bytes()).ok()?).then_some(())?;
    }
    Some((document, case.set.keys().cloned().collect()))
}

/// These places, and those that only make sense with them.
fn with_tied(mut places: Vec<String>, groups: &[Vec<String>]) -> Vec<String> {
    let touches = |group: &&Vec<String>| {
        let is_same = |a: &str, b: &str| a.strip_prefix(b).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        group.iter().any(|member| places.iter().any(|place| is_same(place, member) || is_same(member, place)))
    };
    let more: Vec<String> = groups.iter().filter(touches).flatten().cloned().collect();
    places.extend(more);
    places
}

/// A text of the cases, moved to this day.
fn pinned_day(text: &str, today: &Date) -> String {
    String::from_utf8_lossy(&moved(text.as_bytes(), today)).into_owned()
}

impl PayloadSource {
    /// With the faults of this code, or of all.
    pub(super) fn broken(name: &str, code: Option<Code>, today: &Date) -> Option<Self> {
        let (mut source, schema) = Self::clean(name, today, 1)?;
        let is_wanted = |other: Code| code.is_none_or(|code| code == other);
        source.faults = source.proven(faults(name, &schema, &source.plans[0], today, is_wanted));
        (!source.faults.is_empty()).then_some(source)
    }

    /// Takes away the faults that bring about anything else than they should.
    fn proven(&self, faults: Vec<PlannedFault>) -> Vec<PlannedFault> {
        let is_proven = |fault: &PlannedFault| {
            let mut rng = fastrand::Rng::with_seed(1);
            (0..4).all(|_| {
                let mut text = Vec::new();
                self.fill(&fault.plan, fault.slip, 128, &mut rng, &mut text);
                self.has_only(&text, fault.code)
            })
        };
        faults.into_iter().filter(is_proven).collect()
    }
}
