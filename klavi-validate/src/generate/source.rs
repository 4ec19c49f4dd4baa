//! What payloads of a contract are made from.

use super::conditions::all_choices;
use super::fill::Filling;
use super::plan::{Plan, plan};
use super::slips::Slip;
use super::world::Days;
use crate::{Contract, Options, contract};
use fastrand::Rng;
use klavi_core::{Code, Severity, Tree};
use klavi_types::Date;

/// All optional members are there.
const ALL: u16 = 256;

/// A fault: the code that it brings about, and how.
pub(super) struct PlannedFault {
    pub(super) code: Code,
    pub(super) plan: Plan,
    pub(super) slip: Option<Slip>,
}

/// What payloads of a contract are made from.
pub(super) struct PayloadSource {
    pub(super) contract: &'static Contract,
    pub(super) days: Days,
    pub(super) options: Options,
    pub(super) plans: Vec<Plan>,
    pub(super) faults: Vec<PlannedFault>,
}

impl PayloadSource {
    /// With the plans of so many choices.
    pub(super) fn clean(name: &str, today: &Date, most: usize) -> Option<(Self, Tree)> {
        let contract = contract(name)?;
        let schema = Tree::parse(contract.schema.as_bytes()).ok()?;
        let plans = all_choices(&schema)
            .iter()
            .take(most)
            .map(|choices| plan(&schema, choices, None))
            .collect::<Option<_>>()?;
        let (days, options) = (Days::around(today), Options::at(*today));
        Some((Self { contract, days, options, plans, faults: Vec::new() }, schema))
    }

    pub(super) fn fill(&self, plan: &Plan, slip: Option<Slip>, richness: u16, rng: &mut Rng, out: &mut Vec<u8>) {
        let from = out.len();
        // A slip needs something to be done to.
        let richness = if slip.is_some() { ALL } else { richness };
        Filling { plan, days: &self.days, richness, rng }.write(out);
        if let Some(slip) = slip {
            let mut text = out.split_off(from);
            slip(&mut text);
            out.append(&mut text);
        }
    }

    pub(super) fn write(&self, richness: u16, rng: &mut Rng, out: &mut Vec<u8>) {
        if self.faults.is_empty() {
            self.fill(&self.plans[rng.usize(..self.plans.len())], None, richness, rng, out);
        } else {
            let fault = &self.faults[rng.usize(..self.faults.len())];
            self.fill(&fault.plan, fault.slip, richness, rng, out);
        }
    }

    /// Whether a document has a finding of this code, and no other error.
    pub(super) fn has_only(&self, document: &[u8], code: Code) -> bool {
        let report = self.contract.check(document, &self.options);
        let has = |finding: &crate::Finding| finding.code == code;
        let is_other = |finding: &crate::Finding| finding.severity == Severity::Error && finding.code != code;
        report.findings.iter().any(has) && !report.findings.iter().any(is_other)
    }
}
