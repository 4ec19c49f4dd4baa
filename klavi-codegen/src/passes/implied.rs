//! A pattern that a string must not match is not asked where the first one that it must match excludes it.

use crate::draft::{Check, Draft};
use crate::pattern::never_both;
use klavi_core::Code;

pub(super) fn run(draft: &mut Draft) {
    let dfa = |check: &Check| check.compiled.as_ref()?.dfa.clone();
    for node in &mut draft.nodes {
        let [first, others @ ..] = &mut node.checks[..] else { continue };
        let Some(first) = dfa(first).filter(|_| first.is_demand()) else { continue };
        for check in others.iter_mut().filter(|check| check.table.code == Code::Not) {
            check.table.implied = dfa(check).is_some_and(|forbidden| never_both(&first, &forbidden));
        }
    }
}
