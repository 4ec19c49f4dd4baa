//! Simulated conversations with planted faults: every one is found where it is, and nothing else is told.
//!
//! `scripts/flow` does the same with the binary and millions of exchanges.

#![cfg(feature = "flow")]

mod simulator;

use klavi_http::flow::{Flow, FlowFinding, FlowOptions, read_event};
use klavi_validate::runtime::Code;
use simulator::{FAULTS, SECRET, Simulator};
use std::collections::{BTreeMap, BTreeSet};

/// How many conversations run at once.
const WIDTH: usize = 100;

#[test]
fn every_planted_fault_is_found_and_nothing_else() {
    // Far fewer payments are remembered than there are.
    let options = FlowOptions::default().with_most(10 * WIDTH).with_secret(Some(SECRET.to_vec()));
    let (mut flow, mut simulator) = (Flow::new(options), Simulator::new(3_000, WIDTH, 11));
    let (mut line, mut of_event, mut unfinished) = (Vec::new(), vec![0], BTreeSet::new());
    let mut found: BTreeMap<Code, u64> = BTreeMap::new();
    let is_late = |finding: &FlowFinding| finding.code == Code::NoFinalStatus;
    while let Some(written) = simulator.next(&mut line) {
        of_event.push(written.conversation);
        read_event(&line, |event| flow.event(written.event, event)).unwrap();
        let (late, told): (Vec<_>, Vec<_>) = flow.take().into_iter().partition(is_late);
        for finding in late {
            assert!(unfinished.remove(&finding.place.event), "{finding:?}");
            *found.entry(finding.code).or_default() += 1;
        }
        let mut shows = written.shows;
        if shows.contains(&Code::NoFinalStatus) {
            shows.clear();
            unfinished.insert(written.event);
        }
        let codes: Vec<_> = told.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, shows, "{}", String::from_utf8_lossy(&line));
        for finding in told {
            assert_eq!(finding.place.event, written.event);
            let cause = finding.place.cause.map(|cause| of_event[usize::try_from(cause).unwrap()]);
            assert!(cause.is_none_or(|cause| cause == 0 || cause == written.conversation), "{finding:?}");
            *found.entry(finding.code).or_default() += 1;
        }
        line.clear();
    }
    assert!(flow.forgotten() > 1_500);
    for finding in flow.finish() {
        assert!(is_late(&finding) && unfinished.remove(&finding.place.event), "{finding:?}");
    }
    assert_eq!(unfinished, BTreeSet::new());
    assert_eq!(found.keys().copied().collect::<BTreeSet<_>>(), FAULTS.into_iter().collect());
}
