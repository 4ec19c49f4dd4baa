//! Patterns as deterministic automata over bytes.

use klavi_core::program::Automaton as Flat;
use regex_automata::dfa::{Automaton, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;
use regex_automata::{Anchored, MatchKind};
use std::collections::HashMap;

/// The most bytes that the automaton of one pattern may have, in the making and as a table.
const LARGEST: usize = 1 << 18;

type Dfa = dense::DFA<Vec<u32>>;

/// The automaton of a pattern, unless it would be too large or needs Unicode word boundaries.
pub(super) fn dfa(translated: &str) -> Option<Dfa> {
    let config = dense::Config::new()
        .match_kind(MatchKind::All)
        .start_kind(regex_automata::dfa::StartKind::Unanchored)
        .minimize(true)
        .dfa_size_limit(Some(LARGEST))
        .determinize_size_limit(Some(LARGEST * 8));
    dense::Builder::new()
        .configure(config)
        .thompson(thompson::Config::new().nfa_size_limit(Some(LARGEST * 4)))
        .build(translated)
        .ok()
}

fn start(dfa: &Dfa) -> Option<StateID> {
    dfa.start_state(&start::Config::new().anchored(Anchored::No)).ok()
}

fn ends_well(dfa: &Dfa, state: StateID) -> bool {
    dfa.is_match_state(state) || dfa.is_match_state(dfa.next_eoi_state(state))
}

/// Which of the two states that are never left this is, if it is one. A match shows one byte later than it is made.
fn settled(dfa: &Dfa, state: StateID) -> Option<u16> {
    let matches_behind = || (0..=255).all(|byte| dfa.is_match_state(dfa.next_state(state, byte)));
    if dfa.is_match_state(state) || (ends_well(dfa, state) && matches_behind()) {
        Some(Flat::DONE)
    } else {
        (dfa.is_dead_state(state) || dfa.is_quit_state(state)).then_some(Flat::DEAD)
    }
}

/// The automaton as the tables that the runtime walks.
pub(super) fn flat(dfa: &Dfa) -> Option<&'static Flat> {
    let (rows, ends) = rows(dfa)?;
    let (classes, width) = classes(&rows);
    let representatives: Vec<usize> =
        (0..width).filter_map(|class| classes.iter().position(|&other| usize::from(other) == class)).collect();
    let width = u16::try_from(width).ok()?;
    let states = rows.iter().flat_map(|row| representatives.iter().map(|&byte| row[byte]));
    let next = states.map(|state| state.checked_mul(width)).collect::<Option<Vec<u16>>>()?;
    let mut accepts = vec![0u64; rows.len().div_ceil(64)];
    ends.iter().enumerate().filter(|(_, end)| **end).for_each(|(state, _)| accepts[state / 64] |= 1 << (state % 64));
    // State 2 is the first that is neither dead nor done; a pattern that matches everything starts done.
    let first = start(dfa)?;
    let start = settled(dfa, first).unwrap_or(2);
    Some(Box::leak(Box::new(Flat {
        start: start * width,
        classes: Box::leak(Box::new(classes)),
        width,
        next: next.leak(),
        accepts: accepts.leak(),
    })))
}

/// The following states by byte, and whether the string may end, for each state.
fn rows(dfa: &Dfa) -> Option<(Vec<[u16; 256]>, Vec<bool>)> {
    let mut rows = vec![[Flat::DEAD; 256], [Flat::DONE; 256]];
    let mut ends = vec![false, true];
    let mut known: HashMap<StateID, u16> = HashMap::from([(start(dfa)?, 2)]);
    let mut open = vec![start(dfa)?];
    let mut at = 0;
    while let Some(&state) = open.get(at) {
        at += 1;
        let mut row = [Flat::DEAD; 256];
        for byte in 0..=255 {
            let next = dfa.next_state(state, byte);
            row[usize::from(byte)] = if let Some(settled) = settled(dfa, next) {
                settled
            } else {
                let fresh = u16::try_from(known.len() + 2).ok()?;
                *known.entry(next).or_insert_with(|| {
                    open.push(next);
                    fresh
                })
            };
        }
        rows.push(row);
        ends.push(ends_well(dfa, state));
    }
    Some((rows, ends))
}

/// Bytes that every state treats alike, as one class.
fn classes(rows: &[[u16; 256]]) -> ([u8; 256], usize) {
    let mut classes = [0; 256];
    let mut known: HashMap<Vec<u16>, u8> = HashMap::new();
    for byte in 0..256 {
        let column: Vec<u16> = rows.iter().map(|row| row[byte]).collect();
        let fresh = u8::try_from(known.len()).unwrap_or(u8::MAX);
        classes[byte] = *known.entry(column).or_insert(fresh);
    }
    (classes, known.len())
}

/// Whether no string matches both patterns.
pub(crate) fn never_both(a: &Dfa, b: &Dfa) -> bool {
    let (Some(first), Some(second)) = (start(a), start(b)) else { return false };
    // Once a pattern has matched it stays matched: its half of the pair is `None`.
    let step = |dfa: &Dfa, state: Option<StateID>, byte| {
        state.map(|state| dfa.next_state(state, byte)).filter(|state| !dfa.is_match_state(*state))
    };
    let ends = |dfa: &Dfa, state: Option<StateID>| state.is_none_or(|state| ends_well(dfa, state));
    let dead = |dfa: &Dfa, state: Option<StateID>| state.is_some_and(|state| dfa.is_dead_state(state));
    let begin = (Some(first).filter(|s| !a.is_match_state(*s)), Some(second).filter(|s| !b.is_match_state(*s)));
    let mut known = std::collections::HashSet::from([begin]);
    let mut open = vec![begin];
    while let Some((left, right)) = open.pop() {
        if ends(a, left) && ends(b, right) {
            return false;
        }
        for byte in 0..=255 {
            let next = (step(a, left, byte), step(b, right, byte));
            if !dead(a, next.0) && !dead(b, next.1) && known.insert(next) {
                open.push(next);
            }
        }
    }
    true
}
